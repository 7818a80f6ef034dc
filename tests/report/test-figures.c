/* test-figures.c – CSV and JSON of a report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "core/money.h"
#include "core/text.h"
#include "report/roi-json.h"
#include "report/write.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static char *
render (const Fixture *fixture, OutlayReportFormat format)
{
  g_autoptr (OutlayReportDocument) document = outlay_report_roi_new (&fixture->input);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = outlay_report_render (document, format, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static const char *
get_text (const cJSON *object, const char *key)
{
  return cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (object, key));
}

static double
get_number (const cJSON *object, const char *key)
{
  const cJSON *item = cJSON_GetObjectItemCaseSensitive (object, key);

  g_assert_true (cJSON_IsNumber (item));
  return item->valuedouble;
}

/* A value of 100,000 against a cost of 10,000, as the contract of the command line has it. */
static void
test_plain_json (void)
{
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;
  cJSON *root;
  const cJSON *line;

  fixture_init_plain (&fixture);
  text = render (&fixture, OUTLAY_REPORT_JSON);
  root = cJSON_Parse (text);
  line = cJSON_GetArrayItem (cJSON_GetObjectItemCaseSensitive (root, "use_cases"), 0);
  g_assert_cmpstr (get_text (root, "from"), ==, "2026-10");
  g_assert_cmpstr (get_text (root, "currency"), ==, "USD");
  g_assert_cmpstr (get_text (line, "name"), ==, "=HYPERLINK(\"x\")");
  g_assert_cmpstr (get_text (line, "value"), ==, "100000");
  g_assert_cmpstr (get_text (line, "cost"), ==, "10000");
  g_assert_cmpstr (get_text (line, "net"), ==, "90000");
  g_assert_cmpfloat_with_epsilon (get_number (line, "roi_percent"), 900.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_number (line, "value_to_cost"), 10.0, 1e-9);
  g_assert_true (cJSON_IsNull (cJSON_GetObjectItemCaseSensitive (line, "value_low")));
  line = cJSON_GetObjectItemCaseSensitive (root, "total");
  g_assert_cmpstr (get_text (line, "unallocated"), ==, "0");
  g_assert_cmpstr (get_text (cJSON_GetObjectItemCaseSensitive (line, "estimated"), "net"), ==,
                   "90000");
  cJSON_Delete (root);
  fixture_clear (&fixture);
}

static void
test_keys (void)
{
  static const char *const keys[] = {
    "name",
    "value",
    "value_low",
    "value_high",
    "cost",
    "tokens",
    "infrastructure",
    "people",
    "fees",
    "token_share_percent",
    "net",
    "roi_percent",
    "value_to_cost",
    "outcomes",
    "cost_per_outcome",
    "payback_months",
    "break_even_outcomes",
    "assumed",
  };
  Fixture fixture = { 0 };
  cJSON *root;
  const cJSON *lines;
  const cJSON *line;

  fixture_init (&fixture, 6, "C");
  root = outlay_report_roi_json (fixture.snapshot, fixture.portfolio);
  lines = cJSON_GetObjectItemCaseSensitive (root, "use_cases");
  g_assert_cmpint (cJSON_GetArraySize (lines), ==, 6);
  cJSON_ArrayForEach (line, lines)
  {
    for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
      g_assert_nonnull (cJSON_GetObjectItemCaseSensitive (line, keys[i]));
  }
  line = cJSON_GetArrayItem (lines, 5);
  g_assert_true (cJSON_IsNull (cJSON_GetObjectItemCaseSensitive (line, "value")));
  g_assert_true (cJSON_IsNull (cJSON_GetObjectItemCaseSensitive (line, "roi_percent")));
  line = cJSON_GetArrayItem (lines, 4);
  g_assert_cmpstr (cJSON_GetStringValue (
                       cJSON_GetArrayItem (cJSON_GetObjectItemCaseSensitive (line, "assumed"), 0)),
                   ==, "realisation");
  cJSON_Delete (root);
  fixture_clear (&fixture);
}

/* The parts of a total add up to it, to the nano-unit, in the file too. */
static void
test_sums (void)
{
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;
  cJSON *root;
  const cJSON *total;
  const cJSON *line;
  gint64 sum_nanos = 0;
  gint64 nanos = 0;

  fixture_init (&fixture, 6, "C");
  text = render (&fixture, OUTLAY_REPORT_JSON);
  root = cJSON_Parse (text);
  cJSON_ArrayForEach (line, cJSON_GetObjectItemCaseSensitive (root, "use_cases"))
  {
    g_assert_true (outlay_nanos_parse (get_text (line, "cost"), &nanos, NULL));
    sum_nanos += nanos;
  }
  total = cJSON_GetObjectItemCaseSensitive (root, "total");
  g_assert_true (outlay_nanos_parse (get_text (total, "unallocated"), &nanos, NULL));
  sum_nanos += nanos;
  g_assert_true (outlay_nanos_parse (get_text (total, "cost"), &nanos, NULL));
  g_assert_cmpint (sum_nanos, ==, nanos);
  cJSON_Delete (root);
  fixture_clear (&fixture);
}

static void
test_csv (void)
{
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  fixture_init_plain (&fixture);
  text = render (&fixture, OUTLAY_REPORT_CSV);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "name,value,value_low,value_high,cost,tokens,"));
  g_assert_true (g_str_has_prefix (lines[1], "\"'=HYPERLINK(\"\"x\"\")\",100000,,,10000,10000,"));
  g_assert_nonnull (strstr (lines[1], ",900,10,"));
  g_assert_true (g_str_has_prefix (lines[2], "Total,100000,,,10000,"));
  g_assert_cmpstr (lines[3], ==, "");
  fixture_clear (&fixture);
}

