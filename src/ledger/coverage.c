/* coverage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/coverage-private.h"

enum
{
  MISSING,
  RUNNING,
  COMPLETE,
};

static gboolean
is_of_account (OutlaySpendLines *lines, gint64 stream_id, const OutlayStreamAccount *account)
{
  const GPtrArray *streams = outlay_series_table_streams (outlay_spend_lines_series (lines));

  for (guint i = 0; i < streams->len; i++)
    {
      const OutlayStream *stream = streams->pdata[i];

      if (stream->id == stream_id)
        return outlay_spend_lines_account (lines, stream) == account;
    }

  return FALSE;
}

/**
 * outlay_coverage_fill:
 * @lines: lines
 * @account: an account
 * @day: the day that counts as today
 * @filled: (out): the account as a snapshot has it, with the days that are covered
 */
void
outlay_coverage_fill (OutlaySpendLines *lines,
                      const OutlayStreamAccount *account,
                      gint32 day,
                      OutlayAccount *filled)
{
  const GArray *spans = outlay_spend_lines_spans (lines);

  filled->provider = g_strdup (account->provider);
  filled->name = g_strdup (account->name[0] != '\0' ? account->name : account->value);
  filled->first_day = G_MAXINT32;
  filled->last_day = G_MININT32;

  for (guint i = 0; i < spans->len; i++)
    {
      const OutlaySpan *span = &g_array_index (spans, OutlaySpan, i);

      if (span->first_day > day || !is_of_account (lines, span->stream, account))
        continue;
      filled->first_day = MIN (filled->first_day, span->first_day);
      filled->last_day = MAX (filled->last_day, MIN (span->last_day, day));
    }

  if (filled->first_day > day)
    return;

  filled->n_covered = (gsize) (day - filled->first_day + 1);
  filled->covered = g_new0 (guint8, filled->n_covered);
  for (guint i = 0; i < spans->len; i++)
    {
      const OutlaySpan *span = &g_array_index (spans, OutlaySpan, i);

      if (!is_of_account (lines, span->stream, account))
        continue;

      for (gint32 d = span->first_day; d <= MIN (span->last_day, day); d++)
        {
          guint8 *state = &filled->covered[d - filled->first_day];

          guint8 now = span->running && d == span->last_day ? RUNNING : COMPLETE;

          *state = MAX (*state, now);
        }
    }
}
