/* trend-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/trend-card.h"

#include "ui/pages/use-cases/charts.h"
#include "ui/widgets/chart-view.h"

#include <glib/gi18n.h>

struct _OutlayTrendCard
{
  AdwBin parent_instance;

  /* Owned references */
  OutlaySession *session;

  /* Template widgets */
  GtkLabel *title;
  GtkWidget *choice;
  GtkToggleButton *by_month;
  OutlayChartView *chart;
  GtkLabel *note;

  gsize use_case;
};

G_DEFINE_FINAL_TYPE (OutlayTrendCard, outlay_trend_card, ADW_TYPE_BIN)

static char *
word_note (OutlayTrendCard *self, const OutlayCumulative *sums)
{
  g_autofree char *payback = outlay_use_case_payback_text (self->session, sums);

  if (payback != NULL)
    return g_strdup_printf (_ ("%s: value less cost, what was paid once in its month"), payback);
  if (sums->n_months > 0 && sums->sums[sums->n_months - 1] < 0)
    return g_strdup (_ ("Not paid back yet: value less cost, what was paid once in its month"));

  return NULL;
}

static void
show (OutlayTrendCard *self)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (self->session);
  const OutlayWorth *worth =
      &outlay_session_get_portfolio (self->session)->lines[self->use_case].worth;
  g_autoptr (OutlayCumulative) sums =
      outlay_cumulative_new (snapshot, self->use_case, outlay_session_get_month (self->session));
  gboolean estimated = worth->has_value && sums->n_months > 0;
  gboolean in_all = estimated && !gtk_toggle_button_get_active (self->by_month);
  const char *title = in_all ? _ ("Net value since the start") : _ ("Value and cost by month");
  g_autofree char *note = estimated ? word_note (self, sums) : NULL;

  gtk_widget_set_visible (self->choice, estimated);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  outlay_chart_view_set_chart (self->chart,
                               in_all ? outlay_use_case_sums_chart_new (self->session, sums)
                                      : outlay_use_case_months_chart_new (self->session,
                                                                          self->use_case),
                               title, note != NULL ? note : title);
}

static void
on_toggled (OutlayTrendCard *self)
{
  if (self->session != NULL)
    show (self);
}

static void
outlay_trend_card_dispose (GObject *object)
{
  OutlayTrendCard *self = OUTLAY_TREND_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_TREND_CARD);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_trend_card_parent_class)->dispose (object);
}

static void
outlay_trend_card_class_init (OutlayTrendCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_trend_card_dispose;
  g_type_ensure (OUTLAY_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/trend-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayTrendCard, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayTrendCard, choice);
  gtk_widget_class_bind_template_child (widget_class, OutlayTrendCard, by_month);
  gtk_widget_class_bind_template_child (widget_class, OutlayTrendCard, chart);
  gtk_widget_class_bind_template_child (widget_class, OutlayTrendCard, note);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
outlay_trend_card_init (OutlayTrendCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_trend_card_update:
 * @self: a card
 * @session: what it shows; the chart borrows it
 * @use_case: index of a use case
 */
void
outlay_trend_card_update (OutlayTrendCard *self, OutlaySession *session, gsize use_case)
{
  g_return_if_fail (OUTLAY_IS_TREND_CARD (self));

  g_set_object (&self->session, session);
  self->use_case = use_case;
  show (self);
}
