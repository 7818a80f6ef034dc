/* value.h – a model of value as a person states it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/value.h"

G_BEGIN_DECLS

gboolean outlay_value_model_parse (const char *method,
                                   const char *const *inputs,
                                   OutlayValueModel *model,
                                   GError **error);
gboolean outlay_value_model_check (const OutlayValueModel *model, GError **error);
const char *outlay_value_model_doubt (const OutlayValueModel *model);

G_END_DECLS
