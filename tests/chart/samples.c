/* samples.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "samples.h"

#include <math.h>

#define N_MONTHS 12
#define N_DAYS 31
#define TODAY 18

char *
format_thousands (double value, gpointer user_data)
{
  double size = fabs (value);
  const char *sign = value < 0 ? "−" : "";

  if (size < 1000)
    return g_strdup_printf ("%s$%g", sign, size);

  return g_strdup_printf ("%s$%.3gk", sign, size / 1000);
}

static char *
format_bare (double value, gpointer user_data)
{
  return g_strdup_printf ("%.1f", value / 1000);
}

static char *
group (double size)
{
  int units = (int) round (size);

  if (units < 1000)
    return g_strdup_printf ("%d", units);

  return g_strdup_printf ("%d,%03d", units / 1000, units % 1000);
}

static char *
format_whole (double value, gpointer user_data)
{
  g_autofree char *digits = group (fabs (value));

  return g_strdup_printf ("%s$%s", value < 0 ? "−" : "", digits);
}

static char *
format_change (double value, gpointer user_data)
{
  g_autofree char *digits = group (fabs (value));

  return g_strdup_printf ("%s%s", value < 0 ? "−" : "+", digits);
}

static char *
format_cut (double value, gpointer user_data)
{
  g_autofree char *start = format_thousands (value, NULL);

  return g_strdup_printf ("Axis starts at %s", start);
}

static void
set_formats (OutlayChart *chart, OutlayChartFormat value)
{
  const OutlayChartFormats formats = { .axis = format_thousands,
                                       .value = value,
                                       .change = format_change,
                                       .forecast = format_thousands,
                                       .cut = format_cut };

  outlay_chart_set_formats (chart, &formats);
}

OutlayChart *
make_columns (void)
{
  static const struct
  {
    const char *name;
    OutlayInk ink;
    double first;
    double last;
  } rows[] = {
    { "Ticket triage", OUTLAY_INK_SLOT_1, 3600, 8200 },
    { "Minutes", OUTLAY_INK_SLOT_2, 900, 2300 },
    { "Site search", OUTLAY_INK_SLOT_3, 2300, 3100 },
    { "Newsletter drafts", OUTLAY_INK_SLOT_4, 500, 1700 },
    { "Pull requests", OUTLAY_INK_SLOT_5, 200, 3600 },
    { "Ad-hoc reports", OUTLAY_INK_SLOT_6, 0, 1100 },
    { "Unallocated", OUTLAY_INK_OTHER, 250, 380 },
  };
  static const char *const months[N_MONTHS] = { "Apr", "May", "Jun", "Jul", "Aug", "Sep",
                                                "Oct", "Nov", "Dec", "Jan", "Feb", "Mar" };
  OutlayChart *chart = outlay_chart_new (OUTLAY_CHART_COLUMNS, N_MONTHS);
  double budgets[N_MONTHS];
  double forecasts[N_MONTHS];
  double lows[N_MONTHS];
  double highs[N_MONTHS];

  for (int i = 0; i < N_MONTHS; i++)
    {
      const char *year = i == 0 ? "2027" : i == 9 ? "2028" : NULL;

      outlay_chart_set_category (chart, (gsize) i, months[i], year,
                                 i == N_MONTHS - 1 ? OUTLAY_CHART_CATEGORY_INCOMPLETE
                                                   : OUTLAY_CHART_CATEGORY_PLAIN);
      budgets[i] = 8500 + i * 1150;
      forecasts[i] = lows[i] = highs[i] = NAN;
    }
  forecasts[N_MONTHS - 1] = 25300;
  lows[N_MONTHS - 1] = 24500;
  highs[N_MONTHS - 1] = 26100;

  for (gsize s = 0; s < G_N_ELEMENTS (rows); s++)
    {
      double values[N_MONTHS];

      for (int i = 0; i < N_MONTHS; i++)
        values[i] = rows[s].first + (rows[s].last - rows[s].first) * i * i / 121.0;
      values[N_MONTHS - 1] *= 0.72;
      outlay_chart_add_series (chart, rows[s].name, rows[s].ink, values);
    }

  outlay_chart_set_budget (chart, budgets);
  outlay_chart_set_forecast (chart, forecasts, lows, highs);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_TITLE, "Spend by month");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_NOTE, "USD thousands above each column");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_KEY_BUDGET, "Budget");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_KEY_FORECAST, "Forecast");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_KEY_INCOMPLETE, "To date");
  set_formats (chart, format_bare);
  return chart;
}

static double
get_cumulative (int day, double daily)
{
  int week = day / 7;
  int rest = day % 7;

  return daily * (week * 5.4 + MIN (rest, 5) + MAX (rest - 5, 0) * 0.2);
}

OutlayChart *
make_month (void)
{
  OutlayChart *chart = outlay_chart_new (OUTLAY_CHART_LINES, N_DAYS);
  double actual[N_DAYS];
  double earlier[N_DAYS];
  double budgets[N_DAYS];
  double likely[N_DAYS];
  double low[N_DAYS];
  double high[N_DAYS];

  for (int i = 0; i < N_DAYS; i++)
    {
      g_autofree char *label = i > 0 ? g_strdup_printf ("%d Mar", i) : g_strdup ("");
      double spread = MAX (i - TODAY, 0) * 62.0;

      outlay_chart_set_category (chart, (gsize) i, label, NULL, OUTLAY_CHART_CATEGORY_PLAIN);
      actual[i] = i <= TODAY ? get_cumulative (i, 1030) : NAN;
      likely[i] = i > TODAY ? get_cumulative (i, 1030) : NAN;
      low[i] = likely[i] - spread;
      high[i] = likely[i] + spread;
      earlier[i] = get_cumulative (i, 790);
      budgets[i] = 21000;
    }

  outlay_chart_add_series (chart, "March", OUTLAY_INK_VALUE, actual);
  outlay_chart_add_series (chart, "February", OUTLAY_INK_COMPARISON, earlier);
  outlay_chart_set_series_label (chart, 0, "$14,990 to 18 Mar", NULL);
  outlay_chart_set_series_label (chart, 1, "February $18,504", NULL);
  outlay_chart_set_budget (chart, budgets);
  outlay_chart_set_forecast (chart, likely, low, high);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_BUDGET, "Budget $21,000");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_FORECAST, "Forecast $24,450");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_FORECAST_DETAIL, "80 %: $23.7k–25.2k");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_BUDGET_CROSSING, "26 Mar");
  chart->label_stride = 7;
  set_formats (chart, NULL);
  return chart;
}

OutlayChart *
make_payback (void)
{
  static const char *const labels[] = { "Start", "October", "November", "December", "January" };
  static const double values[] = { -24000, -9000, 21000, 58000, 101000 };
  OutlayChart *chart = outlay_chart_new (OUTLAY_CHART_LINES, G_N_ELEMENTS (values));

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    outlay_chart_set_category (chart, i, labels[i], NULL, OUTLAY_CHART_CATEGORY_PLAIN);

  outlay_chart_add_series (chart, "Net value", OUTLAY_INK_VALUE, values);
  outlay_chart_set_series_label (chart, 0, "$101,000", NULL);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_ZERO_CROSSING, "Paid back in November");
  set_formats (chart, format_whole);
  return chart;
}

OutlayChart *
make_steps (void)
{
  static const double now[] = { 19000, 19800, 20900, 22200, 23900, 25300 };
  static const double plan[] = { 19000, 19800, 18700, 17900, 18100, 18400 };
  static const char *const labels[] = { "Apr", "May", "Jun", "Jul", "Aug", "Sep" };
  static const double budgets[] = { 20000, 20000, 20000, 22000, 22000, 22000 };
  OutlayChart *chart = outlay_chart_new (OUTLAY_CHART_STEPS, G_N_ELEMENTS (now));

  for (gsize i = 0; i < G_N_ELEMENTS (now); i++)
    outlay_chart_set_category (chart, i, labels[i], NULL, OUTLAY_CHART_CATEGORY_PLAIN);

  outlay_chart_add_series (chart, "Scenario", OUTLAY_INK_VALUE, plan);
  outlay_chart_add_series (chart, "As it is", OUTLAY_INK_COMPARISON, now);
  outlay_chart_set_series_label (chart, 0, "Scenario $18,400", NULL);
  outlay_chart_set_series_label (chart, 1, "As it is $25,300", NULL);
  outlay_chart_set_budget (chart, budgets);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_BUDGET, "Budget");
  set_formats (chart, NULL);
  return chart;
}

OutlayChart *
make_bars (void)
{
  static const char *const names[] = { "Ticket triage",     "Pull requests",  "Minutes",
                                       "Newsletter drafts", "Ad-hoc reports", "Site search" };
  static const double values[] = { 47200, 16900, 11300, 4100, 1900, NAN };
  static const double lows[] = { 38000, 11800, 7100, 2200, 1200, NAN };
  static const double highs[] = { 55900, 21300, 18800, 5900, 2800, NAN };
  static const double costs[] = { 9600, 5200, 3300, 2700, 4400, 3500 };
  OutlayChart *chart = outlay_chart_new (OUTLAY_CHART_BARS, G_N_ELEMENTS (values));

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    outlay_chart_set_category (chart, i, names[i], NULL, OUTLAY_CHART_CATEGORY_PLAIN);

  outlay_chart_add_series (chart, "Value, likely", OUTLAY_INK_VALUE, values);
  outlay_chart_set_range (chart, 0, lows, highs);
  outlay_chart_add_series (chart, "Cost", OUTLAY_INK_COST, costs);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_TITLE, "Value beside cost");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_KEY_RANGE, "Low to high");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_MISSING, "not estimated");
  set_formats (chart, format_whole);
  return chart;
}

OutlayChart *
make_pairs (void)
{
  static const char *const labels[] = { "October", "November", "December",
                                        "January", "February", "1–18 March" };
  static const double values[] = { 5100, 6300, 8200, 8000, 10400, 11300 };
  static const double costs[] = { 1500, 1900, 2200, 2100, 2700, 3300 };
  OutlayChart *chart = outlay_chart_new (OUTLAY_CHART_PAIRS, G_N_ELEMENTS (values));

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    outlay_chart_set_category (chart, i, labels[i], NULL,
                               i == 5 ? OUTLAY_CHART_CATEGORY_INCOMPLETE
                                      : OUTLAY_CHART_CATEGORY_PLAIN);

  outlay_chart_add_series (chart, "Value", OUTLAY_INK_VALUE, values);
  outlay_chart_add_series (chart, "Cost", OUTLAY_INK_COST, costs);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_TITLE, "Value and cost by month");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_NOTE, "thousand USD");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_KEY_INCOMPLETE, "To date");
  set_formats (chart, format_bare);
  return chart;
}

OutlayChart *
make_waterfall (void)
{
  static const struct
  {
    const char *label;
    const char *detail;
    double value;
  } rows[] = {
    { "1–18 Feb", NULL, 11750 },
    { "Volume", "requests", 1420 },
    { "Context", "input a request", 2105 },
    { "Output", "length", 240 },
    { "Caching", NULL, -455 },
    { "Model mix", NULL, 520 },
    { "Price", NULL, -610 },
    { "Retries", NULL, 310 },
    { "Fees,", "credits", 480 },
    { "1–18 Mar", NULL, 15760 },
  };
  OutlayChart *chart = outlay_chart_new (OUTLAY_CHART_WATERFALL, G_N_ELEMENTS (rows));
  double values[G_N_ELEMENTS (rows)];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      values[i] = rows[i].value;
      outlay_chart_set_category (chart, i, rows[i].label, rows[i].detail,
                                 i % 9 == 0 ? OUTLAY_CHART_CATEGORY_TOTAL
                                            : OUTLAY_CHART_CATEGORY_PLAIN);
    }

  outlay_chart_add_series (chart, "Change", OUTLAY_INK_TOTAL, values);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_TITLE, "From February to March");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_KEY_MORE, "costs more");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_KEY_LESS, "costs less");
  set_formats (chart, format_whole);
  chart->cut_axis = TRUE;
  return chart;
}

OutlayChart *
make_plan (void)
{
  static const char *const labels[] = {
    "Forecast", "Context", "Cache", "Batch", "Model", "Scenario"
  };
  static const char *const details[] = {
    NULL, "−40 %", "20 → 45 %", "0 → 25 %", "half of it", NULL
  };
  static const double values[] = { 24450, -1210, -380, -290, -905, 21665 };
  static const double budgets[] = { 21000, 21000, 21000, 21000, 21000, 21000 };
  OutlayChart *chart = outlay_chart_new (OUTLAY_CHART_WATERFALL, G_N_ELEMENTS (values));

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    outlay_chart_set_category (chart, i, labels[i], details[i],
                               i % 5 == 0 ? OUTLAY_CHART_CATEGORY_TOTAL
                                          : OUTLAY_CHART_CATEGORY_PLAIN);

  outlay_chart_add_series (chart, "Change", OUTLAY_INK_TOTAL, values);
  outlay_chart_set_budget (chart, budgets);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_TITLE, "From forecast to scenario");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_BUDGET, "Budget $21,000");
  set_formats (chart, format_whole);
  chart->cut_axis = TRUE;
  return chart;
}

OutlayChart *
make_tornado (void)
{
  static const char *const labels[] = { "Tickets closed, ±20 %", "Cost of a person",
                                        "Share that would reach one", "Token cost, ±20 %",
                                        "People, ±20 %" };
  static const char *const details[] = { "6,880–10,320", "$5.20–$6.90", "78 %–93 %",
                                         "$5,100–$7,700", "$1,300–$1,950" };
  static const double lows[] = { 28100, 31900, 33000, 38900, 37300 };
  static const double highs[] = { 47100, 44000, 40400, 36300, 37900 };
  OutlayChart *chart = outlay_chart_new (OUTLAY_CHART_TORNADO, G_N_ELEMENTS (lows));

  for (gsize i = 0; i < G_N_ELEMENTS (lows); i++)
    outlay_chart_set_category (chart, i, labels[i], details[i], OUTLAY_CHART_CATEGORY_PLAIN);

  outlay_chart_add_series (chart, "Low", OUTLAY_INK_LOW_SIDE, lows);
  outlay_chart_add_series (chart, "High", OUTLAY_INK_VALUE, highs);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_BASE, "Net $37,600");
  set_formats (chart, format_thousands);
  chart->base = 37600;
  return chart;
}

const Sample samples[] = {
  { "columns", 912, 300, make_columns },     { "month", 620, 250, make_month },
  { "payback", 430, 210, make_payback },     { "steps", 620, 220, make_steps },
  { "bars", 912, 270, make_bars },           { "pairs", 650, 220, make_pairs },
  { "waterfall", 912, 340, make_waterfall }, { "plan", 575, 270, make_plan },
  { "tornado", 430, 210, make_tornado },
};
const gsize n_samples = G_N_ELEMENTS (samples);
