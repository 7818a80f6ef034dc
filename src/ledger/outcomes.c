/* outcomes.c – commands: how many outcomes a use case had
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/outcomes.h"

#include "core/date.h"
#include "core/decimal.h"
#include "ledger/command-private.h"
#include "ledger/daily-csv.h"
#include "store/outcomes.h"

#include <glib/gi18n.h>

#define MAX_COUNT G_GINT64_CONSTANT (1000000000000000) /* a day's; a year of them still adds up */

static char *
collect_count (gint32 day, const char *number, gpointer user_data)
{
  GHashTable *days = user_data;
  gint64 *known = g_hash_table_lookup (days, GINT_TO_POINTER (day));
  gint64 count;

  if (!outlay_count_parse (number, &count, NULL))
    return g_strdup_printf (_ ("“%s” is no count. Write a whole number, not negative."), number);

  if (count > MAX_COUNT - (known != NULL ? *known : 0))
    return g_strdup_printf (_ ("“%s” is too large a number for a day."), number);

  if (known == NULL)
    g_hash_table_insert (days, GINT_TO_POINTER (day), g_memdup2 (&count, sizeof count));
  else
    *known += count;

  return NULL;
}

static gboolean
store_days (OutlayLedger *ledger,
            gint64 use_case,
            GHashTable *days,
            OutlayOutcomesResult *result,
            GError **error)
{
  GHashTableIter iter;
  gpointer day, count;

  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &day, &count))
    {
      OutlayOutcomeRow row = { use_case, GPOINTER_TO_INT (day), *(gint64 *) count, FALSE };
      gint32 first = outlay_month_first_day (outlay_month_of_day (row.day));
      gint32 last = first + outlay_month_n_days (outlay_month_of_day (row.day)) - 1;

      /* A month's count that was typed gives way: both together would count twice. */
      if (!outlay_outcomes_remove_month (ledger->database, use_case, first, last, error) ||
          !outlay_outcomes_set (ledger->database, &row, error))
        return FALSE;

      result->n_days++;
      result->first_day = MIN (result->first_day, row.day);
      result->last_day = MAX (result->last_day, row.day);
      result->count += row.count;
    }

  return TRUE;
}

static gboolean
import_outcomes (OutlayLedger *ledger,
                 const char *use_case,
                 GHashTable *days,
                 OutlayOutcomesResult *result,
                 GError **error)
{
  gint64 id;

  return outlay_command_find_use_case (ledger, use_case, &id, error) &&
         store_days (ledger, id, days, result, error);
}

/**
 * outlay_ledger_import_outcomes:
 * @ledger: a ledger
 * @use_case: name of a use case
 * @text: a CSV file with the columns `date` and `count`
 * @length: of @text, in bytes
 * @result: (out): what came in
 * @faults: (element-type utf8): rows that did not, each as `LINE: sentence`
 * @error: return location for an #OutlayLedgerError or an error of the CSV reader
 *
 * The days of the file take the place of what these days had; rows of one day are
 * added. A row that cannot be read does not come in; the others do.
 */
gboolean
outlay_ledger_import_outcomes (OutlayLedger *ledger,
                               const char *use_case,
                               const char *text,
                               gsize length,
                               OutlayOutcomesResult *result,
                               GPtrArray *faults,
                               GError **error)
{
  g_autoptr (GHashTable) days = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  OutlayOutcomesResult stored = { .first_day = G_MAXINT32, .last_day = G_MININT32 };

  if (!outlay_daily_csv_read (text, length, "count", collect_count, days, faults, error) ||
      !outlay_database_begin (ledger->database, error) ||
      !outlay_command_end (ledger, import_outcomes (ledger, use_case, days, &stored, error), error))
    return FALSE;

  *result = stored;
  return TRUE;
}

static gboolean
set_month (OutlayLedger *ledger, const char *use_case, gint32 month, gint64 count, GError **error)
{
  gint32 first = outlay_month_first_day (month);
  OutlayOutcomeRow row = { .day = first, .count = count, .of_month = TRUE };

  if (count > MAX_COUNT)
    {
      g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                           _ ("That is too large a number of outcomes for a month."));
      return FALSE;
    }

  return outlay_command_find_use_case (ledger, use_case, &row.use_case, error) &&
         outlay_outcomes_remove (ledger->database, row.use_case, first,
                                 first + outlay_month_n_days (month) - 1, error) &&
         (count < 0 || outlay_outcomes_set (ledger->database, &row, error));
}

/**
 * outlay_ledger_set_month_outcomes:
 * @ledger: a ledger
 * @use_case: name of a use case
 * @month: months since 1970
 * @count: outcomes of the month; below 0: they are not known
 * @error: return location for an #OutlayLedgerError
 *
 * The count stands on the first day of the month and takes the place of what all
 * its days had, so that it counts from that day on.
 */
gboolean
outlay_ledger_set_month_outcomes (OutlayLedger *ledger,
                                  const char *use_case,
                                  gint32 month,
                                  gint64 count,
                                  GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, set_month (ledger, use_case, month, count, error), error);
}
