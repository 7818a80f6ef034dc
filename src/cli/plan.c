/* plan.c – outlay-cli plan: what if
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/arguments.h"
#include "cli/output.h"
#include "cli/plan-run.h"
#include "core/decimal.h"
#include "ledger/exact.h"
#include "report/json-text.h"

#include <glib/gi18n.h>

#define DAYS 30         /* a month of planning */
#define CALL_DECIMALS 3 /* requests a user and day: 2.5 */
#define COST_DECIMALS 12

typedef struct
{
  gint64 users;
  gint64 requests_milli; /* a user and day */
  gint64 call_picos;
} Volume;

typedef struct
{
  gint64 calls_milli;
  gint64 day_nanos;
  gint64 month_nanos;
} Bill;

static gboolean
parse_exact (const char *name, const char *text, guint decimals, gint64 *value)
{
  g_autoptr (GError) error = NULL;

  if (!outlay_argument_is_text (name, text))
    return FALSE;

  if (!outlay_exact_parse (text, decimals, value, &error))
    {
      outlay_cli_misuse ("%s: %s", name, error->message);
      return FALSE;
    }

  if (*value < 0)
    {
      outlay_cli_misuse (_ ("%s cannot be negative."), name);
      return FALSE;
    }

  return TRUE;
}

/* Rounded once each, from the exact product. */
static gboolean
multiply (const Volume *volume, Bill *bill)
{
  OutlayWide calls_milli = (OutlayWide) volume->users * volume->requests_milli;
  OutlayWide picos;

  if (calls_milli > G_MAXINT64)
    return FALSE;

  bill->calls_milli = (gint64) calls_milli;
  if (__builtin_mul_overflow (calls_milli, (OutlayWide) volume->call_picos, &picos) ||
      picos > (OutlayWide) G_MAXINT64 * 1000 * OUTLAY_PICOS_PER_NANO)
    return FALSE;

  return outlay_nanos_from_picos (outlay_divide_half_even (picos, 1000), &bill->day_nanos) &&
         outlay_nanos_from_picos (outlay_divide_half_even (picos * DAYS, 1000), &bill->month_nanos);
}

static void
print_bill (OutlayCli *cli, const Bill *bill)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  g_autofree char *calls = outlay_decimal_to_string (bill->calls_milli, CALL_DECIMALS);
  g_autofree char *day = outlay_nanos_to_string (bill->day_nanos);
  g_autofree char *month = outlay_nanos_to_string (bill->month_nanos);
  g_autoptr (OutlayTable) table = NULL;

  if (cli->json)
    {
      cJSON_AddRawToObject (document, "calls_per_day", calls);
      outlay_json_add_text (document, "cost_per_day", day);
      outlay_json_add_text (document, "cost_per_month", month);
      outlay_json_add_count (document, "days", TRUE, DAYS);
      outlay_print_json (document);
      return;
    }

  table =
      outlay_table_new ("rrr", _ ("Calls a day"), _ ("Cost a day"), _ ("Cost of 30 days"), NULL);
  outlay_table_add (table, calls);
  outlay_table_add (table, day);
  outlay_table_add (table, month);
  outlay_table_print (table);
}

static OutlayExit
run_volume (OutlayCli *cli, int argc, char **argv)
{
  g_autofree char *users = NULL;
  g_autofree char *requests = NULL;
  g_autofree char *cost = NULL;
  const GOptionEntry entries[] = { { "users", 0, 0, G_OPTION_ARG_FILENAME, &users,
                                     N_ ("How many users"), N_ ("NUMBER") },
                                   { "requests-per-user", 0, 0, G_OPTION_ARG_FILENAME, &requests,
                                     N_ ("Calls of each user on a day"), N_ ("NUMBER") },
                                   { "cost-per-call", 0, 0, G_OPTION_ARG_FILENAME, &cost,
                                     N_ ("What a call costs"), N_ ("AMOUNT") },
                                   G_OPTION_ENTRY_NULL };
  Volume volume;
  Bill bill;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 0, 0) ||
      !parse_exact ("--users", users, 0, &volume.users) ||
      !parse_exact ("--requests-per-user", requests, CALL_DECIMALS, &volume.requests_milli) ||
      !parse_exact ("--cost-per-call", cost, COST_DECIMALS, &volume.call_picos))
    return OUTLAY_EXIT_USAGE;

  if (!multiply (&volume, &bill))
    return outlay_cli_misuse (_ ("The volume is beyond what can be counted. Use smaller numbers."));

  print_bill (cli, &bill);
  return OUTLAY_EXIT_DONE;
}

static const OutlayCliCommand commands[] = {
  { "run", outlay_cli_run_plan_run, N_ ("FILE.json|--demo"), N_ ("What a scenario would cost") },
  { "volume", run_volume, N_ ("--users N --requests-per-user N --cost-per-call X"),
    N_ ("What a number of users would cost") },
};

/**
 * outlay_cli_run_plan:
 *
 * `plan run` and `plan volume`
 */
OutlayExit
outlay_cli_run_plan (OutlayCli *cli, int argc, char **argv)
{
  return outlay_cli_run_table (cli, commands, G_N_ELEMENTS (commands), argc, argv);
}
