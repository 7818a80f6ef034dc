/* test-pdf.c – what is in the PDF of a report, read back by poppler
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "report/pdf.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <pango/pangocairo.h>
#include <string.h>

static GBytes *
render (const Fixture *fixture)
{
  g_autoptr (OutlayReportDocument) document = outlay_report_roi_new (&fixture->input);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  bytes = outlay_report_render_pdf (document, &error);
  g_assert_no_error (error);
  return bytes;
}

/* Poppler writes some spaces that do not break as plain ones, and which differs by version. */
static char *
open_spaces (char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\u00a0", -1);

  g_free (text);
  return g_strjoinv (" ", parts);
}

/* What a tool of poppler says of a PDF; NULL, and the test is skipped, without the tool. */
static char *
ask (const char *variable, const char *option, GBytes *pdf)
{
  const char *tool = g_getenv (variable);
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *answer = NULL;
  const char *command[] = { tool, NULL, NULL, NULL, NULL };
  gsize n = 1;

  if (!tool || !*tool)
    {
      g_test_skip ("poppler's tools are not there");
      return NULL;
    }
  folder = g_dir_make_tmp ("outlay-report-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "report.pdf", NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  if (option)
    command[n++] = option;
  command[n++] = path;
  if (strcmp (variable, "PDFTOTEXT") == 0)
    command[n++] = "-";
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                               NULL, &answer, NULL, NULL, &error));
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
  return open_spaces (answer);
}

static int
count_pages (const char *info)
{
  const char *pages = strstr (info, "Pages:");

  g_assert_nonnull (pages);
  return atoi (pages + strlen ("Pages:"));
}

static void
assert_has (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_error ("“%s” is not in:\n%s", part, text);
}

/* The last words of the first page are on the first page. */
static void
assert_stands_alone (const char *text)
{
  g_auto (GStrv) pages = g_strsplit (text, "\f", 2);

  assert_has (pages[0], "AI value and cost");
  assert_has (pages[0], "Totals tie to the imports");
  assert_has (pages[0], "Page 1 of");
}

static void
test_structure (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *info = NULL;
  g_autofree char *structure = NULL;

  fixture_init (&fixture, 6, "en_GB");
  pdf = render (&fixture);
  fixture_clear (&fixture);
  info = ask ("PDFINFO", NULL, pdf);
  structure = ask ("PDFINFO", "-struct", pdf);
  if (!info || !structure)
    return;
  assert_has (info, "Tagged:          yes");
  assert_has (info, "AI value and cost, November 2026, to 20 November");
  assert_has (info, "Fernhollow");
  assert_has (info, "Fri Nov 20 00:00:00 2026");
  assert_has (info, "595.276 x 841.89");
  assert_has (structure, "Document");
  assert_has (structure, "H1");
  assert_has (structure, "H2");
  assert_has (structure, "Figure");
  assert_has (structure, "Table");
  assert_has (structure, "TH");
  assert_has (structure, "TD");
}

