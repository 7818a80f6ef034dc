/* snapshot.c – everything that figures are computed from, read from the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/money.h"
#include "ledger/coverage-private.h"
#include "ledger/ledger.h"
#include "ledger/plans.h"
#include "ledger/shares-private.h"
#include "store/batches.h"

typedef struct
{
  OutlaySnapshot *snapshot;   /* borrowed */
  OutlaySpendLines *lines;    /* owned */
  OutlayShareTable *shares;   /* owned */
  OutlayCubeBuilder *builder; /* owned */
  GHashTable *model_places;   /* owned: name → index + 1 */
  GPtrArray *models;          /* owned: name by index */
  GHashTable *account_places; /* owned: OutlayStreamAccount → index + 1 */
  GPtrArray *accounts;        /* owned: OutlayStreamAccount by index, borrowed */
  GArray *foreign;            /* owned: OutlayForeignAmount */
} Filling;

static guint
find_model (Filling *filling, const char *name)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (filling->model_places, name));

  if (place == 0)
    {
      g_ptr_array_add (filling->models, g_strdup (name));
      place = filling->models->len;
      g_hash_table_insert (filling->model_places, filling->models->pdata[place - 1],
                           GUINT_TO_POINTER (place));
    }

  return place - 1;
}

static guint
find_account (Filling *filling, const OutlayStreamAccount *account)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (filling->account_places, account));

  if (place == 0)
    {
      g_ptr_array_add (filling->accounts, (gpointer) account);
      place = filling->accounts->len;
      g_hash_table_insert (filling->account_places, (gpointer) account, GUINT_TO_POINTER (place));
    }

  return place - 1;
}

static void
add_cell (Filling *filling, const OutlaySpendLine *line, guint feature)
{
  OutlayCell cell = { 0 };

  cell.day = line->day;
  cell.feature = feature;
  cell.model = find_model (filling, outlay_spend_lines_model (filling->lines, line->series));
  cell.account = find_account (filling, line->account);
  cell.kind = line->kind;
  cell.cost_nanos = outlay_spend_line_counts (line, filling->snapshot) ? line->cost_nanos : 0;
  cell.billed_nanos = line->billed_nanos;
  cell.computed_nanos = line->computed_nanos;
  cell.estimated_nanos = line->estimated_nanos;
  cell.amount_nanos = line->cost_nanos;
  cell.usage = line->usage;
  cell.unpriced_rows = line->unpriced_rows;
  outlay_cube_builder_add (filling->builder, &cell);
}

static gboolean
on_line (const OutlaySpendLine *line, gpointer data, GError **error)
{
  Filling *filling = data;
  const OutlayFeatureShares *shares = outlay_share_table_features (filling->shares, line);
  g_autofree OutlaySpendLine *parts = NULL;

  if (!g_str_equal (line->currency, filling->snapshot->currency))
    {
      outlay_foreign_add (filling->foreign, line);
      return TRUE;
    }

  if (shares->n_parts == 1)
    {
      add_cell (filling, line, shares->features[0]);
      return TRUE;
    }

  parts = g_new (OutlaySpendLine, shares->n_parts);
  outlay_spend_line_split (line, shares->weights, shares->n_parts, parts);
  for (gsize i = 0; i < shares->n_parts; i++)
    add_cell (filling, &parts[i], shares->features[i]);

  return TRUE;
}

/* Accounts that are covered, but have no spend, are accounts too. */
static void
add_covered_accounts (Filling *filling)
{
  const GArray *spans = outlay_spend_lines_spans (filling->lines);
  const GPtrArray *streams =
      outlay_series_table_streams (outlay_spend_lines_series (filling->lines));

  for (guint i = 0; i < spans->len; i++)
    for (guint j = 0; j < streams->len; j++)
      {
        const OutlayStream *stream = streams->pdata[j];

        if (stream->id == g_array_index (spans, OutlaySpan, i).stream)
          find_account (filling, outlay_spend_lines_account (filling->lines, stream));
      }
}

static void
take_results (Filling *filling)
{
  OutlaySnapshot *snapshot = filling->snapshot;

  snapshot->n_models = filling->models->len;
  snapshot->models = (char **) g_ptr_array_free (g_steal_pointer (&filling->models), FALSE);
  snapshot->n_foreign = filling->foreign->len;
  snapshot->foreign =
      (OutlayForeignAmount *) (gpointer) g_array_free (g_steal_pointer (&filling->foreign), FALSE);

  snapshot->n_accounts = filling->accounts->len;
  snapshot->accounts = g_new0 (OutlayAccount, MAX (snapshot->n_accounts, 1));
  for (gsize i = 0; i < snapshot->n_accounts; i++)
    outlay_coverage_fill (filling->lines, filling->accounts->pdata[i], snapshot->day,
                          &snapshot->accounts[i]);
}

