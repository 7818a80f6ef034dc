/* forecast.c – outlay-cli forecast: any daily series, for back-tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/forecast.h"
#include "cli/arguments.h"
#include "cli/output.h"
#include "cli/series.h"
#include "report/json-text.h"

#include <glib/gi18n.h>

static void
print_forecast (OutlayCli *cli, gint32 month, const OutlayForecast *forecast)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  g_autofree char *name = outlay_month_to_string (month);

  outlay_json_add_number (document, "expected", forecast->expected);
  outlay_json_add_number (document, "low", forecast->low);
  outlay_json_add_number (document, "high", forecast->high);
  outlay_json_add_count (document, "level", TRUE, forecast->level);
  outlay_json_add_text (document, "method", forecast->method);

  if (cli->json)
    outlay_print_json (document);
  else
    g_print (_ ("%s: %.2f, %d %% between %.2f and %.2f (%s)\n"), name, forecast->expected,
             forecast->level, forecast->low, forecast->high, forecast->method);
}

/* Today is history where it was given; otherwise it is not over yet. */
static OutlayExit
forecast_file (OutlayCli *cli, const char *path, gint32 today, gint32 month)
{
  gint32 last_day = cli->has_day ? today : today - 1;
  g_autoptr (OutlayDailySeries) series = outlay_cli_read_series (path, last_day);
  OutlayForecast forecast;

  if (series == NULL)
    return OUTLAY_EXIT_FAILED;

  if (series->n_values == 0 || !outlay_forecast_month (series->values, series->n_values,
                                                       series->first_day, month, &forecast))
    {
      outlay_cli_warn (_ ("%s: there are not enough days up to today to forecast this month. Give "
                          "an earlier series, or a later --as-of."),
                       path);
      return OUTLAY_EXIT_FAILED;
    }

  print_forecast (cli, month, &forecast);
  return OUTLAY_EXIT_DONE;
}

/**
 * outlay_cli_run_forecast:
 *
 * `forecast --series FILE.csv [--month M]`
 */
OutlayExit
outlay_cli_run_forecast (OutlayCli *cli, int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *month_text = NULL;
  const GOptionEntry entries[] = { { "series", 0, 0, G_OPTION_ARG_FILENAME, &path,
                                     N_ ("A CSV file with date and value"), N_ ("FILE") },
                                   { "month", 0, 0, G_OPTION_ARG_FILENAME, &month_text,
                                     N_ ("Which; this month if left out"), N_ ("MONTH") },
                                   G_OPTION_ENTRY_NULL };
  gint32 today, month = 0;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 0, 0) ||
      (month_text != NULL && !outlay_argument_month ("--month", month_text, &month)))
    return OUTLAY_EXIT_USAGE;
  if (path == NULL)
    return outlay_cli_misuse (_ ("--series is missing."));
  if (!outlay_cli_today (cli, &today))
    return OUTLAY_EXIT_FAILED;

  return forecast_file (cli, path, today, month_text != NULL ? month : outlay_month_of_day (today));
}
