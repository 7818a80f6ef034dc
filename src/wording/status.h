/* status.h – how a budget or a use case stands, as a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain values come in; the states and verdicts have the numbers of insight/.
 */

#pragma once

#include "wording/wording.h"

G_BEGIN_DECLS

/**
 * OutlayStanding:
 * @OUTLAY_STANDING_ON_TRACK: the forecast is within the budget
 * @OUTLAY_STANDING_AT_RISK: the forecast is beyond it
 * @OUTLAY_STANDING_OVER: the actual is beyond it
 * @OUTLAY_STANDING_NONE: there is no budget
 *
 * As #OutlayBudgetState numbers them.
 */
typedef enum
{
  OUTLAY_STANDING_ON_TRACK,
  OUTLAY_STANDING_AT_RISK,
  OUTLAY_STANDING_OVER,
  OUTLAY_STANDING_NONE,
} OutlayStanding;

/**
 * OutlayWorthWord:
 *
 * As #OutlayVerdict numbers them.
 */
typedef enum
{
  OUTLAY_WORTH_WORD_WORTH_IT,
  OUTLAY_WORTH_WORD_IF_ASSUMED,
  OUTLAY_WORTH_WORD_UNCERTAIN,
  OUTLAY_WORTH_WORD_COSTS_MORE,
  OUTLAY_WORTH_WORD_NOT_ESTIMATED,
} OutlayWorthWord;

/**
 * OutlayStandingFacts:
 * @standing: the state
 * @currency: of the amounts
 * @budget_nanos: the amount of the budget
 * @actual_nanos: cost so far: billed and estimated
 * @billed_nanos: the part that does not rest on an estimate
 * @used_percent: actual ÷ budget; NAN where it cannot be told
 * @has_forecast: @expected_nanos is known
 * @expected_nanos: the month's total as forecast
 * @run_out: day on which the budget is used up, or %G_MININT32
 * @data_to: last day with data, or %G_MININT32
 * @complete: no account has missing days
 * @ended: the month is over: nothing is forecast any more
 */
typedef struct
{
  OutlayStanding standing;
  const char *currency;
  gint64 budget_nanos;
  gint64 actual_nanos;
  gint64 billed_nanos;
  double used_percent;
  gboolean has_forecast;
  gint64 expected_nanos;
  gint32 run_out;
  gint32 data_to;
  gboolean complete;
  gboolean ended;
} OutlayStandingFacts;

char *outlay_wording_standing (OutlayWording *wording,
                               const OutlayStandingFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
const char *outlay_wording_standing_name (OutlayStanding standing);
char *outlay_wording_used (OutlayWording *wording, double percent) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_forecast (OutlayWording *wording,
                               gint64 expected_nanos,
                               gint64 budget_nanos,
                               const char *currency) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_interval (OutlayWording *wording,
                               int level,
                               gint64 low_nanos,
                               gint64 high_nanos,
                               const char *currency) G_GNUC_WARN_UNUSED_RESULT;
const char *outlay_wording_worth (OutlayWorthWord verdict);
char *outlay_wording_spend_change (OutlayWording *wording,
                                   gint64 before_nanos,
                                   gint64 after_nanos,
                                   const char *currency) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
