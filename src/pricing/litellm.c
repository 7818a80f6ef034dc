/* litellm.c – reading the layout of LiteLLM's price table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prices are dollars for one token. The table has no history, and many members
 * that are no prices; what is not listed here is not looked at.
 */

#include "core/decimal.h"
#include "pricing/card.h"
#include "pricing/names.h"
#include "pricing/objects.h"
#include "pricing/price-book.h"
#include "pricing/table.h"

#include <glib/gi18n.h>
#include <string.h>

#define DOLLARS 12   /* dollars × 10¹² = pico-dollars */
#define MULTIPLIER 6 /* × 10⁶ = millionths */

static const struct
{
  const char *name;
  OutlayRate rate;
} fields[] = {
  { "input_cost_per_token", OUTLAY_RATE_INPUT },
  { "output_cost_per_token", OUTLAY_RATE_OUTPUT },
  { "output_cost_per_reasoning_token", OUTLAY_RATE_REASONING },
  { "cache_read_input_token_cost", OUTLAY_RATE_CACHE_READ },
  { "cache_creation_input_token_cost", OUTLAY_RATE_CACHE_WRITE_5M },
  { "cache_creation_input_token_cost_above_1hr", OUTLAY_RATE_CACHE_WRITE_1H },
  { "input_cost_per_audio_token", OUTLAY_RATE_AUDIO_INPUT },
  { "output_cost_per_audio_token", OUTLAY_RATE_AUDIO_OUTPUT },
  { "input_cost_per_image_token", OUTLAY_RATE_IMAGE_INPUT },
  { "output_cost_per_image_token", OUTLAY_RATE_IMAGE_OUTPUT },
  { "input_cost_per_request", OUTLAY_RATE_REQUEST },
};

static const struct
{
  const char *suffix;
  OutlayServiceTier tier;
} tiers[] = {
  { "_batches", OUTLAY_TIER_BATCH },
  { "_flex", OUTLAY_TIER_FLEX },
  { "_priority", OUTLAY_TIER_PRIORITY },
};

/* What the name of a member says: FIELD[_above_Nk_tokens][_TIER]. */
typedef struct
{
  OutlayRate rate;
  OutlayServiceTier tier;
  gint64 above; /* prompt tokens; 0 below every threshold */
} Field;

/* Cuts `_above_Nk_tokens` off the end of @name, and says what N was. */
static gint64
cut_threshold (char *name)
{
  char *from = g_strrstr (name, "_above_");
  gint64 thousands;
  char *end;

  if (from == NULL)
    return 0;

  thousands = g_ascii_strtoll (from + strlen ("_above_"), &end, 10);
  if (thousands <= 0 || thousands > G_MAXINT32 || strcmp (end, "k_tokens") != 0)
    return 0;

  *from = '\0';
  return thousands * 1000;
}

static gboolean
parse_field (const char *member, Field *field)
{
  g_autofree char *name = g_strdup (member);

  field->tier = OUTLAY_TIER_STANDARD;
  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    if (g_str_has_suffix (name, tiers[i].suffix))
      {
        name[strlen (name) - strlen (tiers[i].suffix)] = '\0';
        field->tier = tiers[i].tier;
      }

  field->above = cut_threshold (name);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (name, fields[i].name) == 0)
      {
        field->rate = fields[i].rate;
        return TRUE;
      }

  return FALSE;
}

static gboolean
parse_number (const cJSON *json, guint scale, gint64 *value)
{
  gint64 number;

  if (!cJSON_IsString (json) || !outlay_decimal_parse (json->valuestring, scale, &number, NULL) ||
      number < 0 || number > OUTLAY_RATE_MAX_PICOS)
    return FALSE;

  *value = number;
  return TRUE;
}

static OutlayRateCard *
get_card (OutlayTableModel *model, OutlayServiceTier tier)
{
  if (tier == OUTLAY_TIER_STANDARD)
    return &model->card;
  if (model->tier[tier] == NULL)
    model->tier[tier] = g_new0 (OutlayRateCard, 1);

  return model->tier[tier];
}

/* A tier begins as a copy of the base, so the base comes first. */
static void
read_rates (const cJSON *row, OutlayTableModel *model, gboolean above)
{
  const cJSON *member;

  cJSON_ArrayForEach (member, row)
  {
    Field field;
    gint64 picos;
    guint place;
    OutlayRateCard *card;

    if (!parse_field (member->string, &field) || (field.above > 0) != above ||
        !parse_number (member, DOLLARS, &picos))
      continue;

    card = get_card (model, field.tier);
    if (!above)
      outlay_rates_set (&card->base, field.rate, picos);
    else if (outlay_card_add_tier (card, field.above, &place))
      outlay_rates_set (&card->tier[place], field.rate, picos);
  }
}

