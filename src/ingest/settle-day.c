/* settle-day.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/settle-day.h"

#include "core/date.h"
#include "ingest/reconcile.h"
#include "store/claims.h"
#include "store/daily.h"
#include "store/settled.h"

#include <string.h>

#define BOOK_CURRENCY "USD" /* that catalogues price in */

/* The fields of a series as reconcile.h takes them. */
typedef struct
{
  const char *value[OUTLAY_N_FIELDS];
  const char *name[OUTLAY_N_FIELDS];
} Fields;

typedef struct
{
  /* Borrowed */
  const OutlayIngestContext *context;
  const GArray *spans;      /* OutlaySpan of active batches */
  const GPtrArray *streams; /* OutlayStream, all of one account */
  gint32 day;

  /* Owned */
  GArray *evidence;  /* OutlayEvidence of the account and day */
  GPtrArray *fields; /* Fields, one for each of @evidence */

  gboolean running; /* the stream being read is still running on the day */
} Settling;

static gboolean
is_running (const Settling *settling, gint64 stream)
{
  gint32 day = settling->day;
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
find_coverage (const Settling *settling)
{
  gint32 day = settling->day;
  OutlayDayCoverage coverage = { FALSE, FALSE };

  for (guint i = 0; i < settling->streams->len; i++)
    {
      const OutlayStream *stream = settling->streams->pdata[i];

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

static const OutlayDimension *
currency_of (const Settling *settling, const OutlayEvidence *evidence)
{
  return outlay_series_table_get (settling->context->series, evidence->series)
      ->field[OUTLAY_FIELD_CURRENCY];
}

static gboolean
is_charge (const OutlayEvidence *evidence)
{
  return evidence->role == OUTLAY_ROLE_BILL && evidence->kind != OUTLAY_CHARGE_NONE;
}

/* Usage is paid in the currency of the bill; charges in any other stand apart. Of
 * several it is the one that catalogues price in, else the first by its code. */
static const OutlayDimension *
find_currency (const Settling *settling)
{
  const OutlayDimension *none = outlay_series_table_dimension (settling->context->series, 0);
  const OutlayDimension *currency = none;

  for (guint i = 0; i < settling->evidence->len; i++)
    {
      const OutlayEvidence *evidence = &g_array_index (settling->evidence, OutlayEvidence, i);
      const OutlayDimension *other = currency_of (settling, evidence);

      if (!is_charge (evidence) || other == none || other == currency)
        continue;
      if (currency == none || g_str_equal (other->value, BOOK_CURRENCY) ||
          (!g_str_equal (currency->value, BOOK_CURRENCY) &&
           strcmp (other->value, currency->value) < 0))
        currency = other;
    }

  return currency;
}

/* Several bills are the same money, and one counts, with all its charges. Amounts of
 * different currencies cannot be compared: the bill is chosen by those of the day's. */
static void
drop_other_bills (Settling *settling, const OutlayDimension *currency)
{
  g_autoptr (GPtrArray) bills = g_ptr_array_new ();
  gint64 stream;

  for (guint i = 0; i < settling->evidence->len; i++)
    {
      OutlayEvidence *evidence = &g_array_index (settling->evidence, OutlayEvidence, i);

      if (is_charge (evidence) && currency_of (settling, evidence) == currency)
        g_ptr_array_add (bills, evidence);
    }
  if (bills->len == 0)
    return;

  stream = outlay_reconcile_choose_bill (bills);
  for (guint i = settling->evidence->len; i > 0; i--)
    {
      const OutlayEvidence *evidence = &g_array_index (settling->evidence, OutlayEvidence, i - 1);

      if (evidence->role == OUTLAY_ROLE_BILL && evidence->stream != stream)
        g_array_remove_index (settling->evidence, i - 1);
    }
}

static gboolean
write_line (const Settling *settling,
            const OutlayStreamAccount *account,
            const OutlaySettled *settled,
            const OutlayDimension *currency,
            int place,
            GError **error)
{
  const OutlaySeries *series = outlay_series_table_get (settling->context->series, settled->series);
  OutlaySettledLine line = {
    .account = account->id,
    .day = settling->day,
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
      OutlaySettled line;

      if (!is_charge (evidence) || currency_of (settling, evidence) == currency)
        continue;

      outlay_reconcile_alone (evidence, &line);
      g_array_append_val (lines, line);
      g_array_remove_index (settling->evidence, i - 1);
    }
}

/* What a bill lacks yet is estimated in the currency of catalogues: in another there
 * is nothing to hold against it. */
static void
drop_running (Settling *settling, const OutlayDimension *currency)
{
  if (g_str_equal (currency->value, BOOK_CURRENCY))
    return;

  for (guint i = 0; i < settling->evidence->len; i++)
    g_array_index (settling->evidence, OutlayEvidence, i).running = FALSE;
}

static gboolean
set_settled (const Settling *settling, gboolean settled, GError **error)
{
  for (guint i = 0; i < settling->streams->len; i++)
    if (!outlay_daily_set_settled (settling->context->database,
                                   ((const OutlayStream *) settling->streams->pdata[i])->id,
                                   settling->day, settled, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_evidence (Settling *settling, GError **error)
{
  for (guint i = 0; i < settling->streams->len; i++)
    {
      const OutlayStream *stream = settling->streams->pdata[i];

      settling->running = is_running (settling, stream->id);
      if (!outlay_daily_each_live (settling->context->database, stream->id, settling->day,
                                   settling->day, on_daily, settling, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
settle (Settling *settling, const OutlayStreamAccount *account, GError **error)
{
  const OutlayDayCoverage coverage = find_coverage (settling);
  g_autoptr (GArray) foreign = g_array_new (FALSE, FALSE, sizeof (OutlaySettled));
  g_autoptr (GArray) lines = NULL;
  const OutlayDimension *currency;

  if (!read_evidence (settling, error))
    return FALSE;
  if (!outlay_reconcile_is_needed ((OutlayEvidence *) (gpointer) settling->evidence->data,
                                   settling->evidence->len, &coverage))
    return TRUE;

  currency = find_currency (settling);
  drop_other_bills (settling, currency);
  set_aside_foreign (settling, currency, foreign);
  drop_running (settling, currency);
  lines = outlay_reconcile ((OutlayEvidence *) (gpointer) settling->evidence->data,
                            settling->evidence->len, &coverage);
  g_array_append_vals (lines, foreign->data, foreign->len);

  if (!set_settled (settling, TRUE, error))
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    if (!write_line (settling, account, &g_array_index (lines, OutlaySettled, i), currency, (int) i,
                     error))
      return FALSE;

  return TRUE;
}

/**
 * outlay_settle_day:
 * @context: what the import works with
 * @spans: (element-type OutlaySpan): what active batches cover
 * @account: a provider account
 * @streams: (element-type OutlayStream): all streams that stand for it
 * @day: a day without settled lines
 * @error: return location for an error
 *
 * Writes the lines that count, where the rows of the day do not count by themselves.
 */
gboolean
outlay_settle_day (const OutlayIngestContext *context,
                   const GArray *spans,
                   const OutlayStreamAccount *account,
                   const GPtrArray *streams,
                   gint32 day,
                   GError **error)
{
  g_autoptr (GArray) evidence = g_array_new (FALSE, FALSE, sizeof (OutlayEvidence));
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  Settling settling = { context, spans, streams, day, evidence, fields, FALSE };

  if (!set_settled (&settling, FALSE, error))
    return FALSE;

  return streams->len < 2 || settle (&settling, account, error);
}
