/* use-case-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/use-case-detail.h"

#include "core/money.h"
#include "ui/pages/use-cases/cost-card.h"
#include "ui/pages/use-cases/fluid-box.h"
#include "ui/pages/use-cases/outcomes-card.h"
#include "ui/pages/use-cases/period.h"
#include "ui/pages/use-cases/trend-card.h"
#include "ui/pages/use-cases/value-editor.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/tile.h"
#include "wording/money.h"
#include "wording/number.h"
#include "wording/status.h"

#include <glib/gi18n.h>
#include <math.h>

#define WHOLE_SHARE 1000000

struct _OutlayUseCaseDetail
{
  AdwBin parent_instance;

  /* Template widgets */
  OutlayPill *verdict;
  OutlayTile *net_tile;
  OutlayTile *roi_tile;
  OutlayTile *ratio_tile;
  OutlayTile *each_tile;
  OutlayTile *payback_tile;
  GtkLabel *features;
  OutlayValueEditor *value;
  OutlayCostCard *cost;
  OutlayTrendCard *trend;
  OutlayOutcomesCard *outcomes;

  gint64 id; /* of the use case */
};

G_DEFINE_FINAL_TYPE (OutlayUseCaseDetail, outlay_use_case_detail, ADW_TYPE_BIN)

/* "low $31,054, high $51,270" */
static char *
word_low_high (char *low, char *high)
{
  g_autofree char *from = low;
  g_autofree char *to = high;

  return g_strdup_printf (_ ("low %s, high %s"), from, to);
}

static double
roi_at (gint64 value_nanos, gint64 cost_nanos)
{
  double cost = outlay_nanos_to_estimate (cost_nanos);

  return cost > 0 ? (outlay_nanos_to_estimate (value_nanos) - cost) / cost * 100 : NAN;
}

static void
fill_net (OutlayUseCaseDetail *self, OutlaySession *session, const OutlayWorth *worth)
{
  OutlayWording *wording = outlay_session_get_wording (session);
  const char *currency = outlay_session_get_snapshot (session)->currency;
  g_autofree char *period = outlay_session_word_period (session);
  g_autofree char *caption = g_strdup_printf (_ ("Net value, %s"), period);
  g_autofree char *figure = worth->has_value ? outlay_wording_money (wording, worth->net_nanos,
                                                                     currency, OUTLAY_MONEY_WHOLE)
                                             : g_strdup ("–");
  g_autofree char *detail = NULL;
  gint64 low = worth->value_low_nanos, high = worth->value_high_nanos;

  outlay_nanos_accumulate (&low, -worth->cost_nanos);
  outlay_nanos_accumulate (&high, -worth->cost_nanos);
  if (worth->has_value && worth->has_range)
    detail = word_low_high (outlay_wording_money (wording, low, currency, OUTLAY_MONEY_WHOLE),
                            outlay_wording_money (wording, high, currency, OUTLAY_MONEY_WHOLE));
  outlay_tile_set_caption (self->net_tile, caption);
  outlay_tile_set (self->net_tile, figure, detail);
}

static void
fill_ratios (OutlayUseCaseDetail *self, OutlaySession *session, const OutlayWorth *worth)
{
  OutlayWording *wording = outlay_session_get_wording (session);
  const char *currency = outlay_session_get_snapshot (session)->currency;
  gboolean known = worth->has_value;
  double low = roi_at (worth->value_low_nanos, worth->cost_nanos);
  double high = roi_at (worth->value_high_nanos, worth->cost_nanos);
  g_autofree char *roi = outlay_wording_percent (wording, known ? worth->roi_percent : NAN, 0);
  g_autofree char *roi_detail = known && worth->has_range && isfinite (low)
                                    ? word_low_high (outlay_wording_percent (wording, low, 0),
                                                     outlay_wording_percent (wording, high, 0))
                                    : NULL;
  g_autofree char *ratio = outlay_wording_ratio (wording, known ? worth->value_to_cost : NAN);
  g_autofree char *cost =
      outlay_wording_money (wording, worth->cost_nanos, currency, OUTLAY_MONEY_WHOLE);
  g_autofree char *value =
      outlay_wording_money (wording, worth->value_nanos, currency, OUTLAY_MONEY_WHOLE);
  g_autofree char *detail = known ? g_strdup_printf (_ ("value %s, cost %s"), value, cost)
                                  : g_strdup_printf (_ ("cost %s"), cost);

  outlay_tile_set_caption (self->roi_tile, _ ("ROI"));
  outlay_tile_set (self->roi_tile, roi, roi_detail);
  outlay_tile_set_caption (self->ratio_tile, _ ("Value to cost"));
  outlay_tile_set (self->ratio_tile, ratio, detail);
}

static char *
word_count (OutlayWording *wording, const OutlayWorth *worth)
{
  g_autofree char *count = NULL;

  if (!worth->has_outcomes)
    return g_strdup (_ ("no outcomes counted"));

  count = outlay_wording_count (wording, worth->outcomes);
  return g_strdup_printf (_ ("%s outcomes"), count);
}

/* Whether the month bears a part of something that was paid once. */
static gboolean
has_one_off (OutlaySession *session, guint32 use_case)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  gint32 month = outlay_session_get_month (session);

  for (gsize i = 0; i < snapshot->n_cost_items; i++)
    {
      const OutlayCostItem *item = &snapshot->cost_items[i];

      if (item->once && month >= item->from_month && month - item->from_month < item->n_months &&
          (item->share != OUTLAY_COST_DIRECT || item->use_case == use_case))
        return TRUE;
    }

  return FALSE;
}