/* An array of {"range": [from, to], rates}: the whole request at the one its prompt is in. */
static void
read_ranges (const cJSON *ranges, OutlayTableModel *model)
{
  const cJSON *range;

  cJSON_ArrayForEach (range, ranges)
  {
    const cJSON *member;
    const cJSON *from = cJSON_GetArrayItem (cJSON_GetObjectItemCaseSensitive (range, "range"), 0);
    OutlayRates *rates = &model->card.base;
    gint64 above = 0;
    guint place;

    if (!parse_number (from, 0, &above))
      continue;
    if (above > 0 && !outlay_card_add_tier (&model->card, above, &place))
      return;
    if (above > 0)
      rates = &model->card.tier[place];

    cJSON_ArrayForEach (member, range)
    {
      Field field;
      gint64 picos;

      if (parse_field (member->string, &field) && parse_number (member, DOLLARS, &picos))
        outlay_rates_set (rates, field.rate, picos);
    }
  }
}

static void
read_extras (const cJSON *row, OutlayTableModel *model)
{
  const cJSON *search = cJSON_GetObjectItemCaseSensitive (row, "search_context_cost_per_query");
  const cJSON *specific = cJSON_GetObjectItemCaseSensitive (row, "provider_specific_entry");
  gint64 picos;

  /* Perplexity's is a fee of each request, by an amount of context that usage does not tell. */
  if (strcmp (model->provider, "perplexity") != 0 &&
      parse_number (cJSON_GetObjectItemCaseSensitive (search, "search_context_size_medium"),
                    DOLLARS, &picos))
    outlay_card_set (&model->card, OUTLAY_RATE_WEB_SEARCH, picos);

  parse_number (cJSON_GetObjectItemCaseSensitive (specific, "us"), MULTIPLIER, &model->us_micros);
  parse_number (cJSON_GetObjectItemCaseSensitive (specific, "fast"), MULTIPLIER,
                &model->fast_micros);
  parse_number (cJSON_GetObjectItemCaseSensitive (row, "regional_processing_uplift_multiplier_us"),
                MULTIPLIER, &model->us_micros);
  parse_number (cJSON_GetObjectItemCaseSensitive (row, "regional_processing_uplift_multiplier_eu"),
                MULTIPLIER, &model->eu_micros);
}

/* A tier at the standard price is a copy of it, and not what the tier costs. */
static void
drop_copies (OutlayTableModel *model)
{
  for (guint i = 0; i < G_N_ELEMENTS (model->tier); i++)
    if (model->tier[i] != NULL && outlay_card_agrees (model->tier[i], &model->card))
      g_clear_pointer (&model->tier[i], g_free);
}

static char *
name_provider (const char *text)
{
  g_autofree char *folded = outlay_provider_fold (text);
  const char *alias = outlay_provider_alias (folded);

  return alias != NULL ? g_strdup (alias) : g_steal_pointer (&folded);
}

/* The model's name in its provider: the key without the provider's own prefix. */
static const char *
cut_provider (const char *key, const char *provider)
{
  const char *slash = strchr (key, '/');
  g_autofree char *first = slash != NULL ? g_strndup (key, (gsize) (slash - key)) : NULL;
  g_autofree char *named = first != NULL ? name_provider (first) : NULL;

  return g_strcmp0 (named, provider) == 0 ? slash + 1 : key;
}

static void
read_row (OutlayPriceTable *table, const cJSON *row)
{
  const char *litellm = outlay_catalogue_json_text (row, "litellm_provider");
  g_autofree char *provider = NULL;
  g_autoptr (OutlayTableModel) model = NULL;

  if (litellm == NULL || strchr (litellm, ' ') != NULL)
    return;

  provider = name_provider (litellm);
  model = outlay_table_model_new (provider, cut_provider (row->string, provider));
  read_rates (row, model, FALSE);
  read_ranges (cJSON_GetObjectItemCaseSensitive (row, "tiered_pricing"), model);
  read_rates (row, model, TRUE);
  read_extras (row, model);
  drop_copies (model);

  /* Rows of nothing but 0 are plans and models run at home, not prices. */
  if (model->card.base.known == 0 || outlay_card_is_free (&model->card))
    return;

  outlay_price_table_take (table, g_steal_pointer (&model));
}

static void
on_table (const cJSON *object, gpointer user_data)
{
  const cJSON *row;

  cJSON_ArrayForEach (row, object)
  {
    read_row (user_data, row);
  }
}

/**
 * outlay_price_table_read_litellm:
 * @table: (inout): an empty table
 * @json: the file
 * @error: return location for an #OutlayPriceBookError
 */
gboolean
outlay_price_table_read_litellm (OutlayPriceTable *table, GBytes *json, GError **error)
{
  if (!outlay_price_objects_read (json, NULL, on_table, table, error))
    return FALSE;

  if (g_hash_table_size (table->models) == 0)
    {
      g_set_error_literal (error, OUTLAY_PRICE_BOOK_ERROR, OUTLAY_PRICE_BOOK_ERROR_MALFORMED,
                           _ ("this is not a price table in the LiteLLM layout"));
      return FALSE;
    }

  return TRUE;
}
