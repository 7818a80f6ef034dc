/* compat.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Alone in this file newer API is named, in branches that only newer GTK compiles. */
#undef GDK_VERSION_MAX_ALLOWED
#define GDK_VERSION_MAX_ALLOWED G_ENCODE_VERSION (99, 0)

#include "ui/compat.h"

#include <glib/gi18n.h>

typedef struct
{
  OutlayFilesFunc on_files;
  OutlayFileFunc on_file;
  gpointer user_data;
} Choice;

static Choice *
choice_new (OutlayFilesFunc on_files, OutlayFileFunc on_file, gpointer user_data)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->on_files = on_files;
  choice->on_file = on_file;
  choice->user_data = user_data;
  return choice;
}

static void
tell (Choice *choice, GListModel *files, GFile *file)
{
  if (choice->on_file != NULL && file != NULL)
    choice->on_file (file, choice->user_data);
  if (choice->on_files != NULL && files != NULL && g_list_model_get_n_items (files) > 0)
    choice->on_files (files, choice->user_data);
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (GListModel) files =
      gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  tell (choice, files, NULL);
}

static void
on_one_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (file != NULL)
    g_list_store_append (files, file);
  tell (choice, G_LIST_MODEL (files), NULL);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  tell (choice, NULL, file);
}

static void
open_files (GtkWindow *parent, const char *title, gboolean several, Choice *choice)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  if (several)
    gtk_file_dialog_open_multiple (dialog, parent, NULL, on_opened, choice);
  else
    gtk_file_dialog_open (dialog, parent, NULL, on_one_opened, choice);
}

void
outlay_save_file (GtkWindow *parent,
                  const char *title,
                  const char *name,
                  OutlayFileFunc func,
                  gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, on_saved, choice_new (NULL, func, user_data));
}

#else

static void
on_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  Choice *choice = data;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      tell (choice, files, file);
    }

  g_free (choice);
  g_object_unref (dialog);
}

static void
choose (GtkWindow *parent, GtkFileChooserNative *dialog, Choice *choice)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_files (GtkWindow *parent, const char *title, gboolean several, Choice *choice)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                   _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), several);
  choose (parent, dialog, choice);
}

void
outlay_save_file (GtkWindow *parent,
                  const char *title,
                  const char *name,
                  OutlayFileFunc func,
                  gpointer user_data)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
                                   _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  choose (parent, dialog, choice_new (NULL, func, user_data));
}

#endif

/**
 * outlay_open_files:
 * @parent: the window that asks
 * @title: of the dialog
 * @func: called with what was chosen
 * @user_data: for @func; it is to live as long as @parent
 */
void
outlay_open_files (GtkWindow *parent, const char *title, OutlayFilesFunc func, gpointer user_data)
{
  open_files (parent, title, TRUE, choice_new (func, NULL, user_data));
}

/**
 * outlay_open_file:
 * @parent: the window that asks
 * @title: of the dialog
 * @func: called with the one file that was chosen
 * @user_data: for @func; it is to live as long as @parent
 */
void
outlay_open_file (GtkWindow *parent, const char *title, OutlayFilesFunc func, gpointer user_data)
{
  open_files (parent, title, FALSE, choice_new (func, NULL, user_data));
}

/**
 * outlay_launch_file:
 * @parent: the window that asks
 * @file: to open with what the user has for it
 */
void
outlay_launch_file (GtkWindow *parent, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GdkAppLaunchContext *context =
      gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (parent)));

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, NULL, NULL);
  g_object_unref (context);
}
