/* test-decode.c – text in whatever encoding, cut anywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/decode.h"

#include <string.h>

#define BYTES(text) text, sizeof text - 1

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
  const char *text;
} Case;

static const Case cases[] = {
  { "nothing", BYTES (""), "" },
  { "ASCII", BYTES ("date,cost\n"), "date,cost\n" },
  { "UTF-8", BYTES ("Größe,€,😀\n"), "Größe,€,😀\n" },
  { "a mark before UTF-8", BYTES ("\xEF\xBB\xBFsize\n"), "size\n" },
  { "a mark alone", BYTES ("\xEF\xBB\xBF"), "" },
  { "UTF-16, little end first, with a mark",
    BYTES ("\xFF\xFE"
           "a\0,\0\xAC\x20\n\0"),
    "a,€\n" },
  { "UTF-16, big end first, with a mark",
    BYTES ("\xFE\xFF"
           "\0a\0,\x20\xAC\0\n"),
    "a,€\n" },
  { "UTF-16 without a mark", BYTES ("d\0a\0t\0e\0,\0c\0o\0s\0t\0\n\0"), "date,cost\n" },
  { "UTF-16 without a mark, big end first", BYTES ("\0d\0a\0t\0e\0,\0c\0\n"), "date,c\n" },
  { "a pair of UTF-16",
    BYTES ("\xFF\xFE"
           "\x3D\xD8\x00\xDE"
           "a\0"),
    "😀a" },
  { "half a pair",
    BYTES ("\xFF\xFE"
           "\x3D\xD8"
           "a\0"),
    "\xEF\xBF\xBD"
    "a" },
  { "half a unit",
    BYTES ("\xFF\xFE"
           "a\0b"),
    "a\xEF\xBF\xBD" },
  { "Latin-1",
    BYTES ("name,Gr\xF6\xDF"
           "e,caf\xE9\nname,M\xFCller,stra\xDF"
           "e\n"),
    "name,Größe,café\nname,Müller,straße\n" },
  { "a zero byte", BYTES ("a,b\0c,d\n"),
    "a,b\xEF\xBF\xBD"
    "c,d\n" },
  { "a zero unit of UTF-16",
    BYTES ("\xFF\xFE"
           "a\0\0\0b\0"),
    "a\xEF\xBF\xBD"
    "b" },
  { "a character cut off at the end", BYTES ("Größe,€ 5\nab\xE2\x82"),
    "Größe,€ 5\nab\xEF\xBF\xBD\xEF\xBF\xBD" },
};

static char *
decode (const char *bytes, gsize length, const gsize *cuts, gsize n_cuts)
{
  gsize n_head = n_cuts > 0 ? MAX (cuts[0], MIN (length, 64)) : length;
  g_autoptr (OutlayDecoder) decoder = outlay_decoder_new (bytes, MIN (length, n_head));
  GString *text = g_string_new (NULL);
  gsize at = 0;

  for (gsize i = 0; i <= n_cuts; i++)
    {
      gsize to = i < n_cuts ? cuts[i] : length;

      outlay_decoder_feed (decoder, bytes + at, to - at, text);
      at = to;
    }
  outlay_decoder_finish (decoder, text);
  g_assert_true (g_utf8_validate_len (text->str, text->len, NULL));
  return g_string_free (text, FALSE);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = decode (cases[i].bytes, cases[i].length, NULL, 0);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Whatever it is cut into, the text is the same. */
static void
test_cuts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint round = 0; round < 200; round++)
      {
        gsize cuts[64];
        gsize n_cuts = 0;
        g_autofree char *text = NULL;

        for (gsize at = 0; at < cases[i].length && n_cuts < 64; n_cuts++)
          {
            at += (gsize) g_rand_int_range (rand, 1, round % 2 == 0 ? 2 : 7);
            cuts[n_cuts] = MIN (at, cases[i].length);
          }
        text = decode (cases[i].bytes, cases[i].length, cuts, n_cuts);
        g_test_message ("%s", cases[i].name);
        g_assert_cmpstr (text, ==, cases[i].text);
      }
}

/* A file of an old code page whose first letter with a mark comes late. */
static void
test_late_latin (void)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autofree char *text = NULL;
  gsize cuts[] = { 65536, 100000 };

  while (bytes->len < 150000)
    g_string_append (bytes, "2025-03-01,name,12\n");
  g_string_append (bytes, "2025-03-01,M\xFCller,12\n2025-03-01,M\xF6ller,12\n");
  text = decode (bytes->str, bytes->len, cuts, 2);
  g_assert_nonnull (strstr (text, ",Müller,"));
  g_assert_nonnull (strstr (text, ",Möller,"));
}

/* Any bytes at all: valid text, and no end before theirs. */
static void
test_garbage (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint round = 0; round < 3000; round++)
    {
      char bytes[256];
      gsize length = (gsize) g_rand_int_range (rand, 0, sizeof bytes);
      gsize cuts[] = { length / 3, length / 2 };
      g_autofree char *text = NULL;
      g_autofree char *whole = NULL;

      for (gsize i = 0; i < length; i++)
        bytes[i] = (char) g_rand_int_range (rand, 0, round % 2 == 0 ? 256 : 160);
      text = decode (bytes, length, cuts, 2);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      whole = decode (bytes, length, NULL, 0);
      g_assert_true (g_utf8_validate (whole, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decode/table", test_table);
  g_test_add_func ("/decode/cuts", test_cuts);
  g_test_add_func ("/decode/late-latin", test_late_latin);
  g_test_add_func ("/decode/garbage", test_garbage);

  return g_test_run ();
}
