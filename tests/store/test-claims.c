/* test-claims.c – which file wins a slice: a table, and a second way to decide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/claims.h"
#include "store/daily.h"

#include <string.h>

#define MAX_COVERS 10
#define N_ROUNDS 20000

/* Grains: a bit a field. */
#define COARSE 1
#define FINE 3
#define OTHER 5 /* as fine as FINE, by other fields */

typedef struct
{
  const char *name;
  OutlayCover covers[MAX_COVERS]; /* up to the first without a batch */
  gint64 winners[MAX_COVERS];     /* batches, 0 at the end */
} Case;

#define COVER(b, s, g, r, t)                                                                       \
  {                                                                                                \
    .batch = (b), .scope = (s), .grain = (g), .running = (r), .total = (t)                         \
  }

static const Case cases[] = {
  { "one", { COVER (1, 0, FINE, FALSE, 10) }, { 1 } },
  { "the newest", { COVER (1, 0, FINE, FALSE, 10), COVER (2, 0, FINE, FALSE, 5) }, { 2 } },
  { "complete before running",
    { COVER (1, 0, FINE, FALSE, 10), COVER (2, 0, FINE, TRUE, 99) },
    { 1 } },
  { "complete after running",
    { COVER (1, 0, FINE, TRUE, 99), COVER (2, 0, FINE, FALSE, 10) },
    { 2 } },
  { "both running: the larger",
    { COVER (1, 0, FINE, TRUE, 9), COVER (2, 0, FINE, TRUE, 8) },
    { 1 } },
  { "both running and equal: the newest",
    { COVER (1, 0, FINE, TRUE, 9), COVER (2, 0, FINE, TRUE, 9) },
    { 2 } },
  { "the finer, if they agree",
    { COVER (1, 0, FINE, FALSE, 100), COVER (2, 0, COARSE, FALSE, 101) },
    { 1 } },
  { "the larger, if they do not",
    { COVER (1, 0, FINE, FALSE, 100), COVER (2, 0, COARSE, FALSE, 102) },
    { 2 } },
  { "a filtered file hides nothing",
    { COVER (1, 0, COARSE, FALSE, 100), COVER (2, 0, FINE, FALSE, 20) },
    { 1 } },
  { "as fine by other fields: the newest",
    { COVER (1, 0, FINE, FALSE, 100), COVER (2, 0, OTHER, FALSE, 100) },
    { 2 } },
  { "scopes do not compete",
    { COVER (1, 7, FINE, FALSE, 10), COVER (2, 8, FINE, FALSE, 20) },
    { 1, 2 } },
  { "named scopes that add up to the whole",
    { COVER (1, 0, COARSE, FALSE, 30), COVER (2, 7, FINE, FALSE, 10),
      COVER (2, 8, FINE, FALSE, 20) },
    { 2, 2 } },
  { "the whole beside a part of it",
    { COVER (1, 0, COARSE, FALSE, 30), COVER (2, 7, FINE, FALSE, 10) },
    { 1 } },
  { "the whole, if it is as large and finer",
    { COVER (1, 0, FINE, FALSE, 30), COVER (2, 7, COARSE, FALSE, 30) },
    { 1 } },
  { "rows without a project are a scope",
    { COVER (1, 0, COARSE, FALSE, 30), COVER (2, -1, FINE, FALSE, 10),
      COVER (2, 8, FINE, FALSE, 20) },
    { 2, 2 } },
  { "nothing agrees with nothing",
    { COVER (1, 0, COARSE, FALSE, 0), COVER (2, 7, FINE, FALSE, 0) },
    { 2 } },
  { "credits are amounts, too",
    { COVER (1, 0, COARSE, FALSE, -100), COVER (2, 0, FINE, FALSE, -300) },
    { 1 } },
  { "beyond what can be counted",
    { COVER (1, 0, COARSE, FALSE, G_MAXINT64), COVER (2, 7, FINE, FALSE, G_MAXINT64),
      COVER (3, 8, FINE, FALSE, G_MAXINT64) },
    { 2, 3 } },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OutlayCover covers[MAX_COVERS];
      gboolean wins[MAX_COVERS];
      gsize n = 0;
      gsize n_won = 0;

      g_test_message ("%s", cases[i].name);
      memcpy (covers, cases[i].covers, sizeof covers);
      while (n < MAX_COVERS && covers[n].batch != 0)
        n++;
      outlay_claims_decide (covers, n, wins);
      for (gsize j = 0; j < n; j++)
        {
          gboolean found = FALSE;

          for (gsize k = 0; k < MAX_COVERS && cases[i].winners[k] != 0; k++)
            found |= cases[i].winners[k] == covers[j].batch;
          g_assert_cmpint (wins[j], ==, found);
          n_won += wins[j] ? 1 : 0;
        }
      g_assert_cmpuint (n_won, >, 0);
    }
}

static gboolean
near (gint64 a, gint64 b)
{
  return ABS (a - b) * 100 <= MAX (ABS (a), ABS (b));
}

