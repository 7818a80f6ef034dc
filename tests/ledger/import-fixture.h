/* import-fixture.h – exports made up as text, taken in by the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/money.h"
#include "fixture.h"
#include "ledger/import.h"
#include "ledger/spend.h"

#include <string.h>

/* All days of these tests lie before it. */
#define TODAY 20453 /* 31 December 2025 */

#define CENTS(n) ((gint64) (n) *G_GINT64_CONSTANT (10000000))

static inline void
set_up_imports (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  outlay_ledger_set_day (fixture->ledger, TODAY);
}

static inline char *
day_text (gint32 day)
{
  return outlay_day_to_string (day);
}

/* Imports texts in one request; results by file. */
static inline GPtrArray *
import_texts (Fixture *fixture,
              const char *const *names,
              const char *const *texts,
              gsize n,
              const OutlayImportRequest *how)
{
  g_autofree OutlayImportFile *files = g_new0 (OutlayImportFile, n);
  OutlayImportRequest request = how != NULL ? *how : (OutlayImportRequest){ 0 };
  g_autoptr (GError) error = NULL;
  GPtrArray *results;

  for (gsize i = 0; i < n; i++)
    {
      files[i].path = names[i];
      files[i].bytes = g_bytes_new (texts[i], strlen (texts[i]));
    }
  request.files = files;
  request.n_files = n;
  results = outlay_ledger_import (fixture->ledger, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, n);
  for (gsize i = 0; i < n; i++)
    g_bytes_unref (files[i].bytes);

  return results;
}

static inline OutlayImported *
import_text (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (GPtrArray) results = import_texts (fixture, &name, &text, 1, NULL);
  OutlayImported *imported = results->pdata[0];

  g_assert_no_error (imported->error);
  return g_ptr_array_steal_index (results, 0);
}

/* Returns: its batch. */
static inline gint64
take_in (Fixture *fixture, const char *name, const char *text)
{
  OutlayImported *imported = import_text (fixture, name, text);
  gint64 batch = imported->batch;

  g_assert_cmpint (batch, >, 0);
  outlay_imported_free (imported);
  return batch;
}

static inline void
undo (Fixture *fixture, gint64 batch)
{
  g_autoptr (GError) error = NULL;

  outlay_ledger_undo_import (fixture->ledger, batch, &error);
  g_assert_no_error (error);
}

static inline void
redo (Fixture *fixture, gint64 batch)
{
  g_autoptr (GError) error = NULL;

  outlay_ledger_redo_import (fixture->ledger, batch, &error);
  g_assert_no_error (error);
}

static inline void
assert_clean (Fixture *fixture)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  outlay_ledger_check (fixture->ledger, faults, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("fault: %s", (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Spend by fields, as “day,model”; "" for the total alone. */
static inline OutlaySpend *
ask_spend (Fixture *fixture, const char *fields)
{
  g_autoptr (GPtrArray) keys =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_spend_key_free);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_auto (GStrv) names = g_strsplit (fields, ",", -1);
  const OutlaySpendQuery query = { G_MININT32, G_MAXINT32, keys, none };
  g_autoptr (GError) error = NULL;
  OutlaySpend *spend;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_ptr_array_add (keys, outlay_spend_key_parse (names[i], &error));
      g_assert_no_error (error);
    }

  spend = outlay_ledger_spend (fixture->ledger, &query, &error);
  g_assert_no_error (error);
  return spend;
}

static inline void
write_sums (GString *text, const OutlaySpendSums *sums)
{
  g_autofree char *cost = outlay_nanos_to_string (sums->cost_nanos);
  g_autofree char *billed = outlay_nanos_to_string (sums->billed_nanos);
  g_autofree char *computed = outlay_nanos_to_string (sums->computed_nanos);
  g_autofree char *estimated = outlay_nanos_to_string (sums->estimated_nanos);

  g_string_append_printf (text, "cost %s billed %s computed %s estimated %s", cost, billed,
                          computed, estimated);
  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, sums->usage.count[i]);
}

/* All of an answer as text, to be compared. */
static inline char *
describe_spend (Fixture *fixture, const char *fields)
{
  g_autoptr (OutlaySpend) spend = ask_spend (fixture, fields);
  GString *text = g_string_new (NULL);

  write_sums (text, &spend->total);
  for (guint i = 0; i < spend->rows->len; i++)
    {
      const OutlaySpendRow *row = spend->rows->pdata[i];

      g_string_append_c (text, '\n');
      for (gsize k = 0; k < spend->n_keys; k++)
        g_string_append_printf (text, "%s|", row->values[k]);
      write_sums (text, &row->sums);
    }
  for (guint i = 0; i < spend->foreign->len; i++)
    {
      const OutlayForeignAmount *amount = &g_array_index (spend->foreign, OutlayForeignAmount, i);

      g_string_append_printf (text, "\n%s %" G_GINT64_FORMAT, amount->currency, amount->cost_nanos);
    }

  return g_string_free (text, FALSE);
}
