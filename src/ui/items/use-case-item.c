/* use-case-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/use-case-item.h"

#include "core/money.h"
#include "wording/money.h"
#include "wording/number.h"
#include "wording/status.h"

#include <math.h>

#define DASH "–"

struct _OutlayUseCaseItem
{
  GObject parent_instance;

  char *name;
  char *value;
  char *range;
  char *cost;
  char *net;
  char *roi;
  char *each;
  OutlayVerdict verdict;

  /* What is not known sorts below all that is. */
  double value_order;
  double cost_order;
  double net_order;
  double roi_order;
  double each_order;
};

enum
{
  PROP_NAME = 1,
  PROP_VERDICT,
  PROP_VALUE,
  PROP_RANGE,
  PROP_COST,
  PROP_NET,
  PROP_ROI,
  PROP_EACH,
  PROP_VERDICT_ORDER,
  PROP_VALUE_ORDER,
  PROP_COST_ORDER,
  PROP_NET_ORDER,
  PROP_ROI_ORDER,
  PROP_EACH_ORDER,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (OutlayUseCaseItem, outlay_use_case_item, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
outlay_use_case_item_finalize (GObject *object)
{
  OutlayUseCaseItem *self = OUTLAY_USE_CASE_ITEM (object);

  g_free (self->name);
  g_free (self->value);
  g_free (self->range);
  g_free (self->cost);
  g_free (self->net);
  g_free (self->roi);
  g_free (self->each);

  G_OBJECT_CLASS (outlay_use_case_item_parent_class)->finalize (object);
}

static const char *
get_text (OutlayUseCaseItem *self, guint prop_id)
{
  const char *const texts[] = {
    [PROP_NAME] = self->name,
    [PROP_VERDICT] = outlay_wording_worth ((OutlayWorthWord) self->verdict),
    [PROP_VALUE] = self->value,
    [PROP_RANGE] = self->range,
    [PROP_COST] = self->cost,
    [PROP_NET] = self->net,
    [PROP_ROI] = self->roi,
    [PROP_EACH] = self->each,
  };

  return texts[prop_id];
}

static void
outlay_use_case_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlayUseCaseItem *self = OUTLAY_USE_CASE_ITEM (object);

  switch (prop_id)
    {
    case PROP_NAME:
    case PROP_VERDICT:
    case PROP_VALUE:
    case PROP_RANGE:
    case PROP_COST:
    case PROP_NET:
    case PROP_ROI:
    case PROP_EACH:
      g_value_set_string (value, get_text (self, prop_id));
      break;
    case PROP_VERDICT_ORDER:
      g_value_set_double (value, self->verdict);
      break;
    case PROP_VALUE_ORDER:
      g_value_set_double (value, self->value_order);
      break;
    case PROP_COST_ORDER:
      g_value_set_double (value, self->cost_order);
      break;
    case PROP_NET_ORDER:
      g_value_set_double (value, self->net_order);
      break;
    case PROP_ROI_ORDER:
      g_value_set_double (value, self->roi_order);
      break;
    case PROP_EACH_ORDER:
      g_value_set_double (value, self->each_order);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_use_case_item_class_init (OutlayUseCaseItemClass *klass)
{
  static const char *const texts[] = { "name", "verdict", "value", "range",
                                       "cost", "net",     "roi",   "each" };
  static const char *const orders[] = { "verdict-order", "value-order", "cost-order",
                                        "net-order",     "roi-order",   "each-order" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = outlay_use_case_item_finalize;
  object_class->get_property = outlay_use_case_item_get_property;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[PROP_NAME + i] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    properties[PROP_VERDICT_ORDER + i] =
        g_param_spec_double (orders[i], NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
outlay_use_case_item_init (OutlayUseCaseItem *self)
{
}

static void
fill_value (OutlayUseCaseItem *self,
            OutlayWording *wording,
            const char *currency,
            const OutlayWorth *worth)
{
  self->value_order = self->net_order = self->roi_order = -G_MAXDOUBLE;
  if (!worth->has_value)
    {
      self->value = g_strdup (DASH);
      self->net = g_strdup (DASH);
      self->roi = g_strdup (DASH);
      return;
    }

  self->value = outlay_wording_money (wording, worth->value_nanos, currency, OUTLAY_MONEY_WHOLE);
  self->net = outlay_wording_money (wording, worth->net_nanos, currency, OUTLAY_MONEY_WHOLE);
  self->roi = outlay_wording_percent (wording, worth->roi_percent, 0);
  self->value_order = outlay_nanos_to_estimate (worth->value_nanos);
  self->net_order = outlay_nanos_to_estimate (worth->net_nanos);
  if (isfinite (worth->roi_percent))
    self->roi_order = worth->roi_percent;
  if (worth->has_range)
    self->range =
        outlay_wording_money_range (wording, worth->value_low_nanos, worth->value_high_nanos,
                                    currency, OUTLAY_MONEY_WHOLE);
}

/**
 * outlay_use_case_item_new:
 * @snapshot: a snapshot
 * @wording: of the reader
 * @line: what a use case of it is worth
 *
 * Returns: (transfer full): a row
 */
OutlayUseCaseItem *
outlay_use_case_item_new (const OutlaySnapshot *snapshot,
                          OutlayWording *wording,
                          const OutlayUseCaseWorth *line)
{
  OutlayUseCaseItem *self = g_object_new (OUTLAY_TYPE_USE_CASE_ITEM, NULL);
  const OutlayUseCase *use_case = &snapshot->use_cases[line->use_case];
  const OutlayWorth *worth = &line->worth;

  self->name = g_strdup (use_case->name);
  self->verdict = worth->verdict;
  self->cost =
      outlay_wording_money (wording, worth->cost_nanos, snapshot->currency, OUTLAY_MONEY_WHOLE);
  self->cost_order = outlay_nanos_to_estimate (worth->cost_nanos);
  fill_value (self, wording, snapshot->currency, worth);

  self->each_order = -G_MAXDOUBLE;
  if (worth->has_outcomes && worth->outcomes > 0)
    {
      self->each = outlay_wording_money (wording, worth->cost_per_outcome_nanos, snapshot->currency,
                                         OUTLAY_MONEY_EACH);
      self->each_order = outlay_nanos_to_estimate (worth->cost_per_outcome_nanos);
    }
  else
    self->each = g_strdup (DASH);
  return self;
}

/**
 * outlay_use_case_item_get_name:
 * @self: a row
 *
 * Returns: (transfer none): name of its use case
 */
const char *
outlay_use_case_item_get_name (OutlayUseCaseItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_USE_CASE_ITEM (self), NULL);

  return self->name;
}

/**
 * outlay_use_case_item_get_verdict:
 * @self: a row
 *
 * Returns: whether it is worth what it costs
 */
OutlayVerdict
outlay_use_case_item_get_verdict (OutlayUseCaseItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_USE_CASE_ITEM (self), OUTLAY_VERDICT_NOT_ESTIMATED);

  return self->verdict;
}

/**
 * outlay_use_case_items:
 * @snapshot: a snapshot
 * @wording: of the reader
 * @portfolio: of @snapshot
 *
 * Returns: (transfer full): of #OutlayUseCaseItem, in the order of @portfolio
 */
GListStore *
outlay_use_case_items (const OutlaySnapshot *snapshot,
                       OutlayWording *wording,
                       const OutlayPortfolio *portfolio)
{
  GListStore *items = g_list_store_new (OUTLAY_TYPE_USE_CASE_ITEM);

  for (gsize i = 0; i < portfolio->n_lines; i++)
    {
      g_autoptr (OutlayUseCaseItem) item =
          outlay_use_case_item_new (snapshot, wording, &portfolio->lines[i]);

      g_list_store_append (items, item);
    }

  return items;
}
