/* rejects.h – rows that could not be taken, kept to be mended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/**
 * OutlayReject:
 * @line: of the file
 * @field: the column at fault, or ""
 * @reason: in the user's words
 * @text: the row
 */
typedef struct
{
  gint64 line;
  char *field;
  char *reason;
  char *text;
} OutlayReject;

void outlay_reject_free (OutlayReject *reject);

gboolean outlay_rejects_add (OutlayDatabase *database,
                             gint64 batch,
                             const OutlayReject *reject,
                             GError **error);
GPtrArray *outlay_rejects_list (OutlayDatabase *database, gint64 batch, GError **error);

G_END_DECLS
