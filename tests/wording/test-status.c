/* test-status.c – sentences about budgets, forecasts and worth
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "wording/status.h"

#include "core/date.h"
#include "core/money.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define UNIT OUTLAY_NANOS_PER_UNIT
#define CENT (OUTLAY_NANOS_PER_UNIT / 100)

typedef struct
{
  const char *expected;
  OutlayStanding standing;
  gint64 budget_cents;
  gint64 billed_cents;
  gint64 estimated_cents;
  gint64 forecast_cents; /* 0: none */
  const char *run_out;
  const char *data_to;
  gboolean complete;
  gboolean ended;
} StandingCase;

static const StandingCase cases[] = {
  { "Over by $218.35", OUTLAY_STANDING_OVER, 240000, 261835, 0, 0, NULL, NULL, TRUE, FALSE },
  { "Over by about $1.00 (estimated)", OUTLAY_STANDING_OVER, 10000, 9900, 200, 0, NULL, NULL, TRUE,
    FALSE },
  { "Over by $5.00", OUTLAY_STANDING_OVER, 0, 500, 0, 0, NULL, NULL, TRUE, FALSE },
  { "82% used, runs out 25 Nov", OUTLAY_STANDING_AT_RISK, 900000, 741260, 0, 1107100, "2026-11-25",
    NULL, TRUE, FALSE },
  { "95% used, forecast over by $7", OUTLAY_STANDING_AT_RISK, 10000, 9500, 0, 10700, NULL, NULL,
    TRUE, FALSE },
  { "95% used, at risk", OUTLAY_STANDING_AT_RISK, 10000, 9500, 0, 0, NULL, NULL, TRUE, FALSE },
  { "60% used, on track", OUTLAY_STANDING_ON_TRACK, 350000, 210492, 0, 306500, NULL, NULL, TRUE,
    FALSE },
  { "60% used, days missing (data to 12 Nov)", OUTLAY_STANDING_ON_TRACK, 350000, 210492, 0, 306500,
    NULL, "2026-11-12", FALSE, FALSE },
  { "No data in this month", OUTLAY_STANDING_ON_TRACK, 350000, 0, 0, 0, NULL, NULL, FALSE, FALSE },
  { "60% used, no forecast yet", OUTLAY_STANDING_ON_TRACK, 350000, 210492, 0, 0, NULL, NULL, TRUE,
    FALSE },
  { "60% used, within budget", OUTLAY_STANDING_ON_TRACK, 350000, 210492, 0, 0, NULL, NULL, TRUE,
    TRUE },
  { "100% used, fully used", OUTLAY_STANDING_ON_TRACK, 10000, 10000, 0, 0, NULL, NULL, TRUE,
    FALSE },
  { "99% used, on track", OUTLAY_STANDING_ON_TRACK, 10000, 9999, 0, 9999, NULL, NULL, TRUE, FALSE },
  { "No spend", OUTLAY_STANDING_ON_TRACK, 10000, 0, 0, 0, NULL, NULL, TRUE, FALSE },
  { "No budget", OUTLAY_STANDING_NONE, 0, 500, 0, 0, NULL, NULL, TRUE, FALSE },
};

static gint32
day_of (const char *text)
{
  gint32 day = G_MININT32;

  if (text)
    g_assert_true (outlay_day_parse (text, &day, NULL));
  return day;
}

static void
test_standing (void)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new ("en_GB");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StandingCase *row = &cases[i];
      gint64 actual_cents = row->billed_cents + row->estimated_cents;
      OutlayStandingFacts facts = {
        .standing = row->standing,
        .currency = "USD",
        .budget_nanos = row->budget_cents * CENT,
        .actual_nanos = actual_cents * CENT,
        .billed_nanos = row->billed_cents * CENT,
        .used_percent = NAN,
        .has_forecast = row->forecast_cents > 0,
        .expected_nanos = row->forecast_cents * CENT,
        .run_out = day_of (row->run_out),
        .data_to = day_of (row->data_to),
        .complete = row->complete,
        .ended = row->ended,
      };
      g_autofree char *text = NULL;

      if (row->budget_cents > 0)
        facts.used_percent = (double) actual_cents / (double) row->budget_cents * 100.0;
      text = outlay_wording_standing (wording, &facts);
      /* British English writes US$ for dollars. */
      if (strstr (text, "US$"))
        {
          g_auto (GStrv) parts = g_strsplit (text, "US$", -1);

          g_free (text);
          text = g_strjoinv ("$", parts);
        }
      g_assert_cmpstr (text, ==, row->expected);
    }
}

static void
test_sentences (void)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new ("C");
  g_autofree char *over = outlay_wording_forecast (wording, 26600 * UNIT, 23000 * UNIT, "USD");
  g_autofree char *within = outlay_wording_forecast (wording, 22000 * UNIT, 23000 * UNIT, "USD");
  g_autofree char *interval =
      outlay_wording_interval (wording, 80, 25870 * UNIT, 27390 * UNIT, "USD");
  g_autofree char *rose =
      outlay_wording_spend_change (wording, 13000 * UNIT, 17731 * UNIT + 66 * CENT, "USD");
  g_autofree char *fell = outlay_wording_spend_change (wording, 10 * UNIT, 5 * UNIT, "USD");
  g_autofree char *same = outlay_wording_spend_change (wording, UNIT, UNIT, "USD");
  g_autofree char *first = outlay_wording_spend_change (wording, 0, UNIT, "USD");
  g_autofree char *used = outlay_wording_used (wording, 99.7);

  g_assert_cmpstr (over, ==, "Forecast $26,600, over by $3,600");
  g_assert_cmpstr (within, ==, "Forecast $22,000");
  g_assert_cmpstr (interval, ==, "80% interval $25,870–$27,390");
  g_assert_cmpstr (rose, ==, "Spend rose by $4,731.66 (+36%)");
  g_assert_cmpstr (fell, ==, "Spend fell by $5.00 (−50%)");
  g_assert_cmpstr (same, ==, "Spend did not change");
  g_assert_cmpstr (first, ==, "Spend rose by $1.00");
  g_assert_cmpstr (used, ==, "99% used");
  g_assert_cmpstr (outlay_wording_worth (OUTLAY_WORTH_WORD_COSTS_MORE), ==,
                   "Costs more than it brings");
  g_assert_cmpstr (outlay_wording_standing_name (OUTLAY_STANDING_AT_RISK), ==, "At risk");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/status/standing", test_standing);
  g_test_add_func ("/wording/status/sentences", test_sentences);
  return g_test_run ();
}
