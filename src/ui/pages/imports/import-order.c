/* import-order.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/imports/import-order.h"

struct _OutlayImportOrder
{
  GPtrArray *files; /* owned: OutlayOrderedFile */
  gboolean all_services;
  GPtrArray *results;        /* owned: OutlayImported; NULL before the import */
  GCancellable *cancellable; /* owned */
  goffset total;             /* bytes of the files; 0 if it is not known */

  GMutex mutex;     /* guards what follows */
  char *path;       /* owned: of the file being read */
  goffset of_path;  /* bytes read of it */
  goffset finished; /* bytes of the files before it */

  gatomicrefcount ref_count;
};

static void
free_file (gpointer data)
{
  OutlayOrderedFile *file = data;

  g_free (file->path);
  g_free (file->format);
  g_free (file->account);
  g_free (file);
}

static void
add_path (OutlayImportOrder *order, const char *path)
{
  OutlayOrderedFile *file = g_new0 (OutlayOrderedFile, 1);

  file->path = g_strdup (path);
  g_ptr_array_add (order->files, file);
}

/**
 * outlay_import_order_new:
 * @files: of #GFile
 *
 * Returns: (transfer full): an order of the @files that have a path
 */
OutlayImportOrder *
outlay_import_order_new (GListModel *files)
{
  OutlayImportOrder *order = g_new0 (OutlayImportOrder, 1);

  g_atomic_ref_count_init (&order->ref_count);
  g_mutex_init (&order->mutex);
  order->files = g_ptr_array_new_with_free_func (free_file);
  order->cancellable = g_cancellable_new ();
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL && outlay_import_order_find (order, path) == NULL)
        add_path (order, path);
    }

  return order;
}

/**
 * outlay_import_order_ref:
 * @order: an order
 *
 * Returns: (transfer full): the same
 */
OutlayImportOrder *
outlay_import_order_ref (OutlayImportOrder *order)
{
  g_atomic_ref_count_inc (&order->ref_count);
  return order;
}

/**
 * outlay_import_order_unref:
 * @order: (transfer full) (nullable): an order
 */
void
outlay_import_order_unref (OutlayImportOrder *order)
{
  if (order == NULL || !g_atomic_ref_count_dec (&order->ref_count))
    return;

  g_ptr_array_unref (order->files);
  g_clear_pointer (&order->results, g_ptr_array_unref);
  g_object_unref (order->cancellable);
  g_mutex_clear (&order->mutex);
  g_free (order->path);
  g_free (order);
}

/**
 * outlay_import_order_get_files:
 * @order: an order
 *
 * Returns: (transfer none) (element-type OutlayOrderedFile): its files
 */
GPtrArray *
outlay_import_order_get_files (OutlayImportOrder *order)
{
  return order->files;
}

/**
 * outlay_import_order_find:
 * @order: an order
 * @path: of a file
 *
 * Returns: (transfer none) (nullable): how it is to be imported
 */
OutlayOrderedFile *
outlay_import_order_find (OutlayImportOrder *order, const char *path)
{
  for (guint i = 0; i < order->files->len; i++)
    {
      OutlayOrderedFile *file = order->files->pdata[i];

      if (g_str_equal (file->path, path))
        return file;
    }

  return NULL;
}

/**
 * outlay_import_order_take_paths:
 * @order: an order
 * @review: what came of it
 *
 * Orders each file of a folder by itself, so that more can be said of it.
 */
void
outlay_import_order_take_paths (OutlayImportOrder *order, const OutlayReview *review)
{
  for (guint i = order->files->len; i > 0; i--)
    {
      const OutlayOrderedFile *file = order->files->pdata[i - 1];

      if (g_file_test (file->path, G_FILE_TEST_IS_DIR))
        g_ptr_array_remove_index (order->files, i - 1);
    }

  for (guint i = 0; i < review->files->len; i++)
    {
      const OutlayReviewedFile *file = review->files->pdata[i];

      if (outlay_import_order_find (order, file->imported->path) == NULL)
        add_path (order, file->imported->path);
    }
}

gboolean
outlay_import_order_get_all_services (OutlayImportOrder *order)
{
  return order->all_services;
}

/**
 * outlay_import_order_set_all_services:
 * @order: an order
 * @all_services: take every line of a cloud bill, not only AI and LLM lines
 */
void
outlay_import_order_set_all_services (OutlayImportOrder *order, gboolean all_services)
{
  order->all_services = all_services;
}

static goffset
find_size (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                         G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return -1;

  return g_file_info_get_size (info);
}

/**
 * outlay_import_order_begin:
 * @order: an order that the worker is to get
 */
