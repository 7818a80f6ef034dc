/* measures.h – amounts and counts of spend, in JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/output.h"
#include "core/usage.h"

G_BEGIN_DECLS

void outlay_json_add_usage (cJSON *object, const OutlayUsage *usage);

G_END_DECLS
