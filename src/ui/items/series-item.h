/* series-item.h – spend without a feature, by one of its names, for a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/unassigned.h"
#include "wording/wording.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_SERIES_ITEM (outlay_series_item_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySeriesItem, outlay_series_item, OUTLAY, SERIES_ITEM, GObject)

OutlaySeriesItem *outlay_series_item_new (const char *field,
                                          const OutlayUnassignedValue *value,
                                          const char *currency,
                                          OutlayWording *wording);
const char *outlay_series_item_get_value (OutlaySeriesItem *self);
const char *outlay_series_item_get_title (OutlaySeriesItem *self);
const char *outlay_series_item_get_amount (OutlaySeriesItem *self);
gint64 outlay_series_item_get_cost_nanos (OutlaySeriesItem *self);

char *outlay_field_title (const char *field) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_match_title (const char *match) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
