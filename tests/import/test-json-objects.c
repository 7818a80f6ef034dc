/* test-json-objects.c – members of JSON objects as exact text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/json-objects.h"

static const char sample[] =
    "{\"spend\": 0.12345678901234567890, \"big\": 123456789012345678901, \"yes\": true,"
    " \"none\": null, \"a\": {\"b\": {\"c\": \"deep\"}}, \"list\": [1, \"two\", {\"x\": 3}],"
    " \"inner\": \"{\\\"usage\\\": {\\\"n\\\": 9007199254740993}, \\\"tags\\\": "
    "\\\"[\\\\\\\"t\\\\\\\"]\\\"}\","
    " \"odd\": \"{not json\"}";

static void
test_text (void)
{
  static const struct
  {
    const char *path;
    const char *expected;
  } cases[] = {
    { "spend", "0.12345678901234567890" },
    { "big", "123456789012345678901" },
    { "yes", "true" },
    { "none", "" },
    { "a", "" },
    { "a.b.c", "deep" },
    { "a.c", "" },
    { "spend.x", "" },
    { "absent", "" },
    { "inner.usage.n", "9007199254740993" },
    { "inner.usage.n", "9007199254740993" },
    { "odd", "{not json" },
    { "odd.x", "" },
  };
  g_autoptr (OutlayJson) json = outlay_json_parse_loose (sample);

  g_assert_nonnull (json);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (outlay_json_text (json, cases[i].path), ==, cases[i].expected);
}

static void
test_walk (void)
{
  g_autoptr (OutlayJson) json = outlay_json_parse_loose (sample);
  OutlayJson *item = outlay_json_first (outlay_json_get (json, "list"));

  g_assert_cmpstr (outlay_json_value (item), ==, "1");
  g_assert_cmpstr (outlay_json_name (item), ==, "");
  item = outlay_json_next (item);
  g_assert_cmpstr (outlay_json_value (item), ==, "two");
  item = outlay_json_next (item);
  g_assert_cmpstr (outlay_json_name (outlay_json_first (item)), ==, "x");
  g_assert_null (outlay_json_next (item));

  item = outlay_json_first (outlay_json_get (json, "inner.tags"));
  g_assert_cmpstr (outlay_json_value (item), ==, "t");
  g_assert_null (outlay_json_first (outlay_json_get (json, "spend")));
  g_assert_null (outlay_json_first (NULL));
}

static void
test_no_json (void)
{
  static const char *const texts[] = {
    "", "  ", "text", "7", "{", "[1", "{\"a\":}", "{} x", "{}}"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (OutlayJson) json = outlay_json_parse_loose (texts[i]);

      g_assert_null (json);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/json-objects/text", test_text);
  g_test_add_func ("/import/json-objects/walk", test_walk);
  g_test_add_func ("/import/json-objects/no-json", test_no_json);
  return g_test_run ();
}
