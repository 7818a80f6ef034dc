/* reconcile-match.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/reconcile-match.h"

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
