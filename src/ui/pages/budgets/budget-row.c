/* budget-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/budgets/budget-row.h"

#include "ui/items/amount-text.h"
#include "ui/pages/budgets/apply.h"
#include "ui/widgets/meter-view.h"
#include "ui/widgets/status-glyph.h"
#include "ui/widgets/swatch.h"
#include "ui/widgets/toast.h"
#include "wording/date.h"
#include "wording/money.h"

#include <glib/gi18n.h>

struct _OutlayBudgetRow
{
  GtkListBoxRow parent_instance;

  /* Owned references */
  OutlaySession *session;
  OutlayBudgetItem *item;

  /* Template widgets */
  GtkImage *glyph;
  GtkLabel *name;
  OutlaySwatch *swatch;
  GtkWidget *amount;
  GtkLabel *total;
  OutlayMeterView *meter;
  GtkLabel *spent;
  GtkLabel *forecast;
  GtkLabel *variance;

  guint column;
};

G_DEFINE_FINAL_TYPE (OutlayBudgetRow, outlay_budget_row, GTK_TYPE_LIST_BOX_ROW)

static char *
word_amount (OutlayBudgetRow *self, gint64 nanos)
{
  return outlay_wording_amount (outlay_session_get_wording (self->session), nanos,
                                outlay_session_get_snapshot (self->session)->currency,
                                OUTLAY_MONEY_WHOLE);
}

static void
show_spend (OutlayBudgetRow *self, const OutlayBudgetCell *cell)
{
  const OutlayBudgetLine *line = &cell->line;
  gint64 end_nanos = line->has_forecast ? line->expected_nanos : line->actual_nanos;
  gint64 left_nanos = line->budget_nanos - end_nanos;
  g_autofree char *spent_amount = word_amount (self, line->actual_nanos);
  g_autofree char *forecast_amount = word_amount (self, end_nanos);
  g_autofree char *left_amount = word_amount (self, ABS (left_nanos));
  /* Translators: %s is an amount. */
  g_autofree char *spent = g_strdup_printf (_ ("Spent %s"), spent_amount);
  g_autofree char *forecast = g_strdup_printf (_ ("Forecast %s"), forecast_amount);
  /* Translators: what the budget will have left, or lack, at the end; %s is an amount. */
  g_autofree char *left =
      g_strdup_printf (left_nanos >= 0 ? _ ("left %s") : _ ("over %s"), left_amount);

  gtk_label_set_label (self->spent, spent);
  gtk_label_set_label (self->forecast, line->has_forecast && !cell->ended ? forecast : "");
  gtk_label_set_label (self->variance, line->has_budget ? left : _ ("no budget"));
  gtk_widget_remove_css_class (GTK_WIDGET (self->variance), "status-over");
  if (line->has_budget && left_nanos < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->variance), "status-over");
}

static void
on_activated (OutlayBudgetRow *self)
{
  const OutlayBudgetCell *cell = outlay_budget_item_get_cell (self->item, self->column);
  OutlayWording *wording = outlay_session_get_wording (self->session);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->amount));
  const char *feature = outlay_budget_item_get_feature (self->item);
  g_autofree char *month = outlay_wording_month_name (wording, cell->month);
  g_autofree char *label =
      g_strdup_printf (_ ("Budget of %s, %s"), outlay_budget_item_get_name (self->item), month);
  g_autoptr (GError) error = NULL;
  OutlayBudgetEdit *edit;
  gint64 nanos = 0;

  if (*text != '\0' && !outlay_amount_text_parse (wording, text, &nanos, &error))
    {
      gtk_widget_add_css_class (self->amount, "error");
      outlay_toast (GTK_WIDGET (self), error->message, NULL, NULL, NULL);
      return;
    }

  gtk_widget_remove_css_class (self->amount, "error");
  edit = outlay_budget_edit_new ();
  if (*text == '\0' && cell->has_own)
    outlay_budget_edit_clear (edit, feature, cell->month);
  else if (*text != '\0' && (!cell->has_own || cell->own_nanos != nanos))
    outlay_budget_edit_set (edit, feature, cell->month, nanos);
  outlay_budgets_apply (GTK_WIDGET (self), self->session, edit, label, NULL);
}

static void
outlay_budget_row_dispose (GObject *object)
{
  OutlayBudgetRow *self = OUTLAY_BUDGET_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_budget_row_parent_class)->dispose (object);
}

static void
outlay_budget_row_class_init (OutlayBudgetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_budget_row_dispose;
  g_type_ensure (OUTLAY_TYPE_METER_VIEW);
  g_type_ensure (OUTLAY_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/ui/pages/"
                                                             "budgets/budget-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetRow, name);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetRow, amount);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetRow, total);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetRow, meter);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetRow, spent);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetRow, forecast);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetRow, variance);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
outlay_budget_row_init (OutlayBudgetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_budget_row_new:
 * @session: of the window
 * @item: what it shows
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
outlay_budget_row_new (OutlaySession *session, OutlayBudgetItem *item)
{
  OutlayBudgetRow *self = g_object_new (OUTLAY_TYPE_BUDGET_ROW, NULL);
  gboolean total = outlay_budget_item_is_total (item);
  const char *name = outlay_budget_item_get_name (item);
  /* Translators: a field; %s is a feature. */
  g_autofree char *label = g_strdup_printf (_ ("Budget of %s"), name);

  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  gtk_label_set_label (self->name, name);
  outlay_swatch_set_ink (self->swatch, outlay_budget_item_get_ink (item));
  gtk_widget_set_opacity (GTK_WIDGET (self->swatch), total ? 0 : 1);
  gtk_widget_set_visible (self->amount, !total);
  gtk_widget_set_visible (GTK_WIDGET (self->total), total);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->amount), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  return GTK_WIDGET (self);
}

/**
 * outlay_budget_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
OutlayBudgetItem *
outlay_budget_row_get_item (OutlayBudgetRow *self)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_ROW (self), NULL);

  return self->item;
}

/**
 * outlay_budget_row_show:
 * @self: a row
 * @column: place of the month
 */
void
outlay_budget_row_show (OutlayBudgetRow *self, guint column)
{
  const OutlayBudgetCell *cell = outlay_budget_item_get_cell (self->item, column);
  OutlayWording *wording = outlay_session_get_wording (self->session);
  const char *currency = outlay_session_get_snapshot (self->session)->currency;
  g_autofree char *amount = NULL;
  OutlayBudgetMeter meter;

  g_return_if_fail (OUTLAY_IS_BUDGET_ROW (self));
  g_return_if_fail (cell != NULL);

  self->column = column;
  amount = cell->has_own ? outlay_amount_text_from_nanos (wording, cell->own_nanos, currency)
                         : g_strdup ("");
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->amount)))))
    gtk_editable_set_text (GTK_EDITABLE (self->amount), amount);
  gtk_label_set_label (self->total, cell->amount);
  outlay_status_glyph_set (self->glyph, outlay_status_of_budget (&cell->line));
  outlay_meter_of_line (&meter, &cell->line, TRUE);
  meter.only_excess = cell->ended;
  outlay_meter_view_set (self->meter, &meter, cell->words);
  gtk_widget_set_visible (GTK_WIDGET (self->meter), cell->line.has_budget && !cell->future);
  show_spend (self, cell);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cell->description, -1);
}
