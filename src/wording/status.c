/* status.c – how a budget or a use case stands, as a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "wording/status.h"

#include "core/money.h"
#include "wording/date.h"
#include "wording/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>
#include <math.h>

/* What is not all of it is never worded as all of it, however close. */
#define ALMOST_ALL 99.0
#define ALL 100.0

static char *
used_number (OutlayWording *self, double percent)
{
  if (percent < ALL && percent > ALMOST_ALL)
    percent = ALMOST_ALL;
  return outlay_wording_percent (self, percent, 0);
}

/**
 * outlay_wording_used:
 * @self: a wording
 * @percent: of a budget, 100 is all
 *
 * Returns: (transfer full): "78% used"; below 100 it never rounds up to 100
 */
char *
outlay_wording_used (OutlayWording *self, double percent)
{
  g_autofree char *number = used_number (self, percent);

  /* Translators: %s is a percentage. */
  return g_strdup_printf (_ ("%s used"), number);
}

static char *
word_over (OutlayWording *self, const OutlayStandingFacts *facts)
{
  gboolean by_bill = facts->billed_nanos > facts->budget_nanos;
  gint64 by_nanos = facts->actual_nanos - facts->budget_nanos;
  g_autofree char *amount = NULL;

  amount = outlay_wording_money (self, by_nanos, facts->currency, OUTLAY_MONEY_FULL);
  /* Translators: a budget; %s is an amount of money. */
  return g_strdup_printf (by_bill ? _ ("Over by %s") : _ ("Over by about %s (estimated)"), amount);
}

static char *
word_at_risk (OutlayWording *self, const OutlayStandingFacts *facts)
{
  g_autofree char *used = NULL;
  g_autofree char *second = NULL;

  if (isfinite (facts->used_percent))
    used = used_number (self, facts->used_percent);
  if (facts->run_out != G_MININT32)
    {
      second = outlay_wording_day (self, facts->run_out);
      /* Translators: percentage, then the day on which a budget is used up. */
      return used ? g_strdup_printf (_ ("%s used, runs out %s"), used, second)
                  : g_strdup_printf (_ ("At risk: runs out %s"), second);
    }
  if (used && facts->has_forecast && facts->expected_nanos > facts->budget_nanos)
    {
      second = outlay_wording_money (self, facts->expected_nanos - facts->budget_nanos,
                                     facts->currency, OUTLAY_MONEY_WHOLE);
      return g_strdup_printf (_ ("%s used, forecast over by %s"), used, second);
    }
  return used ? g_strdup_printf (_ ("%s used, at risk"), used) : g_strdup (_ ("At risk"));
}

/* Missing days: how much is used so far is known, that it is on track is not. */
static char *
word_incomplete (OutlayWording *self, const OutlayStandingFacts *facts, const char *used)
{
  g_autofree char *day = NULL;

  if (facts->data_to == G_MININT32)
    return g_strdup (_ ("No data in this month"));
  day = outlay_wording_day (self, facts->data_to);
  /* Translators: percentage of a budget, then a day; data is missing since or before. */
  return g_strdup_printf (_ ("%s used, days missing (data to %s)"), used, day);
}

static char *
word_within (OutlayWording *self, const OutlayStandingFacts *facts)
{
  g_autofree char *used = NULL;

  if (facts->actual_nanos == facts->budget_nanos)
    {
      used = outlay_wording_percent (self, ALL, 0);
      return g_strdup_printf (_ ("%s used, fully used"), used);
    }
  used = used_number (self, isfinite (facts->used_percent) ? facts->used_percent : 0.0);
  if (!facts->complete)
    return word_incomplete (self, facts, used);
  if (facts->ended)
    return g_strdup_printf (_ ("%s used, within budget"), used);
  if (facts->actual_nanos == 0)
    return g_strdup (_ ("No spend"));
  if (!facts->has_forecast)
    return g_strdup_printf (_ ("%s used, no forecast yet"), used);
  return g_strdup_printf (_ ("%s used, on track"), used);
}

/**
 * outlay_wording_standing:
 * @self: a wording
 * @facts: how a budget stands
 *
 * Returns: (transfer full): "82% used, runs out 25 Nov"
 */
char *
outlay_wording_standing (OutlayWording *self, const OutlayStandingFacts *facts)
{
  switch (facts->standing)
    {
    case OUTLAY_STANDING_OVER:
      return word_over (self, facts);
    case OUTLAY_STANDING_AT_RISK:
      return facts->actual_nanos == facts->budget_nanos ? word_within (self, facts)
                                                        : word_at_risk (self, facts);
    case OUTLAY_STANDING_ON_TRACK:
      return word_within (self, facts);
    case OUTLAY_STANDING_NONE:
    default:
      return g_strdup (_ ("No budget"));
    }
}

