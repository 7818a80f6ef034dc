/* test-cube.c – building the cube and reading a feature of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/cube.h"

#define N_CELLS 3000

static void
test_empty (void)
{
  OutlayCubeBuilder *builder = outlay_cube_builder_new ();
  OutlayCube cube = { 0 };
  gsize n_cells = 7;

  outlay_cube_builder_finish (builder, &cube);
  g_assert_cmpuint (cube.n_cells, ==, 0);
  outlay_cube_feature (&cube, 0, 0, G_MAXINT32, &n_cells);
  g_assert_cmpuint (n_cells, ==, 0);
  outlay_cube_clear (&cube);
  g_assert_null (cube.cells);
}

static void
test_merge (void)
{
  OutlayCubeBuilder *builder = outlay_cube_builder_new ();
  OutlayCell cell = {
    .day = 100,
    .feature = 2,
    .model = 3,
    .account = 1,
    .kind = OUTLAY_CHARGE_USAGE,
    .cost_nanos = 5,
    .billed_nanos = 4,
    .computed_nanos = 6,
    .estimated_nanos = 1,
    .amount_nanos = 7,
    .unpriced_rows = 1,
  };
  OutlayCube cube = { 0 };

  cell.usage.count[OUTLAY_REQUESTS] = 9;
  outlay_cube_builder_add (builder, &cell);
  outlay_cube_builder_add (builder, &cell);
  cell.kind = OUTLAY_CHARGE_FEE;
  outlay_cube_builder_add (builder, &cell);
  outlay_cube_builder_finish (builder, &cube);

  g_assert_cmpuint (cube.n_cells, ==, 2);
  g_assert_cmpint (cube.cells[0].kind, ==, OUTLAY_CHARGE_USAGE);
  g_assert_cmpint (cube.cells[0].cost_nanos, ==, 10);
  g_assert_cmpint (cube.cells[0].billed_nanos, ==, 8);
  g_assert_cmpint (cube.cells[0].computed_nanos, ==, 12);
  g_assert_cmpint (cube.cells[0].estimated_nanos, ==, 2);
  g_assert_cmpint (cube.cells[0].amount_nanos, ==, 14);
  g_assert_cmpint (cube.cells[0].unpriced_rows, ==, 2);
  g_assert_cmpint (cube.cells[0].usage.count[OUTLAY_REQUESTS], ==, 18);
  g_assert_cmpint (cube.cells[1].cost_nanos, ==, 5);
  outlay_cube_clear (&cube);
}

static void
test_saturates (void)
{
  OutlayCubeBuilder *builder = outlay_cube_builder_new ();
  OutlayCell cell = { .cost_nanos = G_MAXINT64, .billed_nanos = -G_MAXINT64 };
  OutlayCube cube = { 0 };

  outlay_cube_builder_add (builder, &cell);
  outlay_cube_builder_add (builder, &cell);
  outlay_cube_builder_finish (builder, &cube);
  g_assert_cmpint (cube.cells[0].cost_nanos, ==, G_MAXINT64);
  g_assert_cmpint (cube.cells[0].billed_nanos, ==, -G_MAXINT64);
  outlay_cube_clear (&cube);
}

static gboolean
is_before (const OutlayCell *a, const OutlayCell *b)
{
  const gint64 left[] = { a->feature, a->day, a->model, a->account, a->kind };
  const gint64 right[] = { b->feature, b->day, b->model, b->account, b->kind };

  for (gsize i = 0; i < G_N_ELEMENTS (left); i++)
    if (left[i] != right[i])
      return left[i] < right[i];

  return FALSE;
}

static OutlayCell
make_random_cell (void)
{
  return (OutlayCell){
    .day = g_test_rand_int_range (0, 40),
    .feature = (guint32) g_test_rand_int_range (0, 5),
    .model = (guint32) g_test_rand_int_range (0, 3),
    .account = (guint32) g_test_rand_int_range (0, 2),
    .kind = (OutlayChargeKind) g_test_rand_int_range (0, OUTLAY_N_CHARGE_KINDS),
    .cost_nanos = g_test_rand_int_range (-1000, 1000),
  };
}

/* Sorted, no two alike, nothing lost; a range of a feature is what a plain search finds. */
static void
test_random (void)
{
  OutlayCubeBuilder *builder = outlay_cube_builder_new ();
  g_autofree OutlayCell *added = g_new (OutlayCell, N_CELLS);
  OutlayCube cube = { 0 };

  for (gsize i = 0; i < N_CELLS; i++)
    {
      added[i] = make_random_cell ();
      outlay_cube_builder_add (builder, &added[i]);
    }
  outlay_cube_builder_finish (builder, &cube);

  for (gsize i = 1; i < cube.n_cells; i++)
    g_assert_true (is_before (&cube.cells[i - 1], &cube.cells[i]));

  for (guint round = 0; round < 200; round++)
    {
      guint32 feature = (guint32) g_test_rand_int_range (0, 6);
      gint32 from = g_test_rand_int_range (-1, 42);
      gint32 to = round % 10 == 0 ? G_MAXINT32 : g_test_rand_int_range (from - 1, 43);
      gint64 expected = 0;
      gint64 found = 0;
      gsize n_cells = 0;
      const OutlayCell *cells = outlay_cube_feature (&cube, feature, from, to, &n_cells);

      for (gsize i = 0; i < N_CELLS; i++)
        if (added[i].feature == feature && added[i].day >= from && added[i].day <= to)
          expected += added[i].cost_nanos;
      for (gsize i = 0; i < n_cells; i++)
        {
          g_assert_cmpuint (cells[i].feature, ==, feature);
          g_assert_cmpint (cells[i].day, >=, from);
          g_assert_cmpint (cells[i].day, <=, to);
          found += cells[i].cost_nanos;
        }
      g_assert_cmpint (found, ==, expected);
    }

  outlay_cube_clear (&cube);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/cube/empty", test_empty);
  g_test_add_func ("/core/cube/merge", test_merge);
  g_test_add_func ("/core/cube/saturates", test_saturates);
  g_test_add_func ("/core/cube/random", test_random);

  return g_test_run ();
}
