/* book-private.h – the inside of a price book
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pricing/catalogue.h"
#include "pricing/price-book.h"
#include "pricing/table.h"

G_BEGIN_DECLS

/**
 * OutlayOwnPrice:
 *
 * An override as the book keeps it: the provider by the book's id, the model in
 * lower case.
 */
typedef struct
{
  char *provider;
  char *model;
  OutlayServiceTier tier;
  OutlayRates rates;
  gint64 valid_from;
} OutlayOwnPrice;

/**
 * OutlayAlias:
 *
 * The user's word for what a name stands for.
 */
typedef struct
{
  char *provider;
  char *model;
  char *real_provider;
  char *real_model;
} OutlayAlias;

/**
 * OutlayTarget:
 * @in_catalogue: (array): for each catalogue, the model there or %NULL
 * @in_table: (array): for each table, the model there or %NULL
 * @own: (element-type OutlayOwnPrice): the overrides that hold for the name
 * @is_free_variant: the name says itself that it costs nothing
 *
 * What a name means in each layer. It is found once and kept.
 */
typedef struct
{
  /* Owned references */
  char *provider;
  char *model;
  const OutlayCatalogueModel **in_catalogue;
  const OutlayTableModel **in_table;
  GPtrArray *own;

  gboolean is_free_variant;
} OutlayTarget;

struct _OutlayPriceBook
{
  gatomicrefcount ref_count;

  /* Layers, the stronger ones last; not changed once the book is in use */
  GPtrArray *catalogues; /* of OutlayCatalogue */
  GPtrArray *tables;     /* of OutlayPriceTable */
  GPtrArray *own;        /* of OutlayOwnPrice */
  GPtrArray *aliases;    /* of OutlayAlias */

  /* Under the lock */
  GMutex lock;
  GHashTable *targets; /* of OutlayTarget, by itself */
  GStringChunk *texts;
};

guint outlay_target_hash (gconstpointer target);
gboolean outlay_target_equal (gconstpointer a, gconstpointer b);
OutlayTarget *outlay_target_new (const OutlayPriceBook *book,
                                 const char *provider,
                                 const char *model);
void outlay_target_free (OutlayTarget *target);
char *outlay_target_provider (const OutlayPriceBook *book, const char *provider);

void outlay_quote (OutlayPriceBook *book,
                   const OutlayTarget *target,
                   const OutlayPriceQuery *query,
                   OutlayPrice *price);

G_END_DECLS
