/* spend.c – outlay-cli spend
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/spend.h"

#include "cli/arguments.h"
#include "cli/measures.h"
#include "report/json-text.h"
#include "wording/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static void
add_sums (cJSON *object, const OutlaySpendSums *sums, gboolean all)
{
  outlay_json_add_money (object, "cost", TRUE, sums->cost_nanos);
  outlay_json_add_money (object, "billed", TRUE, sums->billed_nanos);
  outlay_json_add_money (object, "computed", TRUE, sums->computed_nanos);
  outlay_json_add_usage (object, &sums->usage);
  outlay_json_add_count (object, "unpriced_rows", TRUE, sums->unpriced_rows);
  outlay_json_add_money (object, "estimated", TRUE, sums->estimated_nanos);
  outlay_json_add_money (object, "credits", TRUE, sums->credits_nanos);
  outlay_json_add_money (object, "tax", TRUE, sums->tax_nanos);
  outlay_json_add_money (object, "fees", TRUE, sums->fees_nanos);
  outlay_json_add_money (object, "refunds", TRUE, sums->refunds_nanos);
  outlay_json_add_money (object, "commitment_unused", TRUE, sums->unused_nanos);
}

static void
add_foreign (cJSON *document, const OutlaySpend *spend)
{
  cJSON *list;

  if (spend->foreign->len == 0)
    return;

  list = cJSON_AddArrayToObject (document, "unconverted");
  for (guint i = 0; i < spend->foreign->len; i++)
    {
      const OutlayForeignAmount *amount = &g_array_index (spend->foreign, OutlayForeignAmount, i);
      cJSON *object = cJSON_CreateObject ();

      outlay_json_add_text (object, "currency", amount->currency);
      outlay_json_add_money (object, "cost", TRUE, amount->cost_nanos);
      cJSON_AddItemToArray (list, object);
    }
}

static void
print_spend_json (const OutlaySpend *spend, const GPtrArray *keys)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  gboolean has_days = spend->from <= spend->to;
  cJSON *rows;

  outlay_json_add_day (document, "from", has_days ? spend->from : G_MININT32);
  outlay_json_add_day (document, "to", has_days ? spend->to : G_MININT32);
  outlay_json_add_text (document, "currency", spend->currency);
  add_sums (cJSON_AddObjectToObject (document, "total"), &spend->total, TRUE);
  add_foreign (document, spend);
  rows = cJSON_AddArrayToObject (document, "rows");
  for (guint i = 0; i < spend->rows->len; i++)
    {
      const OutlaySpendRow *row = spend->rows->pdata[i];
      cJSON *object = cJSON_CreateObject ();

      for (guint k = 0; k < keys->len; k++)
        outlay_json_add_text (object, ((const OutlaySpendKey *) keys->pdata[k])->text,
                              row->values[k][0] != '\0' ? row->values[k] : NULL);
      add_sums (object, &row->sums, FALSE);
      cJSON_AddItemToArray (rows, object);
    }

  outlay_print_json (document);
}

static void
add_cells (OutlayTable *table,
           OutlayWording *wording,
           const char *currency,
           const OutlaySpendSums *sums)
{
  outlay_table_take (table,
                     outlay_wording_money (wording, sums->cost_nanos, currency, OUTLAY_MONEY_FULL));
  outlay_table_take (table, outlay_wording_money (wording, sums->billed_nanos, currency,
                                                  OUTLAY_MONEY_FULL));
  outlay_table_take (table, outlay_wording_money (wording, sums->computed_nanos, currency,
                                                  OUTLAY_MONEY_FULL));
  outlay_table_take (table, outlay_wording_count (wording, sums->usage.count[OUTLAY_REQUESTS]));
  outlay_table_take (table, outlay_wording_count (wording, outlay_usage_tokens (&sums->usage)));
}

static char *
join_values (const OutlaySpendRow *row, gsize n_keys)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < n_keys; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                            row->values[i][0] != '\0' ? row->values[i] : "–");

  return g_strdup (text->str);
}

static void
print_spend (const OutlaySpend *spend)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new (NULL);
  g_autoptr (OutlayTable) table =
      outlay_table_new ("lrrrrr", _ ("Spend"), _ ("Cost"), _ ("Billed"), _ ("Computed"),
                        _ ("Requests"), _ ("Tokens"), NULL);

  for (guint i = 0; i < spend->rows->len; i++)
    {
      const OutlaySpendRow *row = spend->rows->pdata[i];

      outlay_table_take (table, join_values (row, spend->n_keys));
      add_cells (table, wording, spend->currency, &row->sums);
    }

  outlay_table_add (table, _ ("Total"));
  add_cells (table, wording, spend->currency, &spend->total);
  outlay_table_print (table);

  for (guint i = 0; i < spend->foreign->len; i++)
    {
      const OutlayForeignAmount *amount = &g_array_index (spend->foreign, OutlayForeignAmount, i);
      g_autofree char *money =
          outlay_wording_money (wording, amount->cost_nanos, amount->currency, OUTLAY_MONEY_FULL);

      g_print (_ ("Not in the total, for want of an exchange rate: %s\n"), money);
    }

  if (spend->total.unpriced_rows > 0)
    g_print (ngettext ("The total is “at least”: %" PRId64 " row has no price.\n",
                       "The total is “at least”: %" PRId64 " rows have no price.\n",
                       (gulong) spend->total.unpriced_rows),
             spend->total.unpriced_rows);
}

static gboolean
parse_keys (char **texts, GPtrArray *keys)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (texts[i], ",", -1);

      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autoptr (GError) error = NULL;
          OutlaySpendKey *key = outlay_spend_key_parse (names[j], &error);

          if (key == NULL)
            {
              outlay_cli_misuse ("--by: %s", error->message);
              return FALSE;
            }
          g_ptr_array_add (keys, key);
        }
    }

  return TRUE;
}

static gboolean
parse_filters (char **texts, GPtrArray *filters)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      OutlaySpendFilter *filter = outlay_spend_filter_parse (texts[i], &error);

      if (filter == NULL)
        {
          outlay_cli_misuse ("--where: %s", error->message);
          return FALSE;
        }
      g_ptr_array_add (filters, filter);
    }

  return TRUE;
}

static gboolean
parse_range (const char *from, const char *to, const char *month_text, OutlaySpendQuery *query)
{
  gint32 month;

  if (month_text != NULL && (from != NULL || to != NULL))
    {
      outlay_cli_misuse ("%s", _ ("Give either --month, or --from and --to"));
      return FALSE;
    }

  if (month_text != NULL)
    {
      if (!outlay_argument_month ("--month", month_text, &month))
        return FALSE;
      query->from = outlay_month_first_day (month);
      query->to = outlay_month_first_day (month + 1) - 1;
    }

  return (from == NULL || outlay_argument_day ("--from", from, &query->from)) &&
         (to == NULL || outlay_argument_day ("--to", to, &query->to));
}

/**
 * outlay_cli_run_spend:
 *
 * `spend [--from D --to D | --month M] [--by FIELD[,FIELD...]] [--where FIELD=GLOB ...]`
 */