/**
 * outlay_wording_standing_name:
 * @standing: a state
 *
 * Returns: (transfer none): "On track"
 */
const char *
outlay_wording_standing_name (OutlayStanding standing)
{
  switch (standing)
    {
    case OUTLAY_STANDING_ON_TRACK:
      return _ ("On track");
    case OUTLAY_STANDING_AT_RISK:
      return _ ("At risk");
    case OUTLAY_STANDING_OVER:
      return _ ("Over");
    case OUTLAY_STANDING_NONE:
    default:
      return _ ("No budget");
    }
}

/**
 * outlay_wording_forecast:
 * @self: a wording
 * @expected_nanos: the month's total as forecast
 * @budget_nanos: the budget, 0 for none
 * @currency: of both
 *
 * Returns: (transfer full): "Forecast $26,600, over by $3,600"
 */
char *
outlay_wording_forecast (OutlayWording *self,
                         gint64 expected_nanos,
                         gint64 budget_nanos,
                         const char *currency)
{
  g_autofree char *expected =
      outlay_wording_money (self, expected_nanos, currency, OUTLAY_MONEY_WHOLE);
  g_autofree char *over = NULL;

  if (budget_nanos <= 0 || expected_nanos <= budget_nanos)
    return g_strdup_printf (_ ("Forecast %s"), expected);
  over = outlay_wording_money (self, expected_nanos - budget_nanos, currency, OUTLAY_MONEY_WHOLE);
  return g_strdup_printf (_ ("Forecast %s, over by %s"), expected, over);
}

/**
 * outlay_wording_interval:
 * @self: a wording
 * @level: percent that the interval should hold
 * @low_nanos: its lower end
 * @high_nanos: its upper end
 * @currency: of both
 *
 * Returns: (transfer full): "80% interval $25,870–$27,390"
 */
char *
outlay_wording_interval (OutlayWording *self,
                         int level,
                         gint64 low_nanos,
                         gint64 high_nanos,
                         const char *currency)
{
  g_autofree char *percent = outlay_wording_percent (self, level, 0);
  g_autofree char *range =
      outlay_wording_money_range (self, low_nanos, high_nanos, currency, OUTLAY_MONEY_WHOLE);

  /* Translators: percentage, then a range of money. */
  return g_strdup_printf (_ ("%s interval %s"), percent, range);
}

/**
 * outlay_wording_worth:
 * @verdict: whether a use case is worth what it costs
 *
 * Returns: (transfer none): "Worth it"
 */
const char *
outlay_wording_worth (OutlayWorthWord verdict)
{
  switch (verdict)
    {
    case OUTLAY_WORTH_WORD_WORTH_IT:
      return _ ("Worth it");
    case OUTLAY_WORTH_WORD_IF_ASSUMED:
      return _ ("Worth it if the assumptions hold");
    case OUTLAY_WORTH_WORD_UNCERTAIN:
      return _ ("Uncertain");
    case OUTLAY_WORTH_WORD_COSTS_MORE:
      return _ ("Costs more than it brings");
    case OUTLAY_WORTH_WORD_NOT_ESTIMATED:
    default:
      return _ ("Value not estimated");
    }
}

/**
 * outlay_wording_spend_change:
 * @self: a wording
 * @before_nanos: spend of the earlier period
 * @after_nanos: spend of the later
 * @currency: of both
 *
 * Returns: (transfer full): "Spend rose by $4,731.66 (+36%)"
 */
char *
outlay_wording_spend_change (OutlayWording *self,
                             gint64 before_nanos,
                             gint64 after_nanos,
                             const char *currency)
{
  gboolean rose = after_nanos > before_nanos;
  gint64 by_nanos = rose ? after_nanos - before_nanos : before_nanos - after_nanos;
  double before = outlay_nanos_to_estimate (before_nanos);
  g_autofree char *amount = NULL;
  g_autofree char *percent = NULL;

  if (by_nanos == 0)
    return g_strdup (_ ("Spend did not change"));
  amount = outlay_wording_money (self, by_nanos, currency, OUTLAY_MONEY_FULL);
  if (before_nanos <= 0)
    return g_strdup_printf (rose ? _ ("Spend rose by %s") : _ ("Spend fell by %s"), amount);
  percent = outlay_wording_change (self, (outlay_nanos_to_estimate (after_nanos) - before) /
                                             before * ALL);
  return g_strdup_printf (rose ? _ ("Spend rose by %s (%s)") : _ ("Spend fell by %s (%s)"), amount,
                          percent);
}
