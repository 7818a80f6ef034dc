/* fact-buffer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/fact-buffer.h"

#include "core/money.h"

#include <glib/gi18n.h>
#include <string.h>

#define CAPACITY 32768   /* facts of one half: about 8 MiB */
#define FACTS_A_LOCK 256 /* written before others may use the store */

typedef struct
{
  gint64 start;
  gint64 series;
  gint64 slice;
  guint32 index;
} Key;

/* One half. */
typedef struct
{
  OutlayFact *facts; /* owned */
  Key *keys;         /* owned */
  gsize n_facts;
  gboolean sorted; /* they came in order */
} Chunk;

struct _OutlayFactBuffer
{
  OutlayFlushFunc func;
  gpointer user_data; /* borrowed */
  GMutex *lock;       /* borrowed, (nullable): held while @func is called */

  Chunk chunks[2];
  Chunk *filling;

  GThread *writer; /* owned; (nullable): there is none until one half is full */
  GMutex mutex;    /* guards what follows */
  GCond changed;
  Chunk *written; /* (nullable): the half that is being written */
  gboolean ended; /* nothing more will come */
  GError *error;  /* owned, (nullable): the first that the writer met */
};

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->series != right->series)
    return left->series < right->series ? -1 : 1;
  if (left->slice != right->slice)
    return left->slice < right->slice ? -1 : 1;

  return left->index < right->index ? -1 : left->index > right->index;
}

static gboolean
is_same (const OutlayFact *a, const OutlayFact *b)
{
  return a->start == b->start && a->series == b->series && a->slice == b->slice && a->id == b->id;
}

/* Events are told apart by their id and are no sums: only facts without one are added up. */
static gboolean
merge (OutlayFact *into, const OutlayFact *fact, GError **error)
{
  if (outlay_usage_add (&into->usage, &fact->usage) &&
      outlay_nanos_add (&into->billed_nanos, fact->billed_nanos) &&
      outlay_nanos_add (&into->effective_nanos, fact->effective_nanos) &&
      outlay_nanos_add (&into->notional_nanos, fact->notional_nanos))
    {
      into->rows += fact->rows;
      return TRUE;
    }

  g_set_error_literal (error, OUTLAY_MONEY_ERROR, OUTLAY_MONEY_ERROR_RANGE,
                       _ ("The sums of the file are beyond what can be counted"));
  return FALSE;
}

/* Adds up to @next what the chunk has of the same key behind it. */
static OutlayFact *
take_fact (Chunk *chunk, gsize *next, GError **error)
{
  OutlayFact *fact = &chunk->facts[chunk->keys[(*next)++].index];

  for (; *next < chunk->n_facts && fact->id == 0; (*next)++)
    {
      const OutlayFact *other = &chunk->facts[chunk->keys[*next].index];

      if (!is_same (fact, other))
        break;
      if (!merge (fact, other, error))
        return NULL;
    }

  return fact;
}

