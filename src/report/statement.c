/* statement.c – what one feature is to answer for: a showback statement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/json-text.h"
#include "report/parts.h"

#include "core/date.h"
#include "core/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>

#define SECTION_STATEMENT "statement"

/* What a feature used of one model. */
typedef struct
{
  const char *model;
  gint64 cost_nanos;
  OutlayUsage usage;
} ModelSum;

static int
compare_sums (gconstpointer left, gconstpointer right)
{
  const ModelSum *one = left;
  const ModelSum *two = right;

  if (one->cost_nanos != two->cost_nanos)
    return one->cost_nanos > two->cost_nanos ? -1 : 1;
  return g_strcmp0 (one->model, two->model);
}

/* (transfer full): of #ModelSum, the dearest first; lines without a model are one. */
static GArray *
sum_models (const OutlayReportInput *input, guint32 feature, ModelSum *total)
{
  const OutlaySnapshot *snapshot = input->snapshot;
  gsize n_sums = MAX (snapshot->n_models, 1);
  g_autofree gboolean *used = g_new0 (gboolean, n_sums);
  g_autofree ModelSum *sums = g_new0 (ModelSum, n_sums);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (ModelSum));
  gsize n_cells = 0;
  const OutlayCell *cells =
      outlay_cube_feature (&snapshot->cube, feature, outlay_report_first_day (input),
                           outlay_report_last_day (input), &n_cells);

  for (gsize i = 0; i < n_cells; i++)
    {
      gsize model = cells[i].model < n_sums ? cells[i].model : 0;

      used[model] = TRUE;
      outlay_nanos_add (&sums[model].cost_nanos, cells[i].cost_nanos);
      outlay_usage_add (&sums[model].usage, &cells[i].usage);
      outlay_nanos_add (&total->cost_nanos, cells[i].cost_nanos);
      outlay_usage_add (&total->usage, &cells[i].usage);
    }
  for (gsize i = 0; i < n_sums; i++)
    {
      sums[i].model = i < snapshot->n_models ? snapshot->models[i] : "";
      if (used[i])
        g_array_append_val (found, sums[i]);
    }
  g_array_sort (found, compare_sums);
  return found;
}

static void
add_usage (cJSON *object, const ModelSum *sum)
{
  const OutlayUsage *usage = &sum->usage;

  outlay_json_add_money (object, "cost", TRUE, sum->cost_nanos);
  outlay_json_add_count (object, "requests", TRUE, usage->count[OUTLAY_REQUESTS]);
  outlay_json_add_count (object, "input_tokens", TRUE, usage->count[OUTLAY_INPUT_TOKENS]);
  outlay_json_add_count (object, "cache_read_tokens", TRUE, usage->count[OUTLAY_CACHE_READ_TOKENS]);
  outlay_json_add_count (object, "cache_write_tokens", TRUE,
                         usage->count[OUTLAY_CACHE_WRITE_5M_TOKENS] +
                             usage->count[OUTLAY_CACHE_WRITE_1H_TOKENS]);
  outlay_json_add_count (object, "output_tokens", TRUE, usage->count[OUTLAY_OUTPUT_TOKENS]);
}

static void
add_named (cJSON *list, const char *model, const ModelSum *sum)
{
  cJSON *object = cJSON_CreateObject ();

  outlay_json_add_text (object, "model", model);
  add_usage (object, sum);
  cJSON_AddItemToArray (list, object);
}

static cJSON *
make_sheet (const GArray *sums, const ModelSum *total)
{
  cJSON *sheet = cJSON_CreateArray ();

  for (guint i = 0; i < sums->len; i++)
    {
      const ModelSum *sum = &g_array_index (sums, ModelSum, i);

      add_named (sheet, sum->model, sum);
    }
  add_named (sheet, "Total", total);
  return sheet;
}

static cJSON *
make_data (const OutlayReportInput *input,
           const OutlayFeature *feature,
           const GArray *sums,
           const ModelSum *total)
{
  const OutlaySnapshot *snapshot = input->snapshot;
  cJSON *root = cJSON_CreateObject ();
  cJSON *models;

  outlay_json_add_text (root, "feature", feature->name);
  outlay_json_add_text (root, "owner", feature->owner);
  outlay_json_add_text (root, "cost_centre", feature->cost_centre);
  outlay_json_add_text (root, "stage", feature->stage);
  outlay_json_add_day (root, "from", outlay_report_first_day (input));
  outlay_json_add_day (root, "to", outlay_report_last_day (input));
  outlay_json_add_text (root, "currency", snapshot->currency);
  models = cJSON_AddArrayToObject (root, "models");
  for (guint i = 0; i < sums->len; i++)
    {
      const ModelSum *sum = &g_array_index (sums, ModelSum, i);

      add_named (models, sum->model, sum);
    }
  add_usage (cJSON_AddObjectToObject (root, "total"), total);
  return root;
}

