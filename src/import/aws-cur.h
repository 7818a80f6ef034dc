/* aws-cur.h – lines of AWS's cost and usage reports, of both generations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

enum
{
#define LEGACY(id, name, alias, flags) OUTLAY_AWS_##id,
#define SECOND(id, name, alias, flags) OUTLAY_AWS_##id,
#include "import/aws-cur-columns.inc"
#undef LEGACY
#undef SECOND
  OUTLAY_AWS_N_COLUMNS,
};

#define OUTLAY_AWS_N_LEGACY_COLUMNS OUTLAY_AWS_PRODUCT

extern const OutlayCsvColumn outlay_aws_cur_columns[OUTLAY_AWS_N_COLUMNS];

gpointer outlay_aws_cur_state_new (void);
void outlay_aws_cur_state_free (gpointer state);
gboolean outlay_aws_cur_begin_legacy (OutlayReading *reading, GError **error);
gboolean outlay_aws_cur_begin_second (OutlayReading *reading, GError **error);
gboolean outlay_aws_cur_read (OutlayRow *row, GError **error);

G_END_DECLS