static gboolean
write_some (OutlayFactBuffer *buffer, Chunk *chunk, gsize *next, GError **error)
{
  for (guint n = 0; n < FACTS_A_LOCK && *next < chunk->n_facts; n++)
    {
      OutlayFact *fact = take_fact (chunk, next, error);

      if (fact == NULL || !buffer->func (fact, buffer->user_data, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_chunk (OutlayFactBuffer *buffer, Chunk *chunk, GError **error)
{
  gboolean done = TRUE;
  gsize next = 0;

  if (!chunk->sorted)
    qsort (chunk->keys, chunk->n_facts, sizeof *chunk->keys, compare_keys);

  while (done && next < chunk->n_facts)
    {
      if (buffer->lock != NULL)
        g_mutex_lock (buffer->lock);
      done = write_some (buffer, chunk, &next, error);
      if (buffer->lock != NULL)
        g_mutex_unlock (buffer->lock);
    }

  chunk->n_facts = 0;
  chunk->sorted = TRUE;
  return done;
}

static gpointer
write_chunks (gpointer data)
{
  OutlayFactBuffer *buffer = data;

  g_mutex_lock (&buffer->mutex);
  while (TRUE)
    {
      Chunk *chunk = buffer->written;
      GError *error = NULL;

      if (chunk == NULL && buffer->ended)
        break;
      if (chunk == NULL)
        {
          g_cond_wait (&buffer->changed, &buffer->mutex);
          continue;
        }

      g_mutex_unlock (&buffer->mutex);
      write_chunk (buffer, chunk, &error);
      g_mutex_lock (&buffer->mutex);
      if (buffer->error == NULL)
        buffer->error = g_steal_pointer (&error);
      g_clear_error (&error);
      buffer->written = NULL;
      g_cond_signal (&buffer->changed);
    }
  g_mutex_unlock (&buffer->mutex);
  return NULL;
}

/* What the writer could not do is told to the one who goes on filling. */
static gboolean
hand_over (OutlayFactBuffer *buffer, GError **error)
{
  gboolean done;

  if (buffer->writer == NULL)
    buffer->writer = g_thread_new ("outlay-write", write_chunks, buffer);

  g_mutex_lock (&buffer->mutex);
  while (buffer->written != NULL)
    g_cond_wait (&buffer->changed, &buffer->mutex);

  done = buffer->error == NULL;
  if (!done)
    g_propagate_error (error, g_steal_pointer (&buffer->error));
  else
    {
      buffer->written = buffer->filling;
      buffer->filling =
          buffer->filling == &buffer->chunks[0] ? &buffer->chunks[1] : &buffer->chunks[0];
      g_cond_signal (&buffer->changed);
    }
  g_mutex_unlock (&buffer->mutex);
  return done;
}

static void
end_writer (OutlayFactBuffer *buffer)
{
  if (buffer->writer == NULL)
    return;

  g_mutex_lock (&buffer->mutex);
  buffer->ended = TRUE;
  g_cond_signal (&buffer->changed);
  g_mutex_unlock (&buffer->mutex);
  g_thread_join (g_steal_pointer (&buffer->writer));
  buffer->ended = FALSE;
}

/**
 * outlay_fact_buffer_new:
 * @func: where the facts go; it may be called in another thread, until
 *   outlay_fact_buffer_flush() or outlay_fact_buffer_free()
 * @user_data: handed to @func
 * @lock: (nullable): held while @func is called; for what others use, too
 *
 * Returns: (transfer full): an empty buffer
 */
OutlayFactBuffer *
outlay_fact_buffer_new (OutlayFlushFunc func, gpointer user_data, GMutex *lock)
{
  OutlayFactBuffer *buffer = g_new0 (OutlayFactBuffer, 1);

  buffer->func = func;
  buffer->user_data = user_data;
  buffer->lock = lock;
  for (guint i = 0; i < G_N_ELEMENTS (buffer->chunks); i++)
    {
      buffer->chunks[i].facts = g_new (OutlayFact, CAPACITY);
      buffer->chunks[i].keys = g_new (Key, CAPACITY);
      buffer->chunks[i].sorted = TRUE;
    }
  buffer->filling = &buffer->chunks[0];
  g_mutex_init (&buffer->mutex);
  g_cond_init (&buffer->changed);
  return buffer;
}

/**
 * outlay_fact_buffer_free:
 * @buffer: (transfer full) (nullable): a buffer; what it still holds is dropped
 */
void
outlay_fact_buffer_free (OutlayFactBuffer *buffer)
{
  if (buffer == NULL)
    return;

  end_writer (buffer);
  for (guint i = 0; i < G_N_ELEMENTS (buffer->chunks); i++)
    {
      g_free (buffer->chunks[i].facts);
      g_free (buffer->chunks[i].keys);
    }
  g_mutex_clear (&buffer->mutex);
  g_cond_clear (&buffer->changed);
  g_clear_error (&buffer->error);
  g_free (buffer);
}

/**
 * outlay_fact_buffer_flush:
 * @buffer: a buffer
 * @error: return location for an error
 *
 * Hands on everything that the buffer holds. When it returns, nothing is called from
 * another thread any more.
 */
gboolean
outlay_fact_buffer_flush (OutlayFactBuffer *buffer, GError **error)
{
  end_writer (buffer);
  if (buffer->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&buffer->error));
      return FALSE;
    }

  return write_chunk (buffer, buffer->filling, error);
}

/**
 * outlay_fact_buffer_add:
 * @buffer: a buffer
 * @fact: a fact
 * @error: return location for an error
 */
gboolean
outlay_fact_buffer_add (OutlayFactBuffer *buffer, const OutlayFact *fact, GError **error)
{
  Key key = { fact->start, fact->series, fact->slice, 0 };
  Chunk *chunk;

  if (buffer->filling->n_facts == CAPACITY && !hand_over (buffer, error))
    return FALSE;

  chunk = buffer->filling;
  key.index = (guint32) chunk->n_facts;
  chunk->facts[chunk->n_facts] = *fact;
  chunk->keys[chunk->n_facts] = key;
  if (chunk->n_facts > 0 && compare_keys (&key, &chunk->keys[chunk->n_facts - 1]) < 0)
    chunk->sorted = FALSE;
  chunk->n_facts++;
  return TRUE;
}
