/* review-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/imports/review-files.h"

#include "ui/pages/imports/review-rows.h"
#include "ui/widgets/status-glyph.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_OPEN 4 /* files that have a row of their own; more are behind one */
#define FILE_KEY "outlay-file"

struct _OutlayReviewFiles
{
  AdwBin parent_instance;

  /* Borrowed references: a widget inside */
  GtkListBox *list;

  /* Owned references */
  OutlayImportOrder *order;
  GPtrArray *nameless; /* borrowed OutlayOrderedFile: of those whose account is not stated */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (OutlayReviewFiles, outlay_review_files, ADW_TYPE_BIN)

static void
on_format_chosen (OutlayReviewFiles *self, GParamSpec *pspec, GtkDropDown *choice)
{
  OutlayOrderedFile *file = g_object_get_data (G_OBJECT (choice), FILE_KEY);
  g_autoptr (GArray) formats = outlay_ledger_formats ();
  guint chosen = gtk_drop_down_get_selected (choice);

  g_free (file->format);
  file->format = chosen == 0 || chosen > formats->len
                     ? NULL
                     : g_strdup (g_array_index (formats, OutlayFormat, chosen - 1).id);
  g_signal_emit (self, changed_signal, 0);
}

/* “Read as…”, where Outlay does not know by itself. */
static GtkWidget *
make_format_choice (OutlayReviewFiles *self, OutlayOrderedFile *file)
{
  g_autoptr (GArray) formats = outlay_ledger_formats ();
  GtkStringList *titles = gtk_string_list_new (NULL);
  guint selected = 0;
  GtkWidget *choice;

  gtk_string_list_append (titles, _ ("Read as…"));
  for (guint i = 0; i < formats->len; i++)
    {
      const OutlayFormat *format = &g_array_index (formats, OutlayFormat, i);

      gtk_string_list_append (titles, format->title);
      if (g_strcmp0 (format->id, file->format) == 0)
        selected = i + 1;
    }

  choice = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Format of the file"), -1);
  g_object_set_data (G_OBJECT (choice), FILE_KEY, file);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (on_format_chosen), self);
  return choice;
}

static void
on_account_applied (OutlayReviewFiles *self, GtkEditable *entry)
{
  g_autofree char *account = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  for (guint i = 0; i < self->nameless->len; i++)
    {
      OutlayOrderedFile *file = self->nameless->pdata[i];

      g_free (file->account);
      file->account = account[0] != '\0' ? g_strdup (account) : NULL;
    }

  g_signal_emit (self, changed_signal, 0);
}

static void
add_account_row (OutlayReviewFiles *self)
{
  const OutlayOrderedFile *first = self->nameless->pdata[0];
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry),
                                 self->nameless->len == 1
                                     ? _ ("Account name, as the file does not say it")
                                     : _ ("Account name, for files that do not say it"));
  gtk_editable_set_text (GTK_EDITABLE (entry), first->account != NULL ? first->account : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_swapped (entry, "apply", G_CALLBACK (on_account_applied), self);
  gtk_list_box_append (self->list, entry);
}

static GtkWidget *
make_row (OutlayReviewFiles *self,
          const OutlayReviewedFile *file,
          const char *currency,
          OutlayWording *wording)
{
  const OutlayImported *imported = file->imported;
  OutlayOrderedFile *ordered = outlay_import_order_find (self->order, imported->path);
  gboolean given = ordered != NULL && ordered->format != NULL;
  GtkWidget *row = outlay_review_file_row_new (file, given, wording, currency);

  if (ordered == NULL || file->known)
    return row;

  if (file->unknown_format || given)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_format_choice (self, ordered));
  if (ordered->account != NULL || (imported->error == NULL && imported->account != NULL &&
                                   strchr (imported->account, '/') == NULL))
    g_ptr_array_add (self->nameless, ordered);
  return row;
}

/* Of many files, those that are well are behind one row. */
static GtkWidget *
add_expander (OutlayReviewFiles *self, guint n_good)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title =
      g_strdup_printf (ngettext ("%u file recognised", "%u files recognised", n_good), n_good);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row),
                               outlay_status_glyph_new (OUTLAY_STATUS_ON_TRACK));
  gtk_list_box_append (self->list, row);
  return row;
}

static guint
count_good (const OutlayReview *review)
{
  guint n_good = 0;

  for (guint i = 0; i < review->files->len; i++)
    n_good += ((const OutlayReviewedFile *) review->files->pdata[i])->imported->error == NULL;
  return n_good;
}

static void
outlay_review_files_dispose (GObject *object)
{
  OutlayReviewFiles *self = OUTLAY_REVIEW_FILES (object);

  g_clear_pointer (&self->order, outlay_import_order_unref);
  g_clear_pointer (&self->nameless, g_ptr_array_unref);

  G_OBJECT_CLASS (outlay_review_files_parent_class)->dispose (object);
}

static void
outlay_review_files_class_init (OutlayReviewFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_review_files_dispose;

  /**
   * OutlayReviewFiles::changed:
   *
   * The user has said more of a file.
   */
  changed_signal = g_signal_new ("changed", OUTLAY_TYPE_REVIEW_FILES, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_review_files_init (OutlayReviewFiles *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Files"),
                                  -1);
  adw_bin_set_child (ADW_BIN (self), list);
  self->list = GTK_LIST_BOX (list);
  self->nameless = g_ptr_array_new ();
}

/**
 * outlay_review_files_show:
 * @self: files
 * @order: what was reviewed; what the user says goes there
 * @review: what came of it
 * @wording: of the reader
 */
void
outlay_review_files_show (OutlayReviewFiles *self,
                          OutlayImportOrder *order,
                          const OutlayReview *review,
                          OutlayWording *wording)
{
  guint n_good = count_good (review);
  GtkWidget *expander = NULL;
  GtkWidget *child;

  g_clear_pointer (&self->order, outlay_import_order_unref);
  self->order = outlay_import_order_ref (order);
  g_ptr_array_set_size (self->nameless, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  for (guint i = 0; i < review->files->len; i++)
    {
      const OutlayReviewedFile *file = review->files->pdata[i];
      GtkWidget *row = make_row (self, file, review->currency, wording);

      if (file->imported->error != NULL)
        gtk_list_box_prepend (self->list, row);
      else if (n_good <= MAX_OPEN)
        gtk_list_box_append (self->list, row);
      else
        {
          expander = expander != NULL ? expander : add_expander (self, n_good);
          adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
        }
    }

  if (self->nameless->len > 0)
    add_account_row (self);
}
