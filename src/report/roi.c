/* roi.c – the report of value and cost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/roi.h"

#include "report/json-text.h"
#include "report/parts.h"
#include "report/roi-json.h"
#include "wording/date.h"

#include <glib/gi18n.h>

/* All budgets, where the first page has not shown them, and why some are over. */
static void
add_budgets (OutlayReportDocument *document, const OutlayReportInput *input)
{
  OutlayReportSection *section;
  gboolean all = input->budget && input->budget->n_lines > outlay_report_most_budgets (document);

  if (!input->budget || (!all && !outlay_report_has_reasons (input)))
    return;
  section = outlay_report_document_add (document, OUTLAY_SECTION_BUDGETS, _ ("Budgets"));
  section->subtitle = outlay_wording_month (input->wording, input->budget->month);
  section->continues = TRUE;
  if (all)
    outlay_report_add_budget_table (section, input, NULL, 0);
  outlay_report_add_reasons (section, input);
}

static void
add_source_data (cJSON *root, const OutlaySnapshot *snapshot)
{
  cJSON *sources = cJSON_AddArrayToObject (root, "sources");

  for (gsize i = 0; i < snapshot->n_sources; i++)
    {
      const OutlaySourceFile *source = &snapshot->sources[i];
      cJSON *object = cJSON_CreateObject ();

      outlay_json_add_count (object, "batch", TRUE, source->batch);
      outlay_json_add_text (object, "path", source->path);
      outlay_json_add_text (object, "format", source->format);
      outlay_json_add_text (object, "sha256", source->sha256);
      outlay_json_add_day (object, "from", source->from > source->to ? G_MININT32 : source->from);
      outlay_json_add_day (object, "to", source->from > source->to ? G_MININT32 : source->to);
      outlay_json_add_count (object, "rows", TRUE, source->rows);
      cJSON_AddItemToArray (sources, object);
    }
}

/* What a file must say beside the figures to stand for itself. */
static cJSON *
make_data (const OutlayReportInput *input)
{
  const OutlaySnapshot *snapshot = input->snapshot;
  cJSON *root = outlay_report_roi_json (snapshot, input->portfolio);

  outlay_json_add_text (root, "organisation", snapshot->organisation);
  outlay_json_add_day (root, "as_of", snapshot->day);
  outlay_json_add_text (root, "tax", snapshot->include_tax ? "include" : "exclude");
  outlay_json_add_text (root, "credits", snapshot->include_credits ? "include" : "exclude");
  outlay_json_add_text (root, "catalogue", snapshot->catalogue);
  add_source_data (root, snapshot);
  return root;
}

/**
 * outlay_report_roi_new:
 * @input: what it is made of; all of it is borrowed, and read now, but for the
 *   wording, which must outlive the report
 *
 * A first page that stands alone; all use cases, and budgets that are over with
 * the reasons; a page for each use case; the sources with the totals that tie to
 * them; the method.
 *
 * Returns: (transfer full): the outline of the report
 */
OutlayReportDocument *
outlay_report_roi_new (const OutlayReportInput *input)
{
  OutlayReportDocument *document = outlay_report_document_new (OUTLAY_REPORT_ROI);
  const OutlayPortfolio *portfolio = input->portfolio;
  g_autofree gsize *order = outlay_report_order (portfolio);

  document->title = g_strdup (_ ("AI value and cost"));
  outlay_report_open (document, input);
  document->data = make_data (input);
  document->sheet = outlay_report_roi_sheet (input->snapshot, portfolio);
  outlay_report_add_summary (document, input, order);
  if (portfolio->n_lines > 1)
    outlay_report_add_use_case_table (document, input, order);
  add_budgets (document, input);
  for (gsize i = 0; i < portfolio->n_lines; i++)
    outlay_report_add_use_case (document, input, &portfolio->lines[order[i]], i + 1);
  outlay_report_add_sources (document, input);
  outlay_report_add_method (document, input);
  return document;
}
