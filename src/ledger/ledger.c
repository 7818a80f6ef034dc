/* ledger.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/ledger.h"

#include "ledger/ledger-private.h"
#include "ledger/settings.h"

G_DEFINE_QUARK (OutlayLedgerError, outlay_ledger_error)

/* Today, where the user is; the days of the data are their provider's. */
static gboolean
find_today (OutlayLedger *ledger, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) now = NULL;

  if (!outlay_ledger_get_setting (ledger, OUTLAY_SETTING_TIMEZONE, &name, error))
    return FALSE;

  zone = g_time_zone_new_identifier (g_str_equal (name, "local") ? NULL : name);
  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  now = g_date_time_new_now (zone);
  return outlay_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                              g_date_time_get_day_of_month (now), &ledger->day);
}

/**
 * outlay_ledger_open:
 * @path: file of the store; it is made if it is not there
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the ledger
 */
OutlayLedger *
outlay_ledger_open (const char *path, GError **error)
{
  g_autoptr (OutlayLedger) ledger = g_new0 (OutlayLedger, 1);
  ledger->database = outlay_database_open (path, error);
  if (ledger->database == NULL)
    return NULL;

  ledger->book = outlay_price_book_new_shipped (error);
  if (ledger->book == NULL)
    return NULL;

  if (!find_today (ledger, error))
    return NULL;

  return g_steal_pointer (&ledger);
}

/**
 * outlay_ledger_close:
 * @ledger: (transfer full) (nullable): a ledger
 */
void
outlay_ledger_close (OutlayLedger *ledger)
{
  if (ledger == NULL)
    return;

  if (ledger->book != NULL)
    outlay_price_book_unref (ledger->book);
  outlay_database_close (ledger->database);
  g_free (ledger);
}

/**
 * outlay_ledger_set_day:
 * @ledger: a ledger
 * @day: the day that counts as today, in full
 */
void
outlay_ledger_set_day (OutlayLedger *ledger, gint32 day)
{
  ledger->day = day;
  ledger->day_counts = TRUE;
}

/**
 * outlay_ledger_day:
 * @ledger: a ledger
 *
 * Returns: the day that counts as today
 */
gint32
outlay_ledger_day (OutlayLedger *ledger)
{
  return ledger->day;
}

/**
 * outlay_ledger_update_day:
 * @ledger: a ledger
 * @error: return location for an error
 *
 * Looks at the clock and at the time zone again, for a program that stays open over
 * midnight. A day that was set stays.
 */
gboolean
outlay_ledger_update_day (OutlayLedger *ledger, GError **error)
{
  return ledger->day_counts || find_today (ledger, error);
}

/**
 * outlay_ledger_back_up:
 * @ledger: a ledger
 * @path: the file to write
 * @error: return location for an error
 */
gboolean
outlay_ledger_back_up (OutlayLedger *ledger, const char *path, GError **error)
{
  return outlay_database_back_up (ledger->database, path, error);
}
