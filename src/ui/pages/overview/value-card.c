/* value-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/overview/value-card.h"

#include "chart/meter.h"
#include "ui/widgets/chart-theme.h"
#include "ui/widgets/pill.h"
#include "wording/money.h"
#include "wording/number.h"
#include "wording/status.h"

#include <glib/gi18n.h>
#include <math.h>

struct _OutlayValueCard
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkLabel *net;
  OutlayPill *pill;
  GtkDrawingArea *value_bar;
  GtkDrawingArea *cost_bar;
  GtkLabel *value;
  GtkLabel *cost;
  GtkLabel *note;

  gint64 value_nanos;
  gint64 cost_nanos;
};

G_DEFINE_FINAL_TYPE (OutlayValueCard, outlay_value_card, ADW_TYPE_BIN)

/* Both bars on one scale: the longer one fills its place. */
static void
draw_bar (OutlayValueCard *self,
          GtkDrawingArea *area,
          cairo_t *cr,
          int width,
          int height,
          gint64 nanos,
          OutlayInk ink)
{
  gint64 most_nanos = MAX (self->value_nanos, self->cost_nanos);
  OutlayPart part = { 1, ink };
  OutlayChartTheme theme;
  double length;

  if (nanos <= 0 || most_nanos <= 0)
    return;

  length = MAX (1, width * ((double) nanos / (double) most_nanos));
  if (gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL)
    cairo_translate (cr, width - length, 0);
  outlay_chart_theme_of_widget (&theme, GTK_WIDGET (area));
  outlay_parts_draw (&part, 1, FALSE, cr, length, height, &theme);
}

static void
draw_value (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  OutlayValueCard *self = data;

  draw_bar (self, area, cr, width, height, self->value_nanos, OUTLAY_INK_VALUE);
}

static void
draw_cost (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  OutlayValueCard *self = data;

  draw_bar (self, area, cr, width, height, self->cost_nanos, OUTLAY_INK_COST);
}

static gsize
count_estimated (const OutlayPortfolio *portfolio)
{
  gsize n_estimated = 0;

  for (gsize i = 0; i < portfolio->n_lines; i++)
    n_estimated += portfolio->lines[i].worth.has_value ? 1 : 0;

  return n_estimated;
}

static const char *
find_unestimated (const OutlayPortfolio *portfolio, const OutlaySnapshot *snapshot)
{
  for (gsize i = 0; i < portfolio->n_lines; i++)
    if (!portfolio->lines[i].worth.has_value)
      return snapshot->use_cases[portfolio->lines[i].use_case].name;

  return NULL;
}

static char *
word_note (const OutlayPortfolio *portfolio, const OutlaySnapshot *snapshot, OutlayWording *wording)
{
  gsize n_estimated = count_estimated (portfolio);
  g_autofree char *estimated = outlay_wording_count (wording, (gint64) n_estimated);
  g_autofree char *all = outlay_wording_count (wording, (gint64) portfolio->n_lines);

  if (n_estimated + 1 == portfolio->n_lines)
    /* Translators: two numbers of use cases, then the name of one. */
    return g_strdup_printf (_ ("%s of %s use cases; %s is not estimated"), estimated, all,
                            find_unestimated (portfolio, snapshot));
  if (n_estimated < portfolio->n_lines)
    /* Translators: two numbers of use cases. */
    return g_strdup_printf (_ ("%s of %s use cases are estimated"), estimated, all);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s use case, against all cost",
                                       "All %s use cases, against all cost",
                                       (gulong) portfolio->n_lines),
                          all);
}

/* All value estimated so far against all cost: more can only come to it. */
static void
show_headline (OutlayValueCard *self,
               const OutlayPortfolio *portfolio,
               const OutlaySnapshot *snapshot,
               OutlayWording *wording)
{
  const OutlayWorth *total = &portfolio->total;
  gboolean at_least = count_estimated (portfolio) < portfolio->n_lines;
  g_autofree char *net =
      outlay_wording_money (wording, total->net_nanos, snapshot->currency, OUTLAY_MONEY_WHOLE);
  g_autofree char *roi = NULL;
  g_autofree char *headline = NULL;
  g_autofree char *pill = NULL;

  if (!total->has_value)
    {
      gtk_label_set_label (self->net, _ ("Value not estimated"));
      gtk_widget_set_visible (GTK_WIDGET (self->pill), FALSE);
      return;
    }

  /* Translators: %s is value less cost. */
  headline = g_strdup_printf (at_least ? _ ("At least %s net") : _ ("%s net"), net);
  gtk_label_set_label (self->net, headline);
  gtk_widget_set_visible (GTK_WIDGET (self->pill), isfinite (total->roi_percent));
  if (!isfinite (total->roi_percent))
    return;

  roi = outlay_wording_percent (wording, total->roi_percent, 0);
  /* Translators: return on investment, a percentage. */
  pill = g_strdup_printf (at_least ? _ ("ROI ≥ %s") : _ ("ROI %s"), roi);
  outlay_pill_set (self->pill, outlay_status_of_verdict (total->verdict), pill);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pill),
                               outlay_wording_worth ((OutlayWorthWord) total->verdict));
}

static void
outlay_value_card_class_init (OutlayValueCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (OUTLAY_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/ui/pages/"
                                                             "overview/value-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayValueCard, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueCard, net);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueCard, pill);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueCard, value_bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueCard, cost_bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueCard, value);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueCard, cost);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueCard, note);
}

static void
outlay_value_card_init (OutlayValueCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->value_bar, draw_value, self, NULL);
  gtk_drawing_area_set_draw_func (self->cost_bar, draw_cost, self, NULL);
  outlay_chart_theme_follow (GTK_WIDGET (self->value_bar));
  outlay_chart_theme_follow (GTK_WIDGET (self->cost_bar));
}

/**
 * outlay_value_card_update:
 * @self: a card
 * @session: whose month it shows; there has to be a snapshot
 */
void
outlay_value_card_update (OutlayValueCard *self, OutlaySession *session)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  const OutlayPortfolio *portfolio = outlay_session_get_portfolio (session);
  OutlayWording *wording = outlay_session_get_wording (session);
  const OutlayWorth *total = &portfolio->total;
  g_autofree char *value = NULL;
  g_autofree char *cost = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (OUTLAY_IS_VALUE_CARD (self));

  gtk_stack_set_visible_child_name (self->stack, portfolio->n_lines > 0 ? "figures" : "empty");
  if (portfolio->n_lines == 0)
    return;

  self->value_nanos = total->has_value ? total->value_nanos : 0;
  self->cost_nanos = total->cost_nanos;
  value = total->has_value ? outlay_wording_money (wording, total->value_nanos, snapshot->currency,
                                                   OUTLAY_MONEY_WHOLE)
                           : g_strdup (_ ("not estimated"));
  cost = outlay_wording_money (wording, total->cost_nanos, snapshot->currency, OUTLAY_MONEY_WHOLE);
  note = word_note (portfolio, snapshot, wording);
  show_headline (self, portfolio, snapshot, wording);
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->cost, cost);
  gtk_label_set_label (self->note, note);
  gtk_widget_queue_draw (GTK_WIDGET (self->value_bar));
  gtk_widget_queue_draw (GTK_WIDGET (self->cost_bar));
}
