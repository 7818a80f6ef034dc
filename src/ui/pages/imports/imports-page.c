/* imports-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/imports/imports-page.h"

#include "ledger/review.h"
#include "ui/items/batch-item.h"
#include "ui/pages/imports/batch-cells.h"
#include "ui/pages/imports/import-actions.h"
#include "ui/pages/imports/import-flow.h"
#include "ui/widgets/text-column.h"
#include "ui/widgets/toast.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_WIDE_COLUMNS 5 /* that a narrow page has no room for */

struct _OutlayImportsPage
{
  OutlayPage parent_instance;

  /* Template widgets */
  GtkBox *drop_zone;
  GtkWidget *drop_icon;
  GtkLabel *formats;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkColumnView *table;

  /* Owned references */
  GListStore *batches; /* OutlayBatchItem */
  GtkStringFilter *filter;
  GtkSelectionModel *selection;
  GCancellable *loading; /* NULL if nothing is being read */

  /* Borrowed references */
  GtkColumnViewColumn *wide_columns[N_WIDE_COLUMNS];
};

G_DEFINE_FINAL_TYPE (OutlayImportsPage, outlay_imports_page, OUTLAY_TYPE_PAGE)

/* What the worker reads. */
typedef struct
{
  GPtrArray *imports;
  GArray *replaced;
} Batches;

static void
free_batches (gpointer data)
{
  Batches *batches = data;

  g_clear_pointer (&batches->imports, g_ptr_array_unref);
  g_clear_pointer (&batches->replaced, g_array_unref);
  g_free (batches);
}

static gpointer
read_batches (OutlayLedger *ledger, gpointer data, GCancellable *cancellable, GError **error)
{
  Batches *batches = g_new0 (Batches, 1);

  batches->imports = outlay_ledger_imports (ledger, error);
  if (batches->imports != NULL)
    batches->replaced = outlay_ledger_replaced_imports (ledger, error);
  if (batches->replaced != NULL)
    return batches;

  free_batches (batches);
  return NULL;
}

static gboolean
is_replaced (const Batches *batches, gint64 id)
{
  for (guint i = 0; i < batches->replaced->len; i++)
    if (g_array_index (batches->replaced, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static void
update_stack (OutlayImportsPage *self)
{
  const char *name = "table";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->batches)) == 0)
    name = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    name = "no-results";

  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
show_batches (OutlayImportsPage *self, const Batches *batches)
{
  OutlaySession *session = outlay_page_get_session (OUTLAY_PAGE (self));
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < batches->imports->len; i++)
    {
      const OutlayImported *imported = batches->imports->pdata[i];

      g_ptr_array_add (items,
                       outlay_batch_item_new (imported, is_replaced (batches, imported->batch),
                                              snapshot->currency,
                                              outlay_session_get_wording (session)));
    }

  g_list_store_splice (self->batches, 0, g_list_model_get_n_items (G_LIST_MODEL (self->batches)),
                       items->pdata, items->len);
  update_stack (self);
}

static void
on_batches_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayImportsPage) self = data;
  g_autoptr (GError) error = NULL;
  gpointer batches = NULL;

  if (!outlay_worker_run_finish (OUTLAY_WORKER (source), result, &batches, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        outlay_toast (GTK_WIDGET (self), error->message, NULL, NULL, NULL);
      return;
    }

  g_clear_object (&self->loading);
  show_batches (self, batches);
  free_batches (batches);
}

static void
outlay_imports_page_update (OutlayPage *page)
{
  OutlayImportsPage *self = OUTLAY_IMPORTS_PAGE (page);
  OutlaySession *session = outlay_page_get_session (page);
  gboolean narrow = outlay_page_get_narrow (page);

  for (gsize i = 0; i < N_WIDE_COLUMNS; i++)
    gtk_column_view_column_set_visible (self->wide_columns[i], !narrow);
  gtk_widget_set_visible (self->drop_icon, !narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->drop_zone),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);

  if (outlay_session_get_snapshot (session) == NULL)
    return;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  outlay_worker_run_async (outlay_session_get_worker (session), OUTLAY_WORK_READ, read_batches,
                           NULL, NULL, free_batches, self->loading, on_batches_read,
                           g_object_ref (self));
}

