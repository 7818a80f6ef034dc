/* settle-spend.c – one spend that several sources saw, counted once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which accounts and days to look at. What is done on one of them is in settle-day.c.
 */

#include "core/date.h"
#include "ingest/accounts.h"
#include "ingest/settle-day.h"
#include "ingest/settle.h"
#include "store/daily.h"
#include "store/settled.h"

typedef struct
{
  const OutlayIngestContext *context;
  const GArray *spans; /* OutlaySpan of active batches */
} Settling;

/* The streams of a provider, by the account they stand for. */
static GHashTable *
group_streams (const Settling *settling, const char *provider)
{
  const GPtrArray *streams = outlay_series_table_streams (settling->context->series);
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < streams->len; i++)
    {
      OutlayStream *stream = streams->pdata[i];
      const OutlayStreamAccount *account;
      GPtrArray *group;

      if (!g_str_equal (stream->account->provider, provider))
        continue;

      account =
          outlay_account_resolve (settling->context->series, settling->spans, stream->account);
      group = g_hash_table_lookup (groups, account);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, (gpointer) account, group);
        }
      g_ptr_array_add (group, stream);
    }

  return groups;
}

static gboolean
forget_day (const Settling *settling, const char *provider, gint32 day, GError **error)
{
  const GPtrArray *accounts = outlay_series_table_accounts (settling->context->series);

  for (guint i = 0; i < accounts->len; i++)
    {
      const OutlayStreamAccount *account = accounts->pdata[i];

      if (g_str_equal (account->provider, provider) &&
          !outlay_settled_delete (settling->context->database, account->id, day, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
settle_provider (const Settling *settling, const char *provider, const GArray *days, GError **error)
{
  g_autoptr (GHashTable) groups = group_streams (settling, provider);
  GHashTableIter iter;
  gpointer account, streams;

  for (guint i = 0; i < days->len; i++)
    {
      gint32 day = g_array_index (days, gint32, i);

      if (!forget_day (settling, provider, day, error))
        return FALSE;

      g_hash_table_iter_init (&iter, groups);
      while (g_hash_table_iter_next (&iter, &account, &streams))
        if (!outlay_settle_day (settling->context, settling->spans, account, streams, day, error))
          return FALSE;
    }

  return TRUE;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint32 left = *(const gint32 *) a;
  gint32 right = *(const gint32 *) b;

  return left < right ? -1 : left > right;
}

static guint
count_streams (const OutlayIngestContext *context, const char *provider)
{
  const GPtrArray *streams = outlay_series_table_streams (context->series);
  guint n_streams = 0;

  for (guint i = 0; i < streams->len; i++)
    n_streams +=
        g_str_equal (((const OutlayStream *) streams->pdata[i])->account->provider, provider);

  return n_streams;
}

/* Days of a span that any source of the provider has rows on: no other can change. */
static gboolean
add_span (const OutlayIngestContext *context,
          const char *provider,
          gint32 from,
          gint32 to,
          GArray *days,
          GError **error)
{
  const GPtrArray *streams = outlay_series_table_streams (context->series);

  for (guint i = 0; i < streams->len; i++)
    {
      const OutlayStream *stream = streams->pdata[i];

      if (g_str_equal (stream->account->provider, provider) &&
          !outlay_daily_add_days (context->database, stream->id, from, to, days, error))
        return FALSE;
    }

  return TRUE;
}

/* A batch that is in, or not, may be the reason why nameless sources stand for the
 * provider's only named account. */
static gboolean
moves_accounts (const Settling *settling, const char *provider, gint64 batch, const GArray *own)
{
  const GPtrArray *streams = outlay_series_table_streams (settling->context->series);
  OutlaySeriesTable *table = settling->context->series;
  g_autoptr (GArray) without = g_array_new (FALSE, FALSE, sizeof (OutlaySpan));
  g_autoptr (GArray) with = g_array_new (FALSE, FALSE, sizeof (OutlaySpan));
  gboolean moves = FALSE;

  for (guint i = 0; i < settling->spans->len; i++)
    if (g_array_index (settling->spans, OutlaySpan, i).batch != batch)
      g_array_append_val (without, g_array_index (settling->spans, OutlaySpan, i));
  g_array_append_vals (with, without->data, without->len);
  g_array_append_vals (with, own->data, own->len);

  for (guint i = 0; i < streams->len && !moves; i++)
    {
      const OutlayStreamAccount *account = ((const OutlayStream *) streams->pdata[i])->account;

      moves = g_str_equal (account->provider, provider) &&
              outlay_account_resolve (table, without, account) !=
                  outlay_account_resolve (table, with, account);
    }

  return moves;
}

static gboolean
list_days (const Settling *settling,
           const OutlayTouched *touched,
           const GArray *list,
           const char *provider,
           GArray *days,
           GError **error)
{
  const OutlayIngestContext *context = settling->context;
  const GPtrArray *streams = outlay_series_table_streams (context->series);
  const GArray *spans = outlay_touched_spans (touched);

  for (guint s = 0; s < streams->len; s++)
    {
      const OutlayStream *stream = streams->pdata[s];

      if (!g_str_equal (stream->account->provider, provider))
        continue;

      for (guint i = 0; i < list->len; i++)
        if (g_array_index (list, OutlayTouchedDay, i).stream == stream->id)
          g_array_append_val (days, g_array_index (list, OutlayTouchedDay, i).day);

      for (guint i = 0; i < spans->len; i++)
        {
          const OutlayTouchedSpan *span = &g_array_index (spans, OutlayTouchedSpan, i);

          if (span->stream == stream->id &&
              !add_span (context, provider, span->from, span->to, days, error))
            return FALSE;
        }
    }

  return TRUE;
}

static void
make_unique (GArray *days)
{
  guint n = 0;

  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    if (i == 0 || g_array_index (days, gint32, i) != g_array_index (days, gint32, n - 1))
      g_array_index (days, gint32, n++) = g_array_index (days, gint32, i);
  g_array_set_size (days, n);
}

/* Where nothing but one source was ever seen, each row counts by itself. */
static gboolean
settle_touched (const Settling *settling,
                const OutlayTouched *touched,
                gint64 batch,
                const GArray *own,
                GError **error)
{
  const GPtrArray *accounts = outlay_series_table_accounts (settling->context->series);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) list = outlay_touched_list ((OutlayTouched *) touched);

  for (guint i = 0; i < accounts->len; i++)
    {
      const char *provider = ((const OutlayStreamAccount *) accounts->pdata[i])->provider;
      g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint32));

      if (!g_hash_table_add (done, (gpointer) provider) ||
          (batch != 0 && count_streams (settling->context, provider) < 2))
        continue;

      if (moves_accounts (settling, provider, batch, own) &&
          !add_span (settling->context, provider, 0, OUTLAY_DAY_MAX, days, error))
        return FALSE;
      if (!list_days (settling, touched, list, provider, days, error))
        return FALSE;

      make_unique (days);
      if (!settle_provider (settling, provider, days, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * outlay_settle_spend:
 * @context: what the import works with
 * @touched: the days whose live rows, or whose coverage, may have changed
 * @batch: the batch that is new, undone or redone; 0 to look at everything
 * @error: return location for an error
 *
 * Counts once what a bill, a meter and a gateway saw of one account and day.
 */
gboolean
outlay_settle_spend (const OutlayIngestContext *context,
                     const OutlayTouched *touched,
                     gint64 batch,
                     GError **error)
{
  g_autoptr (GArray) spans = outlay_spans_active (context->database, error);
  g_autoptr (GArray) own = NULL;
  const Settling settling = { context, spans };

  if (spans == NULL)
    return FALSE;

  own = outlay_spans_of_batch (context->database, batch, error);
  return own != NULL && settle_touched (&settling, touched, batch, own, error);
}
