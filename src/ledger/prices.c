/* prices.c – questions to the price book
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/prices.h"

#include "core/decimal.h"
#include "import/csv-table.h"
#include "ledger/ledger-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const states[] = {
  [OUTLAY_PRICE_NONE] = "priced",       [OUTLAY_PRICE_PRICED] = "priced",
  [OUTLAY_PRICE_PARTIAL] = "partial",   [OUTLAY_PRICE_FREE] = "free",
  [OUTLAY_PRICE_UNPRICED] = "unpriced",
};

static const char *const rates[OUTLAY_N_RATES] = {
  [OUTLAY_RATE_INPUT] = "input",
  [OUTLAY_RATE_CACHE_READ] = "cache_read",
  [OUTLAY_RATE_CACHE_WRITE_5M] = "cache_write_5m",
  [OUTLAY_RATE_CACHE_WRITE_1H] = "cache_write_1h",
  [OUTLAY_RATE_OUTPUT] = "output",
  [OUTLAY_RATE_REASONING] = "reasoning",
  [OUTLAY_RATE_AUDIO_INPUT] = "audio_in",
  [OUTLAY_RATE_AUDIO_OUTPUT] = "audio_out",
  [OUTLAY_RATE_IMAGE_INPUT] = "image_in",
  [OUTLAY_RATE_IMAGE_OUTPUT] = "image_out",
  [OUTLAY_RATE_WEB_SEARCH] = "web_search",
  [OUTLAY_RATE_REQUEST] = "request",
};

/**
 * outlay_price_state_to_string:
 * @state: a state
 *
 * Returns: its name on the command line and in files
 */
const char *
outlay_price_state_to_string (OutlayPriceState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);

  return states[state];
}

/**
 * outlay_rate_to_string:
 * @rate: a rate
 *
 * Returns: its name on the command line and in files
 */
const char *
outlay_rate_to_string (OutlayRate rate)
{
  g_return_val_if_fail (rate < OUTLAY_N_RATES, NULL);

  return rates[rate];
}

/* Parts of a count cannot be more than the count. */
static gboolean
check_usage (const OutlayUsage *usage, GError **error)
{
  const gint64 *count = usage->count;
  const char *fault = NULL;

  if (count[OUTLAY_REASONING_TOKENS] > count[OUTLAY_OUTPUT_TOKENS])
    fault = _ ("Reasoning is a part of the output, and cannot be more.");
  else if (count[OUTLAY_AUDIO_INPUT_TOKENS] > count[OUTLAY_INPUT_TOKENS])
    fault = _ ("Audio is a part of the uncached input, and cannot be more.");
  else if (count[OUTLAY_AUDIO_OUTPUT_TOKENS] > count[OUTLAY_OUTPUT_TOKENS])
    fault = _ ("Audio is a part of the output, and cannot be more.");

  if (fault == NULL)
    return TRUE;

  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID, fault);
  return FALSE;
}

static OutlayPriceState
join_states (OutlayPriceState book, OutlayPriceState card)
{
  if (card == OUTLAY_PRICE_NONE || card == OUTLAY_PRICE_UNPRICED)
    return card == OUTLAY_PRICE_NONE ? book : card;

  return book == OUTLAY_PRICE_PARTIAL ? book : card;
}

/**
 * outlay_ledger_price:
 * @ledger: a ledger
 * @request: one request
 * @answer: (out): what it costs
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_ledger_price (OutlayLedger *ledger,
                     const OutlayPriceRequest *request,
                     OutlayPriceAnswer *answer,
                     GError **error)
{
  g_autofree char *provider = NULL;
  g_autofree char *tier = NULL;
  OutlayPriceQuery query = { .region = "", .model = request->model, .at = request->at };
  OutlayPrice price = { 0 };

  if (!check_usage (&request->usage, error))
    return FALSE;

  provider = g_utf8_strdown (request->provider, -1);
  tier = g_utf8_strdown (request->tier, -1);
  query.provider = provider;
  query.tier = tier;
  outlay_price_book_find (ledger->book, &query, &price);

  memset (answer, 0, sizeof *answer);
  answer->state = price.state;
  answer->provider = price.provider;
  answer->model = price.model;
  answer->source = price.source;
  answer->valid_from = price.valid_from;
  if (price.state == OUTLAY_PRICE_UNPRICED)
    return TRUE;

  answer->rates =
      *outlay_rate_card_rates (&price.card, outlay_usage_prompt_tokens (&request->usage));
  answer->state = join_states (price.state,
                               outlay_rate_card_cost (&price.card, &request->usage,
                                                      /* is_request: */ TRUE, &answer->cost_nanos));
  return TRUE;
}

enum
{
  PROVIDER,
  MODEL,
  TIMESTAMP,
  SERVICE_TIER,
  FIRST_COUNT
};

