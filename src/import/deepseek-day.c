/* deepseek-day.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/deepseek-day.h"

#include "core/date.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_DATE 10        /* bytes of YYYY-MM-DD */
#define N_COMPACT_DATE 8 /* bytes of YYYYMMDD */

/* `20260725` is `2026-07-25`. */
static const char *
spell_date (OutlayRow *row, const char *text)
{
  if (strlen (text) != N_COMPACT_DATE || strspn (text, "0123456789") != N_COMPACT_DATE)
    return text;

  return outlay_row_keep (row, g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6));
}

/* A day of Beijing keeps its date: two thirds of it are that day in UTC, and the file's
   months stay those of the provider. */
static gboolean
is_local_day (const char *start, gint64 seconds)
{
  return seconds == OUTLAY_SECONDS_PER_DAY && strlen (start) > N_DATE &&
         g_str_has_prefix (start + N_DATE + 1, "00:00");
}

/**
 * outlay_deepseek_read_day:
 * @row: a row
 * @date_column: a date, of exports until July 2026
 * @start_column: start of the bucket, of later exports, in Beijing's time or UTC
 * @end_column: its end
 * @record: (inout): gets its times
 */
void
outlay_deepseek_read_day (OutlayRow *row,
                          guint date_column,
                          guint start_column,
                          guint end_column,
                          OutlayRecord *record)
{
  const char *date = outlay_row_text (row, date_column);
  const char *start = outlay_row_text (row, start_column);
  gint64 end = outlay_row_instant (row, end_column);
  gint64 seconds = OUTLAY_SECONDS_PER_DAY;

  if (date[0] != '\0')
    record->start = outlay_row_instant_of (row, "utc_date", spell_date (row, date));
  else
    record->start = outlay_row_instant_of (row, "start_time_iso", start);

  if (record->start == OUTLAY_UNDATED)
    {
      outlay_row_reject (row, "utc_date", "%s", _ ("the date is missing"));
      return;
    }

  if (date[0] == '\0' && end != OUTLAY_UNDATED)
    seconds = end - record->start;
  if (date[0] == '\0' && is_local_day (start, seconds))
    record->start = outlay_row_instant_of (row, "start_time_iso",
                                           outlay_row_keep (row, g_strndup (start, N_DATE)));
  record->end = record->start + seconds;
}

/**
 * outlay_deepseek_read_key:
 * @key: a key, with stars in it, as it should be
 * @name: its name
 * @record: (inout): gets the key; one without stars is a secret and not kept
 */
void
outlay_deepseek_read_key (const char *key, const char *name, OutlayRecord *record)
{
  outlay_record_set_pair (record, OUTLAY_FIELD_KEY, strchr (key, '*') != NULL ? key : "", name);
}
