/* test-reconcile-random.c – thousands of days, against a second way to settle them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reconcile-days.h"
#include "reconcile-oracle.h"

#define N_WORLDS 6000

static gint64
total_of_stream (const World *world, OutlayRole role, gint64 stream, guint what)
{
  gint64 total = 0;

  for (gsize i = 0; i < world->n_rows; i++)
    {
      const OutlayEvidence *row = &world->evidence[i];
      OutlaySettled alone;

      if (row->role != role || row->stream != stream)
        continue;
      outlay_reconcile_alone (row, &alone);
      if (what == 1)
        total += outlay_usage_tokens (&row->usage);
      else if (what == 2)
        total += row->usage.count[OUTLAY_REQUESTS];
      else if (row->kind == OUTLAY_CHARGE_NONE || row->kind == OUTLAY_CHARGE_USAGE ||
               row->kind == OUTLAY_CHARGE_FEE)
        total += alone.cost_nanos;
    }

  return total;
}

static gint64
count_ways (const World *world, gint64 stream)
{
  gint64 n = 0;

  for (gsize i = 0; i < world->n_rows; i++)
    {
      const char *const *a = world->evidence[i].field;
      gboolean is_new = world->evidence[i].stream == stream;

      for (gsize j = 0; j < i && is_new; j++)
        {
          const char *const *b = world->evidence[j].field;

          is_new = world->evidence[j].stream != stream ||
                   strcmp (a[OUTLAY_FIELD_MODEL], b[OUTLAY_FIELD_MODEL]) != 0 ||
                   strcmp (a[OUTLAY_FIELD_PROJECT], b[OUTLAY_FIELD_PROJECT]) != 0 ||
                   strcmp (a[OUTLAY_FIELD_KEY], b[OUTLAY_FIELD_KEY]) != 0 ||
                   strcmp (a[OUTLAY_FIELD_USER], b[OUTLAY_FIELD_USER]) != 0;
        }
      n += is_new ? 1 : 0;
    }

  return n;
}

static gboolean
has_stream (const World *world, gint64 stream)
{
  for (gsize i = 0; i < world->n_rows; i++)
    if (world->evidence[i].stream == stream)
      return TRUE;

  return FALSE;
}

static gint64
first_stream (const World *world, OutlayRole role)
{
  for (gsize i = 0; i < world->n_rows; i++)
    if (world->evidence[i].role == role)
      return world->evidence[i].stream;

  return 0;
}

/* Which of the two streams of a role is the one that counts. */
static gint64
choose_stream (const World *world, OutlayRole role)
{
  gint64 stream = 10 * (gint64) role;
  gint64 first = total_of_stream (world, role, stream, 0);
  gint64 second = total_of_stream (world, role, stream + 1, 0);
  gint64 most = MAX (first, second);
  gint64 ways = count_ways (world, stream) - count_ways (world, stream + 1);

  if (!has_stream (world, stream + 1))
    return stream;
  if (!has_stream (world, stream))
    return stream + 1;

  if (role == OUTLAY_ROLE_BILL && ABS (first - second) * 100 <= ABS (most) && ways != 0)
    return ways > 0 ? stream : stream + 1;
  for (guint what = 1; first == second && what < 3 && role == OUTLAY_ROLE_OBSERVER; what++)
    {
      first = total_of_stream (world, role, stream, what);
      second = total_of_stream (world, role, stream + 1, what);
    }

  if (first == second)
    stream = first_stream (world, role);
  else if (first < second)
    stream++;

  return stream;
}

static gboolean
has_role (const World *world, OutlayRole role)
{
  for (gsize i = 0; i < world->n_rows; i++)
    if (world->evidence[i].role == role)
      return TRUE;

  return FALSE;
}

static void
choose_rows (const World *world, gboolean *counts)
{
  gint64 bill = choose_stream (world, OUTLAY_ROLE_BILL);
  gint64 observer = choose_stream (world, OUTLAY_ROLE_OBSERVER);

  for (gsize i = 0; i < world->n_rows; i++)
    {
      const OutlayEvidence *row = &world->evidence[i];

      counts[i] = row->role == OUTLAY_ROLE_METER ||
                  row->stream == (row->role == OUTLAY_ROLE_BILL ? bill : observer);
    }
}

