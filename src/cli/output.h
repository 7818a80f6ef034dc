/* output.h – tables for people, JSON for programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/cli.h"
#include "wording/wording.h"

#include <cjson/cJSON.h>

G_BEGIN_DECLS

typedef struct _OutlayTable OutlayTable;

OutlayTable *outlay_table_new (const char *alignment,
                               const char *first_head,
                               ...) G_GNUC_NULL_TERMINATED;
void outlay_table_add (OutlayTable *table, const char *cell);
void outlay_table_take (OutlayTable *table, char *cell);
gsize outlay_table_n_rows (const OutlayTable *table);
void outlay_table_print (const OutlayTable *table);
void outlay_table_free (OutlayTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayTable, outlay_table_free)

void outlay_print_json (const cJSON *document);
void outlay_print_json_line (const cJSON *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cJSON, cJSON_Delete)

G_END_DECLS
