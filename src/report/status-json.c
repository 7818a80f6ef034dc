/* status-json.c – budgets of a month as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/status-json.h"

#include "report/json-text.h"

static void
add_forecast_keys (cJSON *object, const char *prefix, const OutlayBudgetLine *line)
{
  g_autofree char *expected = g_strconcat (prefix, "expected", NULL);
  g_autofree char *low = g_strconcat (prefix, "low", NULL);
  g_autofree char *high = g_strconcat (prefix, "high", NULL);
  g_autofree char *level = g_strconcat (prefix, "level", NULL);
  g_autofree char *method = g_strconcat (prefix, "method", NULL);

  outlay_json_add_money (object, expected, line->has_forecast, line->expected_nanos);
  outlay_json_add_money (object, low, line->has_forecast, line->low_nanos);
  outlay_json_add_money (object, high, line->has_forecast, line->high_nanos);
  outlay_json_add_count (object, level, line->has_forecast, line->level);
  outlay_json_add_text (object, method, line->has_forecast ? line->method : NULL);
}

static void
add_head (cJSON *object, const OutlayBudgetLine *line)
{
  outlay_json_add_money (object, "budget", line->has_budget, line->budget_nanos);
  outlay_json_add_money (object, "actual", TRUE, line->actual_nanos);
}

static void
add_tail (cJSON *object, const OutlayBudgetLine *line)
{
  cJSON *crossed;

  outlay_json_add_number (object, "used_percent", line->used_percent);
  outlay_json_add_number (object, "burn_rate", line->burn_rate);
  outlay_json_add_day (object, "run_out", line->run_out);
  outlay_json_add_text (object, "state", outlay_budget_state_to_string (line->state));
  crossed = cJSON_AddArrayToObject (object, "thresholds_crossed");
  for (guint i = 0; i < line->n_crossed; i++)
    {
      g_autofree char *percent = g_strdup_printf ("%u", line->crossed[i]);

      cJSON_AddItemToArray (crossed, cJSON_CreateRaw (percent));
    }
  outlay_json_add_money (object, "billed", TRUE, line->billed_nanos);
  outlay_json_add_money (object, "estimated", TRUE, line->estimated_nanos);
  outlay_json_add_day (object, "data_to", line->data_to);
  cJSON_AddBoolToObject (object, "complete", line->complete);
}

static void
add_line (cJSON *object, const OutlayBudgetLine *line)
{
  add_head (object, line);
  if (line->has_forecast)
    add_forecast_keys (cJSON_AddObjectToObject (object, "forecast"), "", line);
  else
    cJSON_AddNullToObject (object, "forecast");
  add_tail (object, line);
}

/**
 * outlay_report_status_json:
 * @snapshot: what the figures are of
 * @status: how its month stands
 *
 * The answer of the command line's `status`.
 *
 * Returns: (transfer full): a JSON object
 */
cJSON *
outlay_report_status_json (const OutlaySnapshot *snapshot, const OutlayBudgetStatus *status)
{
  cJSON *root = cJSON_CreateObject ();
  cJSON *lines;

  outlay_json_add_month (root, "month", status->month);
  outlay_json_add_day (root, "as_of", snapshot->day);
  outlay_json_add_text (root, "currency", snapshot->currency);
  lines = cJSON_AddArrayToObject (root, "budgets");
  for (gsize i = 0; i < status->n_lines; i++)
    {
      cJSON *object = cJSON_CreateObject ();

      outlay_json_add_text (object, "feature", snapshot->features[status->lines[i].feature].name);
      add_line (object, &status->lines[i]);
      cJSON_AddItemToArray (lines, object);
    }
  add_line (cJSON_AddObjectToObject (root, "total"), &status->total);
  outlay_json_add_money (root, "unallocated", TRUE, status->unallocated_nanos);
  return root;
}

static void
add_flat (cJSON *sheet, const char *name, const OutlayBudgetLine *line)
{
  cJSON *object = cJSON_CreateObject ();

  outlay_json_add_text (object, "feature", name);
  add_head (object, line);
  add_forecast_keys (object, "forecast_", line);
  add_tail (object, line);
  cJSON_AddItemToArray (sheet, object);
}

/**
 * outlay_report_status_sheet:
 * @snapshot: what the figures are of
 * @status: how its month stands
 *
 * Returns: (transfer full): the same as flat rows, for CSV, the total last
 */
cJSON *
outlay_report_status_sheet (const OutlaySnapshot *snapshot, const OutlayBudgetStatus *status)
{
  cJSON *sheet = cJSON_CreateArray ();

  for (gsize i = 0; i < status->n_lines; i++)
    add_flat (sheet, snapshot->features[status->lines[i].feature].name, &status->lines[i]);
  add_flat (sheet, "Total", &status->total);
  return sheet;
}
