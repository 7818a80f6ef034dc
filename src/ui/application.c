/* application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/application.h"

#include "ledger/demo.h"
#include "ui/accelerators.h"
#include "ui/compat.h"
#include "ui/sample-store.h"
#include "ui/session.h"
#include "ui/window.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _OutlayApplication
{
  AdwApplication parent_instance;

  /* Owned references */
  GPtrArray *sample_stores; /* of paths: they go when the program does */
};

G_DEFINE_FINAL_TYPE (OutlayApplication, outlay_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "store", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("The store, made on first use"), N_ ("FILE") },
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the sample company, in a store of its own"),
    NULL },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("The day that counts as today"),
    N_ ("YYYY-MM-DD") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
  G_OPTION_ENTRY_NULL
};

static OutlayWindow *
find_window (OutlayApplication *self, const char *path)
{
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL;
       window = window->next)
    {
      OutlaySession *session;

      if (!OUTLAY_IS_WINDOW (window->data))
        continue;
      session = outlay_window_get_session (window->data);
      if (g_str_equal (outlay_worker_get_path (outlay_session_get_worker (session)), path))
        return window->data;
    }

  return NULL;
}

static void
on_store_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (!outlay_worker_open_finish (OUTLAY_WORKER (source), result, &error))
    outlay_window_fail (window, error);
  else if (g_access (outlay_worker_get_path (OUTLAY_WORKER (source)), W_OK) != 0)
    outlay_window_set_banner (window,
                              _ ("The file is read-only. You can look, but not change anything."),
                              NULL, NULL);
}

static void
on_window_destroyed (OutlayWorker *worker)
{
  outlay_worker_close (worker);
}

static OutlayWindow *
open_window (OutlayApplication *self, OutlayWorker *worker)
{
  g_autoptr (OutlaySession) session = outlay_session_new (worker);
  OutlayWindow *window = outlay_window_new (GTK_APPLICATION (self), session);

  g_signal_connect_object (window, "destroy", G_CALLBACK (on_window_destroyed), worker,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static OutlayWindow *
open_store (OutlayApplication *self, const char *path, gint32 day)
{
  g_autoptr (OutlayWorker) worker = NULL;
  OutlayWindow *window = find_window (self, path);

  if (window == NULL)
    {
      worker = outlay_worker_new (path);
      if (day >= 0)
        outlay_worker_set_day (worker, day);
      window = open_window (self, worker);
      outlay_worker_open_async (worker, NULL, on_store_opened, g_object_ref (window));
    }

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static OutlayWindow *
open_default (OutlayApplication *self)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "outlay", "outlay.db", NULL);

  return open_store (self, path, -1);
}

static gpointer
load_demo (OutlayLedger *ledger, gpointer data, GCancellable *cancellable, GError **error)
{
  OutlayDemo *demo = g_new0 (OutlayDemo, 1);

  if (outlay_ledger_load_demo (ledger, demo, error))
    return demo;

  g_free (demo);
  return NULL;
}

static void
on_demo_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree OutlayDemo *demo = NULL;
  gpointer value = NULL;

  if (!outlay_worker_run_finish (OUTLAY_WORKER (source), result, &value, &error))
    {
      outlay_window_fail (window, error);
      return;
    }

  demo = value;
  if (g_object_get_data (source, "day") == NULL)
    outlay_worker_set_day (OUTLAY_WORKER (source), demo->day);
}

static OutlayWindow *
open_demo (OutlayApplication *self, gint32 day)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = outlay_sample_store_new (&error);
  g_autoptr (OutlayWorker) worker = outlay_worker_new (path != NULL ? path : "");
  OutlayWindow *window = open_window (self, worker);

  if (path == NULL)
    {
      outlay_window_fail (window, error);
      return window;
    }

  g_ptr_array_add (self->sample_stores, g_strdup (path));
  if (day >= 0)
    {
      outlay_worker_set_day (worker, day);
      g_object_set_data (G_OBJECT (worker), "day", worker);
    }
  outlay_worker_open_async (worker, NULL, on_store_opened, g_object_ref (window));
  outlay_worker_run_async (worker, OUTLAY_WORK_NONE, load_demo, NULL, NULL, g_free, NULL,
                           on_demo_loaded, g_object_ref (window));
  outlay_window_set_banner (window, _ ("A sample company. Nothing here touches your own data."),
                            NULL, NULL);
  return window;
}

static void
remove_sample (gpointer path)
{
  outlay_sample_store_remove (path);
  g_free (path);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *window;

  while ((window = gtk_application_get_windows (GTK_APPLICATION (data))) != NULL)
    {
      GtkWindow *first = window->data;

      gtk_window_close (first);
      if (gtk_application_get_windows (GTK_APPLICATION (data)) == window)
        return;
    }
}

