/* fact-buffer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/fact-buffer.h"

#include "core/money.h"

#include <glib/gi18n.h>
#include <string.h>

#define CAPACITY 65536 /* facts: about 12 MiB */

typedef struct
{
  gint64 start;
  gint64 series;
  gint64 slice;
  guint32 index;
} Key;

struct _OutlayFactBuffer
{
  OutlayFlushFunc func;
  gpointer user_data; /* borrowed */

  /* Owned references */
  OutlayFact *facts;
  Key *keys;
  gsize n_facts;
  gboolean sorted; /* they came in order */
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

/**
 * outlay_fact_buffer_new:
 * @func: where the facts go
 * @user_data: handed to @func
 *
 * Returns: (transfer full): an empty buffer
 */
OutlayFactBuffer *
outlay_fact_buffer_new (OutlayFlushFunc func, gpointer user_data)
{
  OutlayFactBuffer *buffer = g_new0 (OutlayFactBuffer, 1);

  buffer->func = func;
  buffer->user_data = user_data;
  buffer->facts = g_new (OutlayFact, CAPACITY);
  buffer->keys = g_new (Key, CAPACITY);
  buffer->sorted = TRUE;
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

  g_free (buffer->facts);
  g_free (buffer->keys);
  g_free (buffer);
}

/**
 * outlay_fact_buffer_flush:
 * @buffer: a buffer
 * @error: return location for an error
 *
 * Hands on everything that the buffer holds.
 */
gboolean
outlay_fact_buffer_flush (OutlayFactBuffer *buffer, GError **error)
{
  if (!buffer->sorted)
    qsort (buffer->keys, buffer->n_facts, sizeof *buffer->keys, compare_keys);

  for (gsize i = 0; i < buffer->n_facts;)
    {
      OutlayFact *fact = &buffer->facts[buffer->keys[i].index];

      for (i++; i < buffer->n_facts && fact->id == 0; i++)
        {
          const OutlayFact *next = &buffer->facts[buffer->keys[i].index];

          if (!is_same (fact, next))
            break;
          if (!merge (fact, next, error))
            return FALSE;
        }

      if (!buffer->func (fact, buffer->user_data, error))
        return FALSE;
    }

  buffer->n_facts = 0;
  buffer->sorted = TRUE;
  return TRUE;
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

  if (buffer->n_facts == CAPACITY && !outlay_fact_buffer_flush (buffer, error))
    return FALSE;

  key.index = (guint32) buffer->n_facts;
  buffer->facts[buffer->n_facts] = *fact;
  buffer->keys[buffer->n_facts] = key;
  if (buffer->n_facts > 0 && compare_keys (&key, &buffer->keys[buffer->n_facts - 1]) < 0)
    buffer->sorted = FALSE;
  buffer->n_facts++;
  return TRUE;
}
