/* prices.c – outlay-cli price
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/prices.h"
#include "cli/arguments.h"
#include "cli/output.h"
#include "core/decimal.h"
#include "report/json-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define PER_MILLION_DECIMALS 6 /* a million times a pico-unit is 10⁻⁶ */
#define EACH_DECIMALS 12

static gboolean
is_unpriced (const OutlayPriceAnswer *answer)
{
  return answer->state == OUTLAY_PRICE_UNPRICED;
}

/* Of a million tokens; of one search and one request. */
static char *
describe_rate (const OutlayRates *rates, OutlayRate rate)
{
  gboolean is_token = rate != OUTLAY_RATE_WEB_SEARCH && rate != OUTLAY_RATE_REQUEST;

  return outlay_decimal_to_string (rates->picos[rate],
                                   is_token ? PER_MILLION_DECIMALS : EACH_DECIMALS);
}

static cJSON *
make_answer (const OutlayPriceAnswer *answer)
{
  cJSON *object = cJSON_CreateObject ();
  cJSON *rates;

  outlay_json_add_money (object, "cost", !is_unpriced (answer), answer->cost_nanos);
  outlay_json_add_text (object, "currency", "USD");
  outlay_json_add_text (object, "state", outlay_price_state_to_string (answer->state));
  outlay_json_add_text (object, "provider", answer->provider);
  outlay_json_add_text (object, "model", answer->model);
  outlay_json_add_text (object, "source", answer->source);
  outlay_json_add_day (object, "valid_from",
                       answer->valid_from == G_MININT64 || is_unpriced (answer)
                           ? G_MININT32
                           : outlay_day_of_instant (answer->valid_from));
  rates = cJSON_AddObjectToObject (object, "rates");
  for (guint rate = 0; rate < OUTLAY_N_RATES; rate++)
    if (outlay_rates_has (&answer->rates, rate))
      {
        g_autofree char *text = describe_rate (&answer->rates, rate);

        outlay_json_add_text (rates, outlay_rate_to_string (rate), text);
      }

  return object;
}

static void
print_answer (const OutlayPriceAnswer *answer)
{
  g_autofree char *cost = outlay_nanos_to_string (answer->cost_nanos);
  g_autoptr (OutlayTable) table = outlay_table_new ("lr", _ ("Rate"), _ ("USD"), NULL);

  if (is_unpriced (answer))
    {
      g_print (_ ("No price is known for this model.\n"));
      return;
    }

  g_print (_ ("%s USD (%s)\n"), cost, outlay_price_state_to_string (answer->state));
  g_print (_ ("%s %s, rates of %s:\n\n"), answer->provider, answer->model, answer->source);
  for (guint rate = 0; rate < OUTLAY_N_RATES; rate++)
    if (outlay_rates_has (&answer->rates, rate))
      {
        outlay_table_add (table, outlay_rate_to_string (rate));
        outlay_table_take (table, describe_rate (&answer->rates, rate));
      }
  outlay_table_print (table);
}

typedef struct
{
  const char *path;
  guint n_faults;
} Cases;

static void
on_case (const OutlayPriceAnswer *answer, const char *fault, gpointer user_data)
{
  Cases *cases = user_data;
  g_autoptr (cJSON) object = NULL;

  if (answer != NULL)
    object = make_answer (answer);
  else
    {
      outlay_cli_warn ("%s:%s", cases->path, fault);
      cases->n_faults++;
      object = cJSON_CreateObject ();
      cJSON_AddNullToObject (object, "cost");
      cJSON_AddNullToObject (object, "state");
      outlay_json_add_text (object, "error", fault);
    }

  outlay_print_json_line (object);
}

static OutlayExit
price_cases (OutlayCli *cli, const char *path)
{
  Cases cases = { path, 0 };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  gsize length;

  text = outlay_cli_read_file (path, &length);
  ledger = text != NULL ? outlay_cli_ledger (cli) : NULL;
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_price_cases (ledger, text, length, on_case, &cases, &error))
    {
      outlay_cli_warn ("%s: %s", path, error->message);
      return OUTLAY_EXIT_FAILED;
    }

  return cases.n_faults > 0 ? OUTLAY_EXIT_FAILED : OUTLAY_EXIT_DONE;
}

/* Options of counts, and what they count. */
static const struct
{
  const char *name;
  OutlayMeasure measure;
  const char *description;
} counts[] = {
  { "input", OUTLAY_INPUT_TOKENS, N_ ("Uncached input tokens") },
  { "cache-read", OUTLAY_CACHE_READ_TOKENS, N_ ("Input tokens read from a cache") },
  { "cache-write-5m", OUTLAY_CACHE_WRITE_5M_TOKENS, N_ ("Input tokens written for 5 minutes") },
  { "cache-write-1h", OUTLAY_CACHE_WRITE_1H_TOKENS, N_ ("Input tokens written for an hour") },
  { "output", OUTLAY_OUTPUT_TOKENS, N_ ("Output tokens, reasoning included") },
  { "reasoning", OUTLAY_REASONING_TOKENS, N_ ("Reasoning tokens in the output") },
  { "audio-in", OUTLAY_AUDIO_INPUT_TOKENS, N_ ("Audio tokens in the uncached input") },
  { "audio-out", OUTLAY_AUDIO_OUTPUT_TOKENS, N_ ("Audio tokens in the output") },
  { "web-searches", OUTLAY_WEB_SEARCHES, N_ ("Web searches") },
};

