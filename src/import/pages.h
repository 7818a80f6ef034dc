/* pages.h – what a usage or cost interface of a provider answers with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of buckets of results: `{"data": [{start, end, "results": […]}], "has_more": …}`.
 * People save one page, an array of pages, or one after the other. A row is a bucket: a
 * result alone has no time, and a bucket without results says that there was nothing.
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

/**
 * OutlayPartFunc:
 * @row: the bucket
 * @part: one of its results
 * @record: (inout): gets what @part says; its times are those of the bucket
 */
typedef void (*OutlayPartFunc) (OutlayRow *row, OutlayJson *part, OutlayRecord *record);

extern const char *const outlay_pages_paths[];
extern const char *const outlay_pages_result_paths[];

gpointer outlay_pages_state_new (void);
void outlay_pages_see (OutlayRow *row);
void outlay_pages_finish (OutlayReading *reading);
gboolean outlay_pages_read_bucket (OutlayRow *row,
                                   const char *start_name,
                                   const char *end_name,
                                   OutlayPartFunc read_part,
                                   GError **error);

G_END_DECLS
