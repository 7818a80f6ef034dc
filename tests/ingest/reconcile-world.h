/* reconcile-world.h – rows of a day, written short
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/reconcile.h"

#define CENTS(n) ((gint64) (n) *G_GINT64_CONSTANT (10000000))

/* A price list of our own, nano-units for one. */
#define INPUT_PRICE 3000
#define CACHE_READ_PRICE 300
#define CACHE_WRITE_PRICE 3750
#define OUTPUT_PRICE 15000
#define SEARCH_PRICE CENTS (1)

/* One row. What is left out is 0 or "", but rows, which is 1, and cost, which is
 * billed. */
typedef struct
{
  OutlayRole role;
  gint64 series;
  gint64 stream;
  const char *model;
  const char *book;
  const char *project;
  const char *project_name;
  const char *key;
  const char *key_name;
  const char *user;
  const char *tier;
  const char *context;
  const char *unit;
  const char *status;
  OutlayChargeKind kind;
  OutlayMeter meter;
  gint64 rows;
  gint64 requests;
  gint64 input;
  gint64 cache_read;
  gint64 cache_write;
  gint64 output;
  gint64 reasoning;
  gint64 searches;
  gint64 quantity;
  gint64 billed;
  gint64 cost;
  gboolean unpriced;
  gboolean running;
} Spec;

typedef struct
{
  OutlayEvidence evidence;
  const char *field[OUTLAY_N_FIELDS];
  const char *name[OUTLAY_N_FIELDS];
} Row;

static inline void
price_row (OutlayEvidence *evidence)
{
  const gint64 *count = evidence->usage.count;
  OutlayWide *picos = evidence->computed_picos;
  OutlayWide total = 0;

  picos[OUTLAY_RATE_INPUT] = (OutlayWide) count[OUTLAY_INPUT_TOKENS] * INPUT_PRICE * 1000;
  picos[OUTLAY_RATE_CACHE_READ] =
      (OutlayWide) count[OUTLAY_CACHE_READ_TOKENS] * CACHE_READ_PRICE * 1000;
  picos[OUTLAY_RATE_CACHE_WRITE_5M] =
      (OutlayWide) count[OUTLAY_CACHE_WRITE_5M_TOKENS] * CACHE_WRITE_PRICE * 1000;
  picos[OUTLAY_RATE_OUTPUT] = (OutlayWide) count[OUTLAY_OUTPUT_TOKENS] * OUTPUT_PRICE * 1000;
  picos[OUTLAY_RATE_WEB_SEARCH] = (OutlayWide) count[OUTLAY_WEB_SEARCHES] * SEARCH_PRICE * 1000;

  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    total += picos[i];
  evidence->has_computed = TRUE;
  evidence->computed_nanos = (gint64) (total / 1000);
}

static inline void
fill_row (Row *row, const Spec *spec)
{
  const char *values[OUTLAY_N_FIELDS] = {
    [OUTLAY_FIELD_PROJECT] = spec->project, [OUTLAY_FIELD_KEY] = spec->key,
    [OUTLAY_FIELD_USER] = spec->user,       [OUTLAY_FIELD_MODEL] = spec->model,
    [OUTLAY_FIELD_TIER] = spec->tier,       [OUTLAY_FIELD_CONTEXT] = spec->context,
    [OUTLAY_FIELD_UNIT] = spec->unit,       [OUTLAY_FIELD_STATUS] = spec->status,
  };

  *row = (Row){
    .name = { [OUTLAY_FIELD_PROJECT] = spec->project_name, [OUTLAY_FIELD_KEY] = spec->key_name },
    .evidence = {
      .series = spec->series,
      .stream = spec->stream,
      .role = spec->role,
      .running = spec->running,
      .book_model = spec->book,
      .kind = spec->kind,
      .meter = spec->meter,
      .rows = spec->rows != 0 ? spec->rows : 1,
      .usage.count = {
        [OUTLAY_REQUESTS] = spec->requests,
        [OUTLAY_INPUT_TOKENS] = spec->input,
        [OUTLAY_CACHE_READ_TOKENS] = spec->cache_read,
        [OUTLAY_CACHE_WRITE_5M_TOKENS] = spec->cache_write,
        [OUTLAY_OUTPUT_TOKENS] = spec->output,
        [OUTLAY_REASONING_TOKENS] = spec->reasoning,
        [OUTLAY_WEB_SEARCHES] = spec->searches,
        [OUTLAY_QUANTITY_MICROS] = spec->quantity,
      },
      .billed_nanos = spec->billed,
      .cost_nanos = spec->cost != 0 ? spec->cost : spec->billed,
      .unpriced = spec->unpriced,
    },
  };

  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    row->field[i] = values[i] != NULL ? values[i] : "";
  if (outlay_usage_is_empty (&row->evidence.usage))
    row->evidence.unpriced = FALSE;
  else if (!spec->unpriced)
    price_row (&row->evidence);
}

/* Evidence borrows from its row: it is pointed there once the rows no longer move. */
static inline OutlayEvidence *
list_evidence (Row *rows, gsize n_rows)
{
  OutlayEvidence *evidence = g_new (OutlayEvidence, n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      evidence[i] = rows[i].evidence;
      evidence[i].field = rows[i].field;
      evidence[i].name = rows[i].name;
    }

  return evidence;
}
