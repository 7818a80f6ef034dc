/* risk-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/risk-item.h"

#include "ui/items/budget-words.h"
#include "wording/money.h"

#include <glib/gi18n.h>

enum
{
  PROP_NAME = 1,
  PROP_WORDS,
  PROP_SPENT,
  PROP_SPENT_SHORT,
  PROP_BUDGET,
  PROP_OF_BUDGET,
  PROP_FORECAST,
  PROP_TO_FORECAST,
  PROP_DESCRIPTION,
  N_PROPS
};

struct _OutlayRiskItem
{
  GObject parent_instance;

  /* Owned references */
  char *texts[N_PROPS]; /* by property */
  char *feature;        /* its name, untranslated */

  OutlayBudgetLine line;
  OutlayInk ink;
  gboolean ended;
};

G_DEFINE_FINAL_TYPE (OutlayRiskItem, outlay_risk_item, G_TYPE_OBJECT)

static void
outlay_risk_item_finalize (GObject *object)
{
  OutlayRiskItem *self = OUTLAY_RISK_ITEM (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_free (self->texts[i]);
  g_free (self->feature);

  G_OBJECT_CLASS (outlay_risk_item_parent_class)->finalize (object);
}

static void
outlay_risk_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlayRiskItem *self = OUTLAY_RISK_ITEM (object);

  if (prop_id > 0 && prop_id < N_PROPS)
    g_value_set_string (value, self->texts[prop_id]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
outlay_risk_item_class_init (OutlayRiskItemClass *klass)
{
  static const char *const names[N_PROPS] = {
    [PROP_NAME] = "name",
    [PROP_WORDS] = "words",
    [PROP_SPENT] = "spent",
    [PROP_SPENT_SHORT] = "spent-short",
    [PROP_BUDGET] = "budget",
    [PROP_OF_BUDGET] = "of-budget",
    [PROP_FORECAST] = "forecast",
    [PROP_TO_FORECAST] = "to-forecast",
    [PROP_DESCRIPTION] = "description",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = outlay_risk_item_finalize;
  object_class->get_property = outlay_risk_item_get_property;
  for (guint i = PROP_NAME; i < N_PROPS; i++)
    g_object_class_install_property (object_class, i,
                                     g_param_spec_string (names[i], NULL, NULL, NULL,
                                                          G_PARAM_READABLE |
                                                              G_PARAM_STATIC_STRINGS));
}

static void
outlay_risk_item_init (OutlayRiskItem *self)
{
}

static void
word_amounts (OutlayRiskItem *self, const char *currency, OutlayWording *wording)
{
  const OutlayBudgetLine *line = &self->line;
  char **texts = self->texts;

  texts[PROP_SPENT] =
      outlay_wording_money (wording, line->actual_nanos, currency, OUTLAY_MONEY_FULL);
  texts[PROP_SPENT_SHORT] =
      outlay_wording_money (wording, line->actual_nanos, currency, OUTLAY_MONEY_WHOLE);
  texts[PROP_BUDGET] = line->has_budget ? outlay_wording_money (wording, line->budget_nanos,
                                                                currency, OUTLAY_MONEY_WHOLE)
                                        : g_strdup ("–");
  if (line->has_budget)
    /* Translators: follows an amount that is spent; %s is the budget. */
    texts[PROP_OF_BUDGET] = g_strdup_printf (_ ("of %s"), texts[PROP_BUDGET]);
  texts[PROP_FORECAST] = line->has_forecast ? outlay_wording_money (wording, line->expected_nanos,
                                                                    currency, OUTLAY_MONEY_WHOLE)
                                            : g_strdup ("–");
  if (line->has_forecast && !self->ended)
    texts[PROP_TO_FORECAST] = outlay_forecast_arrow (wording, "", texts[PROP_FORECAST]);
}

/* All of the row, for who hears it. */
static char *
describe (OutlayRiskItem *self)
{
  char **texts = self->texts;

  if (self->line.has_budget && self->line.has_forecast)
    /* Translators: a feature, how it stands, spend, budget and forecast. */
    return g_strdup_printf (_ ("%s: %s; spent %s, budget %s, forecast %s"), texts[PROP_NAME],
                            texts[PROP_WORDS], texts[PROP_SPENT], texts[PROP_BUDGET],
                            texts[PROP_FORECAST]);

  /* Translators: a feature, how it stands, and its spend. */
  return g_strdup_printf (_ ("%s: %s; spent %s"), texts[PROP_NAME], texts[PROP_WORDS],
                          texts[PROP_SPENT]);
}

/**
 * outlay_risk_item_new:
 * @line: of the status of @month, not the total
 * @snapshot: what it was computed from
 * @month: months since 1970
 * @wording: of the reader
 *
 * Returns: (transfer full): an item
 */
OutlayRiskItem *
outlay_risk_item_new (const OutlayBudgetLine *line,
                      const OutlaySnapshot *snapshot,
                      gint32 month,
                      OutlayWording *wording)
{
  OutlayRiskItem *self = g_object_new (OUTLAY_TYPE_RISK_ITEM, NULL);

  self->line = *line;
  self->ink = outlay_feature_ink (snapshot, line->feature);
  self->ended = outlay_month_has_ended (snapshot, month);
  self->feature = g_strdup (snapshot->features[line->feature].name);
  self->texts[PROP_NAME] = g_strdup (outlay_feature_display_name (snapshot, line->feature));
  self->texts[PROP_WORDS] = outlay_budget_line_describe (line, snapshot, month, wording);
  word_amounts (self, snapshot->currency, wording);
  self->texts[PROP_DESCRIPTION] = describe (self);
  return self;
}

/**
 * outlay_risk_item_get_line:
 * @self: an item
 *
 * Returns: (transfer none): its figures
 */
const OutlayBudgetLine *
outlay_risk_item_get_line (OutlayRiskItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_RISK_ITEM (self), NULL);

  return &self->line;
}

/**
 * outlay_risk_item_get_feature:
 * @self: an item
 *
 * Returns: (transfer none): name of the feature, as the ledger has it
 */
const char *
outlay_risk_item_get_feature (OutlayRiskItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_RISK_ITEM (self), NULL);

  return self->feature;
}

/**
 * outlay_risk_item_get_ink:
 * @self: an item
 *
 * Returns: colour of the feature
 */
OutlayInk
outlay_risk_item_get_ink (OutlayRiskItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_RISK_ITEM (self), OUTLAY_INK_OTHER);

  return self->ink;
}

/**
 * outlay_risk_item_get_ended:
 * @self: an item
 *
 * Returns: whether the month is over
 */
gboolean
outlay_risk_item_get_ended (OutlayRiskItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_RISK_ITEM (self), FALSE);

  return self->ended;
}

/**
 * outlay_risk_items_new:
 * @status: of a month
 * @snapshot: what it was computed from
 * @wording: of the reader
 *
 * Returns: (transfer full): of #OutlayRiskItem, most at risk first
 */
GListModel *
outlay_risk_items_new (const OutlayBudgetStatus *status,
                       const OutlaySnapshot *snapshot,
                       OutlayWording *wording)
{
  GListStore *items = g_list_store_new (OUTLAY_TYPE_RISK_ITEM);

  for (gsize i = 0; i < status->n_lines; i++)
    {
      g_autoptr (OutlayRiskItem) item =
          outlay_risk_item_new (&status->lines[i], snapshot, status->month, wording);

      g_list_store_append (items, item);
    }

  return G_LIST_MODEL (items);
}
