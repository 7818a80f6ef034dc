/* test-readers.c – every reader against its golden samples
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tests/import/READER/SAMPLE.* is an export, with what it says in SAMPLE.expected
 * beside it. A sample whose name has ALL in it is read with every service. A new
 * reader needs no line here. To write the expectations anew, and then to look at
 * each change: OUTLAY_WRITE_EXPECTED=1 in the environment.
 */

#include "dump.h"

#include <string.h>

#define HEAD_SIZE 65536

static char *
expected_path (const char *path)
{
  return g_strdup_printf ("%.*s.expected", (int) (strrchr (path, '.') - path), path);
}

static void
test_sample (gconstpointer data)
{
  static const gsize pieces[] = { 1, 7, 4096, G_MAXINT32 };
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *expected_file = expected_path (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *reader_id = g_path_get_basename (folder);
  g_autofree char *file_name = g_path_get_basename (path);
  OutlayReadOptions options = { file_name, strstr (file_name, "ALL") != NULL };
  const OutlayReader *reader = outlay_readers_find (reader_id);
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  if (g_getenv ("OUTLAY_WRITE_EXPECTED") != NULL)
    {
      expected = outlay_dump_read (reader, &options, text, length, G_MAXINT32);
      g_file_set_contents (expected_file, expected, -1, &error);
    }
  else
    g_file_get_contents (expected_file, &expected, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *seen = outlay_dump_read (reader, &options, text, length, pieces[i]);

      g_assert_cmpstr (seen, ==, expected);
    }
}

static void
test_sniff (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *reader_id = g_path_get_basename (folder);
  const OutlayReader *reader;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  reader = outlay_readers_sniff (text, MIN (length, HEAD_SIZE), NULL, &reason, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (outlay_reader_id (reader), ==, reader_id);
  g_assert_nonnull (reason);
}

static guint
add_samples (const char *id)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, id, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_samples = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/import/read/%s/%s", id, name);
      g_autofree char *sniff = g_strdup_printf ("/import/sniff/%s/%s", id, name);

      if (g_str_has_suffix (name, ".expected"))
        continue;

      g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_sample, g_free);
      if (strstr (name, "missing") == NULL)
        g_test_add_data_func_full (sniff, g_build_filename (folder, name, NULL), test_sniff,
                                   g_free);
      n_samples++;
    }

  return n_samples;
}

int
main (int argc, char **argv)
{
  gsize n_readers;
  const OutlayReader *const *readers = outlay_readers (&n_readers);

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < n_readers; i++)
    if (add_samples (outlay_reader_id (readers[i])) == 0)
      g_error ("No sample of %s", outlay_reader_id (readers[i]));

  return g_test_run ();
}
