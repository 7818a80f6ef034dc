/* lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "attribution/rules.h"
#include "core/date.h"
#include "import/reader.h"
#include "ingest/accounts.h"
#include "ledger/lines-private.h"
#include "store/daily.h"
#include "store/settled.h"

#include <string.h>

#define BOOK_CURRENCY "USD" /* that catalogues price in */

struct _OutlaySpendLines
{
  OutlayLedger *ledger; /* borrowed */

  /* Owned references */
  OutlaySeriesTable *series;
  OutlayPriceCache *prices;
  GArray *spans;        /* OutlaySpan of active batches */
  GHashTable *accounts; /* OutlayStream → OutlayStreamAccount, borrowed both */
  GHashTable *models;   /* provider/model of the book → name in usage, borrowed */
  GHashTable *shares;   /* OutlaySeries → GPtrArray of OutlayShares */
};

typedef struct
{
  OutlaySpendLines *lines;
  OutlaySpendLineFunc func;
  gpointer user_data;
} Each;

/* A console's display name, as “Claude Sonnet 4”, and no id of a model. */
static gboolean
is_display_name (const char *model)
{
  return strchr (model, ' ') != NULL;
}

/* What was taken back says nothing any more. */
static gboolean
is_covered (const OutlaySpendLines *lines, const OutlayStream *stream)
{
  for (guint i = 0; i < lines->spans->len; i++)
    if (g_array_index (lines->spans, OutlaySpan, i).stream == stream->id)
      return TRUE;

  return FALSE;
}

/* Display names on a bill take the name of the usage they pay for. */
static void
learn_models (OutlaySpendLines *lines)
{
  gint64 now = outlay_day_start (lines->ledger->day);

  for (gint64 id = 1; id <= outlay_series_table_max_id (lines->series); id++)
    {
      const OutlaySeries *series = outlay_series_table_get (lines->series, id);
      const char *model = series != NULL ? series->field[OUTLAY_FIELD_MODEL]->value : "";
      const char *book_model;

      if (model[0] == '\0' || series->stream->role == OUTLAY_ROLE_BILL ||
          !is_covered (lines, series->stream))
        continue;

      outlay_price_cache_get (lines->prices, series, now);
      book_model = outlay_price_cache_book_model (lines->prices, series);
      if (book_model != NULL)
        g_hash_table_insert (lines->models, g_strdup (book_model), (gpointer) model);
    }
}

/**
 * outlay_spend_lines_new:
 * @ledger: a ledger; it has to outlive the lines
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the lines, as the store has them now
 */
OutlaySpendLines *
outlay_spend_lines_new (OutlayLedger *ledger, GError **error)
{
  g_autoptr (OutlaySpendLines) lines = g_new0 (OutlaySpendLines, 1);
  const GPtrArray *streams;

  lines->ledger = ledger;
  lines->series = outlay_series_table_load (ledger->database, error);
  if (lines->series == NULL)
    return NULL;

  lines->spans = outlay_spans_active (ledger->database, error);
  if (lines->spans == NULL)
    return NULL;

  lines->prices = outlay_price_cache_new (ledger->book);
  lines->accounts = g_hash_table_new (NULL, NULL);
  lines->models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lines->shares = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  streams = outlay_series_table_streams (lines->series);
  for (guint i = 0; i < streams->len; i++)
    {
      OutlayStream *stream = streams->pdata[i];

      g_hash_table_insert (lines->accounts, stream,
                           (gpointer) outlay_account_resolve (lines->series, lines->spans,
                                                              stream->account));
    }

  learn_models (lines);
  return g_steal_pointer (&lines);
}

/**
 * outlay_spend_lines_free:
 * @lines: (transfer full) (nullable): lines
 */
void
outlay_spend_lines_free (OutlaySpendLines *lines)
{
  if (lines == NULL)
    return;

  g_clear_pointer (&lines->shares, g_hash_table_unref);
  g_clear_pointer (&lines->models, g_hash_table_unref);
  g_clear_pointer (&lines->accounts, g_hash_table_unref);
  g_clear_pointer (&lines->spans, g_array_unref);
  outlay_price_cache_free (lines->prices);
  outlay_series_table_free (lines->series);
  g_free (lines);
}

/**
 * outlay_spend_lines_series:
 * @lines: lines
 *
 * Returns: (transfer none): their table of series
 */
OutlaySeriesTable *
outlay_spend_lines_series (OutlaySpendLines *lines)
{
  return lines->series;
}

