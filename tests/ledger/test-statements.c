/* test-statements.c – bills that come in parts, and are replaced by period
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-fixture.h"

#define HEADER                                                                                     \
  "BilledCost,EffectiveCost,BillingAccountId,BillingCurrency,BillingPeriodStart,ChargeCategory,"   \
  "ChargePeriodStart,ChargePeriodEnd,ProviderName,ServiceName,SubAccountId\n"
#define FIRST_MONTH 662 /* March 2025 */
#define N_MONTHS 3
#define N_STEPS 150
#define MAX_FILES 600
#define MAX_PARTS 3

/* A part of a statement: what it says by month and day of it. A day before the month
 * is a correction. */
typedef struct
{
  char *text;
  gint64 batch;
  gint64 run;       /* that it came in with */
  GArray *guest_of; /* runs that it was handed in again with */
  gboolean active;
  gboolean claims[N_MONTHS];
  gboolean running[N_MONTHS];
  gint64 days[N_MONTHS][40]; /* from 5 days before the month on */
  guint grain;
} Part;

typedef struct
{
  Part *parts[MAX_FILES];
  guint n_parts;
  gint64 n_runs;
} World;

static Part *
make_part (GRand *rand, guint which)
{
  Part *part = g_new0 (Part, 1);
  g_autoptr (GString) text = g_string_new (HEADER);
  int first = g_rand_int_range (rand, 0, N_MONTHS);
  int last = MIN (first + 1, N_MONTHS - 1);
  gboolean with_project = g_rand_int_range (rand, 0, 3) > 0;
  gint64 last_end = 0;

  last = g_rand_boolean (rand) ? first : last;
  part->guest_of = g_array_new (FALSE, FALSE, sizeof (gint64));
  part->grain = with_project ? 2 : 1;
  for (int month = first; month <= last; month++)
    {
      gint32 begin = outlay_month_first_day (FIRST_MONTH + month);
      g_autofree char *period = outlay_day_to_string (begin);
      int n_days = outlay_month_n_days (FIRST_MONTH + month);
      int until = g_rand_boolean (rand) ? n_days : g_rand_int_range (rand, 1, n_days);

      for (int day = g_rand_int_range (rand, -5, 3); day < until; day += 1 + (int) which)
        {
          g_autofree char *from = outlay_day_to_string (begin + day);
          g_autofree char *to = outlay_day_to_string (begin + day + 1);
          gint64 cost = CENTS (g_rand_int_range (rand, 1, 500));
          g_autofree char *amount = outlay_nanos_to_string (cost);

          g_string_append_printf (text, "%s,%s,acct,USD,%s,Usage,%s,%s,AWS,Amazon Bedrock,%s\n",
                                  amount, amount, period, from, to, with_project ? "sub" : "");
          part->claims[month] = TRUE;
          part->days[month][day + 5] += cost;
          last_end = MAX (last_end, outlay_day_start (begin + day + 1));
        }
    }
  for (int month = 0; month < N_MONTHS; month++)
    part->running[month] =
        last_end < outlay_day_start (outlay_month_first_day (FIRST_MONTH + month + 1));
  part->text = g_strdup (text->str);
  return part;
}

static void
free_part (Part *part)
{
  g_array_unref (part->guest_of);
  g_free (part->text);
  g_free (part);
}

/* What the files of a run say of a month, together. */
typedef struct
{
  gboolean own; /* one of them came in with it */
  gboolean running;
  guint grain;
  gint64 total;
} Run;

static gboolean
is_of_run (const Part *part, gint64 run)
{
  gboolean found = part->run == run;

  for (guint i = 0; i < part->guest_of->len; i++)
    found |= g_array_index (part->guest_of, gint64, i) == run;

  return found;
}

static Run
join_run (const World *world, gint64 number, int month)
{
  Run run = { .running = TRUE };

  for (guint i = 0; i < world->n_parts; i++)
    {
      const Part *part = world->parts[i];

      if (!part->active || !part->claims[month] || !is_of_run (part, number))
        continue;
      run.own |= part->run == number;
      run.running &= part->running[month];
      run.grain = MAX (run.grain, part->grain);
      for (guint d = 0; d < 40; d++)
        run.total += part->days[month][d];
    }

  return run;
}