static const OutlayCsvColumn columns[] = {
  [PROVIDER] = { "provider", NULL, OUTLAY_COLUMN_REQUIRED },
  [MODEL] = { "model", NULL, OUTLAY_COLUMN_REQUIRED },
  [TIMESTAMP] = { "timestamp", NULL, OUTLAY_COLUMN_REQUIRED },
  [SERVICE_TIER] = { "service_tier", NULL, 0 },
  [FIRST_COUNT + 0] = { "uncached_input", NULL, OUTLAY_COLUMN_REQUIRED },
  [FIRST_COUNT + 1] = { "cached_read", NULL, 0 },
  [FIRST_COUNT + 2] = { "cache_write_5m", NULL, 0 },
  [FIRST_COUNT + 3] = { "cache_write_1h", NULL, 0 },
  [FIRST_COUNT + 4] = { "output_tokens", NULL, OUTLAY_COLUMN_REQUIRED },
  [FIRST_COUNT + 5] = { "reasoning_tokens", NULL, 0 },
  [FIRST_COUNT + 6] = { "audio_in", NULL, 0 },
  [FIRST_COUNT + 7] = { "audio_out", NULL, 0 },
  [FIRST_COUNT + 8] = { "web_searches", NULL, 0 },
};

static const OutlayMeasure measures[G_N_ELEMENTS (columns) - FIRST_COUNT] = {
  OUTLAY_INPUT_TOKENS,          OUTLAY_CACHE_READ_TOKENS,   OUTLAY_CACHE_WRITE_5M_TOKENS,
  OUTLAY_CACHE_WRITE_1H_TOKENS, OUTLAY_OUTPUT_TOKENS,       OUTLAY_REASONING_TOKENS,
  OUTLAY_AUDIO_INPUT_TOKENS,    OUTLAY_AUDIO_OUTPUT_TOKENS, OUTLAY_WEB_SEARCHES,
};

typedef struct
{
  OutlayLedger *ledger;
  OutlayPriceCaseFunc func;
  gpointer user_data;
} Pricing;

static gboolean
price_row (const OutlayCsvRow *row,
           const Pricing *pricing,
           OutlayPriceAnswer *answer,
           GError **error)
{
  OutlayPriceRequest request = {
    .provider = row->field[PROVIDER],
    .model = row->field[MODEL],
    .tier = row->field[SERVICE_TIER],
    .usage.count[OUTLAY_REQUESTS] = 1,
  };

  if (row->problem != NULL)
    {
      g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID, row->problem);
      return FALSE;
    }

  if (!outlay_instant_parse (row->field[TIMESTAMP], &request.at, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      const char *text = row->field[FIRST_COUNT + i];

      if (text[0] != '\0' && !outlay_count_parse (text, &request.usage.count[measures[i]], error))
        {
          g_prefix_error (error, "%s: ", columns[FIRST_COUNT + i].name);
          return FALSE;
        }
    }

  return outlay_ledger_price (pricing->ledger, &request, answer, error);
}

static gboolean
on_row (const OutlayCsvRow *row, gpointer user_data, GError **error)
{
  const Pricing *pricing = user_data;
  g_autoptr (GError) fault = NULL;
  g_autofree char *sentence = NULL;
  OutlayPriceAnswer answer;

  if (price_row (row, pricing, &answer, &fault))
    {
      pricing->func (&answer, NULL, pricing->user_data);
      return TRUE;
    }

  sentence = g_strdup_printf ("%" G_GUINT64_FORMAT ": %s", row->line, fault->message);
  pricing->func (NULL, sentence, pricing->user_data);
  return TRUE;
}

/**
 * outlay_ledger_price_cases:
 * @ledger: a ledger
 * @text: a CSV file with a request a row
 * @length: of @text, in bytes
 * @func: takes the answers, in the order of the file
 * @user_data: for @func
 * @error: return location for an #OutlayLedgerError or an error of the CSV reader
 *
 * Returns: %FALSE if the file cannot be read at all
 */
gboolean
outlay_ledger_price_cases (OutlayLedger *ledger,
                           const char *text,
                           gsize length,
                           OutlayPriceCaseFunc func,
                           gpointer user_data,
                           GError **error)
{
  Pricing pricing = { ledger, func, user_data };
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_autoptr (OutlayCsvTable) table =
      outlay_csv_table_new (columns, G_N_ELEMENTS (columns), on_row, &pricing);

  if (!outlay_csv_table_feed (table, valid, strlen (valid), error) ||
      !outlay_csv_table_finish (table, error))
    return FALSE;

  if (outlay_csv_table_header (table) != NULL)
    return TRUE;

  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
                       _ ("The file is empty. Its first line names the columns: provider, model, "
                          "timestamp, uncached_input, output_tokens and more."));
  return FALSE;
}
