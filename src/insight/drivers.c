/* drivers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/drivers.h"

#include "insight/driver-units.h"

#include <math.h>

/* So many tokens for one that no request is counted for: fewer, and volume is tokens. */
#define COUNTED_FOR_ONE 20

typedef struct
{
  OutlayWide cost[2];
  OutlayWide terms[OUTLAY_N_DRIVERS]; /* whole nano-units */
  double parts[OUTLAY_N_DRIVERS];     /* estimates, to be rounded once */
  OutlayWide parted;                  /* what the estimates have to add up to */
  gboolean by_tokens;
} Split;

/**
 * outlay_driver_to_string:
 * @driver: a driver
 *
 * Returns: its name: a contract
 */
const char *
outlay_driver_to_string (OutlayDriver driver)
{
  static const char *const names[OUTLAY_N_DRIVERS] = {
    [OUTLAY_DRIVER_VOLUME] = "volume",
    [OUTLAY_DRIVER_CONTEXT] = "context",
    [OUTLAY_DRIVER_OUTPUT] = "output",
    [OUTLAY_DRIVER_CACHING] = "caching",
    [OUTLAY_DRIVER_MIX] = "mix",
    [OUTLAY_DRIVER_PRICE] = "price",
    [OUTLAY_DRIVER_RETRIES] = "retries",
    [OUTLAY_DRIVER_CURRENCY] = "currency",
    [OUTLAY_DRIVER_BILLING] = "billing",
    [OUTLAY_DRIVER_UNMETERED] = "unmetered",
    [OUTLAY_DRIVER_REALLOCATED] = "reallocated",
    [OUTLAY_DRIVER_NEW_FEATURES] = "new-features",
    [OUTLAY_DRIVER_RETIRED_FEATURES] = "retired-features",
    [OUTLAY_DRIVER_FEES_CREDITS] = "fees-credits",
  };

  return names[driver];
}

/* Whole amounts leave first: what is no use, what bills add, what has no price. */
static void
take_line (Split *split, OutlayDriverUnits *units, const OutlayDriverLine *line)
{
  const OutlayWide sign = line->period == 0 ? -1 : 1;

  split->cost[line->period] += line->cost_nanos;
  if (line->kind != OUTLAY_CHARGE_NONE && line->kind != OUTLAY_CHARGE_USAGE)
    split->terms[OUTLAY_DRIVER_FEES_CREDITS] += sign * line->cost_nanos;
  else if (outlay_driver_units_add (units, line))
    split->terms[OUTLAY_DRIVER_BILLING] +=
        sign * ((OutlayWide) line->cost_nanos - line->computed_nanos);
  else
    split->terms[OUTLAY_DRIVER_UNMETERED] += sign * line->cost_nanos;
}

static gboolean
counts_tokens (const OutlayDriverFeature *feature)
{
  for (guint i = 0; i < 2; i++)
    {
      const OutlayDriverCounts *counts = &feature->counts[i];

      if (feature->uncounted_tokens[i] * COUNTED_FOR_ONE > counts->tokens + counts->failed_tokens)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_lasting (const OutlayDriverFeature *feature)
{
  return feature->used[0] && feature->used[1];
}

/* Features that came or went; what is left of the others is parted. */
static void
take_feature (Split *split, const OutlayDriverFeature *feature)
{
  const OutlayWide change = feature->computed_nanos[1] - feature->computed_nanos[0];

  if (is_lasting (feature))
    {
      split->parted += change;
      split->by_tokens |= counts_tokens (feature);
    }
  else if (feature->used[1])
    split->terms[OUTLAY_DRIVER_NEW_FEATURES] += change;
  else
    split->terms[OUTLAY_DRIVER_RETIRED_FEATURES] += change;
}

/* Each estimate is rounded once; the largest takes what they are short of the sum. */
static void
round_parts (Split *split)
{
  OutlayDriver largest = OUTLAY_DRIVER_VOLUME;
  OutlayWide rest = split->parted;

  for (OutlayDriver i = 0; i < OUTLAY_N_DRIVERS; i++)
    {
      OutlayWide rounded = (OutlayWide) rint (split->parts[i]);

      split->terms[i] += rounded;
      rest -= rounded;
      if (fabs (split->parts[i]) > fabs (split->parts[largest]))
        largest = i;
    }

  split->terms[largest] += rest;
}

static gint64
to_nanos (OutlayWide nanos)
{
  return (gint64) CLAMP (nanos, (OutlayWide) -G_MAXINT64, (OutlayWide) G_MAXINT64);
}

/**
 * outlay_drivers_split:
 * @lines: (array length=n_lines): spend of both periods
 * @n_lines: how many
 * @drivers: (out): the change, taken apart
 */
void
outlay_drivers_split (const OutlayDriverLine *lines, gsize n_lines, OutlayDrivers *drivers)
{
  g_autoptr (OutlayDriverUnits) units = outlay_driver_units_new ();
  g_autoptr (GHashTable) lasting = g_hash_table_new (NULL, NULL);
  const GPtrArray *list = outlay_driver_units_list (units);
  const GPtrArray *features = outlay_driver_units_features (units);
  Split split = { 0 };

  for (gsize i = 0; i < n_lines; i++)
    take_line (&split, units, &lines[i]);

  for (guint i = 0; i < features->len; i++)
    {
      OutlayDriverFeature *feature = features->pdata[i];

      take_feature (&split, feature);
      if (is_lasting (feature))
        g_hash_table_insert (lasting, GUINT_TO_POINTER (feature->feature), feature);
    }

  for (guint i = 0; i < list->len; i++)
    {
      const OutlayDriverUnit *unit = list->pdata[i];
      const OutlayDriverFeature *feature =
          g_hash_table_lookup (lasting, GUINT_TO_POINTER (unit->feature));

      if (feature != NULL)
        outlay_driver_unit_split (unit, feature, counts_tokens (feature), split.parts);
    }

  round_parts (&split);
  drivers->before_nanos = to_nanos (split.cost[0]);
  drivers->after_nanos = to_nanos (split.cost[1]);
  drivers->by_tokens = split.by_tokens;
  for (OutlayDriver i = 0; i < OUTLAY_N_DRIVERS; i++)
    drivers->term_nanos[i] = to_nanos (split.terms[i]);
}
