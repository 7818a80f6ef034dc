/* reconcile-oracle.h – charges brought to usage, by looking at every pair
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rule written a second time, in the plainest way: texts compared as texts, no
 * index, the largest remainder looked for again and again. Rows are in the order
 * of their series, and no two have the same.
 */

#pragma once

#include "core/money.h"
#include "ingest/reconcile.h"

#include <string.h>

typedef struct
{
  const OutlayEvidence *rows;
  gsize n_rows;
  OutlayRole carrier; /* who counts the usage */
  gboolean *counts;   /* by row: of the stream that counts */
  gboolean capped;    /* the carrier takes its computed cost at most */
  gint64 *left;       /* by row: of its computed cost */

  /* The answer, by row */
  gboolean *stands;
  OutlaySettled *line;
} Oracle;

static const OutlayField oracle_fields[] = {
  OUTLAY_FIELD_PROJECT, OUTLAY_FIELD_KEY,    OUTLAY_FIELD_USER,
  OUTLAY_FIELD_TIER,    OUTLAY_FIELD_REGION, OUTLAY_FIELD_CONTEXT,
};

static gboolean
oracle_same (const char *a, const char *b)
{
  return a != NULL && b != NULL && *a != '\0' && strcmp (a, b) == 0;
}

static gboolean
oracle_field_agrees (const OutlayEvidence *a, const OutlayEvidence *b, OutlayField field)
{
  return *a->field[field] == '\0' || *b->field[field] == '\0' ||
         oracle_same (a->field[field], b->field[field]) ||
         oracle_same (a->field[field], b->name[field]) ||
         oracle_same (a->name[field], b->field[field]);
}

static gint64
oracle_count (const OutlayEvidence *row, OutlayMeter meter)
{
  const gint64 *count = row->usage.count;

  switch ((int) meter)
    {
    case OUTLAY_METER_ANY:
      return outlay_usage_tokens (&row->usage);
    case OUTLAY_METER_INPUT:
      return count[OUTLAY_INPUT_TOKENS];
    case OUTLAY_METER_OUTPUT:
      return count[OUTLAY_OUTPUT_TOKENS];
    case OUTLAY_METER_CACHE_WRITE:
      return count[OUTLAY_CACHE_WRITE_5M_TOKENS] + count[OUTLAY_CACHE_WRITE_1H_TOKENS];
    case OUTLAY_METER_WEB_SEARCH:
      return count[OUTLAY_WEB_SEARCHES];
    default:
      return 0;
    }
}

static OutlayWide
oracle_weight (const OutlayEvidence *row, OutlayMeter meter, int way)
{
  if (way == 1)
    return oracle_count (row, meter);
  if (way == 2)
    return row->usage.count[OUTLAY_REQUESTS];
  if (way == 3)
    return row->rows;

  switch ((int) meter)
    {
    case OUTLAY_METER_ANY:
      return row->computed_nanos;
    case OUTLAY_METER_INPUT:
      return row->computed_picos[OUTLAY_RATE_INPUT];
    case OUTLAY_METER_OUTPUT:
      return row->computed_picos[OUTLAY_RATE_OUTPUT];
    case OUTLAY_METER_CACHE_WRITE:
      return row->computed_picos[OUTLAY_RATE_CACHE_WRITE_5M];
    case OUTLAY_METER_WEB_SEARCH:
      return row->computed_picos[OUTLAY_RATE_WEB_SEARCH];
    default:
      return 0;
    }
}

static gboolean
oracle_is_carrier (const Oracle *o, gsize i)
{
  return o->counts[i] && o->rows[i].role == o->carrier &&
         (o->rows[i].kind == OUTLAY_CHARGE_NONE || !outlay_usage_is_empty (&o->rows[i].usage));
}

static gboolean
oracle_is_placeable (const Oracle *o, gsize i)
{
  return o->counts[i] && o->rows[i].role == OUTLAY_ROLE_BILL &&
         o->rows[i].kind == OUTLAY_CHARGE_USAGE;
}

