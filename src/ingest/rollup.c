/* rollup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/rollup.h"

#include "core/date.h"
#include "core/money.h"
#include "import/reader.h"
#include "ingest/cells.h"
#include "ingest/stream-parts.h"
#include "store/claims.h"

struct _OutlayRollup
{
  /* Borrowed */
  const OutlayIngestContext *context;
  const GArray *parts; /* OutlayStreamPart */

  gint64 batch;
  gint32 day;            /* that the cells are of */
  gboolean out_of_order; /* a fact came that belongs to a day that is written */
  OutlayCells *cells;    /* owned: of one day */
  GHashTable *covers;    /* owned: OutlayCover, until the end */
};

static const OutlayStreamPart *
find_part (const GArray *parts, const OutlayStream *stream)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, OutlayStreamPart, i).stream == stream)
      return &g_array_index (parts, OutlayStreamPart, i);

  return NULL;
}

/* What files of a stream are compared by. */
static gint64
weigh (const OutlayStream *stream, const OutlayDaily *daily)
{
  const gint64 *count = daily->usage.count;
  gint64 weight;

  if (stream->role == OUTLAY_ROLE_BILL)
    return daily->effective_nanos;

  weight = outlay_usage_tokens (&daily->usage);
  if (weight > 0)
    return weight;

  outlay_nanos_accumulate (&weight, count[OUTLAY_QUANTITY_MICROS]);
  outlay_nanos_accumulate (&weight, count[OUTLAY_WEB_SEARCHES]);
  outlay_nanos_accumulate (&weight, count[OUTLAY_REQUESTS]);
  return weight;
}

static guint
hash_cover (gconstpointer data)
{
  const OutlayCover *cover = data;

  return (guint) (cover->stream * 1000003 + cover->slice * 31 + cover->scope);
}

static gboolean
equal_covers (gconstpointer a, gconstpointer b)
{
  const OutlayCover *left = a;
  const OutlayCover *right = b;

  return left->stream == right->stream && left->slice == right->slice &&
         left->scope == right->scope;
}

/* A file that holds nothing later, and states no later range, was made meanwhile: so its last
 * day is unfinished, with rows or without. */
static gboolean
is_running (const OutlayStreamPart *part, gint64 slice)
{
  gint32 next;

  if (part->stream->rule != OUTLAY_RULE_STATEMENT)
    return slice >= MAX (part->last_day, part->stated_to);

  next = outlay_month_first_day ((gint32) slice + 1);
  return part->last_end < outlay_day_start (next) && part->stated_to < next - 1;
}

static void
add_cover (OutlayRollup *rollup, const OutlayCover *key)
{
  OutlayCover *cover = g_hash_table_lookup (rollup->covers, key);

  if (cover != NULL)
    outlay_nanos_accumulate (&cover->total, key->total);
  else
    g_hash_table_add (rollup->covers, g_memdup2 (key, sizeof *key));
}

/* Cells come by stream and scope. */
static gboolean
flush_day (OutlayRollup *rollup, GError **error)
{
  const GPtrArray *cells = outlay_cells_sort (rollup->cells);
  OutlayCover cover = { 0 };

  for (guint i = 0; i < cells->len; i++)
    {
      OutlayDaily *daily = cells->pdata[i];
      const OutlaySeries *series = outlay_series_table_get (rollup->context->series, daily->series);
      gboolean is_month = series->stream->rule == OUTLAY_RULE_STATEMENT;

      daily->batch = rollup->batch;
      daily->live = TRUE;
      outlay_rollup_price_cell (rollup->context, series, daily);
      if (!outlay_daily_insert (rollup->context->database, daily, error))
        return FALSE;

      if (cover.stream != daily->stream || cover.scope != daily->scope)
        {
          if (i > 0)
            add_cover (rollup, &cover);
          cover = (OutlayCover){ .stream = daily->stream,
                                 .slice = is_month ? daily->scope : daily->day,
                                 .scope = daily->scope,
                                 .batch = rollup->batch };
        }
      outlay_nanos_accumulate (&cover.total, weigh (series->stream, daily));
    }

  if (cells->len > 0)
    add_cover (rollup, &cover);
  outlay_cells_clear (rollup->cells);
  return TRUE;
}

