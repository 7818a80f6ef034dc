/* pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pages.h"

#include "core/date.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  gboolean has_more; /* than the pages so far */
} Pages;

const char *const outlay_pages_paths[] = { "[]", "data[]", NULL };
const char *const outlay_pages_result_paths[] = { "results[]", "data[].results[]", NULL };

/**
 * outlay_pages_state_new:
 *
 * Returns: (transfer full): what outlay_pages_see() keeps; free it with g_free()
 */
gpointer
outlay_pages_state_new (void)
{
  return g_new0 (Pages, 1);
}

/**
 * outlay_pages_see:
 * @row: an object of a page
 *
 * Keeps in mind whether its page says that more follow.
 */
void
outlay_pages_see (OutlayRow *row)
{
  Pages *pages = outlay_reading_state (row->reading);

  pages->has_more = strcmp (outlay_json_text (row->bucket, "has_more"), "true") == 0;
}

/**
 * outlay_pages_finish:
 * @reading: a file
 *
 * Says so if the last page was not the last one.
 */
void
outlay_pages_finish (OutlayReading *reading)
{
  const Pages *pages = outlay_reading_state (reading);

  if (pages->has_more)
    outlay_reading_note (reading, _ ("The file is incomplete: it says that more pages follow"));
}

/**
 * outlay_pages_read_bucket:
 * @row: a bucket
 * @start_name: name of its start
 * @end_name: name of its end, exclusive
 * @read_part: fills the record of one result
 * @error: return location for what the sink sets
 */
gboolean
outlay_pages_read_bucket (OutlayRow *row,
                          const char *start_name,
                          const char *end_name,
                          OutlayPartFunc read_part,
                          GError **error)
{
  OutlayJson *results = outlay_json_get (row->object, "results");
  gint64 start = outlay_row_json_instant (row, row->object, start_name);
  gint64 end = outlay_row_json_instant (row, row->object, end_name);

  outlay_pages_see (row);
  if (start == OUTLAY_UNDATED)
    outlay_row_reject (row, start_name, "%s", _ ("the date is missing"));
  if (results == NULL)
    outlay_row_reject (row, "results", "%s", _ ("the results are missing"));
  if (row->problem != NULL)
    return TRUE;

  if (end == OUTLAY_UNDATED)
    end = start + OUTLAY_SECONDS_PER_DAY;
  if (outlay_json_first (results) == NULL)
    outlay_reading_cover (row->reading, start, end);

  for (OutlayJson *part = outlay_json_first (results); part != NULL; part = outlay_json_next (part))
    {
      OutlayRecord record;

      outlay_record_init (&record);
      record.start = start;
      record.end = end;
      read_part (row, part, &record);
      if (!outlay_row_emit (row, &record, error))
        return FALSE;
    }

  return TRUE;
}
