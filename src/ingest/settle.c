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

/* A statement may hold days outside its billing month: corrections of earlier ones. */
static gboolean
find_days (const OutlayIngestContext *context,
           const GArray *covers,
           gint32 *from,
           gint32 *to,
           GError **error)
{
  for (guint i = 0; i < covers->len; i++)
    {
      const OutlayCover *cover = &g_array_index (covers, OutlayCover, i);
      g_autoptr (GArray) spans = outlay_spans_of_batch (context->database, cover->batch, error);

      if (spans == NULL)
        return FALSE;

      for (guint j = 0; j < spans->len; j++)
        {
          const OutlaySpan *span = &g_array_index (spans, OutlaySpan, j);

          if (span->stream != cover->stream)
            continue;
          *from = MIN (*from, span->first_day);
          *to = MAX (*to, span->last_day);
        }
    }

  return TRUE;
}

static gboolean
settle_statement (const OutlayIngestContext *context,
                  gint64 stream,
                  gint64 slice,
                  GArray *active,
                  const GArray *undone,
                  OutlayTouched *touched,
                  GError **error)
{
  g_autoptr (GArray) winners = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gboolean *wins = g_new0 (gboolean, active->len + 1);
  gint32 from = G_MAXINT32;
  gint32 to = G_MININT32;

  if (!find_days (context, active, &from, &to, error) ||
      !find_days (context, undone, &from, &to, error))
    return FALSE;

  outlay_claims_decide_statement ((OutlayCover *) (gpointer) active->data, active->len, wins);
  for (guint i = 0; i < active->len; i++)
    if (wins[i])
      g_array_append_val (winners, g_array_index (active, OutlayCover, i).batch);

  outlay_touched_add_span (touched, stream, from, to);
  return outlay_daily_set_winners (context->database, stream, from, to, slice, winners, error);
}

static int
compare_scopes (gconstpointer a, gconstpointer b)
{
  gint64 left = ((const OutlayCover *) a)->scope;
  gint64 right = ((const OutlayCover *) b)->scope;

  return left < right ? -1 : left > right;
}

static gboolean
settle_scopes (const OutlayIngestContext *context,
               gint64 stream,
               gint32 day,
               GArray *active,
               const GArray *undone,
               OutlayTouched *touched,
               GError **error)
{
  g_autoptr (GArray) scopes = g_array_new (FALSE, FALSE, sizeof (OutlayCover));
  g_autoptr (GArray) winners = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gboolean *wins = g_new0 (gboolean, active->len + 1);

  outlay_claims_decide ((OutlayCover *) (gpointer) active->data, active->len, wins);
  g_array_append_vals (scopes, active->data, active->len);
  g_array_append_vals (scopes, undone->data, undone->len);
  g_array_sort (scopes, compare_scopes);
  outlay_touched_add (touched, stream, day);

  for (guint i = 0; i < scopes->len; i++)
    {
      gint64 scope = g_array_index (scopes, OutlayCover, i).scope;

      if (i > 0 && g_array_index (scopes, OutlayCover, i - 1).scope == scope)
        continue;

      g_array_set_size (winners, 0);
      for (guint j = 0; j < active->len; j++)
        if (wins[j] && g_array_index (active, OutlayCover, j).scope == scope)
          g_array_append_val (winners, g_array_index (active, OutlayCover, j).batch);
      if (!outlay_daily_set_winners (context->database, stream, day, day, scope, winners, error))
        return FALSE;
    }

  return TRUE;
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

  if (active == NULL)
    return FALSE;

  undone = outlay_covers_of_slice (context->database, stream->id, slice, FALSE, error);
  if (undone == NULL)
    return FALSE;

  if (stream->rule == OUTLAY_RULE_STATEMENT)
    return settle_statement (context, stream->id, slice, active, undone, touched, error);

  return settle_scopes (context, stream->id, (gint32) slice, active, undone, touched, error);
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

/* Covers come by stream and slice. */
static gboolean
settle_claims (const OutlayIngestContext *context,
               const GArray *covers,
               OutlayTouched *touched,
               GError **error)
{
  const OutlayCover *last = NULL;

  for (guint i = 0; covers != NULL && i < covers->len; i++)
    {
      const OutlayCover *cover = &g_array_index (covers, OutlayCover, i);

      if (last != NULL && last->stream == cover->stream && last->slice == cover->slice)
        continue;

      last = cover;
      if (!outlay_settle_slice (context, find_stream (context, cover->stream), cover->slice,
                                touched, error))
        return FALSE;
    }

  return covers != NULL;
}

static gboolean
settle_events (const OutlayIngestContext *context,
               const GArray *days,
               OutlayTouched *touched,
               GError **error)
{
  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      const OutlayTouchedDay *day = &g_array_index (days, OutlayTouchedDay, i);

      if (!outlay_rollup_events (context, find_stream (context, day->stream), day->day, error))
        return FALSE;
      outlay_touched_add (touched, day->stream, day->day);
    }

  return days != NULL;
}

static GArray *
read_event_days (const OutlayIngestContext *context, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (OutlayTouchedDay));
  gboolean row = FALSE;

  while (outlay_database_step (context->database, statement, &row, error) && row)
    {
      OutlayTouchedDay day = { sqlite3_column_int64 (statement, 0),
                               sqlite3_column_int (statement, 1) };

      g_array_append_val (days, day);
    }

  return row ? NULL : g_steal_pointer (&days);
}

/* Days of events of a batch, or of all if it is 0. */
static GArray *
list_event_days (const OutlayIngestContext *context, gint64 batch, GError **error)
{
  static const char select_all[] = "SELECT DISTINCT stream, day FROM event";
  static const char select_days[] =
      "SELECT DISTINCT stream, day FROM event INDEXED BY event_batch WHERE batch = ?1";
  sqlite3_stmt *statement =
      outlay_database_statement (context->database, batch != 0 ? select_days : select_all, error);

  if (statement == NULL)
    return NULL;

  if (batch != 0)
    sqlite3_bind_int64 (statement, 1, batch);
  return read_event_days (context, statement, error);
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
  g_autoptr (GArray) covers = outlay_covers_of_batch (context->database, batch, error);
  g_autoptr (GArray) days = covers != NULL ? list_event_days (context, batch, error) : NULL;

  return days != NULL && settle_claims (context, covers, touched, error) &&
         settle_events (context, days, touched, error) &&
         touch_spans (context, batch, touched, error) &&
         outlay_settle_spend (context, touched, batch, error);
}

/**
 * outlay_settle_all:
 * @context: what the import works with
 * @error: return location for an error
 *
 * Settles everything from nothing.
 */
gboolean
outlay_settle_all (const OutlayIngestContext *context, GError **error)
{
  const GPtrArray *streams = outlay_series_table_streams (context->series);
  g_autoptr (OutlayTouched) touched = outlay_touched_new ();
  g_autoptr (GArray) covers = outlay_slices_all (context->database, error);
  g_autoptr (GArray) days = covers != NULL ? list_event_days (context, 0, error) : NULL;

  for (guint i = 0; i < streams->len; i++)
    outlay_touched_add_span (touched, ((const OutlayStream *) streams->pdata[i])->id, 0,
                             OUTLAY_DAY_MAX);

  return days != NULL && settle_claims (context, covers, touched, error) &&
         settle_events (context, days, touched, error) &&
         outlay_settle_spend (context, touched, 0, error);
}
