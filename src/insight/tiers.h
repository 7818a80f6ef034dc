/* tiers.h – the usage tier that a provider account stands in, by its own spend
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of tiers is of a day and of a provider; what providers do not say is not in
 * it. No export names the tier of an account: it is worked out, and is the least that
 * explains the spend there is.
 */

#pragma once

#include "insight/snapshot.h"

G_BEGIN_DECLS

#define OUTLAY_TIER_CURRENCY "USD" /* that providers state caps in */

/**
 * OutlayTier:
 * @name: as the provider calls it
 * @has_paid: @paid_nanos is what opens it
 * @paid_nanos: paid so far
 * @days: days since the first payment that it takes, too
 * @has_cap: @cap_nanos is known
 * @cap_nanos: most spend of a month
 */
typedef struct
{
  char *name;
  gboolean has_paid;
  gint64 paid_nanos;
  gint32 days;
  gboolean has_cap;
  gint64 cap_nanos;
} OutlayTier;

/**
 * OutlayTierTable:
 * @provider: id of a provider
 * @date: the day it was read
 * @since: first day whose spend counts as paid
 * @source: where it was read
 * @tiers: (array length=n_tiers): the lowest first, at least one
 */
typedef struct
{
  char *provider;
  gint32 date;
  gint32 since;
  char *source;
  OutlayTier *tiers;
  gsize n_tiers;
} OutlayTierTable;

/**
 * OutlayStanding:
 * @account: index of an account
 * @month_nanos: its use of the snapshot's month
 * @paid_nanos: its use since the table counts
 * @table: (nullable): tiers of its provider; %NULL if none are known
 * @tier: (nullable): the least that explains its spend
 * @next: (nullable): the one above
 */
typedef struct
{
  guint32 account;
  gint64 month_nanos;
  gint64 paid_nanos;
  const OutlayTierTable *table;
  const OutlayTier *tier;
  const OutlayTier *next;
} OutlayStanding;

void outlay_tier_table_free (OutlayTierTable *table);
GArray *outlay_tiers_place (const OutlaySnapshot *snapshot, const GPtrArray *tables);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayTierTable, outlay_tier_table_free)

G_END_DECLS