/* What belongs to a window is asked of the one in front. */
static void
on_of_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (OUTLAY_IS_WINDOW (window))
    g_action_group_activate_action (G_ACTION_GROUP (window), g_action_get_name (G_ACTION (action)),
                                    NULL);
}

static void
on_demo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_demo (data, -1);
}

/* A window that shows a failure makes room for the next try. */
static void
try_store (OutlayApplication *self, const char *path)
{
  GtkWindow *before = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *kept = g_strdup (path); /* it may be of the window that goes */

  g_application_hold (G_APPLICATION (self));
  if (OUTLAY_IS_WINDOW (before) && outlay_window_has_failed (OUTLAY_WINDOW (before)))
    gtk_window_destroy (before);
  open_store (self, kept, -1);
  g_application_release (G_APPLICATION (self));
}

static void
on_retry (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  OutlaySession *session;

  if (!OUTLAY_IS_WINDOW (window))
    return;

  session = outlay_window_get_session (OUTLAY_WINDOW (window));
  try_store (data, outlay_worker_get_path (outlay_session_get_worker (session)));
}

static void
on_store_chosen (GListModel *files, gpointer data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (g_file_peek_path (file) != NULL)
    try_store (data, g_file_peek_path (file));
}

static void
on_open_store (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_open_file (gtk_application_get_active_window (GTK_APPLICATION (data)), _ ("Open a Store"),
                    on_store_chosen, data);
}

static int
outlay_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("outlay %s\n", VERSION);
      return 0;
    }

  return -1;
}

static void
take_files (OutlayWindow *window, GApplicationCommandLine *line, const char *const *names)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, names[i]);

      g_list_store_append (files, file);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) > 0)
    outlay_window_take_files (window, G_LIST_MODEL (files));
}

static int
outlay_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  OutlayApplication *self = OUTLAY_APPLICATION (application);
  GVariantDict *given = g_application_command_line_get_options_dict (line);
  g_autofree const char **names = NULL;
  const char *store = NULL, *as_of = NULL;
  gint32 day = -1;
  OutlayWindow *window;

  g_variant_dict_lookup (given, "store", "^&ay", &store);
  g_variant_dict_lookup (given, "as-of", "&s", &as_of);
  g_variant_dict_lookup (given, G_OPTION_REMAINING, "^a&ay", &names);
  if (as_of != NULL && !outlay_day_parse (as_of, &day, NULL))
    {
      g_application_command_line_printerr (line,
                                           _ ("--as-of: “%s” is no day. Write it as 2026-09-20.\n"),
                                           as_of);
      return 2;
    }

  if (g_variant_dict_contains (given, "demo"))
    window = open_demo (self, day);
  else if (store != NULL)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, store);

      window = open_store (self, g_file_peek_path (file), day);
    }
  else
    {
      window = open_default (self);
      if (day >= 0)
        outlay_worker_set_day (outlay_session_get_worker (outlay_window_get_session (window)), day);
    }

  take_files (window, line, names);
  return 0;
}

static void
outlay_application_activate (GApplication *application)
{
  open_default (OUTLAY_APPLICATION (application));
}

static void
outlay_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  OutlayWindow *window = open_default (OUTLAY_APPLICATION (application));
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);
  outlay_window_take_files (window, G_LIST_MODEL (list));
}

static void
outlay_application_startup (GApplication *application)
{
  const GActionEntry entries[] = {
    { .name = "quit", .activate = on_quit },
    { .name = "demo", .activate = on_demo },
    { .name = "open-store", .activate = on_open_store },
    { .name = "retry", .activate = on_retry },
    { .name = "about", .activate = on_of_window },
    { .name = "shortcuts", .activate = on_of_window },
    { .name = "preferences", .activate = on_of_window },
  };

  G_APPLICATION_CLASS (outlay_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  outlay_accelerators_apply (GTK_APPLICATION (application));
}

static void
outlay_application_finalize (GObject *object)
{
  OutlayApplication *self = OUTLAY_APPLICATION (object);

  g_ptr_array_unref (self->sample_stores);

  G_OBJECT_CLASS (outlay_application_parent_class)->finalize (object);
}

static void
outlay_application_class_init (OutlayApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = outlay_application_finalize;
  application_class->handle_local_options = outlay_application_handle_local_options;
  application_class->command_line = outlay_application_command_line;
  application_class->activate = outlay_application_activate;
  application_class->open = outlay_application_open;
  application_class->startup = outlay_application_startup;
}

static void
outlay_application_init (OutlayApplication *self)
{
  self->sample_stores = g_ptr_array_new_with_free_func (remove_sample);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

/**
 * outlay_application_new:
 *
 * Returns: (transfer full): the program
 */
OutlayApplication *
outlay_application_new (void)
{
  return g_object_new (OUTLAY_TYPE_APPLICATION, "application-id", OUTLAY_APPLICATION_ID,
                       "resource-base-path", "/io/github/outlay/Outlay", "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}