/* One page more for each use case; nothing else grows by pages but tables. */
static void
test_pages (void)
{
  static const struct
  {
    gsize n_use_cases;
    int least;
    int most;
  } cases[] = { { 0, 2, 3 }, { 1, 3, 5 }, { 6, 9, 11 }, { 50, 53, 62 }, { 500, 510, 580 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture = { 0 };
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *info = NULL;
      g_autofree char *text = NULL;
      g_autofree char *last = NULL;
      int n_pages;

      fixture_init (&fixture, cases[i].n_use_cases, "C");
      pdf = render (&fixture);
      fixture_clear (&fixture);
      info = ask ("PDFINFO", NULL, pdf);
      text = ask ("PDFTOTEXT", "-layout", pdf);
      if (!info || !text)
        return;
      n_pages = count_pages (info);
      g_assert_cmpint (n_pages, >=, cases[i].least);
      g_assert_cmpint (n_pages, <=, cases[i].most);
      last = g_strdup_printf ("Page %d of %d", n_pages, n_pages);
      assert_has (text, last);
      assert_stands_alone (text);
    }
}

/* The headline of a value of 100,000 against a cost of 10,000. */
static void
test_plain (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  fixture_init_plain (&fixture);
  pdf = render (&fixture);
  fixture_clear (&fixture);
  text = ask ("PDFTOTEXT", "-layout", pdf);
  if (!text)
    return;
  assert_has (text, "$100,000");
  assert_has (text, "$10,000");
  assert_has (text, "$90,000");
  assert_has (text, "900%");
  assert_has (text, "10 : 1");
  assert_has (text, "The programme brings 10 times what it costs.");
  assert_has (text, "Worth it at the stated estimate.");
  assert_has (text, "is not in the cost");
  assert_has (text, "genai-prices, 14 November 2026");
}

static void
test_figures (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  fixture_init (&fixture, 6, "C");
  pdf = render (&fixture);
  fixture_clear (&fixture);
  text = ask ("PDFTOTEXT", "-layout", pdf);
  if (!text)
    return;
  assert_has (text, "5 of 6 estimated");
  assert_has (text, "The programme brings at least");
  assert_has (text, "Over by $");
  assert_has (text, "assumed 100%");
  assert_has (text, "not estimated");
  assert_has (text, "Spend in the imports");
  assert_has (text, "input tokens a request +100%");
  g_assert_null (strstr (text, "{page:"));
}

static void
test_german (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  fixture_init (&fixture, 6, "de_DE");
  pdf = render (&fixture);
  fixture_clear (&fixture);
  text = ask ("PDFTOTEXT", "-layout", pdf);
  if (!text)
    return;
  assert_has (text, "20. November 2026");
  assert_has (text, "2.843,65");
  assert_has (text, "55 % used");
}

static void
test_same_bytes (void)
{
  Fixture one = { 0 };
  Fixture two = { 0 };
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  fixture_init (&one, 6, "C");
  first = render (&one);
  fixture_clear (&one);
  g_usleep (G_USEC_PER_SEC + G_USEC_PER_SEC / 10); /* the clock moves on, the file does not */
  fixture_init (&two, 6, "C");
  second = render (&two);
  fixture_clear (&two);
  g_assert_true (g_bytes_equal (first, second));
}

/* Names of every length and direction, on the smaller paper, mirrored too. */
static void
test_names (void)
{
  static const char *const locales[] = { "en_US", "de_DE", "he_IL" };

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      Fixture fixture = { 0 };
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *long_name = g_strnfill (900, 'W');
      g_autofree char *info = NULL;
      g_autofree char *text = NULL;

      fixture_init (&fixture, 9, locales[i]);
      fixture_rename (&fixture, 0, long_name);
      fixture_rename (&fixture, 1, "סיכומי פגישות ותיעוד");
      fixture_rename (&fixture, 2, "");
      fixture_rename (&fixture, 3, "<b>&amp;</b> {page:nowhere}");
      fixture.input.paper = OUTLAY_PAPER_LETTER;
      pdf = render (&fixture);
      fixture_clear (&fixture);
      info = ask ("PDFINFO", NULL, pdf);
      text = ask ("PDFTOTEXT", "-layout", pdf);
      if (!info || !text)
        return;
      assert_has (info, "612 x 792");
      if (i < 2) /* lines that run to the left come out in pieces */
        assert_stands_alone (text);
    }
}

static void
test_others (void)
{
  Fixture fixture = { 0 };
  g_autoptr (OutlayReportDocument) budgets = NULL;
  g_autoptr (OutlayReportDocument) statement = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  fixture_init (&fixture, 6, "C");
  budgets = outlay_report_budget_new (&fixture.input);
  statement = outlay_report_statement_new (&fixture.input, 3);
  one = outlay_report_render_pdf (budgets, NULL);
  two = outlay_report_render_pdf (statement, NULL);
  fixture_clear (&fixture);
  text = ask ("PDFTOTEXT", "-layout", one);
  other = ask ("PDFTOTEXT", "-layout", two);
  if (!text || !other)
    return;
  assert_has (text, "Of 6 budgets, 1 over, 2 at risk.");
  assert_has (text, "15,139.05");
  assert_has (other, "Meeting notes");
  assert_has (other, "claude-sonnet-4-5");
  assert_has (other, "Over by $271.80");
}

int
main (int argc, char *argv[])
{
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pdf/structure", test_structure);
  g_test_add_func ("/report/pdf/pages", test_pages);
  g_test_add_func ("/report/pdf/plain", test_plain);
  g_test_add_func ("/report/pdf/figures", test_figures);
  g_test_add_func ("/report/pdf/german", test_german);
  g_test_add_func ("/report/pdf/others", test_others);
  g_test_add_func ("/report/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/report/pdf/names", test_names);
  result = g_test_run ();
  pango_cairo_font_map_set_default (NULL); /* so that a leak checker sees only leaks */
  return result;
}
