/* import-flow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/imports/import-flow.h"

#include "ui/pages/imports/import-window.h"
#include "ui/widgets/message.h"
#include "ui/widgets/toast.h"
#include "wording/number.h"

#include <glib/gi18n.h>

/* The imports that came in now, as `imports.undo` takes them. */
static GVariant *
list_batches (GPtrArray *results, guint *n_files, gint64 *n_rows)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("ax"));

  *n_files = 0;
  *n_rows = 0;
  for (guint i = 0; i < results->len; i++)
    {
      const OutlayImported *imported = results->pdata[i];
      gboolean same = imported->rows > 0 && imported->duplicate_rows == imported->rows;

      if (imported->error != NULL || imported->batch == 0 || same)
        continue;

      g_variant_builder_add (&builder, "x", imported->batch);
      *n_rows += imported->new_rows + imported->changed_rows;
      ++*n_files;
    }

  return g_variant_builder_end (&builder);
}

static char *
tell_rows (OutlaySession *session, gint64 n_rows, guint n_files)
{
  g_autofree char *count = outlay_wording_count (outlay_session_get_wording (session), n_rows);
  g_autofree char *rows =
      g_strdup_printf (ngettext ("Imported %s row", "Imported %s rows", (gulong) n_rows), count);

  if (n_files == 1)
    return g_steal_pointer (&rows);

  /* Translators: "Imported 13,609 rows", then "from 4 files" */
  return g_strdup_printf (ngettext ("%s from %u file", "%s from %u files", n_files), rows, n_files);
}

/* Spend, and not a feature that bears any of it: the next step is to say which does. */
static gboolean
is_all_unallocated (OutlaySession *session)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);

  if (snapshot == NULL || snapshot->cube.n_cells == 0)
    return FALSE;

  for (gsize i = 0; i < snapshot->cube.n_cells; i++)
    if (snapshot->cube.cells[i].feature != 0)
      return FALSE;

  return TRUE;
}

static void
on_done (OutlayImportWindow *window, GPtrArray *results, OutlaySession *session)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (window)));
  g_autoptr (GVariant) batches = NULL;
  g_autofree char *text = NULL;
  guint n_files;
  gint64 n_rows;

  batches = g_variant_ref_sink (list_batches (results, &n_files, &n_rows));
  if (n_files == 0)
    {
      outlay_toast (parent, _ ("Nothing new in this file"), NULL, NULL, NULL);
      return;
    }

  text = tell_rows (session, n_rows, n_files);
  outlay_toast (parent, text, _ ("Undo"), "imports.undo", batches);
  if (is_all_unallocated (session))
    gtk_widget_activate_action (parent, "win.features", NULL);
}

/**
 * outlay_import_flow_start:
 * @widget: a widget of the window that imports
 * @session: where the files go
 * @files: of #GFile: chosen, dropped or given
 *
 * Reads the files without changing anything, shows what they would do, and imports
 * them when the user says so.
 */
void
outlay_import_flow_start (GtkWidget *widget, OutlaySession *session, GListModel *files)
{
  g_autoptr (OutlayImportOrder) order = outlay_import_order_new (files);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  OutlayImportWindow *window;

  if (outlay_import_order_get_files (order)->len == 0)
    {
      outlay_tell (widget, _ ("Could not read the files"),
                   _ ("They are not on this computer. Copy them to a folder here, and import them "
                      "from there."));
      return;
    }

  window = outlay_import_window_new (parent, session, order);
  g_signal_connect_object (window, "done", G_CALLBACK (on_done), session, 0);
  gtk_window_present (GTK_WINDOW (window));
}
