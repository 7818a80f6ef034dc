/* reconcile-match.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/reconcile-match.h"

#include <string.h>

/* Lists of rows are numbered by model: 2 × the text of the source, 2 × the text of
 * the book + 1. What has no model is in list 0; list 1 has every row. */
#define LIST_NO_MODEL 0
#define LIST_EVERY 1

typedef struct
{
  guint64 key; /* list, then the narrow facet's value or name */
  guint32 row;
} Posting;

struct _OutlayMatcher
{
  /* Borrowed */
  const OutlayFacets *rows;

  /* Owned */
  GArray *postings; /* sorted */
  guint32 *seen;    /* by row: the last search that looked at it */

  guint32 search;
  OutlayFacet narrow;
};

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

static guint
count_values (const OutlayFacets *facets, gsize n_facets, OutlayFacet facet)
{
  g_autoptr (GHashTable) values = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < n_facets; i++)
    g_hash_table_add (values, GUINT_TO_POINTER (facets[i].value[facet]));

  return g_hash_table_size (values);
}

/* The facet that tells most rows apart, on the side that has fewer of its values. */
static OutlayFacet
choose_narrow (const OutlayFacets *rows, gsize n_rows, const OutlayFacets *queries, gsize n_queries)
{
  static const OutlayFacet many[] = { OUTLAY_FACET_KEY, OUTLAY_FACET_USER, OUTLAY_FACET_PROJECT };
  OutlayFacet best = OUTLAY_FACET_KEY;
  guint most = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (many); i++)
    {
      guint n =
          MIN (count_values (rows, n_rows, many[i]), count_values (queries, n_queries, many[i]));

      if (n > most)
        {
          most = n;
          best = many[i];
        }
    }

  return best;
}

static int
compare_postings (gconstpointer a, gconstpointer b)
{
  const Posting *left = a;
  const Posting *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;

  return left->row < right->row ? -1 : left->row > right->row;
}

static guint64
make_key (guint64 list, guint32 text)
{
  return list << 32 | text;
}

static void
post_row (OutlayMatcher *matcher, guint32 row, guint64 list)
{
  const OutlayFacets *facets = &matcher->rows[row];
  guint32 value = facets->value[matcher->narrow];
  guint32 name = facets->name[matcher->narrow];
  Posting posting = { make_key (list, value), row };

  g_array_append_val (matcher->postings, posting);
  if (name == 0 || name == value)
    return;

  posting.key = make_key (list, name);
  g_array_append_val (matcher->postings, posting);
}

/**
 * outlay_matcher_new:
 * @rows: (array length=n_rows): the rows to be found; borrowed
 * @n_rows: how many
 * @queries: (array length=n_queries): what will be looked for, to choose the index by
 * @n_queries: how many
 *
 * Indexes rows by model and by what tells them apart best, so that a search looks
 * at few rows that do not agree.
 *
 * Returns: (transfer full): a matcher
 */
OutlayMatcher *
outlay_matcher_new (const OutlayFacets *rows,
                    gsize n_rows,
                    const OutlayFacets *queries,
                    gsize n_queries)
{
  OutlayMatcher *matcher = g_new0 (OutlayMatcher, 1);

  matcher->rows = rows;
  matcher->narrow = choose_narrow (rows, n_rows, queries, n_queries);
  matcher->postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  matcher->seen = g_new0 (guint32, n_rows);

  for (guint32 row = 0; row < n_rows; row++)
    {
      post_row (matcher, row, LIST_EVERY);
      post_row (matcher, row, (guint64) rows[row].model * 2);
      if (rows[row].book != 0)
        post_row (matcher, row, (guint64) rows[row].book * 2 + 1);
    }
  g_array_sort (matcher->postings, compare_postings);

  return matcher;
}

void
outlay_matcher_free (OutlayMatcher *matcher)
{
  if (matcher == NULL)
    return;

  g_array_unref (matcher->postings);
  g_free (matcher->seen);
  g_free (matcher);
}

static gboolean
agree (const OutlayFacets *row, const OutlayFacets *query)
{
  if ((row->meters & query->meters) == 0)
    return FALSE;

  for (guint i = 0; i < OUTLAY_N_FACETS; i++)
    {
      guint32 a = row->value[i];
      guint32 b = query->value[i];

      if (a != 0 && b != 0 && a != b && a != query->name[i] && b != row->name[i])
        return FALSE;
    }

  return TRUE;
}

static guint
find_posting (const OutlayMatcher *matcher, guint64 key)
{
  guint low = 0;
  guint high = matcher->postings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (matcher->postings, Posting, middle).key < key)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
collect_range (OutlayMatcher *matcher,
               guint64 from,
               guint64 to,
               const OutlayFacets *query,
               GArray *hits)
{
  for (guint i = find_posting (matcher, from); i < matcher->postings->len; i++)
    {
      const Posting *posting = &g_array_index (matcher->postings, Posting, i);

      if (posting->key >= to)
        break;
      if (matcher->seen[posting->row] == matcher->search)
        continue;

      matcher->seen[posting->row] = matcher->search;
      if (agree (&matcher->rows[posting->row], query))
        g_array_append_val (hits, posting->row);
    }
}

static void
collect_list (OutlayMatcher *matcher, guint64 list, const OutlayFacets *query, GArray *hits)
{
  guint32 value = query->value[matcher->narrow];
  guint32 name = query->name[matcher->narrow];

  if (value == 0)
    {
      collect_range (matcher, make_key (list, 0), make_key (list + 1, 0), query, hits);
      return;
    }

  collect_range (matcher, make_key (list, 0), make_key (list, 1), query, hits);
  collect_range (matcher, make_key (list, value), make_key (list, value) + 1, query, hits);
  if (name != 0)
    collect_range (matcher, make_key (list, name), make_key (list, name) + 1, query, hits);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

/**
 * outlay_matcher_find:
 * @matcher: a matcher
 * @query: what to look for
 * @hits: (element-type guint32): is filled with the rows that agree, rising
 *
 * A model agrees with the rows that write it the same way, and only if there is
 * none, with those that the price book knows as the same model. Without a model,
 * on either side, it agrees with any.
 */
void
outlay_matcher_find (OutlayMatcher *matcher, const OutlayFacets *query, GArray *hits)
{
  g_array_set_size (hits, 0);
  matcher->search++;

  if (query->model == 0)
    {
      collect_list (matcher, LIST_EVERY, query, hits);
    }
  else
    {
      collect_list (matcher, (guint64) query->model * 2, query, hits);
      if (hits->len == 0 && query->book != 0)
        collect_list (matcher, (guint64) query->book * 2 + 1, query, hits);
      collect_list (matcher, LIST_NO_MODEL, query, hits);
    }

  g_array_sort (hits, compare_rows);
}
