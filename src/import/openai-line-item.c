/* openai-line-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/openai-line-item.h"

#include <string.h>

#define TIER_MARK " | "
#define PART_MARK ", "

typedef enum
{
  KIND_TEXT,
  KIND_AUDIO,
  KIND_IMAGE,
} Kind;

/* What may stand behind the model's name. */
static gboolean
read_suffix (const char *word, Kind *kind, const char **tier)
{
  static const char *const tiers[] = { "batch", "flex", "priority" };

  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    if (strcmp (word, tiers[i]) == 0)
      {
        *tier = tiers[i];
        return TRUE;
      }

  if (strcmp (word, "audio") == 0)
    *kind = KIND_AUDIO;
  else if (strcmp (word, "image") == 0)
    *kind = KIND_IMAGE;
  else if (strcmp (word, "text") != 0)
    return FALSE;

  return TRUE;
}

static OutlayMeter
find_meter (const char *part, Kind kind)
{
  static const OutlayMeter inputs[] = { OUTLAY_METER_INPUT, OUTLAY_METER_AUDIO_INPUT,
                                        OUTLAY_METER_IMAGE_INPUT };
  static const OutlayMeter outputs[] = { OUTLAY_METER_OUTPUT, OUTLAY_METER_AUDIO_OUTPUT,
                                         OUTLAY_METER_IMAGE_OUTPUT };

  if (strcmp (part, "input") == 0)
    return inputs[kind];
  if (strcmp (part, "output") == 0)
    return outputs[kind];
  if (strcmp (part, "cached input") == 0)
    return OUTLAY_METER_CACHE_READ;
  if (strcmp (part, "cache writes") == 0 || strcmp (part, "cache write") == 0)
    return OUTLAY_METER_CACHE_WRITE;

  return OUTLAY_METER_OTHER;
}

/* `input_tokens` and `Input` are `input`. */
static char *
normalise_part (const char *text)
{
  char *part = g_ascii_strdown (text, -1);

  g_strdelimit (part, "_", ' ');
  if (g_str_has_suffix (part, " tokens"))
    part[strlen (part) - strlen (" tokens")] = '\0';

  return g_strstrip (part);
}

static const char *
read_tier (OutlayRow *row, const char **text)
{
  const char *mark = strstr (*text, TIER_MARK);
  char *tier;

  if (mark == NULL)
    return "";

  tier = g_ascii_strdown (*text, mark - *text);
  *text = mark + strlen (TIER_MARK);
  return outlay_row_keep (row, g_strstrip (tier));
}

static const char *
read_model (OutlayRow *row, char *text, Kind *kind, const char **tier)
{
  char *space;

  for (space = strrchr (text, ' '); space != NULL && read_suffix (space + 1, kind, tier);
       space = strrchr (text, ' '))
    *space = '\0';

  return outlay_row_keep (row, g_strdup (text));
}

/**
 * outlay_line_item_parse:
 * @row: the row it is of
 * @text: as `gpt-4o, cached input`, `priority | gpt-4o audio, output, long context`
 *   or `web search tool calls`
 * @item: (out): what it says; texts live as long as the row
 */
void
outlay_line_item_parse (OutlayRow *row, const char *text, OutlayLineItem *item)
{
  g_auto (GStrv) parts = NULL;
  Kind kind = KIND_TEXT;

  *item = (OutlayLineItem){ "", "", "", text[0] != '\0' ? OUTLAY_METER_OTHER : OUTLAY_METER_ANY };

  if (strstr (text, "web search") != NULL)
    item->meter = OUTLAY_METER_WEB_SEARCH;
  if (strstr (text, PART_MARK) == NULL)
    return;

  item->tier = read_tier (row, &text);
  parts = g_strsplit (text, PART_MARK, -1);
  item->model = read_model (row, parts[0], &kind, &item->tier);

  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_autofree char *part = normalise_part (parts[i]);

      if (strcmp (part, "long context") == 0)
        item->context = "long";
      else if (item->meter == OUTLAY_METER_OTHER)
        item->meter = find_meter (part, kind);
    }
}
