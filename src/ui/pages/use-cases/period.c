/* period.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/period.h"

#include "wording/date.h"

/* How many days of the month have been; all of them if it is over, or still to come. */
static gint32
count_days (OutlaySession *session)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  gint32 month = outlay_session_get_month (session);
  gint32 elapsed = snapshot->day - outlay_month_first_day (month) + 1;

  return elapsed > 0 ? MIN (elapsed, outlay_month_n_days (month)) : outlay_month_n_days (month);
}

/**
 * outlay_session_word_period:
 * @session: a session with a snapshot
 *
 * Returns: (transfer full): "1–20 November" of a running month, else "November"
 */
char *
outlay_session_word_period (OutlaySession *session)
{
  OutlayWording *wording = outlay_session_get_wording (session);
  gint32 month = outlay_session_get_month (session);
  gint32 n_days = count_days (session);
  gint32 first = outlay_month_first_day (month);

  if (n_days == outlay_month_n_days (month))
    return outlay_wording_month_name (wording, month);

  return outlay_wording_day_range (wording, first, first + n_days - 1);
}

/**
 * outlay_session_word_days_before:
 * @session: a session with a snapshot
 *
 * Returns: (transfer full): the same days of the month before
 */
char *
outlay_session_word_days_before (OutlaySession *session)
{
  OutlayWording *wording = outlay_session_get_wording (session);
  gint32 month = outlay_session_get_month (session);
  gint32 n_days = count_days (session);
  gint32 first = outlay_month_first_day (month - 1);

  if (n_days == outlay_month_n_days (month))
    return outlay_wording_month_name (wording, month - 1);

  return outlay_wording_day_range (wording, first,
                                   first + MIN (n_days, outlay_month_n_days (month - 1)) - 1);
}

/**
 * outlay_session_get_words:
 * @session: a session with a snapshot
 *
 * Returns: what the words of reports are made with; it borrows from @session
 */
OutlayReportInput
outlay_session_get_words (OutlaySession *session)
{
  return (OutlayReportInput){
    .snapshot = outlay_session_get_snapshot (session),
    .wording = outlay_session_get_wording (session),
    .previous_to = G_MININT32,
    .made_day = G_MININT32,
  };
}
