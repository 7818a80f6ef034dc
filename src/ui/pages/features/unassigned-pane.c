/* unassigned-pane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/unassigned-pane.h"

#include "core/money.h"
#include "ui/items/series-item.h"
#include "ui/pages/features/rule-editor.h"
#include "ui/pages/features/series-cells.h"
#include "ui/pages/features/suggestion-rows.h"
#include "wording/money.h"

#include <glib/gi18n.h>
#include <string.h>

struct _OutlayUnassignedPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *total;
  GtkStack *stack;
  GtkWidget *suggested;
  GtkListBox *suggestions;
  GtkDropDown *fields;
  GtkSearchEntry *search;
  GtkListView *list;
  GtkActionBar *bar;
  GtkLabel *selected;

  /* Owned references */
  OutlaySession *session;
  GListStore *items; /* OutlaySeriesItem */
  GtkStringFilter *filter;
  GtkSelectionModel *selection;
  char **field_names; /* as rules have them, beside the drop-down's titles */
  char *field;        /* what the items are values of */
  char *chosen;       /* the field that the user wants; NULL for the best */

  gboolean filling; /* the drop-down is being filled */
};

static guint field_signal;

G_DEFINE_FINAL_TYPE (OutlayUnassignedPane, outlay_unassigned_pane, ADW_TYPE_BIN)

static void
on_selection_changed (OutlayUnassignedPane *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  guint64 n_chosen = gtk_bitset_get_size (chosen);
  gint64 sum_nanos = 0;
  g_autofree char *money = NULL;
  g_autofree char *text = NULL;

  gtk_action_bar_set_revealed (self->bar, n_chosen > 0);
  if (n_chosen == 0)
    return;

  for (guint i = 0; i < n_chosen; i++)
    {
      g_autoptr (OutlaySeriesItem) item =
          g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (chosen, i));

      outlay_nanos_accumulate (&sum_nanos, outlay_series_item_get_cost_nanos (item));
    }

  money = outlay_wording_money (outlay_session_get_wording (self->session), sum_nanos,
                                outlay_session_get_snapshot (self->session)->currency,
                                OUTLAY_MONEY_FULL);
  text = g_strdup_printf (ngettext ("%u selected · %s", "%u selected · %s", (gulong) n_chosen),
                          (guint) n_chosen, money);
  gtk_label_set_label (self->selected, text);
}

static void
on_assign (OutlayUnassignedPane *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr (OutlaySeriesItem) item =
          g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (chosen, i));
      const char *value = outlay_series_item_get_value (item);

      if (value[0] != '\0')
        g_ptr_array_add (matches, g_strdup_printf ("%s=%s", self->field, value));
    }

  if (matches->len == 0)
    return;

  g_ptr_array_add (matches, NULL);
  outlay_rule_editor_assign (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                             (const char *const *) matches->pdata, NULL);
}

static void
on_search_changed (OutlayUnassignedPane *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_field_chosen (OutlayUnassignedPane *self)
{
  guint place = gtk_drop_down_get_selected (self->fields);

  if (self->filling || self->field_names == NULL || place >= g_strv_length (self->field_names))
    return;

  g_free (self->chosen);
  self->chosen = g_strdup (self->field_names[place]);
  g_signal_emit (self, field_signal, 0);
}

static void
show_fields (OutlayUnassignedPane *self, const OutlayUnassigned *unassigned)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GPtrArray *names = g_ptr_array_new ();
  guint selected = 0;

  for (guint i = 0; i < unassigned->fields->len; i++)
    {
      const OutlayUnassignedField *field =
          &g_array_index (unassigned->fields, OutlayUnassignedField, i);

      gtk_string_list_take (titles, outlay_field_title (field->field));
      g_ptr_array_add (names, g_strdup (field->field));
      if (g_strcmp0 (field->field, unassigned->field) == 0)
        selected = i;
    }

  g_ptr_array_add (names, NULL);
  self->filling = TRUE;
  g_strfreev (self->field_names);
  self->field_names = (char **) g_ptr_array_free (names, FALSE);
  gtk_drop_down_set_model (self->fields, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->fields, selected);
  self->filling = FALSE;
}

