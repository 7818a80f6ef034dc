/* reconcile-match.h – which rows of two sources speak of the same use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts become small integers once, 0 for what is not said, so that agreement is
 * a comparison of integers. Two rows agree if they agree in every facet that both
 * fill; a value may equal the other's value or the other's name.
 */

#pragma once

#include "ingest/reconcile.h"

G_BEGIN_DECLS

/**
 * OutlayFacet:
 *
 * What two sources may both say of a use, beside its model.
 */
typedef enum
{
  OUTLAY_FACET_PROJECT,
  OUTLAY_FACET_KEY,
  OUTLAY_FACET_USER,
  OUTLAY_FACET_TIER,
  OUTLAY_FACET_REGION,
  OUTLAY_FACET_CONTEXT,
  OUTLAY_FACET_UNIT,
} OutlayFacet;

#define OUTLAY_N_FACETS (OUTLAY_FACET_UNIT + 1)

/**
 * OutlayFacets:
 * @meters: of a row: a bit for each #OutlayMeter that it can be charged for; of
 *   what looks for rows: the one it needs
 * @model: the model as the source writes it
 * @book: the model as the price book has it
 * @value: of each #OutlayFacet
 * @name: of each #OutlayFacet
 *
 * All but @meters are numbers of texts; 0 is none. There is no padding: equal
 * facets are equal bytes.
 */
typedef struct
{
  guint32 meters;
  guint32 model;
  guint32 book;
  guint32 value[OUTLAY_N_FACETS];
  guint32 name[OUTLAY_N_FACETS];
} OutlayFacets;

GHashTable *outlay_facets_texts_new (void);
void outlay_facets_read (GHashTable *texts, const OutlayEvidence *evidence, OutlayFacets *facets);
void outlay_facets_drop (OutlayFacets *facets, gsize n_facets, OutlayFacet facet);
void outlay_facets_drop_unshared (OutlayFacets *facets,
                                  gsize n_facets,
                                  const OutlayFacets *others,
                                  gsize n_others);
gboolean outlay_facets_are_apart (const OutlayFacets *facets,
                                  gsize n_facets,
                                  const OutlayFacets *others,
                                  gsize n_others,
                                  OutlayFacet facet);
gboolean outlay_facets_overlap (const OutlayFacets *facets,
                                gsize n_facets,
                                const OutlayFacets *others,
                                gsize n_others,
                                OutlayFacet facet);

typedef struct _OutlayMatcher OutlayMatcher;

OutlayMatcher *outlay_matcher_new (const OutlayFacets *rows,
                                   gsize n_rows,
                                   const OutlayFacets *queries,
                                   gsize n_queries);
void outlay_matcher_find (OutlayMatcher *matcher, const OutlayFacets *query, GArray *hits);
void outlay_matcher_free (OutlayMatcher *matcher);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayMatcher, outlay_matcher_free)

G_END_DECLS