OutlayExit
outlay_cli_run_spend (OutlayCli *cli, int argc, char **argv)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *month = NULL;
  g_auto (GStrv) by = NULL;
  g_auto (GStrv) where = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("First day"), N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Last day"), N_ ("DAY") },
    { "month", 0, 0, G_OPTION_ARG_FILENAME, &month, N_ ("One month"), N_ ("MONTH") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &by,
      N_ ("Group by day, week, month, feature, use-case, provider, account, project, key, user, "
          "model, tier, region, line-item, status or tag.NAME"),
      N_ ("FIELD[,FIELD…]") },
    { "where", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &where, N_ ("Only what matches; may be repeated"),
      N_ ("FIELD=GLOB") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GPtrArray) keys =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_spend_key_free);
  g_autoptr (GPtrArray) filters =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_spend_filter_free);
  OutlaySpendQuery query = { G_MININT32, G_MAXINT32, keys, filters };
  g_autoptr (OutlaySpend) spend = NULL;
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 0, 0) ||
      !parse_range (from, to, month, &query) || !parse_keys (by, keys) ||
      !parse_filters (where, filters))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  spend = outlay_ledger_spend (ledger, &query, &error);
  if (spend == NULL)
    return outlay_cli_fail (error);

  if (cli->json)
    print_spend_json (spend, keys);
  else
    print_spend (spend);

  return OUTLAY_EXIT_DONE;
}
