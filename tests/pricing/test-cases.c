/* test-cases.c – the shipped prices against a table of costs that two sources agree on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table is not part of this tree; without it there is nothing to run.
 */

#include "pricing/price-book.h"

#include "core/date.h"
#include "core/decimal.h"

#include <string.h>

#define CASES "../../../shared/pricing/cases.csv"

typedef struct
{
  GHashTable *columns; /* name to index + 1 */
  GPtrArray *cells;
} Row;

typedef struct
{
  guint agree;
  guint agree_right;
  guint rest;
  guint rest_right;
} Score;

static void
split_line (const char *line, GPtrArray *cells)
{
  g_ptr_array_set_size (cells, 0);

  for (const char *p = line;; p++)
    {
      g_autoptr (GString) cell = g_string_new (NULL);
      gboolean quoted = FALSE;

      for (; *p != '\0' && (quoted || *p != ','); p++)
        if (*p != '"')
          g_string_append_c (cell, *p);
        else if (quoted && p[1] == '"')
          g_string_append_c (cell, *p++);
        else
          quoted = !quoted;

      g_ptr_array_add (cells, g_strdup (cell->str));
      if (*p == '\0')
        return;
    }
}

static const char *
get (const Row *row, const char *column)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (row->columns, column));

  g_assert_cmpuint (i, >, 0);
  g_assert_cmpuint (i, <=, row->cells->len);

  return row->cells->pdata[i - 1];
}

static gint64
get_count (const Row *row, const char *column)
{
  gint64 count = 0;

  g_assert_true (outlay_count_parse (get (row, column), &count, NULL));
  return count;
}

static void
read_usage (const Row *row, OutlayUsage *usage)
{
  *usage = (OutlayUsage){ 0 };
  usage->count[OUTLAY_INPUT_TOKENS] = get_count (row, "uncached_input");
  usage->count[OUTLAY_CACHE_READ_TOKENS] = get_count (row, "cached_read");
  usage->count[OUTLAY_CACHE_WRITE_5M_TOKENS] = get_count (row, "cache_write_5m");
  usage->count[OUTLAY_CACHE_WRITE_1H_TOKENS] = get_count (row, "cache_write_1h");
  usage->count[OUTLAY_OUTPUT_TOKENS] = get_count (row, "output_tokens");
  usage->count[OUTLAY_REASONING_TOKENS] = get_count (row, "reasoning_tokens");
  usage->count[OUTLAY_AUDIO_INPUT_TOKENS] = get_count (row, "audio_in");
  usage->count[OUTLAY_AUDIO_OUTPUT_TOKENS] = get_count (row, "audio_out");
  usage->count[OUTLAY_WEB_SEARCHES] = get_count (row, "web_searches");
  g_assert_cmpint (outlay_usage_prompt_tokens (usage), ==, get_count (row, "input_tokens"));
}

/* What the row says it should cost; "" is no price. */
static const char *
get_expected (const Row *row)
{
  const char *preferred = get (row, "preferred_source");

  if (g_str_has_prefix (preferred, "litellm") || g_str_has_prefix (preferred, "rule"))
    return get (row, "litellm_cost_usd");
  if (g_str_has_prefix (preferred, "unpriced"))
    return "";

  return get (row, "expected_cost_usd");
}

static gboolean
is_expected (const char *expected, OutlayPriceState state, gint64 cost_nanos)
{
  gint64 expected_nanos = 0;

  if (*expected == '\0')
    return state == OUTLAY_PRICE_UNPRICED;

  g_assert_true (outlay_nanos_parse (expected, &expected_nanos, NULL));
  return state != OUTLAY_PRICE_UNPRICED && ABS (expected_nanos - cost_nanos) <= 1;
}

static void
run_row (OutlayPriceBook *book, const Row *row, Score *score)
{
  OutlayPriceQuery query = {
    .provider = get (row, "provider"),
    .model = get (row, "model"),
    .tier = get (row, "service_tier"),
    .region = "",
  };
  const char *expected = get_expected (row);
  const char *confidence = get (row, "confidence");
  gboolean agreed = strcmp (get (row, "verdict"), "AGREE") == 0;
  gboolean low = strcmp (confidence, "low") == 0;
  g_autofree char *cost = NULL;
  OutlayWide by_rate_picos[OUTLAY_N_RATES];
  OutlayUsage usage;
  OutlayPrice price;
  OutlayPriceState state;
  gint64 cost_nanos;
  gboolean right;

  read_usage (row, &usage);
  g_assert_true (outlay_instant_parse (get (row, "timestamp"), &query.at, NULL));
  outlay_price_usage (book, &query, &usage, TRUE, &price, &state, &cost_nanos, by_rate_picos);

  right = is_expected (expected, state, cost_nanos);
  cost = state == OUTLAY_PRICE_UNPRICED ? g_strdup ("none") : outlay_nanos_to_string (cost_nanos);

  score->agree += agreed ? 1 : 0;
  score->agree_right += agreed && right ? 1 : 0;
  score->rest += !agreed && !low ? 1 : 0;
  score->rest_right += !agreed && !low && right ? 1 : 0;

  if (low || !right)
    g_test_message ("%s %s %s %s %s %s: %s, expected %s by %s; %s", right ? "ok" : "MISS",
                    confidence, get (row, "case_id"), query.provider, query.model, query.tier, cost,
                    expected, get (row, "preferred_source"),
                    price.source != NULL ? price.source : "no source");
}

static void
test_cases (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, CASES, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (OutlayPriceBook) book = NULL;
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  Row row = { .columns = columns, .cells = cells };
  Score score = { 0 };

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the table of cases is not here");
      return;
    }

  book = outlay_price_book_new_shipped (NULL);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  split_line (lines[0], cells);
  for (guint i = 0; i < cells->len; i++)
    g_hash_table_insert (columns, g_strdup (cells->pdata[i]), GUINT_TO_POINTER (i + 1));

  for (guint i = 1; lines[i] != NULL; i++)
    {
      split_line (lines[i], cells);
      run_row (book, &row, &score);
    }

  g_test_message ("agreed: %u of %u; others of high or medium confidence: %u of %u",
                  score.agree_right, score.agree, score.rest_right, score.rest);
  g_assert_cmpuint (score.agree, >, 0);
  g_assert_cmpuint (score.agree_right, ==, score.agree);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pricing/cases", test_cases);

  return g_test_run ();
}
