/* reconcile-split.c – metered spend, split as an observer saw it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An observer knows keys, tags and users that the meter does not, and it adds
 * nothing: it takes over its own share of the lines that agree with it, at most
 * all of them, and the rest stays where it was.
 *
 * Lines that are alike are one side, observed rows that are alike the other. Each
 * side of observed rows spreads what it can claim over the lines that agree; each
 * side of lines gives up what is claimed of it.
 */

#include "ingest/reconcile-side.h"

typedef struct
{
  guint lines;    /* side */
  guint observed; /* side */
  OutlayShare share;
} Claim;

typedef struct
{
  OutlaySides sides;
  GArray *claims; /* Claim, by side of lines; owned */
} Splitting;

/* Spreads one number over claims, by the same number of the lines they are of.
 * Returns: FALSE if these have none of it. */
static gboolean
spread_number (const Splitting *splitting, gint64 amount, Claim *claims, guint n_claims, gsize at)
{
  g_autofree OutlayWide *weights = g_new (OutlayWide, n_claims);
  g_autofree gint64 *parts = g_new (gint64, n_claims);
  gboolean some = FALSE;

  for (guint i = 0; i < n_claims; i++)
    {
      const OutlaySide *side =
          &g_array_index (splitting->sides.line_sides, OutlaySide, claims[i].lines);

      weights[i] = G_STRUCT_MEMBER (const gint64, &side->total, at);
      some |= weights[i] > 0;
    }
  if (!some)
    return FALSE;

  outlay_apportion (amount, weights, n_claims, parts);
  for (guint i = 0; i < n_claims; i++)
    G_STRUCT_MEMBER (gint64, &claims[i].share, at) = parts[i];

  return TRUE;
}

/* A meter that counts no requests takes them from the observer: more is known then,
 * and nothing counted twice. */
static void
spread_share (const Splitting *splitting, const OutlayShare *total, Claim *claims, guint n_claims)
{
  for (guint i = 0; i < OUTLAY_N_WEIGHINGS; i++)
    spread_number (splitting, total->weight[i], claims, n_claims,
                   G_STRUCT_OFFSET (OutlayShare, weight) + i * sizeof (gint64));

  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    if (outlay_measure_whole (i) == i &&
        !spread_number (splitting, total->usage.count[i], claims, n_claims,
                        G_STRUCT_OFFSET (OutlayShare, usage.count) + i * sizeof (gint64)) &&
        i == OUTLAY_REQUESTS)
      claims[0].share.usage.count[i] = total->usage.count[i];
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const Claim *left = a;
  const Claim *right = b;

  if (left->lines != right->lines)
    return left->lines < right->lines ? -1 : 1;

  return left->observed < right->observed ? -1 : left->observed > right->observed;
}

static void
make_claims (Splitting *splitting)
{
  GArray *sides = splitting->sides.observed_sides;
  g_autofree OutlayFacets *rows =
      outlay_sides_facets (splitting->sides.line_sides, splitting->sides.line_members);
  g_autofree OutlayFacets *queries = outlay_sides_facets (sides, splitting->sides.observed_members);
  g_autoptr (OutlayMatcher) matcher =
      outlay_matcher_new (rows, splitting->sides.line_sides->len, queries, sides->len);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < sides->len; i++)
    {
      guint from = splitting->claims->len;

      outlay_matcher_find (matcher, &queries[i], hits);
      for (guint j = 0; j < hits->len; j++)
        {
          Claim claim = { .lines = g_array_index (hits, guint32, j), .observed = i };

          g_array_append_val (splitting->claims, claim);
        }
      if (hits->len > 0)
        spread_share (splitting, &g_array_index (sides, OutlaySide, i).total,
                      &g_array_index (splitting->claims, Claim, from), hits->len);
    }
  g_array_sort (splitting->claims, compare_claims);
}

/* Returns: %FALSE if lines and claims have nothing in common to measure both by. */
static gboolean
choose_weighing (const OutlayShare *lines, const OutlayShare *claimed, OutlayWeighing *by)
{
  for (guint i = 0; i < OUTLAY_N_WEIGHINGS; i++)
    if (lines->weight[i] > 0 && claimed->weight[i] > 0)
      {
        *by = i;
        return TRUE;
      }

  return FALSE;
}

/* What is claimed is given up, in full where it is more than there is. */
static void
take_from_lines (Splitting *splitting,
                 const OutlaySide *side,
                 const OutlayShare *claimed,
                 OutlayWeighing by,
                 OutlayPool *pool)
{
  g_autofree OutlaySettled **settled = g_new (OutlaySettled *, side->n_members);
  gint64 have = side->total.weight[by];
  gint64 claim = claimed->weight[by];

  for (guint i = 0; i < side->n_members; i++)
    {
      guint at = g_array_index (splitting->sides.line_members, OutlayMember, side->first + i).index;

      settled[i] = &g_array_index (splitting->sides.lines, OutlayLine, at).settled;
      outlay_pool_take_amounts (pool, settled[i], MAX (0, have - claim), MAX (have, claim));
    }

  outlay_pool_take_counts (pool, settled, side->n_members, &claimed->usage);
  if (side->total.usage.count[OUTLAY_REQUESTS] == 0)
    pool->usage.count[OUTLAY_REQUESTS] = claimed->usage.count[OUTLAY_REQUESTS];
}

