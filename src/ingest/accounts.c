/* accounts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/accounts.h"

static const OutlayStream *
find_stream (const GPtrArray *streams, gint64 id)
{
  for (guint i = 0; i < streams->len; i++)
    if (((const OutlayStream *) streams->pdata[i])->id == id)
      return streams->pdata[i];

  return NULL;
}

/**
 * outlay_account_resolve:
 * @table: the table of series
 * @spans: (element-type OutlaySpan): what active batches cover
 * @account: an account that a stream names
 *
 * Returns: (transfer none): the account that it stands for: itself, or the
 *   provider's only named one
 */
const OutlayStreamAccount *
outlay_account_resolve (OutlaySeriesTable *table,
                        const GArray *spans,
                        const OutlayStreamAccount *account)
{
  const GPtrArray *streams = outlay_series_table_streams (table);
  const OutlayStreamAccount *named = NULL;

  if (account->value[0] != '\0')
    return account;

  for (guint i = 0; i < spans->len; i++)
    {
      const OutlayStream *stream =
          find_stream (streams, g_array_index (spans, OutlaySpan, i).stream);

      if (stream->account->value[0] == '\0' || stream->account == named ||
          !g_str_equal (stream->account->provider, account->provider))
        continue;

      if (named != NULL)
        return account;
      named = stream->account;
    }

  return named != NULL ? named : account;
}
