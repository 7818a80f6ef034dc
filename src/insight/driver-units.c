/* driver-units.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/driver-units.h"

struct _OutlayDriverUnits
{
  /* Owned references */
  GHashTable *unit_places;    /* OutlayDriverUnit, by feature and unit; a set */
  GHashTable *feature_places; /* OutlayDriverFeature, by feature; a set */
  GPtrArray *units;           /* as they came */
  GPtrArray *features;        /* as they came */
};

static guint
hash_unit (gconstpointer data)
{
  const OutlayDriverUnit *unit = data;

  return unit->feature * 2654435761u ^ unit->unit;
}

static gboolean
equal_units (gconstpointer a, gconstpointer b)
{
  const OutlayDriverUnit *left = a;
  const OutlayDriverUnit *right = b;

  return left->feature == right->feature && left->unit == right->unit;
}

static guint
hash_feature (gconstpointer data)
{
  return ((const OutlayDriverFeature *) data)->feature;
}

static gboolean
equal_features (gconstpointer a, gconstpointer b)
{
  return ((const OutlayDriverFeature *) a)->feature == ((const OutlayDriverFeature *) b)->feature;
}

/**
 * outlay_driver_units_new:
 *
 * Returns: (transfer full): no units yet
 */
OutlayDriverUnits *
outlay_driver_units_new (void)
{
  OutlayDriverUnits *units = g_new (OutlayDriverUnits, 1);

  units->unit_places = g_hash_table_new (hash_unit, equal_units);
  units->feature_places = g_hash_table_new (hash_feature, equal_features);
  units->units = g_ptr_array_new_with_free_func (g_free);
  units->features = g_ptr_array_new_with_free_func (g_free);
  return units;
}

/**
 * outlay_driver_units_free:
 * @units: (transfer full) (nullable): units
 */
void
outlay_driver_units_free (OutlayDriverUnits *units)
{
  if (units == NULL)
    return;

  g_hash_table_unref (units->unit_places);
  g_hash_table_unref (units->feature_places);
  g_ptr_array_unref (units->units);
  g_ptr_array_unref (units->features);
  g_free (units);
}

static OutlayDriverUnit *
find_unit (OutlayDriverUnits *units, const OutlayDriverLine *line)
{
  const OutlayDriverUnit key = { .feature = line->feature, .unit = line->unit };
  OutlayDriverUnit *unit = g_hash_table_lookup (units->unit_places, &key);

  if (unit == NULL)
    {
      unit = g_memdup2 (&key, sizeof key);
      g_hash_table_add (units->unit_places, unit);
      g_ptr_array_add (units->units, unit);
    }

  return unit;
}

static OutlayDriverFeature *
find_feature (OutlayDriverUnits *units, const OutlayDriverLine *line)
{
  const OutlayDriverFeature key = { .feature = line->feature };
  OutlayDriverFeature *feature = g_hash_table_lookup (units->feature_places, &key);

  if (feature == NULL)
    {
      feature = g_memdup2 (&key, sizeof key);
      g_hash_table_add (units->feature_places, feature);
      g_ptr_array_add (units->features, feature);
    }

  return feature;
}

static OutlayDriverClass
class_of_rate (OutlayRate rate)
{
  switch (rate)
    {
    case OUTLAY_RATE_INPUT:
    case OUTLAY_RATE_CACHE_READ:
    case OUTLAY_RATE_CACHE_WRITE_5M:
    case OUTLAY_RATE_CACHE_WRITE_1H:
      return OUTLAY_CLASS_INPUT;
    case OUTLAY_RATE_AUDIO_INPUT:
      return OUTLAY_CLASS_AUDIO_INPUT;
    case OUTLAY_RATE_IMAGE_INPUT:
      return OUTLAY_CLASS_IMAGE_INPUT;
    case OUTLAY_RATE_WEB_SEARCH:
      return OUTLAY_CLASS_SEARCH;
    case OUTLAY_RATE_REQUEST:
      return OUTLAY_CLASS_REQUEST;
    case OUTLAY_RATE_REASONING:
      return OUTLAY_CLASS_REASONING;
    case OUTLAY_RATE_AUDIO_OUTPUT:
      return OUTLAY_CLASS_AUDIO_OUTPUT;
    case OUTLAY_RATE_IMAGE_OUTPUT:
      return OUTLAY_CLASS_IMAGE_OUTPUT;
    case OUTLAY_RATE_OUTPUT:
    default:
      return OUTLAY_CLASS_OUTPUT;
    }
}

