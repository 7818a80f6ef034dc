/* settle.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/settle.h"

#include "import/reader.h"
#include "ingest/rollup.h"
#include "store/claims.h"
#include "store/daily.h"

/* A statement may hold days outside its billing month: corrections of earlier ones. */
static gboolean
find_days (const OutlayIngestContext *context,
           const OutlayCover *cover,
           gint32 *from,
           gint32 *to,
           GError **error)
{
  g_autoptr (GArray) spans = outlay_spans_of_batch (context->database, cover->batch, error);

  if (spans == NULL)
    return FALSE;

  *from = G_MAXINT32;
  *to = G_MININT32;
  for (guint i = 0; i < spans->len; i++)
    {
      const OutlaySpan *span = &g_array_index (spans, OutlaySpan, i);

      if (span->stream != cover->stream)
        continue;
      *from = MIN (*from, span->first_day);
      *to = MAX (*to, span->last_day);
    }

  return TRUE;
}

static gboolean
set_live (const OutlayIngestContext *context,
          const OutlayStream *stream,
          const OutlayCover *cover,
          gboolean live,
          OutlayTouched *touched,
          GError **error)
{
  gint32 from = (gint32) cover->slice;
  gint32 to = from;

  if (stream->rule != OUTLAY_RULE_STATEMENT)
    return outlay_daily_set_live (context->database, stream->id, from, to, cover->scope,
                                  cover->batch, live, error);

  if (!find_days (context, cover, &from, &to, error))
    return FALSE;

  outlay_touched_add_span (touched, stream->id, from, to);
  return outlay_daily_set_live (context->database, stream->id, from, to, cover->slice, cover->batch,
                                live, error);
}

/**
 * outlay_settle_slice:
 * @context: what the import works with
 * @stream: a stream of buckets or statements
 * @slice: a day, or a billing month
 * @touched: the days whose live rows may have changed are added to it
 * @error: return location for an error
 *
 * Decides which of the files that claim a slice wins it, and makes its rows live.
 */
gboolean
outlay_settle_slice (const OutlayIngestContext *context,
                     const OutlayStream *stream,
                     gint64 slice,
                     OutlayTouched *touched,
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

  if (stream->rule != OUTLAY_RULE_STATEMENT)
    outlay_touched_add (touched, stream->id, (gint32) slice);

  for (guint i = 0; i < undone->len; i++)
    if (!set_live (context, stream, &g_array_index (undone, OutlayCover, i), FALSE, touched, error))
      return FALSE;

  wins = g_new0 (gboolean, active->len + 1);
  if (active->len > 0 && stream->rule == OUTLAY_RULE_STATEMENT)
    outlay_claims_decide_statement ((OutlayCover *) (gpointer) active->data, active->len, wins);
  else if (active->len > 0)
    outlay_claims_decide ((OutlayCover *) (gpointer) active->data, active->len, wins);

  for (guint i = 0; i < active->len; i++)
    if (!set_live (context, stream, &g_array_index (active, OutlayCover, i), wins[i], touched,
                   error))
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
      if (!outlay_settle_slice (context, stream, cover->slice, touched, error))
        return FALSE;
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

/* What a batch covers changes what counts on days without its rows, too. */
static gboolean
touch_spans (const OutlayIngestContext *context,
             gint64 batch,
             OutlayTouched *touched,
             GError **error)
{
  g_autoptr (GArray) spans = outlay_spans_of_batch (context->database, batch, error);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const OutlaySpan *span = &g_array_index (spans, OutlaySpan, i);

      outlay_touched_add_span (touched, span->stream, span->first_day, span->last_day);
    }

  return spans != NULL;
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
         touch_spans (context, batch, touched, error) &&
         outlay_settle_spend (context, touched, batch, error);
}
