/* settings.h – commands: what is set that figures depend on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger.h"

G_BEGIN_DECLS

/**
 * OutlaySetting:
 * @OUTLAY_SETTING_CURRENCY: the reporting currency, an ISO 4217 code
 * @OUTLAY_SETTING_THRESHOLDS: of budgets that have none of their own: percents,
 *   commas between
 * @OUTLAY_SETTING_TAX: `include` or `exclude`
 * @OUTLAY_SETTING_CREDITS: `include` or `exclude`
 * @OUTLAY_SETTING_TIMEZONE: decides what today is: a name of the time zone
 *   database, or `local`
 * @OUTLAY_SETTING_ORGANISATION: whose figures they are, for reports
 */
typedef enum
{
  OUTLAY_SETTING_CURRENCY,
  OUTLAY_SETTING_THRESHOLDS,
  OUTLAY_SETTING_TAX,
  OUTLAY_SETTING_CREDITS,
  OUTLAY_SETTING_TIMEZONE,
  OUTLAY_SETTING_ORGANISATION,
} OutlaySetting;

#define OUTLAY_N_SETTINGS (OUTLAY_SETTING_ORGANISATION + 1)

const char *outlay_setting_to_string (OutlaySetting setting);
gboolean outlay_setting_parse (const char *text, OutlaySetting *setting, GError **error);
gboolean outlay_ledger_get_setting (OutlayLedger *ledger,
                                    OutlaySetting setting,
                                    char **value,
                                    GError **error);
gboolean outlay_ledger_set_setting (OutlayLedger *ledger,
                                    OutlaySetting setting,
                                    const char *value,
                                    GError **error);

gboolean outlay_thresholds_parse (const char *text,
                                  guint *thresholds,
                                  guint *n_thresholds,
                                  GError **error);
char *outlay_thresholds_to_string (const guint *thresholds,
                                   guint n_thresholds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
