/* value-names.c – names of the methods of value and of their inputs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/value.h"

#include <string.h>

#define BIT(key) (1u << OUTLAY_VALUE_##key)

static const struct
{
  const char *name;
  guint32 required;
  guint32 optional;
} methods[OUTLAY_N_VALUE_METHODS] = {
  [OUTLAY_VALUE_FIXED] = { "fixed", BIT (AMOUNT), 0 },
  [OUTLAY_VALUE_LABOUR] = { "labour", BIT (MINUTES_SAVED) | BIT (HOURLY_RATE), BIT (REALISATION) },
  [OUTLAY_VALUE_DISPLACEMENT] = { "displacement", BIT (HUMAN_COST),
                                  BIT (DEFLECTION) | BIT (REVIEW_COST) | BIT (REVIEW_RATE) |
                                      BIT (REALISATION) },
  [OUTLAY_VALUE_REVENUE] = { "revenue", BIT (ORDER_VALUE) | BIT (CONVERSION_UPLIFT),
                             BIT (GROSS_MARGIN) | BIT (REALISATION) },
  [OUTLAY_VALUE_RETENTION] = { "retention",
                               BIT (CUSTOMERS) | BIT (CHURN_REDUCTION) | BIT (ANNUAL_VALUE),
                               BIT (REALISATION) },
  [OUTLAY_VALUE_PREMIUM] = { "premium", BIT (PRICE) | BIT (SUBSCRIBERS),
                             BIT (COGS) | BIT (REALISATION) },
};

static const char *const keys[OUTLAY_N_VALUE_KEYS] = {
  [OUTLAY_VALUE_AMOUNT] = "amount",
  [OUTLAY_VALUE_MINUTES_SAVED] = "minutes_saved",
  [OUTLAY_VALUE_HOURLY_RATE] = "hourly_rate",
  [OUTLAY_VALUE_REALISATION] = "realisation",
  [OUTLAY_VALUE_HUMAN_COST] = "human_cost",
  [OUTLAY_VALUE_DEFLECTION] = "deflection",
  [OUTLAY_VALUE_REVIEW_COST] = "review_cost",
  [OUTLAY_VALUE_REVIEW_RATE] = "review_rate",
  [OUTLAY_VALUE_ORDER_VALUE] = "order_value",
  [OUTLAY_VALUE_CONVERSION_UPLIFT] = "conversion_uplift",
  [OUTLAY_VALUE_GROSS_MARGIN] = "gross_margin",
  [OUTLAY_VALUE_CUSTOMERS] = "customers",
  [OUTLAY_VALUE_CHURN_REDUCTION] = "churn_reduction",
  [OUTLAY_VALUE_ANNUAL_VALUE] = "annual_value",
  [OUTLAY_VALUE_PRICE] = "price",
  [OUTLAY_VALUE_COGS] = "cogs",
  [OUTLAY_VALUE_SUBSCRIBERS] = "subscribers",
};

static const guint32 fractions = BIT (REALISATION) | BIT (DEFLECTION) | BIT (REVIEW_RATE) |
                                 BIT (CONVERSION_UPLIFT) | BIT (GROSS_MARGIN) |
                                 BIT (CHURN_REDUCTION);

static const char *const cost_kinds[OUTLAY_N_COST_KINDS] = {
  [OUTLAY_COST_INFRASTRUCTURE] = "infrastructure",
  [OUTLAY_COST_PEOPLE] = "people",
  [OUTLAY_COST_FEES] = "fees",
  [OUTLAY_COST_OTHER] = "other",
};

/**
 * outlay_value_method_to_string:
 * @method: a method
 *
 * Returns: its name on the command line and in files
 */
const char *
outlay_value_method_to_string (OutlayValueMethod method)
{
  g_return_val_if_fail (method < OUTLAY_N_VALUE_METHODS, NULL);

  return methods[method].name;
}

/**
 * outlay_value_method_parse:
 * @text: a name
 * @method: (out): the method
 *
 * Returns: %FALSE, and @method untouched, if there is no such method
 */
gboolean
outlay_value_method_parse (const char *text, OutlayValueMethod *method)
{
  for (guint i = 0; i < OUTLAY_N_VALUE_METHODS; i++)
    if (strcmp (methods[i].name, text) == 0)
      {
        *method = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
find_name (const char *const *names, guint n_names, const char *text, guint *index)
{
  for (guint i = 0; i < n_names; i++)
    if (strcmp (names[i], text) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * outlay_value_key_to_string:
 * @key: an input
 *
 * Returns: its name on the command line and in files
 */
const char *
outlay_value_key_to_string (OutlayValueKey key)
{
  g_return_val_if_fail (key < OUTLAY_N_VALUE_KEYS, NULL);

  return keys[key];
}

/**
 * outlay_value_key_parse:
 * @text: a name
 * @key: (out): the input
 *
 * Returns: %FALSE, and @key untouched, if there is no such input
 */
gboolean
outlay_value_key_parse (const char *text, OutlayValueKey *key)
{
  guint index;

  if (!find_name (keys, OUTLAY_N_VALUE_KEYS, text, &index))
    return FALSE;

  *key = index;
  return TRUE;
}

/**
 * outlay_value_method_takes:
 * @method: a method
 * @key: an input
 *
 * Returns: %TRUE if @key is in the formula of @method
 */
gboolean
outlay_value_method_takes (OutlayValueMethod method, OutlayValueKey key)
{
  g_return_val_if_fail (method < OUTLAY_N_VALUE_METHODS, FALSE);

  return ((methods[method].required | methods[method].optional) & 1u << key) != 0;
}

/**
 * outlay_value_key_is_required:
 * @method: a method
 * @key: an input
 *
 * The others may be left out: rates and shares are then 1, costs 0, and they count
 * as assumed.
 *
 * Returns: %TRUE if @method has no value without @key
 */
gboolean
outlay_value_key_is_required (OutlayValueMethod method, OutlayValueKey key)
{
  g_return_val_if_fail (method < OUTLAY_N_VALUE_METHODS, FALSE);

  return (methods[method].required & 1u << key) != 0;
}

/**
 * outlay_value_key_is_fraction:
 * @key: an input
 *
 * Returns: %TRUE if @key is a rate or a share, from 0 to 1
 */
gboolean
outlay_value_key_is_fraction (OutlayValueKey key)
{
  return (fractions & 1u << key) != 0;
}

/**
 * outlay_cost_kind_to_string:
 * @kind: a kind of cost
 *
 * Returns: its name on the command line and in files
 */
const char *
outlay_cost_kind_to_string (OutlayCostKind kind)
{
  g_return_val_if_fail (kind < OUTLAY_N_COST_KINDS, NULL);

  return cost_kinds[kind];
}

/**
 * outlay_cost_kind_parse:
 * @text: a name
 * @kind: (out): the kind
 *
 * Returns: %FALSE, and @kind untouched, if there is no such kind
 */
gboolean
outlay_cost_kind_parse (const char *text, OutlayCostKind *kind)
{
  guint index;

  if (!find_name (cost_kinds, OUTLAY_N_COST_KINDS, text, &index))
    return FALSE;

  *kind = index;
  return TRUE;
}
