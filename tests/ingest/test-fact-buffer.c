/* test-fact-buffer.c – facts that come in any order, added up and handed on in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/fact-buffer.h"

#define N_SERIES 5
#define N_STARTS 40

typedef struct
{
  gint64 input[N_STARTS][N_SERIES];
  gint64 rows[N_STARTS][N_SERIES];
  guint n_handed;
  OutlayFact last;
  gboolean sorted;
  guint fail_at; /* 0: never */
} Store;

static gboolean
on_fact (const OutlayFact *fact, gpointer data, GError **error)
{
  Store *store = data;

  if (++store->n_handed == store->fail_at)
    {
      g_set_error_literal (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FULL, "full");
      return FALSE;
    }

  store->input[fact->start][fact->series] += fact->usage.count[OUTLAY_INPUT_TOKENS];
  store->rows[fact->start][fact->series] += fact->rows;
  if (store->n_handed > 1 &&
      (fact->start < store->last.start ||
       (fact->start == store->last.start && fact->series < store->last.series)))
    store->sorted = FALSE;
  store->last = *fact;
  return TRUE;
}

static OutlayFact
make_fact (gint64 start, gint64 series, gint64 input)
{
  OutlayFact fact = { .start = start, .series = series, .rows = 1 };

  fact.usage.count[OUTLAY_INPUT_TOKENS] = input;
  return fact;
}

/* Within one flush: in order, one fact a key, and nothing lost. */
static void
test_sums (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint round = 0; round < 50; round++)
    {
      g_autofree Store *store = g_new0 (Store, 1);
      g_autofree Store *want = g_new0 (Store, 1);
      g_autoptr (OutlayFactBuffer) buffer = outlay_fact_buffer_new (on_fact, store, NULL);
      g_autoptr (GError) error = NULL;
      guint n_keys = 0;

      store->sorted = TRUE;
      for (guint i = 0; i < 500; i++)
        {
          gint64 start = round % 2 == 0 ? (gint64) g_rand_int_range (rand, 0, N_STARTS)
                                        : (gint64) i * N_STARTS / 500;
          OutlayFact fact = make_fact (start, g_rand_int_range (rand, 0, N_SERIES), i);

          want->input[fact.start][fact.series] += i;
          n_keys += want->rows[fact.start][fact.series]++ == 0 ? 1 : 0;
          outlay_fact_buffer_add (buffer, &fact, &error);
        }
      outlay_fact_buffer_flush (buffer, &error);
      g_assert_no_error (error);
      g_assert_true (store->sorted);
      g_assert_cmpuint (store->n_handed, ==, n_keys);
      for (guint s = 0; s < N_STARTS; s++)
        for (guint k = 0; k < N_SERIES; k++)
          {
            g_assert_cmpint (store->input[s][k], ==, want->input[s][k]);
            g_assert_cmpint (store->rows[s][k], ==, want->rows[s][k]);
          }
    }
}

/* Far more than it holds at once. */
static void
test_many (void)
{
  g_autofree Store *store = g_new0 (Store, 1);
  g_autoptr (OutlayFactBuffer) buffer = outlay_fact_buffer_new (on_fact, store, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (GError) error = NULL;
  gint64 rows = 0;

  for (guint i = 0; i < 300000; i++)
    {
      OutlayFact fact =
          make_fact (g_rand_int_range (rand, 0, N_STARTS), g_rand_int_range (rand, 0, N_SERIES), 1);

      outlay_fact_buffer_add (buffer, &fact, &error);
    }
  outlay_fact_buffer_flush (buffer, &error);
  g_assert_no_error (error);
  for (guint s = 0; s < N_STARTS; s++)
    for (guint k = 0; k < N_SERIES; k++)
      rows += store->rows[s][k];
  g_assert_cmpint (rows, ==, 300000);
  g_assert_cmpuint (store->n_handed, <, 3000);
}

/* What fails in the other thread is told, at the latest by the flush. */
static void
test_late_failure (void)
{
  g_autofree Store *store = g_new0 (Store, 1);
  GMutex lock;
  OutlayFactBuffer *buffer;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&lock);
  buffer = outlay_fact_buffer_new (on_fact, store, &lock);
  store->fail_at = 20;
  for (guint i = 0; i < 200000 && error == NULL; i++)
    {
      OutlayFact fact = make_fact (i % N_STARTS, i % N_SERIES, 1);

      outlay_fact_buffer_add (buffer, &fact, &error);
    }
  g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FULL);
  outlay_fact_buffer_free (buffer);
  g_mutex_clear (&lock);
}

/* Events are told apart by their id, and come in the order they were written in. */
static void
test_events (void)
{
  g_autofree Store *store = g_new0 (Store, 1);
  g_autoptr (OutlayFactBuffer) buffer = outlay_fact_buffer_new (on_fact, store, NULL);
  g_autoptr (GError) error = NULL;

  for (gint64 i = 1; i <= 3; i++)
    {
      OutlayFact fact = make_fact (5, 1, i);

      fact.id = i < 3 ? 7 : 8;
      outlay_fact_buffer_add (buffer, &fact, &error);
    }
  outlay_fact_buffer_flush (buffer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (store->n_handed, ==, 3);
  g_assert_cmpint (store->last.usage.count[OUTLAY_INPUT_TOKENS], ==, 3);
}

static void
test_failure (void)
{
  g_autofree Store *store = g_new0 (Store, 1);
  g_autoptr (OutlayFactBuffer) buffer = outlay_fact_buffer_new (on_fact, store, NULL);
  OutlayFact fact = make_fact (1, 1, G_MAXINT64);
  g_autoptr (GError) error = NULL;

  outlay_fact_buffer_add (buffer, &fact, &error);
  outlay_fact_buffer_add (buffer, &fact, &error);
  g_assert_false (outlay_fact_buffer_flush (buffer, &error));
  g_assert_nonnull (error);
}

static void
test_full_store (void)
{
  g_autofree Store *store = g_new0 (Store, 1);
  g_autoptr (OutlayFactBuffer) buffer = outlay_fact_buffer_new (on_fact, store, NULL);
  g_autoptr (GError) error = NULL;

  store->fail_at = 2;
  for (gint64 i = 0; i < 4; i++)
    {
      OutlayFact fact = make_fact (i, 1, 1);

      outlay_fact_buffer_add (buffer, &fact, &error);
    }
  g_assert_false (outlay_fact_buffer_flush (buffer, &error));
  g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fact-buffer/sums", test_sums);
  g_test_add_func ("/fact-buffer/many", test_many);
  g_test_add_func ("/fact-buffer/events", test_events);
  g_test_add_func ("/fact-buffer/failure", test_failure);
  g_test_add_func ("/fact-buffer/late-failure", test_late_failure);
  g_test_add_func ("/fact-buffer/full-store", test_full_store);

  return g_test_run ();
}
