/* reading.c – one file on its way through a reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/date.h"
#include "core/json-scan.h"
#include "import/format.h"
#include "import/text-values.h"

#include <glib/gi18n.h>
#include <string.h>

#define NO_DAY G_MININT32

struct _OutlayReading
{
  const OutlayReader *reader; /* borrowed */
  OutlaySink sink;
  OutlayReadOptions options;
  char *file_name;       /* owned, (nullable) */
  OutlayCsvTable *table; /* owned, (nullable): of a CSV format */
  OutlayJsonScan *scan;  /* owned, (nullable): of a JSON format */
  char *bucket_text;     /* owned, (nullable): that row.bucket was parsed from */
  OutlayRow row;
  gpointer state;    /* owned by the reader's functions */
  GHashTable *notes; /* owned: what has been said */
  gboolean header_done;
  gint32 cover_from; /* days said to be covered and not told yet, or NO_DAY */
  gint32 cover_to;
};

static void
tell_fault (OutlayReading *reading, const char *text)
{
  OutlayFault fault = { reading->row.line, reading->row.problem_field,
                        reading->reader->is_private ? "" : text, reading->row.problem };

  if (reading->sink.fault != NULL)
    reading->sink.fault (&fault, reading->sink.user_data);
}

static void
clear_row (OutlayReading *reading)
{
  OutlayRow *row = &reading->row;

  g_clear_pointer (&row->problem, g_free);
  row->problem_field = NULL;
  row->n_records = 0;
  row->skipped = FALSE;
  if (row->strings->len > 0)
    g_ptr_array_set_size (row->strings, 0);
  if (row->parsed->len > 0)
    g_ptr_array_set_size (row->parsed, 0);
}

static gboolean
read_row (OutlayReading *reading, GError **error)
{
  OutlayRow *row = &reading->row;
  gboolean ok = TRUE;

  if (reading->reader->rehearse)
    {
      row->rehearsing = TRUE;
      ok = reading->reader->read (row, error);
      row->rehearsing = FALSE;
    }

  return ok && (row->problem != NULL || reading->reader->read (row, error));
}

/* What came of a row that has been read. */
static void
tell_outcome (OutlayReading *reading)
{
  const OutlaySink *sink = &reading->sink;
  OutlayRow *row = &reading->row;

  if (row->skipped)
    {
      if (sink->skip != NULL)
        sink->skip (row->line, sink->user_data);
    }
  else if (sink->row_done != NULL)
    sink->row_done (row->line, row->n_records, sink->user_data);
}

static gboolean
begin (OutlayReading *reading, GError **error)
{
  reading->header_done = TRUE;
  if (reading->sink.header != NULL)
    reading->sink.header (outlay_csv_table_header (reading->table), reading->sink.user_data);

  return reading->reader->begin == NULL || reading->reader->begin (reading, error);
}

static gboolean
is_sum_line (const char *first)
{
  static const char *const words[] = { "total", "totals", "grand total", "sum" };

  /* Nearly every row ends here. */
  if (first[0] == '\0' || strchr ("TtGgSs", first[0]) == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (first, words[i], strlen (words[i])) == 0 &&
        (first[strlen (words[i])] == '\0' || first[strlen (words[i])] == ':'))
      return TRUE;

  return FALSE;
}

static void
read_sum_line (OutlayReading *reading)
{
  const OutlayReader *reader = reading->reader;
  OutlayRow *row = &reading->row;
  g_autofree char *currency = NULL;
  gint64 total_nanos;

  if (reader->amount_column < 0 || row->field[reader->amount_column][0] == '\0')
    return;

  total_nanos = outlay_row_nanos (row, (guint) reader->amount_column);
  if (reader->currency_column >= 0)
    currency = g_ascii_strup (row->field[reader->currency_column], -1);

  if (row->problem == NULL && reading->sink.control != NULL)
    reading->sink.control (currency != NULL && currency[0] != '\0' ? currency : "USD", total_nanos,
                           reading->sink.user_data);
}

