/* date.h – days, months and instants as integers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day is a gint32 of days since 1 January 1970, a month a gint32 of months
 * since January 1970, an instant a gint64 of seconds since 1970 UTC. All are of
 * the Gregorian calendar, from the year 1970 to 9999.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define OUTLAY_SECONDS_PER_DAY 86400
#define OUTLAY_DAY_MAX 2932896                              /* 31 December 9999 */
#define OUTLAY_INSTANT_MAX G_GINT64_CONSTANT (253402300799) /* its last second */

/**
 * OutlayDateError:
 * @OUTLAY_DATE_ERROR_SYNTAX: the text is not a date, a month or an instant of 1970 to 9999
 */
typedef enum
{
  OUTLAY_DATE_ERROR_SYNTAX,
} OutlayDateError;

#define OUTLAY_DATE_ERROR (outlay_date_error_quark ())
GQuark outlay_date_error_quark (void);

gboolean outlay_day_from_ymd (int year, int month, int day, gint32 *out);
void outlay_day_to_ymd (gint32 day, int *year, int *month, int *day_of_month);
gboolean outlay_day_parse (const char *text, gint32 *day, GError **error);
char *outlay_day_to_string (gint32 day) G_GNUC_WARN_UNUSED_RESULT;
gint32 outlay_day_of_instant (gint64 instant);
gint64 outlay_day_start (gint32 day);
int outlay_day_weekday (gint32 day);

gint32 outlay_month_of_day (gint32 day);
gint32 outlay_month_first_day (gint32 month);
int outlay_month_n_days (gint32 month);
gboolean outlay_month_parse (const char *text, gint32 *month, GError **error);
char *outlay_month_to_string (gint32 month) G_GNUC_WARN_UNUSED_RESULT;

gboolean outlay_instant_parse (const char *text, gint64 *instant, GError **error);
char *outlay_instant_to_string (gint64 instant) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
