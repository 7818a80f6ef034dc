/* details-edits.c – what can be changed in the details of a budget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/amount-text.h"
#include "ui/pages/budgets/apply.h"
#include "ui/pages/budgets/details-private.h"
#include "ui/widgets/toast.h"
#include "wording/date.h"

#include <glib/gi18n.h>

static const OutlayBudgetCell *
get_cell (OutlayBudgetDetails *self)
{
  return self->item != NULL ? outlay_budget_item_get_cell (self->item, self->column) : NULL;
}

static void
apply (OutlayBudgetDetails *self, OutlayBudgetEdit *edit, const char *done)
{
  g_autofree char *month = outlay_wording_month_name (outlay_session_get_wording (self->session),
                                                      get_cell (self)->month);
  g_autofree char *label =
      g_strdup_printf (_ ("Budget of %s, %s"), outlay_budget_item_get_name (self->item), month);

  outlay_budgets_apply (GTK_WIDGET (self), self->session, edit, label, done);
}

static gboolean
read_amount (OutlayBudgetDetails *self, GtkWidget *entry, gint64 *nanos)
{
  g_autoptr (GError) error = NULL;

  if (outlay_amount_text_parse (outlay_session_get_wording (self->session),
                                gtk_editable_get_text (GTK_EDITABLE (entry)), nanos, &error))
    {
      gtk_widget_remove_css_class (entry, "error");
      return TRUE;
    }

  gtk_widget_add_css_class (entry, "error");
  outlay_toast (GTK_WIDGET (self), error->message, NULL, NULL, NULL);
  return FALSE;
}

static void
on_amount_activated (OutlayBudgetDetails *self)
{
  const OutlayBudgetCell *cell = get_cell (self);
  const char *feature = outlay_budget_item_get_feature (self->item);
  OutlayBudgetEdit *edit;
  gint64 nanos = 0;
  gboolean clear = *gtk_editable_get_text (GTK_EDITABLE (self->amount)) == '\0';

  if (!clear && !read_amount (self, self->amount, &nanos))
    return;

  edit = outlay_budget_edit_new ();
  if (clear && cell->has_own)
    outlay_budget_edit_clear (edit, feature, cell->month);
  else if (!clear && (!cell->has_own || cell->own_nanos != nanos))
    outlay_budget_edit_set (edit, feature, cell->month, nanos);
  apply (self, edit, NULL);
}

static void
on_thresholds_activated (OutlayBudgetDetails *self)
{
  const OutlayBudgetCell *cell = get_cell (self);
  g_autoptr (GError) error = NULL;
  guint thresholds[OUTLAY_MAX_THRESHOLDS];
  guint n_thresholds = 0;
  OutlayBudgetEdit *edit;

  if (!cell->has_own)
    return;
  if (!outlay_thresholds_parse (gtk_editable_get_text (GTK_EDITABLE (self->thresholds)), thresholds,
                                &n_thresholds, &error))
    {
      gtk_widget_add_css_class (self->thresholds, "error");
      outlay_toast (GTK_WIDGET (self), error->message, NULL, NULL, NULL);
      return;
    }

  gtk_widget_remove_css_class (self->thresholds, "error");
  edit = outlay_budget_edit_new ();
  outlay_budget_edit_set (edit, outlay_budget_item_get_feature (self->item), cell->month,
                          cell->own_nanos);
  outlay_budget_edit_set_thresholds (edit, thresholds, n_thresholds);
  apply (self, edit, NULL);
}

static gboolean
on_rollover_set (OutlayBudgetDetails *self, gboolean on)
{
  const OutlayBudgetCell *cell = get_cell (self);
  OutlayBudgetEdit *edit;

  if (self->showing || cell == NULL || !cell->has_own || cell->rollover == on)
    return FALSE;

  edit = outlay_budget_edit_new ();
  outlay_budget_edit_set (edit, outlay_budget_item_get_feature (self->item), cell->month,
                          cell->own_nanos);
  outlay_budget_edit_set_rollover (edit, on);
  apply (self, edit, NULL);
  return FALSE;
}

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayBudgetDetails *self = OUTLAY_BUDGET_DETAILS (widget);
  OutlayBudgetEdit *edit = outlay_budget_edit_new ();

  outlay_budget_fill_copy (edit, self->item, self->column);
  apply (self, edit, NULL);
}

static char *
word_filled (guint n_changes)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month filled", "%u months filled",
                                       n_changes),
                          n_changes);
}

static void
on_fill (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayBudgetDetails *self = OUTLAY_BUDGET_DETAILS (widget);
  OutlayBudgetEdit *edit = outlay_budget_edit_new ();
  g_autofree char *done = NULL;

  outlay_budget_fill_year (edit, self->item, self->column);
  done = word_filled (outlay_budget_edit_get_n_changes (edit));
  apply (self, edit, done);
}

static void
on_spread (OutlayBudgetDetails *self)
{
  gint32 n_months =
      gtk_check_button_get_active (self->over_year) ? OUTLAY_YEAR_MONTHS : OUTLAY_QUARTER_MONTHS;
  OutlayBudgetEdit *edit;
  g_autofree char *done = NULL;
  gint64 nanos = 0;

  if (!read_amount (self, self->spread_amount, &nanos))
    return;

  edit = outlay_budget_edit_new ();
  outlay_budget_fill_spread (edit, self->item, self->column, n_months, nanos);
  done = word_filled (outlay_budget_edit_get_n_changes (edit));
  gtk_popover_popdown (self->spread_popover);
  gtk_editable_set_text (GTK_EDITABLE (self->spread_amount), "");
  apply (self, edit, done);
}

/* Adds actions and handlers to the class. */
void
outlay_budget_details_class_init_edits (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "budget.copy", NULL, on_copy);
  gtk_widget_class_install_action (klass, "budget.fill", NULL, on_fill);
  gtk_widget_class_bind_template_callback (klass, on_amount_activated);
  gtk_widget_class_bind_template_callback (klass, on_thresholds_activated);
  gtk_widget_class_bind_template_callback (klass, on_rollover_set);
  gtk_widget_class_bind_template_callback (klass, on_spread);
}
