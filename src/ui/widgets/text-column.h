/* text-column.h – columns that show and sort by properties of their items
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayTextColumn:
 * @title: of the column, translated
 * @property: of the items: the text
 * @detail: (nullable): of the items: a quiet second line
 * @sort_by: (nullable): of the items: a number or a text
 * @figure: it is a figure: tabular digits, at the end of the cell
 * @expand: it takes the room that is left
 */
typedef struct
{
  const char *title;
  const char *property;
  const char *detail;
  const char *sort_by;
  gboolean figure;
  gboolean expand;
} OutlayTextColumn;

GtkColumnViewColumn *outlay_text_column_new (GType item_type, const OutlayTextColumn *column);
GtkColumnViewColumn *outlay_text_column_append (GtkColumnView *view,
                                                GType item_type,
                                                const OutlayTextColumn *column);
GtkSorter *outlay_text_column_sorter_new (GType item_type, const char *property);

G_END_DECLS
