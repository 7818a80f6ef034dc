/* settle-spend.c – one spend that several sources saw, counted once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/date.h"
#include "ingest/accounts.h"
#include "ingest/reconcile.h"
#include "ingest/settle.h"
#include "store/claims.h"
#include "store/daily.h"
#include "store/settled.h"

/* The fields of a series as reconcile.h takes them. */
typedef struct
{
  const char *value[OUTLAY_N_FIELDS];
  const char *name[OUTLAY_N_FIELDS];
} Fields;

typedef struct
{
  const OutlayIngestContext *context;
  GArray *spans;     /* owned: OutlaySpan of active batches */
  GArray *evidence;  /* owned: OutlayEvidence of one account and day */
  GPtrArray *fields; /* owned: Fields, one for each of @evidence */
  gboolean running;  /* the stream being read is still running on the day */
} Settling;

static gboolean
is_running (const Settling *settling, gint64 stream, gint32 day)
{
  gboolean running = FALSE;

  for (guint i = 0; i < settling->spans->len; i++)
    {
      const OutlaySpan *span = &g_array_index (settling->spans, OutlaySpan, i);

      if (span->stream != stream || day < span->first_day || day > span->last_day)
        continue;
      if (!span->running || day < span->last_day)
        return FALSE;
      running = TRUE;
    }

  return running;
}

static Fields *
describe_fields (const OutlaySeries *series)
{
  Fields *fields = g_new (Fields, 1);

  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    {
      fields->value[i] = series->field[i]->value;
      fields->name[i] = series->field[i]->name[0] != '\0' ? series->field[i]->name : NULL;
    }

  return fields;
}

/* Weights by rate, at the rates below the context tiers: what the day adds up to is not told apart. */
static void
weigh_by_rate (const OutlayIngestContext *context,
               const OutlaySeries *series,
               const OutlayDaily *daily,
               OutlayEvidence *evidence)
{
  const OutlayPrice *price =
      outlay_price_cache_get (context->prices, series, outlay_day_start (daily->day));

  evidence->book_model = outlay_price_cache_book_model (context->prices, series);
  if (price->state != OUTLAY_PRICE_UNPRICED)
    outlay_rates_cost (&price->card.base, &daily->usage, evidence->computed_picos);
}

static gboolean
on_daily (const OutlayDaily *daily, gpointer data, GError **error)
{
  Settling *settling = data;
  const OutlaySeries *series = outlay_series_table_get (settling->context->series, daily->series);
  Fields *fields = describe_fields (series);
  OutlayEvidence evidence = { 0 };

  evidence.series = daily->series;
  evidence.stream = daily->stream;
  evidence.role = (OutlayRole) series->stream->role;
  evidence.running = settling->running;
  evidence.field = fields->value;
  evidence.name = fields->name;
  evidence.kind = series->kind;
  evidence.meter = series->meter;
  evidence.rows = daily->rows;
  evidence.usage = daily->usage;
  evidence.billed_nanos = daily->billed_nanos;
  evidence.cost_nanos = daily->effective_nanos;
  evidence.has_computed = daily->price_state == OUTLAY_PRICE_PRICED ||
                          daily->price_state == OUTLAY_PRICE_PARTIAL ||
                          daily->price_state == OUTLAY_PRICE_FREE;
  evidence.computed_nanos = daily->computed_nanos;
  evidence.unpriced = daily->unpriced_rows > 0;
  weigh_by_rate (settling->context, series, daily, &evidence);

  g_ptr_array_add (settling->fields, fields);
  g_array_append_val (settling->evidence, evidence);
  return TRUE;
}

static OutlayDayCoverage
find_coverage (const Settling *settling, const GPtrArray *streams, gint32 day)
{
  OutlayDayCoverage coverage = { FALSE, FALSE };

  for (guint i = 0; i < streams->len; i++)
    {
      const OutlayStream *stream = streams->pdata[i];

      for (guint j = 0; j < settling->spans->len; j++)
        {
          const OutlaySpan *span = &g_array_index (settling->spans, OutlaySpan, j);

          if (span->stream != stream->id || day < span->first_day || day > span->last_day)
            continue;
          coverage.bill |= stream->role == OUTLAY_ROLE_BILL;
          coverage.meter |= stream->role == OUTLAY_ROLE_METER;
        }
    }

  return coverage;
}

