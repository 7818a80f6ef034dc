/* settle.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/settle.h"

#include "core/date.h"
#include "import/reader.h"
#include "ingest/rollup.h"
#include "store/claims.h"
#include "store/daily.h"

static gboolean
set_live (const OutlayIngestContext *context,
          const OutlayStream *stream,
          const OutlayCover *cover,
          gboolean live,
          GError **error)
{
  if (stream->rule == OUTLAY_RULE_STATEMENT)
    return outlay_daily_set_live (context->database, stream->id, 0, OUTLAY_DAY_MAX, cover->slice,
                                  cover->batch, live, error);

  return outlay_daily_set_live (context->database, stream->id, (gint32) cover->slice,
                                (gint32) cover->slice, cover->scope, cover->batch, live, error);
}

/**
 * outlay_settle_slice:
 * @context: what the import works with
 * @stream: a stream of buckets or statements
 * @slice: a day, or a billing month
 * @error: return location for an error
 *
 * Decides which of the files that claim a slice wins it, and makes its rows live.
 */
gboolean
outlay_settle_slice (const OutlayIngestContext *context,
                     const OutlayStream *stream,
                     gint64 slice,
                     GError **error)
{
  g_autoptr (GArray) active =
      outlay_covers_of_slice (context->database, stream->id, slice, TRUE, error);
  g_autoptr (GArray) undone = NULL;
  g_autofree gboolean *wins = NULL;

  if (active == NULL)
    return FALSE;

  undone = outlay_covers_of_slice (context->database, stream->id, slice, FALSE, error);
  if (undone == NULL)
    return FALSE;

  for (guint i = 0; i < undone->len; i++)
    if (!set_live (context, stream, &g_array_index (undone, OutlayCover, i), FALSE, error))
      return FALSE;

  wins = g_new0 (gboolean, active->len + 1);
  if (active->len > 0 && stream->rule == OUTLAY_RULE_STATEMENT)
    outlay_claims_decide_statement ((OutlayCover *) (gpointer) active->data, active->len, wins);
  else if (active->len > 0)
    outlay_claims_decide ((OutlayCover *) (gpointer) active->data, active->len, wins);

  for (guint i = 0; i < active->len; i++)
    if (!set_live (context, stream, &g_array_index (active, OutlayCover, i), wins[i], error))
      return FALSE;

  return TRUE;
}

static const OutlayStream *
find_stream (const OutlayIngestContext *context, gint64 id)
{
  const GPtrArray *streams = outlay_series_table_streams (context->series);

  for (guint i = 0; i < streams->len; i++)
    if (((const OutlayStream *) streams->pdata[i])->id == id)
      return streams->pdata[i];

  return NULL;
}

static gboolean
settle_claims (const OutlayIngestContext *context,
               gint64 batch,
               OutlayTouched *touched,
               GError **error)
{
  g_autoptr (GArray) covers = outlay_covers_of_batch (context->database, batch, error);
  const OutlayCover *last = NULL;

  if (covers == NULL)
    return FALSE;

  for (guint i = 0; i < covers->len; i++)
    {
      const OutlayCover *cover = &g_array_index (covers, OutlayCover, i);
      const OutlayStream *stream = find_stream (context, cover->stream);

      if (last != NULL && last->stream == cover->stream && last->slice == cover->slice)
        continue;

      last = cover;
      if (!outlay_settle_slice (context, stream, cover->slice, error))
        return FALSE;

      if (stream->rule == OUTLAY_RULE_STATEMENT)
        for (gint32 day = outlay_month_first_day ((gint32) cover->slice);
             day < outlay_month_first_day ((gint32) cover->slice + 1); day++)
          outlay_touched_add (touched, stream->id, day);
      else
        outlay_touched_add (touched, stream->id, (gint32) cover->slice);
    }

  return TRUE;
}

static gboolean
settle_events (const OutlayIngestContext *context,
               gint64 batch,
               OutlayTouched *touched,
               GError **error)
{
  static const char select_days[] =
      "SELECT DISTINCT stream, day FROM event INDEXED BY event_batch WHERE batch = ?1";
  sqlite3_stmt *statement = outlay_database_statement (context->database, select_days, error);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (OutlayTouchedDay));
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, batch);
  while (outlay_database_step (context->database, statement, &row, error) && row)
    {
      OutlayTouchedDay day = { sqlite3_column_int64 (statement, 0),
                               sqlite3_column_int (statement, 1) };

      g_array_append_val (days, day);
    }

  for (guint i = 0; !row && i < days->len; i++)
    {
      const OutlayTouchedDay *day = &g_array_index (days, OutlayTouchedDay, i);

      if (!outlay_rollup_events (context, find_stream (context, day->stream), day->day, error))
        return FALSE;
      outlay_touched_add (touched, day->stream, day->day);
    }

  return !row;
}

/* A statement may hold days outside its billing month: corrections of earlier ones. */
static gboolean
touch_rows (const OutlayIngestContext *context,
            gint64 batch,
            OutlayTouched *touched,
            GError **error)
{
  static const char select_days[] =
      "SELECT DISTINCT d.stream, d.day FROM span s JOIN daily d ON d.stream = s.stream "
      "AND d.day BETWEEN s.first_day AND s.last_day AND d.batch = s.batch WHERE s.batch = ?1";
  sqlite3_stmt *statement = outlay_database_statement (context->database, select_days, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, batch);
  while (outlay_database_step (context->database, statement, &row, error) && row)
    outlay_touched_add (touched, sqlite3_column_int64 (statement, 0),
                        sqlite3_column_int (statement, 1));

  return !row;
}

/**
 * outlay_settle_batch:
 * @context: what the import works with
 * @batch: a batch that was undone or redone
 * @error: return location for an error
 *
 * Settles everything that the batch has a part in.
 */
gboolean
outlay_settle_batch (const OutlayIngestContext *context, gint64 batch, GError **error)
{
  g_autoptr (OutlayTouched) touched = outlay_touched_new ();

  return settle_claims (context, batch, touched, error) &&
         settle_events (context, batch, touched, error) &&
         touch_rows (context, batch, touched, error) &&
         outlay_settle_spend (context, touched, error);
}
