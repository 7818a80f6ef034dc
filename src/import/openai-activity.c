/* openai-activity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which columns are filled depends on what was used: tokens, or images, characters or
 * seconds. Context tokens hold the cached ones.
 */

#include "import/openai-activity.h"

#include "core/date.h"

#include <glib/gi18n.h>
#include <string.h>

#define MICROS 6

enum
{
  ORGANIZATION_ID,
  ORGANIZATION_NAME,
  OPERATION,
  CONTEXT,
  GENERATED,
  API_KEY_ID,
  API_KEY_NAME,
  API_KEY_REDACTED,
  API_KEY_TYPE,
  PROJECT_ID,
  PROJECT_NAME,
  REQUEST_TYPE,
  CACHED,
  CONTEXT_AUDIO,
  GENERATED_AUDIO,
  USAGE_TYPE,
  MODEL,
  TIMESTAMP,
  USER,
  REQUESTS,
  IMAGES,
  IMAGE_SIZE,
  CHARACTERS,
  SECONDS,
};

const OutlayCsvColumn outlay_openai_activity_columns[OUTLAY_OPENAI_ACTIVITY_N_COLUMNS] = {
  [ORGANIZATION_ID] = { "organization_id", NULL, 0 },
  [ORGANIZATION_NAME] = { "organization_name", NULL, 0 },
  [OPERATION] = { "operation", NULL, 0 },
  [CONTEXT] = { "n_context_tokens_total", NULL, OUTLAY_COLUMN_MARK },
  [GENERATED] = { "n_generated_tokens_total", NULL, 0 },
  [API_KEY_ID] = { "api_key_id", NULL, 0 },
  [API_KEY_NAME] = { "api_key_name", NULL, 0 },
  [API_KEY_REDACTED] = { "api_key_redacted", NULL, 0 },
  [API_KEY_TYPE] = { "api_key_type", NULL, 0 },
  [PROJECT_ID] = { "project_id", NULL, 0 },
  [PROJECT_NAME] = { "project_name", NULL, 0 },
  [REQUEST_TYPE] = { "request_type", NULL, 0 },
  [CACHED] = { "n_cached_context_tokens_total", NULL, 0 },
  [CONTEXT_AUDIO] = { "n_context_audio_tokens_total", NULL, 0 },
  [GENERATED_AUDIO] = { "n_generated_audio_tokens_total", NULL, 0 },
  [USAGE_TYPE] = { "usage_type", NULL, OUTLAY_COLUMN_MARK },
  [MODEL] = { "model", NULL, 0 },
  [TIMESTAMP] = { "timestamp", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [USER] = { "user", NULL, 0 },
  [REQUESTS] = { "num_requests", "n_requests", 0 },
  [IMAGES] = { "num_images", NULL, 0 },
  [IMAGE_SIZE] = { "image_size", NULL, 0 },
  [CHARACTERS] = { "num_characters", NULL, 0 },
  [SECONDS] = { "num_seconds", NULL, 0 },
};

static const struct
{
  guint column;
  const char *unit;
} units[] = {
  { IMAGES, "images" },
  { CHARACTERS, "characters" },
  { SECONDS, "seconds" },
};

static const char *
text (OutlayRow *row, guint column)
{
  return outlay_row_value (row, outlay_openai_activity_columns, column);
}

static gint64
count_of (OutlayRow *row, guint column)
{
  return outlay_row_count_of (row, outlay_openai_activity_columns[column].name, text (row, column));
}

static void
read_usage (OutlayRow *row, OutlayRecord *record)
{
  gint64 *count = record->usage.count;
  gint64 context = count_of (row, CONTEXT);
  gint64 cached = MIN (count_of (row, CACHED), context);

  count[OUTLAY_REQUESTS] = count_of (row, REQUESTS);
  count[OUTLAY_INPUT_TOKENS] = context - cached;
  count[OUTLAY_CACHE_READ_TOKENS] = cached;
  count[OUTLAY_OUTPUT_TOKENS] = count_of (row, GENERATED);
  count[OUTLAY_AUDIO_INPUT_TOKENS] = MIN (count_of (row, CONTEXT_AUDIO), context - cached);
  count[OUTLAY_AUDIO_OUTPUT_TOKENS] =
      MIN (count_of (row, GENERATED_AUDIO), count[OUTLAY_OUTPUT_TOKENS]);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (text (row, units[i].column)[0] != '\0')
      {
        count[OUTLAY_QUANTITY_MICROS] =
            outlay_row_decimal_of (row, units[i].unit, text (row, units[i].column), MICROS);
        record->field[OUTLAY_FIELD_UNIT] = units[i].unit;
        break;
      }

  if (count[OUTLAY_QUANTITY_MICROS] < 0)
    outlay_row_reject (row, record->field[OUTLAY_FIELD_UNIT], "%s",
                       _ ("a quantity cannot be negative"));
}

/**
 * outlay_openai_activity_read:
 * @row: a row of CSV, or an object
 * @error: return location for what the sink sets
 */
gboolean
outlay_openai_activity_read (OutlayRow *row, GError **error)
{
  OutlayRecord record;

  outlay_record_init (&record);
  record.start = outlay_row_unix_of (row, "timestamp", text (row, TIMESTAMP));
  record.end =
      record.start != OUTLAY_UNDATED ? record.start + OUTLAY_SECONDS_PER_DAY : OUTLAY_UNDATED;
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "timestamp", "%s", _ ("the date is missing"));

  record.provider = "openai";
  record.account = text (row, ORGANIZATION_ID);
  record.account_name = text (row, ORGANIZATION_NAME);
  if (record.account_name[0] == '\0')
    record.account_name = NULL;

  record.has_usage = TRUE;
  read_usage (row, &record);
  outlay_record_set_pair (&record, OUTLAY_FIELD_PROJECT, text (row, PROJECT_ID),
                          text (row, PROJECT_NAME));
  outlay_record_set_pair (&record, OUTLAY_FIELD_KEY, text (row, API_KEY_ID),
                          text (row, API_KEY_NAME));
  record.field[OUTLAY_FIELD_USER] = text (row, USER);
  record.field[OUTLAY_FIELD_MODEL] = text (row, MODEL);
  record.field[OUTLAY_FIELD_LINE_ITEM] = text (row, IMAGE_SIZE);
  record.field[OUTLAY_FIELD_TIER] =
      g_ascii_strcasecmp (text (row, REQUEST_TYPE), "batch") == 0 ? "batch" : "";

  return outlay_row_emit (row, &record, error);
}
