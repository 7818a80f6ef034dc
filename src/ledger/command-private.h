/* command-private.h – what the commands of this room have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger-private.h"

G_BEGIN_DECLS

gboolean outlay_command_end (OutlayLedger *ledger, gboolean done, GError **error);
gboolean outlay_command_check_name (const char *name, GError **error);
char *outlay_command_did_you_mean (const char *name,
                                   const char *const *known) G_GNUC_WARN_UNUSED_RESULT;

gboolean outlay_command_find_feature (OutlayLedger *ledger,
                                      const char *name,
                                      gint64 *id,
                                      GError **error);
gboolean outlay_command_find_use_case (OutlayLedger *ledger,
                                       const char *name,
                                       gint64 *id,
                                       GError **error);

G_END_DECLS
