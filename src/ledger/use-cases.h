/* use-cases.h – commands: what spend is for, and what it is worth
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger.h"

G_BEGIN_DECLS

/**
 * OutlayUseCasePart:
 * @feature: name of a feature
 * @share: millionths of its spend, 1 to 1000000
 */
typedef struct
{
  const char *feature;
  gint32 share;
} OutlayUseCasePart;

gboolean outlay_ledger_add_use_case (OutlayLedger *ledger,
                                     const char *name,
                                     const OutlayUseCasePart *parts,
                                     gsize n_parts,
                                     GError **error);
gboolean outlay_ledger_rename_use_case (OutlayLedger *ledger,
                                        const char *name,
                                        const char *new_name,
                                        GError **error);
gboolean outlay_ledger_set_use_case_parts (OutlayLedger *ledger,
                                           const char *name,
                                           const OutlayUseCasePart *parts,
                                           gsize n_parts,
                                           GError **error);
gboolean outlay_ledger_remove_use_case (OutlayLedger *ledger, const char *name, GError **error);
gboolean outlay_ledger_set_value (OutlayLedger *ledger,
                                  const char *use_case,
                                  const OutlayValueModel *model,
                                  GError **error);
gboolean outlay_ledger_clear_value (OutlayLedger *ledger, const char *use_case, GError **error);

G_END_DECLS
