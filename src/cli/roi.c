/* roi.c – outlay-cli roi: value against full cost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/arguments.h"
#include "cli/output.h"
#include "insight/value.h"
#include "report/roi-json.h"
#include "wording/money.h"
#include "wording/number.h"
#include "wording/status.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static char *
money_or_dash (OutlayWording *wording,
               const OutlaySnapshot *snapshot,
               gboolean known,
               gint64 nanos,
               OutlayMoneyStyle style)
{
  return known ? outlay_wording_money (wording, nanos, snapshot->currency, style) : g_strdup ("–");
}

static void
add_row (OutlayTable *table,
         OutlayWording *wording,
         const OutlaySnapshot *snapshot,
         const char *name,
         const OutlayWorth *worth)
{
  outlay_table_add (table, name);
  outlay_table_take (table, money_or_dash (wording, snapshot, worth->has_value, worth->value_nanos,
                                           OUTLAY_MONEY_FULL));
  outlay_table_take (table,
                     money_or_dash (wording, snapshot, TRUE, worth->cost_nanos, OUTLAY_MONEY_FULL));
  outlay_table_take (table, money_or_dash (wording, snapshot, worth->has_value, worth->net_nanos,
                                           OUTLAY_MONEY_FULL));
  outlay_table_take (table, isfinite (worth->roi_percent)
                                ? outlay_wording_percent (wording, worth->roi_percent, 0)
                                : g_strdup ("–"));
  outlay_table_take (table,
                     money_or_dash (wording, snapshot, worth->has_outcomes && worth->outcomes > 0,
                                    worth->cost_per_outcome_nanos, OUTLAY_MONEY_EACH));
  outlay_table_add (table, outlay_wording_worth ((OutlayWorthWord) worth->verdict));
}

static void
print_roi (const OutlaySnapshot *snapshot, const OutlayPortfolio *portfolio, const char *only)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new (NULL);
  g_autoptr (OutlayTable) table =
      outlay_table_new ("lrrrrrl", _ ("Use case"), _ ("Value"), _ ("Cost"), _ ("Net"), _ ("ROI"),
                        _ ("An outcome"), _ ("Verdict"), NULL);

  for (gsize i = 0; i < portfolio->n_lines; i++)
    {
      const OutlayUseCaseWorth *line = &portfolio->lines[i];
      const char *name = snapshot->use_cases[line->use_case].name;

      if (only == NULL || strcmp (only, name) == 0)
        add_row (table, wording, snapshot, name, &line->worth);
    }

  add_row (table, wording, snapshot, _ ("Total"), &portfolio->total);
  outlay_table_print (table);
}

static void
print_roi_json (const OutlaySnapshot *snapshot, const OutlayPortfolio *portfolio, const char *only)
{
  g_autoptr (cJSON) document = outlay_report_roi_json (snapshot, portfolio);
  cJSON *lines = cJSON_GetObjectItemCaseSensitive (document, "use_cases");

  for (int i = cJSON_GetArraySize (lines); i-- > 0 && only != NULL;)
    {
      cJSON *name = cJSON_GetObjectItemCaseSensitive (cJSON_GetArrayItem (lines, i), "name");

      if (strcmp (cJSON_GetStringValue (name), only) != 0)
        cJSON_DeleteItemFromArray (lines, i);
    }

  outlay_print_json (document);
}

static gboolean
has_use_case (const OutlaySnapshot *snapshot, const char *name)
{
  for (gsize i = 0; i < snapshot->n_use_cases; i++)
    if (strcmp (snapshot->use_cases[i].name, name) == 0)
      return TRUE;

  outlay_cli_warn (_ ("There is no use case “%s”. Add it first, or check its name."), name);
  return FALSE;
}

typedef struct
{
  char *month;
  char *from;
  char *to;
  char *use_case;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->month);
  g_free (options->from);
  g_free (options->to);
  g_free (options->use_case);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/**
 * outlay_cli_run_roi:
 *
 * `roi [--month M | --from M --to M] [--use-case NAME]`
 */
OutlayExit
outlay_cli_run_roi (OutlayCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "month", 0, 0, G_OPTION_ARG_FILENAME, &options.month, N_ ("Which; this month if left out"),
      N_ ("MONTH") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from, N_ ("First month"), N_ ("MONTH") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, N_ ("Last month"), N_ ("MONTH") },
    { "use-case", 0, 0, G_OPTION_ARG_FILENAME, &options.use_case, N_ ("Only this one"),
      N_ ("NAME") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlaySnapshot) snapshot = NULL;
  g_autoptr (OutlayPortfolio) portfolio = NULL;
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  gint32 from, to;
  OutlayExit status;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return OUTLAY_EXIT_USAGE;
  if (!outlay_argument_months (cli, options.month, options.from, options.to, &from, &to, &status))
    return status;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  snapshot = outlay_ledger_snapshot (ledger, &error);
  if (snapshot == NULL)
    return outlay_cli_fail (error);
  if (options.use_case != NULL && !has_use_case (snapshot, options.use_case))
    return OUTLAY_EXIT_FAILED;

  portfolio = outlay_portfolio_new (snapshot, from, to);
  if (cli->json)
    print_roi_json (snapshot, portfolio, options.use_case);
  else
    print_roi (snapshot, portfolio, options.use_case);

  return OUTLAY_EXIT_DONE;
}
