/* cost-items.c – outlay-cli cost-item
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/cost-items.h"
#include "cli/arguments.h"
#include "cli/output.h"
#include "insight/value.h"
#include "report/json-text.h"
#include "wording/money.h"

#include <glib/gi18n.h>

static const char *const shares[] = {
  [OUTLAY_COST_DIRECT] = NULL,
  [OUTLAY_COST_EVEN] = "even",
  [OUTLAY_COST_BY_SPEND] = "spend",
};

static void
print_items_json (GPtrArray *items)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  cJSON *lines = cJSON_AddArrayToObject (document, "cost_items");

  for (guint i = 0; i < items->len; i++)
    {
      const OutlayCostEntry *item = items->pdata[i];
      g_autofree char *to =
          item->to_month != G_MAXINT32 ? outlay_month_to_string (item->to_month) : NULL;
      cJSON *line = cJSON_CreateObject ();

      cJSON_AddItemToArray (lines, line);
      outlay_json_add_count (line, "id", TRUE, item->id);
      outlay_json_add_text (line, "use_case", item->use_case);
      outlay_json_add_text (line, "shared", shares[item->share]);
      outlay_json_add_text (line, "kind", outlay_cost_kind_to_string (item->kind));
      outlay_json_add_text (line, "name", item->name);
      outlay_json_add_money (line, "amount", TRUE, item->amount_nanos);
      outlay_json_add_text (line, "currency", item->currency);
      cJSON_AddBoolToObject (line, "once", item->once);
      outlay_json_add_count (line, "months", item->once, item->n_months);
      outlay_json_add_month (line, "from", item->from_month);
      outlay_json_add_text (line, "to", to);
    }

  outlay_print_json (document);
}

static char *
describe_spread (const OutlayCostEntry *item)
{
  g_autofree char *from = outlay_month_to_string (item->from_month);
  g_autofree char *to = NULL;

  if (item->once)
    return g_strdup_printf (ngettext ("once, %s, over %d month", "once, %s, over %d months",
                                      (gulong) item->n_months),
                            from, item->n_months);

  if (item->to_month == G_MAXINT32)
    return g_strdup_printf (_ ("monthly, from %s"), from);

  to = outlay_month_to_string (item->to_month);
  return g_strdup_printf (_ ("monthly, %s to %s"), from, to);
}

static void
print_items (GPtrArray *items)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new (NULL);
  g_autoptr (OutlayTable) table = outlay_table_new ("rlllrl", _ ("Item"), _ ("Name"), _ ("Kind"),
                                                    _ ("Use case"), _ ("Amount"), _ ("When"), NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const OutlayCostEntry *item = items->pdata[i];

      outlay_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, item->id));
      outlay_table_add (table, item->name);
      outlay_table_add (table, outlay_cost_kind_to_string (item->kind));
      outlay_table_take (table, item->use_case != NULL
                                    ? g_strdup (item->use_case)
                                    : g_strdup_printf (_ ("shared (%s)"), shares[item->share]));
      outlay_table_take (table, outlay_wording_money (wording, item->amount_nanos, item->currency,
                                                      OUTLAY_MONEY_FULL));
      outlay_table_take (table, describe_spread (item));
    }

  if (outlay_table_n_rows (table) > 0)
    outlay_table_print (table);
}

static OutlayExit
run_list (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 0, 0))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  items = outlay_ledger_list_cost_items (ledger, &error);
  if (items == NULL)
    return outlay_cli_fail (error);

  if (cli->json)
    print_items_json (items);
  else
    print_items (items);

  return OUTLAY_EXIT_DONE;
}

typedef struct
{
  char *use_case;
  char *shared;
  char *kind;
  char *name;
  char *amount;
  gboolean monthly;
  gboolean once;
  char *months;
  char *from;
  char *to;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->use_case);
  g_free (options->shared);
  g_free (options->kind);
  g_free (options->name);
  g_free (options->amount);
  g_free (options->months);
  g_free (options->from);
  g_free (options->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
parse_options (OutlayCli *cli, int *argc, char ***argv, Options *options)
{
  const GOptionEntry entries[] = {
    { "use-case", 0, 0, G_OPTION_ARG_FILENAME, &options->use_case, N_ ("Who bears it"),
      N_ ("NAME") },
    { "shared", 0, 0, G_OPTION_ARG_FILENAME, &options->shared,
      N_ ("All use cases bear it: even or spend"), N_ ("HOW") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &options->kind,
      N_ ("infrastructure, people, fees or other"), N_ ("KIND") },
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &options->name, N_ ("What it is"), N_ ("TEXT") },
    { "amount", 0, 0, G_OPTION_ARG_FILENAME, &options->amount, N_ ("A month, or once"),
      N_ ("AMOUNT") },
    { "monthly", 0, 0, G_OPTION_ARG_NONE, &options->monthly, N_ ("It is paid every month"), NULL },
    { "once", 0, 0, G_OPTION_ARG_NONE, &options->once, N_ ("It is paid once"), NULL },
    { "months", 0, 0, G_OPTION_ARG_FILENAME, &options->months,
      N_ ("Over how many months a one-off is spread"), N_ ("NUMBER") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options->from, N_ ("First month"), N_ ("MONTH") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options->to, N_ ("Last month"), N_ ("MONTH") },
    G_OPTION_ENTRY_NULL
  };

  return outlay_cli_parse (cli, entries, argc, argv, 0, 0);
}

static gboolean
read_bearer (const Options *options, OutlayCostEntry *entry)
{
  if ((options->use_case != NULL) == (options->shared != NULL))
    {
      outlay_cli_misuse (_ ("Who bears it? Give --use-case NAME, or --shared even or spend."));
      return FALSE;
    }

  entry->use_case = options->use_case;
  entry->share = OUTLAY_COST_DIRECT;
  if (options->use_case != NULL)
    return TRUE;

  for (guint i = OUTLAY_COST_EVEN; i < G_N_ELEMENTS (shares); i++)
    if (g_strcmp0 (shares[i], options->shared) == 0)
      {
        entry->share = i;
        return TRUE;
      }

  outlay_cli_misuse (_ ("--shared: “%s” is neither even nor spend."), options->shared);
  return FALSE;
}

static gboolean
read_spread (const Options *options, OutlayCostEntry *entry)
{
  gint64 months = 1;

  if (options->monthly == options->once)
    {
      outlay_cli_misuse (_ ("How often is it paid? Give --monthly or --once."));
      return FALSE;
    }

  if (!outlay_argument_is_text ("--from", options->from) ||
      !outlay_argument_month ("--from", options->from, &entry->from_month) ||
      (options->to != NULL && !outlay_argument_month ("--to", options->to, &entry->to_month)) ||
      (options->months != NULL &&
       !outlay_argument_integer ("--months", options->months, 1, 1200, &months)))
    return FALSE;

  entry->once = options->once;
  entry->n_months = (gint32) months;
  return TRUE;
}

static gboolean
read_entry (const Options *options, OutlayCostEntry *entry)
{
  if (!read_bearer (options, entry) || !outlay_argument_is_text ("--kind", options->kind) ||
      !outlay_argument_is_text ("--name", options->name) ||
      !outlay_argument_is_text ("--amount", options->amount) ||
      !outlay_argument_amount ("--amount", options->amount, &entry->amount_nanos) ||
      !read_spread (options, entry))
    return FALSE;

  entry->name = options->name;
  if (outlay_cost_kind_parse (options->kind, &entry->kind))
    return TRUE;

  outlay_cli_misuse (_ ("--kind: “%s” is none of infrastructure, people, fees and other."),
                     options->kind);
  return FALSE;
}

static OutlayExit
run_add (OutlayCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  OutlayCostEntry entry = { .to_month = G_MAXINT32 };
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  gint64 id;

  if (!parse_options (cli, &argc, &argv, &options) || !read_entry (&options, &entry))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_add_cost_item (ledger, &entry, &id, &error))
    return outlay_cli_fail (error);

  outlay_json_add_count (document, "id", TRUE, id);
  if (cli->json)
    outlay_print_json (document);
  else
    g_print ("%" G_GINT64_FORMAT "\n", id);

  return OUTLAY_EXIT_DONE;
}

static OutlayExit
run_remove (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  gint64 id;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 1, 1) ||
      !outlay_argument_count (_ ("ID"), argv[1], &id))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_remove_cost_item (ledger, id, &error))
    return outlay_cli_fail (error);

  return OUTLAY_EXIT_DONE;
}

static const OutlayCliCommand commands[] = {
  { "list", run_list, "", N_ ("Lists the cost items") },
  { "add", run_add,
    N_ ("--use-case NAME|--shared HOW --kind KIND --name TEXT --amount AMOUNT "
        "--monthly|--once --from MONTH"),
    N_ ("Adds a cost") },
  { "remove", run_remove, N_ ("ID"), N_ ("Removes a cost") },
};

/**
 * outlay_cli_run_cost_item:
 *
 * `cost-item list | add | remove`
 */
OutlayExit
outlay_cli_run_cost_item (OutlayCli *cli, int argc, char **argv)
{
  return outlay_cli_run_table (cli, commands, G_N_ELEMENTS (commands), argc, argv);
}