static gboolean
oracle_is_charge (const Oracle *o, gsize i)
{
  return oracle_is_placeable (o, i) && o->rows[i].meter != OUTLAY_METER_OTHER;
}

/* Values that the other side has none of, as ids or as names. */
static gboolean
oracle_is_own (const Oracle *o, OutlayField field)
{
  gboolean bills = FALSE;
  gboolean carriers = FALSE;

  if (o->carrier != OUTLAY_ROLE_OBSERVER || field > OUTLAY_FIELD_USER)
    return FALSE;

  for (gsize i = 0; i < o->n_rows; i++)
    for (gsize j = 0; j < o->n_rows; j++)
      {
        const OutlayEvidence *a = &o->rows[i];
        const OutlayEvidence *b = &o->rows[j];

        if (!oracle_is_placeable (o, i) || !oracle_is_carrier (o, j))
          continue;
        bills |= *a->field[field] != '\0';
        carriers |= *b->field[field] != '\0';
        if (*a->field[field] != '\0' && *b->field[field] != '\0' &&
            oracle_field_agrees (a, b, field))
          return FALSE;
      }

  return bills && carriers;
}

static gboolean
oracle_fills (const Oracle *o, OutlayField field)
{
  if (oracle_is_own (o, field))
    return FALSE;

  for (gsize i = 0; i < o->n_rows; i++)
    if (oracle_is_carrier (o, i) && *o->rows[i].field[field] != '\0')
      return TRUE;

  return FALSE;
}

static gboolean
oracle_same_charge (const Oracle *o, const OutlayEvidence *a, const OutlayEvidence *b)
{
  if (a->meter != b->meter || g_strcmp0 (a->book_model, b->book_model) != 0 ||
      strcmp (a->field[OUTLAY_FIELD_MODEL], b->field[OUTLAY_FIELD_MODEL]) != 0)
    return FALSE;

  for (gsize f = 0; f < G_N_ELEMENTS (oracle_fields); f++)
    if (oracle_fills (o, oracle_fields[f]) &&
        (strcmp (a->field[oracle_fields[f]], b->field[oracle_fields[f]]) != 0 ||
         g_strcmp0 (a->name[oracle_fields[f]], b->name[oracle_fields[f]]) != 0))
      return FALSE;

  return TRUE;
}

static gboolean
oracle_agrees (const Oracle *o, const OutlayEvidence *charge, gsize i)
{
  const OutlayEvidence *row = &o->rows[i];

  if (!oracle_is_carrier (o, i))
    return FALSE;
  if (charge->meter == OUTLAY_METER_ANY ? outlay_usage_is_empty (&row->usage)
                                        : oracle_count (row, charge->meter) == 0)
    return FALSE;

  for (gsize f = 0; f < G_N_ELEMENTS (oracle_fields); f++)
    if (!oracle_is_own (o, oracle_fields[f]) &&
        !oracle_field_agrees (charge, row, oracle_fields[f]))
      return FALSE;

  return TRUE;
}

/* Fills hits; words before the book, and what names no model in any case. */
static gsize
oracle_find (const Oracle *o, const OutlayEvidence *charge, gboolean *hits)
{
  const char *model = charge->field[OUTLAY_FIELD_MODEL];
  gboolean by_words = FALSE;
  gsize n = 0;

  for (gsize i = 0; i < o->n_rows; i++)
    by_words |=
        oracle_agrees (o, charge, i) && oracle_same (model, o->rows[i].field[OUTLAY_FIELD_MODEL]);

  for (gsize i = 0; i < o->n_rows; i++)
    {
      const char *other = o->rows[i].field[OUTLAY_FIELD_MODEL];
      gboolean same = by_words ? oracle_same (model, other)
                               : oracle_same (charge->book_model, o->rows[i].book_model);

      hits[i] = oracle_agrees (o, charge, i) && (*model == '\0' || *other == '\0' || same);
      n += hits[i] ? 1 : 0;
    }

  return n;
}

