/* catalogue.h – a catalogue with match rules and dated rates, as it was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pricing/clause.h"
#include "pricing/rows.h"

G_BEGIN_DECLS

typedef struct _OutlayCatalogueProvider OutlayCatalogueProvider;

/**
 * OutlayCatalogueModel:
 * @provider: (not nullable): whose it is
 * @name: (nullable): its display name
 * @match: which names mean it
 * @rows: (element-type OutlayPriceRow): its rates
 */
typedef struct
{
  /* Owned references */
  char *id;
  char *name;
  OutlayClause *match;
  GArray *rows;

  /* Borrowed references */
  const OutlayCatalogueProvider *provider;
} OutlayCatalogueModel;

/**
 * OutlayCatalogueProvider:
 * @model_match: (nullable): which model names are likely this provider's
 * @provider_match: (nullable): which other names mean this provider
 * @fallbacks: (nullable): ids of providers whose models it sells at their prices
 * @models: (element-type OutlayCatalogueModel): in the file's order
 * @ids: (element-type utf8 OutlayCatalogueModel): by id in lower case
 * @keys: (element-type utf8 OutlayCatalogueModel): by outlay_model_key()
 */
struct _OutlayCatalogueProvider
{
  char *id;
  OutlayClause *model_match;
  OutlayClause *provider_match;
  GStrv fallbacks;
  GPtrArray *models;
  GHashTable *ids;
  GHashTable *keys;
};

/**
 * OutlayCatalogue:
 * @source: what to call it, as `genai-prices 2026-09-23`
 * @date: start of the day that ends @source; %G_MININT64 if it ends in none
 * @providers: (element-type OutlayCatalogueProvider): in the file's order
 */
typedef struct
{
  char *source;
  gint64 date;
  GPtrArray *providers;
} OutlayCatalogue;

OutlayCatalogue *outlay_catalogue_new (const char *source);
void outlay_catalogue_free (OutlayCatalogue *catalogue);
OutlayCatalogueProvider *outlay_catalogue_add_provider (OutlayCatalogue *catalogue, const char *id);
OutlayCatalogueModel *outlay_catalogue_add_model (OutlayCatalogueProvider *provider,
                                                  const char *id,
                                                  const char *name,
                                                  OutlayClause *match);
void outlay_catalogue_finish (OutlayCatalogue *catalogue);
const OutlayCatalogueProvider *outlay_catalogue_provider (const OutlayCatalogue *catalogue,
                                                          const char *folded);
const OutlayCatalogueModel *outlay_catalogue_resolve (const OutlayCatalogue *catalogue,
                                                      const char *provider,
                                                      const char *model);
gboolean outlay_catalogue_read_genai (OutlayCatalogue *catalogue,
                                      GBytes *json,
                                      GPtrArray *warnings,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCatalogue, outlay_catalogue_free)

G_END_DECLS
