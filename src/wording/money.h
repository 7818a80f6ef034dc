/* money.h – amounts of money in the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The amount goes to ICU as a decimal string; no double comes near it.
 */

#pragma once

#include "wording/wording.h"

G_BEGIN_DECLS

/**
 * OutlayMoneyStyle:
 * @OUTLAY_MONEY_FULL: with the decimals of its currency: "$1,234.57"
 * @OUTLAY_MONEY_WHOLE: "$86,028"
 * @OUTLAY_MONEY_COMPACT: for axes: "$10k"
 * @OUTLAY_MONEY_ROUGH: for marks beside each other: "$3.1k"
 * @OUTLAY_MONEY_EACH: a small price for each of something: "$0.167"
 * @OUTLAY_MONEY_SHORT: whole if it is a whole number, else full: "1,200"
 */
typedef enum
{
  OUTLAY_MONEY_FULL,
  OUTLAY_MONEY_WHOLE,
  OUTLAY_MONEY_COMPACT,
  OUTLAY_MONEY_ROUGH,
  OUTLAY_MONEY_EACH,
  OUTLAY_MONEY_SHORT,
} OutlayMoneyStyle;

char *outlay_wording_money (OutlayWording *wording,
                            gint64 nanos,
                            const char *currency,
                            OutlayMoneyStyle style) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_amount (OutlayWording *wording,
                             gint64 nanos,
                             const char *currency,
                             OutlayMoneyStyle style) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_money_range (OutlayWording *wording,
                                  gint64 low_nanos,
                                  gint64 high_nanos,
                                  const char *currency,
                                  OutlayMoneyStyle style) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