static gboolean
fill_spend (OutlayLedger *ledger, Filling *filling, GError **error)
{
  filling->lines = outlay_spend_lines_new (ledger, error);
  if (filling->lines == NULL)
    return FALSE;

  filling->shares = outlay_share_table_new (ledger, filling->lines, filling->snapshot, error);
  if (filling->shares == NULL)
    return FALSE;

  find_model (filling, "");
  return outlay_spend_lines_each (filling->lines, 0, ledger->day, on_line, filling, error);
}

static gboolean
fill_sources (OutlayLedger *ledger, OutlaySnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) batches = outlay_batches_list (ledger->database, error);

  if (batches == NULL)
    return FALSE;

  snapshot->sources = g_new0 (OutlaySourceFile, MAX (batches->len, 1));
  for (guint i = 0; i < batches->len; i++)
    {
      const OutlayBatch *batch = batches->pdata[i];
      OutlaySourceFile *source = &snapshot->sources[snapshot->n_sources];
      g_autoptr (GString) sum = g_string_new (NULL);

      if (batch->undone)
        continue;

      for (guint j = 0; j < OUTLAY_FINGERPRINT_SIZE; j++)
        g_string_append_printf (sum, "%02x", batch->fingerprint[j]);
      source->batch = batch->id;
      source->path = g_strdup (batch->path);
      source->format = g_strdup (batch->format);
      source->sha256 = g_strdup (sum->str);
      source->from = batch->first_day;
      source->to = batch->last_day;
      source->rows = batch->rows;
      snapshot->n_sources++;
    }

  return TRUE;
}

/**
 * outlay_ledger_snapshot:
 * @ledger: a ledger
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the state of everything, as of the ledger's day
 */
OutlaySnapshot *
outlay_ledger_snapshot (OutlayLedger *ledger, GError **error)
{
  g_autoptr (OutlaySnapshot) snapshot = outlay_snapshot_new ();
  Filling filling = { .snapshot = snapshot };
  gboolean done;

  snapshot->day = ledger->day;
  snapshot->day_counts = ledger->day_counts;
  snapshot->catalogue = g_strdup (outlay_price_book_shipped_source ());
  if (!outlay_ledger_fill_plans (ledger, snapshot, error) ||
      !fill_sources (ledger, snapshot, error))
    return NULL;

  filling.builder = outlay_cube_builder_new ();
  filling.model_places = g_hash_table_new (g_str_hash, g_str_equal);
  filling.models = g_ptr_array_new_with_free_func (g_free);
  filling.account_places = g_hash_table_new (NULL, NULL);
  filling.accounts = g_ptr_array_new ();
  filling.foreign = g_array_new (FALSE, FALSE, sizeof (OutlayForeignAmount));

  done = fill_spend (ledger, &filling, error);
  outlay_cube_builder_finish (filling.builder, &snapshot->cube);
  if (done)
    {
      add_covered_accounts (&filling);
      take_results (&filling);
    }

  outlay_share_table_free (filling.shares);
  outlay_spend_lines_free (filling.lines);
  g_hash_table_unref (filling.model_places);
  g_hash_table_unref (filling.account_places);
  g_clear_pointer (&filling.models, g_ptr_array_unref);
  g_clear_pointer (&filling.foreign, g_array_unref);
  g_ptr_array_unref (filling.accounts);
  return done ? g_steal_pointer (&snapshot) : NULL;
}

/**
 * outlay_ledger_snapshot_of_day:
 * @ledger: a ledger
 * @day: a day before the ledger's day
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what a snapshot of that day, in full, says by
 *   the imports and plans of now: to set a running month beside the same days of another
 */
OutlaySnapshot *
outlay_ledger_snapshot_of_day (OutlayLedger *ledger, gint32 day, GError **error)
{
  const gint32 today = ledger->day;
  const gboolean counted = ledger->day_counts;
  OutlaySnapshot *snapshot;

  ledger->day = day;
  ledger->day_counts = TRUE;
  snapshot = outlay_ledger_snapshot (ledger, error);
  ledger->day = today;
  ledger->day_counts = counted;
  return snapshot;
}
