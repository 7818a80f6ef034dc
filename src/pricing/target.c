/* target.c – what a name means in each layer of a price book
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pricing/book-private.h"
#include "pricing/names.h"

#include <string.h>

guint
outlay_target_hash (gconstpointer target)
{
  const OutlayTarget *self = target;

  return g_str_hash (self->provider) * 31 + g_str_hash (self->model);
}

gboolean
outlay_target_equal (gconstpointer a, gconstpointer b)
{
  const OutlayTarget *left = a;
  const OutlayTarget *right = b;

  return strcmp (left->model, right->model) == 0 && strcmp (left->provider, right->provider) == 0;
}

void
outlay_target_free (OutlayTarget *target)
{
  g_free (target->provider);
  g_free (target->model);
  g_free (target->in_catalogue);
  g_free (target->in_table);
  g_ptr_array_unref (target->own);
  g_free (target);
}

/**
 * outlay_target_provider:
 * @book: a price book
 * @provider: a provider as records have it
 *
 * Returns: (transfer full): the book's id of it, or itself in lower case
 */
char *
outlay_target_provider (const OutlayPriceBook *book, const char *provider)
{
  g_autofree char *folded = outlay_provider_fold (provider);
  const char *alias;

  for (guint i = book->catalogues->len; i > 0; i--)
    {
      const OutlayCatalogueProvider *known =
          outlay_catalogue_provider (book->catalogues->pdata[i - 1], folded);

      if (known != NULL)
        return g_strdup (known->id);
    }

  alias = outlay_provider_alias (folded);
  return alias != NULL ? g_strdup (alias) : g_steal_pointer (&folded);
}

/* OpenRouter's own mark for what it gives away. */
static gboolean
is_free_variant (const char *provider, const char *model)
{
  return g_str_has_suffix (model, ":free") && strchr (model, '/') != NULL &&
         (strcmp (provider, "openrouter") == 0 || outlay_provider_is_neutral (provider));
}

static const OutlayTableModel *
find_in_table (const OutlayPriceTable *table,
               const char *provider,
               const char *model,
               const OutlayCatalogueModel *known)
{
  const OutlayTableModel *found = outlay_price_table_find (table, provider, model);
  const char *slash = strchr (model, '/');

  if (found == NULL && known != NULL)
    found = outlay_price_table_find (table, known->provider->id, model);
  if (found == NULL && known != NULL)
    found = outlay_price_table_find (table, known->provider->id, known->id);

  if (found == NULL && slash != NULL && outlay_provider_is_neutral (provider))
    {
      g_autofree char *first = g_strndup (model, (gsize) (slash - model));
      g_autofree char *folded = outlay_provider_fold (first);

      found = outlay_price_table_find (table, folded, slash + 1);
    }

  return found;
}

static void
add_own (OutlayTarget *target, const OutlayPriceBook *book, const char *provider, const char *model)
{
  for (guint i = 0; i < book->own->len; i++)
    {
      OutlayOwnPrice *own = book->own->pdata[i];

      if (strcmp (own->provider, provider) == 0 && g_ascii_strcasecmp (own->model, model) == 0)
        g_ptr_array_add (target->own, own);
    }
}

static const OutlayAlias *
find_alias (const OutlayPriceBook *book, const char *provider, const char *model)
{
  for (guint i = book->aliases->len; i > 0; i--)
    {
      const OutlayAlias *alias = book->aliases->pdata[i - 1];

      if (strcmp (alias->provider, provider) == 0 && g_ascii_strcasecmp (alias->model, model) == 0)
        return alias;
    }

  return NULL;
}

/* The newest layer that knows the name says what its id is. */
static void
add_own_of_id (OutlayTarget *target, const OutlayPriceBook *book)
{
  for (guint i = book->catalogues->len; i > 0 && target->own->len == 0; i--)
    if (target->in_catalogue[i - 1] != NULL)
      add_own (target, book, target->in_catalogue[i - 1]->provider->id,
               target->in_catalogue[i - 1]->id);

  for (guint i = book->tables->len; i > 0 && target->own->len == 0; i--)
    if (target->in_table[i - 1] != NULL)
      add_own (target, book, target->in_table[i - 1]->provider, target->in_table[i - 1]->id);
}

/**
 * outlay_target_new:
 * @book: a price book
 * @provider: the provider as records have it
 * @model: the model as usage says it
 *
 * Returns: (transfer full): what is meant
 */
OutlayTarget *
outlay_target_new (const OutlayPriceBook *book, const char *provider, const char *model)
{
  OutlayTarget *target = g_new0 (OutlayTarget, 1);
  g_autofree char *id = outlay_target_provider (book, provider);
  g_autofree char *name = g_strstrip (g_strdup (model));
  const OutlayAlias *alias = find_alias (book, id, name);
  const OutlayCatalogueModel *known = NULL;

  target->provider = g_strdup (provider);
  target->model = g_strdup (model);
  target->in_catalogue = g_new0 (const OutlayCatalogueModel *, book->catalogues->len + 1);
  target->in_table = g_new0 (const OutlayTableModel *, book->tables->len + 1);
  target->own = g_ptr_array_new ();
  add_own (target, book, id, name);

  if (alias != NULL)
    {
      g_free (id);
      g_free (name);
      id = outlay_target_provider (book, alias->real_provider);
      name = g_strdup (alias->real_model);
    }

  target->is_free_variant = is_free_variant (id, name);

  for (guint i = 0; i < book->catalogues->len; i++)
    {
      target->in_catalogue[i] =
          outlay_catalogue_resolve (book->catalogues->pdata[i],
                                    alias != NULL ? alias->real_provider : provider, name);
      known = target->in_catalogue[i] != NULL ? target->in_catalogue[i] : known;
    }

  for (guint i = 0; i < book->tables->len; i++)
    target->in_table[i] = find_in_table (book->tables->pdata[i], id, name, known);

  add_own_of_id (target, book);

  return target;
}
