/* catalogue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pricing/catalogue.h"

#include "core/date.h"
#include "pricing/names.h"

#include <string.h>

static void
free_model (OutlayCatalogueModel *model)
{
  g_free (model->id);
  g_free (model->name);
  outlay_clause_free (model->match);
  g_array_unref (model->rows);
  g_free (model);
}

static void
free_provider (OutlayCatalogueProvider *provider)
{
  g_free (provider->id);
  outlay_clause_free (provider->model_match);
  outlay_clause_free (provider->provider_match);
  g_strfreev (provider->fallbacks);
  g_ptr_array_unref (provider->models);
  g_hash_table_unref (provider->ids);
  g_hash_table_unref (provider->keys);
  g_free (provider);
}

static gint64
find_date (const char *source)
{
  gsize length = strlen (source);
  gint32 day;

  if (length < strlen ("YYYY-MM-DD") ||
      !outlay_day_parse (source + length - strlen ("YYYY-MM-DD"), &day, NULL))
    return G_MININT64;

  return outlay_day_start (day);
}

OutlayCatalogue *
outlay_catalogue_new (const char *source)
{
  OutlayCatalogue *catalogue = g_new0 (OutlayCatalogue, 1);

  catalogue->source = g_strdup (source);
  catalogue->date = find_date (source);
  catalogue->providers = g_ptr_array_new_with_free_func ((GDestroyNotify) free_provider);

  return catalogue;
}

void
outlay_catalogue_free (OutlayCatalogue *catalogue)
{
  if (catalogue == NULL)
    return;

  g_free (catalogue->source);
  g_ptr_array_unref (catalogue->providers);
  g_free (catalogue);
}

OutlayCatalogueProvider *
outlay_catalogue_add_provider (OutlayCatalogue *catalogue, const char *id)
{
  OutlayCatalogueProvider *provider = g_new0 (OutlayCatalogueProvider, 1);

  provider->id = g_strdup (id);
  provider->models = g_ptr_array_new_with_free_func ((GDestroyNotify) free_model);
  provider->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  provider->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (catalogue->providers, provider);

  return provider;
}

/**
 * outlay_catalogue_add_model:
 * @provider: (inout): whose it is
 * @id: its id
 * @name: (nullable): its display name
 * @match: (transfer full): which names mean it
 *
 * Returns: (transfer none): the model, without rates
 */
OutlayCatalogueModel *
outlay_catalogue_add_model (OutlayCatalogueProvider *provider,
                            const char *id,
                            const char *name,
                            OutlayClause *match)
{
  OutlayCatalogueModel *model = g_new0 (OutlayCatalogueModel, 1);

  model->id = g_strdup (id);
  model->name = g_strdup (name);
  model->match = match;
  model->rows = g_array_new (FALSE, TRUE, sizeof (OutlayPriceRow));
  model->provider = provider;
  g_ptr_array_add (provider->models, model);

  return model;
}

/* Undated ids speak for a key before dated ones, and ids before names. */
static void
add_keys (OutlayCatalogueProvider *provider, gboolean names, gboolean want_dated)
{
  for (guint i = 0; i < provider->models->len; i++)
    {
      OutlayCatalogueModel *model = provider->models->pdata[i];
      const char *text = names ? model->name : model->id;
      g_autofree char *key = NULL;
      gboolean dated;

      if (text == NULL)
        continue;

      key = outlay_model_key (text, &dated);
      if (dated == want_dated && !g_hash_table_contains (provider->keys, key))
        g_hash_table_insert (provider->keys, g_steal_pointer (&key), model);
    }
}

/**
 * outlay_catalogue_finish:
 * @catalogue: (inout): a catalogue that has all its models
 *
 * Makes the indices by name.
 */
void
outlay_catalogue_finish (OutlayCatalogue *catalogue)
{
  for (guint i = 0; i < catalogue->providers->len; i++)
    {
      OutlayCatalogueProvider *provider = catalogue->providers->pdata[i];

      for (guint j = 0; j < provider->models->len; j++)
        {
          OutlayCatalogueModel *model = provider->models->pdata[j];
          g_autofree char *id = g_ascii_strdown (model->id, -1);

          if (!g_hash_table_contains (provider->ids, id))
            g_hash_table_insert (provider->ids, g_steal_pointer (&id), model);
        }

      add_keys (provider, FALSE, FALSE);
      add_keys (provider, TRUE, FALSE);
      add_keys (provider, FALSE, TRUE);
    }
}

static const OutlayCatalogueProvider *
find_by_id (const OutlayCatalogue *catalogue, const char *folded)
{
  for (guint i = 0; i < catalogue->providers->len; i++)
    {
      const OutlayCatalogueProvider *provider = catalogue->providers->pdata[i];
      g_autofree char *id = outlay_provider_fold (provider->id);

      if (strcmp (id, folded) == 0)
        return provider;
    }

  return NULL;
}

/**
 * outlay_catalogue_provider:
 * @catalogue: a catalogue
 * @folded: a provider, from outlay_provider_fold()
 *
 * Finds by id, by the names that gateways use, by the provider's own rule.
 *
 * Returns: (transfer none) (nullable): the provider
 */
const OutlayCatalogueProvider *
outlay_catalogue_provider (const OutlayCatalogue *catalogue, const char *folded)
{
  const OutlayCatalogueProvider *provider = find_by_id (catalogue, folded);
  const char *alias = provider == NULL ? outlay_provider_alias (folded) : NULL;

  if (alias != NULL)
    provider = find_by_id (catalogue, alias);
  if (provider != NULL || *folded == '\0')
    return provider;

  for (guint i = 0; i < catalogue->providers->len; i++)
    {
      provider = catalogue->providers->pdata[i];
      if (provider->provider_match != NULL &&
          outlay_clause_matches (provider->provider_match, folded, folded, NULL))
        return provider;
    }

  return NULL;
}
