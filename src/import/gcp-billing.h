/* gcp-billing.h – lines of Google Cloud's billing export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

#define OUTLAY_GCP_N_COLUMNS 23
#define OUTLAY_GCP_COST 0
#define OUTLAY_GCP_CURRENCY 1

extern const OutlayCsvColumn outlay_gcp_columns[OUTLAY_GCP_N_COLUMNS];

gboolean outlay_gcp_read (OutlayRow *row, GError **error);

G_END_DECLS
