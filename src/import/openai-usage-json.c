/* openai-usage-json.c – answers of OpenAI's usage interface, of all its kinds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dashboard's CSV is this flattened, and so of one family with it. Dimensions that
 * it was not grouped by are null.
 */

#include "import/openai-product.h"
#include "import/openai-tokens.h"
#include "import/pages.h"

#include <glib/gi18n.h>
#include <string.h>

#define KIND_PREFIX "organization.usage."
#define KIND_SUFFIX ".result"
#define MICROS 6

static const char *const marks[] = { "object=" KIND_PREFIX "*", NULL };
static const char *const bare[] = { "object=bucket", "start_time", "results", NULL };

static const OutlayOpenaiProduct *
find_product (OutlayRow *row, OutlayJson *result)
{
  const char *kind = outlay_json_text (result, "object");
  const OutlayOpenaiProduct *product = NULL;

  if (g_str_has_prefix (kind, KIND_PREFIX) && g_str_has_suffix (kind, KIND_SUFFIX))
    product = outlay_openai_product_find (kind + strlen (KIND_PREFIX),
                                          strlen (kind) - strlen (KIND_PREFIX KIND_SUFFIX));
  if (product == NULL)
    outlay_row_reject (row, "object", _ ("no such kind of usage: “%.60s”"), kind);

  return product;
}

static void
read_tokens (OutlayRow *row, OutlayJson *result, gint64 *count)
{
  OutlayOpenaiTokens tokens = {
    .total = -1,
    .uncached = outlay_row_json_count (row, result, "input_uncached_tokens"),
    .cached = outlay_row_json_count (row, result, "input_cached_tokens"),
    .write = outlay_row_json_count (row, result, "input_cache_write_tokens"),
    .long_write = outlay_row_json_count (row, result, "input_cache_write_12h_tokens"),
    .text = outlay_row_json_count (row, result, "input_text_tokens"),
    .audio = outlay_row_json_count (row, result, "input_audio_tokens"),
    .cached_audio = outlay_row_json_count (row, result, "input_cached_audio_tokens"),
    .image = outlay_row_json_count (row, result, "input_image_tokens"),
    .cached_image = outlay_row_json_count (row, result, "input_cached_image_tokens"),
    .output = outlay_row_json_count (row, result, "output_tokens"),
    .output_audio = outlay_row_json_count (row, result, "output_audio_tokens"),
    .output_image = outlay_row_json_count (row, result, "output_image_tokens"),
  };

  if (outlay_json_text (result, "input_tokens")[0] != '\0')
    tokens.total = outlay_row_json_count (row, result, "input_tokens");

  outlay_openai_tokens_count (row, &tokens, count);
}

static void
read_names (OutlayJson *result, OutlayRecord *record)
{
  const char *email = outlay_json_text (result, "user_email");

  record->account = outlay_json_text (result, "organization_id");
  record->account_name = outlay_json_text (result, "organization_name");
  if (record->account_name[0] == '\0')
    record->account_name = NULL;

  outlay_record_set_pair (record, OUTLAY_FIELD_PROJECT, outlay_json_text (result, "project_id"),
                          outlay_json_text (result, "project_name"));
  outlay_record_set_pair (record, OUTLAY_FIELD_KEY, outlay_json_text (result, "api_key_id"),
                          outlay_json_text (result, "api_key_name"));
  outlay_record_set_pair (record, OUTLAY_FIELD_USER, outlay_json_text (result, "user_id"),
                          email[0] != '\0' ? email : outlay_json_text (result, "user_name"));
  record->field[OUTLAY_FIELD_MODEL] = outlay_json_text (result, "model");
}

static void
read_result (OutlayRow *row, OutlayJson *result, OutlayRecord *record)
{
  const OutlayOpenaiProduct *product = find_product (row, result);
  gint64 *count = record->usage.count;

  if (product == NULL)
    return;

  record->provider = "openai";
  record->source = product->source;
  record->has_usage = TRUE;
  count[OUTLAY_REQUESTS] = outlay_row_json_count (row, result, "num_model_requests");

  if (product->amount == NULL)
    read_tokens (row, result, count);
  else
    {
      count[OUTLAY_QUANTITY_MICROS] =
          outlay_row_json_decimal (row, result, product->amount, MICROS);
      record->field[OUTLAY_FIELD_UNIT] = product->unit;
      record->field[OUTLAY_FIELD_LINE_ITEM] = outlay_json_text (result, "size");
      if (count[OUTLAY_QUANTITY_MICROS] < 0)
        outlay_row_reject (row, product->amount, "%s", _ ("a quantity cannot be negative"));
    }

  read_names (result, record);
  record->field[OUTLAY_FIELD_TIER] = outlay_openai_tier (row, outlay_json_text (result, "batch"),
                                                         outlay_json_text (result, "service_tier"));
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  return outlay_pages_read_bucket (row, "start_time", "end_time", read_result, error);
}

const OutlayReader outlay_reader_openai_usage_json = {
  .id = "openai-usage-json",
  .title = N_ ("OpenAI usage (JSON)"),
  .source = "openai-usage-completions",
  .role = OUTLAY_ROLE_METER,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE,
  .amount_column = -1,
  .currency_column = -1,
  .paths = outlay_pages_paths,
  .sniff_paths = outlay_pages_result_paths,
  .marks = marks,
  .bare_header = bare,
  .read = read_object,
  .rehearse = TRUE,
  .finish = outlay_pages_finish,
  .state_new = outlay_pages_state_new,
  .state_free = g_free,
};
