/* reconcile-side.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/reconcile-side.h"

#include <string.h>

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
measure_line (const OutlaySides *sides, guint index)
{
  const OutlaySettled *settled = &g_array_index (sides->lines, OutlayLine, index).settled;

  return measure (settled->computed_nanos, &settled->usage);
}

/**
 * outlay_sides_measure_observed:
 * @sides: the two sides
 * @index: of an observed row
 *
 * Returns: what the row can claim
 */
OutlayShare
outlay_sides_measure_observed (const OutlaySides *sides, guint index)
{
  const OutlayEvidence *evidence = g_ptr_array_index (sides->observers, index);

  return measure (evidence->computed_nanos, &evidence->usage);
}

/* Use is split, and fees, taxes and charges for something else are not. */
static GArray *
list_lines (const OutlayDay *day, GArray *lines)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (OutlayMember));

  for (guint i = 0; i < lines->len; i++)
    {
      const OutlayLine *line = &g_array_index (lines, OutlayLine, i);
      OutlayMember member = { .state = state_of (&line->settled), .index = i };

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
  GArray *members = g_array_new (FALSE, FALSE, sizeof (OutlayMember));

  for (guint i = 0; i < day->observers->len; i++)
    {
      const OutlayEvidence *evidence = g_ptr_array_index (day->observers, i);
      OutlayMember member = { .index = i };

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
    facets[i] = g_array_index (members, OutlayMember, i).facets;

  return facets;
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const OutlayMember *left = a;
  const OutlayMember *right = b;
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
    g_array_index (members, OutlayMember, i).facets = facets[i];
  g_array_sort (members, compare_members);
}

/* A gateway has keys of its own, which are never the provider's; and its projects
 * and users are its own too, unless some are the same on both sides. */
static void
drop_own_facets (OutlaySides *sides)
{
  guint n_lines = sides->line_members->len;
  guint n_observed = sides->observed_members->len;
  g_autofree OutlayFacets *lines = copy_facets (sides->line_members);
  g_autofree OutlayFacets *observed = copy_facets (sides->observed_members);
  static const OutlayFacet own[] = { OUTLAY_FACET_PROJECT, OUTLAY_FACET_USER };

  outlay_facets_drop (lines, n_lines, OUTLAY_FACET_KEY);
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    if (!outlay_facets_overlap (lines, n_lines, observed, n_observed, own[i]))
      outlay_facets_drop (lines, n_lines, own[i]);

  outlay_facets_drop_unshared (observed, n_observed, lines, n_lines);
  outlay_facets_drop_unshared (lines, n_lines, observed, n_observed);
  sort_by_facets (sides->line_members, lines);
  sort_by_facets (sides->observed_members, observed);
}

static GArray *
group_members (const OutlaySides *sides,
               const GArray *members,
               OutlayShare (*measure_member) (const OutlaySides *, guint))
{
  GArray *grouped = g_array_new (FALSE, FALSE, sizeof (OutlaySide));

  for (guint i = 0; i < members->len; i++)
    {
      const OutlayMember *member = &g_array_index (members, OutlayMember, i);
      const OutlayMember *before = i > 0 ? member - 1 : NULL;
      OutlayShare share = measure_member (sides, member->index);
      OutlaySide *side;

      if (before == NULL || before->state != member->state ||
          memcmp (&before->facets, &member->facets, sizeof before->facets) != 0)
        {
          OutlaySide begun = { .first = i };

          g_array_append_val (grouped, begun);
        }

      side = &g_array_index (grouped, OutlaySide, grouped->len - 1);
      side->n_members++;
      outlay_share_add (&side->total, &share);
    }

  return grouped;
}

/**
 * outlay_sides_facets:
 * @sides: (element-type OutlaySide): sides
 * @members: (element-type OutlayMember): their members
 *
 * Returns: (transfer full) (array): what the members of each side agree by
 */
OutlayFacets *
outlay_sides_facets (const GArray *sides, const GArray *members)
{
  OutlayFacets *facets = g_new (OutlayFacets, sides->len);

  for (guint i = 0; i < sides->len; i++)
    {
      guint first = g_array_index (sides, OutlaySide, i).first;

      facets[i] = g_array_index (members, OutlayMember, first).facets;
    }

  return facets;
}

/**
 * outlay_sides_init:
 * @sides: (out): the two sides
 * @day: a day
 * @lines: (element-type OutlayLine): what counts; borrowed
 */
void
outlay_sides_init (OutlaySides *sides, const OutlayDay *day, GArray *lines)
{
  *sides = (OutlaySides){
    .lines = lines,
    .observers = day->observers,
    .line_members = list_lines (day, lines),
    .observed_members = list_observed (day),
  };

  drop_own_facets (sides);
  sides->line_sides = group_members (sides, sides->line_members, measure_line);
  sides->observed_sides =
      group_members (sides, sides->observed_members, outlay_sides_measure_observed);
}

void
outlay_sides_clear (OutlaySides *sides)
{
  g_clear_pointer (&sides->line_members, g_array_unref);
  g_clear_pointer (&sides->observed_members, g_array_unref);
  g_clear_pointer (&sides->line_sides, g_array_unref);
  g_clear_pointer (&sides->observed_sides, g_array_unref);
}
