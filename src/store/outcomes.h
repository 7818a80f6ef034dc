/* outcomes.h – how many outcomes a use case had on each day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/**
 * OutlayOutcomeRow:
 * @use_case: id of a use case
 * @day: days since 1970
 * @count: outcomes of that day
 * @of_month: they are those of its month, typed in as a whole
 */
typedef struct
{
  gint64 use_case;
  gint32 day;
  gint64 count;
  gboolean of_month;
} OutlayOutcomeRow;

GArray *outlay_outcomes_list (OutlayDatabase *database, GError **error);
gboolean outlay_outcomes_set (OutlayDatabase *database,
                              const OutlayOutcomeRow *row,
                              GError **error);
gboolean outlay_outcomes_remove_month (OutlayDatabase *database,
                                       gint64 use_case,
                                       gint32 from,
                                       gint32 to,
                                       GError **error);
gboolean outlay_outcomes_remove (OutlayDatabase *database,
                                 gint64 use_case,
                                 gint32 from,
                                 gint32 to,
                                 GError **error);

G_END_DECLS
