/* table-keys.c – moving and typing in the table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/amount-text.h"
#include "ui/items/budget-fill.h"
#include "ui/pages/budgets/apply.h"
#include "ui/pages/budgets/table-private.h"
#include "ui/widgets/toast.h"
#include "wording/date.h"

#include <glib/gi18n.h>

static void
move (OutlayBudgetTable *self, int rows, int columns)
{
  guint n_rows = g_list_model_get_n_items (outlay_budget_grid_get_items (self->grid));
  int row = CLAMP ((int) self->row + rows, 0, (int) n_rows - 1);
  int column = CLAMP ((int) self->column + columns, 0, OUTLAY_BUDGET_MONTHS - 1);

  outlay_budget_table_select (self, (guint) row, (guint) column);
}

static char *
word_edit (OutlayBudgetTable *self, OutlayBudgetItem *item)
{
  g_autofree char *month =
      outlay_wording_month_name (outlay_session_get_wording (self->session),
                                 outlay_budget_grid_get_month (self->grid, self->column));

  /* Translators: an edit, as undo calls it; a feature and a month. */
  return g_strdup_printf (_ ("Budget of %s, %s"), outlay_budget_item_get_name (item), month);
}

/* FALSE if @text is no amount: it has been said. */
static gboolean
take_text (OutlayBudgetTable *self, OutlayCellView *view, const char *text)
{
  OutlayBudgetItem *item = outlay_cell_view_get_item (view);
  const OutlayBudgetCell *cell =
      outlay_budget_item_get_cell (item, outlay_cell_view_get_column (view));
  const char *feature = outlay_budget_item_get_feature (item);
  OutlayBudgetEdit *edit;
  g_autofree char *label = word_edit (self, item);
  g_autoptr (GError) error = NULL;
  gint64 nanos = 0;

  if (*text != '\0' &&
      !outlay_amount_text_parse (outlay_session_get_wording (self->session), text, &nanos, &error))
    {
      outlay_toast (GTK_WIDGET (self), error->message, NULL, NULL, NULL);
      return FALSE;
    }

  edit = outlay_budget_edit_new ();
  if (*text == '\0' && cell->has_own)
    outlay_budget_edit_clear (edit, feature, cell->month);
  else if (*text != '\0' && (!cell->has_own || cell->own_nanos != nanos))
    outlay_budget_edit_set (edit, feature, cell->month, nanos);
  outlay_budgets_apply (GTK_WIDGET (self), self->session, edit, label, NULL);
  return TRUE;
}

/*
 * outlay_budget_table_commit:
 *
 * Takes what was typed in @cell, if it is an amount, and shows the cell again.
 */
void
outlay_budget_table_commit (OutlayBudgetTable *self, OutlayCellView *cell)
{
  g_autofree char *text = NULL;

  if (!outlay_cell_view_is_editing (cell))
    return;

  text = outlay_cell_view_get_text (cell);
  outlay_cell_view_end (cell);
  take_text (self, cell, text);
}

/*
 * outlay_budget_table_edit:
 * @text: (nullable): to begin with; the amount that is there
 */
void
outlay_budget_table_edit (OutlayBudgetTable *self, const char *text)
{
  OutlayCellView *view = outlay_budget_table_get_cell (self, self->row, self->column);
  OutlayBudgetItem *item = outlay_budget_table_get_item (self);
  g_autofree char *amount = NULL;
  const OutlayBudgetCell *cell;

  if (view == NULL || item == NULL)
    return;

  cell = outlay_budget_item_get_cell (item, self->column);
  if (text == NULL && cell->has_own)
    amount =
        outlay_amount_text_from_nanos (outlay_session_get_wording (self->session), cell->own_nanos,
                                       outlay_budget_grid_get_currency (self->grid));
  outlay_cell_view_edit (view, text != NULL ? text : amount != NULL ? amount : "", text == NULL);
}

static void
clear_selected (OutlayBudgetTable *self)
{
  OutlayCellView *view = outlay_budget_table_get_cell (self, self->row, self->column);

  if (view != NULL)
    take_text (self, view, "");
}

