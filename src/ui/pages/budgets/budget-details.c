/* budget-details.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/budgets/details-private.h"

#include "ui/items/amount-text.h"
#include "ui/items/budget-words.h"
#include "wording/date.h"
#include "wording/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (OutlayBudgetDetails, outlay_budget_details, ADW_TYPE_BIN)

static const OutlayBudgetCell *
get_cell (OutlayBudgetDetails *self)
{
  return outlay_budget_item_get_cell (self->item, self->column);
}

/* A line that has nothing to say takes no room. */
static void
say (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static char *
word_money (OutlayBudgetDetails *self, gint64 nanos)
{
  return outlay_wording_money (outlay_session_get_wording (self->session), nanos,
                               outlay_session_get_snapshot (self->session)->currency,
                               OUTLAY_MONEY_FULL);
}

static void
show_title (OutlayBudgetDetails *self, const OutlayBudgetCell *cell)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  g_autofree char *month = outlay_wording_month (wording, cell->month);
  /* Translators: a feature, then a month. */
  g_autofree char *title =
      g_strdup_printf (_ ("%s, %s"), outlay_budget_item_get_name (self->item), month);

  gtk_label_set_label (self->title, title);
  outlay_swatch_set_ink (self->swatch, outlay_budget_item_get_ink (self->item));
  outlay_pill_set (self->pill, outlay_status_of_budget (&cell->line), cell->words);
}

static void
show_buttons (OutlayBudgetDetails *self, const OutlayBudgetCell *cell)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  const OutlayBudgetCell *before =
      self->column > 0 ? outlay_budget_item_get_cell (self->item, self->column - 1) : NULL;
  gint32 december = cell->month - cell->month % OUTLAY_YEAR_MONTHS + OUTLAY_YEAR_MONTHS - 1;
  g_autofree char *previous = outlay_wording_month_name (wording, cell->month - 1);
  g_autofree char *last = outlay_wording_month_name (wording, december);
  /* Translators: a button; %s is a month. */
  g_autofree char *copy = g_strdup_printf (_ ("Copy %s"), previous);
  /* Translators: a button: the months from this one to %s get its budget. */
  g_autofree char *fill = g_strdup_printf (_ ("Fill to %s"), last);

  gtk_label_set_label (self->copy_label, copy);
  gtk_label_set_label (self->fill_label, fill);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "budget.copy",
                                 before != NULL && before->has_own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "budget.fill",
                                 cell->has_own && cell->month < december);
}

static char *
word_crossed (OutlayBudgetDetails *self, const OutlayBudgetLine *line)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  g_autoptr (GString) list = g_string_new (NULL);

  if (line->n_crossed == 0)
    return NULL;

  for (guint i = 0; i < line->n_crossed; i++)
    {
      g_autofree char *percent = outlay_wording_percent (wording, line->crossed[i], 0);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", percent);
    }

  /* Translators: a list of percentages of a budget. */
  return g_strdup_printf (_ ("Alerts reached: %s"), list->str);
}

static char *
word_carried (OutlayBudgetDetails *self, const OutlayBudgetCell *cell)
{
  g_autofree char *all = NULL;

  if (!cell->line.has_budget || (cell->has_own && cell->own_nanos == cell->line.budget_nanos))
    return NULL;

  all = word_money (self, cell->line.budget_nanos);
  /* Translators: %s is an amount. */
  return g_strdup_printf (cell->has_own ? _ ("%s with what earlier months rolled over")
                                        : _ ("%s, the sum of its parts"),
                          all);
}

static void
show_use (OutlayBudgetDetails *self, const OutlayBudgetCell *cell)
{
  const OutlayBudgetLine *line = &cell->line;
  OutlayWording *wording = outlay_session_get_wording (self->session);
  g_autofree char *crossed = word_crossed (self, line);
  g_autofree char *carried = word_carried (self, cell);
  g_autofree char *used = NULL;
  OutlayBudgetMeter meter;

  outlay_meter_of_line (&meter, line, FALSE);
  meter.only_excess = cell->ended;
  outlay_meter_view_set (self->meter, &meter, cell->words);
  gtk_widget_set_visible (GTK_WIDGET (self->meter), line->has_budget);
  if (isfinite (line->used_percent) && !cell->future)
    used = outlay_wording_used (wording, line->used_percent);
  say (self->used, used);
  say (self->thresholds_crossed, crossed);
  say (self->carried, carried);
}