static int
count_fields (gint64 grain)
{
  int n = 0;

  for (int bit = 0; bit < 12; bit++)
    n += (grain & 1 << bit) != 0 ? 1 : 0;
  return n;
}

static gboolean
takes_over (const OutlayCover *newer, const OutlayCover *older)
{
  if (newer->running && !older->running)
    return FALSE;
  if (!newer->running && older->running)
    return TRUE;
  if (newer->grain == older->grain && !newer->running)
    return TRUE;
  if (newer->grain == older->grain)
    return newer->total >= older->total;
  if (near (newer->total, older->total))
    return count_fields (newer->grain) >= count_fields (older->grain);

  return newer->total > older->total;
}

/* The winner of a scope, by asking batch after batch. */
static const OutlayCover *
best_of (const OutlayCover *covers, gsize n, gint64 scope)
{
  const OutlayCover *best = NULL;

  for (gint64 batch = 0; batch < 100; batch++)
    for (gsize i = 0; i < n; i++)
      if (covers[i].batch == batch && covers[i].scope == scope &&
          (best == NULL || takes_over (&covers[i], best)))
        best = &covers[i];

  return best;
}

static gboolean
wins_naively (const OutlayCover *covers, gsize n, const OutlayCover *cover)
{
  const OutlayCover *whole = best_of (covers, n, OUTLAY_SCOPE_WHOLE);
  gboolean any = FALSE;
  gboolean named_win;
  gint64 part = 0;
  int finest = 0;

  for (gint64 scope = -1; scope < 5; scope++)
    {
      const OutlayCover *best = scope != 0 ? best_of (covers, n, scope) : NULL;

      if (best == NULL)
        continue;
      any = TRUE;
      part += best->total;
      finest = MAX (finest, count_fields (best->grain));
    }

  named_win = any;
  if (whole != NULL && any && near (part, whole->total))
    named_win = finest >= count_fields (whole->grain);
  else if (whole != NULL && any)
    named_win = part > whole->total;

  if (cover->scope == OUTLAY_SCOPE_WHOLE)
    return !named_win && cover == whole;

  return named_win && cover == best_of (covers, n, cover->scope);
}

static void
test_random (void)
{
  static const gint64 grains[] = { COARSE, FINE, OTHER, 7 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      OutlayCover covers[MAX_COVERS] = { 0 };
      gboolean wins[MAX_COVERS];
      gsize n = (gsize) g_rand_int_range (rand, 1, MAX_COVERS + 1);

      for (gsize i = 0; i < n; i++)
        covers[i] = (OutlayCover) COVER ((gint64) (i * 7 % 10) + 1, g_rand_int_range (rand, -1, 4),
                                         grains[g_rand_int_range (rand, 0, 4)],
                                         g_rand_int_range (rand, 0, 3) == 0,
                                         1000 + g_rand_int_range (rand, -15, 16) *
                                                    g_rand_int_range (rand, 0, 4));

      outlay_claims_decide (covers, n, wins);
      for (gsize i = 0; i < n; i++)
        g_assert_cmpint (wins[i], ==, wins_naively (covers, n, &covers[i]));
    }
}

/* Files of one run win or lose together; guests count where the run does. */
static void
test_statements (void)
{
  static const struct
  {
    const char *name;
    gint64 batch[4];
    gint64 run[4];
    gint64 guest[4];
    gint64 total[4];
    gint64 wins[4];
  } runs[] = {
    { "two parts", { 1, 2 }, { 1, 1 }, { 0 }, { 10, 20 }, { 1, 1 } },
    { "a newer run", { 1, 2, 3 }, { 1, 1, 2 }, { 0 }, { 10, 20, 5 }, { 0, 0, 1 } },
    { "a guest is a part of both",
      { 1, 2, 3, 1 },
      { 1, 1, 2, 2 },
      { 0, 0, 0, 1 },
      { 10, 20, 30, 10 },
      { 1, 0, 1, 1 } },
    { "guests alone are no run",
      { 1, 2, 1 },
      { 1, 1, 2 },
      { 0, 0, 1 },
      { 10, 20, 10 },
      { 1, 1, 1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      OutlayCover covers[4] = { 0 };
      gboolean wins[4];
      gsize n = 0;

      g_test_message ("%s", runs[i].name);
      for (; n < 4 && runs[i].batch[n] != 0; n++)
        {
          covers[n].batch = runs[i].batch[n];
          covers[n].run = runs[i].run[n];
          covers[n].guest = runs[i].guest[n] != 0;
          covers[n].total = runs[i].total[n];
          covers[n].grain = FINE;
        }
      outlay_claims_decide_statement (covers, n, wins);
      for (gsize j = 0; j < n; j++)
        for (gsize k = 0; k < n; k++)
          if (runs[i].batch[k] == covers[j].batch)
            g_assert_cmpint (wins[j], ==, runs[i].wins[k]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/claims/table", test_table);
  g_test_add_func ("/claims/random", test_random);
  g_test_add_func ("/claims/statements", test_statements);

  return g_test_run ();
}