static void
assert_same_line (const OutlaySettled *got, const OutlaySettled *want)
{
  g_assert_cmpint (got->series, ==, want->series);
  g_assert_cmpint (got->kind, ==, want->kind);
  g_assert_cmpint (got->rows, ==, want->rows);
  g_assert_cmpint (got->unpriced_rows, ==, want->unpriced_rows);
  g_assert_cmpint (got->billed_nanos, ==, want->billed_nanos);
  g_assert_cmpint (got->cost_nanos, ==, want->cost_nanos);
  g_assert_cmpint (got->computed_nanos, ==, want->computed_nanos);
  g_assert_cmpint (got->estimated_nanos, ==, want->estimated_nanos);
  g_assert_cmpint (got->not_on_bill, ==, want->not_on_bill);
  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    g_assert_cmpint (got->usage.count[i], ==, want->usage.count[i]);
}

/* A bill that states usage is another case. */
static void
drop_usage_rows (World *world)
{
  gsize n = 0;

  for (gsize i = 0; i < world->n_rows; i++)
    if (world->evidence[i].role != OUTLAY_ROLE_BILL ||
        world->evidence[i].kind != OUTLAY_CHARGE_NONE)
      world->evidence[n++] = world->evidence[i];
  world->n_rows = n;
}

/* Bill and meter, or bill and gateway: each line as the oracle has it. */
static void
test_charges (gconstpointer data)
{
  OutlayRole carrier = (OutlayRole) GPOINTER_TO_INT (data);
  guint n_lines = 0;

  for (guint32 seed = 0; seed < N_WORLDS; seed++)
    {
      World world;
      gboolean counts[MAX_ROWS];
      gboolean stands[MAX_ROWS];
      OutlaySettled want[MAX_ROWS];
      Oracle oracle = { .carrier = carrier, .counts = counts, .stands = stands, .line = want };
      g_autoptr (GArray) lines = NULL;
      guint at = 0;

      make_world (&world, seed, 1u << OUTLAY_ROLE_BILL | 1u << carrier);
      if (carrier == OUTLAY_ROLE_OBSERVER)
        drop_usage_rows (&world);
      if (has_role (&world, carrier) && has_role (&world, OUTLAY_ROLE_BILL))
        {
          g_test_message ("world %u", seed);
          choose_rows (&world, counts);
          oracle.rows = world.evidence;
          oracle.n_rows = world.n_rows;
          oracle_run (&oracle);
          lines = outlay_reconcile (world.evidence, world.n_rows, &world.coverage);
          n_lines += lines->len;

          for (gsize i = 0; i < world.n_rows; i++)
            if (stands[i])
              assert_same_line (&g_array_index (lines, OutlaySettled, at++), &want[i]);
          g_assert_cmpuint (lines->len, ==, at);
        }
      g_free (world.evidence);
    }
  g_assert_cmpuint (n_lines, >, N_WORLDS);
}

/* Sums of what bill and meter say, apart by being on the bill. */
typedef struct
{
  gint64 cost[OUTLAY_N_CHARGE_KINDS][2];
  gint64 billed[OUTLAY_N_CHARGE_KINDS][2];
  gint64 computed[OUTLAY_N_CHARGE_KINDS][2];
  gint64 estimated[OUTLAY_N_CHARGE_KINDS][2];
  gint64 rows;
  gint64 unpriced_rows;
  gint64 count[OUTLAY_N_MEASURES];
} Sums;

static void
sum_lines (const GArray *lines, Sums *sums)
{
  *sums = (Sums){ 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const OutlaySettled *line = &g_array_index (lines, OutlaySettled, i);
      guint off = line->not_on_bill ? 1 : 0;

      sums->cost[line->kind][off] += line->cost_nanos;
      sums->billed[line->kind][off] += line->billed_nanos;
      sums->computed[line->kind][off] += line->computed_nanos;
      sums->estimated[line->kind][off] += line->estimated_nanos;
      sums->rows += line->rows;
      sums->unpriced_rows += line->unpriced_rows;
      for (guint k = OUTLAY_INPUT_TOKENS; k < OUTLAY_N_MEASURES; k++)
        sums->count[k] += line->usage.count[k];
    }
}

