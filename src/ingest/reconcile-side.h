/* reconcile-side.h – lines and observed rows, those that are alike together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/reconcile-pool.h"

G_BEGIN_DECLS

/* A usage line is on a bill, not on the bill of its day, or on a day without one. */
#define OUTLAY_N_LINE_STATES 3

/**
 * OutlayMember:
 * @facets: what it agrees by
 * @state: of a line: on a bill (0), not on it (1), or no bill (2)
 * @index: of the line, or of the observed row
 */
typedef struct
{
  OutlayFacets facets;
  guint state;
  guint index;
} OutlayMember;

/**
 * OutlaySide:
 * @first: of its members, which lie together
 * @n_members: how many
 * @total: what they are together
 * @pool: what an observed side has been given, by state
 */
typedef struct
{
  guint first;
  guint n_members;
  OutlayShare total;
  OutlayPool pool[OUTLAY_N_LINE_STATES];
} OutlaySide;

/**
 * OutlaySides:
 *
 * All sides of a day.
 */
typedef struct
{
  /* Borrowed */
  GArray *lines;        /* OutlayLine */
  GPtrArray *observers; /* OutlayEvidence */

  /* Owned */
  GArray *line_members;     /* OutlayMember */
  GArray *observed_members; /* OutlayMember */
  GArray *line_sides;       /* OutlaySide */
  GArray *observed_sides;   /* OutlaySide */
} OutlaySides;

void outlay_sides_init (OutlaySides *sides, const OutlayDay *day, GArray *lines);
void outlay_sides_clear (OutlaySides *sides);
OutlayFacets *outlay_sides_facets (const GArray *sides, const GArray *members);
OutlayShare outlay_sides_measure_observed (const OutlaySides *sides, guint index);

G_END_DECLS
