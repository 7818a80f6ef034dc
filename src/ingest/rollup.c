/* rollup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/rollup.h"

#include "core/date.h"
#include "core/money.h"
#include "import/reader.h"
#include "ingest/cells.h"
#include "store/claims.h"

typedef struct
{
  const OutlayIngestContext *context;
  const GArray *parts; /* OutlayStreamPart */
  gint64 batch;
  gint32 day;         /* that the cells are of */
  OutlayCells *cells; /* owned: of one day */
  GHashTable *covers; /* owned: OutlayCover of statements, until the end */
} Rollup;

static const OutlayStreamPart *
find_part (const GArray *parts, const OutlayStream *stream)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, OutlayStreamPart, i).stream == stream)
      return &g_array_index (parts, OutlayStreamPart, i);

  return NULL;
}

/* What a bill meters in hours or gigabytes is no gap of a catalogue of tokens. */
static gboolean
is_priceable (const OutlaySeries *series, const OutlayUsage *usage)
{
  if (series->kind == OUTLAY_CHARGE_NONE)
    return !outlay_usage_is_empty (usage);

  return outlay_usage_tokens (usage) > 0 || usage->count[OUTLAY_WEB_SEARCHES] > 0;
}

/**
 * outlay_rollup_price_fact:
 * @context: what the import works with
 * @series: of the fact
 * @is_request: the fact is one request, so that context tiers apply
 * @fact: (inout): a fact; its computed cost and the state of that are filled
 */
void
outlay_rollup_price_fact (const OutlayIngestContext *context,
                          const OutlaySeries *series,
                          gboolean is_request,
                          OutlayFact *fact)
{
  const OutlayPrice *price;

  fact->has_computed = TRUE;
  fact->computed_nanos = 0;
  fact->price_state = OUTLAY_PRICE_NONE;
  if (!is_priceable (series, &fact->usage))
    return;

  price = outlay_price_cache_get (context->prices, series, fact->start);
  if (price->state == OUTLAY_PRICE_UNPRICED)
    {
      fact->price_state = OUTLAY_PRICE_UNPRICED;
      return;
    }

  fact->price_state =
      outlay_rate_card_cost (&price->card, &fact->usage, is_request, &fact->computed_nanos);
  if (price->state == OUTLAY_PRICE_PARTIAL && fact->price_state == OUTLAY_PRICE_PRICED)
    fact->price_state = OUTLAY_PRICE_PARTIAL;
}