static void
assert_sane (const World *world, const GArray *lines)
{
  gboolean positive = TRUE;

  for (gsize i = 0; i < world->n_rows; i++)
    positive &= world->evidence[i].cost_nanos >= 0 && world->evidence[i].billed_nanos >= 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const OutlaySettled *line = &g_array_index (lines, OutlaySettled, i);

      g_assert_cmpint (line->rows, >=, line->unpriced_rows);
      g_assert_cmpint (line->estimated_nanos, >=, 0);
      g_assert_cmpint (line->computed_nanos, >=, 0);
      for (guint k = 0; k < OUTLAY_N_MEASURES; k++)
        g_assert_cmpint (line->usage.count[k], >=, 0);
      g_assert_cmpint (line->usage.count[OUTLAY_REASONING_TOKENS], <=,
                       line->usage.count[OUTLAY_OUTPUT_TOKENS]);
      if (positive)
        {
          g_assert_cmpint (line->cost_nanos, >=, 0);
          g_assert_cmpint (line->billed_nanos, >=, 0);
        }
    }
}

/* An observer claims no more than it saw: its counts, and one of rounding a side. */
static guint
assert_own_share (const World *world, const GArray *lines)
{
  guint n_observed = 0;

  for (gsize i = 0; i < world->n_rows; i++)
    {
      const OutlayEvidence *row = &world->evidence[i];
      gint64 output = 0;

      if (row->role != OUTLAY_ROLE_OBSERVER)
        continue;
      for (guint j = 0; j < lines->len; j++)
        {
          const OutlaySettled *line = &g_array_index (lines, OutlaySettled, j);

          if (line->series == row->series)
            {
              output += line->usage.count[OUTLAY_OUTPUT_TOKENS];
              n_observed++;
            }
        }
      g_assert_cmpint (output, <=, row->usage.count[OUTLAY_OUTPUT_TOKENS] + 2);
    }

  return n_observed;
}

static gboolean
states_usage (const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (outlay_usage_tokens (&g_array_index (lines, OutlaySettled, i).usage) > 0)
      return TRUE;

  return FALSE;
}

/* A gateway beside a meter changes whose the money is, and no sum. */
static void
test_split (void)
{
  guint n_observed = 0;

  for (guint32 seed = 0; seed < N_WORLDS; seed++)
    {
      World world;
      g_autofree OutlayEvidence *without = NULL;
      g_autoptr (GArray) lines = NULL;
      g_autoptr (GArray) unsplit = NULL;
      Sums got;
      Sums want;
      gsize n = 0;

      make_world (&world, seed, 7);
      without = g_new0 (OutlayEvidence, world.n_rows + 1);
      for (gsize i = 0; i < world.n_rows; i++)
        if (world.evidence[i].role != OUTLAY_ROLE_OBSERVER)
          without[n++] = world.evidence[i];

      g_test_message ("world %u", seed);
      lines = outlay_reconcile (world.evidence, world.n_rows, &world.coverage);
      unsplit = outlay_reconcile (without, n, &world.coverage);
      sum_lines (lines, &got);
      sum_lines (unsplit, &want);
      assert_sane (&world, lines);
      if (has_role (&world, OUTLAY_ROLE_METER) || states_usage (unsplit))
        {
          g_assert_true (memcmp (&got, &want, sizeof got) == 0);
          n_observed += assert_own_share (&world, lines);
        }
      g_free (world.evidence);
    }
  g_assert_cmpuint (n_observed, >, N_WORLDS);
}

/* The answer does not depend on the order of rows, nor on when it is asked. */
static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint32 seed = 0; seed < N_WORLDS / 4; seed++)
    {
      World world;
      g_autoptr (GArray) first = NULL;
      g_autoptr (GArray) second = NULL;

      make_world (&world, seed, 7);
      first = outlay_reconcile (world.evidence, world.n_rows, &world.coverage);
      for (gsize i = world.n_rows; i > 1; i--)
        {
          gsize j = (gsize) g_rand_int_range (rand, 0, (gint32) i);
          OutlayEvidence row = world.evidence[i - 1];

          world.evidence[i - 1] = world.evidence[j];
          world.evidence[j] = row;
        }
      second = outlay_reconcile (world.evidence, world.n_rows, &world.coverage);

      g_assert_cmpuint (first->len, ==, second->len);
      for (guint i = 0; i < first->len; i++)
        assert_same_line (&g_array_index (first, OutlaySettled, i),
                          &g_array_index (second, OutlaySettled, i));
      g_free (world.evidence);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/reconcile-random/bill-and-meter", GINT_TO_POINTER (OUTLAY_ROLE_METER),
                        test_charges);
  g_test_add_data_func ("/reconcile-random/bill-and-gateway",
                        GINT_TO_POINTER (OUTLAY_ROLE_OBSERVER), test_charges);
  g_test_add_func ("/reconcile-random/split", test_split);
  g_test_add_func ("/reconcile-random/order", test_order);

  return g_test_run ();
}