/**
 * outlay_spend_lines_spans:
 * @lines: lines
 *
 * Returns: (transfer none) (element-type OutlaySpan): what active batches cover
 */
const GArray *
outlay_spend_lines_spans (OutlaySpendLines *lines)
{
  return lines->spans;
}

/**
 * outlay_spend_lines_account:
 * @lines: lines
 * @stream: a stream
 *
 * Returns: (transfer none): the account that it stands for
 */
const OutlayStreamAccount *
outlay_spend_lines_account (OutlaySpendLines *lines, const OutlayStream *stream)
{
  return g_hash_table_lookup (lines->accounts, stream);
}

/**
 * outlay_spend_lines_model:
 * @lines: lines
 * @series: a series
 *
 * Returns: (transfer none): the model as usage says it: a display name on a bill
 *   takes the name of the usage it pays for, else the price book's id
 */
const char *
outlay_spend_lines_model (OutlaySpendLines *lines, const OutlaySeries *series)
{
  const char *model = series->field[OUTLAY_FIELD_MODEL]->value;
  const char *book_model, *used;

  if (!is_display_name (model))
    return model;

  outlay_price_cache_get (lines->prices, series, outlay_day_start (lines->ledger->day));
  book_model = outlay_price_cache_book_model (lines->prices, series);
  if (book_model == NULL)
    return model;

  used = g_hash_table_lookup (lines->models, book_model);
  return used != NULL ? used : strchr (book_model, '/') + 1;
}

static void
describe (OutlaySpendLines *lines, const OutlaySpendLine *line, OutlaySubject *subject)
{
  static const struct
  {
    OutlayMatchField match;
    OutlayField field;
  } pairs[] = {
    { OUTLAY_MATCH_PROJECT, OUTLAY_FIELD_PROJECT },
    { OUTLAY_MATCH_KEY, OUTLAY_FIELD_KEY },
    { OUTLAY_MATCH_USER, OUTLAY_FIELD_USER },
    { OUTLAY_MATCH_MODEL, OUTLAY_FIELD_MODEL },
    { OUTLAY_MATCH_TAG, OUTLAY_FIELD_TAGS },
    { OUTLAY_MATCH_LINE_ITEM, OUTLAY_FIELD_LINE_ITEM },
  };

  memset (subject, 0, sizeof *subject);
  subject->value[OUTLAY_MATCH_PROVIDER] = line->account->provider;
  subject->value[OUTLAY_MATCH_ACCOUNT] = line->account->value;
  subject->name[OUTLAY_MATCH_ACCOUNT] = line->account->name;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      subject->value[pairs[i].match] = line->series->field[pairs[i].field]->value;
      subject->name[pairs[i].match] = line->series->field[pairs[i].field]->name;
    }

  /* A rule may name the model as the usage says it, or as the bill shows it. */
  if (is_display_name (subject->value[OUTLAY_MATCH_MODEL]))
    {
      subject->name[OUTLAY_MATCH_MODEL] = subject->value[OUTLAY_MATCH_MODEL];
      subject->value[OUTLAY_MATCH_MODEL] = outlay_spend_lines_model (lines, line->series);
    }
}

/**
 * outlay_spend_lines_attribute:
 * @lines: lines
 * @rules: (element-type OutlayAttributionRule): the rules
 * @line: a line
 *
 * Rules are held against a series once, not against each of its days.
 *
 * Returns: (transfer none) (element-type OutlayShares): how its series is shared
 */
GPtrArray *
outlay_spend_lines_attribute (OutlaySpendLines *lines,
                              GPtrArray *rules,
                              const OutlaySpendLine *line)
{
  GPtrArray *shares = g_hash_table_lookup (lines->shares, line->series);

  if (shares == NULL)
    {
      OutlaySubject subject;

      describe (lines, line, &subject);
      shares = outlay_attribute (rules, &subject);
      g_hash_table_insert (lines->shares, (gpointer) line->series, shares);
    }

  return shares;
}

