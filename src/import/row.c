/* row.c – values of one row, and what is wrong with them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/format.h"

#include "core/date.h"
#include "core/decimal.h"
#include "import/text-values.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_QUICK_DIGITS 18
#define NANOS 9

/**
 * outlay_row_name:
 * @row: a row of a CSV format
 * @column: index of a column
 *
 * Returns: (transfer none): the column's name as the file writes it
 */
const char *
outlay_row_name (OutlayRow *row, guint column)
{
  return outlay_csv_table_name (outlay_reading_table (row->reading), column);
}

/* Plain digits, as nearly every count is written. */
static gboolean
scan_digits (const char *text, gint64 *count)
{
  gint64 value = 0;
  guint n_digits = 0;

  for (; g_ascii_isdigit (text[n_digits]); n_digits++)
    {
      if (n_digits == MAX_QUICK_DIGITS)
        return FALSE;
      value = value * 10 + (text[n_digits] - '0');
    }

  if (n_digits == 0 || text[n_digits] != '\0')
    return FALSE;

  *count = value;
  return TRUE;
}

/**
 * outlay_row_text:
 * @row: a row of a CSV format
 * @column: index of a column
 *
 * Returns: (transfer none): the field without spaces around it
 */
const char *
outlay_row_text (OutlayRow *row, guint column)
{
  const char *text = row->field[column];
  gsize length;

  while (g_ascii_isspace (*text))
    text++;

  length = strlen (text);
  if (length == 0 || !g_ascii_isspace (text[length - 1]))
    return text;

  return outlay_row_keep (row, g_strchomp (g_strdup (text)));
}

/**
 * outlay_row_count:
 * @row: a row of a CSV format
 * @column: index of a column
 *
 * Returns: the count in the field, 0 if it is empty; what is negative, has a fraction
 *   or does not fit rejects the row
 */
gint64
outlay_row_count (OutlayRow *row, guint column)
{
  gint64 count;

  if (scan_digits (row->field[column], &count))
    return count;
  if (row->field[column][0] == '\0')
    return 0;

  return outlay_row_count_of (row, outlay_row_name (row, column), outlay_row_text (row, column));
}

/**
 * outlay_row_nanos:
 * @row: a row of a CSV format
 * @column: index of a column
 *
 * Returns: the amount in the field, 0 if it is empty; what is no number rejects the row
 */
gint64
outlay_row_nanos (OutlayRow *row, guint column)
{
  if (row->field[column][0] == '\0')
    return 0;

  return outlay_row_decimal_of (row, outlay_row_name (row, column), outlay_row_text (row, column),
                                NANOS);
}

/**
 * outlay_row_instant:
 * @row: a row of a CSV format
 * @column: index of a column
 *
 * Returns: the instant that the field says (see outlay_row_instant_of()), or
 *   %OUTLAY_UNDATED if it is empty
 */
gint64
outlay_row_instant (OutlayRow *row, guint column)
{
  if (row->field[column][0] == '\0')
    return OUTLAY_UNDATED;

  return outlay_row_instant_of (row, outlay_row_name (row, column), outlay_row_text (row, column));
}

gint64
outlay_row_count_of (OutlayRow *row, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 count;

  if (text[0] == '\0')
    return 0;
  if (scan_digits (text, &count) || outlay_count_parse (text, &count, &error))
    return count;

  outlay_row_reject (row, field, "%s", error->message);
  return 0;
}

/**
 * outlay_row_decimal_of:
 * @row: a row
 * @field: name of the field
 * @text: a decimal number; a dollar sign, and commas between thousands, are let
 *   through where they are unmistakable
 * @scale: how many decimals to keep
 *
 * Returns: the number × 10^@scale, 0 for ""; what is no number rejects the row
 */
gint64
outlay_row_decimal_of (OutlayRow *row, const char *field, const char *text, guint scale)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = NULL;
  const char *number = text;
  gint64 value;

  if (text[0] == '\0')
    return 0;

  if (strpbrk (text, "$,") != NULL)
    number = plain = outlay_decimal_plain (text);

  if (outlay_decimal_parse (number, scale, &value, &error))
    return value;

  outlay_row_reject (row, field, "%s", error->message);
  return 0;
}

/**
 * outlay_row_instant_of:
 * @row: a row
 * @field: name of the field
 * @text: a date, or date and time, as outlay_instant_parse() takes it, or
 *   month/day/year
 *
 * Returns: the instant, %OUTLAY_UNDATED for ""; what is no date rejects the row
 */
gint64
outlay_row_instant_of (OutlayRow *row, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 instant;

  if (text[0] == '\0')
    return OUTLAY_UNDATED;
  if (outlay_instant_parse (text, &instant, &error) || outlay_us_date_parse (text, &instant))
    return instant;

  outlay_row_reject (row, field, "%s", error->message);
  return OUTLAY_UNDATED;
}

/**
 * outlay_row_unix_of:
 * @row: a row
 * @field: name of the field
 * @text: seconds since 1970 UTC
 *
 * Returns: the instant, %OUTLAY_UNDATED for ""; what is none rejects the row
 */
gint64
outlay_row_unix_of (OutlayRow *row, const char *field, const char *text)
{
  gint64 instant;

  if (text[0] == '\0')
    return OUTLAY_UNDATED;
  if ((scan_digits (text, &instant) || outlay_count_parse (text, &instant, NULL)) &&
      instant <= OUTLAY_INSTANT_MAX)
    return instant;

  outlay_row_reject (row, field, _ ("not a time in seconds since 1970: “%.40s”"), text);
  return OUTLAY_UNDATED;
}

/**
 * outlay_row_keep:
 * @row: a row
 * @text: (transfer full): a text
 *
 * Returns: (transfer none): @text, which lives as long as the row
 */
const char *
outlay_row_keep (OutlayRow *row, char *text)
{
  g_ptr_array_add (row->strings, text);
  return text;
}

/**
 * outlay_row_lower:
 * @row: a row
 * @text: a text of the row
 *
 * Returns: (transfer none): @text in lower case (ASCII)
 */
const char *
outlay_row_lower (OutlayRow *row, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isupper (*p))
      return outlay_row_keep (row, g_ascii_strdown (text, -1));

  return text;
}

/**
 * outlay_row_reject:
 * @row: a row
 * @field: (nullable): what is at fault
 * @format: what is wrong with it
 *
 * Makes the row a fault. The first fault of a row counts.
 */
void
outlay_row_reject (OutlayRow *row, const char *field, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  if (row->problem != NULL)
    return;

  va_start (args, format);
  row->problem_field = field;
  text = g_strdup_vprintf (format, args);
  va_end (args);

  /* What was quoted may have been cut inside a character. */
  row->problem = g_utf8_make_valid (text, -1);
}

/**
 * outlay_row_skip:
 * @row: a row
 *
 * Leaves the row out on purpose: it is of another service.
 */
void
outlay_row_skip (OutlayRow *row)
{
  row->skipped = TRUE;
}

/**
 * outlay_row_emit:
 * @row: a row
 * @record: what it says
 * @error: return location for what the sink sets
 *
 * Hands @record on, unless the row is a fault.
 */
gboolean
outlay_row_emit (OutlayRow *row, OutlayRecord *record, GError **error)
{
  const OutlaySink *sink = outlay_reading_sink (row->reading);

  if (row->problem == NULL && record->start != OUTLAY_UNDATED && record->end <= record->start)
    outlay_row_reject (row, NULL, "%s", _ ("its end is not after its start"));
  if (row->problem != NULL || row->rehearsing)
    return TRUE;

  record->line = row->line;
  row->n_records++;
  return sink->record (record, sink->user_data, error);
}
