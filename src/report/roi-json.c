/* roi-json.c – value and cost of a period as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/roi-json.h"

#include "report/json-text.h"

#include <math.h>

/* Ids are for programs: they are not translated. */
static const char *
verdict_id (OutlayVerdict verdict)
{
  switch (verdict)
    {
    case OUTLAY_VERDICT_WORTH_IT:
      return "worth-it";
    case OUTLAY_VERDICT_IF_ASSUMED:
      return "worth-it-if-assumed";
    case OUTLAY_VERDICT_UNCERTAIN:
      return "uncertain";
    case OUTLAY_VERDICT_COSTS_MORE:
      return "costs-more";
    case OUTLAY_VERDICT_NOT_ESTIMATED:
    default:
      return "not-estimated";
    }
}

static void
add_assumed (cJSON *object, const OutlayWorth *worth)
{
  cJSON *assumed = cJSON_AddArrayToObject (object, "assumed");

  for (guint i = 0; i < worth->n_assumed; i++)
    cJSON_AddItemToArray (assumed,
                          cJSON_CreateString (outlay_value_key_to_string (worth->assumed[i])));
}

static void
add_worth (cJSON *object, const OutlayWorth *worth)
{
  gboolean has_range = worth->has_value && worth->has_range;

  outlay_json_add_money (object, "value", worth->has_value, worth->value_nanos);
  outlay_json_add_money (object, "value_low", has_range, worth->value_low_nanos);
  outlay_json_add_money (object, "value_high", has_range, worth->value_high_nanos);
  outlay_json_add_money (object, "cost", TRUE, worth->cost_nanos);
  outlay_json_add_money (object, "tokens", TRUE, worth->tokens_nanos);
  outlay_json_add_money (object, "infrastructure", TRUE, worth->infrastructure_nanos);
  outlay_json_add_money (object, "people", TRUE, worth->people_nanos);
  outlay_json_add_money (object, "fees", TRUE, worth->fees_nanos);
  outlay_json_add_money (object, "other", TRUE, worth->other_nanos);
  outlay_json_add_number (object, "token_share_percent", worth->token_share_percent);
  outlay_json_add_money (object, "net", worth->has_value, worth->net_nanos);
  outlay_json_add_number (object, "roi_percent", worth->roi_percent);
  outlay_json_add_number (object, "value_to_cost", worth->value_to_cost);
  outlay_json_add_count (object, "outcomes", worth->has_outcomes, worth->outcomes);
  outlay_json_add_money (object, "cost_per_outcome", worth->has_outcomes && worth->outcomes > 0,
                         worth->cost_per_outcome_nanos);
  outlay_json_add_number (object, "payback_months", worth->payback_months);
  outlay_json_add_count (object, "break_even_outcomes", worth->break_even_outcomes >= 0,
                         worth->break_even_outcomes);
  add_assumed (object, worth);
  outlay_json_add_text (object, "verdict", verdict_id (worth->verdict));
}

static void
add_named (cJSON *list, const char *name, const OutlayWorth *worth)
{
  cJSON *object = cJSON_CreateObject ();

  outlay_json_add_text (object, "name", name);
  add_worth (object, worth);
  cJSON_AddItemToArray (list, object);
}

/**
 * outlay_report_roi_json:
 * @snapshot: what the figures are of
 * @portfolio: the figures
 *
 * The answer of the command line's `roi`: money as decimal strings, what is
 * not known as null.
 *
 * Returns: (transfer full): a JSON object
 */
cJSON *
outlay_report_roi_json (const OutlaySnapshot *snapshot, const OutlayPortfolio *portfolio)
{
  cJSON *root = cJSON_CreateObject ();
  cJSON *lines;
  cJSON *total;

  outlay_json_add_month (root, "from", portfolio->from_month);
  outlay_json_add_month (root, "to", portfolio->to_month);
  outlay_json_add_text (root, "currency", snapshot->currency);
  lines = cJSON_AddArrayToObject (root, "use_cases");
  for (gsize i = 0; i < portfolio->n_lines; i++)
    {
      const OutlayUseCaseWorth *line = &portfolio->lines[i];

      add_named (lines, snapshot->use_cases[line->use_case].name, &line->worth);
    }
  total = cJSON_AddObjectToObject (root, "total");
  add_worth (total, &portfolio->total);
  outlay_json_add_money (total, "unallocated", TRUE, portfolio->unallocated_nanos);
  add_worth (cJSON_AddObjectToObject (total, "estimated"), &portfolio->estimated);
  return root;
}

/**
 * outlay_report_roi_sheet:
 * @snapshot: what the figures are of
 * @portfolio: the figures
 *
 * Returns: (transfer full): the same as flat rows, for CSV: the use cases, the
 *   spend in none of them, the total
 */
cJSON *
outlay_report_roi_sheet (const OutlaySnapshot *snapshot, const OutlayPortfolio *portfolio)
{
  cJSON *sheet = cJSON_CreateArray ();
  OutlayWorth unallocated = { .cost_nanos = portfolio->unallocated_nanos,
                              .token_share_percent = NAN,
                              .roi_percent = NAN,
                              .value_to_cost = NAN,
                              .payback_months = NAN,
                              .break_even_outcomes = -1,
                              .verdict = OUTLAY_VERDICT_NOT_ESTIMATED };

  for (gsize i = 0; i < portfolio->n_lines; i++)
    add_named (sheet, snapshot->use_cases[portfolio->lines[i].use_case].name,
               &portfolio->lines[i].worth);
  if (portfolio->unallocated_nanos != 0)
    add_named (sheet, "In no use case", &unallocated);
  add_named (sheet, "Total", &portfolio->total);
  return sheet;
}
