/* overview-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/overview/overview-page.h"

#include "ui/items/risk-item.h"
#include "ui/items/todo-list.h"
#include "ui/pages/overview/month-card.h"
#include "ui/pages/overview/risk-row.h"
#include "ui/pages/overview/value-card.h"
#include "ui/widgets/pair-box.h"
#include "ui/widgets/status-glyph.h"
#include "wording/date.h"
#include "wording/number.h"

#include <glib/gi18n.h>

#define WIDE_ROW 540 /* what a row of a feature takes to be in one line */

struct _OutlayOverviewPage
{
  OutlayPage parent_instance;

  /* Owned references */
  GListStore *todo_items; /* of OutlayTodoItem, one a row */
  GtkSizeGroup *columns[OUTLAY_RISK_ROW_COLUMNS];

  /* Template widgets */
  OutlayMonthCard *month;
  GtkWidget *head;
  GtkLabel *head_meter;
  GtkWidget *head_spent;
  GtkWidget *head_budget;
  GtkWidget *head_forecast;
  GtkWidget *head_arrow;
  GtkListBox *features;
  GtkLabel *value_title;
  OutlayValueCard *value;
  GtkListBox *todos;

  gboolean cramped; /* rows of features in two lines */
  guint refilling;  /* in the next frame */
};

G_DEFINE_FINAL_TYPE (OutlayOverviewPage, outlay_overview_page, OUTLAY_TYPE_PAGE)

static const OutlayStatus todo_glyphs[] = {
  [OUTLAY_TODO_IMPORT] = OUTLAY_STATUS_AT_RISK,   [OUTLAY_TODO_ASSIGN] = OUTLAY_STATUS_NOTE,
  [OUTLAY_TODO_PRICE] = OUTLAY_STATUS_UNKNOWN,    [OUTLAY_TODO_PLAN] = OUTLAY_STATUS_NOTE,
  [OUTLAY_TODO_ESTIMATE] = OUTLAY_STATUS_UNKNOWN,
};

static gboolean
is_cramped (OutlayOverviewPage *self)
{
  return self->cramped || outlay_page_get_narrow (OUTLAY_PAGE (self));
}

static GtkWidget *
make_feature_row (gpointer item, gpointer data)
{
  OutlayOverviewPage *self = data;
  gboolean narrow = is_cramped (self);
  GtkWidget *row = outlay_risk_row_new (item, narrow);

  if (!narrow)
    outlay_risk_row_align (OUTLAY_RISK_ROW (row), self->columns);

  return row;
}

static GtkWidget *
make_todo_row (gpointer data, gpointer user_data)
{
  OutlayTodoItem *item = data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("outlay-go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), outlay_todo_item_get_title (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), outlay_todo_item_get_detail (item));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             outlay_status_glyph_new (
                                 todo_glyphs[outlay_todo_item_get_kind (item)]));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
on_feature_activated (OutlayOverviewPage *self, GtkListBoxRow *row)
{
  OutlayRiskItem *item = outlay_risk_row_get_item (OUTLAY_RISK_ROW (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", "budgets",
                              outlay_risk_item_get_feature (item));
}

static void
on_todo_activated (OutlayOverviewPage *self, GtkListBoxRow *row)
{
  g_autoptr (OutlayTodoItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->todo_items),
                             (guint) gtk_list_box_row_get_index (row));
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (outlay_todo_item_get_action (item), &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

static void
fill_todos (OutlayOverviewPage *self, OutlaySession *session)
{
  g_autoptr (GListModel) items = outlay_todo_list_new (outlay_session_get_snapshot (session),
                                                       outlay_session_get_budget_status (session),
                                                       outlay_session_get_portfolio (session),
                                                       outlay_session_get_wording (session));
  guint n_items = g_list_model_get_n_items (items);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (list, g_list_model_get_item (items, i));

  g_list_store_splice (self->todo_items, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->todo_items)), list->pdata,
                       list->len);
}

static void
fill_features (OutlayOverviewPage *self, OutlaySession *session)
{
  g_autoptr (GListModel) items = outlay_risk_items_new (outlay_session_get_budget_status (session),
                                                        outlay_session_get_snapshot (session),
                                                        outlay_session_get_wording (session));

  gtk_list_box_bind_model (self->features, items, make_feature_row, self, NULL);
  gtk_widget_set_visible (self->head, !is_cramped (self) && g_list_model_get_n_items (items) > 0);
}

static gboolean
refill (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayOverviewPage *self = OUTLAY_OVERVIEW_PAGE (widget);
  OutlaySession *session = outlay_page_get_session (OUTLAY_PAGE (self));

  self->refilling = 0;
  if (outlay_session_get_snapshot (session) != NULL)
    fill_features (self, session);

  return G_SOURCE_REMOVE;
}