static void
add_row (OutlayReportTable *table,
         const OutlayReportInput *input,
         const char *name,
         const ModelSum *sum,
         gboolean total)
{
  OutlayReportRow *row = outlay_report_table_add_row (table);
  const gint64 counts[] = { sum->usage.count[OUTLAY_REQUESTS],
                            outlay_usage_prompt_tokens (&sum->usage),
                            sum->usage.count[OUTLAY_OUTPUT_TOKENS] };

  row->total = total;
  outlay_report_row_add (row, name);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    outlay_report_row_take (row, outlay_wording_count (input->wording, counts[i]));
  outlay_report_row_take (row, outlay_report_number (input, sum->cost_nanos));
}

static void
add_models (OutlayReportSection *section,
            const OutlayReportInput *input,
            const GArray *sums,
            const ModelSum *total)
{
  OutlayReportTable *table = outlay_report_section_add_table (section, _ ("By model"));

  outlay_report_table_add_column (table, _ ("Model"), OUTLAY_COLUMN_TEXT);
  outlay_report_table_add_column (table, _ ("Requests"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("Input tokens"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("Output tokens"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("Cost"), OUTLAY_COLUMN_NUMBER);
  for (guint i = 0; i < sums->len; i++)
    {
      const ModelSum *sum = &g_array_index (sums, ModelSum, i);

      add_row (table, input, *sum->model ? sum->model : _ ("Fees and other charges"), sum, FALSE);
    }
  add_row (table, input, _ ("Total"), total, TRUE);
}

static void
add_owner (OutlayReportSection *section, const OutlayFeature *feature)
{
  if (feature->owner && *feature->owner)
    outlay_report_section_take_aside (section, g_strdup_printf (_ ("Owner: %s"), feature->owner));
  if (feature->cost_centre && *feature->cost_centre)
    outlay_report_section_take_aside (section, g_strdup_printf (_ ("Cost centre: %s"),
                                                                feature->cost_centre));
}

static void
add_standing (OutlayReportSection *section,
              const OutlayReportInput *input,
              guint32 feature,
              const ModelSum *total)
{
  OutlayReportBlock *block;
  OutlayBudgetLine line = { .actual_nanos = total->cost_nanos,
                            .billed_nanos = total->cost_nanos,
                            .state = OUTLAY_BUDGET_NONE };
  g_autofree char *standing = NULL;

  for (gsize i = 0; i < input->budget->n_lines; i++)
    if (input->budget->lines[i].feature == feature)
      line = input->budget->lines[i];
  standing = outlay_report_standing (input, &line);
  outlay_report_add_budget_figures (section, input, &line);
  block = outlay_report_section_add (section, OUTLAY_BLOCK_LEAD, NULL);
  block->strong = g_strconcat (standing, ".", NULL);
  block->text = outlay_report_reason (input, feature);
}

/**
 * outlay_report_statement_new:
 * @input: with a budget; borrowed and read now, but for the wording, which must
 *   outlive the report
 * @feature: index of the feature
 *
 * Returns: (transfer full): the outline of a statement of the month's spend
 */
OutlayReportDocument *
outlay_report_statement_new (const OutlayReportInput *input, guint32 feature)
{
  OutlayReportDocument *document = outlay_report_document_new (OUTLAY_REPORT_STATEMENT);
  const OutlayFeature *about;
  OutlayReportInput alone = *input;
  OutlayReportSection *section;
  ModelSum total = { 0 };
  g_autoptr (GArray) sums = NULL;

  g_return_val_if_fail (input->budget != NULL, document);
  g_return_val_if_fail (feature < input->snapshot->n_features, document);
  about = &input->snapshot->features[feature];
  alone.portfolio = NULL;
  sums = sum_models (&alone, feature, &total);
  /* Translators: a statement of the spend of a feature. */
  document->title = g_strdup_printf (_ ("Statement of %s"), about->name);
  outlay_report_open (document, &alone);
  document->data = make_data (&alone, about, sums, &total);
  document->sheet = make_sheet (sums, &total);
  section = outlay_report_document_add (document, SECTION_STATEMENT, about->name);
  section->eyebrow = g_strdup (_ ("Statement"));
  outlay_report_add_frame (document, section, &alone);
  add_owner (section, about);
  add_standing (section, &alone, feature, &total);
  add_models (section, &alone, sums, &total);
  outlay_report_add_sources (document, &alone);
  outlay_report_add_method (document, &alone);
  return document;
}
