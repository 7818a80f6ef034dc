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

#include "ingest/reconcile-pool.h"

#include <string.h>

/* A usage line is on a bill, not on the bill of its day, or on a day without one. */
#define N_STATES 3

typedef struct
{
  OutlayFacets facets;
  guint state;
  guint index; /* of the line, or of the observed row */
} Member;

typedef struct
{
  guint first; /* of its members, which lie together */
  guint n_members;
  OutlayShare total;
  OutlayPool pool[N_STATES]; /* what an observed side has been given */
} Side;

typedef struct
{
  guint lines;    /* side */
  guint observed; /* side */
  OutlayShare share;
} Claim;

typedef struct
{
  /* Borrowed */
  GArray *lines;
  GPtrArray *observers;

  /* Owned */
  GArray *line_members;     /* Member */
  GArray *observed_members; /* Member */
  GArray *line_sides;       /* Side */
  GArray *observed_sides;   /* Side */
  GArray *claims;           /* Claim, by side of lines */
} Splitting;

static guint
state_of (const OutlaySettled *settled)
{
  if (settled->kind == OUTLAY_CHARGE_USAGE)
    return 0;

  return settled->not_on_bill ? 1 : 2;
}

static OutlayShare
measure (gint64 computed_nanos, const OutlayUsage *usage)
{
  OutlayShare share = { .usage = *usage };

  share.weight[OUTLAY_WEIGH_COMPUTED] = MAX (0, computed_nanos);
  share.weight[OUTLAY_WEIGH_TOKENS] = outlay_usage_tokens (usage);
  share.weight[OUTLAY_WEIGH_REQUESTS] = usage->count[OUTLAY_REQUESTS];

  return share;
}

static OutlayShare
measure_line (const Splitting *splitting, guint index)
{
  const OutlaySettled *settled = &g_array_index (splitting->lines, OutlayLine, index).settled;

  return measure (settled->computed_nanos, &settled->usage);
}

static OutlayShare
measure_observed (const Splitting *splitting, guint index)
{
  const OutlayEvidence *evidence = g_ptr_array_index (splitting->observers, index);

  return measure (evidence->computed_nanos, &evidence->usage);
}

/* Use is split, and fees, taxes and charges for something else are not. */
static GArray *
list_lines (const OutlayDay *day, GArray *lines)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  for (guint i = 0; i < lines->len; i++)
    {
      const OutlayLine *line = &g_array_index (lines, OutlayLine, i);
      Member member = { .state = state_of (&line->settled), .index = i };

      if ((line->settled.kind != OUTLAY_CHARGE_USAGE && line->settled.kind != OUTLAY_CHARGE_NONE) ||
          outlay_usage_is_empty (&line->settled.usage))
        continue;

      outlay_facets_read (day->texts, line->evidence, &member.facets);
      g_array_append_val (members, member);
    }

  return members;
}

/* What failed was not charged. */
static GArray *
list_observed (const OutlayDay *day)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  for (guint i = 0; i < day->observers->len; i++)
    {
      const OutlayEvidence *evidence = g_ptr_array_index (day->observers, i);
      Member member = { .index = i };

      if (*evidence->field[OUTLAY_FIELD_STATUS] != '\0' || outlay_usage_is_empty (&evidence->usage))
        continue;

      outlay_facets_read (day->texts, evidence, &member.facets);
      g_array_append_val (members, member);
    }

  return members;
}

static OutlayFacets *
copy_facets (const GArray *members)
{
  OutlayFacets *facets = g_new (OutlayFacets, members->len);

  for (guint i = 0; i < members->len; i++)
    facets[i] = g_array_index (members, Member, i).facets;

  return facets;
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const Member *left = a;
  const Member *right = b;
  int order = memcmp (&left->facets, &right->facets, sizeof left->facets);

  if (order != 0)
    return order;
  if (left->state != right->state)
    return left->state < right->state ? -1 : 1;

  return left->index < right->index ? -1 : left->index > right->index;
}

static void
sort_by_facets (GArray *members, const OutlayFacets *facets)
{
  for (guint i = 0; i < members->len; i++)
    g_array_index (members, Member, i).facets = facets[i];
  g_array_sort (members, compare_members);
}

/* A gateway has keys of its own, which are never the provider's; and its projects
 * and users are its own too, unless some are the same on both sides. */
