/* month-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/overview/month-card.h"

#include "core/money.h"
#include "ui/items/budget-words.h"
#include "ui/pages/overview/month-chart.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/chart-view.h"
#include "ui/widgets/meter-view.h"
#include "ui/widgets/pair-box.h"
#include "ui/widgets/pill.h"
#include "wording/date.h"
#include "wording/status.h"

#include <glib/gi18n.h>
#include <math.h>

struct _OutlayMonthCard
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *hero;
  GtkLabel *of_budget;
  OutlayMeterView *meter;
  GtkLabel *forecast;
  GtkLabel *interval;
  GtkLabel *method;
  OutlayPill *pill;
  GtkLabel *data;
  OutlayChartView *chart;

  /* Borrowed references */
  OutlayWording *wording; /* of the session, for the chart's formats */

  /* Owned references */
  char *currency;
};

G_DEFINE_FINAL_TYPE (OutlayMonthCard, outlay_month_card, ADW_TYPE_BIN)

/* A line that has nothing to say takes no room. */
static void
say (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_spend (OutlayMonthCard *self, OutlaySession *session, const OutlayBudgetStatus *status)
{
  OutlayWording *wording = outlay_session_get_wording (session);
  const OutlayBudgetLine *total = &status->total;
  const char *currency = outlay_session_get_snapshot (session)->currency;
  g_autofree char *month = outlay_wording_month_name (wording, status->month);
  /* Translators: %s is the name of a month. */
  g_autofree char *title = g_strdup_printf (_ ("Spent in %s"), month);
  g_autofree char *budget = NULL;
  g_autofree char *used = NULL;
  g_autofree char *of_budget = NULL;

  gtk_label_set_label (self->title, title);
  outlay_amount_set_money (self->hero, session, total->actual_nanos, OUTLAY_MONEY_FULL);
  if (total->has_budget)
    {
      budget = outlay_wording_money (wording, total->budget_nanos, currency, OUTLAY_MONEY_FULL);
      if (isfinite (total->used_percent))
        used = outlay_wording_used (wording, total->used_percent);
      /* Translators: the budget of a month, then "78% used". */
      of_budget = used != NULL ? g_strdup_printf (_ ("of %s budget · %s"), budget, used)
                               /* Translators: the budget of a month. */
                               : g_strdup_printf (_ ("of %s budget"), budget);
    }
  say (self->of_budget, of_budget);
}

static const char *
name_method (const char *method)
{
  static const struct
  {
    const char *method;
    const char *words;
  } names[] = {
    { "weekday profile", N_ ("From the profile of weekdays") },
    { "few days", N_ ("Only a few days of history") },
    { "sparse days", N_ ("Spend comes on few days") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (method, names[i].method) == 0)
      return _ (names[i].words);

  return NULL;
}

static void
show_forecast (OutlayMonthCard *self, OutlaySession *session, const OutlayBudgetStatus *status)
{
  OutlayWording *wording = outlay_session_get_wording (session);
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  const OutlayBudgetLine *total = &status->total;
  gboolean shown = total->has_forecast && !outlay_month_has_ended (snapshot, status->month);
  g_autofree char *forecast = NULL;
  g_autofree char *interval = NULL;

  if (shown)
    {
      forecast =
          outlay_wording_forecast (wording, total->expected_nanos,
                                   total->has_budget ? total->budget_nanos : 0, snapshot->currency);
      interval = outlay_wording_interval (wording, total->level, total->low_nanos,
                                          total->high_nanos, snapshot->currency);
    }
  say (self->forecast, forecast);
  say (self->interval, interval);
  say (self->method, shown ? name_method (total->method) : NULL);
}

static void
show_state (OutlayMonthCard *self, OutlaySession *session, const OutlayBudgetStatus *status)
{
  OutlayWording *wording = outlay_session_get_wording (session);
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  const OutlayBudgetLine *total = &status->total;
  g_autofree char *words = outlay_budget_line_describe (total, snapshot, status->month, wording);
  g_autofree char *head = outlay_budget_line_head (total, snapshot, status->month, wording);
  OutlayBudgetMeter meter;

  outlay_meter_of_line (&meter, total, FALSE);
  meter.only_excess = outlay_month_has_ended (snapshot, status->month);
  outlay_meter_view_set (self->meter, &meter, words);
  gtk_widget_set_visible (GTK_WIDGET (self->meter), total->has_budget);
  outlay_pill_set (self->pill, outlay_status_of_budget (total), head);
}

static void
show_data (OutlayMonthCard *self, OutlaySession *session, const OutlayBudgetStatus *status)
{
  OutlayWording *wording = outlay_session_get_wording (session);
  const OutlayBudgetLine *total = &status->total;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (total->data_to < outlay_month_first_day (status->month))
    words = g_strdup (_ ("No data in this month"));
  else
    {
      day = outlay_wording_day (wording, total->data_to);
      /* Translators: %s is the last day that imports cover. */
      words = total->complete ? g_strdup_printf (_ ("Data to %s"), day)
                              : g_strdup_printf (_ ("Data to %s, days are missing"), day);
    }
  say (self->data, words);
}

static char *
format_money (OutlayMonthCard *self, double value, OutlayMoneyStyle style)
{
  return outlay_wording_money (self->wording, outlay_nanos_from_estimate (value), self->currency,
                               style);
}

static char *
format_axis (double value, gpointer data)
{
  return format_money (data, value, OUTLAY_MONEY_COMPACT);
}

static char *
format_value (double value, gpointer data)
{
  return format_money (data, value, OUTLAY_MONEY_WHOLE);
}

static void
show_chart (OutlayMonthCard *self, OutlaySession *session, const OutlayBudgetStatus *status)
{
  OutlayWording *wording = outlay_session_get_wording (session);
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  OutlayChart *chart = outlay_month_chart_new (snapshot, status, wording);
  OutlayChartFormats formats = {
    .axis = format_axis,
    .value = format_value,
    .user_data = self,
  };
  g_autofree char *month = outlay_wording_month (wording, status->month);
  /* Translators: title of a chart; %s is a month. */
  g_autofree char *title = g_strdup_printf (_ ("Spend in %s, day by day"), month);
  g_autofree char *summary =
      outlay_budget_line_describe (&status->total, snapshot, status->month, wording);

  self->wording = wording;
  g_free (self->currency);
  self->currency = g_strdup (snapshot->currency);
  chart->right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  outlay_chart_set_formats (chart, &formats);
  outlay_chart_view_set_chart (self->chart, chart, title, summary);
}

static void
outlay_month_card_dispose (GObject *object)
{
  OutlayMonthCard *self = OUTLAY_MONTH_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_MONTH_CARD);
  g_clear_pointer (&self->currency, g_free);

  G_OBJECT_CLASS (outlay_month_card_parent_class)->dispose (object);
}

static void
outlay_month_card_class_init (OutlayMonthCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_month_card_dispose;
  g_type_ensure (OUTLAY_TYPE_CHART_VIEW);
  g_type_ensure (OUTLAY_TYPE_METER_VIEW);
  g_type_ensure (OUTLAY_TYPE_PAIR_BOX);
  g_type_ensure (OUTLAY_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/ui/pages/"
                                                             "overview/month-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayMonthCard, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayMonthCard, hero);
  gtk_widget_class_bind_template_child (widget_class, OutlayMonthCard, of_budget);
  gtk_widget_class_bind_template_child (widget_class, OutlayMonthCard, meter);
  gtk_widget_class_bind_template_child (widget_class, OutlayMonthCard, forecast);
  gtk_widget_class_bind_template_child (widget_class, OutlayMonthCard, interval);
  gtk_widget_class_bind_template_child (widget_class, OutlayMonthCard, method);
  gtk_widget_class_bind_template_child (widget_class, OutlayMonthCard, pill);
  gtk_widget_class_bind_template_child (widget_class, OutlayMonthCard, data);
  gtk_widget_class_bind_template_child (widget_class, OutlayMonthCard, chart);
}

static void
outlay_month_card_init (OutlayMonthCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_month_card_update:
 * @self: a card
 * @session: whose month it shows; there has to be a snapshot
 */
void
outlay_month_card_update (OutlayMonthCard *self, OutlaySession *session)
{
  const OutlayBudgetStatus *status = outlay_session_get_budget_status (session);

  g_return_if_fail (OUTLAY_IS_MONTH_CARD (self));

  show_spend (self, session, status);
  show_forecast (self, session, status);
  show_state (self, session, status);
  show_data (self, session, status);
  show_chart (self, session, status);
}