static gboolean
on_csv_row (const OutlayCsvRow *csv, gpointer data, GError **error)
{
  OutlayReading *reading = data;
  OutlayRow *row = &reading->row;
  gboolean ok = TRUE;
  gboolean is_sum;

  if (!reading->header_done && !begin (reading, error))
    return FALSE;

  row->line = csv->line;
  row->field = csv->field;
  is_sum = is_sum_line (csv->first);

  if (is_sum)
    read_sum_line (reading);
  else if (csv->problem != NULL)
    outlay_row_reject (row, NULL, "%s", csv->problem);
  else
    ok = read_row (reading, error);

  if (ok && row->problem != NULL)
    {
      g_autofree char *text = outlay_csv_table_row_text (reading->table, reading->reader->omit);

      tell_fault (reading, text);
    }
  else if (ok && !is_sum)
    tell_outcome (reading);

  clear_row (reading);
  return ok;
}

/* Neighbours are of the same bucket more often than not. */
static void
read_bucket (OutlayReading *reading, const char *text)
{
  if (g_strcmp0 (reading->bucket_text, text) == 0)
    return;

  g_free (reading->bucket_text);
  outlay_json_free (reading->row.bucket);
  reading->bucket_text = g_strdup (text);
  reading->row.bucket = outlay_json_parse (text, strlen (text));
}

static gboolean
on_json_item (const OutlayJsonItem *item, gpointer data, GError **error)
{
  OutlayReading *reading = data;
  OutlayRow *row = &reading->row;
  gboolean ok = TRUE;

  row->line = item->line;

  if (item->problem != NULL)
    outlay_row_reject (row, NULL, "%s", item->problem);
  else
    {
      row->object = outlay_json_parse (item->text, item->length);
      read_bucket (reading, item->bucket);
      if (row->object == NULL)
        outlay_row_reject (row, NULL, "%s", _ ("the object cannot be read as JSON"));
      else
        ok = read_row (reading, error);
    }

  if (ok && row->problem != NULL)
    tell_fault (reading, item->text);
  else if (ok)
    tell_outcome (reading);

  clear_row (reading);
  g_clear_pointer (&row->object, outlay_json_free);
  return ok;
}

static void
tell_cover (OutlayReading *reading)
{
  if (reading->cover_from != NO_DAY && reading->sink.cover != NULL)
    reading->sink.cover (reading->cover_from, reading->cover_to, reading->sink.user_data);

  reading->cover_from = NO_DAY;
}

static void
tell_name_range (OutlayReading *reading)
{
  OutlayNameRange rule = reading->reader->name_range;
  gint32 from, to;

  if (rule != OUTLAY_NAME_RANGE_NONE && reading->file_name != NULL && reading->sink.cover != NULL &&
      outlay_name_range (reading->file_name, rule == OUTLAY_NAME_RANGE_INCLUSIVE, &from, &to))
    reading->sink.cover (from, to, reading->sink.user_data);
}

/* The scanner's faults are the file's. */
static gboolean
translate_error (GError **error, GError *inner)
{
  if (inner->domain == OUTLAY_JSON_ERROR)
    {
      inner->code = inner->code == OUTLAY_JSON_ERROR_LIMIT ? OUTLAY_READ_ERROR_LIMIT
                                                           : OUTLAY_READ_ERROR_MALFORMED;
      inner->domain = OUTLAY_READ_ERROR;
    }

  g_propagate_error (error, inner);
  return FALSE;
}

/**
 * outlay_reading_new:
 * @reader: the format
 * @options: (nullable): how to read
 * @sink: where the records go
 *
 * Returns: (transfer full): a file to be fed
 */
OutlayReading *
outlay_reading_new (const OutlayReader *reader,
                    const OutlayReadOptions *options,
                    const OutlaySink *sink)
{
  OutlayReading *reading = g_new0 (OutlayReading, 1);

  g_return_val_if_fail (sink->record != NULL, NULL);

  reading->reader = reader;
  reading->sink = *sink;
  reading->cover_from = NO_DAY;
  reading->row.reading = reading;
  reading->row.strings = g_ptr_array_new_with_free_func (g_free);
  reading->row.parsed = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_json_free);
  reading->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (options != NULL)
    {
      reading->file_name = g_strdup (options->file_name);
      reading->options = *options;
      reading->options.file_name = reading->file_name;
    }

  if (reader->columns != NULL)
    reading->table = outlay_csv_table_new (reader->columns, reader->n_columns, on_csv_row, reading);
  else
    reading->scan = outlay_json_scan_new (reader->paths, reader->omit, on_json_item, reading);

  if (reader->state_new != NULL)
    reading->state = reader->state_new ();

  return reading;
}

