/* resolve.c – which model of a catalogue is meant by a name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In this order: the name as it is; without the paths and gateway prefixes around
 * it; as a display name; without its date. Never by likeness: a name that no rule
 * means has no price, which is better than the price of another model.
 */

#include "pricing/catalogue.h"
#include "pricing/names.h"

#include <string.h>

#define MAX_STRIPS 4

typedef const OutlayCatalogueModel *(*Lookup) (const OutlayCatalogueProvider *provider,
                                               const char *text);

static const OutlayCatalogueModel *
find_by_rule (const OutlayCatalogueProvider *provider, const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);
  const OutlayCatalogueModel *exact = g_hash_table_lookup (provider->ids, folded);

  if (exact != NULL)
    return exact;

  for (guint i = 0; i < provider->models->len; i++)
    {
      const OutlayCatalogueModel *model = provider->models->pdata[i];

      if (outlay_clause_matches (model->match, text, folded, model->name))
        return model;
    }

  return NULL;
}

static const OutlayCatalogueModel *
find_by_key (const OutlayCatalogueProvider *provider, const char *text)
{
  gboolean dated;
  g_autofree char *key = outlay_model_key (text, &dated);

  return g_hash_table_lookup (provider->keys, key);
}

/* In the provider, then in those whose models it sells: one hop, no more. */
static const OutlayCatalogueModel *
find_with_fallbacks (const OutlayCatalogue *catalogue,
                     const OutlayCatalogueProvider *provider,
                     const char *text,
                     Lookup lookup)
{
  const OutlayCatalogueModel *model = lookup (provider, text);

  for (guint i = 0; model == NULL && provider->fallbacks != NULL && provider->fallbacks[i]; i++)
    {
      const OutlayCatalogueProvider *other =
          outlay_catalogue_provider (catalogue, provider->fallbacks[i]);

      if (other != NULL)
        model = lookup (other, text);
    }

  return model;
}

/* The provider that a name alone tells of. */
static const OutlayCatalogueProvider *
guess_provider (const OutlayCatalogue *catalogue, const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);

  if (outlay_model_is_bedrock_id (folded))
    return outlay_catalogue_provider (catalogue, "aws");
  if (strchr (folded, '/') != NULL && !g_str_has_prefix (folded, "accounts/"))
    return NULL;

  for (guint i = 0; i < catalogue->providers->len; i++)
    {
      const OutlayCatalogueProvider *provider = catalogue->providers->pdata[i];

      if (provider->model_match != NULL &&
          outlay_clause_matches (provider->model_match, text, folded, NULL))
        return provider;
    }

  return NULL;
}

static const OutlayCatalogueModel *
find_name (const OutlayCatalogue *catalogue,
           const OutlayCatalogueProvider *provider,
           const char *text)
{
  const OutlayCatalogueProvider *whose =
      provider != NULL ? provider : guess_provider (catalogue, text);
  const OutlayCatalogueModel *model;
  g_autofree char *slug = NULL;
  g_autofree char *undated = NULL;

  if (whose == NULL)
    return NULL;

  model = find_with_fallbacks (catalogue, whose, text, find_by_rule);
  if (model != NULL)
    return model;

  slug = outlay_model_slug (text);
  if (strchr (text, ' ') != NULL)
    model = find_with_fallbacks (catalogue, whose, slug, find_by_rule);
  if (model == NULL)
    model = find_with_fallbacks (catalogue, whose, text, find_by_key);

  undated = outlay_model_without_date (slug);
  if (model == NULL && undated != NULL)
    model = find_with_fallbacks (catalogue, whose, undated, find_by_rule);

  return model;
}

/* What is left of @text without its first part, where that part is known to be a prefix: a path,
 * a gateway, the provider itself, or the vendor where no provider is known. */
static const char *
strip (const OutlayCatalogue *catalogue, const char *text, const OutlayCatalogueProvider **provider)
{
  const char *slash = strchr (text, '/');
  const char *tail = outlay_model_tail (text);
  const OutlayCatalogueProvider *named;
  g_autofree char *first = NULL;
  g_autofree char *folded = NULL;

  if (tail != NULL || slash == NULL)
    return tail;

  first = g_strndup (text, (gsize) (slash - text));
  folded = outlay_provider_fold (first);
  if (outlay_provider_is_neutral (folded))
    return slash + 1;

  named = outlay_catalogue_provider (catalogue, folded);
  if (named != NULL &&
      (*provider == NULL || named == *provider || outlay_provider_is_gateway (folded)))
    {
      *provider = named;
      return slash + 1;
    }

  /* bedrock/us-east-1/NAME */
  return *provider != NULL && strcmp ((*provider)->id, "aws") == 0 ? slash + 1 : NULL;
}

/**
 * outlay_catalogue_resolve:
 * @catalogue: a catalogue
 * @provider: the provider as records have it
 * @model: the model as usage says it
 *
 * A provider that the catalogue does not know sells at prices it does not know,
 * so that only where the record names none is the provider guessed.
 *
 * Returns: (transfer none) (nullable): the model that is meant
 */
const OutlayCatalogueModel *
outlay_catalogue_resolve (const OutlayCatalogue *catalogue, const char *provider, const char *model)
{
  g_autofree char *folded = outlay_provider_fold (provider);
  g_autofree char *name = g_strstrip (g_strdup (model));
  gboolean neutral = outlay_provider_is_neutral (folded);
  const OutlayCatalogueProvider *whose =
      neutral ? NULL : outlay_catalogue_provider (catalogue, folded);
  const OutlayCatalogueModel *found = NULL;
  const char *text = name;

  if (*name == '\0' || (whose == NULL && !neutral))
    return NULL;

  for (guint i = 0; i < MAX_STRIPS && found == NULL && text != NULL; i++)
    {
      found = find_name (catalogue, whose, text);
      text = strip (catalogue, text, &whose);
    }

  return found;
}
