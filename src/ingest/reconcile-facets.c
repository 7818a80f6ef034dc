/* reconcile-facets.c – what a row says of a use, as numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/reconcile-match.h"

static const OutlayField facet_fields[OUTLAY_N_FACETS] = {
  [OUTLAY_FACET_PROJECT] = OUTLAY_FIELD_PROJECT, [OUTLAY_FACET_KEY] = OUTLAY_FIELD_KEY,
  [OUTLAY_FACET_USER] = OUTLAY_FIELD_USER,       [OUTLAY_FACET_TIER] = OUTLAY_FIELD_TIER,
  [OUTLAY_FACET_REGION] = OUTLAY_FIELD_REGION,   [OUTLAY_FACET_CONTEXT] = OUTLAY_FIELD_CONTEXT,
  [OUTLAY_FACET_UNIT] = OUTLAY_FIELD_UNIT,
};

/**
 * outlay_facets_texts_new:
 *
 * Returns: (transfer full): the numbers of texts; it borrows the texts
 */
GHashTable *
outlay_facets_texts_new (void)
{
  return g_hash_table_new (g_str_hash, g_str_equal);
}

static guint32
number_text (GHashTable *texts, const char *text)
{
  gpointer number;

  if (text == NULL || *text == '\0')
    return 0;

  number = g_hash_table_lookup (texts, text);
  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (texts) + 1);
      g_hash_table_insert (texts, (gpointer) text, number);
    }

  return GPOINTER_TO_UINT (number);
}

/**
 * outlay_facets_read:
 * @texts: the numbers of texts so far
 * @evidence: a row
 * @facets: (out): its facets, with every meter
 */
void
outlay_facets_read (GHashTable *texts, const OutlayEvidence *evidence, OutlayFacets *facets)
{
  *facets = (OutlayFacets){
    .meters = G_MAXUINT32,
    .model = number_text (texts, evidence->field[OUTLAY_FIELD_MODEL]),
  };
  if (facets->model != 0)
    facets->book = number_text (texts, evidence->book_model);

  for (guint i = 0; i < OUTLAY_N_FACETS; i++)
    {
      OutlayField field = facet_fields[i];

      facets->value[i] = number_text (texts, evidence->field[field]);
      if (facets->value[i] != 0 && evidence->name != NULL)
        facets->name[i] = number_text (texts, evidence->name[field]);
    }
}

/**
 * outlay_facets_drop:
 * @facets: (inout) (array length=n_facets): facets of rows
 * @n_facets: how many
 * @facet: what is to be taken as not filled
 */
void
outlay_facets_drop (OutlayFacets *facets, gsize n_facets, OutlayFacet facet)
{
  for (gsize i = 0; i < n_facets; i++)
    {
      facets[i].value[facet] = 0;
      facets[i].name[facet] = 0;
    }
}

static gboolean
is_filled (const OutlayFacets *facets, gsize n_facets, OutlayFacet facet)
{
  for (gsize i = 0; i < n_facets; i++)
    if (facets[i].value[facet] != 0)
      return TRUE;

  return FALSE;
}

/**
 * outlay_facets_drop_unshared:
 * @facets: (inout) (array length=n_facets): facets of rows
 * @n_facets: how many
 * @others: (array length=n_others): facets of the other side's rows
 * @n_others: how many
 *
 * What none of @others fills makes no difference to agreement. Without it, rows
 * that agree with the same others are equal and can be taken together.
 */
void
outlay_facets_drop_unshared (OutlayFacets *facets,
                             gsize n_facets,
                             const OutlayFacets *others,
                             gsize n_others)
{
  for (guint i = 0; i < OUTLAY_N_FACETS; i++)
    if (!is_filled (others, n_others, i))
      outlay_facets_drop (facets, n_facets, i);
}

/**
 * outlay_facets_overlap:
 * @facets: (array length=n_facets): facets of rows
 * @n_facets: how many
 * @others: (array length=n_others): facets of the other side's rows
 * @n_others: how many
 * @facet: which facet
 *
 * Returns: %TRUE if some value is a value or a name on the other side
 */
gboolean
outlay_facets_overlap (const OutlayFacets *facets,
                       gsize n_facets,
                       const OutlayFacets *others,
                       gsize n_others,
                       OutlayFacet facet)
{
  g_autoptr (GHashTable) values = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < n_facets; i++)
    {
      g_hash_table_add (values, GUINT_TO_POINTER (facets[i].value[facet]));
      g_hash_table_add (names, GUINT_TO_POINTER (facets[i].name[facet]));
    }

  for (gsize i = 0; i < n_others; i++)
    {
      gpointer value = GUINT_TO_POINTER (others[i].value[facet]);
      gpointer name = GUINT_TO_POINTER (others[i].name[facet]);

      if (value == NULL)
        continue;
      if (g_hash_table_contains (values, value) || g_hash_table_contains (names, value) ||
          (name != NULL && g_hash_table_contains (values, name)))
        return TRUE;
    }

  return FALSE;
}

/**
 * outlay_facets_are_apart:
 * @facets: (array length=n_facets): facets of rows
 * @n_facets: how many
 * @others: (array length=n_others): facets of the other side's rows
 * @n_others: how many
 * @facet: which facet
 *
 * Returns: %TRUE if both sides fill it and have no value in common: the names of two
 *   houses, which do not tell use apart
 */
gboolean
outlay_facets_are_apart (const OutlayFacets *facets,
                         gsize n_facets,
                         const OutlayFacets *others,
                         gsize n_others,
                         OutlayFacet facet)
{
  return is_filled (facets, n_facets, facet) && is_filled (others, n_others, facet) &&
         !outlay_facets_overlap (facets, n_facets, others, n_others, facet);
}