static void
show_figures (OutlayBudgetDetails *self, const OutlayBudgetCell *cell)
{
  const OutlayBudgetLine *line = &cell->line;
  gint64 end_nanos = line->has_forecast ? line->expected_nanos : line->actual_nanos;
  g_autofree char *spent = word_money (self, line->actual_nanos);
  g_autofree char *forecast =
      line->has_forecast ? word_money (self, line->expected_nanos) : g_strdup ("–");
  g_autofree char *variance =
      line->has_budget ? word_money (self, line->budget_nanos - end_nanos) : g_strdup ("–");

  gtk_label_set_label (self->spent, spent);
  gtk_label_set_label (self->forecast, forecast);
  gtk_label_set_label (self->variance, variance);
  gtk_widget_remove_css_class (GTK_WIDGET (self->variance), "status-over");
  if (line->has_budget && line->budget_nanos < end_nanos)
    gtk_widget_add_css_class (GTK_WIDGET (self->variance), "status-over");
}

/* What is being typed stays, unless it is of another cell now. */
static void
show_entry (GtkEditable *entry, const char *text, gboolean other_cell)
{
  GtkWidget *delegate = GTK_WIDGET (gtk_editable_get_delegate (entry));

  if (other_cell || !gtk_widget_has_focus (delegate))
    gtk_editable_set_text (entry, text);
}

static void
show_plan (OutlayBudgetDetails *self, const OutlayBudgetCell *cell, gboolean other_cell)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  const char *currency = outlay_session_get_snapshot (self->session)->currency;
  g_autofree char *amount = cell->has_own
                                ? outlay_amount_text_from_nanos (wording, cell->own_nanos, currency)
                                : g_strdup ("");
  g_autofree char *thresholds = outlay_thresholds_to_string (cell->thresholds, cell->n_thresholds);

  show_entry (GTK_EDITABLE (self->amount), amount, other_cell);
  show_entry (GTK_EDITABLE (self->thresholds), thresholds, other_cell);
  gtk_widget_set_sensitive (self->thresholds, cell->has_own);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rollover), cell->has_own);
  self->showing = TRUE;
  gtk_switch_set_active (self->rollover, cell->rollover);
  self->showing = FALSE;
}

static void
show_item (OutlayBudgetDetails *self)
{
  const OutlayBudgetCell *cell = get_cell (self);
  gboolean other_cell;

  if (cell == NULL || outlay_session_get_snapshot (self->session) == NULL)
    return;

  other_cell = cell->month != self->month || self->shown != self->item;
  self->month = cell->month;
  self->shown = self->item;
  show_title (self, cell);
  show_buttons (self, cell);
  show_use (self, cell);
  show_figures (self, cell);
  show_plan (self, cell, other_cell);
}

static void
outlay_budget_details_dispose (GObject *object)
{
  OutlayBudgetDetails *self = OUTLAY_BUDGET_DETAILS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_BUDGET_DETAILS);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_budget_details_parent_class)->dispose (object);
}

static void
outlay_budget_details_class_init (OutlayBudgetDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_budget_details_dispose;
  g_type_ensure (OUTLAY_TYPE_METER_VIEW);
  g_type_ensure (OUTLAY_TYPE_PAIR_BOX);
  g_type_ensure (OUTLAY_TYPE_PILL);
  g_type_ensure (OUTLAY_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/ui/pages/"
                                                             "budgets/budget-details.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, swatch);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, pill);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, copy_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, fill_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, spread_popover);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, spread_amount);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, over_year);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, meter);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, used);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, thresholds_crossed);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, carried);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, amount);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, spent);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, forecast);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, variance);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, thresholds);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetDetails, rollover);
  outlay_budget_details_class_init_edits (widget_class);
}

static void
outlay_budget_details_init (OutlayBudgetDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_budget_details_show:
 * @self: details
 * @session: of the window
 * @item: (nullable): a feature
 * @column: place of a month
 */
void
outlay_budget_details_show (OutlayBudgetDetails *self,
                            OutlaySession *session,
                            OutlayBudgetItem *item,
                            guint column)
{
  g_return_if_fail (OUTLAY_IS_BUDGET_DETAILS (self));

  g_set_object (&self->session, session);
  g_set_object (&self->item, item);
  self->column = column;
  gtk_widget_set_visible (GTK_WIDGET (self), item != NULL);
  if (item != NULL)
    show_item (self);
}
