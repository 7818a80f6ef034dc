/* table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pricing/table.h"

#include "pricing/names.h"

#include <string.h>

OutlayTableModel *
outlay_table_model_new (const char *provider, const char *id)
{
  OutlayTableModel *model = g_new0 (OutlayTableModel, 1);

  model->provider = g_strdup (provider);
  model->id = g_strdup (id);

  return model;
}

void
outlay_table_model_free (OutlayTableModel *model)
{
  if (model == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (model->tier); i++)
    g_free (model->tier[i]);
  g_free (model->provider);
  g_free (model->id);
  g_free (model);
}

OutlayPriceTable *
outlay_price_table_new (const char *source)
{
  OutlayPriceTable *table = g_new0 (OutlayPriceTable, 1);

  table->source = g_strdup (source);
  table->models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) outlay_table_model_free);

  return table;
}

void
outlay_price_table_free (OutlayPriceTable *table)
{
  if (table == NULL)
    return;

  g_hash_table_unref (table->models);
  g_free (table->source);
  g_free (table);
}

static char *
make_key (const char *provider, const char *model)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", provider, model);

  return g_ascii_strdown (key, -1);
}

/* Takes @model, unless its name is taken: the first row of a name stays. */
void
outlay_price_table_take (OutlayPriceTable *table, OutlayTableModel *model)
{
  g_autofree char *key = make_key (model->provider, model->id);

  if (g_hash_table_contains (table->models, key))
    outlay_table_model_free (model);
  else
    g_hash_table_insert (table->models, g_steal_pointer (&key), model);
}

static const OutlayTableModel *
find_exact (const OutlayPriceTable *table, const char *provider, const char *model)
{
  g_autofree char *key = make_key (provider, model);

  return g_hash_table_lookup (table->models, key);
}

/* ft:BASE:organisation:name:id is priced as ft:BASE. */
static char *
shorten_fine_tune (const char *text)
{
  const char *colon;

  if (!g_str_has_prefix (text, "ft:"))
    return NULL;

  colon = strchr (text + strlen ("ft:"), ':');
  return colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;
}

static const OutlayTableModel *
find_variants (const OutlayPriceTable *table, const char *provider, const char *text)
{
  const OutlayTableModel *model = find_exact (table, provider, text);
  g_autofree char *tuned = shorten_fine_tune (text);
  g_autofree char *undated = outlay_model_without_date (text);

  if (model == NULL && tuned != NULL)
    model = find_exact (table, provider, tuned);
  if (model == NULL && undated != NULL)
    model = find_exact (table, provider, undated);

  return model;
}

/**
 * outlay_price_table_find:
 * @table: a table
 * @provider: a provider, by the catalogue's id or as outlay_provider_fold() has it
 * @model: a model's name
 *
 * Returns: (transfer none) (nullable): the model
 */
const OutlayTableModel *
outlay_price_table_find (const OutlayPriceTable *table, const char *provider, const char *model)
{
  const OutlayTableModel *found = NULL;
  const char *text = model;

  for (guint i = 0; i < 4 && text != NULL && found == NULL; i++)
    {
      const char *tail = outlay_model_tail (text);
      const char *slash = strchr (text, '/');

      found = find_variants (table, provider, text);
      text = tail != NULL ? tail : slash != NULL ? slash + 1 : NULL;
    }

  return found;
}

/**
 * outlay_service_tier_parse:
 * @tier: a service tier as records have it
 *
 * Returns: which it is
 */
OutlayServiceTier
outlay_service_tier_parse (const char *tier)
{
  static const struct
  {
    const char *name;
    OutlayServiceTier tier;
  } names[] = {
    { "", OUTLAY_TIER_STANDARD },        { "standard", OUTLAY_TIER_STANDARD },
    { "default", OUTLAY_TIER_STANDARD }, { "auto", OUTLAY_TIER_STANDARD },
    { "batch", OUTLAY_TIER_BATCH },      { "batches", OUTLAY_TIER_BATCH },
    { "flex", OUTLAY_TIER_FLEX },        { "priority", OUTLAY_TIER_PRIORITY },
    { "fast", OUTLAY_TIER_FAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (tier, names[i].name) == 0)
      return names[i].tier;

  return OUTLAY_TIER_OTHER;
}
