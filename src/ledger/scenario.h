/* scenario.h – questions: what if
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scenario is a JSON document: a base, and levers that are pulled one after the other.
 *
 *   { "base": { "month": "2026-10", "feature": "Search" },
 *     "levers": [ { "lever": "context", "value": 0.5 },
 *                 { "lever": "model", "value": 0.6, "provider": "openai", "model": "gpt-5-mini" } ] }
 *
 * Without a month the base is from nothing: `users`, `requests_per_user` (a day), and
 * either `cost_per_call` or `provider`, `model`, `input_tokens` and `output_tokens`.
 */

#pragma once

#include "insight/plan.h"
#include "ledger/ledger.h"

G_BEGIN_DECLS

#define OUTLAY_SCENARIO_DAYS 30 /* of a month of planning */

/**
 * OutlayScenarioStep:
 * @lever: what was changed
 * @value: how
 * @amount_nanos: what that adds to the month
 */
typedef struct
{
  OutlayLever lever;
  double value;
  gint64 amount_nanos;
} OutlayScenarioStep;

/**
 * OutlayScenario:
 * @name: what it is called, or ""
 * @currency: of its amounts
 * @from: first day of the spend that the base is the pace of; %G_MININT32 if from nothing
 * @to: last day of it
 * @baseline_nanos: a month of 30 days as it is
 * @scenario_nanos: a month of 30 days as it would be: the baseline and all steps, exactly
 * @steps: (element-type OutlayScenarioStep): in their order
 */
typedef struct
{
  char *name;
  char *currency;
  gint32 from;
  gint32 to;
  gint64 baseline_nanos;
  gint64 scenario_nanos;
  GArray *steps;
} OutlayScenario;

OutlayScenario *outlay_ledger_run_scenario (OutlayLedger *ledger, const char *text, GError **error);
void outlay_scenario_free (OutlayScenario *scenario);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayScenario, outlay_scenario_free)

G_END_DECLS
