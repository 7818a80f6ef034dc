/* words.c – amounts, periods and the frame that all reports share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/parts.h"

#include "core/date.h"
#include "core/money.h"
#include "wording/date.h"
#include "wording/money.h"

#include <glib/gi18n.h>

/* Amounts in the reporting currency: "$1,234.57". */
char *
outlay_report_full (const OutlayReportInput *input, gint64 nanos)
{
  return outlay_wording_money (input->wording, nanos, input->snapshot->currency, OUTLAY_MONEY_FULL);
}

/* "$1,235" */
char *
outlay_report_whole (const OutlayReportInput *input, gint64 nanos)
{
  return outlay_wording_money (input->wording, nanos, input->snapshot->currency,
                               OUTLAY_MONEY_WHOLE);
}

/* "1,234.57", in columns whose page says the currency */
char *
outlay_report_number (const OutlayReportInput *input, gint64 nanos)
{
  return outlay_wording_amount (input->wording, nanos, input->snapshot->currency,
                                OUTLAY_MONEY_FULL);
}

/* "$25,870–$27,390" */
char *
outlay_report_whole_range (const OutlayReportInput *input, gint64 low, gint64 high)
{
  return outlay_wording_money_range (input->wording, low, high, input->snapshot->currency,
                                     OUTLAY_MONEY_WHOLE);
}

static gint32
last_day_of (gint32 month)
{
  return outlay_month_first_day (month) + outlay_month_n_days (month) - 1;
}

static gint32
first_month (const OutlayReportInput *input)
{
  return input->portfolio ? input->portfolio->from_month : input->budget->month;
}

static gint32
last_month (const OutlayReportInput *input)
{
  return input->portfolio ? input->portfolio->to_month : input->budget->month;
}

/* First day of the period. */
gint32
outlay_report_first_day (const OutlayReportInput *input)
{
  return outlay_month_first_day (first_month (input));
}

/* The last day of the period that has data, or that could have. */
gint32
outlay_report_last_day (const OutlayReportInput *input)
{
  return MIN (last_day_of (last_month (input)), input->snapshot->day);
}

/* Whether @month has days that have not been, or are not over. */
gboolean
outlay_report_month_is_running (const OutlayReportInput *input, gint32 month)
{
  gint32 day = input->snapshot->day;

  if (outlay_month_of_day (day) != month)
    return month > outlay_month_of_day (day);
  return day < last_day_of (month) || !input->snapshot->day_counts;
}

/* "November 2026, to 20 November", or "November 2026" where it is over. */
char *
outlay_report_period (const OutlayReportInput *input)
{
  g_autofree char *months =
      outlay_wording_month_range (input->wording, first_month (input), last_month (input));
  g_autofree char *day = NULL;

  if (!outlay_report_month_is_running (input, last_month (input)) ||
      input->snapshot->day < outlay_report_first_day (input))
    return g_steal_pointer (&months);
  day = outlay_wording_day_of_month (input->wording, outlay_report_last_day (input));
  /* Translators: months, then the last day that has data: "November 2026, to 20 November". */
  return g_strdup_printf (_ ("%s, to %s"), months, day);
}

/* "1–20 Oct", or "Oct" where the period before is whole; "All of Oct" where the
 * period itself is not. */
char *
outlay_report_previous_name (const OutlayReportInput *input)
{
  const OutlayPortfolio *previous = input->previous;
  gint32 first = outlay_month_first_day (previous->from_month);
  g_autofree char *name = NULL;

  if (input->previous_to != G_MININT32 && input->previous_to < last_day_of (previous->to_month))
    return outlay_wording_day_range (input->wording, first, input->previous_to);
  name =
      previous->from_month == previous->to_month
          ? outlay_wording_month_short (input->wording, previous->from_month)
          : outlay_wording_month_range (input->wording, previous->from_month, previous->to_month);
  if (!outlay_report_month_is_running (input, last_month (input)))
    return g_steal_pointer (&name);
  /* Translators: a month, set beside one that is not over yet. */
  return g_strdup_printf (_ ("All of %s"), name);
}

/* What every report says of itself. */
void
outlay_report_open (OutlayReportDocument *document, const OutlayReportInput *input)
{
  const OutlaySnapshot *snapshot = input->snapshot;

  document->period = outlay_report_period (input);
  document->organisation = g_strdup (snapshot->organisation);
  document->product = g_strdup ("Outlay " OUTLAY_VERSION);
  document->made_day = input->made_day == G_MININT32 ? snapshot->day : input->made_day;
  document->letter = input->paper == OUTLAY_PAPER_OF_LOCALE
                         ? outlay_wording_uses_letter_paper (input->wording)
                         : input->paper == OUTLAY_PAPER_LETTER;
  document->right_to_left = outlay_wording_is_rtl (input->wording);
  document->money.wording = input->wording;
  document->money.currency = g_strdup (snapshot->currency);
}

/* Subtitle and far side of a first page. */
void
outlay_report_add_frame (const OutlayReportDocument *document,
                         OutlayReportSection *section,
                         const OutlayReportInput *input)
{
  const char *organisation = document->organisation;
  g_autofree char *day = outlay_wording_day_long (input->wording, document->made_day);

  /* Translators: an organisation, then a period. */
  section->subtitle = organisation && *organisation
                          ? g_strdup_printf (_ ("%s, %s"), organisation, document->period)
                          : g_strdup (document->period);
  outlay_report_section_take_aside (section, g_strdup_printf (_ ("Amounts in %s"),
                                                              input->snapshot->currency));
  outlay_report_section_take_aside (section, g_strdup_printf (_ ("Made %s"), day));
}

static char *
on_axis (double value, gpointer data)
{
  const OutlayReportMoney *money = data;

  return outlay_wording_money (money->wording, outlay_nanos_from_estimate (value), money->currency,
                               OUTLAY_MONEY_COMPACT);
}

static char *
on_mark (double value, gpointer data)
{
  const OutlayReportMoney *money = data;

  return outlay_wording_money (money->wording, outlay_nanos_from_estimate (value), money->currency,
                               OUTLAY_MONEY_ROUGH);
}

static char *
on_value (double value, gpointer data)
{
  const OutlayReportMoney *money = data;

  return outlay_wording_money (money->wording, outlay_nanos_from_estimate (value), money->currency,
                               OUTLAY_MONEY_WHOLE);
}

/* Numbers of @chart as money; the marks of a month are short, beside each other as they are. */
void
outlay_report_set_formats (OutlayReportDocument *document, OutlayChart *chart)
{
  OutlayChartFormats formats = {
    .axis = on_axis,
    .value = chart->kind == OUTLAY_CHART_PAIRS ? on_mark : on_value,
    .user_data = &document->money,
  };

  outlay_chart_set_formats (chart, &formats);
  chart->right_to_left = document->right_to_left;
  chart->legend = TRUE;
}

/**
 * outlay_report_feature_name:
 * @snapshot: a snapshot
 * @feature: index of a feature
 *
 * Returns: (transfer none): its name; that of Unallocated is in the reader's language
 */
const char *
outlay_report_feature_name (const OutlaySnapshot *snapshot, guint32 feature)
{
  return feature == 0 ? _ ("Unallocated") : snapshot->features[feature].name;
}
