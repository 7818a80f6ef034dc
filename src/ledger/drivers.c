/* drivers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/drivers.h"

#include "core/date.h"
#include "ingest/price-cache.h"
#include "ledger/command-private.h"
#include "ledger/feature.h"
#include "ledger/lines-private.h"
#include "ledger/plans.h"
#include "ledger/shares-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define BOOK_CURRENCY "USD" /* that catalogues price in */

typedef struct
{
  guint period;
  gboolean *asked; /* borrowed: a byte for each feature of the plans */

  /* Owned references */
  OutlaySnapshot *plans; /* features, settings */
  OutlaySpendLines *lines;
  OutlayShareTable *shares;
  OutlayPriceCache *prices;
  GHashTable *units; /* text → number + 1 */
  GString *text;     /* of the unit being looked for */
  GArray *found;     /* OutlayDriverLine */
} Asking;

/**
 * outlay_move_free:
 * @move: (transfer full) (nullable): an answer
 */
void
outlay_move_free (OutlayMove *move)
{
  if (move == NULL)
    return;

  g_free (move->currency);
  g_free (move);
}

/* A model, its provider and its service tier: what a feature can move its requests between. */
static guint
find_unit (Asking *asking, const OutlaySpendLine *line)
{
  const OutlaySeries *series = line->series;
  const char *tier = series->field[OUTLAY_FIELD_TIER]->value;
  guint number;

  g_string_printf (asking->text, "%s\x1f%s\x1f%s\x1f%s", line->account->provider,
                   outlay_spend_lines_model (asking->lines, series),
                   tier[0] != '\0' ? tier : "standard", series->field[OUTLAY_FIELD_CONTEXT]->value);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (asking->units, asking->text->str));
  if (number == 0)
    {
      number = g_hash_table_size (asking->units) + 1;
      g_hash_table_insert (asking->units, g_strdup (asking->text->str), GUINT_TO_POINTER (number));
    }

  return number - 1;
}

static void
add_part (Asking *asking,
          const OutlayDriverLine *pattern,
          const OutlaySpendLine *part,
          guint feature)
{
  OutlayDriverLine line = *pattern;

  if (!asking->asked[feature])
    return;

  line.feature = feature;
  line.rows = part->rows;
  line.usage = part->usage;
  line.cost_nanos = outlay_spend_line_counts (part, asking->plans) ? part->cost_nanos : 0;
  line.computed_nanos = part->computed_nanos;

  /* A price list in another currency still says what each part is worth beside the others. */
  if (!g_str_equal (asking->plans->currency, BOOK_CURRENCY))
    line.computed_nanos = MAX (line.cost_nanos, 0);

  g_array_append_val (asking->found, line);
}

static gboolean
on_line (const OutlaySpendLine *line, gpointer data, GError **error)
{
  Asking *asking = data;
  const OutlayFeatureShares *shares;
  OutlayDriverLine pattern = { .period = asking->period, .kind = line->kind };
  g_autofree OutlaySpendLine *parts = NULL;

  if (!g_str_equal (line->currency, asking->plans->currency))
    return TRUE;

  if (!outlay_usage_is_empty (&line->usage))
    {
      pattern.unit = find_unit (asking, line);
      pattern.rates =
          outlay_price_cache_get (asking->prices, line->series, outlay_day_start (line->day))
              ->card.base;
    }
  pattern.failed = line->series->field[OUTLAY_FIELD_STATUS]->value[0] != '\0';
  pattern.uncounted =
      line->usage.count[OUTLAY_REQUESTS] == 0 && outlay_usage_tokens (&line->usage) > 0;

  shares = outlay_share_table_features (asking->shares, line);
  parts = g_new (OutlaySpendLine, shares->n_parts);
  outlay_spend_line_split (line, shares->weights, shares->n_parts, parts);
  for (gsize i = 0; i < shares->n_parts; i++)
    add_part (asking, &pattern, &parts[i], shares->features[i]);

  return TRUE;
}

/* A feature's spend takes in its children, as its budget does. */
static gboolean
is_within (const OutlaySnapshot *plans, gsize feature, const char *name)
{
  for (gsize steps = 0; steps < plans->n_features; steps++)
    {
      int parent = plans->features[feature].parent;

      if (strcmp (plans->features[feature].name, name) == 0)
        return TRUE;
      if (parent < 0)
        return FALSE;
      feature = (gsize) parent;
    }

  return FALSE;
}

static gboolean *
find_asked (const OutlaySnapshot *plans, const char *name)
{
  gboolean *asked = g_new0 (gboolean, plans->n_features + 1);

  for (gsize i = 0; i < plans->n_features; i++)
    asked[i] = name == NULL || is_within (plans, i, name);

  return asked;
}