static void
fill_outcomes (OutlayUseCaseDetail *self, OutlaySession *session, gsize use_case)
{
  const OutlayWorth *worth = &outlay_session_get_portfolio (session)->lines[use_case].worth;
  OutlayWording *wording = outlay_session_get_wording (session);
  const char *currency = outlay_session_get_snapshot (session)->currency;
  gboolean paid_back = isfinite (worth->payback_months);
  g_autofree char *each = worth->has_outcomes && worth->outcomes > 0
                              ? outlay_wording_money (wording, worth->cost_per_outcome_nanos,
                                                      currency, OUTLAY_MONEY_EACH)
                              : g_strdup ("–");
  g_autofree char *count = word_count (wording, worth);
  g_autofree char *months = outlay_wording_estimate (wording, worth->payback_months, 1);
  g_autofree char *payback = paid_back ? g_strdup_printf (_ ("%s months"), months) : g_strdup ("–");

  outlay_tile_set_caption (self->each_tile, _ ("Cost per outcome"));
  outlay_tile_set (self->each_tile, each, count);
  outlay_tile_set_caption (self->payback_tile, _ ("Payback"));
  outlay_tile_set (self->payback_tile, payback,
                   paid_back                                   ? _ ("at the pace of this month")
                   : has_one_off (session, (guint32) use_case) ? _ ("not at this pace")
                                                               : _ ("nothing was paid once"));
}

/* "Bears Support chat, 40 % of Summaries" */
static void
fill_features (OutlayUseCaseDetail *self, OutlaySession *session, const OutlayUseCase *use_case)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  OutlayWording *wording = outlay_session_get_wording (session);
  GString *list = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (gsize i = 0; i < use_case->n_features; i++)
    {
      const OutlayFeatureShare *part = &use_case->features[i];
      const char *name = snapshot->features[part->feature].name;
      g_autofree char *share = outlay_wording_share_micros (wording, part->share);

      g_string_append (list, i > 0 ? ", " : "");
      if (part->share == WHOLE_SHARE)
        g_string_append_printf (list, _ ("all of %s"), name);
      else
        g_string_append_printf (list, _ ("%s of %s"), share, name);
    }

  /* Translators: a list such as "all of Support chat, 40 % of Summaries". */
  text = list->len > 0 ? g_strdup_printf (_ ("Bears the spend of features: %s"), list->str)
                       : g_strdup (_ ("Bears the spend of no feature yet"));
  gtk_label_set_label (self->features, text);
  g_string_free (list, TRUE);
}

static void
outlay_use_case_detail_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_USE_CASE_DETAIL);

  G_OBJECT_CLASS (outlay_use_case_detail_parent_class)->dispose (object);
}

static void
outlay_use_case_detail_class_init (OutlayUseCaseDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_use_case_detail_dispose;
  g_type_ensure (OUTLAY_TYPE_COST_CARD);
  g_type_ensure (OUTLAY_TYPE_FLUID_BOX);
  g_type_ensure (OUTLAY_TYPE_OUTCOMES_CARD);
  g_type_ensure (OUTLAY_TYPE_PILL);
  g_type_ensure (OUTLAY_TYPE_TILE);
  g_type_ensure (OUTLAY_TYPE_TREND_CARD);
  g_type_ensure (OUTLAY_TYPE_VALUE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/use-case-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseDetail, verdict);
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseDetail, net_tile);
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseDetail, roi_tile);
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseDetail, ratio_tile);
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseDetail, each_tile);
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseDetail, payback_tile);
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseDetail, features);
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseDetail, value);
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseDetail, cost);
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseDetail, trend);
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseDetail, outcomes);
}

static void
outlay_use_case_detail_init (OutlayUseCaseDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_tile_set_hero (self->net_tile, TRUE);
}

/**
 * outlay_use_case_detail_update:
 * @self: a view
 * @session: what it shows and edits
 * @use_case: index of a use case
 * @narrow: there are 360 pixels
 */
void
outlay_use_case_detail_update (OutlayUseCaseDetail *self,
                               OutlaySession *session,
                               gsize use_case,
                               gboolean narrow)
{
  const OutlayUseCase *it = &outlay_session_get_snapshot (session)->use_cases[use_case];
  const OutlayWorth *worth = &outlay_session_get_portfolio (session)->lines[use_case].worth;

  g_return_if_fail (OUTLAY_IS_USE_CASE_DETAIL (self));

  outlay_pill_set (self->verdict, outlay_status_of_verdict (worth->verdict),
                   outlay_wording_worth ((OutlayWorthWord) worth->verdict));
  fill_net (self, session, worth);
  fill_ratios (self, session, worth);
  fill_outcomes (self, session, use_case);
  fill_features (self, session, it);
  outlay_value_editor_update (self->value, session, use_case, narrow);
  outlay_cost_card_update (self->cost, session, use_case);
  outlay_trend_card_update (self->trend, session, use_case);
  outlay_outcomes_card_update (self->outcomes, session, use_case);
  if (self->id != it->id)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                  GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)))),
                              0);
  self->id = it->id;
}

/**
 * outlay_use_case_detail_suggest:
 * @self: a view of a use case whose value is not estimated
 * @method: to begin with
 */
void
outlay_use_case_detail_suggest (OutlayUseCaseDetail *self, OutlayValueMethod method)
{
  g_return_if_fail (OUTLAY_IS_USE_CASE_DETAIL (self));

  outlay_value_editor_suggest (self->value, method);
}
