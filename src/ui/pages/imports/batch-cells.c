/* batch-cells.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/imports/batch-cells.h"

#include "ui/items/batch-item.h"
#include "ui/widgets/status-glyph.h"
#include "ui/widgets/text-column.h"

#include <glib/gi18n.h>

#define STATE_CHARS 12 /* longer states take two lines, as the file does */

static GVariant *
list_one (gint64 batch)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &batch, 1, sizeof batch);
}

static void
on_state_setup (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (NULL);
  GtkWidget *link = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), outlay_status_glyph_new (OUTLAY_STATUS_NONE));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), link);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (words), STATE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (words), STATE_CHARS);
  gtk_widget_add_css_class (link, "link-button");
  gtk_widget_set_valign (link, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (link, _ ("Show rejected rows…"));
  gtk_list_item_set_child (cell, box);
}

static OutlayStatus
status_of (OutlayBatchState state)
{
  static const OutlayStatus statuses[] = {
    [OUTLAY_BATCH_IN_USE] = OUTLAY_STATUS_ON_TRACK,
    [OUTLAY_BATCH_REJECTED] = OUTLAY_STATUS_AT_RISK,
    [OUTLAY_BATCH_REPLACED] = OUTLAY_STATUS_NONE,
    [OUTLAY_BATCH_UNDONE] = OUTLAY_STATUS_NONE,
  };

  return statuses[state];
}

static void
on_state_bind (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  OutlayBatchItem *item = gtk_list_item_get_item (cell);
  OutlayBatchState state = outlay_batch_item_get_state (item);
  const char *text = outlay_batch_item_get_state_text (item);
  GtkWidget *glyph = gtk_widget_get_first_child (gtk_list_item_get_child (cell));
  GtkWidget *words = gtk_widget_get_next_sibling (glyph);
  GtkWidget *link = gtk_widget_get_next_sibling (words);
  gboolean rejected = state == OUTLAY_BATCH_REJECTED;

  outlay_status_glyph_set (GTK_IMAGE (glyph), status_of (state));
  gtk_widget_set_visible (words, !rejected);
  gtk_widget_set_visible (link, rejected);
  gtk_label_set_label (GTK_LABEL (words), text);
  gtk_button_set_label (GTK_BUTTON (link), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "x", outlay_batch_item_get_batch (item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "imports.rejected");
}

static void
on_action_setup (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (cell, button);
}

static void
on_action_bind (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  OutlayBatchItem *item = gtk_list_item_get_item (cell);
  gboolean undone = outlay_batch_item_get_state (item) == OUTLAY_BATCH_UNDONE;
  GtkWidget *button = gtk_list_item_get_child (cell);
  g_autofree char *words =
      g_strdup_printf (undone ? _ ("Redo import of %s") : _ ("Undo import of %s"),
                       outlay_batch_item_get_file (item));

  gtk_button_set_icon_name (GTK_BUTTON (button),
                            undone ? "outlay-edit-redo-symbolic" : "outlay-edit-undo-symbolic");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                          list_one (outlay_batch_item_get_batch (item)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  undone ? "imports.redo" : "imports.undo");
}

static GtkColumnViewColumn *
append (GtkColumnView *view, const char *title, GCallback on_setup, GCallback on_bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", on_setup, NULL);
  g_signal_connect (factory, "bind", on_bind, NULL);
  gtk_column_view_append_column (view, column);
  return column;
}

/**
 * outlay_batch_state_column_append:
 * @view: a view of #OutlayBatchItem
 *
 * Whether a file counts, in words; from rejected rows a link leads to them.
 */
void
outlay_batch_state_column_append (GtkColumnView *view)
{
  GtkColumnViewColumn *column =
      append (view, _ ("State"), G_CALLBACK (on_state_setup), G_CALLBACK (on_state_bind));
  g_autoptr (GtkSorter) sorter =
      outlay_text_column_sorter_new (OUTLAY_TYPE_BATCH_ITEM, "state-text");

  gtk_column_view_column_set_sorter (column, sorter);
}

/**
 * outlay_batch_action_column_append:
 * @view: a view of #OutlayBatchItem
 *
 * A button that takes the file back, or brings it back.
 */
void
outlay_batch_action_column_append (GtkColumnView *view)
{
  append (view, NULL, G_CALLBACK (on_action_setup), G_CALLBACK (on_action_bind));
}