/* Usage is paid in the currency of the bill; charges in any other stand apart. */
static const OutlayDimension *
find_currency (const Settling *settling)
{
  const OutlayDimension *none = outlay_series_table_dimension (settling->context->series, 0);
  const OutlayDimension *currency = none;

  for (guint i = 0; i < settling->evidence->len; i++)
    {
      const OutlayEvidence *evidence = &g_array_index (settling->evidence, OutlayEvidence, i);
      const OutlaySeries *series =
          outlay_series_table_get (settling->context->series, evidence->series);

      if (evidence->role != OUTLAY_ROLE_BILL || series->field[OUTLAY_FIELD_CURRENCY] == none)
        continue;
      if (currency == none || g_str_equal (series->field[OUTLAY_FIELD_CURRENCY]->value, "USD"))
        currency = series->field[OUTLAY_FIELD_CURRENCY];
    }

  return currency;
}

static gboolean
write_line (const Settling *settling,
            const OutlayStreamAccount *account,
            gint32 day,
            const OutlaySettled *settled,
            const OutlayDimension *currency,
            int place,
            GError **error)
{
  const OutlaySeries *series = outlay_series_table_get (settling->context->series, settled->series);
  OutlaySettledLine line = {
    .account = account->id,
    .day = day,
    .series = settled->series,
    .kind = settled->kind,
    .rows = settled->rows,
    .unpriced_rows = settled->unpriced_rows,
    .usage = settled->usage,
    .billed_nanos = settled->billed_nanos,
    .computed_nanos = settled->computed_nanos,
    .estimated_nanos = settled->estimated_nanos,
    .cost_nanos = settled->cost_nanos,
    .not_on_bill = settled->not_on_bill,
  };

  if (series->stream->role == OUTLAY_ROLE_BILL)
    line.currency = series->field[OUTLAY_FIELD_CURRENCY]->id;
  else if (settled->kind != OUTLAY_CHARGE_NONE)
    line.currency = currency->id;

  return outlay_settled_insert (settling->context->database, &line, place, error);
}

/* Charges in a currency that is not the day's stand as they are. */
static void
set_aside_foreign (Settling *settling, const OutlayDimension *currency, GArray *lines)
{
  for (guint i = settling->evidence->len; i > 0; i--)
    {
      const OutlayEvidence *evidence = &g_array_index (settling->evidence, OutlayEvidence, i - 1);
      const OutlaySeries *series =
          outlay_series_table_get (settling->context->series, evidence->series);
      OutlaySettled line = { .series = evidence->series,
                             .kind = evidence->kind,
                             .rows = evidence->rows,
                             .usage = evidence->usage,
                             .billed_nanos = evidence->billed_nanos,
                             .cost_nanos = evidence->cost_nanos,
                             .computed_nanos = evidence->computed_nanos };

      if (evidence->role != OUTLAY_ROLE_BILL || evidence->kind == OUTLAY_CHARGE_NONE ||
          series->field[OUTLAY_FIELD_CURRENCY] == currency)
        continue;

      g_array_append_val (lines, line);
      g_array_remove_index (settling->evidence, i - 1);
    }
}

