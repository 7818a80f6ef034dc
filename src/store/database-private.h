/* database-private.h – what the two files of the database share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/database.h"

G_BEGIN_DECLS

struct _OutlayDatabase
{
  char *path;             /* owned */
  sqlite3 *handle;        /* owned */
  GHashTable *statements; /* owned: address of static SQL text → sqlite3_stmt */
  int depth;              /* of nested transactions: the outermost one is SQLite's */
};

G_END_DECLS