static void
copy_selected (OutlayBudgetTable *self)
{
  OutlayBudgetItem *item = outlay_budget_table_get_item (self);
  const OutlayBudgetCell *cell =
      item != NULL ? outlay_budget_item_get_cell (item, self->column) : NULL;

  if (cell != NULL && cell->line.has_budget)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), cell->amount);
}

static void
on_pasted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayBudgetTable) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  OutlayBudgetEdit *edit = outlay_budget_edit_new ();
  g_autofree char *done = NULL;
  guint n_changes;

  if (text == NULL ||
      !outlay_budget_fill_paste (edit, self->grid, self->row, self->column, text,
                                 outlay_session_get_wording (self->session), &error))
    {
      outlay_toast (GTK_WIDGET (self), error != NULL ? error->message : _ ("Nothing to paste"),
                    NULL, NULL, NULL);
      outlay_budget_edit_free (edit);
      return;
    }

  n_changes = outlay_budget_edit_get_n_changes (edit);
  done = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u budget pasted", "%u budgets pasted",
                                       n_changes),
                          n_changes);
  outlay_budgets_apply (GTK_WIDGET (self), self->session, edit, _ ("Paste budgets"), done);
}

/* While an amount is being typed. */
static gboolean
press_in_text (OutlayBudgetTable *self, OutlayCellView *cell, guint key, gboolean shift)
{
  g_autofree char *text = NULL;

  if (key == GDK_KEY_Escape)
    {
      outlay_cell_view_end (cell);
      gtk_widget_grab_focus (GTK_WIDGET (cell));
      return TRUE;
    }
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_Tab &&
      key != GDK_KEY_ISO_Left_Tab && key != GDK_KEY_Up && key != GDK_KEY_Down)
    return FALSE;

  /* What is no amount stays to be corrected. */
  text = outlay_cell_view_get_text (cell);
  if (!take_text (self, cell, text))
    return TRUE;

  outlay_cell_view_end (cell);
  if (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab)
    move (self, 0, shift || key == GDK_KEY_ISO_Left_Tab ? -1 : 1);
  else
    move (self, key == GDK_KEY_Up || shift ? -1 : 1, 0);
  return TRUE;
}

static gboolean
press_with_control (OutlayBudgetTable *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_c:
      copy_selected (self);
      return TRUE;
    case GDK_KEY_v:
      gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_pasted,
                                     g_object_ref (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
press_to_move (OutlayBudgetTable *self, guint key)
{
  int right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1, 0);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1, 0);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, 0, -right);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, 0, right);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move (self, 0, -OUTLAY_BUDGET_MONTHS);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move (self, 0, OUTLAY_BUDGET_MONTHS);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
press_to_edit (OutlayBudgetTable *self, guint key)
{
  char typed[8] = "";

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      outlay_budget_table_edit (self, NULL);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      clear_selected (self);
      return TRUE;
    default:
      g_unichar_to_utf8 (gdk_keyval_to_unicode (key), typed);
      if (!outlay_amount_text_starts (typed))
        return FALSE;
      outlay_budget_table_edit (self, typed);
      return TRUE;
    }
}

static gboolean
on_key (OutlayBudgetTable *self, guint key, guint code, GdkModifierType modifiers)
{
  OutlayCellView *cell = outlay_budget_table_get_cell (self, self->row, self->column);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GdkModifierType held =
      modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);

  if (cell == NULL || focus == NULL)
    return FALSE;
  if (outlay_cell_view_is_editing (cell))
    return held == 0 && press_in_text (self, cell, key, (modifiers & GDK_SHIFT_MASK) != 0);
  if (focus != GTK_WIDGET (cell))
    return FALSE;
  if (held == GDK_CONTROL_MASK)
    return press_with_control (self, key);

  return held == 0 && (press_to_move (self, key) || press_to_edit (self, key));
}

/* Listens before the lists do, which have arrows of their own. */
void
outlay_budget_table_init_keys (OutlayBudgetTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
