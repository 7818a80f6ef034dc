/* outcomes-import.c – outcomes from a file, and what is said about them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/edits.h"

#include "ledger/outcomes.h"
#include "ui/widgets/message.h"
#include "ui/widgets/toast.h"
#include "wording/date.h"
#include "wording/number.h"

#include <glib/gi18n.h>

#define MAX_LISTED 5 /* rows that could not be read, by line; more are only counted */

/* The file, for the thread that reads it, and what became of it. */
typedef struct
{
  char *name;
  GFile *file;
  GPtrArray *faults;
  OutlayOutcomesResult result;

  /* Owned references */
  GtkWidget *widget;
  OutlaySession *session;
} Import;

static void
import_free (Import *import)
{
  g_free (import->name);
  g_object_unref (import->file);
  g_ptr_array_unref (import->faults);
  g_object_unref (import->widget);
  g_object_unref (import->session);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

/* On the worker's thread. */
static gboolean
import_outcomes (OutlayLedger *ledger, gpointer data, GError **error)
{
  Import *import = data;
  g_autofree char *text = NULL;
  gsize length;

  return g_file_load_contents (import->file, NULL, &text, &length, NULL, error) &&
         outlay_ledger_import_outcomes (ledger, import->name, text, length, &import->result,
                                        import->faults, error);
}

static char *
word_result (const Import *import)
{
  OutlayWording *wording = outlay_session_get_wording (import->session);
  g_autofree char *count = outlay_wording_count (wording, import->result.count);
  g_autofree char *days = NULL;

  if (import->result.n_days == 0)
    return g_strdup (_ ("No day in this file"));

  days = outlay_wording_day_range_long (wording, import->result.first_day, import->result.last_day);
  /* Translators: a number, then a range of days. */
  return g_strdup_printf (_ ("Imported %s outcomes, %s"), count, days);
}

static void
tell_faults (const Import *import)
{
  g_autofree char *heading =
      g_strdup_printf (ngettext ("%u row was not imported", "%u rows were not imported",
                                 import->faults->len),
                       import->faults->len);
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < MIN (import->faults->len, MAX_LISTED); i++)
    g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "",
                            (const char *) import->faults->pdata[i]);
  if (import->faults->len > MAX_LISTED)
    g_string_append (body, "\n…");
  g_string_append_printf (body, "\n\n%s", _ ("The other rows came in."));
  outlay_tell (import->widget, heading, body->str);
  g_string_free (body, TRUE);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) import = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!outlay_worker_edit_finish (OUTLAY_WORKER (source), result, &error))
    {
      text = g_strdup_printf (_ ("%s Nothing was changed."), error->message);
      outlay_tell (import->widget, _ ("Could not read the file"), text);
      return;
    }

  text = word_result (import);
  outlay_toast (import->widget, text, import->result.n_days > 0 ? _ ("_Undo") : NULL, "win.undo",
                NULL);
  if (import->faults->len > 0)
    tell_faults (import);
}

/**
 * outlay_import_outcomes:
 * @widget: of the window that gets the toast
 * @session: a session
 * @name: of a use case
 * @file: a CSV file with a day and a count in each row
 */
void
outlay_import_outcomes (GtkWidget *widget, OutlaySession *session, const char *name, GFile *file)
{
  Import *import = g_new0 (Import, 1);
  g_autofree char *label = g_strdup_printf (_ ("Import outcomes of %s"), name);

  import->name = g_strdup (name);
  import->file = g_object_ref (file);
  import->faults = g_ptr_array_new_with_free_func (g_free);
  import->widget = g_object_ref (widget);
  import->session = g_object_ref (session);
  outlay_worker_edit_async (outlay_session_get_worker (session), label, import_outcomes, import,
                            NULL, NULL, on_imported, import);
}