static void
oracle_weigh (const Oracle *o, OutlayMeter meter, const gboolean *hits, OutlayWide *weights)
{
  OutlayWide total = 0;

  for (int way = 0; way < 4 && total == 0; way++)
    for (gsize i = 0; i < o->n_rows; i++)
      {
        weights[i] = hits[i] ? oracle_weight (&o->rows[i], meter, way) : 0;
        total += weights[i];
      }
}

static gint64
oracle_divide (gint64 amount, const OutlayWide *weights, gsize n, gint64 *parts)
{
  g_autofree OutlayWide *rests = g_new0 (OutlayWide, n);
  gint64 sign = amount < 0 ? -1 : 1;
  OutlayWide total = 0;
  gint64 left = amount * sign;

  for (gsize i = 0; i < n; i++)
    total += weights[i];
  for (gsize i = 0; i < n; i++)
    {
      OutlayWide product = weights[i] * (amount * sign);

      parts[i] = sign * (gint64) (product / total);
      rests[i] = product % total;
      left -= sign * parts[i];
    }

  for (; left > 0; left--)
    {
      gsize best = 0;

      for (gsize i = 1; i < n; i++)
        if (rests[i] > rests[best])
          best = i;
      parts[best] += sign;
      rests[best] = -1;
    }

  return left;
}

/* The part of an amount that the rows take, and what is left of each charge. */
static gboolean
oracle_cap (Oracle *o, const gboolean *group, OutlayWide *weights, gint64 *cost, gint64 *billed)
{
  g_autofree OutlayWide *charges = g_new0 (OutlayWide, o->n_rows);
  g_autofree gint64 *costs = g_new0 (gint64, o->n_rows);
  g_autofree gint64 *bills = g_new0 (gint64, o->n_rows);
  gint64 all_cost = *cost;
  gint64 all_billed = *billed;
  OutlayWide claim = 0;

  for (gsize i = 0; i < o->n_rows; i++)
    {
      weights[i] = MIN (weights[i], o->left[i]);
      claim += weights[i];
      charges[i] = group[i] ? MAX (0, o->rows[i].cost_nanos) : 0;
    }
  if (claim == 0 || all_cost < 0)
    return FALSE;

  *cost = (gint64) MIN (claim, (OutlayWide) all_cost);
  *billed = (gint64) outlay_divide_half_even ((OutlayWide) all_billed * *cost, all_cost);
  oracle_divide (all_cost - *cost, charges, o->n_rows, costs);
  oracle_divide (all_billed - *billed, charges, o->n_rows, bills);
  for (gsize i = 0; i < o->n_rows; i++)
    if (group[i])
      {
        o->line[i].cost_nanos = costs[i];
        o->line[i].billed_nanos = bills[i];
        o->stands[i] = costs[i] != 0 || bills[i] != 0;
      }

  return TRUE;
}

/* Nano-units by meter, of rows that agree. */
static void
oracle_claim (const Oracle *o, OutlayMeter meter, const gboolean *hits, OutlayWide *claims)
{
  for (gsize i = 0; i < o->n_rows; i++)
    {
      claims[i] = hits[i] ? oracle_weight (&o->rows[i], meter, 0) : 0;
      claims[i] = meter == OUTLAY_METER_ANY ? claims[i] : claims[i] / 1000;
    }
}