static void
settle_side (Splitting *splitting, guint from, guint to)
{
  const Claim *claims = &g_array_index (splitting->claims, Claim, from);
  const OutlaySide *side = &g_array_index (splitting->sides.line_sides, OutlaySide, claims->lines);
  const OutlayMember *member =
      &g_array_index (splitting->sides.line_members, OutlayMember, side->first);
  guint n_claims = to - from;
  g_autofree OutlayShare *shares = g_new (OutlayShare, n_claims);
  g_autofree OutlayPool *parts = g_new (OutlayPool, n_claims);
  OutlayShare claimed = { 0 };
  OutlayPool pool = { 0 };
  OutlayWeighing by;

  for (guint i = 0; i < n_claims; i++)
    {
      shares[i] = claims[i].share;
      outlay_share_add (&claimed, &shares[i]);
    }
  if (!choose_weighing (&side->total, &claimed, &by))
    return;

  take_from_lines (splitting, side, &claimed, by, &pool);
  outlay_pool_give (&pool, shares, n_claims, by, parts);
  for (guint i = 0; i < n_claims; i++)
    {
      OutlaySide *observed =
          &g_array_index (splitting->sides.observed_sides, OutlaySide, claims[i].observed);

      outlay_pool_add (&observed->pool[member->state], &parts[i]);
    }
}

static void
settle_claims (Splitting *splitting)
{
  guint n_claims = splitting->claims->len;
  guint from = 0;

  for (guint to = 1; to <= n_claims; to++)
    {
      if (to < n_claims && g_array_index (splitting->claims, Claim, to).lines ==
                               g_array_index (splitting->claims, Claim, from).lines)
        continue;

      settle_side (splitting, from, to);
      from = to;
    }
}

static void
add_observed_line (Splitting *splitting, guint index, guint state, const OutlayPool *part)
{
  const OutlayEvidence *evidence = g_ptr_array_index (splitting->sides.observers, index);
  OutlayLine line = {
    .settled = {
      .series = evidence->series,
      .kind = state == 0 ? OUTLAY_CHARGE_USAGE : OUTLAY_CHARGE_NONE,
      .rows = part->rows,
      .unpriced_rows = part->unpriced_rows,
      .usage = part->usage,
      .billed_nanos = part->billed_nanos,
      .cost_nanos = part->stated_nanos + part->estimated_nanos,
      .computed_nanos = part->computed_nanos,
      .estimated_nanos = part->estimated_nanos,
      .not_on_bill = state == 1,
    },
    .evidence = evidence,
  };

  g_array_append_val (splitting->sides.lines, line);
}

static void
give_to_observed (Splitting *splitting, const OutlaySide *side)
{
  const OutlayMember *members =
      &g_array_index (splitting->sides.observed_members, OutlayMember, side->first);
  g_autofree OutlayShare *shares = g_new (OutlayShare, side->n_members);
  g_autofree OutlayPool *parts = g_new (OutlayPool, side->n_members);
  OutlayWeighing by = OUTLAY_WEIGH_REQUESTS;

  /* A side without weight has been given counts of its own, and no amounts. */
  choose_weighing (&side->total, &side->total, &by);

  for (guint i = 0; i < side->n_members; i++)
    shares[i] = outlay_sides_measure_observed (&splitting->sides, members[i].index);

  for (guint state = 0; state < OUTLAY_N_LINE_STATES; state++)
    {
      if (outlay_pool_is_empty (&side->pool[state]))
        continue;

      outlay_pool_give (&side->pool[state], shares, side->n_members, by, parts);
      for (guint i = 0; i < side->n_members; i++)
        if (!outlay_pool_is_empty (&parts[i]))
          add_observed_line (splitting, members[i].index, state, &parts[i]);
    }
}

/**
 * outlay_lines_split:
 * @day: a day
 * @lines: (inout) (element-type OutlayLine): what counts; amounts and counts move
 *   from lines of usage to lines of the observer, and none is lost or made
 */
void
outlay_lines_split (const OutlayDay *day, GArray *lines)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
  Splitting splitting = { .claims = claims };
  GArray *observed;

  outlay_sides_init (&splitting.sides, day, lines);
  observed = splitting.sides.observed_sides;

  make_claims (&splitting);
  settle_claims (&splitting);
  for (guint i = 0; i < observed->len; i++)
    give_to_observed (&splitting, &g_array_index (observed, OutlaySide, i));

  outlay_sides_clear (&splitting.sides);
}
