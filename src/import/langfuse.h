/* langfuse.h – observations of Langfuse, from its exports of any shape
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

#define OUTLAY_LANGFUSE_N_COLUMNS 22

extern const OutlayCsvColumn outlay_langfuse_columns[OUTLAY_LANGFUSE_N_COLUMNS];
extern const char *const outlay_langfuse_omit[];

gboolean outlay_langfuse_read (OutlayRow *row, GError **error);

G_END_DECLS