/**
 * outlay_rollup_new:
 * @context: what the import works with; it has to outlive the roll-up
 * @batch: the batch that is being read
 * @parts: (element-type OutlayStreamPart): what its file holds so far; it has to
 *   outlive the roll-up
 *
 * Returns: (transfer full): an empty roll-up
 */
OutlayRollup *
outlay_rollup_new (const OutlayIngestContext *context, gint64 batch, const GArray *parts)
{
  OutlayRollup *rollup = g_new0 (OutlayRollup, 1);

  rollup->context = context;
  rollup->parts = parts;
  rollup->batch = batch;
  rollup->day = G_MININT32;
  rollup->cells = outlay_cells_new (context);
  rollup->covers = g_hash_table_new_full (hash_cover, equal_covers, g_free, NULL);
  return rollup;
}

/**
 * outlay_rollup_free:
 * @rollup: (transfer full) (nullable): a roll-up
 */
void
outlay_rollup_free (OutlayRollup *rollup)
{
  if (rollup == NULL)
    return;

  outlay_cells_free (rollup->cells);
  g_hash_table_unref (rollup->covers);
  g_free (rollup);
}

/**
 * outlay_rollup_add:
 * @rollup: a roll-up
 * @fact: a fact of a bucket or statement that has been stored
 * @error: return location for an error
 *
 * Facts that come in order of time are rolled up on the way. If one does not, all are
 * read again at the end.
 */
gboolean
outlay_rollup_add (OutlayRollup *rollup, const OutlayFact *fact, GError **error)
{
  const OutlaySeries *series = outlay_series_table_get (rollup->context->series, fact->series);
  gint32 day = outlay_day_of_instant (fact->start);

  if (rollup->out_of_order || day < rollup->day)
    {
      rollup->out_of_order = TRUE;
      return TRUE;
    }

  if (day > rollup->day && !flush_day (rollup, error))
    return FALSE;

  rollup->day = day;
  outlay_cells_add (rollup->cells, series->stream->id, day, fact->scope, rollup->batch, fact);
  return TRUE;
}

static gboolean
on_fact (const OutlayFact *fact, gint64 batch, gpointer data, GError **error)
{
  OutlayRollup *rollup = data;
  const OutlaySeries *series = outlay_series_table_get (rollup->context->series, fact->series);
  const OutlayStreamPart *part = find_part (rollup->parts, series->stream);
  OutlayFact scoped = *fact;

  scoped.scope =
      outlay_stream_part_scope (part, series->field[OUTLAY_FIELD_PROJECT]->id, fact->slice);
  return outlay_rollup_add (rollup, &scoped, error);
}

/* Rows before the first project of the file were taken for all of the account. */
static gboolean
has_wrong_scope (const OutlayRollup *rollup)
{
  const GPtrArray *streams = outlay_series_table_streams (rollup->context->series);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, rollup->covers);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    for (guint i = 0; i < streams->len; i++)
      {
        const OutlayStream *stream = streams->pdata[i];

        if (stream->id == ((const OutlayCover *) key)->stream &&
            ((const OutlayCover *) key)->scope == OUTLAY_SCOPE_WHOLE &&
            find_part (rollup->parts, stream)->has_project)
          return TRUE;
      }

  return FALSE;
}

static gboolean
begin_again (OutlayRollup *rollup, GError **error)
{
  for (guint i = 0; i < rollup->parts->len; i++)
    {
      const OutlayStreamPart *part = &g_array_index (rollup->parts, OutlayStreamPart, i);

      if (part->stream->rule != OUTLAY_RULE_EVENT &&
          !outlay_daily_delete_batch (rollup->context->database, part->stream->id, part->first_day,
                                      part->last_day, rollup->batch, error))
        return FALSE;
    }

  outlay_cells_clear (rollup->cells);
  g_hash_table_remove_all (rollup->covers);
  rollup->day = G_MININT32;
  rollup->out_of_order = FALSE;
  return outlay_facts_each (rollup->context->database, rollup->batch, on_fact, rollup, error) &&
         flush_day (rollup, error);
}

