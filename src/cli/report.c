/* report.c – outlay-cli report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/arguments.h"
#include "insight/budget.h"
#include "insight/value.h"
#include "report/roi.h"
#include "report/write.h"
#include "wording/wording.h"

#include <glib/gi18n.h>

#define TREND_MONTHS 12

typedef struct
{
  char *month;
  char *from;
  char *to;
  char *output;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->month);
  g_free (options->from);
  g_free (options->to);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static OutlayExit
write_roi (OutlayLedger *ledger,
           gint32 from,
           gint32 to,
           OutlayReportFormat format,
           const char *path)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new (NULL);
  g_autoptr (OutlaySnapshot) snapshot = NULL;
  g_autoptr (OutlayPortfolio) portfolio = NULL;
  g_autoptr (OutlayPortfolio) previous = NULL;
  g_autoptr (OutlayPortfolio) history = NULL;
  g_autoptr (OutlayBudgetStatus) budget = NULL;
  g_autoptr (OutlayReportDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  OutlayReportInput input = { .previous_to = G_MININT32, .made_day = G_MININT32 };
  gint32 n_months = to - from + 1;

  snapshot = outlay_ledger_snapshot (ledger, &error);
  if (snapshot == NULL)
    return outlay_cli_fail (error);

  portfolio = outlay_portfolio_new (snapshot, from, to);
  previous = outlay_portfolio_new (snapshot, from - n_months, from - 1);
  history = outlay_portfolio_new (snapshot, MIN (from, to - TREND_MONTHS + 1), to);
  budget = outlay_budget_status_new (snapshot, to);

  input.snapshot = snapshot;
  input.portfolio = portfolio;
  input.previous = previous;
  input.history = history;
  input.budget = budget;
  input.wording = wording;
  document = outlay_report_roi_new (&input);
  if (!outlay_report_write (document, format, path, &error))
    return outlay_cli_fail (error);

  return OUTLAY_EXIT_DONE;
}

static OutlayExit
run_roi (OutlayCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "month", 0, 0, G_OPTION_ARG_FILENAME, &options.month, N_ ("Which; this month if left out"),
      N_ ("MONTH") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from, N_ ("First month"), N_ ("MONTH") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, N_ ("Last month"), N_ ("MONTH") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to; its name ends in .pdf, .csv or .json"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GError) error = NULL;
  OutlayReportFormat format;
  OutlayLedger *ledger;
  gint32 from, to;
  OutlayExit status;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return OUTLAY_EXIT_USAGE;
  if (options.output == NULL)
    return outlay_cli_misuse (_ ("--output is missing."));
  if (!outlay_report_format_of_path (options.output, &format, &error))
    return outlay_cli_misuse ("--output: %s", error->message);
  if (!outlay_argument_months (cli, options.month, options.from, options.to, &from, &to, &status))
    return status;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  return write_roi (ledger, from, to, format, options.output);
}

static const OutlayCliCommand commands[] = {
  { "roi", run_roi, N_ ("[--month MONTH | --from MONTH --to MONTH] --output FILE"),
    N_ ("Value and cost of a period") },
};

/**
 * outlay_cli_run_report:
 *
 * `report roi`
 */
OutlayExit
outlay_cli_run_report (OutlayCli *cli, int argc, char **argv)
{
  return outlay_cli_run_table (cli, commands, G_N_ELEMENTS (commands), argc, argv);
}
