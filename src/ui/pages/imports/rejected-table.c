/* rejected-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/imports/rejected-table.h"

#include "ui/compat.h"
#include "ui/items/reject-item.h"
#include "ui/widgets/message.h"
#include "ui/widgets/text-column.h"
#include "ui/widgets/toast.h"

#include <glib/gi18n.h>
#include <string.h>

#define ITEMS_KEY "outlay-rejected-items"

/**
 * outlay_rejected_table_set_up:
 * @table: an empty table
 * @items: of #OutlayRejectItem
 * @with_file: the rows are of several files
 *
 * Gives it its columns and its rows.
 */
void
outlay_rejected_table_set_up (GtkColumnView *table, GListModel *items, gboolean with_file)
{
  const OutlayTextColumn columns[] = {
    { _ ("File"), "file", NULL, "file", FALSE, FALSE },
    { _ ("Line"), "line-text", NULL, "line", TRUE, FALSE },
    { _ ("Field"), "field", NULL, "field", FALSE, FALSE },
    { _ ("Reason"), "reason", NULL, "reason", FALSE, TRUE },
    { _ ("Row"), "row", NULL, NULL, FALSE, TRUE },
  };
  GtkSortListModel *sorted;
  g_autoptr (GtkSelectionModel) selection = NULL;

  for (gsize i = with_file ? 0 : 1; i < G_N_ELEMENTS (columns); i++)
    outlay_text_column_append (table, OUTLAY_TYPE_REJECT_ITEM, &columns[i]);

  sorted = gtk_sort_list_model_new (g_object_ref (items),
                                    g_object_ref (gtk_column_view_get_sorter (table)));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (table, selection);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    outlay_toast (window, _ ("Rejected rows saved"), NULL, NULL, NULL);
  else
    outlay_tell (window, _ ("Could not save the rows"), error->message);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  GListModel *items = g_object_get_data (data, ITEMS_KEY);
  g_autofree char *csv = outlay_reject_items_to_csv (items);
  gsize length = strlen (csv);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&csv), length);

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       on_written, g_object_ref (data));
}

/**
 * outlay_rejected_table_save:
 * @window: that shows them
 * @items: of #OutlayRejectItem
 *
 * Asks for a file, and writes them there as CSV.
 */
void
outlay_rejected_table_save (GtkWindow *window, GListModel *items)
{
  g_object_set_data_full (G_OBJECT (window), ITEMS_KEY, g_object_ref (items), g_object_unref);
  outlay_save_file (window, _ ("Export CSV"), _ ("rejected-rows.csv"), on_file_chosen, window);
}