/**
 * outlay_reading_feed:
 * @reading: a file
 * @text: the next piece of its text, valid UTF-8 as a whole
 * @length: of @text, in bytes
 * @error: return location for an #OutlayReadError, or what the sink set
 *
 * After an error @reading can only be freed.
 */
gboolean
outlay_reading_feed (OutlayReading *reading, const char *text, gsize length, GError **error)
{
  GError *inner = NULL;
  gboolean ok;

  ok = reading->table != NULL ? outlay_csv_table_feed (reading->table, text, length, &inner)
                              : outlay_json_scan_feed (reading->scan, text, length, &inner);

  return ok || translate_error (error, inner);
}

/**
 * outlay_reading_finish:
 * @reading: a file that has been fed all its text
 * @error: return location for an #OutlayReadError, or what the sink set
 */
gboolean
outlay_reading_finish (OutlayReading *reading, GError **error)
{
  GError *inner = NULL;

  if (reading->scan != NULL && !outlay_json_scan_finish (reading->scan, &inner))
    return translate_error (error, inner);

  if (reading->table != NULL)
    {
      if (!outlay_csv_table_finish (reading->table, error))
        return FALSE;

      if (outlay_csv_table_header (reading->table) == NULL)
        {
          g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_EMPTY,
                               _ ("The file is empty; export it again"));
          return FALSE;
        }
      if (!reading->header_done && !begin (reading, error))
        return FALSE;
    }

  if (reading->reader->finish != NULL)
    reading->reader->finish (reading);

  tell_cover (reading);
  tell_name_range (reading);
  return TRUE;
}

void
outlay_reading_free (OutlayReading *reading)
{
  if (reading == NULL)
    return;

  if (reading->reader->state_free != NULL)
    reading->reader->state_free (reading->state);

  clear_row (reading);
  g_ptr_array_unref (reading->row.strings);
  g_ptr_array_unref (reading->row.parsed);
  g_hash_table_unref (reading->notes);
  outlay_csv_table_free (reading->table);
  outlay_json_scan_free (reading->scan);
  outlay_json_free (reading->row.bucket);
  g_free (reading->bucket_text);
  g_free (reading->file_name);
  g_free (reading);
}

gboolean
outlay_reading_has (OutlayReading *reading, guint column)
{
  return outlay_csv_table_has (reading->table, column);
}

const OutlayReadOptions *
outlay_reading_options (OutlayReading *reading)
{
  return &reading->options;
}

gpointer
outlay_reading_state (OutlayReading *reading)
{
  return reading->state;
}

OutlayCsvTable *
outlay_reading_table (OutlayReading *reading)
{
  return reading->table;
}

const OutlaySink *
outlay_reading_sink (OutlayReading *reading)
{
  return &reading->sink;
}

/**
 * outlay_reading_cover:
 * @reading: a file
 * @start: first second of an empty bucket
 * @end: its end, exclusive
 *
 * Says that the file covers these days. Neighbours are told as one range.
 */
void
outlay_reading_cover (OutlayReading *reading, gint64 start, gint64 end)
{
  gint32 from = outlay_day_of_instant (start);
  gint32 to = outlay_day_of_instant (MAX (end - 1, start));

  if (reading->cover_from != NO_DAY && from >= reading->cover_from && from <= reading->cover_to + 1)
    {
      reading->cover_to = MAX (reading->cover_to, to);
      return;
    }

  tell_cover (reading);
  reading->cover_from = from;
  reading->cover_to = to;
}

/**
 * outlay_reading_note:
 * @reading: a file
 * @message: something about the whole file that the user should know; it is said once
 */
void
outlay_reading_note (OutlayReading *reading, const char *message)
{
  if (g_hash_table_add (reading->notes, g_strdup (message)) && reading->sink.note != NULL)
    reading->sink.note (message, reading->sink.user_data);
}

/**
 * outlay_reading_control:
 * @reading: a file
 * @currency: ISO 4217 code
 * @total_nanos: the file's own total, compared and not counted
 */
void
outlay_reading_control (OutlayReading *reading, const char *currency, gint64 total_nanos)
{
  if (reading->sink.control != NULL && !reading->row.rehearsing)
    reading->sink.control (currency, total_nanos, reading->sink.user_data);
}
