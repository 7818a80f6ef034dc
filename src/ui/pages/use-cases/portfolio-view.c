/* portfolio-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/portfolio-view.h"

#include "ui/items/use-case-item.h"
#include "ui/pages/use-cases/charts.h"
#include "ui/pages/use-cases/fluid-box.h"
#include "ui/pages/use-cases/period.h"
#include "ui/widgets/chart-view.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/tile.h"
#include "wording/money.h"
#include "wording/number.h"
#include "wording/status.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_WORD_COLUMNS 2 /* name and verdict; figures follow */

struct _OutlayPortfolioView
{
  AdwBin parent_instance;

  /* Owned references */
  GtkSortListModel *sorted;
  GArray *order; /* the lines of the portfolio, as the chart has them */
  GPtrArray *names;

  /* Template widgets */
  OutlayTile *net_tile;
  OutlayTile *value_tile;
  OutlayTile *cost_tile;
  OutlayTile *roi_tile;
  OutlayTile *ratio_tile;
  OutlayChartView *chart;
  GtkColumnView *table;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *verdict_column;
  GtkColumnViewColumn *value_column;
  GtkColumnViewColumn *range_column;
  GtkColumnViewColumn *cost_column;
  GtkColumnViewColumn *net_column;
  GtkColumnViewColumn *roi_column;
  GtkColumnViewColumn *each_column;
  GtkLabel *note;

  gboolean narrow;
};

enum
{
  OPENED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (OutlayPortfolioView, outlay_portfolio_view, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
on_row_activated (OutlayPortfolioView *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->table));
  g_autoptr (OutlayUseCaseItem) item = g_list_model_get_item (model, position);

  if (item != NULL)
    g_signal_emit (self, signals[OPENED], 0, outlay_use_case_item_get_name (item));
}

static void
on_chart_activated (OutlayPortfolioView *self, int category, int series)
{
  if (category >= 0 && (guint) category < self->names->len)
    g_signal_emit (self, signals[OPENED], 0, self->names->pdata[category]);
}

/* The name, and in a narrow window the verdict under it. */
static void
on_setup_name (OutlayPortfolioView *self, GtkListItem *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *pill = outlay_pill_new (OUTLAY_STATUS_NONE, "");

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_list_item_set_child (cell, box);
}

static void
fill_pill (GtkWidget *pill, OutlayUseCaseItem *item)
{
  OutlayVerdict verdict = outlay_use_case_item_get_verdict (item);

  outlay_pill_set (OUTLAY_PILL (pill), outlay_status_of_verdict (verdict),
                   outlay_wording_worth ((OutlayWorthWord) verdict));
}

static void
on_bind_name (OutlayPortfolioView *self, GtkListItem *cell)
{
  OutlayUseCaseItem *item = gtk_list_item_get_item (cell);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (cell));
  GtkWidget *pill = gtk_widget_get_next_sibling (name);

  gtk_label_set_label (GTK_LABEL (name), outlay_use_case_item_get_name (item));
  fill_pill (pill, item);
  gtk_widget_set_visible (pill, self->narrow);
}

static void
on_setup_verdict (OutlayPortfolioView *self, GtkListItem *cell)
{
  gtk_list_item_set_child (cell, outlay_pill_new (OUTLAY_STATUS_NONE, ""));
}

static void
on_bind_verdict (OutlayPortfolioView *self, GtkListItem *cell)
{
  fill_pill (gtk_list_item_get_child (cell), gtk_list_item_get_item (cell));
}

static void
set_factory (OutlayPortfolioView *self,
             GtkColumnViewColumn *column,
             GCallback setup,
             GCallback bind)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_factory (column, factory);
}

/* What is known of the estimated use cases alone, under the figure of all. */
static char *
beside_estimated (gboolean all, char *text)
{
  g_autofree char *own = text;

  return all ? NULL : g_strdup_printf (_ ("estimated ones: %s"), own);
}

static char *
word_value_detail (OutlayWording *wording, const OutlayPortfolio *portfolio)
{
  gsize n_estimated = 0;

  for (gsize i = 0; i < portfolio->n_lines; i++)
    n_estimated += portfolio->lines[i].worth.has_value ? 1 : 0;

  return g_strdup_printf (_ ("%u of %u use cases"), (guint) n_estimated,
                          (guint) portfolio->n_lines);
}

static gboolean
is_all_estimated (const OutlayPortfolio *portfolio)
{
  for (gsize i = 0; i < portfolio->n_lines; i++)
    if (!portfolio->lines[i].worth.has_value)
      return FALSE;

  return portfolio->unallocated_nanos == 0;
}

