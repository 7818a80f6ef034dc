/* focus-meter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/focus-meter.h"

#include <string.h>

#define POWER_THOUSAND 3
#define POWER_MILLION 6

/* In this order: what is cached is also input. */
static const struct
{
  const char *word;
  OutlayMeter meter;
} words[] = {
  { "reserved", OUTLAY_METER_OTHER },
  { "provisioned", OUTLAY_METER_OTHER },
  { "guardrail", OUTLAY_METER_OTHER },
  { "cachewrite1h", OUTLAY_METER_CACHE_WRITE_1H },
  { "1hcachewrite", OUTLAY_METER_CACHE_WRITE_1H },
  { "cachewrite5m", OUTLAY_METER_CACHE_WRITE_5M },
  { "cachewrite", OUTLAY_METER_CACHE_WRITE },
  { "cachecreation", OUTLAY_METER_CACHE_WRITE },
  { "cachewrt", OUTLAY_METER_CACHE_WRITE },
  { "cacheread", OUTLAY_METER_CACHE_READ },
  { "cached", OUTLAY_METER_CACHE_READ },
  { "cchd", OUTLAY_METER_CACHE_READ },
  { "cachinginput", OUTLAY_METER_CACHE_READ },
  { "audioinput", OUTLAY_METER_AUDIO_INPUT },
  { "inputaudio", OUTLAY_METER_AUDIO_INPUT },
  { "audiooutput", OUTLAY_METER_AUDIO_OUTPUT },
  { "outputaudio", OUTLAY_METER_AUDIO_OUTPUT },
  { "imageinput", OUTLAY_METER_IMAGE_INPUT },
  { "inputimage", OUTLAY_METER_IMAGE_INPUT },
  { "imageoutput", OUTLAY_METER_IMAGE_OUTPUT },
  { "outputimage", OUTLAY_METER_IMAGE_OUTPUT },
  { "outp", OUTLAY_METER_OUTPUT },
  { "outtoken", OUTLAY_METER_OUTPUT },
  { "completion", OUTLAY_METER_OUTPUT },
  { "inp", OUTLAY_METER_INPUT },
  { "prompt", OUTLAY_METER_INPUT },
};

/* Small letters and digits only: `Cache Read`, `cache_read` and `CacheRead` are one. */
static char *
squeeze (const char *text)
{
  char *squeezed = g_ascii_strdown (text, -1);
  char *end = squeezed;

  for (const char *p = squeezed; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      *end++ = *p;

  *end = '\0';
  return squeezed;
}

/**
 * outlay_focus_unit_parse:
 * @unit: FOCUS ConsumedUnit or PricingUnit: `Tokens`, `1K Tokens`, `1M tokens`,
 *   `Requests`…
 * @description: what else the line says: Azure writes `1K` and means tokens
 * @power: (out): the quantity is of 10^@power of the unit
 *
 * Returns: what is counted
 */
OutlayFocusUnit
outlay_focus_unit_parse (const char *unit, const char *description, guint *power)
{
  static const struct
  {
    const char *prefix;
    guint power;
  } blocks[] = {
    { "1000000", POWER_MILLION },
    { "1m", POWER_MILLION },
    { "million", POWER_MILLION },
    { "1000", POWER_THOUSAND },
    { "1k", POWER_THOUSAND },
    { "thousand", POWER_THOUSAND },
    { "1", 0 },
  };
  g_autofree char *squeezed = squeeze (unit);
  const char *word = squeezed;

  *power = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (g_str_has_prefix (squeezed, blocks[i].prefix))
      {
        *power = blocks[i].power;
        word += strlen (blocks[i].prefix);
        break;
      }

  if (strcmp (word, "tokens") == 0 || strcmp (word, "token") == 0)
    return OUTLAY_FOCUS_UNIT_TOKENS;
  if (strcmp (word, "requests") == 0 || strcmp (word, "request") == 0 ||
      strcmp (word, "calls") == 0)
    return OUTLAY_FOCUS_UNIT_REQUESTS;

  if (*word == '\0' && *power > 0 && strstr (description, "oken") != NULL)
    return OUTLAY_FOCUS_UNIT_TOKENS;

  *power = 0;
  return OUTLAY_FOCUS_UNIT_OTHER;
}

/**
 * outlay_focus_meter_find:
 * @text: SkuMeter, ChargeDescription or the like
 *
 * Returns: the kind of token it plainly says, %OUTLAY_METER_OTHER for capacity,
 *   %OUTLAY_METER_ANY if it does not say
 */
OutlayMeter
outlay_focus_meter_find (const char *text)
{
  g_autofree char *squeezed = squeeze (text);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (squeezed, words[i].word) != NULL)
      return words[i].meter;

  /* Azure writes output as `opt`, a word of its own. */
  return strstr (text, " opt ") != NULL ? OUTLAY_METER_OUTPUT : OUTLAY_METER_ANY;
}

