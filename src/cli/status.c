/* status.c – outlay-cli status: how a month stands against its budgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "wording/status.h"
#include "cli/arguments.h"
#include "cli/output.h"
#include "insight/budget.h"
#include "report/status-json.h"
#include "wording/date.h"
#include "wording/money.h"

#include <glib/gi18n.h>

static char *
describe_standing (OutlayWording *wording,
                   const OutlaySnapshot *snapshot,
                   gint32 month,
                   const OutlayBudgetLine *line)
{
  OutlayStandingFacts facts = {
    .standing = (OutlayStanding) line->state,
    .currency = snapshot->currency,
    .budget_nanos = line->budget_nanos,
    .actual_nanos = line->actual_nanos,
    .billed_nanos = line->billed_nanos,
    .used_percent = line->used_percent,
    .has_forecast = line->has_forecast,
    .expected_nanos = line->expected_nanos,
    .run_out = line->run_out,
    .data_to = line->data_to,
    .complete = line->complete,
    .ended = outlay_month_of_day (snapshot->day + (snapshot->day_counts ? 1 : 0)) > month,
  };

  return outlay_wording_standing (wording, &facts);
}

static void
add_row (OutlayTable *table,
         OutlayWording *wording,
         const OutlaySnapshot *snapshot,
         gint32 month,
         const OutlayBudgetLine *line)
{
  const char *currency = snapshot->currency;

  outlay_table_add (table, line->feature == G_MAXUINT32 ? _ ("Total")
                           : line->feature == 0         ? _ ("Unallocated")
                                                        : snapshot->features[line->feature].name);
  outlay_table_take (table, line->has_budget ? outlay_wording_money (wording, line->budget_nanos,
                                                                     currency, OUTLAY_MONEY_FULL)
                                             : g_strdup ("–"));
  outlay_table_take (table, outlay_wording_money (wording, line->actual_nanos, currency,
                                                  OUTLAY_MONEY_FULL));
  outlay_table_take (table, line->has_forecast
                                ? outlay_wording_money (wording, line->expected_nanos, currency,
                                                        OUTLAY_MONEY_FULL)
                                : g_strdup ("–"));
  outlay_table_take (table, describe_standing (wording, snapshot, month, line));
}

static void
print_status (const OutlaySnapshot *snapshot, const OutlayBudgetStatus *status)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new (NULL);
  g_autofree char *month = outlay_wording_month (wording, status->month);
  g_autofree char *unallocated = outlay_wording_money (wording, status->unallocated_nanos,
                                                       snapshot->currency, OUTLAY_MONEY_FULL);
  g_autoptr (OutlayTable) table =
      outlay_table_new ("lrrrl", _ ("Feature"), _ ("Budget"), _ ("Actual"), _ ("Forecast"),
                        _ ("State"), NULL);

  for (gsize i = 0; i < status->n_lines; i++)
    add_row (table, wording, snapshot, status->month, &status->lines[i]);
  add_row (table, wording, snapshot, status->month, &status->total);

  g_print ("%s\n\n", month);
  outlay_table_print (table);
  g_print ("\n");
  g_print (_ ("Unallocated: %s\n"), unallocated);
}

static OutlayExit
find_exit (const OutlayBudgetStatus *status)
{
  for (gsize i = 0; i < status->n_lines; i++)
    if (status->lines[i].state == OUTLAY_BUDGET_OVER)
      return OUTLAY_EXIT_OVER;

  return OUTLAY_EXIT_DONE;
}

/**
 * outlay_cli_run_status:
 *
 * `status [--month M]`; exits with 3 if a budget is over
 */
OutlayExit
outlay_cli_run_status (OutlayCli *cli, int argc, char **argv)
{
  g_autofree char *month_text = NULL;
  const GOptionEntry entries[] = { { "month", 0, 0, G_OPTION_ARG_FILENAME, &month_text,
                                     N_ ("Which; this month if left out"), N_ ("MONTH") },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (OutlaySnapshot) snapshot = NULL;
  g_autoptr (OutlayBudgetStatus) status = NULL;
  g_autoptr (cJSON) document = NULL;
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  gint32 month = 0;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 0, 0) ||
      (month_text != NULL && !outlay_argument_month ("--month", month_text, &month)))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  snapshot = outlay_ledger_snapshot (ledger, &error);
  if (snapshot == NULL)
    return outlay_cli_fail (error);

  status =
      outlay_budget_status_new (snapshot,
                                month_text != NULL ? month : outlay_month_of_day (snapshot->day));
  if (cli->json)
    {
      document = outlay_report_status_json (snapshot, status);
      outlay_print_json (document);
    }
  else
    print_status (snapshot, status);

  return find_exit (status);
}
