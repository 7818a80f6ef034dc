/* openai-product-usage-csv.c – usage exports of what is not completions, from OpenAI's dashboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Images, speech, transcriptions, vector stores and sessions are known by the column of
 * what they count. Embeddings and moderations count input tokens both: only the file's
 * name tells them apart.
 */

#include "import/format.h"
#include "import/openai-product.h"
#include "import/openai-tokens.h"

#include "core/date.h"

#include <glib/gi18n.h>
#include <string.h>

#define MICROS 6

enum
{
  START,
  END,
  START_ISO,
  END_ISO,
  PROJECT_ID,
  PROJECT_NAME,
  REQUESTS,
  USER_ID,
  USER_EMAIL,
  API_KEY_ID,
  API_KEY_NAME,
  MODEL,
  SIZE,
  IMAGE_SOURCE,
  ORGANIZATION_ID,
  ORGANIZATION_NAME,
  API_SOURCE,
  TOKENS,
  IMAGES,
  CHARACTERS,
  SECONDS,
  BYTES,
  SESSIONS,
};

static const OutlayCsvColumn columns[] = {
  [START] = { "start_time", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [END] = { "end_time", NULL, 0 },
  [START_ISO] = { "start_time_iso", NULL, 0 },
  [END_ISO] = { "end_time_iso", NULL, 0 },
  [PROJECT_ID] = { "project_id", NULL, 0 },
  [PROJECT_NAME] = { "project_name", NULL, 0 },
  [REQUESTS] = { "num_model_requests", NULL, 0 },
  [USER_ID] = { "user_id", NULL, 0 },
  [USER_EMAIL] = { "user_email", "user_name", 0 },
  [API_KEY_ID] = { "api_key_id", NULL, 0 },
  [API_KEY_NAME] = { "api_key_name", NULL, 0 },
  [MODEL] = { "model", NULL, 0 },
  [SIZE] = { "size", NULL, 0 },
  [IMAGE_SOURCE] = { "source", NULL, 0 },
  [ORGANIZATION_ID] = { "organization_id", NULL, 0 },
  [ORGANIZATION_NAME] = { "organization_name", NULL, 0 },
  [API_SOURCE] = { "api_source", NULL, 0 },
  [TOKENS] = { "input_tokens", NULL, OUTLAY_COLUMN_MARK_ANY },
  [IMAGES] = { "images", "num_images", OUTLAY_COLUMN_MARK_ANY },
  [CHARACTERS] = { "characters", "num_characters", OUTLAY_COLUMN_MARK_ANY },
  [SECONDS] = { "seconds", "num_seconds", OUTLAY_COLUMN_MARK_ANY },
  [BYTES] = { "usage_bytes", NULL, OUTLAY_COLUMN_MARK_ANY },
  [SESSIONS] = { "num_sessions", "sessions", OUTLAY_COLUMN_MARK_ANY },
};

static const struct
{
  guint column;
  const char *kind;
} kinds[] = {
  { IMAGES, "images" },       { CHARACTERS, "audio_speeches" }, { SECONDS, "audio_transcriptions" },
  { BYTES, "vector_stores" }, { SESSIONS, "code_interpreter" },
};

/* What the file is of, and the column that counts it. */
static const OutlayOpenaiProduct *
find_product (OutlayReading *reading, guint *column)
{
  const char *name = outlay_reading_options (reading)->file_name;
  gboolean moderations = name != NULL && g_str_has_prefix (name, "moderations");
  const char *kind = moderations ? "moderations" : "embeddings";

  *column = TOKENS;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (outlay_reading_has (reading, kinds[i].column))
      {
        *column = kinds[i].column;
        kind = kinds[i].kind;
        break;
      }

  return outlay_openai_product_find (kind, strlen (kind));
}

static void
read_usage (OutlayRow *row, OutlayRecord *record)
{
  gint64 *count = record->usage.count;
  guint column;
  const OutlayOpenaiProduct *product = find_product (row->reading, &column);

  record->source = product->source;
  record->has_usage = TRUE;
  count[OUTLAY_REQUESTS] = outlay_row_count (row, REQUESTS);

  if (product->amount == NULL)
    {
      count[OUTLAY_INPUT_TOKENS] = outlay_row_count (row, column);
      return;
    }

  count[OUTLAY_QUANTITY_MICROS] = outlay_row_decimal_of (row, outlay_row_name (row, column),
                                                         outlay_row_text (row, column), MICROS);
  record->field[OUTLAY_FIELD_UNIT] = product->unit;
  record->field[OUTLAY_FIELD_LINE_ITEM] = row->field[SIZE];
  if (count[OUTLAY_QUANTITY_MICROS] < 0)
    outlay_row_reject (row, outlay_row_name (row, column), "%s",
                       _ ("a quantity cannot be negative"));
}

static gboolean
is_empty_bucket (OutlayRow *row)
{
  guint column;

  find_product (row->reading, &column);
  return row->field[REQUESTS][0] == '\0' && row->field[column][0] == '\0';
}

static gboolean
read_row (OutlayRow *row, GError **error)
{
  const char *const *field = row->field;
  OutlayRecord record;

  outlay_record_init (&record);
  record.start = outlay_row_unix_of (row, "start_time", outlay_row_text (row, START));
  record.end = outlay_row_unix_of (row, "end_time", outlay_row_text (row, END));
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "start_time", "%s", _ ("the date is missing"));
  else if (record.end == OUTLAY_UNDATED)
    record.end = record.start + OUTLAY_SECONDS_PER_DAY;

  if (is_empty_bucket (row))
    {
      if (row->problem == NULL)
        outlay_reading_cover (row->reading, record.start, record.end);
      return TRUE;
    }

  record.provider = "openai";
  record.account = field[ORGANIZATION_ID];
  record.account_name = field[ORGANIZATION_NAME][0] != '\0' ? field[ORGANIZATION_NAME] : NULL;
  read_usage (row, &record);
  outlay_record_set_pair (&record, OUTLAY_FIELD_PROJECT, field[PROJECT_ID], field[PROJECT_NAME]);
  outlay_record_set_pair (&record, OUTLAY_FIELD_KEY, field[API_KEY_ID], field[API_KEY_NAME]);
  outlay_record_set_pair (&record, OUTLAY_FIELD_USER, field[USER_ID], field[USER_EMAIL]);
  record.field[OUTLAY_FIELD_MODEL] = field[MODEL];

  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_openai_product_usage_csv = {
  .id = "openai-product-usage-csv",
  .title = N_ ("OpenAI usage export of embeddings, images, audio or storage (CSV)"),
  .source = "openai-usage-embeddings",
  .role = OUTLAY_ROLE_METER,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = -1,
  .currency_column = -1,
  .name_range = OUTLAY_NAME_RANGE_EXCLUSIVE,
  .read = read_row,
};
