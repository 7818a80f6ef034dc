/* budgets-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/budgets/budgets-page.h"

#include "ui/items/budget-fill.h"
#include "ui/pages/budgets/apply.h"
#include "ui/pages/budgets/budget-details.h"
#include "ui/pages/budgets/budget-row.h"
#include "ui/pages/budgets/budget-table.h"
#include "ui/widgets/empty-state.h"
#include "ui/widgets/toast.h"
#include "wording/date.h"
#include "wording/number.h"

#include <glib/gi18n.h>
#include <math.h>

#define PERMILLE_PER_PERCENT 10

struct _OutlayBudgetsPage
{
  OutlayPage parent_instance;

  /* Owned references */
  OutlayBudgetGrid *grid;

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *actions;
  GtkPopover *fill_popover;
  GtkButton *copy;
  GtkLabel *grow_title;
  GtkSpinButton *percent;
  OutlayBudgetTable *table;
  OutlayBudgetDetails *details;
  GtkListBox *total;
  GtkLabel *narrow_caption;
  GtkListBox *rows;
  AdwBin *empty;

  gboolean set_up;  /* the widgets know the session */
  gboolean started; /* the user has chosen to plan */
  guint changing;   /* form, in the next frame */
};

G_DEFINE_FINAL_TYPE (OutlayBudgetsPage, outlay_budgets_page, OUTLAY_TYPE_PAGE)

static OutlaySession *
get_session (OutlayBudgetsPage *self)
{
  return outlay_page_get_session (OUTLAY_PAGE (self));
}

/* Place of the month that the window shows. */
static guint
get_column (OutlayBudgetsPage *self)
{
  return (guint) (outlay_session_get_month (get_session (self)) -
                  outlay_budget_grid_get_month (self->grid, 0));
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  OutlayBudgetsPage *self = data;
  GtkWidget *row = outlay_budget_row_new (get_session (self), item);

  outlay_budget_row_show (OUTLAY_BUDGET_ROW (row), get_column (self));
  return row;
}

static void
show_rows (GtkListBox *list, guint column)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (OUTLAY_IS_BUDGET_ROW (child))
      outlay_budget_row_show (OUTLAY_BUDGET_ROW (child), column);
}

static void
on_selected (OutlayBudgetsPage *self)
{
  outlay_budget_details_show (self->details, get_session (self),
                              outlay_budget_table_get_item (self->table),
                              outlay_budget_table_get_column (self->table));
}

static void
fill_month (OutlayBudgetsPage *self, OutlayBudgetEdit *edit, gboolean copy, gint32 permille)
{
  GListModel *items = outlay_budget_grid_get_items (self->grid);
  guint n_items = g_list_model_get_n_items (items);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (OutlayBudgetItem) item = g_list_model_get_item (items, i);

      if (copy)
        outlay_budget_fill_copy (edit, item, get_column (self));
      else
        outlay_budget_fill_grow (edit, item, get_column (self), permille);
    }
}

static void
on_copy (OutlayBudgetsPage *self)
{
  OutlaySession *session = get_session (self);
  OutlayBudgetEdit *edit = outlay_budget_edit_new ();
  g_autofree char *before = outlay_wording_month_name (outlay_session_get_wording (session),
                                                       outlay_session_get_month (session) - 1);
  g_autofree char *done = NULL;

  gtk_popover_popdown (self->fill_popover);
  fill_month (self, edit, TRUE, 0);
  if (outlay_budget_edit_get_n_changes (edit) == 0)
    {
      /* Translators: %s is a month. */
      done = g_strdup_printf (_ ("Nothing to copy from %s"), before);
      outlay_toast (GTK_WIDGET (self), done, NULL, NULL, NULL);
      outlay_budget_edit_free (edit);
      return;
    }

  /* Translators: %s is a month. */
  done = g_strdup_printf (_ ("Budgets copied from %s"), before);
  outlay_budgets_apply (GTK_WIDGET (self), session, edit, done, done);
}

static void
on_grow (OutlayBudgetsPage *self)
{
  OutlayWording *wording = outlay_session_get_wording (get_session (self));
  OutlayBudgetEdit *edit = outlay_budget_edit_new ();
  g_autofree char *change = NULL;
  g_autofree char *done = NULL;
  double percent;

  gtk_spin_button_update (self->percent);
  percent = gtk_spin_button_get_value (self->percent);
  change = outlay_wording_change (wording, percent);
  gtk_popover_popdown (self->fill_popover);
  fill_month (self, edit, FALSE, (gint32) lround (percent * PERMILLE_PER_PERCENT));
  if (outlay_budget_edit_get_n_changes (edit) == 0)
    {
      outlay_toast (GTK_WIDGET (self), _ ("No budget changes by that"), NULL, NULL, NULL);
      outlay_budget_edit_free (edit);
      return;
    }

  /* Translators: %s is a percentage with its sign. */
  done = g_strdup_printf (_ ("Budgets changed by %s"), change);
  outlay_budgets_apply (GTK_WIDGET (self), get_session (self), edit, done, done);
}

static void
on_start (OutlayBudgetsPage *self)
{
  self->started = TRUE;
  outlay_page_update (OUTLAY_PAGE (self));
}