static gboolean
settle_day (Settling *settling,
            const OutlayStreamAccount *account,
            const GPtrArray *streams,
            gint32 day,
            GError **error)
{
  const OutlayDayCoverage coverage = find_coverage (settling, streams, day);
  const OutlayDimension *currency;
  g_autoptr (GArray) foreign = g_array_new (FALSE, FALSE, sizeof (OutlaySettled));
  g_autoptr (GArray) lines = NULL;

  g_array_set_size (settling->evidence, 0);
  g_ptr_array_set_size (settling->fields, 0);
  for (guint i = 0; i < streams->len; i++)
    {
      const OutlayStream *stream = streams->pdata[i];

      settling->running = is_running (settling, stream->id, day);
      if (!outlay_daily_set_settled (settling->context->database, stream->id, day, FALSE, error) ||
          !outlay_daily_each_live (settling->context->database, stream->id, day, day, on_daily,
                                   settling, error))
        return FALSE;
    }

  if (!outlay_reconcile_is_needed ((OutlayEvidence *) (gpointer) settling->evidence->data,
                                   settling->evidence->len, &coverage))
    return TRUE;

  currency = find_currency (settling);
  set_aside_foreign (settling, currency, foreign);
  lines = outlay_reconcile ((OutlayEvidence *) (gpointer) settling->evidence->data,
                            settling->evidence->len, &coverage);
  g_array_append_vals (lines, foreign->data, foreign->len);

  for (guint i = 0; i < streams->len; i++)
    if (!outlay_daily_set_settled (settling->context->database,
                                   ((const OutlayStream *) streams->pdata[i])->id, day, TRUE,
                                   error))
      return FALSE;

  for (guint i = 0; i < lines->len; i++)
    if (!write_line (settling, account, day, &g_array_index (lines, OutlaySettled, i), currency,
                     (int) i, error))
      return FALSE;

  return TRUE;
}

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
settle_provider (Settling *settling, const char *provider, const GArray *days, GError **error)
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
        if (!settle_day (settling, account, streams, day, error))
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

/* The days to settle, by provider. Where nothing but one bill or meter was ever seen, none. */
static GHashTable *
group_days (const OutlayIngestContext *context, const OutlayTouched *touched)
{
  g_autoptr (GArray) list = outlay_touched_list ((OutlayTouched *) touched);
  const GPtrArray *streams = outlay_series_table_streams (context->series);
  GHashTable *by_provider =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint s = 0; s < streams->len; s++)
    {
      const OutlayStream *stream = streams->pdata[s];
      const char *provider = stream->account->provider;
      guint n_streams = 0;
      GArray *days;

      for (guint i = 0; i < streams->len; i++)
        n_streams +=
            g_str_equal (((const OutlayStream *) streams->pdata[i])->account->provider, provider);
      if (n_streams < 2)
        continue;

      days = g_hash_table_lookup (by_provider, provider);
      if (days == NULL)
        {
          days = g_array_new (FALSE, FALSE, sizeof (gint32));
          g_hash_table_insert (by_provider, (gpointer) provider, days);
        }

      for (guint i = 0; i < list->len; i++)
        if (g_array_index (list, OutlayTouchedDay, i).stream == stream->id)
          g_array_append_val (days, g_array_index (list, OutlayTouchedDay, i).day);
    }

  return by_provider;
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

/**
 * outlay_settle_spend:
 * @context: what the import works with
 * @touched: the days whose live rows may have changed
 * @error: return location for an error
 *
 * Counts once what a bill, a meter and a gateway saw of one account and day.
 */
gboolean
outlay_settle_spend (const OutlayIngestContext *context,
                     const OutlayTouched *touched,
                     GError **error)
{
  Settling settling = { .context = context };
  g_autoptr (GHashTable) by_provider = group_days (context, touched);
  GHashTableIter iter;
  gpointer provider, days;
  gboolean done = TRUE;

  settling.spans = outlay_spans_active (context->database, error);
  if (settling.spans == NULL)
    return FALSE;

  settling.evidence = g_array_new (FALSE, FALSE, sizeof (OutlayEvidence));
  settling.fields = g_ptr_array_new_with_free_func (g_free);

  g_hash_table_iter_init (&iter, by_provider);
  while (done && g_hash_table_iter_next (&iter, &provider, &days))
    {
      make_unique (days);
      done = settle_provider (&settling, provider, days, error);
    }

  g_array_unref (settling.spans);
  g_array_unref (settling.evidence);
  g_ptr_array_unref (settling.fields);
  return done;
}
