/* value-input.h – one input of a value model, as it is being typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/value-words.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_VALUE_INPUT (outlay_value_input_get_type ())
G_DECLARE_FINAL_TYPE (OutlayValueInput, outlay_value_input, OUTLAY, VALUE_INPUT, GObject)

OutlayValueInput *outlay_value_input_new (const OutlayReportInput *words,
                                          OutlayValueMethod method,
                                          OutlayValueKey key,
                                          const OutlayRange *range);
OutlayValueKey outlay_value_input_get_key (OutlayValueInput *self);
gboolean outlay_value_input_is_empty (OutlayValueInput *self);
gboolean outlay_value_input_read (OutlayValueInput *self, OutlayRange *range);

G_END_DECLS
