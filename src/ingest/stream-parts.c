/* stream-parts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/stream-parts.h"

#include "core/date.h"
#include "import/reader.h"
#include "store/daily.h"

/**
 * outlay_stream_parts_find:
 * @parts: (element-type OutlayStreamPart): the parts of a file
 * @place: (inout): where to look first, and where it is
 * @source: family of files
 * @provider: id of a provider
 * @account: id of a provider account, or ""
 *
 * Returns: %TRUE if there is a part of that source and account
 */
gboolean
outlay_stream_parts_find (const GArray *parts,
                          guint *place,
                          const char *source,
                          const char *provider,
                          const char *account)
{
  for (guint i = 0; i < parts->len; i++)
    {
      guint j = (*place + i) % parts->len;
      const OutlayStream *stream = g_array_index (parts, OutlayStreamPart, j).stream;
      const OutlayStreamAccount *known = stream->account;

      if (g_str_equal (known->value, account) && g_str_equal (known->provider, provider) &&
          g_str_equal (stream->source, source))
        {
          *place = j;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * outlay_stream_parts_add:
 * @parts: (element-type OutlayStreamPart): the parts of a file
 * @stream: a stream that has none yet
 *
 * Returns: where its empty part is
 */
guint
outlay_stream_parts_add (GArray *parts, const OutlayStream *stream)
{
  const OutlayStreamPart part = { .stream = stream,
                                  .first_day = G_MAXINT32,
                                  .last_day = G_MININT32,
                                  .stated_from = G_MAXINT32,
                                  .stated_to = G_MININT32,
                                  .first_slice = G_MAXINT64,
                                  .last_slice = G_MININT64 };

  g_array_append_val (parts, part);
  return parts->len - 1;
}

/**
 * outlay_stream_part_note_day:
 * @part: (inout): a part of a file
 * @day: a day that it has a row on
 * @slice: of that row; statements: the billing month
 */
void
outlay_stream_part_note_day (OutlayStreamPart *part, gint32 day, gint64 slice)
{
  gint64 claimed = part->stream->rule == OUTLAY_RULE_STATEMENT ? slice : day;

  part->first_day = MIN (part->first_day, day);
  part->last_day = MAX (part->last_day, day);
  part->first_slice = MIN (part->first_slice, claimed);
  part->last_slice = MAX (part->last_slice, claimed);
}

/**
 * outlay_stream_part_note:
 * @part: (inout): the part that @record belongs to
 * @record: a record
 *
 * Learns from @record what the file tells spend apart by.
 */
void
outlay_stream_part_note (OutlayStreamPart *part, const OutlayRecord *record)
{
  static const OutlayField grouping[] = { OUTLAY_FIELD_PROJECT, OUTLAY_FIELD_KEY,
                                          OUTLAY_FIELD_USER,    OUTLAY_FIELD_MODEL,
                                          OUTLAY_FIELD_TIER,    OUTLAY_FIELD_LINE_ITEM };

  if (record->end != OUTLAY_UNDATED)
    part->last_end = MAX (part->last_end, record->end);

  for (guint i = 0; i < G_N_ELEMENTS (grouping); i++)
    if (record->field[grouping[i]][0] != '\0')
      part->grain |= (gint64) 1 << grouping[i];

  part->has_project |=
      record->field[OUTLAY_FIELD_PROJECT][0] != '\0' && part->stream->rule == OUTLAY_RULE_BUCKET;
}

/**
 * outlay_stream_part_slice:
 * @part: the part that @record belongs to
 * @record: a record
 *
 * Returns: the billing month that it claims, of statements; 0 of others, and where
 *   the month is not known
 */
gint64
outlay_stream_part_slice (const OutlayStreamPart *part, const OutlayRecord *record)
{
  if (part->stream->rule != OUTLAY_RULE_STATEMENT)
    return 0;
  if (record->invoice_month != OUTLAY_NO_MONTH)
    return record->invoice_month;
  if (record->start == OUTLAY_UNDATED)
    return 0;

  return outlay_month_of_day (outlay_day_of_instant (record->start));
}

/**
 * outlay_stream_part_scope:
 * @part: a part of a file
 * @project: dimension of a row's project, or 0
 * @slice: of the row; statements: the billing month
 *
 * Returns: what the row is a part of, as far as the file is read
 */
gint64
outlay_stream_part_scope (const OutlayStreamPart *part, gint64 project, gint64 slice)
{
  if (part->stream->rule == OUTLAY_RULE_STATEMENT)
    return slice;
  if (!part->has_project)
    return OUTLAY_SCOPE_WHOLE;

  return project != 0 ? project : OUTLAY_SCOPE_NAMELESS;
}
