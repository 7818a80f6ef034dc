/* fixture.h – a ledger on a store of its own, for each test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/plans.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("outlay-plans-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "outlay.db", NULL);
  fixture->ledger = outlay_ledger_open (path, &error);
  g_assert_no_error (error);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "outlay.db", "outlay.db-wal", "outlay.db-shm" };

  outlay_ledger_close (fixture->ledger);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static inline OutlaySnapshot *
read_plans (Fixture *fixture)
{
  OutlaySnapshot *plans = outlay_snapshot_new ();
  g_autoptr (GError) error = NULL;

  outlay_ledger_fill_plans (fixture->ledger, plans, &error);
  g_assert_no_error (error);
  return plans;
}
