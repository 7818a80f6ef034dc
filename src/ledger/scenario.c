/* scenario.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/scenario.h"

#include "core/money.h"
#include "import/json-objects.h"
#include "ledger/ledger-private.h"
#include "ledger/prices.h"
#include "ledger/spend.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MOST 1e12 /* of anything a scenario states */

/**
 * outlay_scenario_free:
 * @scenario: (transfer full) (nullable): a scenario
 */
void
outlay_scenario_free (OutlayScenario *scenario)
{
  if (scenario == NULL)
    return;

  g_free (scenario->name);
  g_free (scenario->currency);
  g_array_unref (scenario->steps);
  g_free (scenario);
}

static gboolean
read_number (OutlayJson *object, const char *key, double most, double *number, GError **error)
{
  const char *text = outlay_json_text (object, key);
  char *end = NULL;
  double value = g_ascii_strtod (text, &end);

  if (text[0] == '\0' || *end != '\0' || !isfinite (value) || value < 0 || value > most)
    {
      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                   _ ("“%s” has to be a number from 0 to %g."), key, most);
      return FALSE;
    }

  *number = value;
  return TRUE;
}

static gboolean
find_rates (OutlayLedger *ledger, OutlayJson *object, OutlayRates *rates, GError **error)
{
  const OutlayPriceRequest request = { .provider = outlay_json_text (object, "provider"),
                                       .model = outlay_json_text (object, "model"),
                                       .tier = "",
                                       .at = outlay_day_start (ledger->day),
                                       .usage.count[OUTLAY_INPUT_TOKENS] = 1,
                                       .usage.count[OUTLAY_OUTPUT_TOKENS] = 1 };
  OutlayPriceAnswer answer;

  if (!outlay_ledger_price (ledger, &request, &answer, error))
    return FALSE;

  if (answer.state == OUTLAY_PRICE_UNPRICED)
    {
      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
                   _ ("The price book does not know “%s” of “%s”."), request.model,
                   request.provider);
      return FALSE;
    }

  *rates = answer.rates;
  return TRUE;
}

static gboolean
start_from_nothing (OutlayLedger *ledger, OutlayJson *base, GArray *loads, GError **error)
{
  OutlayLoad load = { .price_factor = 1 };
  OutlayRates rates;
  double users, requests;

  if (!read_number (base, "users", MOST, &users, error) ||
      !read_number (base, "requests_per_user", MOST, &requests, error))
    return FALSE;

  load.requests = users * requests * OUTLAY_SCENARIO_DAYS;
  if (outlay_json_get (base, "cost_per_call") != NULL)
    {
      if (!read_number (base, "cost_per_call", MOST, &load.other_cost, error))
        return FALSE;
    }
  else
    {
      if (!read_number (base, "input_tokens", MOST, &load.input_tokens, error) ||
          !read_number (base, "output_tokens", MOST, &load.output_tokens, error) ||
          !find_rates (ledger, base, &rates, error))
        return FALSE;
      outlay_load_set_rates (&load, &rates);
    }

  g_array_append_val (loads, load);
  return TRUE;
}

/* What a model cost is believed; the price list says how it splits. */
static gboolean
add_row (OutlayLedger *ledger,
         const OutlaySpendRow *row,
         gint32 day,
         double months,
         GArray *loads,
         GError **error)
{
  const gint64 *count = row->sums.usage.count;
  const OutlayPriceRequest request = { .provider = row->values[0],
                                       .model = row->values[1],
                                       .tier = row->values[2],
                                       .at = outlay_day_start (day),
                                       .usage = row->sums.usage };
  const double cost = outlay_nanos_to_estimate (row->sums.cost_nanos) * months;
  const double prompt = (double) outlay_usage_prompt_tokens (&row->sums.usage);
  const double requests = (double) MAX (count[OUTLAY_REQUESTS], 1);
  OutlayLoad load = { .requests = requests * months, .price_factor = 1 };
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (OutlayLoad));
  OutlayPriceAnswer answer;
  double listed;

  if (!outlay_ledger_price (ledger, &request, &answer, error))
    return FALSE;

  load.input_tokens = prompt / requests;
  load.output_tokens = (double) count[OUTLAY_OUTPUT_TOKENS] / requests;
  load.cached_share = prompt > 0 ? (double) count[OUTLAY_CACHE_READ_TOKENS] / prompt : 0;
  if (answer.state != OUTLAY_PRICE_UNPRICED)
    outlay_load_set_rates (&load, &answer.rates);

  g_array_append_val (alone, load);
  listed = outlay_loads_cost (alone);
  if (listed > 0)
    load.price_factor = cost / listed;
  else
    load.other_cost = cost / load.requests;

  g_array_append_val (loads, load);
  return TRUE;
}

static OutlaySpendQuery
make_query (const char *feature, gint32 from, gint32 to)
{
  static const char *const fields[] = { "provider", "model", "tier" };
  OutlaySpendQuery query = { from, to, NULL, NULL };

  query.keys = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_spend_key_free);
  query.filters = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_spend_filter_free);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_ptr_array_add (query.keys, outlay_spend_key_parse (fields[i], NULL));
  if (feature[0] != '\0')
    {
      g_autofree char *text = g_strconcat ("feature=", feature, NULL);

      g_ptr_array_add (query.filters, outlay_spend_filter_parse (text, NULL));
    }

  return query;
}

