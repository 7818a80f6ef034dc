/* daily-csv.c – CSV files of a date and a number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/daily-csv.h"

#include "core/date.h"
#include "core/decimal.h"
#include "import/csv-table.h"
#include "ledger/ledger.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

enum
{
  DATE,
  NUMBER
};

typedef struct
{
  OutlayDailyCsvFunc func;
  gpointer user_data;
  GPtrArray *faults;
} Reading;

static gboolean
parse_day (const char *text, gint32 *day)
{
  gint64 instant;

  if (outlay_day_parse (text, day, NULL))
    return TRUE;
  if (!outlay_instant_parse (text, &instant, NULL))
    return FALSE;

  *day = outlay_day_of_instant (instant);
  return TRUE;
}

static char *
read_fields (const OutlayCsvRow *row, const Reading *reading)
{
  gint32 day;

  if (row->problem != NULL)
    return g_strdup (row->problem);
  if (!parse_day (row->field[DATE], &day))
    return g_strdup_printf (_ ("“%s” is no date. Write it as 2026-09-01."), row->field[DATE]);
  if (row->field[NUMBER][0] == '\0')
    return g_strdup (_ ("The number is missing."));

  return reading->func (day, row->field[NUMBER], reading->user_data);
}

static gboolean
on_row (const OutlayCsvRow *row, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autofree char *fault = read_fields (row, reading);

  if (fault != NULL)
    g_ptr_array_add (reading->faults,
                     g_strdup_printf ("%" G_GUINT64_FORMAT ": %s", row->line, fault));

  return TRUE;
}

/**
 * outlay_daily_csv_read:
 * @text: a CSV file: comma, semicolon or tab between the columns `date` and @column
 * @length: of @text, in bytes
 * @column: name of the column of numbers
 * @func: takes the rows, in the order of the file
 * @user_data: for @func
 * @faults: (element-type utf8): what is wrong, each as `LINE: sentence`, is added
 * @error: return location for an #OutlayLedgerError or an error of the CSV reader
 *
 * Returns: %FALSE if the file cannot be read at all; a row that cannot be read is
 *   one more fault
 */
gboolean
outlay_daily_csv_read (const char *text,
                       gsize length,
                       const char *column,
                       OutlayDailyCsvFunc func,
                       gpointer user_data,
                       GPtrArray *faults,
                       GError **error)
{
  const OutlayCsvColumn columns[] = {
    [DATE] = { "date", NULL, OUTLAY_COLUMN_REQUIRED },
    [NUMBER] = { column, NULL, OUTLAY_COLUMN_REQUIRED },
  };
  Reading reading = { func, user_data, faults };
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_autoptr (OutlayCsvTable) table =
      outlay_csv_table_new (columns, G_N_ELEMENTS (columns), on_row, &reading);

  if (!outlay_csv_table_feed (table, valid, strlen (valid), error) ||
      !outlay_csv_table_finish (table, error))
    return FALSE;

  if (outlay_csv_table_header (table) == NULL)
    {
      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
                   _ ("The file is empty. It needs the columns date and %s."), column);
      return FALSE;
    }

  return TRUE;
}

typedef struct
{
  gint32 day;
  double value;
} Point;

typedef struct
{
  GArray *points;
  gint32 last_day;
  gint32 end; /* last day that the file has a row for, counted or not */
} Collection;

static char *
collect_point (gint32 day, const char *number, gpointer user_data)
{
  Collection *collection = user_data;
  char *end;
  Point point = { day, g_ascii_strtod (number, &end) };

  if (*end != '\0' || !isfinite (point.value))
    return g_strdup_printf (_ ("“%s” is no number. Write it as 1234.56."), number);

  collection->end = MAX (collection->end, day);
  if (day <= collection->last_day)
    g_array_append_val (collection->points, point);

  return NULL;
}

/**
 * outlay_daily_series_read:
 * @text: a CSV file with the columns `date` and `value`
 * @length: of @text, in bytes
 * @last_day: later rows are not looked at
 * @faults: (element-type utf8): what is wrong, each as `LINE: sentence`, is added
 * @error: return location for an error
 *
 * A day without a row is 0 inside the file, be its end later than @last_day; nothing
 * is added after its last row. Rows of one day are added.
 *
 * Returns: (transfer full) (nullable): the series, without values if no row counts;
 *   %NULL if the file cannot be read at all
 */
OutlayDailySeries *
outlay_daily_series_read (const char *text,
                          gsize length,
                          gint32 last_day,
                          GPtrArray *faults,
                          GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  Collection collection = { points, last_day, G_MININT32 };
  OutlayDailySeries *series;
  gint32 first = G_MAXINT32, last;

  if (!outlay_daily_csv_read (text, length, "value", collect_point, &collection, faults, error))
    return NULL;

  for (guint i = 0; i < points->len; i++)
    first = MIN (first, g_array_index (points, Point, i).day);
  last = MIN (collection.end, last_day);

  series = g_new0 (OutlayDailySeries, 1);
  series->first_day = first;
  series->n_values = points->len > 0 ? (gsize) (last - first) + 1 : 0;
  series->values = g_new0 (double, series->n_values);
  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);

      series->values[point->day - first] += point->value;
    }

  return series;
}

/**
 * outlay_daily_series_free:
 * @series: (nullable) (transfer full): a series
 */
void
outlay_daily_series_free (OutlayDailySeries *series)
{
  if (series == NULL)
    return;

  g_free (series->values);
  g_free (series);
}
