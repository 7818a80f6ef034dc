/* test-json-scan.c – objects cut out of JSON text, in pieces of every size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/json-scan.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *paths[3];
  const char *omit[2];
  const char *text;
  const char *expected; /* line, object, bucket of each; or the error */
} Case;

static const Case cases[] = {
  { "array",
    { "[]" },
    { NULL },
    "[{\"a\": 1},\n {\"b\": [1, -2.5e-3]}]",
    "1 {\"a\":\"1\"} {}\n2 {\"b\":[\"1\",\"-2.5e-3\"]} {}\n" },
  { "lines",
    { "[]" },
    { NULL },
    "{\"a\":true}\r\n\r\n{\"a\":null}",
    "1 {\"a\":true} {}\n3 {\"a\":null} {}\n" },
  { "concatenated",
    { "[]" },
    { NULL },
    "{\"a\":1}{\"a\":2}\n{\n\"a\":3}",
    "1 {\"a\":\"1\"} {}\n1 {\"a\":\"2\"} {}\n2 {\"a\":\"3\"} {}\n" },
  { "arrays of a line each",
    { "[]" },
    { NULL },
    "[{\"a\":1}]\n[[{\"a\":2}]]\n[]\n",
    "1 {\"a\":\"1\"} {}\n2 {\"a\":\"2\"} {}\n" },
  { "data",
    { "data[]" },
    { NULL },
    "{\"object\":\"page\",\"data\":[{\"a\":1},{}],\"has_more\":true}",
    "1 {\"a\":\"1\"} {\"object\":\"page\",\"has_more\":true}\n"
    "1 {} {\"object\":\"page\",\"has_more\":true}\n" },
  { "results",
    { "data[].results[]" },
    { NULL },
    "[{\"data\":[{\"start\":1,\"x\":{\"results\":[{}]},\"results\":[{\"a\":{\"b\":\"c\"}},\n{\"a\":"
    "2}]},"
    "{\"results\":[{\"a\":3}],\"start\":5}],\"more\":false}]",
    "1 {\"a\":{\"b\":\"c\"}} {\"start\":\"1\"}\n2 {\"a\":\"2\"} {\"start\":\"1\"}\n"
    "2 {\"a\":\"3\"} {\"start\":\"5\"}\n" },
  { "page or object, a page",
    { "[]", "data[]" },
    { NULL },
    "{\"page\":1,\"data\":[{\"a\":1},{\"data\":[2]}]}\n{\"a\":3,\"data\":{\"x\":1}}",
    "1 {\"a\":\"1\"} {\"page\":\"1\"}\n1 {\"data\":[\"2\"]} {\"page\":\"1\"}\n"
    "2 {\"a\":\"3\",\"data\":{\"x\":\"1\"}} {}\n" },
  { "left out",
    { "[]" },
    { "secret" },
    "[{\"a\":1,\"secret\":{\"x\":[\"y\",1]},\"b\":{\"secret\":2}},{\"secret\":\"s\\\"\"},{"
    "\"secret\":7}]",
    "1 {\"a\":\"1\",\"secret\":null,\"b\":{\"secret\":\"2\"}} {}\n1 {\"secret\":null} {}\n"
    "1 {\"secret\":null} {}\n" },
  { "strings",
    { "[]" },
    { NULL },
    "{\"a\\\"b\":\"1 } ] \\\\\",\n\"c\":\"\\u00e9\\n\"}",
    "1 {\"a\\\"b\":\"1 } ] \\\\\",\"c\":\"\\u00e9\\n\"} {}\n" },
  { "no number",
    { "[]" },
    { NULL },
    "{\"a\":NaN,\"b\":-Infinity}",
    "1 {\"a\":\"NaN\",\"b\":\"-Infinity\"} {}\n" },
  { "broken line",
    { "[]" },
    { NULL },
    "{\"a\":1}\n{\"a\":,}\nTraceback: x\n{\"a\":2}\n{\"a\":3",
    "1 {\"a\":\"1\"} {}\n2 bad {\"a\":\n3 bad \n4 {\"a\":\"2\"} {}\n5 bad {\"a\":\"3\"\n" },
  { "lines that end too early",
    { "[]" },
    { NULL },
    "{\"a\":1,\"b\n{\"a\":2}\n{\"a\":\n\n{\"a\":\n{\"b\":\n 1}\n",
    "1 bad {\"a\":\"1\",\"b\n\n2 {\"a\":\"2\"} {}\n3 bad {\"a\":\n5 bad {\"a\":\n"
    "6 {\"b\":\"1\"} {}\n" },
  { "no objects",
    { "[]" },
    { NULL },
    "[1,\"x\",[null]]\n7\n{\"a\":1}",
    "1 bad \n1 bad \n1 bad \n2 bad \n3 {\"a\":\"1\"} {}\n" },
  { "cut array",
    { "[]" },
    { NULL },
    "[{\"a\":1},\n{\"a\":2}",
    "1 {\"a\":\"1\"} {}\n"
    "2 {\"a\":\"2\"} {}\nerror 0\n" },
  { "no comma", { "[]" }, { NULL }, "[{\"a\":1} {\"a\":2}]", "1 {\"a\":\"1\"} {}\nerror 0\n" },
  { "wrong partner", { "[]" }, { NULL }, "[{\"a\":1]]", "error 0\n" },
  { "other member", { "data[]" }, { NULL }, "{\"database\":[{\"a\":1}],\"dat\":[{}]}", "" },
  { "empty", { "[]" }, { NULL }, " \n", "" },
};