/* A month of thirty days at the pace of the days that there are. */
static gboolean
start_from_month (OutlayLedger *ledger,
                  OutlayJson *base,
                  OutlayScenario *scenario,
                  GArray *loads,
                  GError **error)
{
  const gint32 last = ledger->day_counts ? ledger->day : ledger->day - 1;
  g_autoptr (OutlaySpend) spend = NULL;
  OutlaySpendQuery query;
  gint32 month;

  if (!outlay_month_parse (outlay_json_text (base, "month"), &month, error))
    return FALSE;

  scenario->from = outlay_month_first_day (month);
  scenario->to = MIN (scenario->from + outlay_month_n_days (month) - 1, last);
  if (scenario->to < scenario->from)
    {
      g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                           _ ("The month has no day of spend yet. Start from an earlier one."));
      return FALSE;
    }

  query = make_query (outlay_json_text (base, "feature"), scenario->from, scenario->to);
  spend = outlay_ledger_spend (ledger, &query, error);
  g_ptr_array_unref (query.keys);
  g_ptr_array_unref (query.filters);
  if (spend == NULL)
    return FALSE;

  if (spend->rows->len == 0)
    {
      g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
                           _ ("There is no spend to start from. Check the month and the feature."));
      return FALSE;
    }

  for (guint i = 0; i < spend->rows->len; i++)
    if (!add_row (ledger, spend->rows->pdata[i], scenario->to,
                  OUTLAY_SCENARIO_DAYS / (double) (scenario->to - scenario->from + 1), loads,
                  error))
      return FALSE;

  g_free (scenario->currency);
  scenario->currency = g_strdup (spend->currency);
  return TRUE;
}

static gboolean
pull (OutlayLedger *ledger,
      OutlayJson *object,
      OutlayScenario *scenario,
      GArray *loads,
      GError **error)
{
  const char *name = outlay_json_text (object, "lever");
  OutlayScenarioStep step = { 0 };
  OutlayRates rates;
  gint64 cost_nanos;

  if (!outlay_lever_parse (name, &step.lever))
    {
      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                   _ ("“%s” is no lever. There are users, requests, context, output, cache, batch, "
                      "retries, price and model."),
                   name);
      return FALSE;
    }

  if (!read_number (object, "value", outlay_lever_is_share (step.lever) ? 1 : MOST, &step.value,
                    error) ||
      (step.lever == OUTLAY_LEVER_MODEL && !find_rates (ledger, object, &rates, error)))
    return FALSE;

  outlay_loads_apply (loads, step.lever, step.value,
                      step.lever == OUTLAY_LEVER_MODEL ? &rates : NULL);
  cost_nanos = outlay_nanos_from_estimate (outlay_loads_cost (loads));
  step.amount_nanos = cost_nanos - scenario->scenario_nanos;
  scenario->scenario_nanos = cost_nanos;
  g_array_append_val (scenario->steps, step);
  return TRUE;
}

static gboolean
start (OutlayLedger *ledger,
       OutlayJson *document,
       OutlayScenario *scenario,
       GArray *loads,
       GError **error)
{
  OutlayJson *base = document != NULL ? outlay_json_get (document, "base") : NULL;

  if (base == NULL)
    {
      g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                           _ ("The file holds no scenario: there is no “base” in it."));
      return FALSE;
    }

  scenario->name = g_strdup (outlay_json_text (document, "name"));
  if (outlay_json_get (base, "month") != NULL)
    return start_from_month (ledger, base, scenario, loads, error);

  return start_from_nothing (ledger, base, loads, error);
}

/**
 * outlay_ledger_run_scenario:
 * @ledger: a ledger
 * @text: the scenario, as JSON
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what it comes to
 */
OutlayScenario *
outlay_ledger_run_scenario (OutlayLedger *ledger, const char *text, GError **error)
{
  g_autoptr (OutlayJson) document = outlay_json_parse_loose (text);
  g_autoptr (OutlayScenario) scenario = g_new0 (OutlayScenario, 1);
  g_autoptr (GArray) loads = g_array_new (FALSE, FALSE, sizeof (OutlayLoad));
  OutlayJson *levers;

  scenario->steps = g_array_new (FALSE, FALSE, sizeof (OutlayScenarioStep));
  scenario->currency = g_strdup ("USD");
  scenario->from = G_MININT32;
  if (!start (ledger, document, scenario, loads, error))
    return NULL;

  scenario->baseline_nanos = outlay_nanos_from_estimate (outlay_loads_cost (loads));
  scenario->scenario_nanos = scenario->baseline_nanos;
  levers = outlay_json_get (document, "levers");
  for (OutlayJson *lever = levers != NULL ? outlay_json_first (levers) : NULL; lever != NULL;
       lever = outlay_json_next (lever))
    if (!pull (ledger, lever, scenario, loads, error))
      return NULL;

  return g_steal_pointer (&scenario);
}
