/* genai-row.c – one row of rates in the layout of genai-prices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers come as text, see outlay_price_objects_read().
 */

#include "pricing/genai-row.h"

#include "core/date.h"
#include "core/decimal.h"
#include "pricing/card.h"
#include "pricing/objects.h"
#include "pricing/price-book.h"

#include <glib/gi18n.h>
#include <string.h>

#define PER_MILLION 6  /* dollars a million × 10⁶ = pico-dollars each */
#define PER_THOUSAND 9 /* dollars a thousand × 10⁹ = pico-dollars each */

/* A later key is weaker where two fill one rate. */
static const struct
{
  const char *name;
  OutlayRate rate;
  guint scale;
} rate_keys[] = {
  { "input_mtok", OUTLAY_RATE_INPUT, PER_MILLION },
  { "cache_read_mtok", OUTLAY_RATE_CACHE_READ, PER_MILLION },
  { "cache_write_5m_mtok", OUTLAY_RATE_CACHE_WRITE_5M, PER_MILLION },
  { "cache_write_mtok", OUTLAY_RATE_CACHE_WRITE_5M, PER_MILLION },
  { "cache_write_1h_mtok", OUTLAY_RATE_CACHE_WRITE_1H, PER_MILLION },
  { "output_mtok", OUTLAY_RATE_OUTPUT, PER_MILLION },
  { "output_reasoning_mtok", OUTLAY_RATE_REASONING, PER_MILLION },
  { "input_audio_mtok", OUTLAY_RATE_AUDIO_INPUT, PER_MILLION },
  { "output_audio_mtok", OUTLAY_RATE_AUDIO_OUTPUT, PER_MILLION },
  { "input_image_mtok", OUTLAY_RATE_IMAGE_INPUT, PER_MILLION },
  { "output_image_mtok", OUTLAY_RATE_IMAGE_OUTPUT, PER_MILLION },
  { "web_searches_kcount", OUTLAY_RATE_WEB_SEARCH, PER_THOUSAND },
  { "requests_kcount", OUTLAY_RATE_REQUEST, PER_THOUSAND },
};

/* Known, and nothing that usage has a count for. */
static const char *const unmetered_keys[] = {
  "audio_hours",
  "cache_audio_read_mtok",
  "cache_audio_write_mtok",
  "cache_image_read_mtok",
  "cache_image_write_mtok",
  "cache_video_read_mtok",
  "code_executions_kcount",
  "input_annotated_document_kpages",
  "input_audio_hours",
  "input_document_kpages",
  "input_gpixels",
  "input_mchars",
  "input_text_messages_kcount",
  "input_video_mtok",
  "output_audio_hours",
  "output_citation_mtok",
  "output_video_mtok",
  "rerank_searches_kcount",
  "social_searches_kcount",
  "storage_searches_kcount",
};

G_GNUC_PRINTF (2, 3)
static gboolean
fail (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (OUTLAY_PRICE_BOOK_ERROR, OUTLAY_PRICE_BOOK_ERROR_MALFORMED, format,
                                 args);
  va_end (args);

  return FALSE;
}

static gboolean
parse_rate (const cJSON *json, guint scale, gint64 *picos)
{
  return cJSON_IsString (json) && outlay_decimal_parse (json->valuestring, scale, picos, NULL) &&
         *picos >= 0 && *picos <= OUTLAY_RATE_MAX_PICOS;
}

static gboolean
read_thresholds (const cJSON *prices, OutlayRateCard *card, GError **error)
{
  const cJSON *price;
  const cJSON *tier;

  cJSON_ArrayForEach (price, prices)
  {
    cJSON_ArrayForEach (tier, cJSON_GetObjectItemCaseSensitive (price, "tiers"))
    {
      const char *text = outlay_catalogue_json_text (tier, "start");
      gint64 start;
      guint place;

      if (text == NULL || !outlay_count_parse (text, &start, NULL))
        return fail (error, _ ("“%s” has a context tier without a start"), price->string);
      if (!outlay_card_add_tier (card, start, &place))
        return fail (error, _ ("more context tiers than can be kept"));
    }
  }

  return TRUE;
}

/* The price of tier @i: that of the last of the key's own tiers that begins no later. */
static gboolean
parse_tier_rate (const cJSON *price,
                 const OutlayRateCard *card,
                 guint i,
                 guint scale,
                 gint64 *picos)
{
  gint64 best = -1;
  const cJSON *tier;

  cJSON_ArrayForEach (tier, cJSON_GetObjectItemCaseSensitive (price, "tiers"))
  {
    gint64 start;

    if (!outlay_count_parse (outlay_catalogue_json_text (tier, "start"), &start, NULL))
      return FALSE;
    if (start > card->above[i] || start < best)
      continue;
    if (!parse_rate (cJSON_GetObjectItemCaseSensitive (tier, "price"), scale, picos))
      return FALSE;

    best = start;
  }

  return TRUE;
}

