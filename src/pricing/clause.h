/* clause.h – a catalogue's rule for which names are meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cjson/cJSON.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _OutlayClause OutlayClause;

OutlayClause *outlay_clause_new (const cJSON *json, GError **error);
void outlay_clause_free (OutlayClause *clause);
gboolean outlay_clause_matches (const OutlayClause *clause,
                                const char *text,
                                const char *folded,
                                const char *versions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayClause, outlay_clause_free)

G_END_DECLS
