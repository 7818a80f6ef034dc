/* reconcile-weight.c – what a charge can be for, and what it is divided by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/reconcile-private.h"

/* Weights are held so that any number of them adds up. */
#define WEIGHT_MAX ((OutlayWide) 1 << 100)
#define WEIGHT_SUM_MAX ((OutlayWide) G_MAXINT64)

#define RATE(name) (1u << OUTLAY_RATE_##name)
#define COUNT(name) (1u << OUTLAY_##name)
#define METER(meter) (1u << (meter))

/* What a charge for each meter is for; %OUTLAY_METER_OTHER is for nothing that is counted. */
static const struct
{
  guint32 rates;
  guint32 measures;
} paid_for[] = {
  [OUTLAY_METER_ANY] = { 0, COUNT (INPUT_TOKENS) | COUNT (CACHE_READ_TOKENS) |
                                COUNT (CACHE_WRITE_5M_TOKENS) | COUNT (CACHE_WRITE_1H_TOKENS) |
                                COUNT (OUTPUT_TOKENS) },
  [OUTLAY_METER_INPUT] = { RATE (INPUT), COUNT (INPUT_TOKENS) },
  [OUTLAY_METER_CACHE_READ] = { RATE (CACHE_READ), COUNT (CACHE_READ_TOKENS) },
  [OUTLAY_METER_CACHE_WRITE] = { RATE (CACHE_WRITE_5M) | RATE (CACHE_WRITE_1H),
                                 COUNT (CACHE_WRITE_5M_TOKENS) | COUNT (CACHE_WRITE_1H_TOKENS) },
  [OUTLAY_METER_CACHE_WRITE_5M] = { RATE (CACHE_WRITE_5M), COUNT (CACHE_WRITE_5M_TOKENS) },
  [OUTLAY_METER_CACHE_WRITE_1H] = { RATE (CACHE_WRITE_1H), COUNT (CACHE_WRITE_1H_TOKENS) },
  [OUTLAY_METER_OUTPUT] = { RATE (OUTPUT) | RATE (REASONING), COUNT (OUTPUT_TOKENS) },
  [OUTLAY_METER_AUDIO_INPUT] = { RATE (AUDIO_INPUT), COUNT (AUDIO_INPUT_TOKENS) },
  [OUTLAY_METER_AUDIO_OUTPUT] = { RATE (AUDIO_OUTPUT), COUNT (AUDIO_OUTPUT_TOKENS) },
  [OUTLAY_METER_IMAGE_INPUT] = { RATE (IMAGE_INPUT), COUNT (IMAGE_INPUT_TOKENS) },
  [OUTLAY_METER_IMAGE_OUTPUT] = { RATE (IMAGE_OUTPUT), COUNT (IMAGE_OUTPUT_TOKENS) },
  [OUTLAY_METER_WEB_SEARCH] = { RATE (WEB_SEARCH), COUNT (WEB_SEARCHES) },
  [OUTLAY_METER_REQUEST] = { RATE (REQUEST), COUNT (REQUESTS) },
  [OUTLAY_METER_QUANTITY] = { 0, COUNT (QUANTITY_MICROS) },
  [OUTLAY_METER_OTHER] = { 0, 0 },
};

static OutlayWide
sum_counts (const OutlayUsage *usage, guint32 measures)
{
  OutlayWide sum = 0;

  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    if ((measures & 1u << i) != 0)
      sum += usage->count[i];

  return sum;
}

/**
 * outlay_charge_meters:
 * @usage: what was used
 *
 * Returns: the meters that it can be charged for: a bit for each #OutlayMeter
 */
guint32
outlay_charge_meters (const OutlayUsage *usage)
{
  guint32 meters = outlay_usage_is_empty (usage) ? 0 : METER (OUTLAY_METER_ANY);

  for (guint i = 0; i < G_N_ELEMENTS (paid_for); i++)
    if (sum_counts (usage, paid_for[i].measures) > 0)
      meters |= METER (i);

  return meters;
}

static OutlayWide
sum_computed (const OutlayEvidence *evidence, OutlayMeter meter)
{
  OutlayWide sum = 0;

  if (meter == OUTLAY_METER_ANY)
    return evidence->computed_nanos;

  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    if ((paid_for[meter].rates & 1u << i) != 0)
      sum += evidence->computed_picos[i];

  return sum;
}

/**
 * outlay_charge_computed:
 * @evidence: a row of usage
 * @meter: what a charge is for
 *
 * Returns: nano-units that the part of the usage costs by the catalogue
 */
gint64
outlay_charge_computed (const OutlayEvidence *evidence, OutlayMeter meter)
{
  OutlayWide sum = sum_computed (evidence, meter);

  if (meter != OUTLAY_METER_ANY)
    sum /= OUTLAY_PICOS_PER_NANO;

  return (gint64) CLAMP (sum, 0, (OutlayWide) G_MAXINT64);
}

/* What a charge is divided by, the best first: computed cost, tokens, requests, rows. */
static OutlayWide
weigh (const OutlayEvidence *evidence, OutlayMeter meter, guint way)
{
  switch (way)
    {
    case 0:
      return sum_computed (evidence, meter);
    case 1:
      return sum_counts (&evidence->usage, paid_for[meter].measures);
    case 2:
      return evidence->usage.count[OUTLAY_REQUESTS];
    default:
      return evidence->rows;
    }
}

/**
 * outlay_charge_weigh:
 * @rows: (element-type OutlayEvidence): rows of usage
 * @hits: (element-type guint32): those that agree with a charge
 * @meter: what it is for
 * @weights: (out): for each of @hits; fit for outlay_apportion()
 */
void
outlay_charge_weigh (GPtrArray *rows, const GArray *hits, OutlayMeter meter, OutlayWide *weights)
{
  OutlayWide total = 0;

  for (guint way = 0; way < 4 && total == 0; way++)
    for (guint i = 0; i < hits->len; i++)
      {
        guint row = g_array_index (hits, guint32, i);

        weights[i] = weigh (g_ptr_array_index (rows, row), meter, way);
        weights[i] = CLAMP (weights[i], 0, WEIGHT_MAX);
        total += weights[i];
      }

  for (; total > WEIGHT_SUM_MAX; total /= 2)
    for (guint i = 0; i < hits->len; i++)
      weights[i] /= 2;
}
