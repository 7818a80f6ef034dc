/* demo.h – commands: the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger.h"

G_BEGIN_DECLS

/**
 * OutlayDemo:
 * @day: the last day of the sample
 * @n_files: how many exports it is made of
 */
typedef struct
{
  gint32 day;
  guint n_files;
} OutlayDemo;

gboolean outlay_ledger_load_demo (OutlayLedger *ledger, OutlayDemo *demo, GError **error);

G_END_DECLS
