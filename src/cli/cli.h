/* cli.h – what the commands share: options, the store, failures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A command is a row in a table. It parses its own options with
 * outlay_cli_parse(), asks for the store with outlay_cli_ledger(), and hands its
 * failure to outlay_cli_fail(): every failure is a line on standard error.
 */

#pragma once

#include "ledger/ledger.h"

G_BEGIN_DECLS

/**
 * OutlayExit:
 * @OUTLAY_EXIT_DONE: done
 * @OUTLAY_EXIT_FAILED: failed
 * @OUTLAY_EXIT_USAGE: wrong usage
 * @OUTLAY_EXIT_OVER: a budget is over
 * @OUTLAY_EXIT_REJECTED: some rows were rejected, the rest is in
 *
 * Exit statuses: a contract.
 */
typedef enum
{
  OUTLAY_EXIT_DONE,
  OUTLAY_EXIT_FAILED,
  OUTLAY_EXIT_USAGE,
  OUTLAY_EXIT_OVER,
  OUTLAY_EXIT_REJECTED,
} OutlayExit;

typedef struct _OutlayCliCommand OutlayCliCommand;

/**
 * OutlayCli:
 * @store: (nullable): the file; %NULL for the default
 * @json: one JSON document on standard output
 * @quiet: no progress on standard error
 * @has_day: @day was given
 * @day: the day that counts as today, with @has_day
 * @ledger: (nullable): the store, once it was asked for
 * @command: the command that runs
 */
typedef struct
{
  char *store;
  gboolean json;
  gboolean quiet;
  gboolean has_day;
  gint32 day;
  OutlayLedger *ledger;
  const OutlayCliCommand *command;
} OutlayCli;

/**
 * OutlayCliCommand:
 * @name: the word that calls it
 * @run: argv[0] is the command itself
 * @arguments: (nullable): what follows it, for the usage line; %NULL if it has
 *   commands of its own
 * @summary: what it does, a line
 */
struct _OutlayCliCommand
{
  const char *name;
  OutlayExit (*run) (OutlayCli *cli, int argc, char **argv);
  const char *arguments;
  const char *summary;
};

OutlayExit outlay_cli_run_table (OutlayCli *cli,
                                 const OutlayCliCommand *commands,
                                 gsize n_commands,
                                 int argc,
                                 char **argv);
gboolean outlay_cli_parse (OutlayCli *cli,
                           const GOptionEntry *entries,
                           int *argc,
                           char ***argv,
                           int least,
                           int most);
OutlayLedger *outlay_cli_ledger (OutlayCli *cli);
gboolean outlay_cli_today (OutlayCli *cli, gint32 *day);
OutlayExit outlay_cli_fail (const GError *error);
OutlayExit outlay_cli_misuse (const char *format, ...) G_GNUC_PRINTF (1, 2);
void outlay_cli_warn (const char *format, ...) G_GNUC_PRINTF (1, 2);
char *outlay_cli_read_file (const char *path, gsize *length);

/* One function a command of the top table. */

OutlayExit outlay_cli_run_anomalies (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_budget (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_config (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_cost_item (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_demo (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_drivers (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_feature (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_forecast (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_outcomes (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_plan (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_price (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_report (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_roi (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_rule (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_status (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_tiers (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_use_case (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_value (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_backup (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_check (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_formats (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_import (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_imports (OutlayCli *cli, int argc, char **argv);
OutlayExit outlay_cli_run_spend (OutlayCli *cli, int argc, char **argv);

G_END_DECLS
