/* anomalies.c – outlay-cli anomalies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/unusual.h"

#include "cli/arguments.h"
#include "cli/output.h"
#include "cli/series.h"
#include "core/money.h"
#include "report/json-text.h"
#include "wording/money.h"

#include <glib/gi18n.h>

/* Under it nobody wants to be told: one unit of the reporting currency. */
#define LEAST_NANOS OUTLAY_NANOS_PER_UNIT

typedef struct
{
  cJSON *list;
  OutlayTable *table;
  OutlayWording *wording;
  const char *currency; /* NULL: the series is of no currency */
} Listing;

static char *
describe_amount (const Listing *listing, gint64 nanos)
{
  if (listing->currency != NULL)
    return outlay_wording_money (listing->wording, nanos, listing->currency, OUTLAY_MONEY_FULL);

  return outlay_nanos_to_string (nanos);
}

static char *
explain (const Listing *listing, const OutlayUnusual *unusual)
{
  g_autofree char *cost = describe_amount (listing, unusual->cost_nanos);
  g_autofree char *expected = describe_amount (listing, unusual->expected_nanos);

  switch (unusual->kind)
    {
    case OUTLAY_ANOMALY_SPIKE:
      return g_strdup_printf (_ ("%s, where its level and weekday led to expect %s"), cost,
                              expected);
    case OUTLAY_ANOMALY_DIP:
      return g_strdup_printf (_ ("only %s, where its level and weekday led to expect %s"), cost,
                              expected);
    case OUTLAY_ANOMALY_SHIFT_UP:
      return g_strdup_printf (_ ("a higher level for a week: %s a day, before it %s"), cost,
                              expected);
    case OUTLAY_ANOMALY_SHIFT_DOWN:
      return g_strdup_printf (_ ("a lower level for a week: %s a day, before it %s"), cost,
                              expected);
    case OUTLAY_ANOMALY_SILENT:
    default:
      return g_strdup_printf (_ ("no spend for longer than ever; %s was expected"), expected);
    }
}

static void
add_row (Listing *listing, const OutlayUnusual *unusual, const char *feature, const char *model)
{
  g_autofree char *why = explain (listing, unusual);
  cJSON *object = cJSON_CreateObject ();

  outlay_json_add_day (object, "date", unusual->day);
  outlay_json_add_text (object, "kind", outlay_anomaly_kind_to_string (unusual->kind));
  outlay_json_add_text (object, "feature", feature);
  outlay_json_add_text (object, "model", model);
  outlay_json_add_money (object, "cost", TRUE, unusual->cost_nanos);
  outlay_json_add_money (object, "expected", TRUE, unusual->expected_nanos);
  outlay_json_add_number (object, "score", unusual->score);
  outlay_json_add_text (object, "why", why);
  cJSON_AddItemToArray (listing->list, object);

  outlay_table_take (listing->table, outlay_day_to_string (unusual->day));
  outlay_table_add (listing->table, feature != NULL ? feature : "–");
  outlay_table_add (listing->table, model != NULL && model[0] != '\0' ? model : "–");
  outlay_table_add (listing->table, why);
}

static void
list_series (Listing *listing, const OutlayDailySeries *series, gint32 from, gint32 to)
{
  g_autoptr (OutlaySeriesModel) model = NULL;
  g_autoptr (GArray) anomalies = NULL;

  if (series->n_values == 0)
    return;

  model = outlay_series_model_new (series->values, series->n_values, series->first_day);
  anomalies = outlay_anomalies_find (model, 0);
  for (guint i = 0; i < anomalies->len; i++)
    {
      const OutlayAnomaly *anomaly = &g_array_index (anomalies, OutlayAnomaly, i);
      const OutlayUnusual unusual = {
        .day = series->first_day + (gint32) anomaly->t,
        .kind = anomaly->kind,
        .cost_nanos = outlay_nanos_from_estimate (anomaly->actual),
        .expected_nanos = outlay_nanos_from_estimate (anomaly->expected),
        .score = anomaly->score,
      };

      if (unusual.day >= from && unusual.day <= to)
        add_row (listing, &unusual, NULL, NULL);
    }
}

static OutlayExit
search_file (OutlayCli *cli, const char *path, gint32 from, gint32 to, Listing *listing)
{
  g_autoptr (OutlayDailySeries) series = NULL;
  gint32 today;

  if (!outlay_cli_today (cli, &today))
    return OUTLAY_EXIT_FAILED;

  series = outlay_cli_read_series (path, cli->has_day ? today : today - 1);
  if (series == NULL)
    return OUTLAY_EXIT_FAILED;

  list_series (listing, series, from, to);
  return OUTLAY_EXIT_DONE;
}

static OutlayExit
search_store (OutlayCli *cli, gint32 from, gint32 to, Listing *listing)
{
  g_autoptr (OutlaySnapshot) snapshot = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger = outlay_cli_ledger (cli);

  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  snapshot = outlay_ledger_snapshot (ledger, &error);
  if (snapshot == NULL)
    return outlay_cli_fail (error);

  listing->currency = snapshot->currency;
  found = outlay_unusual_find (snapshot, from, to, LEAST_NANOS);
  for (guint i = 0; i < found->len; i++)
    {
      const OutlayUnusual *unusual = &g_array_index (found, OutlayUnusual, i);

      add_row (listing, unusual, snapshot->features[unusual->feature].name,
               snapshot->models[unusual->model]);
    }

  listing->currency = NULL;
  return OUTLAY_EXIT_DONE;
}

/**
 * outlay_cli_run_anomalies:
 *
 * `anomalies [--from D --to D] [--series FILE.csv]`
 */
OutlayExit
outlay_cli_run_anomalies (OutlayCli *cli, int argc, char **argv)
{
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from_text, N_ ("First day; all if left out"),
      N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to_text, N_ ("Last day"), N_ ("DAY") },
    { "series", 0, 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("A CSV file with date and value, instead of the store"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  g_autoptr (OutlayWording) wording = outlay_wording_new (NULL);
  g_autoptr (OutlayTable) table =
      outlay_table_new ("llll", _ ("Day"), _ ("Feature"), _ ("Model"), _ ("What"), NULL);
  Listing listing = { .table = table, .wording = wording };
  gint32 from = G_MININT32, to = G_MAXINT32;
  OutlayExit status;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 0, 0) ||
      (from_text != NULL && !outlay_argument_day ("--from", from_text, &from)) ||
      (to_text != NULL && !outlay_argument_day ("--to", to_text, &to)))
    return OUTLAY_EXIT_USAGE;

  listing.list = cJSON_AddArrayToObject (document, "anomalies");
  status = path != NULL ? search_file (cli, path, from, to, &listing)
                        : search_store (cli, from, to, &listing);
  if (status != OUTLAY_EXIT_DONE)
    return status;

  if (cli->json)
    outlay_print_json (document);
  else if (outlay_table_n_rows (table) > 0)
    outlay_table_print (table);
  else
    g_print ("%s\n", _ ("Nothing unusual."));

  return OUTLAY_EXIT_DONE;
}