static gboolean
on_item (const OutlayJsonItem *item, gpointer data, GError **error)
{
  g_assert_cmpuint (item->length, ==, strlen (item->text));

  if (item->problem != NULL)
    g_string_append_printf (data, "%" G_GUINT64_FORMAT " bad %s\n", item->line, item->text);
  else
    g_string_append_printf (data, "%" G_GUINT64_FORMAT " %s %s\n", item->line, item->text,
                            item->bucket);
  return TRUE;
}

static char *
scan_in_pieces (const Case *test, gsize piece)
{
  g_autoptr (GError) error = NULL;
  GString *seen = g_string_new (NULL);
  g_autoptr (OutlayJsonScan) scan =
      outlay_json_scan_new (test->paths, test->omit[0] != NULL ? test->omit : NULL, on_item, seen);
  gsize length = strlen (test->text);
  gboolean ok = TRUE;

  for (gsize at = 0; ok && at < length; at += piece)
    ok = outlay_json_scan_feed (scan, test->text + at, MIN (piece, length - at), &error);
  ok = ok && outlay_json_scan_finish (scan, &error);

  g_assert_cmpint (ok, ==, error == NULL);
  if (!ok)
    {
      g_assert_true (error->domain == OUTLAY_JSON_ERROR);
      g_string_append_printf (seen, "error %d\n", error->code);
    }

  return g_string_free (seen, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;

  for (gsize piece = 1; piece <= strlen (test->text) + 1; piece++)
    {
      g_autofree char *seen = scan_in_pieces (test, piece);

      g_assert_cmpstr (seen, ==, test->expected);
    }
}

static void
test_depth (void)
{
  g_autofree char *brackets = g_strnfill (OUTLAY_JSON_MAX_DEPTH + 1, '[');
  Case test = { "depth", { "[]" }, { NULL }, brackets, NULL };
  g_autofree char *seen = scan_in_pieces (&test, 16);

  g_assert_cmpstr (seen, ==, "error 1\n");
}

static void
test_large_object (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);
  const char *const paths[] = { "[]", NULL };
  g_autoptr (OutlayJsonScan) scan = outlay_json_scan_new (paths, NULL, on_item, seen);
  g_autofree char *filler = g_strnfill (65536, 'x');
  gboolean ok = outlay_json_scan_feed (scan, "{\"a\":\"", 6, &error);

  for (int i = 0; ok && i < 300; i++)
    ok = outlay_json_scan_feed (scan, filler, 65536, &error);

  g_assert_false (ok);
  g_assert_error (error, OUTLAY_JSON_ERROR, OUTLAY_JSON_ERROR_LIMIT);
}

static gboolean
count_item (const OutlayJsonItem *item, gpointer data, GError **error)
{
  guint *n_items = data;

  (*n_items)++;
  g_assert_cmpstr (item->bucket, ==, "{\"start\":\"1\"}");
  return TRUE;
}

/* Objects are handed on before their array ends, so that memory stays flat. */
static void
test_large_array (void)
{
  g_autoptr (GError) error = NULL;
  guint n_items = 0;
  const char *const paths[] = { "data[]", NULL };
  g_autoptr (OutlayJsonScan) scan = outlay_json_scan_new (paths, NULL, count_item, &n_items);
  gboolean ok = outlay_json_scan_feed (scan, "{\"start\":1,\"data\":[{}", 21, &error);

  for (int i = 0; ok && i < 100000; i++)
    ok = outlay_json_scan_feed (scan, ",{\"name\":\"value and value\"}", 27, &error);

  g_assert_true (ok);
  g_assert_cmpuint (n_items, >, 50000);
  g_assert_true (outlay_json_scan_feed (scan, "]}", 2, &error));
  g_assert_true (outlay_json_scan_finish (scan, &error));
  g_assert_cmpuint (n_items, ==, 100001);
}

static void
test_first_keys (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);
  const char *const paths[] = { "[]", "data[]", NULL };
  g_autoptr (OutlayJsonScan) scan = outlay_json_scan_new (paths, NULL, on_item, seen);
  static const char text[] = "{\"page\":1,\"data\":[{\"id\":{\"x\":1},\"spend\":2,\"mess";
  guint n_keys;
  const char *const *keys;

  g_assert_true (outlay_json_scan_feed (scan, text, strlen (text), &error));
  keys = outlay_json_scan_first_keys (scan, &n_keys);
  g_assert_cmpuint (n_keys, ==, 2);
  g_assert_cmpstr (keys[0], ==, "id");
  g_assert_cmpstr (keys[1], ==, "spend");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/json-scan/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/core/json-scan/depth", test_depth);
  g_test_add_func ("/core/json-scan/large-object", test_large_object);
  g_test_add_func ("/core/json-scan/large-array", test_large_array);
  g_test_add_func ("/core/json-scan/first-keys", test_first_keys);
  return g_test_run ();
}
