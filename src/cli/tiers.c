/* tiers.c – outlay-cli tiers: where provider accounts stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/tiers.h"

#include "cli/arguments.h"
#include "cli/output.h"
#include "core/money.h"
#include "report/json-text.h"
#include "wording/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>
#include <math.h>

static double
find_used_percent (const OutlayStanding *standing)
{
  if (standing->tier == NULL || !standing->tier->has_cap || standing->tier->cap_nanos <= 0)
    return NAN;

  return outlay_nanos_to_estimate (standing->month_nanos) /
         outlay_nanos_to_estimate (standing->tier->cap_nanos) * 100;
}

static cJSON *
describe_next (const OutlayStanding *standing)
{
  const OutlayTier *next = standing->next;
  cJSON *object;

  if (next == NULL)
    return cJSON_CreateNull ();

  object = cJSON_CreateObject ();
  outlay_json_add_text (object, "tier", next->name);
  outlay_json_add_money (object, "cap", next->has_cap, next->cap_nanos);
  outlay_json_add_money (object, "paid", next->has_paid, next->paid_nanos);
  outlay_json_add_count (object, "days", next->has_paid, next->days);
  return object;
}

static cJSON *
describe_standing (const OutlaySnapshot *snapshot, const OutlayStanding *standing)
{
  const OutlayAccount *account = &snapshot->accounts[standing->account];
  const OutlayTier *tier = standing->tier;
  const gboolean has_cap = tier != NULL && tier->has_cap;
  cJSON *object = cJSON_CreateObject ();

  outlay_json_add_text (object, "provider", account->provider);
  outlay_json_add_text (object, "account", account->name);
  outlay_json_add_text (object, "tier", tier != NULL ? tier->name : NULL);
  outlay_json_add_money (object, "cap", has_cap, has_cap ? tier->cap_nanos : 0);
  outlay_json_add_money (object, "spend", TRUE, standing->month_nanos);
  outlay_json_add_money (object, "headroom", has_cap,
                         has_cap ? tier->cap_nanos - standing->month_nanos : 0);
  outlay_json_add_number (object, "used_percent", find_used_percent (standing));
  outlay_json_add_money (object, "paid", TRUE, standing->paid_nanos);
  cJSON_AddItemToObject (object, "next_tier", describe_next (standing));
  if (standing->table != NULL)
    outlay_json_add_day (object, "table_date", standing->table->date);
  else
    cJSON_AddNullToObject (object, "table_date");
  outlay_json_add_text (object, "table_source",
                        standing->table != NULL ? standing->table->source : NULL);
  return object;
}

static void
print_json (const OutlaySnapshot *snapshot, const GArray *standings)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  cJSON *accounts;

  outlay_json_add_month (document, "month", outlay_month_of_day (snapshot->day));
  outlay_json_add_day (document, "as_of", snapshot->day);
  outlay_json_add_text (document, "currency", snapshot->currency);
  accounts = cJSON_AddArrayToObject (document, "accounts");
  for (guint i = 0; i < standings->len; i++)
    cJSON_AddItemToArray (accounts,
                          describe_standing (snapshot,
                                             &g_array_index (standings, OutlayStanding, i)));

  outlay_print_json (document);
}

static char *
show (OutlayWording *wording, const OutlaySnapshot *snapshot, gboolean known, gint64 nanos)
{
  return known ? outlay_wording_money (wording, nanos, snapshot->currency, OUTLAY_MONEY_FULL)
               : g_strdup ("–");
}

static void
add_row (OutlayTable *table,
         OutlayWording *wording,
         const OutlaySnapshot *snapshot,
         const OutlayStanding *standing)
{
  const OutlayAccount *account = &snapshot->accounts[standing->account];
  const OutlayTier *tier = standing->tier;
  const gboolean has_cap = tier != NULL && tier->has_cap;
  const double used = find_used_percent (standing);

  outlay_table_add (table, account->provider);
  outlay_table_add (table, account->name[0] != '\0' ? account->name : "–");
  outlay_table_add (table, tier != NULL ? tier->name : "–");
  outlay_table_take (table, show (wording, snapshot, TRUE, standing->month_nanos));
  outlay_table_take (table, show (wording, snapshot, has_cap, has_cap ? tier->cap_nanos : 0));
  outlay_table_take (table,
                     isfinite (used) ? outlay_wording_percent (wording, used, 0) : g_strdup ("–"));
  outlay_table_take (table, show (wording, snapshot, has_cap,
                                  has_cap ? tier->cap_nanos - standing->month_nanos : 0));
  outlay_table_add (table, standing->next != NULL ? standing->next->name : "–");
  outlay_table_take (table, standing->table != NULL ? outlay_day_to_string (standing->table->date)
                                                    : g_strdup ("–"));
}

static void
print_table (const OutlaySnapshot *snapshot, const GArray *standings)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new (NULL);
  g_autoptr (OutlayTable) table =
      outlay_table_new ("lllrrrrll", _ ("Provider"), _ ("Account"), _ ("Tier"), _ ("Spend"),
                        _ ("Cap a month"), _ ("Used"), _ ("Headroom"), _ ("Next tier"),
                        _ ("Table of"), NULL);

  for (guint i = 0; i < standings->len; i++)
    add_row (table, wording, snapshot, &g_array_index (standings, OutlayStanding, i));

  if (outlay_table_n_rows (table) == 0)
    {
      g_print ("%s\n", _ ("No limits known. Import spend to see where each account stands."));
      return;
    }

  outlay_table_print (table);
  g_print ("%s\n", _ ("The tier is the least that explains the spend; your account may stand "
                      "higher, or have a limit of its own."));
}

/**
 * outlay_cli_run_tiers:
 *
 * `tiers [--table FILE]`
 */
OutlayExit
outlay_cli_run_tiers (OutlayCli *cli, int argc, char **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "table", 0, 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("A JSON file of tiers, instead of those that Outlay comes with"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlaySnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GArray) standings = NULL;
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return OUTLAY_EXIT_USAGE;

  tables = outlay_tier_tables_load (path, &error);
  if (tables == NULL)
    return outlay_cli_fail (error);

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  snapshot = outlay_ledger_snapshot (ledger, &error);
  if (snapshot == NULL)
    return outlay_cli_fail (error);

  standings = outlay_tiers_place (snapshot, tables);
  if (cli->json)
    print_json (snapshot, standings);
  else
    print_table (snapshot, standings);

  return OUTLAY_EXIT_DONE;
}