static void
test_budgets (void)
{
  Fixture fixture = { 0 };
  g_autoptr (OutlayReportDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  cJSON *root;

  fixture_init (&fixture, 6, "C");
  document = outlay_report_budget_new (&fixture.input);
  bytes = outlay_report_render (document, OUTLAY_REPORT_CSV, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "feature,budget,actual,forecast_expected,"));
  g_assert_true (g_str_has_prefix (lines[1], "Meeting notes,1900,2171.8,"));
  g_assert_nonnull (strstr (lines[1], ",over,\"50; 80; 100\",2171.8,0,2026-11-20,true"));
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = outlay_report_render (document, OUTLAY_REPORT_JSON, NULL);
  root = cJSON_ParseWithLength (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (get_text (root, "month"), ==, "2026-11");
  g_assert_cmpstr (get_text (root, "unallocated"), ==, "455");
  g_assert_cmpstr (get_text (cJSON_GetObjectItemCaseSensitive (root, "total"), "budget"), ==,
                   "23000");
  cJSON_Delete (root);
  fixture_clear (&fixture);
}

static void
test_statement (void)
{
  Fixture fixture = { 0 };
  g_autoptr (OutlayReportDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  cJSON *root;

  fixture_init (&fixture, 6, "C");
  document = outlay_report_statement_new (&fixture.input, 3);
  bytes = outlay_report_render (document, OUTLAY_REPORT_JSON, NULL);
  root = cJSON_ParseWithLength (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (get_text (root, "feature"), ==, "Meeting notes");
  g_assert_cmpstr (get_text (root, "to"), ==, "2026-11-20");
  g_assert_cmpstr (get_text (cJSON_GetObjectItemCaseSensitive (root, "total"), "cost"), ==,
                   "2171.8");
  g_assert_cmpfloat_with_epsilon (get_number (cJSON_GetObjectItemCaseSensitive (root, "total"),
                                              "requests"),
                                  54280, 0.5);
  cJSON_Delete (root);
  fixture_clear (&fixture);
}

/* What a spreadsheet adds up is the total, spend in no use case included. */
static void
test_csv_sum (void)
{
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gint64 sum_nanos = 0;

  fixture_init (&fixture, 6, "C");
  text = render (&fixture, OUTLAY_REPORT_CSV);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 10);
  for (gsize i = 1; i <= 8; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
      gint64 nanos = 0;

      g_assert_true (outlay_nanos_parse (fields[4], &nanos, NULL));
      sum_nanos += i < 8 ? nanos : -nanos;
    }
  g_assert_true (g_str_has_prefix (lines[7], "In no use case,,,,455,"));
  g_assert_true (g_str_has_prefix (lines[8], "Total,"));
  g_assert_cmpint (sum_nanos, ==, 0);
  fixture_clear (&fixture);
}

/* Locales change what is worded, never what is in files. */
static void
test_locale (void)
{
  Fixture english = { 0 };
  Fixture german = { 0 };
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  fixture_init (&english, 6, "C");
  fixture_init (&german, 6, "de_DE");
  one = render (&english, OUTLAY_REPORT_CSV);
  two = render (&german, OUTLAY_REPORT_CSV);
  g_assert_cmpstr (one, ==, two);
  fixture_clear (&english);
  fixture_clear (&german);
}

static void
test_formulas (void)
{
  static const struct
  {
    const char *text;
    const char *field;
  } cases[] = {
    { "Search", "Search" },
    { "", "" },
    { "-1.5", "-1.5" },
    { "+3", "+3" },
    { "=1+1", "'=1+1" },
    { "+cmd", "'+cmd" },
    { "-2+3", "'-2+3" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { " =1", "' =1" },
    { "\t=1", "\"'\t=1\"" },
    { "\u200b=1", "'\u200b=1" },
    { "＝1", "'＝1" },
    { "a,b", "\"a,b\"" },
    { "say \"hi\"", "\"say \"\"hi\"\"\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "–", "–" },
    { "2026-11-20", "2026-11-20" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);

      outlay_text_append_csv (csv, cases[i].text);
      g_assert_cmpstr (csv->str, ==, cases[i].field);
    }
}

static void
test_write (void)
{
  Fixture fixture = { 0 };
  g_autoptr (OutlayReportDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("outlay-report-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "roi.CSV", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "roi.csv", NULL);
  g_autofree char *text = NULL;
  OutlayReportFormat format = OUTLAY_REPORT_PDF;

  fixture_init_plain (&fixture);
  document = outlay_report_roi_new (&fixture.input);
  g_assert_true (outlay_report_format_of_path (path, &format, NULL));
  g_assert_cmpint (format, ==, OUTLAY_REPORT_CSV);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_true (outlay_report_write (document, format, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "name,"));
  g_assert_false (outlay_report_write (document, format, nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_false (outlay_report_format_of_path ("roi.xlsx", &format, &error));
  g_assert_error (error, OUTLAY_REPORT_ERROR, OUTLAY_REPORT_ERROR_FORMAT);
  g_assert_cmpint (format, ==, OUTLAY_REPORT_CSV);
  g_remove (path);
  g_rmdir (folder);
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/json/plain", test_plain_json);
  g_test_add_func ("/report/json/keys", test_keys);
  g_test_add_func ("/report/json/sums", test_sums);
  g_test_add_func ("/report/csv/plain", test_csv);
  g_test_add_func ("/report/csv/sum", test_csv_sum);
  g_test_add_func ("/report/csv/locale", test_locale);
  g_test_add_func ("/report/budget/files", test_budgets);
  g_test_add_func ("/report/statement/files", test_statement);
  g_test_add_func ("/report/csv/formulas", test_formulas);
  g_test_add_func ("/report/write/file", test_write);
  return g_test_run ();
}
