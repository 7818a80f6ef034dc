/* risk-row.h – a feature, how its budget stands, and what is expected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/items/risk-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_RISK_ROW (outlay_risk_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRiskRow, outlay_risk_row, OUTLAY, RISK_ROW, GtkListBoxRow)

#define OUTLAY_RISK_ROW_COLUMNS 5

GtkWidget *outlay_risk_row_new (OutlayRiskItem *item, gboolean narrow);
OutlayRiskItem *outlay_risk_row_get_item (OutlayRiskRow *self);
void outlay_risk_row_align (OutlayRiskRow *self, GtkSizeGroup *const *columns);

G_END_DECLS
