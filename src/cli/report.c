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
#include <string.h>

#define TREND_MONTHS 12

typedef struct
{
  char *month;
  char *from;
  char *to;
  char *feature;
  char *output;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->month);
  g_free (options->from);
  g_free (options->to);
  g_free (options->feature);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* What a report is made from, once its options are read. */
typedef struct
{
  OutlaySnapshot *snapshot;
  OutlaySnapshot *earlier; /* of the same days of the period before; NULL if that is whole */
  OutlayBudgetStatus *budget;
  OutlayWording *wording;
  gint32 from;
  gint32 to;
} Material;

static void
clear_material (Material *material)
{
  outlay_snapshot_unref (material->snapshot);
  outlay_snapshot_unref (material->earlier);
  outlay_budget_status_free (material->budget);
  outlay_wording_free (material->wording);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Material, clear_material)

static OutlayReportInput
make_input (const Material *material)
{
  return (OutlayReportInput){
    .snapshot = material->snapshot,
    .budget = material->budget,
    .wording = material->wording,
    .previous_to = G_MININT32,
    .made_day = G_MININT32,
  };
}

static OutlayReportDocument *
make_roi (const Material *material, const Options *options)
{
  const OutlaySnapshot *snapshot = material->snapshot;
  gint32 from = material->from, to = material->to;
  g_autoptr (OutlayPortfolio) portfolio = outlay_portfolio_new (snapshot, from, to);
  g_autoptr (OutlayPortfolio) previous =
      outlay_portfolio_new (material->earlier != NULL ? material->earlier : snapshot,
                            from - (to - from + 1), from - 1);
  g_autoptr (OutlayPortfolio) history =
      outlay_portfolio_new (snapshot, MIN (from, to - TREND_MONTHS + 1), to);
  OutlayReportInput input = make_input (material);

  input.portfolio = portfolio;
  input.previous = previous;
  if (material->earlier != NULL)
    input.previous_to = material->earlier->day;
  input.history = history;
  return outlay_report_roi_new (&input);
}

static OutlayReportDocument *
make_budget (const Material *material, const Options *options)
{
  OutlayReportInput input = make_input (material);

  return outlay_report_budget_new (&input);
}

static OutlayReportDocument *
make_statement (const Material *material, const Options *options)
{
  OutlayReportInput input = make_input (material);

  for (guint32 i = 0; i < material->snapshot->n_features; i++)
    if (strcmp (material->snapshot->features[i].name, options->feature) == 0)
      return outlay_report_statement_new (&input, i);

  outlay_cli_warn (_ ("There is no feature “%s”. Add it first, or check its name."),
                   options->feature);
  return NULL;
}

/* Of a running month only the same days of the one before, so that like is set beside like. */
static gboolean
read_earlier (OutlayLedger *ledger, Material *material, GError **error)
{
  const OutlaySnapshot *snapshot = material->snapshot;
  gint32 elapsed = snapshot->day - outlay_month_first_day (material->to);
  gint32 before = material->from - 1;

  if (elapsed < 0 || snapshot->day >= outlay_month_first_day (material->to + 1) - 1)
    return TRUE;

  material->earlier =
      outlay_ledger_snapshot_of_day (ledger,
                                     outlay_month_first_day (before) +
                                         MIN (elapsed, outlay_month_n_days (before) - 1),
                                     error);
  return material->earlier != NULL;
}

static OutlayExit
read_material (OutlayCli *cli, const Options *options, Material *material)
{
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  OutlayExit status;

  if (!outlay_argument_months (cli, options->month, options->from, options->to, &material->from,
                               &material->to, &status))
    return status;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  material->snapshot = outlay_ledger_snapshot (ledger, &error);
  if (material->snapshot == NULL)
    return outlay_cli_fail (error);

  if (!read_earlier (ledger, material, &error))
    return outlay_cli_fail (error);

  material->budget = outlay_budget_status_new (material->snapshot, material->to);
  material->wording = outlay_wording_new (NULL);
  return OUTLAY_EXIT_DONE;
}

static OutlayExit
write_report (OutlayCli *cli,
              const Options *options,
              OutlayReportDocument *(*make) (const Material *material, const Options *options))
{
  g_auto (Material) material = { 0 };
  g_autoptr (OutlayReportDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  OutlayReportFormat format;
  OutlayExit status;

  if (options->output == NULL)
    return outlay_cli_misuse (_ ("--output is missing."));
  if (!outlay_report_format_of_path (options->output, &format, &error))
    return outlay_cli_misuse ("--output: %s", error->message);

  status = read_material (cli, options, &material);
  if (status != OUTLAY_EXIT_DONE)
    return status;

  document = make (&material, options);
  if (document == NULL)
    return OUTLAY_EXIT_FAILED;
  if (!outlay_report_write (document, format, options->output, &error))
    return outlay_cli_fail (error);

  return OUTLAY_EXIT_DONE;
}

#define MONTH_OPTION                                                                               \
  {                                                                                                \
    "month", 0, 0, G_OPTION_ARG_FILENAME, &options.month, N_ ("Which; this month if left out"),    \
        N_ ("MONTH")                                                                               \
  }
#define OUTPUT_OPTION                                                                              \
  {                                                                                                \
    "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output,                                        \
        N_ ("Where to; its name ends in .pdf, .csv or .json"), N_ ("FILE")                         \
  }

static OutlayExit
run_roi (OutlayCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    MONTH_OPTION,
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from, N_ ("First month"), N_ ("MONTH") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, N_ ("Last month"), N_ ("MONTH") },
    OUTPUT_OPTION,
    G_OPTION_ENTRY_NULL
  };

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return OUTLAY_EXIT_USAGE;

  return write_report (cli, &options, make_roi);
}

static OutlayExit
run_budget (OutlayCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = { MONTH_OPTION, OUTPUT_OPTION, G_OPTION_ENTRY_NULL };

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return OUTLAY_EXIT_USAGE;

  return write_report (cli, &options, make_budget);
}

static OutlayExit
run_statement (OutlayCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = { MONTH_OPTION,
                                   { "feature", 0, 0, G_OPTION_ARG_FILENAME, &options.feature,
                                     N_ ("Whose"), N_ ("NAME") },
                                   OUTPUT_OPTION,
                                   G_OPTION_ENTRY_NULL };

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 0, 0) ||
      !outlay_argument_is_text ("--feature", options.feature))
    return OUTLAY_EXIT_USAGE;

  return write_report (cli, &options, make_statement);
}

static const OutlayCliCommand commands[] = {
  { "roi", run_roi, N_ ("[--month MONTH | --from MONTH --to MONTH] --output FILE"),
    N_ ("Value and cost of a period") },
  { "budget", run_budget, N_ ("[--month MONTH] --output FILE"),
    N_ ("How a month stands against its budgets") },
  { "statement", run_statement, N_ ("--feature NAME [--month MONTH] --output FILE"),
    N_ ("What a feature has to answer for") },
};

/**
 * outlay_cli_run_report:
 *
 * `report roi | budget | statement`
 */
OutlayExit
outlay_cli_run_report (OutlayCli *cli, int argc, char **argv)
{
  return outlay_cli_run_table (cli, commands, G_N_ELEMENTS (commands), argc, argv);
}
