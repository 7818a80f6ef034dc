/* meter-view.h – how much of a budget is used, as a bar that can be read out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/meter.h"
#include "insight/budget.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_METER_VIEW (outlay_meter_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayMeterView, outlay_meter_view, OUTLAY, METER_VIEW, GtkWidget)

GtkWidget *outlay_meter_view_new (void);
void outlay_meter_view_set (OutlayMeterView *self,
                            const OutlayBudgetMeter *meter,
                            const char *words);
void outlay_meter_of_line (OutlayBudgetMeter *meter,
                           const OutlayBudgetLine *line,
                           gboolean in_list);

G_END_DECLS