static void
on_width_changed (OutlayOverviewPage *self, GParamSpec *pspec, GObject *pair)
{
  gboolean cramped;
  int width;

  g_object_get (pair, "first-width", &width, NULL);
  cramped = width < WIDE_ROW;
  if (cramped == self->cramped)
    return;

  self->cramped = cramped;
  if (self->refilling == 0)
    self->refilling = gtk_widget_add_tick_callback (GTK_WIDGET (self), refill, NULL, NULL);
}

static void
outlay_overview_page_update (OutlayPage *page)
{
  OutlayOverviewPage *self = OUTLAY_OVERVIEW_PAGE (page);
  OutlaySession *session = outlay_page_get_session (page);
  g_autofree char *month = NULL;
  g_autofree char *title = NULL;
  g_autofree char *all = NULL;

  if (outlay_session_get_snapshot (session) == NULL)
    return;

  month = outlay_wording_month_name (outlay_session_get_wording (session),
                                     outlay_session_get_month (session));
  /* Translators: %s is the name of a month. */
  title = g_strdup_printf (_ ("Value of %s"), month);
  gtk_label_set_label (self->value_title, title);
  all = outlay_wording_percent (outlay_session_get_wording (session), 100, 0);
  gtk_label_set_label (self->head_meter, all);
  outlay_month_card_update (self->month, session);
  outlay_value_card_update (self->value, session);
  fill_features (self, session);
  fill_todos (self, session);
}

static void
outlay_overview_page_dispose (GObject *object)
{
  OutlayOverviewPage *self = OUTLAY_OVERVIEW_PAGE (object);

  g_clear_object (&self->todo_items);
  for (guint i = 0; i < OUTLAY_RISK_ROW_COLUMNS; i++)
    g_clear_object (&self->columns[i]);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (outlay_overview_page_parent_class)->dispose (object);
}

static void
outlay_overview_page_class_init (OutlayOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_overview_page_dispose;
  OUTLAY_PAGE_CLASS (klass)->update = outlay_overview_page_update;

  g_type_ensure (OUTLAY_TYPE_MONTH_CARD);
  g_type_ensure (OUTLAY_TYPE_PAIR_BOX);
  g_type_ensure (OUTLAY_TYPE_VALUE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/ui/pages/"
                                                             "overview/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayOverviewPage, month);
  gtk_widget_class_bind_template_child (widget_class, OutlayOverviewPage, head);
  gtk_widget_class_bind_template_child (widget_class, OutlayOverviewPage, head_meter);
  gtk_widget_class_bind_template_child (widget_class, OutlayOverviewPage, head_spent);
  gtk_widget_class_bind_template_child (widget_class, OutlayOverviewPage, head_budget);
  gtk_widget_class_bind_template_child (widget_class, OutlayOverviewPage, head_forecast);
  gtk_widget_class_bind_template_child (widget_class, OutlayOverviewPage, head_arrow);
  gtk_widget_class_bind_template_child (widget_class, OutlayOverviewPage, features);
  gtk_widget_class_bind_template_child (widget_class, OutlayOverviewPage, value_title);
  gtk_widget_class_bind_template_child (widget_class, OutlayOverviewPage, value);
  gtk_widget_class_bind_template_child (widget_class, OutlayOverviewPage, todos);
  gtk_widget_class_bind_template_callback (widget_class, on_feature_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_todo_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_width_changed);
}

static void
outlay_overview_page_init (OutlayOverviewPage *self)
{
  GtkWidget *nothing;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < OUTLAY_RISK_ROW_COLUMNS; i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_size_group_add_widget (self->columns[0], GTK_WIDGET (self->head_meter));
  gtk_size_group_add_widget (self->columns[1], self->head_spent);
  gtk_size_group_add_widget (self->columns[2], self->head_budget);
  gtk_size_group_add_widget (self->columns[3], self->head_forecast);
  gtk_size_group_add_widget (self->columns[4], self->head_arrow);

  nothing = gtk_label_new (_ ("Nothing needs a look"));
  gtk_widget_add_css_class (nothing, "quiet");
  gtk_widget_add_css_class (nothing, "list-placeholder");
  gtk_list_box_set_placeholder (self->todos, nothing);
  self->todo_items = g_list_store_new (OUTLAY_TYPE_TODO_ITEM);
  gtk_list_box_bind_model (self->todos, G_LIST_MODEL (self->todo_items), make_todo_row, self, NULL);
}