/* A day is priced as a whole, once, where its rates do not change within it. */
static void
price_cell (const OutlayIngestContext *context, const OutlaySeries *series, OutlayDaily *daily)
{
  if (daily->price_state == OUTLAY_PRICE_NONE && is_priceable (series, &daily->usage))
    {
      OutlayFact fact = { .start = outlay_day_start (daily->day), .usage = daily->usage };

      outlay_rollup_price_fact (context, series, FALSE, &fact);
      daily->computed_nanos = fact.computed_nanos;
      daily->price_state = fact.price_state;
      daily->unpriced_rows = fact.price_state == OUTLAY_PRICE_UNPRICED ? daily->rows : 0;
    }

  if (series->stream->role == OUTLAY_ROLE_OBSERVER)
    daily->cost_nanos =
        daily->price_state == OUTLAY_PRICE_UNPRICED || daily->price_state == OUTLAY_PRICE_NONE
            ? daily->effective_nanos
            : daily->computed_nanos;
  else
    daily->cost_nanos =
        series->kind != OUTLAY_CHARGE_NONE ? daily->effective_nanos : daily->computed_nanos;
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

static gint64
find_scope (const OutlayStreamPart *part, const OutlaySeries *series)
{
  const OutlayDimension *project = series->field[OUTLAY_FIELD_PROJECT];

  if (!part->has_project)
    return OUTLAY_SCOPE_WHOLE;

  return project->id != 0 ? project->id : OUTLAY_SCOPE_NAMELESS;
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

/* A file that holds nothing later, and states no later range, was made meanwhile. */
static gboolean
is_running (const OutlayStreamPart *part, gint64 slice)
{
  gint32 next;

  if (part->stream->rule != OUTLAY_RULE_STATEMENT)
    return slice == part->last_day && part->stated_to <= part->last_day;

  next = outlay_month_first_day ((gint32) slice + 1);
  return part->last_end < outlay_day_start (next) && part->stated_to < next - 1;
}

static void
add_cover (Rollup *rollup, const OutlayStreamPart *part, gint64 slice, gint64 scope, gint64 total)
{
  OutlayCover key = { .stream = part->stream->id,
                      .slice = slice,
                      .scope = scope,
                      .batch = rollup->batch,
                      .grain = part->grain,
                      .total = total };
  OutlayCover *cover = g_hash_table_lookup (rollup->covers, &key);

  if (cover != NULL)
    {
      outlay_nanos_accumulate (&cover->total, total);
      return;
    }

  key.running = is_running (part, slice);
  g_hash_table_add (rollup->covers, g_memdup2 (&key, sizeof key));
}

static gboolean
flush_day (Rollup *rollup, GError **error)
{
  const GPtrArray *cells = outlay_cells_sort (rollup->cells);

  for (guint i = 0; i < cells->len; i++)
    {
      OutlayDaily *daily = cells->pdata[i];
      const OutlaySeries *series = outlay_series_table_get (rollup->context->series, daily->series);
      const OutlayStreamPart *part = find_part (rollup->parts, series->stream);

      daily->batch = rollup->batch;
      daily->live = TRUE;
      price_cell (rollup->context, series, daily);
      if (!outlay_daily_insert (rollup->context->database, daily, error))
        return FALSE;

      if (series->stream->rule == OUTLAY_RULE_STATEMENT)
        add_cover (rollup, part, daily->scope, 0, weigh (series->stream, daily));
      else
        add_cover (rollup, part, daily->day, daily->scope, weigh (series->stream, daily));
    }

  outlay_cells_clear (rollup->cells);
  return TRUE;
}

static gboolean
on_fact (const OutlayFact *fact, gint64 batch, gpointer data, GError **error)
{
  Rollup *rollup = data;
  const OutlaySeries *series = outlay_series_table_get (rollup->context->series, fact->series);
  const OutlayStreamPart *part = find_part (rollup->parts, series->stream);
  gint32 day = outlay_day_of_instant (fact->start);
  gint64 scope = fact->slice != 0 ? fact->slice : find_scope (part, series);

  if (day != rollup->day && !flush_day (rollup, error))
    return FALSE;

  rollup->day = day;
  outlay_cells_add (rollup->cells, series->stream->id, day, scope, batch, fact);
  return TRUE;
}

static gboolean
insert_covers (Rollup *rollup, GError **error)
{
  GHashTableIter iter;
  gpointer cover;

  g_hash_table_iter_init (&iter, rollup->covers);
  while (g_hash_table_iter_next (&iter, &cover, NULL))
    if (!outlay_covers_insert (rollup->context->database, cover, error))
      return FALSE;

  return TRUE;
}

/* A covered day without rows is a real 0: it is claimed too, in each scope that the file names. */
static void
claim_empty_days (Rollup *rollup)
{
  g_autoptr (GPtrArray) covers = g_ptr_array_new ();
  g_autoptr (GHashTable) scopes = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < rollup->parts->len; i++)
    {
      const OutlayStreamPart *part = &g_array_index (rollup->parts, OutlayStreamPart, i);
      gint32 from = MIN (part->first_day, part->stated_from);
      gint32 to = MAX (part->last_day, part->stated_to);

      if (part->stream->rule != OUTLAY_RULE_BUCKET)
        continue;

      g_hash_table_remove_all (scopes);
      g_hash_table_iter_init (&iter, rollup->covers);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        if (((OutlayCover *) key)->stream == part->stream->id)
          g_hash_table_add (scopes, &((OutlayCover *) key)->scope);

      for (gint32 day = from; day <= to; day++)
        {
          GHashTableIter scope_iter;
          gpointer scope;

          g_hash_table_iter_init (&scope_iter, scopes);
          while (g_hash_table_iter_next (&scope_iter, &scope, NULL))
            {
              OutlayCover cover = { .stream = part->stream->id,
                                    .slice = day,
                                    .scope = *(const gint64 *) scope,
                                    .batch = rollup->batch,
                                    .grain = part->grain,
                                    .running = is_running (part, day) };

              if (!g_hash_table_contains (rollup->covers, &cover))
                g_ptr_array_add (covers, g_memdup2 (&cover, sizeof cover));
            }
        }
    }

  for (guint i = 0; i < covers->len; i++)
    g_hash_table_add (rollup->covers, covers->pdata[i]);
}

/**
 * outlay_rollup_facts:
 * @context: what the import works with
 * @batch: a batch whose facts are stored
 * @parts: (element-type OutlayStreamPart): what its file holds
 * @error: return location for an error
 *
 * Writes the daily rows of the batch, live, and the slices it claims.
 */
gboolean
outlay_rollup_facts (const OutlayIngestContext *context,
                     gint64 batch,
                     const GArray *parts,
                     GError **error)
{
  Rollup rollup = { .context = context, .parts = parts, .batch = batch, .day = G_MININT32 };
  gboolean done;

  rollup.cells = outlay_cells_new (context);
  rollup.covers = g_hash_table_new_full (hash_cover, equal_covers, g_free, NULL);

  done = outlay_facts_each (context->database, batch, on_fact, &rollup, error) &&
         flush_day (&rollup, error);
  if (done)
    {
      claim_empty_days (&rollup);
      done = insert_covers (&rollup, error);
    }

  outlay_cells_free (rollup.cells);
  g_hash_table_unref (rollup.covers);
  return done;
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
      price_cell (context, outlay_series_table_get (context->series, daily->series), daily);
      done = outlay_daily_insert (context->database, daily, error);
    }

  outlay_cells_free (event_day.cells);
  return done;
}
