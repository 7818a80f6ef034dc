/* driver.c – runs a fuzz target on files, where the compiler has no libFuzzer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each file is given whole, and then with one byte after the other changed, so that
 * a plain test run already meets some broken text.
 */

#include <glib.h>

#define N_CHANGES 200

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

static void
change_bytes (char *bytes, gsize size)
{
  static const char changes[] = "\"\n,{}[]-9 \\\t;";
  gsize step = MAX (size / N_CHANGES, 1);

  for (gsize i = 0; i < size; i += step)
    {
      char kept = bytes[i];

      bytes[i] = changes[i % (sizeof changes - 1)];
      LLVMFuzzerTestOneInput ((const unsigned char *) bytes, size);
      LLVMFuzzerTestOneInput ((const unsigned char *) bytes, i);
      bytes[i] = kept;
    }
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *bytes = NULL;
      gsize size;

      if (!g_file_get_contents (argv[i], &bytes, &size, NULL))
        return 1;

      LLVMFuzzerTestOneInput ((const unsigned char *) bytes, size);
      change_bytes (bytes, size);
    }

  return 0;
}
