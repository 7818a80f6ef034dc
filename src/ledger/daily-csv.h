/* daily-csv.h – CSV files of a date and a number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayDailyCsvFunc:
 * @day: days since 1970
 * @number: the number's text, not empty
 * @user_data: as given
 *
 * Returns: (transfer full) (nullable): what is wrong with @number, or %NULL
 */
typedef char *(*OutlayDailyCsvFunc) (gint32 day, const char *number, gpointer user_data);

gboolean outlay_daily_csv_read (const char *text,
                                gsize length,
                                const char *column,
                                OutlayDailyCsvFunc func,
                                gpointer user_data,
                                GPtrArray *faults,
                                GError **error);

/**
 * OutlayDailySeries:
 * @first_day: day of the first value
 * @values: (array length=n_values): one a day, without a gap
 */
typedef struct
{
  gint32 first_day;
  double *values;
  gsize n_values;
} OutlayDailySeries;

OutlayDailySeries *outlay_daily_series_read (const char *text,
                                             gsize length,
                                             gint32 last_day,
                                             GPtrArray *faults,
                                             GError **error);
void outlay_daily_series_free (OutlayDailySeries *series);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDailySeries, outlay_daily_series_free)

G_END_DECLS