static gboolean
takes_over (const Run *newer, const Run *older)
{
  if (newer->running != older->running)
    return older->running;
  if (newer->grain == older->grain)
    return !newer->running || newer->total >= older->total;
  if (ABS (newer->total - older->total) * 100 <= MAX (newer->total, older->total))
    return newer->grain >= older->grain;

  return newer->total > older->total;
}

static void
count_days (const World *world, gint64 *days)
{
  for (int month = 0; month < N_MONTHS; month++)
    {
      gint32 offset =
          outlay_month_first_day (FIRST_MONTH + month) - outlay_month_first_day (FIRST_MONTH);
      gint64 best = 0;
      Run holder = { 0 };

      for (gint64 number = 1; number <= world->n_runs; number++)
        {
          Run run = join_run (world, number, month);

          if (!run.own || (best != 0 && !takes_over (&run, &holder)))
            continue;
          best = number;
          holder = run;
        }

      for (guint i = 0; i < world->n_parts && best != 0; i++)
        if (world->parts[i]->active && is_of_run (world->parts[i], best))
          for (int d = 0; d < 40; d++)
            if (world->parts[i]->days[month][d] != 0)
              days[offset + d] += world->parts[i]->days[month][d];
    }
}

static void
compare_days (Fixture *fixture, const World *world)
{
  g_autoptr (OutlaySpend) spend = ask_spend (fixture, "day");
  gint64 days[140] = { 0 };
  guint at = 0;

  count_days (world, days);
  for (int d = 0; d < 140; d++)
    {
      g_autofree char *text = outlay_day_to_string (outlay_month_first_day (FIRST_MONTH) + d - 5);
      const OutlaySpendRow *row;

      if (days[d] == 0)
        continue;
      g_assert_cmpuint (at, <, spend->rows->len);
      row = spend->rows->pdata[at++];
      g_assert_cmpstr (row->values[0], ==, text);
      g_assert_cmpint (row->sums.cost_nanos, ==, days[d]);
    }
  g_assert_cmpuint (spend->rows->len, ==, at);
}

static Part *
find_active (const World *world, const char *text)
{
  for (guint i = 0; i < world->n_parts; i++)
    if (world->parts[i]->active && g_str_equal (world->parts[i]->text, text))
      return world->parts[i];

  return NULL;
}

/* Hands in some new parts, and some that are in or were, in one request. */
static void
hand_in (Fixture *fixture, World *world, GRand *rand)
{
  guint n = (guint) g_rand_int_range (rand, 1, MAX_PARTS + 1);
  Part *parts[MAX_PARTS];
  const char *names[MAX_PARTS];
  const char *texts[MAX_PARTS];
  g_autoptr (GPtrArray) results = NULL;
  gint64 run = world->n_runs + 1;
  gboolean some_new = FALSE;

  for (guint i = 0; i < n; i++)
    {
      names[i] = "focus.csv";
      parts[i] = make_part (rand, i);
      if (world->n_parts > 0 && g_rand_int_range (rand, 0, 3) == 0)
        {
          const Part *old = world->parts[g_rand_int_range (rand, 0, (gint32) world->n_parts)];

          free_part (parts[i]);
          parts[i] = g_memdup2 (old, sizeof *old);
          parts[i]->text = g_strdup (old->text);
          parts[i]->guest_of = g_array_new (FALSE, FALSE, sizeof (gint64));
        }
      texts[i] = parts[i]->text;
    }

  results = import_texts (fixture, names, texts, n, NULL);
  for (guint i = 0; i < n; i++)
    {
      const OutlayImported *imported = results->pdata[i];
      Part *holder = find_active (world, parts[i]->text);

      g_assert_no_error (imported->error);
      if (holder != NULL)
        {
          g_assert_cmpint (imported->batch, ==, holder->batch);
          if (holder->run != run)
            g_array_append_val (holder->guest_of, run);
          free_part (parts[i]);
          continue;
        }
      some_new = TRUE;
      parts[i]->batch = imported->batch;
      parts[i]->active = TRUE;
      parts[i]->run = run;
      world->parts[world->n_parts++] = parts[i];
    }

  /* A run of nothing new is none. */
  for (guint i = 0; i < world->n_parts && !some_new; i++)
    while (is_of_run (world->parts[i], run))
      g_array_set_size (world->parts[i]->guest_of, world->parts[i]->guest_of->len - 1);
  if (some_new)
    world->n_runs++;
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree World *world = g_new0 (World, 1);

  for (guint step = 0; step < N_STEPS; step++)
    {
      gint32 pick = world->n_parts > 0 ? g_rand_int_range (rand, 0, (gint32) world->n_parts) : 0;
      Part *part = world->parts[pick];

      g_test_message ("step %u", step);
      if (world->n_parts < 4 || g_rand_boolean (rand))
        hand_in (fixture, world, rand);
      else if (part->active || find_active (world, part->text) == NULL)
        {
          if (part->active)
            undo (fixture, part->batch);
          else
            redo (fixture, part->batch);
          part->active = !part->active;
        }

      compare_days (fixture, world);
      assert_clean (fixture);
    }

  for (guint i = 0; i < world->n_parts; i++)
    free_part (world->parts[i]);
}