void
outlay_import_order_begin (OutlayImportOrder *order)
{
  g_clear_object (&order->cancellable);
  order->cancellable = g_cancellable_new ();
  g_clear_pointer (&order->path, g_free);
  order->of_path = order->finished = order->total = 0;

  for (guint i = 0; i < order->files->len; i++)
    {
      goffset size = find_size (((const OutlayOrderedFile *) order->files->pdata[i])->path);

      if (size < 0)
        {
          order->total = 0;
          return;
        }
      order->total += size;
    }
}

/**
 * outlay_import_order_stop:
 * @order: an order that the worker may have: it leaves the store as it was
 */
void
outlay_import_order_stop (OutlayImportOrder *order)
{
  g_cancellable_cancel (order->cancellable);
}

gboolean
outlay_import_order_is_stopped (OutlayImportOrder *order)
{
  return g_cancellable_is_cancelled (order->cancellable);
}

/**
 * outlay_import_order_get_progress:
 * @order: an order that the worker has
 * @done: (out): bytes read
 * @total: (out): bytes to read; 0 if it is not known
 *
 * Returns: (transfer full) (nullable): path of the file being read
 */
char *
outlay_import_order_get_progress (OutlayImportOrder *order, goffset *done, goffset *total)
{
  char *path;

  g_mutex_lock (&order->mutex);
  *done = order->finished + order->of_path;
  *total = order->total;
  path = g_strdup (order->path);
  g_mutex_unlock (&order->mutex);
  return path;
}

static void
on_progress (const char *path, goffset n_bytes, gpointer data)
{
  OutlayImportOrder *order = data;

  g_mutex_lock (&order->mutex);
  if (g_strcmp0 (order->path, path) != 0)
    {
      order->finished += order->of_path;
      g_free (order->path);
      order->path = g_strdup (path);
    }
  order->of_path = n_bytes;
  g_mutex_unlock (&order->mutex);
}

static gboolean
is_alike (const OutlayOrderedFile *file, const OutlayOrderedFile *other)
{
  return g_strcmp0 (file->format, other->format) == 0 &&
         g_strcmp0 (file->account, other->account) == 0;
}

static void
clear_request (gpointer data)
{
  OutlayImportRequest *request = data;

  g_free ((OutlayImportFile *) request->files);
}

/* Files of which the same was said are parts of one statement. */
static GArray *
make_requests (OutlayImportOrder *order)
{
  GArray *requests = g_array_new (FALSE, TRUE, sizeof (OutlayImportRequest));
  g_autofree gboolean *taken = g_new0 (gboolean, order->files->len);

  g_array_set_clear_func (requests, clear_request);
  for (guint i = 0; i < order->files->len; i++)
    {
      const OutlayOrderedFile *first = order->files->pdata[i];
      OutlayImportFile *files = g_new0 (OutlayImportFile, order->files->len);
      OutlayImportRequest request = { .files = files,
                                      .format = first->format,
                                      .account = first->account,
                                      .all_services = order->all_services,
                                      .cancellable = order->cancellable,
                                      .progress = on_progress,
                                      .user_data = order };

      for (guint j = i; j < order->files->len; j++)
        if (!taken[j] && is_alike (first, order->files->pdata[j]))
          {
            taken[j] = TRUE;
            files[request.n_files++].path =
                ((const OutlayOrderedFile *) order->files->pdata[j])->path;
          }

      if (request.n_files > 0)
        g_array_append_val (requests, request);
      else
        g_free (files);
    }

  return requests;
}

/**
 * outlay_import_order_review:
 * @ledger: a ledger
 * @order: an #OutlayImportOrder
 * @cancellable: (nullable): not looked at: an order has its own
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the #OutlayReview of it
 */
gpointer
outlay_import_order_review (OutlayLedger *ledger,
                            gpointer order,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GArray) requests = make_requests (order);

  return outlay_ledger_review_import (ledger, (OutlayImportRequest *) (gpointer) requests->data,
                                      requests->len, error);
}

/**
 * outlay_import_order_perform:
 * @ledger: a ledger
 * @order: an #OutlayImportOrder
 * @error: return location for an error; then nothing of it is in
 */
gboolean
outlay_import_order_perform (OutlayLedger *ledger, gpointer order, GError **error)
{
  OutlayImportOrder *self = order;
  g_autoptr (GArray) requests = make_requests (self);

  self->results =
      outlay_ledger_import_together (ledger, (OutlayImportRequest *) (gpointer) requests->data,
                                     requests->len, error);
  return self->results != NULL;
}

/**
 * outlay_import_order_get_results:
 * @order: an order that was performed
 *
 * Returns: (transfer none) (element-type OutlayImported): what became of its files
 */
GPtrArray *
outlay_import_order_get_results (OutlayImportOrder *order)
{
  return order->results;
}
