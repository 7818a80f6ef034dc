/* tiers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/tiers.h"

#include "core/date.h"
#include "core/money.h"

#include <string.h>

typedef struct
{
  OutlayStanding standing;
  gint32 first_day;   /* with use that counts as paid */
  GHashTable *months; /* owned: month → place in sums */
  GArray *month_sums; /* owned: gint64, nano-units */
} Account;

/**
 * outlay_tier_table_free:
 * @table: (transfer full) (nullable): a table
 */
void
outlay_tier_table_free (OutlayTierTable *table)
{
  if (table == NULL)
    return;

  for (gsize i = 0; i < table->n_tiers; i++)
    g_free (table->tiers[i].name);
  g_free (table->tiers);
  g_free (table->provider);
  g_free (table->source);
  g_free (table);
}

static const OutlayTierTable *
find_table (const GPtrArray *tables, const char *provider)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const OutlayTierTable *table = tables->pdata[i];

      if (strcmp (table->provider, provider) == 0)
        return table;
    }

  return NULL;
}

static void
add_to_month (Account *account, gint32 month, gint64 nanos)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (account->months, GINT_TO_POINTER (month)));

  if (place == 0)
    {
      const gint64 none = 0;

      g_array_append_val (account->month_sums, none);
      place = account->month_sums->len;
      g_hash_table_insert (account->months, GINT_TO_POINTER (month), GUINT_TO_POINTER (place));
    }

  outlay_nanos_accumulate (&g_array_index (account->month_sums, gint64, place - 1), nanos);
}

/* Use alone: credits, tax and fees are not what limits are about. */
static void
add_cell (Account *account, const OutlayCell *cell, gint32 this_month)
{
  const gint32 month = outlay_month_of_day (cell->day);
  const gint32 since = account->standing.table != NULL ? account->standing.table->since : 0;

  if (cell->kind != OUTLAY_CHARGE_NONE && cell->kind != OUTLAY_CHARGE_USAGE)
    return;

  add_to_month (account, month, cell->cost_nanos);
  if (month == this_month)
    outlay_nanos_accumulate (&account->standing.month_nanos, cell->cost_nanos);
  if (cell->day >= since && cell->cost_nanos > 0)
    account->first_day = MIN (account->first_day, cell->day);
  if (cell->day >= since)
    outlay_nanos_accumulate (&account->standing.paid_nanos, cell->cost_nanos);
}

static gint64
find_dearest_month (const Account *account)
{
  gint64 most_nanos = 0;

  for (guint i = 0; i < account->month_sums->len; i++)
    most_nanos = MAX (most_nanos, g_array_index (account->month_sums, gint64, i));

  return most_nanos;
}

/* What it has paid opens a tier; what it has spent in a month shows that it was open. */
static void
place_account (Account *account, gint32 day)
{
  OutlayStanding *standing = &account->standing;
  const gint64 most_nanos = find_dearest_month (account);
  const OutlayTierTable *table = standing->table;
  gsize place = 0;

  if (table == NULL)
    return;

  for (gsize i = 1; i < table->n_tiers; i++)
    {
      const OutlayTier *tier = &table->tiers[i];
      const OutlayTier *below = &table->tiers[i - 1];
      const gboolean opened = tier->has_paid && standing->paid_nanos >= tier->paid_nanos &&
                              account->first_day <= day - tier->days;

      if (opened || (place == i - 1 && below->has_cap && most_nanos > below->cap_nanos))
        place = i;
    }

  standing->tier = &table->tiers[place];
  standing->next = place + 1 < table->n_tiers ? &table->tiers[place + 1] : NULL;
}

/**
 * outlay_tiers_place:
 * @snapshot: the state of everything
 * @tables: (element-type OutlayTierTable): tiers; they have to outlive the answer
 *
 * Caps are in US dollars: where spend is reported in another currency, no table holds.
 *
 * Returns: (transfer full) (element-type OutlayStanding): where each account stands
 */
GArray *
outlay_tiers_place (const OutlaySnapshot *snapshot, const GPtrArray *tables)
{
  const gboolean is_comparable = g_str_equal (snapshot->currency, OUTLAY_TIER_CURRENCY);
  const gint32 month = outlay_month_of_day (snapshot->day);
  g_autofree Account *accounts = g_new0 (Account, MAX (snapshot->n_accounts, 1));
  GArray *standings = g_array_new (FALSE, FALSE, sizeof (OutlayStanding));

  for (guint32 i = 0; i < snapshot->n_accounts; i++)
    {
      accounts[i].standing.account = i;
      accounts[i].first_day = G_MAXINT32;
      accounts[i].months = g_hash_table_new (NULL, NULL);
      accounts[i].month_sums = g_array_new (FALSE, FALSE, sizeof (gint64));
      if (is_comparable)
        accounts[i].standing.table = find_table (tables, snapshot->accounts[i].provider);
    }

  for (gsize i = 0; i < snapshot->cube.n_cells; i++)
    add_cell (&accounts[snapshot->cube.cells[i].account], &snapshot->cube.cells[i], month);

  for (gsize i = 0; i < snapshot->n_accounts; i++)
    {
      place_account (&accounts[i], snapshot->day);
      g_array_append_val (standings, accounts[i].standing);
      g_hash_table_unref (accounts[i].months);
      g_array_unref (accounts[i].month_sums);
    }

  return standings;
}