#define LINE(amount, period, day, next)                                                            \
  amount "," amount ",acct,USD," period ",Usage," day "," next ",AWS,Amazon Bedrock,sub\n"
#define APRIL_5(amount) LINE (amount, "2025-04-01", "2025-04-05", "2025-04-06")
#define APRIL_30(amount) LINE (amount, "2025-04-01", "2025-04-30", "2025-05-01")
#define MARCH_28(amount) LINE (amount, "2025-04-01", "2025-03-28", "2025-03-29")

static gint64
total_cost (Fixture *fixture)
{
  g_autoptr (OutlaySpend) spend = ask_spend (fixture, "");

  return spend->total.cost_nanos;
}

/* One of two parts is restated, and both are handed in again, in either order. */
static void
test_restated_part (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "1.csv", "2.csv" };
  const char *parts[] = { HEADER APRIL_5 ("1"), HEADER APRIL_30 ("10") };
  const char *again[] = { HEADER APRIL_5 ("1"), HEADER APRIL_30 ("30") };
  const char *turned[] = { HEADER APRIL_30 ("50"), HEADER APRIL_5 ("1") };
  g_autoptr (GPtrArray) first = import_texts (fixture, names, parts, 2, NULL);
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) third = NULL;

  g_assert_cmpint (total_cost (fixture), ==, CENTS (1100));
  second = import_texts (fixture, names, again, 2, NULL);
  g_assert_cmpint (total_cost (fixture), ==, CENTS (3100));
  third = import_texts (fixture, names, turned, 2, NULL);
  g_assert_cmpint (total_cost (fixture), ==, CENTS (5100));
  assert_clean (fixture);

  undo (fixture, ((OutlayImported *) third->pdata[0])->batch);
  g_assert_cmpint (total_cost (fixture), ==, CENTS (3100));
  undo (fixture, ((OutlayImported *) second->pdata[1])->batch);
  g_assert_cmpint (total_cost (fixture), ==, CENTS (1100));
  assert_clean (fixture);
}

/* A correction lies outside its billing month, and goes with it. */
static void
test_correction (Fixture *fixture, gconstpointer data)
{
  gint64 batch;

  take_in (fixture, "1.csv", HEADER MARCH_28 ("5") APRIL_30 ("10"));
  g_assert_cmpint (total_cost (fixture), ==, CENTS (1500));
  batch = take_in (fixture, "2.csv", HEADER APRIL_30 ("12"));
  g_assert_cmpint (total_cost (fixture), ==, CENTS (1200));
  assert_clean (fixture);
  undo (fixture, batch);
  g_assert_cmpint (total_cost (fixture), ==, CENTS (1500));
  assert_clean (fixture);
}

/* The same month in files without a day in common. */
static void
test_days_apart (Fixture *fixture, gconstpointer data)
{
  take_in (fixture, "1.csv", HEADER APRIL_5 ("1"));
  take_in (fixture, "2.csv", HEADER APRIL_30 ("10"));
  g_assert_cmpint (total_cost (fixture), ==, CENTS (1000));
  assert_clean (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/statements/random", Fixture, NULL, set_up_imports, test_random, tear_down);
  g_test_add ("/statements/restated-part", Fixture, NULL, set_up_imports, test_restated_part,
              tear_down);
  g_test_add ("/statements/correction", Fixture, NULL, set_up_imports, test_correction, tear_down);
  g_test_add ("/statements/days-apart", Fixture, NULL, set_up_imports, test_days_apart, tear_down);

  return g_test_run ();
}