static void
show_items (OutlayUnassignedPane *self, const OutlayUnassigned *unassigned)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < unassigned->values->len; i++)
    {
      const OutlayUnassignedValue *value =
          &g_array_index (unassigned->values, OutlayUnassignedValue, i);

      g_ptr_array_add (items,
                       outlay_series_item_new (unassigned->field, value, unassigned->currency,
                                               outlay_session_get_wording (self->session)));
    }

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static void
outlay_unassigned_pane_dispose (GObject *object)
{
  OutlayUnassignedPane *self = OUTLAY_UNASSIGNED_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_UNASSIGNED_PANE);
  g_clear_object (&self->session);
  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->field_names, g_strfreev);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (outlay_unassigned_pane_parent_class)->dispose (object);
}

static void
outlay_unassigned_pane_class_init (OutlayUnassignedPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_unassigned_pane_dispose;

  /**
   * OutlayUnassignedPane::field-chosen:
   *
   * The user wants the spend told apart by another field.
   */
  field_signal = g_signal_new ("field-chosen", OUTLAY_TYPE_UNASSIGNED_PANE, G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/unassigned-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayUnassignedPane, total);
  gtk_widget_class_bind_template_child (widget_class, OutlayUnassignedPane, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayUnassignedPane, suggested);
  gtk_widget_class_bind_template_child (widget_class, OutlayUnassignedPane, suggestions);
  gtk_widget_class_bind_template_child (widget_class, OutlayUnassignedPane, fields);
  gtk_widget_class_bind_template_child (widget_class, OutlayUnassignedPane, search);
  gtk_widget_class_bind_template_child (widget_class, OutlayUnassignedPane, list);
  gtk_widget_class_bind_template_child (widget_class, OutlayUnassignedPane, bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayUnassignedPane, selected);
  gtk_widget_class_bind_template_callback (widget_class, on_assign);
  gtk_widget_class_bind_template_callback (widget_class, on_field_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
}

static void
outlay_unassigned_pane_init (OutlayUnassignedPane *self)
{
  GtkExpression *title = gtk_property_expression_new (OUTLAY_TYPE_SERIES_ITEM, NULL, "title");
  GtkFilterListModel *found;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (OUTLAY_TYPE_SERIES_ITEM);
  self->filter = gtk_string_filter_new (title);
  found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                     g_object_ref (GTK_FILTER (self->filter)));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (found)));
  gtk_list_view_set_model (self->list, self->selection);
  outlay_series_cells_set_up (self->list, self->selection);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_selection_changed),
                           self, G_CONNECT_SWAPPED);
}

/**
 * outlay_unassigned_pane_get_field:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the field that the user wants to see, or sees;
 *   %NULL for what tells the spend apart best
 */
const char *
outlay_unassigned_pane_get_field (OutlayUnassignedPane *self)
{
  return self->chosen != NULL ? self->chosen : self->field;
}

/**
 * outlay_unassigned_pane_show:
 * @self: a pane
 * @session: whose spend it is
 * @unassigned: what it shows
 */
void
outlay_unassigned_pane_show (OutlayUnassignedPane *self,
                             OutlaySession *session,
                             const OutlayUnassigned *unassigned)
{
  g_autofree char *total =
      outlay_wording_money (outlay_session_get_wording (session), unassigned->total_nanos,
                            unassigned->currency, OUTLAY_MONEY_FULL);

  g_set_object (&self->session, session);
  g_free (self->field);
  self->field = g_strdup (unassigned->field);
  gtk_label_set_label (self->total, total);
  gtk_stack_set_visible_child_name (self->stack, unassigned->values->len > 0 ? "spend" : "none");
  show_fields (self, unassigned);
  show_items (self, unassigned);
  outlay_suggestion_rows_fill (self->suggestions, session, unassigned);
  gtk_widget_set_visible (self->suggested,
                          gtk_widget_get_first_child (GTK_WIDGET (self->suggestions)) != NULL);
}