static gboolean
read_price (const cJSON *price, guint key, OutlayRateCard *card, GError **error)
{
  OutlayRate rate = rate_keys[key].rate;
  const cJSON *base =
      cJSON_IsObject (price) ? cJSON_GetObjectItemCaseSensitive (price, "base") : price;
  gint64 picos;

  if (outlay_rates_has (&card->base, rate))
    return TRUE;
  if (!parse_rate (base, rate_keys[key].scale, &picos))
    return fail (error, _ ("“%s” is not a price"), price->string);

  outlay_rates_set (&card->base, rate, picos);

  for (guint i = 0; i < card->n_tiers; i++)
    {
      gint64 tier_picos = picos;

      if (!parse_tier_rate (price, card, i, rate_keys[key].scale, &tier_picos))
        return fail (error, _ ("“%s” is not a price"), price->string);

      outlay_rates_set (&card->tier[i], rate, tier_picos);
    }

  return TRUE;
}

static gboolean
is_known_key (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rate_keys); i++)
    if (strcmp (name, rate_keys[i].name) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (unmetered_keys); i++)
    if (strcmp (name, unmetered_keys[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
read_card (const cJSON *prices, OutlayRateCard *card, GError **error)
{
  const cJSON *price;

  if (!cJSON_IsObject (prices))
    return fail (error, _ ("its prices are missing"));

  cJSON_ArrayForEach (price, prices)
  {
    if (!is_known_key (price->string))
      return fail (error, _ ("unknown kind of price “%s”"), price->string);
  }

  if (!read_thresholds (prices, card, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rate_keys); i++)
    {
      price = cJSON_GetObjectItemCaseSensitive (prices, rate_keys[i].name);
      if (price != NULL && !read_price (price, i, card, error))
        return FALSE;
    }

  return TRUE;
}

/* 16:30:00Z or 00:30:00+08:00, in seconds of the UTC day. */
static gboolean
parse_time (const char *text, int *second)
{
  gint64 instant;
  g_autofree char *stamp = text != NULL ? g_strconcat ("2000-01-02T", text, NULL) : NULL;

  if (stamp == NULL || strlen (text) < strlen ("00:00:00Z") ||
      !outlay_instant_parse (stamp, &instant, NULL))
    return FALSE;

  *second = (int) (instant % OUTLAY_SECONDS_PER_DAY);
  return TRUE;
}

/* Conditions cannot be combined: what says more than one of these is not understood. */
static gboolean
is_known_condition (const char *name, gboolean dated)
{
  if (strcmp (name, "type") == 0)
    return TRUE;
  if (dated)
    return strcmp (name, "start_date") == 0;

  return strcmp (name, "start_time") == 0 || strcmp (name, "end_time") == 0;
}

static gboolean
read_condition (const cJSON *condition, OutlayPriceRow *row, GError **error)
{
  const char *start = outlay_catalogue_json_text (condition, "start_date");
  const cJSON *member;
  gint32 day;

  row->when = OUTLAY_ROW_ALWAYS;
  if (condition == NULL || cJSON_IsNull (condition))
    return TRUE;

  cJSON_ArrayForEach (member, condition)
  {
    if (!is_known_condition (member->string, start != NULL))
      return fail (error, _ ("unknown condition “%s”"), member->string);
  }

  if (start != NULL && outlay_day_parse (start, &day, NULL))
    {
      row->when = OUTLAY_ROW_FROM;
      row->start = outlay_day_start (day);
      return TRUE;
    }

  row->when = OUTLAY_ROW_DAILY;
  if (start == NULL &&
      parse_time (outlay_catalogue_json_text (condition, "start_time"), &row->from) &&
      parse_time (outlay_catalogue_json_text (condition, "end_time"), &row->to))
    return TRUE;

  return fail (error, _ ("a condition that cannot be read"));
}

/**
 * outlay_genai_read_row:
 * @condition: (nullable): when the rates hold
 * @prices: the rates
 * @row: (out): the row
 * @error: return location for an error; its message is without place
 */
gboolean
outlay_genai_read_row (const cJSON *condition,
                       const cJSON *prices,
                       OutlayPriceRow *row,
                       GError **error)
{
  OutlayPriceRow result = { 0 };

  if (!read_condition (condition, &result, error) || !read_card (prices, &result.card, error))
    return FALSE;

  *row = result;
  return TRUE;
}
