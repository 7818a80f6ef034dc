/* test-tiers.c – tables of tiers, ours and a user's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/tiers.h"

#include "core/money.h"

#include <glib/gstdio.h>

static GPtrArray *
load (const char *text, GError **error)
{
  g_autofree char *path = NULL;
  GPtrArray *tables;
  int file = g_file_open_tmp ("outlay-tiers-XXXXXX", &path, NULL);

  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  tables = outlay_tier_tables_load (path, error);
  g_remove (path);
  return tables;
}

/* What comes with Outlay is whole: dated, with a source, and rising. */
static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tables = outlay_tier_tables_load (NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tables->len, >, 0);
  for (guint i = 0; i < tables->len; i++)
    {
      const OutlayTierTable *table = tables->pdata[i];

      g_assert_cmpint (table->date, >, 0);
      g_assert_cmpstr (table->source, !=, "");
      for (gsize j = 0; j < table->n_tiers; j++)
        g_assert_cmpstr (table->tiers[j].name, !=, "");
      for (gsize j = 1; j < table->n_tiers; j++)
        {
          const OutlayTier *tier = &table->tiers[j];

          g_assert_true (!tier->has_cap || tier->cap_nanos >= tier[-1].cap_nanos);
          g_assert_true (!tier->has_paid || tier->paid_nanos > tier[-1].paid_nanos);
        }
    }
}

static void
test_own (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tables =
      load ("{\"providers\":[{\"provider\":\"own\",\"date\":\"2026-09-01\",\"since\":\"2026-01-"
            "01\","
            "\"source\":\"contract\",\"tiers\":[{\"name\":\"All\",\"paid\":1.5,\"days\":3,"
            "\"cap\":\"12000\"},{\"name\":\"More\"}]}]}",
            &error);
  const OutlayTierTable *table;

  g_assert_no_error (error);
  g_assert_cmpuint (tables->len, ==, 1);
  table = tables->pdata[0];
  g_assert_cmpstr (table->provider, ==, "own");
  g_assert_cmpuint (table->n_tiers, ==, 2);
  g_assert_cmpint (table->tiers[0].paid_nanos, ==, 3 * OUTLAY_NANOS_PER_UNIT / 2);
  g_assert_cmpint (table->tiers[0].days, ==, 3);
  g_assert_cmpint (table->tiers[0].cap_nanos, ==, 12000 * OUTLAY_NANOS_PER_UNIT);
  g_assert_false (table->tiers[1].has_cap);
}

static void
test_faults (void)
{
  static const char *const texts[] = {
    "",
    "[]",
    "{\"providers\":[{\"provider\":\"own\",\"date\":\"2026-09-01\",\"tiers\":[]}]}",
    "{\"providers\":[{\"provider\":\"own\",\"tiers\":[{\"name\":\"All\"}]}]}",
    "{\"providers\":[{\"provider\":\"own\",\"date\":\"soon\",\"tiers\":[{\"name\":\"All\"}]}]}",
    "{\"providers\":[{\"provider\":\"own\",\"date\":\"2026-09-01\",\"tiers\":[{\"cap\":\"much\"}]}]"
    "}",
    "{\"providers\":[{\"provider\":\"own\",\"date\":\"2026-09-01\",\"tiers\":[{\"days\":\"-1\"}]}]"
    "}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (load (texts[i], &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiers/shipped", test_shipped);
  g_test_add_func ("/tiers/own", test_own);
  g_test_add_func ("/tiers/faults", test_faults);
  return g_test_run ();
}