static void
set_up (OutlayBudgetsPage *self)
{
  OutlayBudgetItem *total = outlay_budget_grid_get_total (self->grid);

  self->set_up = TRUE;
  outlay_budget_table_set_grid (self->table, self->grid, get_session (self));
  gtk_list_box_bind_model (self->rows, outlay_budget_grid_get_items (self->grid), make_row, self,
                           NULL);
  gtk_list_box_append (self->total, outlay_budget_row_new (get_session (self), total));
}

static void
show_words (OutlayBudgetsPage *self)
{
  OutlaySession *session = get_session (self);
  g_autofree char *month = outlay_wording_month (outlay_session_get_wording (session),
                                                 outlay_session_get_month (session));
  /* Translators: %s is a currency. */
  g_autofree char *caption =
      g_strdup_printf (_ ("Monthly budget, %s"), outlay_budget_grid_get_currency (self->grid));
  g_autofree char *before = outlay_wording_month_name (outlay_session_get_wording (session),
                                                       outlay_session_get_month (session) - 1);
  /* Translators: a button: every budget becomes that of the month %s. */
  g_autofree char *copy = g_strdup_printf (_ ("Copy All from %s"), before);
  /* Translators: %s is a month; a field and a button follow. */
  g_autofree char *grow = g_strdup_printf (_ ("Grow all of %s by percent"), month);

  gtk_label_set_label (self->narrow_caption, caption);
  gtk_label_set_label (self->grow_title, grow);
  gtk_button_set_label (self->copy, copy);
}

static const char *
choose_form (OutlayBudgetsPage *self)
{
  if (!self->started && !outlay_budget_grid_is_planned (self->grid))
    return "empty";

  return outlay_page_get_narrow (OUTLAY_PAGE (self)) ? "rows" : "table";
}

static gboolean
on_next_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayBudgetsPage *self = OUTLAY_BUDGETS_PAGE (widget);

  self->changing = 0;
  gtk_stack_set_visible_child_name (self->stack, choose_form (self));
  return G_SOURCE_REMOVE;
}

/* A window becomes narrow while it is laid out, which is no time to change widgets. */
static void
show_form (OutlayBudgetsPage *self)
{
  const char *form = choose_form (self);

  gtk_widget_set_sensitive (self->actions, !g_str_equal (form, "empty"));
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->stack)))
    gtk_stack_set_visible_child_name (self->stack, form);
  else if (self->changing == 0 &&
           !g_str_equal (form, gtk_stack_get_visible_child_name (self->stack)))
    self->changing = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_next_frame, NULL, NULL);
}

static void
outlay_budgets_page_update (OutlayPage *page)
{
  OutlayBudgetsPage *self = OUTLAY_BUDGETS_PAGE (page);
  OutlaySession *session = outlay_page_get_session (page);
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);

  if (snapshot == NULL)
    return;

  outlay_budget_grid_update (self->grid, snapshot, outlay_session_get_month (session),
                             outlay_session_get_wording (session));
  if (!self->set_up)
    set_up (self);

  show_form (self);
  show_words (self);
  outlay_budget_table_update (self->table);
  show_rows (self->rows, get_column (self));
  show_rows (self->total, get_column (self));
}

static gboolean
outlay_budgets_page_go_to (OutlayPage *page, const char *name)
{
  OutlayBudgetsPage *self = OUTLAY_BUDGETS_PAGE (page);
  guint row = 0;

  if (*name == '\0')
    return TRUE;
  if (!self->set_up)
    outlay_budgets_page_update (page);
  if (!self->set_up || !outlay_budget_grid_find (self->grid, name, &row))
    return FALSE;

  self->started = TRUE;
  outlay_page_update (page);
  if (outlay_page_get_narrow (page))
    gtk_widget_child_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, (int) row)),
                            GTK_DIR_TAB_FORWARD);
  else
    outlay_budget_table_select (self->table, row, get_column (self));
  return TRUE;
}

static void
outlay_budgets_page_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_BUDGETS_PAGE (object)->grid);

  G_OBJECT_CLASS (outlay_budgets_page_parent_class)->dispose (object);
}

static void
outlay_budgets_page_class_init (OutlayBudgetsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_budgets_page_dispose;
  OUTLAY_PAGE_CLASS (klass)->update = outlay_budgets_page_update;
  OUTLAY_PAGE_CLASS (klass)->go_to = outlay_budgets_page_go_to;

  g_type_ensure (OUTLAY_TYPE_BUDGET_DETAILS);
  g_type_ensure (OUTLAY_TYPE_BUDGET_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/ui/pages/"
                                                             "budgets/budgets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetsPage, actions);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetsPage, fill_popover);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetsPage, copy);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetsPage, grow_title);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetsPage, percent);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetsPage, table);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetsPage, details);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetsPage, total);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetsPage, narrow_caption);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetsPage, rows);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetsPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_grow);
}

static void
outlay_budgets_page_init (OutlayBudgetsPage *self)
{
  GtkWidget *state;
  GtkWidget *start;

  self->grid = outlay_budget_grid_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (self->percent)), "activate",
                            G_CALLBACK (on_grow), self);
  g_signal_connect_swapped (self->table, "selected", G_CALLBACK (on_selected), self);

  state = outlay_empty_state_new ("outlay-x-office-calendar-symbolic", _ ("No budgets yet"),
                                  _ ("Set an amount for each feature and month."));
  start = outlay_empty_state_add_button (state, _ ("Set Budgets"), NULL, TRUE);
  g_signal_connect_swapped (start, "clicked", G_CALLBACK (on_start), self);
  adw_bin_set_child (self->empty, state);
}