/* A nano-unit for each row, and one of each kind where shares of a row are whole tokens. */
static OutlayWide
find_slack (const OutlayDriverLine *line, const OutlayDriverAmount amounts[OUTLAY_N_CLASSES])
{
  OutlayWide slack = ((OutlayWide) MAX (line->rows, 0) + 1) * OUTLAY_PICOS_PER_NANO;

  for (guint i = 0; i < OUTLAY_N_CLASSES; i++)
    if (amounts[i].count > 0)
      slack += MAX (amounts[i].list_picos, amounts[i].cost_picos) / amounts[i].count;

  return slack;
}

/* Prices a line: what there is of each class, at which price. FALSE if it has none. */
static gboolean
price_line (const OutlayDriverLine *line, OutlayDriverAmount amounts[OUTLAY_N_CLASSES])
{
  OutlayRates ones = { .known = line->rates.known };
  OutlayWide costs[OUTLAY_N_RATES];
  OutlayWide counts[OUTLAY_N_RATES];
  OutlayWide total_picos = 0;

  if (outlay_usage_is_empty (&line->usage) ||
      outlay_rates_cost (&line->rates, &line->usage, costs) == OUTLAY_PRICE_UNPRICED)
    return FALSE;

  /* At a price of one each, the cost is the count. */
  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    ones.picos[i] = outlay_rates_has (&ones, i) ? 1 : 0;
  outlay_rates_cost (&ones, &line->usage, counts);

  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    {
      OutlayDriverClass type = class_of_rate (i);

      amounts[type].count += counts[i];
      amounts[type].cost_picos += costs[i];
      amounts[type].list_picos +=
          type == OUTLAY_CLASS_INPUT ? counts[i] * line->rates.picos[OUTLAY_RATE_INPUT] : costs[i];
      total_picos += costs[i];
    }

  /* Without a price of plain input there is nothing to set a cache beside. */
  if (amounts[OUTLAY_CLASS_INPUT].list_picos == 0)
    amounts[OUTLAY_CLASS_INPUT].list_picos = amounts[OUTLAY_CLASS_INPUT].cost_picos;

  /* A price list of now that says otherwise than it did then, about all or nothing. */
  if (total_picos == 0)
    return line->computed_nanos == 0;

  return line->computed_nanos > 0 || total_picos <= find_slack (line, amounts);
}

static void
count_line (const OutlayDriverLine *line, OutlayDriverCounts *counts)
{
  if (!line->failed)
    {
      counts->requests += line->usage.count[OUTLAY_REQUESTS];
      counts->tokens += outlay_usage_tokens (&line->usage);
    }
  else if (line->computed_nanos > 0) /* refused requests cost nothing, and are no attempts */
    {
      counts->failed_requests += line->usage.count[OUTLAY_REQUESTS];
      counts->failed_tokens += outlay_usage_tokens (&line->usage);
    }
}

/**
 * outlay_driver_units_add:
 * @units: units
 * @line: a line of usage
 *
 * Returns: %FALSE if the line has no usage that has a price; its feature is noted all
 *   the same
 */
gboolean
outlay_driver_units_add (OutlayDriverUnits *units, const OutlayDriverLine *line)
{
  const guint period = line->period;
  OutlayDriverAmount amounts[OUTLAY_N_CLASSES] = { 0 };
  OutlayDriverFeature *feature = find_feature (units, line);
  OutlayDriverSide *side;

  if (!outlay_usage_is_empty (&line->usage))
    feature->used[period] = TRUE;
  if (!price_line (line, amounts))
    return FALSE;

  side = &find_unit (units, line)->sides[period];
  for (guint i = 0; i < OUTLAY_N_CLASSES; i++)
    {
      side->amounts[i].count += amounts[i].count;
      side->amounts[i].list_picos += amounts[i].list_picos;
      side->amounts[i].cost_picos += amounts[i].cost_picos;
    }

  count_line (line, &side->counts);
  count_line (line, &feature->counts[period]);
  side->computed_nanos += line->computed_nanos;
  side->slack_picos += find_slack (line, amounts);
  feature->computed_nanos[period] += line->computed_nanos;
  if (line->uncounted)
    feature->uncounted_tokens[period] += outlay_usage_tokens (&line->usage);

  return TRUE;
}

/**
 * outlay_driver_units_list:
 * @units: units
 *
 * Returns: (transfer none) (element-type OutlayDriverUnit): models with priced usage
 */
GPtrArray *
outlay_driver_units_list (OutlayDriverUnits *units)
{
  return units->units;
}

/**
 * outlay_driver_units_features:
 * @units: units
 *
 * Returns: (transfer none) (element-type OutlayDriverFeature): features with lines
 */
GPtrArray *
outlay_driver_units_features (OutlayDriverUnits *units)
{
  return units->features;
}
