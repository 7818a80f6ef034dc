/* value-input-row.h – low, likely and high of one input, typed in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/items/value-input.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_N_INPUT_COLUMNS 4 /* low, likely, high, unit */

#define OUTLAY_TYPE_VALUE_INPUT_ROW (outlay_value_input_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayValueInputRow,
                      outlay_value_input_row,
                      OUTLAY,
                      VALUE_INPUT_ROW,
                      GtkListBoxRow)

GtkWidget *outlay_value_input_row_new (OutlayValueInput *input,
                                       gboolean narrow,
                                       GtkSizeGroup *const columns[OUTLAY_N_INPUT_COLUMNS]);

G_END_DECLS