static void
drop_own_facets (Splitting *splitting)
{
  guint n_lines = splitting->line_members->len;
  guint n_observed = splitting->observed_members->len;
  g_autofree OutlayFacets *lines = copy_facets (splitting->line_members);
  g_autofree OutlayFacets *observed = copy_facets (splitting->observed_members);
  static const OutlayFacet own[] = { OUTLAY_FACET_PROJECT, OUTLAY_FACET_USER };

  outlay_facets_drop (lines, n_lines, OUTLAY_FACET_KEY);
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    if (!outlay_facets_overlap (lines, n_lines, observed, n_observed, own[i]))
      outlay_facets_drop (lines, n_lines, own[i]);

  outlay_facets_drop_unshared (observed, n_observed, lines, n_lines);
  outlay_facets_drop_unshared (lines, n_lines, observed, n_observed);
  sort_by_facets (splitting->line_members, lines);
  sort_by_facets (splitting->observed_members, observed);
}

static GArray *
group_members (const Splitting *splitting,
               const GArray *members,
               OutlayShare (*measure_member) (const Splitting *, guint))
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (Side));

  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = &g_array_index (members, Member, i);
      const Member *before = i > 0 ? member - 1 : NULL;
      OutlayShare share = measure_member (splitting, member->index);
      Side *side;

      if (before == NULL || before->state != member->state ||
          memcmp (&before->facets, &member->facets, sizeof before->facets) != 0)
        {
          Side begun = { .first = i };

          g_array_append_val (sides, begun);
        }

      side = &g_array_index (sides, Side, sides->len - 1);
      side->n_members++;
      outlay_share_add (&side->total, &share);
    }

  return sides;
}

static OutlayFacets *
facets_of_sides (const GArray *sides, const GArray *members)
{
  OutlayFacets *facets = g_new (OutlayFacets, sides->len);

  for (guint i = 0; i < sides->len; i++)
    {
      guint first = g_array_index (sides, Side, i).first;

      facets[i] = g_array_index (members, Member, first).facets;
    }

  return facets;
}

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
      const Side *side = &g_array_index (splitting->line_sides, Side, claims[i].lines);

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
  GArray *sides = splitting->observed_sides;
  g_autofree OutlayFacets *rows = facets_of_sides (splitting->line_sides, splitting->line_members);
  g_autofree OutlayFacets *queries = facets_of_sides (sides, splitting->observed_members);
  g_autoptr (OutlayMatcher) matcher =
      outlay_matcher_new (rows, splitting->line_sides->len, queries, sides->len);
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
        spread_share (splitting, &g_array_index (sides, Side, i).total,
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
                 const Side *side,
                 const OutlayShare *claimed,
                 OutlayWeighing by,
                 OutlayPool *pool)
{
  g_autofree OutlaySettled **settled = g_new (OutlaySettled *, side->n_members);
  gint64 have = side->total.weight[by];
  gint64 claim = claimed->weight[by];

  for (guint i = 0; i < side->n_members; i++)
    {
      guint at = g_array_index (splitting->line_members, Member, side->first + i).index;

      settled[i] = &g_array_index (splitting->lines, OutlayLine, at).settled;
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
  const Side *side = &g_array_index (splitting->line_sides, Side, claims->lines);
  const Member *member = &g_array_index (splitting->line_members, Member, side->first);
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
      Side *observed = &g_array_index (splitting->observed_sides, Side, claims[i].observed);

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
  const OutlayEvidence *evidence = g_ptr_array_index (splitting->observers, index);
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

  g_array_append_val (splitting->lines, line);
}

static void
give_to_observed (Splitting *splitting, const Side *side)
{
  const Member *members = &g_array_index (splitting->observed_members, Member, side->first);
  g_autofree OutlayShare *shares = g_new (OutlayShare, side->n_members);
  g_autofree OutlayPool *parts = g_new (OutlayPool, side->n_members);
  OutlayWeighing by = OUTLAY_WEIGH_REQUESTS;

  /* A side without weight has been given counts of its own, and no amounts. */
  choose_weighing (&side->total, &side->total, &by);

  for (guint i = 0; i < side->n_members; i++)
    shares[i] = measure_observed (splitting, members[i].index);

  for (guint state = 0; state < N_STATES; state++)
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
  g_autoptr (GArray) line_members = list_lines (day, lines);
  g_autoptr (GArray) observed_members = list_observed (day);
  g_autoptr (GArray) line_sides = NULL;
  g_autoptr (GArray) observed_sides = NULL;
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
  Splitting splitting = { lines, day->observers, line_members, observed_members };

  if (line_members->len == 0 || observed_members->len == 0)
    return;

  drop_own_facets (&splitting);
  line_sides = group_members (&splitting, line_members, measure_line);
  observed_sides = group_members (&splitting, observed_members, measure_observed);
  splitting.line_sides = line_sides;
  splitting.observed_sides = observed_sides;
  splitting.claims = claims;

  make_claims (&splitting);
  settle_claims (&splitting);
  for (guint i = 0; i < observed_sides->len; i++)
    give_to_observed (&splitting, &g_array_index (observed_sides, Side, i));
}
