/* standing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/standing.h"

#include "wording/status.h"

/**
 * outlay_session_month_has_ended:
 * @session: a session with a snapshot
 * @month: months since 1970
 *
 * Returns: whether all of its days are past: nothing is forecast any more
 */
gboolean
outlay_session_month_has_ended (OutlaySession *session, gint32 month)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);

  return outlay_month_of_day (snapshot->day + (snapshot->day_counts ? 1 : 0)) > month;
}

/**
 * outlay_session_describe_standing:
 * @session: a session with a snapshot
 * @month: that @line is of
 * @line: a budget
 *
 * Returns: (transfer full): "82 % used, runs out 25 Nov", "Over by $218.35"
 */
char *
outlay_session_describe_standing (OutlaySession *session,
                                  gint32 month,
                                  const OutlayBudgetLine *line)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  OutlayStandingFacts facts = {
    .standing = (OutlayStanding) line->state,
    .currency = snapshot->currency,
    .budget_nanos = line->budget_nanos,
    .actual_nanos = line->actual_nanos,
    .billed_nanos = line->billed_nanos,
    .used_percent = line->used_percent,
    .has_forecast = line->has_forecast,
    .expected_nanos = line->expected_nanos,
    .run_out = line->run_out,
    .data_to = line->data_to,
    .complete = line->complete,
    .ended = outlay_session_month_has_ended (session, month),
  };

  return outlay_wording_standing (outlay_session_get_wording (session), &facts);
}