/* Roll-up rows that count by themselves. */
static gboolean
on_daily (const OutlayDaily *daily, gpointer data, GError **error)
{
  Each *each = data;
  OutlaySpendLine line = { 0 };
  gboolean observed;

  if (daily->settled)
    return TRUE;

  line.series = outlay_series_table_get (each->lines->series, daily->series);
  observed = line.series->stream->role == OUTLAY_ROLE_OBSERVER;
  line.account = outlay_spend_lines_account (each->lines, line.series->stream);
  line.day = daily->day;
  line.kind = observed ? OUTLAY_CHARGE_NONE : line.series->kind;
  line.currency = line.series->field[OUTLAY_FIELD_CURRENCY]->value;
  if (line.kind == OUTLAY_CHARGE_NONE || line.currency[0] == '\0')
    line.currency = BOOK_CURRENCY;
  line.rows = daily->rows;
  line.unpriced_rows = line.kind == OUTLAY_CHARGE_NONE ? daily->unpriced_rows : 0;
  line.usage = daily->usage;
  line.billed_nanos = observed ? 0 : daily->billed_nanos;
  line.computed_nanos = daily->computed_nanos;
  line.cost_nanos = daily->cost_nanos;
  return each->func (&line, each->user_data, error);
}

static gboolean
on_settled (const OutlaySettledLine *settled, gpointer data, GError **error)
{
  Each *each = data;
  OutlaySpendLine line = { 0 };

  line.series = outlay_series_table_get (each->lines->series, settled->series);
  line.account = outlay_spend_lines_account (each->lines, line.series->stream);
  line.day = settled->day;
  line.kind = settled->kind;
  line.currency =
      settled->currency != 0
          ? outlay_series_table_dimension (each->lines->series, settled->currency)->value
          : BOOK_CURRENCY;
  line.rows = settled->rows;
  line.unpriced_rows = line.kind == OUTLAY_CHARGE_NONE ? settled->unpriced_rows : 0;
  line.usage = settled->usage;
  line.billed_nanos = settled->billed_nanos;
  line.computed_nanos = settled->computed_nanos;
  line.estimated_nanos = settled->estimated_nanos;
  line.cost_nanos = settled->cost_nanos;
  return each->func (&line, each->user_data, error);
}

/**
 * outlay_spend_lines_each:
 * @lines: lines
 * @from: first day
 * @to: last day
 * @func: called for each line that counts
 * @user_data: handed to @func
 * @error: return location for an error
 */
gboolean
outlay_spend_lines_each (OutlaySpendLines *lines,
                         gint32 from,
                         gint32 to,
                         OutlaySpendLineFunc func,
                         gpointer user_data,
                         GError **error)
{
  const GPtrArray *streams = outlay_series_table_streams (lines->series);
  Each each = { lines, func, user_data };

  for (guint i = 0; i < streams->len; i++)
    {
      const OutlayStream *stream = streams->pdata[i];

      if (!outlay_daily_each_live (lines->ledger->database, stream->id, from, to, on_daily, &each,
                                   error))
        return FALSE;
    }

  return outlay_settled_each (lines->ledger->database, from, to, on_settled, &each, error);
}

/**
 * outlay_spend_line_split:
 * @line: a line
 * @weights: (array length=n_parts): how to share it
 * @n_parts: how many shares, at least 1
 * @parts: (out) (array length=n_parts): the shares: every amount and count of them
 *   adds up to that of @line
 */
void
outlay_spend_line_split (const OutlaySpendLine *line,
                         const OutlayWide *weights,
                         gsize n_parts,
                         OutlaySpendLine *parts)
{
  g_autofree gint64 *shares = g_new (gint64, n_parts);
  const gsize places[] = {
    G_STRUCT_OFFSET (OutlaySpendLine, rows),
    G_STRUCT_OFFSET (OutlaySpendLine, unpriced_rows),
    G_STRUCT_OFFSET (OutlaySpendLine, billed_nanos),
    G_STRUCT_OFFSET (OutlaySpendLine, computed_nanos),
    G_STRUCT_OFFSET (OutlaySpendLine, estimated_nanos),
    G_STRUCT_OFFSET (OutlaySpendLine, cost_nanos),
  };

  for (gsize i = 0; i < n_parts; i++)
    parts[i] = *line;
  if (n_parts == 1)
    return;

  for (guint p = 0; p < G_N_ELEMENTS (places); p++)
    {
      outlay_apportion (G_STRUCT_MEMBER (gint64, line, places[p]), weights, n_parts, shares);
      for (gsize i = 0; i < n_parts; i++)
        G_STRUCT_MEMBER (gint64, &parts[i], places[p]) = shares[i];
    }

  for (guint m = 0; m < OUTLAY_N_MEASURES; m++)
    {
      outlay_apportion (line->usage.count[m], weights, n_parts, shares);
      for (gsize i = 0; i < n_parts; i++)
        parts[i].usage.count[m] = shares[i];
    }
}