/**
 * outlay_focus_tier_find:
 * @text: SkuMeter, ChargeDescription or the like
 *
 * Returns: (transfer none): a value of %OUTLAY_FIELD_TIER
 */
const char *
outlay_focus_tier_find (const char *text)
{
  static const char *const tiers[] = { "batch", "flex", "priority" };
  g_autofree char *squeezed = squeeze (text);

  for (gsize i = 0; i < G_N_ELEMENTS (tiers); i++)
    if (strstr (squeezed, tiers[i]) != NULL)
      return tiers[i];

  return "";
}

/**
 * outlay_focus_is_long_context:
 * @text: SkuMeter, ChargeDescription or the like
 *
 * Returns: whether it says that the prompt was beyond the long-context threshold
 */
gboolean
outlay_focus_is_long_context (const char *text)
{
  g_autofree char *squeezed = squeeze (text);

  return strstr (squeezed, "longco") != NULL;
}

/**
 * outlay_focus_meter_count:
 * @meter: a kind of token
 * @tokens: how many
 * @usage: (inout): gets them
 */
void
outlay_focus_meter_count (OutlayMeter meter, gint64 tokens, OutlayUsage *usage)
{
  static const struct
  {
    OutlayMeter meter;
    OutlayMeasure measure;
    OutlayMeasure part; /* of it; the same where there is none */
  } measures[] = {
    { OUTLAY_METER_INPUT, OUTLAY_INPUT_TOKENS, OUTLAY_INPUT_TOKENS },
    { OUTLAY_METER_CACHE_READ, OUTLAY_CACHE_READ_TOKENS, OUTLAY_CACHE_READ_TOKENS },
    { OUTLAY_METER_CACHE_WRITE, OUTLAY_CACHE_WRITE_5M_TOKENS, OUTLAY_CACHE_WRITE_5M_TOKENS },
    { OUTLAY_METER_CACHE_WRITE_5M, OUTLAY_CACHE_WRITE_5M_TOKENS, OUTLAY_CACHE_WRITE_5M_TOKENS },
    { OUTLAY_METER_CACHE_WRITE_1H, OUTLAY_CACHE_WRITE_1H_TOKENS, OUTLAY_CACHE_WRITE_1H_TOKENS },
    { OUTLAY_METER_OUTPUT, OUTLAY_OUTPUT_TOKENS, OUTLAY_OUTPUT_TOKENS },
    { OUTLAY_METER_AUDIO_INPUT, OUTLAY_INPUT_TOKENS, OUTLAY_AUDIO_INPUT_TOKENS },
    { OUTLAY_METER_AUDIO_OUTPUT, OUTLAY_OUTPUT_TOKENS, OUTLAY_AUDIO_OUTPUT_TOKENS },
    { OUTLAY_METER_IMAGE_INPUT, OUTLAY_INPUT_TOKENS, OUTLAY_IMAGE_INPUT_TOKENS },
    { OUTLAY_METER_IMAGE_OUTPUT, OUTLAY_OUTPUT_TOKENS, OUTLAY_IMAGE_OUTPUT_TOKENS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    if (measures[i].meter == meter)
      {
        usage->count[measures[i].measure] = tokens;
        usage->count[measures[i].part] = tokens;
      }
}
