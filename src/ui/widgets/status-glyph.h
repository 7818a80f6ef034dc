/* status-glyph.h – the shape of a state; its words stand beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/budget.h"
#include "insight/value.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayStatus:
 *
 * What a glyph says: disc with a bar, triangle, tick, ring with a tick, dash, diamond,
 * ring with an i.
 */
typedef enum
{
  OUTLAY_STATUS_OVER,
  OUTLAY_STATUS_AT_RISK,
  OUTLAY_STATUS_ON_TRACK,
  OUTLAY_STATUS_FULLY_USED,
  OUTLAY_STATUS_NONE,
  OUTLAY_STATUS_UNKNOWN,
  OUTLAY_STATUS_NOTE,
} OutlayStatus;

#define OUTLAY_N_STATUSES (OUTLAY_STATUS_NOTE + 1)

GtkWidget *outlay_status_glyph_new (OutlayStatus status);
void outlay_status_glyph_set (GtkImage *glyph, OutlayStatus status);
const char *outlay_status_get_css_class (OutlayStatus status);
OutlayStatus outlay_status_of_budget (const OutlayBudgetLine *line);
OutlayStatus outlay_status_of_verdict (OutlayVerdict verdict);

G_END_DECLS