/* As many days of each as the one that is not over has; today only if it counts. */
static void
cut_days (OutlayLedger *ledger, OutlayMove *move)
{
  const gint32 last = ledger->day_counts ? ledger->day : ledger->day - 1;
  gint32 n_days = G_MAXINT32;

  for (guint i = 0; i < 2; i++)
    if (move->to[i] > last)
      n_days = MIN (n_days, MAX (last - move->from[i] + 1, 1));

  if (n_days != G_MAXINT32)
    {
      n_days = MIN (n_days, move->to[0] - move->from[0] + 1);
      n_days = MIN (n_days, move->to[1] - move->from[1] + 1);
      move->to[0] = move->from[0] + n_days - 1;
      move->to[1] = move->from[1] + n_days - 1;
    }

  move->n_days = move->to[1] - move->from[1] + 1;
}

static gboolean
find_days (OutlayLedger *ledger,
           gint32 from_month,
           gint32 to_month,
           OutlayMove *move,
           GError **error)
{
  const gint32 months[] = { from_month, to_month };

  for (guint i = 0; i < 2; i++)
    {
      move->from[i] = outlay_month_first_day (months[i]);
      move->to[i] = move->from[i] + outlay_month_n_days (months[i]) - 1;
      if (move->from[i] > ledger->day)
        {
          g_autofree char *month = outlay_month_to_string (months[i]);

          g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                       _ ("%s has not begun yet. Compare months that have spend."), month);
          return FALSE;
        }
    }

  cut_days (ledger, move);
  return TRUE;
}

static gboolean
ask (Asking *asking, OutlayLedger *ledger, const OutlayMove *move, GError **error)
{
  asking->lines = outlay_spend_lines_new (ledger, error);
  if (asking->lines == NULL)
    return FALSE;

  asking->shares = outlay_share_table_new (ledger, asking->lines, asking->plans, error);
  if (asking->shares == NULL)
    return FALSE;

  for (asking->period = 0; asking->period < 2; asking->period++)
    if (!outlay_spend_lines_each (asking->lines, move->from[asking->period],
                                  move->to[asking->period], on_line, asking, error))
      return FALSE;

  return TRUE;
}

static gboolean
fill_drivers (OutlayLedger *ledger,
              OutlaySnapshot *plans,
              const char *feature,
              OutlayMove *move,
              GError **error)
{
  g_autofree gboolean *asked = find_asked (plans, feature);
  Asking asking = { .plans = plans, .asked = asked };
  gboolean done;

  asking.prices = outlay_price_cache_new (ledger->book);
  asking.units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  asking.text = g_string_new (NULL);
  asking.found = g_array_new (FALSE, FALSE, sizeof (OutlayDriverLine));

  done = ask (&asking, ledger, move, error);
  if (done)
    outlay_drivers_split ((const OutlayDriverLine *) (gpointer) asking.found->data,
                          asking.found->len, &move->drivers);

  g_array_unref (asking.found);
  g_string_free (asking.text, TRUE);
  g_hash_table_unref (asking.units);
  outlay_price_cache_free (asking.prices);
  outlay_share_table_free (asking.shares);
  outlay_spend_lines_free (asking.lines);
  return done;
}

/**
 * outlay_ledger_drivers:
 * @ledger: a ledger
 * @from_month: the earlier month
 * @to_month: the later month
 * @feature: (nullable): a feature, with its children, Unallocated included; %NULL for all
 * @error: return location for an error
 *
 * Both months are read under the rules of now, so that nothing of the change is
 * reallocation. Spend in a currency that no rate converts is not in it.
 *
 * Returns: (transfer full) (nullable): why spend moved
 */
OutlayMove *
outlay_ledger_drivers (OutlayLedger *ledger,
                       gint32 from_month,
                       gint32 to_month,
                       const char *feature,
                       GError **error)
{
  g_autoptr (OutlayMove) move = g_new0 (OutlayMove, 1);
  g_autoptr (OutlaySnapshot) plans = outlay_snapshot_new ();
  gint64 id;

  if (!find_days (ledger, from_month, to_month, move, error) ||
      !outlay_ledger_fill_plans (ledger, plans, error))
    return NULL;

  if (feature != NULL && !g_str_equal (feature, OUTLAY_UNALLOCATED) &&
      !outlay_command_find_feature (ledger, feature, &id, error))
    return NULL;

  move->currency = g_strdup (plans->currency);
  if (!fill_drivers (ledger, plans, feature, move, error))
    return NULL;

  return g_steal_pointer (&move);
}