/* A covered day without rows is a real 0: it is claimed too, in each scope that the file names. */
static void
claim_empty_days (OutlayRollup *rollup, const OutlayStreamPart *part)
{
  g_autoptr (GHashTable) scopes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, rollup->covers);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (((OutlayCover *) key)->stream == part->stream->id)
      g_hash_table_add (scopes, g_memdup2 (&((OutlayCover *) key)->scope, sizeof (gint64)));

  for (gint32 day = MIN (part->first_day, part->stated_from);
       day <= MAX (part->last_day, part->stated_to); day++)
    {
      g_hash_table_iter_init (&iter, scopes);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        {
          const OutlayCover cover = { .stream = part->stream->id,
                                      .slice = day,
                                      .scope = *(const gint64 *) key,
                                      .batch = rollup->batch };

          add_cover (rollup, &cover);
        }
    }
}

/* Whether a slice was over, and how fine the file is, is known when all of it is read. */
static gboolean
insert_covers (OutlayRollup *rollup, const OutlayStreamPart *part, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, rollup->covers);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      OutlayCover *cover = key;

      if (cover->stream != part->stream->id)
        continue;

      cover->scope =
          part->stream->rule == OUTLAY_RULE_STATEMENT ? OUTLAY_SCOPE_WHOLE : cover->scope;
      cover->grain = part->grain;
      cover->running = is_running (part, cover->slice);
      if (!outlay_covers_insert (rollup->context->database, cover, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * outlay_rollup_finish:
 * @rollup: a roll-up that has been given all facts of its batch
 * @error: return location for an error
 *
 * Writes what is left of the daily rows of the batch, live, and the slices it claims.
 */
gboolean
outlay_rollup_finish (OutlayRollup *rollup, GError **error)
{
  if (!flush_day (rollup, error))
    return FALSE;
  if ((rollup->out_of_order || has_wrong_scope (rollup)) && !begin_again (rollup, error))
    return FALSE;

  for (guint i = 0; i < rollup->parts->len; i++)
    {
      const OutlayStreamPart *part = &g_array_index (rollup->parts, OutlayStreamPart, i);

      if (part->stream->rule == OUTLAY_RULE_BUCKET)
        claim_empty_days (rollup, part);
      if (!insert_covers (rollup, part, error))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  const OutlayStream *stream;
  gint32 day;
  OutlayCells *cells; /* owned */
} EventDay;

static gboolean
on_event (const OutlayFact *fact, gint64 batch, gpointer data, GError **error)
{
  EventDay *event_day = data;

  outlay_cells_add (event_day->cells, event_day->stream->id, event_day->day, OUTLAY_SCOPE_WHOLE,
                    batch, fact);
  return TRUE;
}

/**
 * outlay_rollup_events:
 * @context: what the import works with
 * @stream: a stream of events
 * @day: a day of it
 * @error: return location for an error
 *
 * Makes the daily rows of the day anew from the events that count.
 */
gboolean
outlay_rollup_events (const OutlayIngestContext *context,
                      const OutlayStream *stream,
                      gint32 day,
                      GError **error)
{
  EventDay event_day = { stream, day, outlay_cells_new (context) };
  gboolean done =
      outlay_daily_delete (context->database, stream->id, day, error) &&
      outlay_events_each_counted (context->database, stream->id, day, on_event, &event_day, error);
  const GPtrArray *cells = outlay_cells_sort (event_day.cells);

  for (guint i = 0; done && i < cells->len; i++)
    {
      OutlayDaily *daily = cells->pdata[i];

      daily->live = TRUE;
      outlay_rollup_price_cell (context, outlay_series_table_get (context->series, daily->series),
                                daily);
      done = outlay_daily_insert (context->database, daily, error);
    }

  outlay_cells_free (event_day.cells);
  return done;
}