static void
outlay_imports_page_take_files (OutlayPage *page, GListModel *files)
{
  outlay_import_flow_start (GTK_WIDGET (page), outlay_page_get_session (page), files);
}

static void
on_search_changed (OutlayImportsPage *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  update_stack (self);
}

static void
outlay_imports_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (outlay_imports_page_parent_class)->root (widget);

  outlay_import_actions_add (GTK_WIDGET (gtk_widget_get_root (widget)),
                             outlay_page_get_session (OUTLAY_PAGE (widget)));
}

static void
add_columns (OutlayImportsPage *self)
{
  const OutlayTextColumn columns[] = {
    { _ ("File"), "file", "detail", "file", FALSE, TRUE },
    { _ ("Period"), "period", NULL, "first-day", FALSE, FALSE },
    { _ ("Rows"), "rows", NULL, "n-rows", TRUE, FALSE },
    { _ ("Billed"), "billed", NULL, "billed-nanos", TRUE, FALSE },
    { _ ("Computed"), "computed", NULL, "computed-nanos", TRUE, FALSE },
    { _ ("Imported"), "imported", NULL, "batch", FALSE, FALSE },
  };
  GtkColumnViewColumn *made[G_N_ELEMENTS (columns)];

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (i == G_N_ELEMENTS (columns) - 1)
        outlay_batch_state_column_append (self->table);
      made[i] = outlay_text_column_append (self->table, OUTLAY_TYPE_BATCH_ITEM, &columns[i]);
    }

  outlay_batch_action_column_append (self->table);
  for (gsize i = 0; i < N_WIDE_COLUMNS; i++)
    self->wide_columns[i] = made[i + 1];
  gtk_column_view_sort_by_column (self->table, made[N_WIDE_COLUMNS], GTK_SORT_DESCENDING);
}

/* batches, found, sorted, and none selected: a row has buttons, and no use for more. */
static void
add_model (OutlayImportsPage *self)
{
  GtkExpression *words = gtk_property_expression_new (OUTLAY_TYPE_BATCH_ITEM, NULL, "words");
  GtkFilterListModel *found;
  GtkSortListModel *sorted;

  self->batches = g_list_store_new (OUTLAY_TYPE_BATCH_ITEM);
  self->filter = gtk_string_filter_new (words);
  found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->batches)),
                                     g_object_ref (GTK_FILTER (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (found),
                                    g_object_ref (gtk_column_view_get_sorter (self->table)));
  self->selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (self->table, self->selection);
}

/* The first words of the formats' titles: “Anthropic, DeepSeek, FOCUS…” */
static char *
list_sources (void)
{
  g_autoptr (GArray) formats = outlay_ledger_formats ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < formats->len; i++)
    {
      const char *title = g_array_index (formats, OutlayFormat, i).title;
      const char *space = strchr (title, ' ');
      g_autofree char *name =
          space != NULL ? g_strndup (title, (gsize) (space - title)) : g_strdup (title);

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }

  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
name_formats (OutlayImportsPage *self)
{
  g_autofree char *sources = list_sources ();
  /* Translators: %s is a list of names: "OpenAI, Anthropic, OpenRouter" */
  g_autofree char *text =
      g_strdup_printf (_ ("CSV, JSON or JSON Lines, files or folders: %s"), sources);

  gtk_label_set_label (self->formats, text);
}

static void
outlay_imports_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (outlay_imports_page_parent_class)->constructed (object);

  g_object_set (object, "has-month", FALSE, NULL);
}

static void
outlay_imports_page_dispose (GObject *object)
{
  OutlayImportsPage *self = OUTLAY_IMPORTS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_IMPORTS_PAGE);
  g_clear_object (&self->batches);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (outlay_imports_page_parent_class)->dispose (object);
}

static void
outlay_imports_page_class_init (OutlayImportsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = outlay_imports_page_constructed;
  object_class->dispose = outlay_imports_page_dispose;
  widget_class->root = outlay_imports_page_root;
  OUTLAY_PAGE_CLASS (klass)->update = outlay_imports_page_update;
  OUTLAY_PAGE_CLASS (klass)->take_files = outlay_imports_page_take_files;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/imports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayImportsPage, drop_zone);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportsPage, drop_icon);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportsPage, formats);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportsPage, search);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportsPage, table);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
}

static void
outlay_imports_page_init (OutlayImportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_formats (self);
  add_model (self);
  add_columns (self);
}