static void
fill_net (OutlayPortfolioView *self, OutlaySession *session, gboolean all)
{
  const OutlayPortfolio *portfolio = outlay_session_get_portfolio (session);
  const char *currency = outlay_session_get_snapshot (session)->currency;
  OutlayWording *wording = outlay_session_get_wording (session);
  const OutlayWorth *total = &portfolio->total;
  g_autofree char *period = outlay_session_word_period (session);
  g_autofree char *caption =
      g_strdup_printf (all ? _ ("Net value, %s") : _ ("Net value at least, %s"), period);
  g_autofree char *figure = total->has_value ? outlay_wording_money (wording, total->net_nanos,
                                                                     currency, OUTLAY_MONEY_WHOLE)
                                             : g_strdup ("–");
  g_autofree char *detail =
      beside_estimated (all || !total->has_value,
                        outlay_wording_money (wording, portfolio->estimated.net_nanos, currency,
                                              OUTLAY_MONEY_WHOLE));

  outlay_tile_set_caption (self->net_tile, caption);
  outlay_tile_set (self->net_tile, figure, detail);
}

static void
fill_money (OutlayPortfolioView *self, OutlaySession *session, gboolean all)
{
  const OutlayPortfolio *portfolio = outlay_session_get_portfolio (session);
  const char *currency = outlay_session_get_snapshot (session)->currency;
  OutlayWording *wording = outlay_session_get_wording (session);
  const OutlayWorth *total = &portfolio->total;
  g_autofree char *value = total->has_value ? outlay_wording_money (wording, total->value_nanos,
                                                                    currency, OUTLAY_MONEY_WHOLE)
                                            : g_strdup (_ ("not estimated"));
  g_autofree char *value_detail = word_value_detail (wording, portfolio);
  g_autofree char *cost =
      outlay_wording_money (wording, total->cost_nanos, currency, OUTLAY_MONEY_WHOLE);
  g_autofree char *cost_detail =
      beside_estimated (all || !total->has_value,
                        outlay_wording_money (wording, portfolio->estimated.cost_nanos, currency,
                                              OUTLAY_MONEY_WHOLE));

  outlay_tile_set_caption (self->value_tile, all ? _ ("Value") : _ ("Value, at least"));
  outlay_tile_set (self->value_tile, value, value_detail);
  outlay_tile_set_caption (self->cost_tile, _ ("Cost, all of it"));
  outlay_tile_set (self->cost_tile, cost, cost_detail);
}

static void
fill_ratios (OutlayPortfolioView *self, OutlaySession *session, gboolean all)
{
  const OutlayPortfolio *portfolio = outlay_session_get_portfolio (session);
  OutlayWording *wording = outlay_session_get_wording (session);
  const OutlayWorth *total = &portfolio->total;
  gboolean known = total->has_value;
  g_autofree char *roi = outlay_wording_percent (wording, known ? total->roi_percent : NAN, 0);
  g_autofree char *roi_detail =
      beside_estimated (all || !known,
                        outlay_wording_percent (wording, portfolio->estimated.roi_percent, 0));
  g_autofree char *ratio = outlay_wording_ratio (wording, known ? total->value_to_cost : NAN);
  g_autofree char *ratio_detail =
      beside_estimated (all || !known,
                        outlay_wording_ratio (wording, portfolio->estimated.value_to_cost));

  outlay_tile_set_caption (self->roi_tile, all ? _ ("ROI") : _ ("ROI, at least"));
  outlay_tile_set (self->roi_tile, roi, roi_detail);
  outlay_tile_set_caption (self->ratio_tile,
                           all ? _ ("Value to cost") : _ ("Value to cost, at least"));
  outlay_tile_set (self->ratio_tile, ratio, ratio_detail);
}

/* What the headline holds against the value, and how the month before was. */
static void
fill_note (OutlayPortfolioView *self, OutlaySession *session)
{
  const OutlayPortfolio *portfolio = outlay_session_get_portfolio (session);
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  OutlayWording *wording = outlay_session_get_wording (session);
  gint32 month = outlay_session_get_month (session);
  g_autoptr (OutlayPortfolio) before = outlay_portfolio_of_same_days (snapshot, month, NULL);
  GString *text = g_string_new (
      _ ("The total sets all value estimated so far against all cost. A value that is not "
         "estimated is unknown, not 0."));

  if (portfolio->unallocated_nanos != 0)
    {
      g_autofree char *amount = outlay_wording_money (wording, portfolio->unallocated_nanos,
                                                      snapshot->currency, OUTLAY_MONEY_WHOLE);

      g_string_append_printf (text, _ (" %s of the cost is in no use case."), amount);
    }
  if (before->total.has_value)
    {
      g_autofree char *days = outlay_session_word_days_before (session);
      g_autofree char *roi = outlay_wording_percent (wording, before->total.roi_percent, 0);

      /* Translators: a range of days or a month, then a percentage. */
      g_string_append_printf (text, _ (" ROI in %s: %s."), days, roi);
    }

  gtk_label_set_label (self->note, text->str);
  g_string_free (text, TRUE);
}