typedef struct
{
  char *provider;
  char *model;
  char *at;
  char *tier;
  char *cases;
  char *count[G_N_ELEMENTS (counts)];
} Options;

static void
clear_options (Options *options)
{
  g_free (options->provider);
  g_free (options->model);
  g_free (options->at);
  g_free (options->tier);
  g_free (options->cases);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    g_free (options->count[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
parse_options (OutlayCli *cli, int *argc, char ***argv, Options *options)
{
  const GOptionEntry first[] = {
    { "provider", 0, 0, G_OPTION_ARG_FILENAME, &options->provider, N_ ("As openai"), N_ ("NAME") },
    { "model", 0, 0, G_OPTION_ARG_FILENAME, &options->model, N_ ("As the usage says it"),
      N_ ("NAME") },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &options->at, N_ ("When, as 2026-09-10T12:00:00Z"),
      N_ ("INSTANT") },
    { "service-tier", 0, 0, G_OPTION_ARG_FILENAME, &options->tier,
      N_ ("standard, batch, flex, priority or fast"), N_ ("TIER") },
    { "cases", 0, 0, G_OPTION_ARG_FILENAME, &options->cases,
      N_ ("A CSV file with a request a row, instead of the other options"), N_ ("FILE") },
  };
  GOptionEntry entries[G_N_ELEMENTS (first) + G_N_ELEMENTS (counts) + 1] = { 0 };

  memcpy (entries, first, sizeof first);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    entries[G_N_ELEMENTS (first) + i] = (GOptionEntry){ .long_name = counts[i].name,
                                                        .arg = G_OPTION_ARG_FILENAME,
                                                        .arg_data = &options->count[i],
                                                        .description = counts[i].description,
                                                        .arg_description = N_ ("NUMBER") };

  return outlay_cli_parse (cli, entries, argc, argv, 0, 0);
}

static gboolean
parse_instant (const char *text, gint64 *instant)
{
  gint32 day;

  if (outlay_instant_parse (text, instant, NULL))
    return TRUE;

  if (outlay_day_parse (text, &day, NULL))
    {
      *instant = outlay_day_start (day);
      return TRUE;
    }

  outlay_cli_misuse (_ ("--at: “%s” is no instant. Write it as 2026-09-10T12:00:00Z."), text);
  return FALSE;
}

static gboolean
read_request (const Options *options, OutlayPriceRequest *request)
{
  if (!outlay_argument_is_text ("--provider", options->provider) ||
      !outlay_argument_is_text ("--model", options->model) ||
      !outlay_argument_is_text ("--at", options->at) ||
      !parse_instant (options->at, &request->at) ||
      (options->tier != NULL && !outlay_argument_is_text ("--service-tier", options->tier)))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *name = g_strconcat ("--", counts[i].name, NULL);

      if (options->count[i] != NULL &&
          !outlay_argument_count (name, options->count[i],
                                  &request->usage.count[counts[i].measure]))
        return FALSE;
    }

  request->provider = options->provider;
  request->model = options->model;
  request->tier = options->tier != NULL ? options->tier : "";
  request->usage.count[OUTLAY_REQUESTS] = 1;
  return TRUE;
}

static OutlayExit
run_cost (OutlayCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  OutlayPriceRequest request = { 0 };
  OutlayPriceAnswer answer;
  g_autoptr (cJSON) object = NULL;
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;

  if (!parse_options (cli, &argc, &argv, &options))
    return OUTLAY_EXIT_USAGE;
  if (options.cases != NULL)
    return price_cases (cli, options.cases);
  if (!read_request (&options, &request))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_price (ledger, &request, &answer, &error))
    return outlay_cli_fail (error);

  object = make_answer (&answer);
  if (cli->json)
    outlay_print_json (object);
  else
    print_answer (&answer);

  return OUTLAY_EXIT_DONE;
}

static const OutlayCliCommand commands[] = {
  { "cost", run_cost, N_ ("--provider NAME --model NAME --at INSTANT | --cases FILE.csv"),
    N_ ("What a request costs") },
};

/**
 * outlay_cli_run_price:
 *
 * `price cost`
 */
OutlayExit
outlay_cli_run_price (OutlayCli *cli, int argc, char **argv)
{
  return outlay_cli_run_table (cli, commands, G_N_ELEMENTS (commands), argc, argv);
}
