/* drivers.c – outlay-cli drivers: why spend moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/drivers.h"

#include "cli/arguments.h"
#include "cli/output.h"
#include "report/json-text.h"
#include "wording/money.h"

#include <glib/gi18n.h>

#define LEAST_NANOS (OUTLAY_NANOS_PER_UNIT / 200) /* under half a cent there is nothing to say */

/* What happened, never why somebody wanted it. */
static const char *
describe (OutlayDriver driver, gint64 nanos, gboolean by_tokens)
{
  static const struct
  {
    const char *more;
    const char *less;
  } words[OUTLAY_N_DRIVERS] = {
    [OUTLAY_DRIVER_VOLUME] = { N_ ("more requests"), N_ ("fewer requests") },
    [OUTLAY_DRIVER_CONTEXT] = { N_ ("longer prompts"), N_ ("shorter prompts") },
    [OUTLAY_DRIVER_OUTPUT] = { N_ ("longer answers"), N_ ("shorter answers") },
    [OUTLAY_DRIVER_CACHING] = { N_ ("less from caches"), N_ ("more from caches") },
    [OUTLAY_DRIVER_MIX] = { N_ ("more on dearer models"), N_ ("more on cheaper models") },
    [OUTLAY_DRIVER_PRICE] = { N_ ("higher list prices"), N_ ("lower list prices") },
    [OUTLAY_DRIVER_RETRIES] = { N_ ("more billed failures"), N_ ("fewer billed failures") },
    [OUTLAY_DRIVER_CURRENCY] = { N_ ("exchange rates"), N_ ("exchange rates") },
    [OUTLAY_DRIVER_BILLING] = { N_ ("bills further above list prices"),
                                N_ ("bills further below list prices") },
    [OUTLAY_DRIVER_UNMETERED] = { N_ ("more cost without priced usage"),
                                  N_ ("less cost without priced usage") },
    [OUTLAY_DRIVER_REALLOCATED] = { N_ ("moved here by rules"), N_ ("moved away by rules") },
    [OUTLAY_DRIVER_NEW_FEATURES] = { N_ ("features that are new"), N_ ("features that are new") },
    [OUTLAY_DRIVER_RETIRED_FEATURES] = { N_ ("features that ended"), N_ ("features that ended") },
    [OUTLAY_DRIVER_FEES_CREDITS] = { N_ ("more fees, less credits"),
                                     N_ ("less fees, more credits") },
  };

  if (ABS (nanos) < LEAST_NANOS)
    return "–";
  if (driver == OUTLAY_DRIVER_VOLUME && by_tokens)
    return nanos > 0 ? _ ("more requests or tokens") : _ ("fewer requests or tokens");

  return _ (nanos > 0 ? words[driver].more : words[driver].less);
}

static const char *
note_of (const OutlayMove *move)
{
  return move->drivers.by_tokens
             ? _ ("Where a source counts no requests, volume is tokens, and context and output are "
                  "their shares.")
             : NULL;
}

static void
print_json (const OutlayMove *move, gint32 from_month, gint32 to_month)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  cJSON *terms;

  outlay_json_add_month (document, "from", from_month);
  outlay_json_add_month (document, "to", to_month);
  outlay_json_add_text (document, "currency", move->currency);
  outlay_json_add_money (document, "before", TRUE, move->drivers.before_nanos);
  outlay_json_add_money (document, "after", TRUE, move->drivers.after_nanos);
  terms = cJSON_AddArrayToObject (document, "terms");
  for (OutlayDriver i = 0; i < OUTLAY_N_DRIVERS; i++)
    {
      cJSON *term = cJSON_CreateObject ();

      outlay_json_add_text (term, "driver", outlay_driver_to_string (i));
      outlay_json_add_money (term, "amount", TRUE, move->drivers.term_nanos[i]);
      cJSON_AddItemToArray (terms, term);
    }

  outlay_json_add_count (document, "days", TRUE, move->n_days);
  if (note_of (move) != NULL)
    outlay_json_add_text (document, "note", note_of (move));
  outlay_print_json (document);
}

static void
add_row (OutlayTable *table,
         OutlayWording *wording,
         const OutlayMove *move,
         const char *name,
         gint64 nanos,
         const char *words)
{
  outlay_table_add (table, name);
  outlay_table_take (table,
                     outlay_wording_money (wording, nanos, move->currency, OUTLAY_MONEY_FULL));
  outlay_table_add (table, words);
}

static void
print_table (const OutlayMove *move)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new (NULL);
  g_autoptr (OutlayTable) table = outlay_table_new ("lrl", _ ("Driver"), _ ("Amount"), "", NULL);

  add_row (table, wording, move, _ ("Before"), move->drivers.before_nanos, "");
  for (OutlayDriver i = 0; i < OUTLAY_N_DRIVERS; i++)
    add_row (table, wording, move, outlay_driver_to_string (i), move->drivers.term_nanos[i],
             describe (i, move->drivers.term_nanos[i], move->drivers.by_tokens));
  add_row (table, wording, move, _ ("After"), move->drivers.after_nanos, "");
  outlay_table_print (table);

  if (move->to[0] - move->from[0] == move->to[1] - move->from[1])
    g_print (ngettext ("%d day of each month\n", "%d days of each month\n", (gulong) move->n_days),
             move->n_days);
  if (note_of (move) != NULL)
    g_print ("%s\n", note_of (move));
}

/**
 * outlay_cli_run_drivers:
 *
 * `drivers --from-month A --to-month B [--feature NAME]`
 */
OutlayExit
outlay_cli_run_drivers (OutlayCli *cli, int argc, char **argv)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *feature = NULL;
  const GOptionEntry entries[] = {
    { "from-month", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("The earlier month"), N_ ("MONTH") },
    { "to-month", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("The later month"), N_ ("MONTH") },
    { "feature", 0, 0, G_OPTION_ARG_FILENAME, &feature, N_ ("Of this feature only"), N_ ("NAME") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayMove) move = NULL;
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  gint32 from_month, to_month;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return OUTLAY_EXIT_USAGE;
  if (from == NULL || to == NULL)
    return outlay_cli_misuse (_ ("Name two months: --from-month 2026-08 --to-month 2026-09."));
  if (!outlay_argument_month ("--from-month", from, &from_month) ||
      !outlay_argument_month ("--to-month", to, &to_month) ||
      (feature != NULL && !outlay_argument_is_text ("--feature", feature)))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  move = outlay_ledger_drivers (ledger, from_month, to_month, feature, &error);
  if (move == NULL)
    return outlay_cli_fail (error);

  if (cli->json)
    print_json (move, from_month, to_month);
  else
    print_table (move);

  return OUTLAY_EXIT_DONE;
}