static void
fill_chart (OutlayPortfolioView *self, OutlaySession *session)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  const OutlayPortfolio *portfolio = outlay_session_get_portfolio (session);
  g_autofree char *summary = word_value_detail (NULL, portfolio);

  g_clear_pointer (&self->order, g_array_unref);
  self->order = outlay_use_cases_chart_order (portfolio);
  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; i < self->order->len; i++)
    {
      guint line = g_array_index (self->order, guint, i);

      g_ptr_array_add (self->names,
                       g_strdup (snapshot->use_cases[portfolio->lines[line].use_case].name));
    }
  outlay_chart_view_set_chart (self->chart, outlay_use_cases_chart_new (session, self->order),
                               _ ("Value beside cost"), summary);
}

/* Heads stand where their figures do. They have no API for it: a head that is built in
 * another way keeps the place it has. */
static void
align_heads (GtkColumnView *table)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (table));
  GListModel *columns = gtk_column_view_get_columns (table);
  guint position = 0;

  for (GtkWidget *head = header != NULL ? gtk_widget_get_first_child (header) : NULL; head != NULL;
       head = gtk_widget_get_next_sibling (head), position++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, position);
      GtkWidget *box = gtk_widget_get_first_child (head);

      if (column != NULL && box != NULL && position >= N_WORD_COLUMNS)
        gtk_widget_set_halign (box, GTK_ALIGN_END);
    }
}

static void
show_columns (OutlayPortfolioView *self)
{
  GtkColumnViewColumn *const wide[] = { self->verdict_column, self->value_column,
                                        self->range_column, self->cost_column, self->each_column };

  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    gtk_column_view_column_set_visible (wide[i], !self->narrow);
}

static void
outlay_portfolio_view_dispose (GObject *object)
{
  OutlayPortfolioView *self = OUTLAY_PORTFOLIO_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_PORTFOLIO_VIEW);
  g_clear_object (&self->sorted);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);

  G_OBJECT_CLASS (outlay_portfolio_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, net_tile);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, value_tile);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, cost_tile);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, roi_tile);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, ratio_tile);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, chart);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, table);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, name_column);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, verdict_column);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, value_column);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, range_column);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, cost_column);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, net_column);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, roi_column);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, each_column);
  gtk_widget_class_bind_template_child (klass, OutlayPortfolioView, note);
}

static void
outlay_portfolio_view_class_init (OutlayPortfolioViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_portfolio_view_dispose;

  g_type_ensure (OUTLAY_TYPE_CHART_VIEW);
  g_type_ensure (OUTLAY_TYPE_FLUID_BOX);
  g_type_ensure (OUTLAY_TYPE_TILE);
  g_type_ensure (OUTLAY_TYPE_USE_CASE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/portfolio-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);

  /**
   * OutlayPortfolioView::opened:
   * @name: of a use case
   *
   * The user wants to see all about it.
   */
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
outlay_portfolio_view_init (OutlayPortfolioView *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->sorted = gtk_sort_list_model_new (NULL, NULL);
  gtk_sort_list_model_set_sorter (self->sorted, gtk_column_view_get_sorter (self->table));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
  gtk_column_view_sort_by_column (self->table, self->net_column, GTK_SORT_DESCENDING);
  set_factory (self, self->name_column, G_CALLBACK (on_setup_name), G_CALLBACK (on_bind_name));
  set_factory (self, self->verdict_column, G_CALLBACK (on_setup_verdict),
               G_CALLBACK (on_bind_verdict));
  align_heads (self->table);
  outlay_tile_set_hero (self->net_tile, TRUE);
  g_signal_connect_object (self->chart, "activated", G_CALLBACK (on_chart_activated), self,
                           G_CONNECT_SWAPPED);
}

/**
 * outlay_portfolio_view_update:
 * @self: a view
 * @session: what it shows; the chart borrows it
 * @narrow: there are 360 pixels
 */
void
outlay_portfolio_view_update (OutlayPortfolioView *self, OutlaySession *session, gboolean narrow)
{
  const OutlayPortfolio *portfolio = outlay_session_get_portfolio (session);
  gboolean all = is_all_estimated (portfolio);
  g_autoptr (GListStore) items =
      outlay_use_case_items (outlay_session_get_snapshot (session),
                             outlay_session_get_wording (session), portfolio);

  g_return_if_fail (OUTLAY_IS_PORTFOLIO_VIEW (self));

  self->narrow = narrow;
  show_columns (self);
  fill_net (self, session, all);
  fill_money (self, session, all);
  fill_ratios (self, session, all);
  fill_note (self, session);
  fill_chart (self, session);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (items));
}