static void
oracle_place (Oracle *o, gsize first, gboolean *done, gboolean *reached)
{
  const OutlayEvidence *charge = &o->rows[first];
  g_autofree gboolean *hits = g_new0 (gboolean, o->n_rows);
  g_autofree gboolean *group = g_new0 (gboolean, o->n_rows);
  g_autofree OutlayWide *weights = g_new0 (OutlayWide, o->n_rows);
  g_autofree gint64 *costs = g_new0 (gint64, o->n_rows);
  g_autofree gint64 *bills = g_new0 (gint64, o->n_rows);
  gboolean found = oracle_find (o, charge, hits) > 0;
  gint64 cost = 0;
  gint64 billed = 0;

  for (gsize i = first; i < o->n_rows; i++)
    if (oracle_is_charge (o, i) && oracle_same_charge (o, charge, &o->rows[i]))
      {
        cost += o->rows[i].cost_nanos;
        billed += o->rows[i].billed_nanos;
        group[i] = done[i] = TRUE;
        o->stands[i] = TRUE;
      }
  if (!found)
    return;

  if (o->capped && cost != 0)
    {
      oracle_claim (o, charge->meter, hits, weights);
      if (!oracle_cap (o, group, weights, &cost, &billed))
        return;
    }
  else
    {
      oracle_weigh (o, charge->meter, hits, weights);
      for (gsize i = 0; i < o->n_rows; i++)
        o->stands[i] &= !group[i];
    }

  oracle_divide (cost, weights, o->n_rows, costs);
  oracle_divide (billed, weights, o->n_rows, bills);
  for (gsize i = 0; i < o->n_rows; i++)
    {
      reached[i] |= hits[i];
      o->left[i] -= hits[i] ? costs[i] : 0;
      o->line[i].cost_nanos += hits[i] ? costs[i] : 0;
      o->line[i].billed_nanos += hits[i] ? bills[i] : 0;
    }
}

static void
oracle_finish_carrier (Oracle *o, gsize i, gboolean reached, gboolean running)
{
  OutlaySettled *line = &o->line[i];
  const OutlayEvidence *row = &o->rows[i];
  gint64 late = row->computed_nanos - line->cost_nanos;

  o->stands[i] = reached || o->carrier == OUTLAY_ROLE_METER;
  line->usage = row->usage;
  line->computed_nanos = row->computed_nanos;
  line->unpriced_rows = row->unpriced ? row->rows : 0;
  line->kind = reached ? OUTLAY_CHARGE_USAGE : OUTLAY_CHARGE_NONE;
  line->not_on_bill = !reached;

  if (!reached)
    {
      line->cost_nanos = row->computed_nanos;
      line->estimated_nanos = running ? line->cost_nanos : 0;
    }
  else if (running && late > 10000000 && late * 100 > line->cost_nanos * 2)
    {
      line->estimated_nanos = late;
      line->cost_nanos += late;
    }
}

/* Needs rows, carrier and counts; fills stands and line. */
static void
oracle_run (Oracle *o)
{
  g_autofree gboolean *done = g_new0 (gboolean, o->n_rows);
  g_autofree gboolean *reached = g_new0 (gboolean, o->n_rows);
  g_autofree gint64 *left = g_new0 (gint64, o->n_rows);
  gboolean running = FALSE;

  o->left = left;
  for (OutlayField field = OUTLAY_FIELD_PROJECT; field <= OUTLAY_FIELD_USER; field++)
    o->capped |= oracle_is_own (o, field);

  for (gsize i = 0; i < o->n_rows; i++)
    {
      const OutlayEvidence *row = &o->rows[i];
      gboolean is_bill = o->counts[i] && row->role == OUTLAY_ROLE_BILL;

      running |= is_bill && row->running && o->carrier == OUTLAY_ROLE_METER;
      o->stands[i] = is_bill && row->kind != OUTLAY_CHARGE_NONE;
      o->line[i] = (OutlaySettled){ .series = row->series, .kind = row->kind, .rows = row->rows };
      if (is_bill)
        {
          o->line[i].cost_nanos = row->cost_nanos;
          o->line[i].billed_nanos = row->billed_nanos;
        }
      left[i] = row->computed_nanos;
    }

  for (gsize i = 0; i < o->n_rows; i++)
    if (oracle_is_charge (o, i) && !done[i])
      oracle_place (o, i, done, reached);
  for (gsize i = 0; i < o->n_rows; i++)
    if (oracle_is_carrier (o, i))
      oracle_finish_carrier (o, i, reached[i], running);
}
