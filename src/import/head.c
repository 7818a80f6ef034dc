/* head.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/head.h"

#include "core/json-scan.h"
#include "import/csv-header.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
ignore_row (const OutlayCsvRow *row, gpointer user_data, GError **error)
{
  return TRUE;
}

static gboolean
ignore_item (const OutlayJsonItem *item, gpointer user_data, GError **error)
{
  return TRUE;
}

static gboolean
has_name (const char *const *names, guint n_names, const char *name)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return TRUE;

  return FALSE;
}

static void
copy_names (GPtrArray *copy, const char *const *names, guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    g_ptr_array_add (copy, g_strdup (names[i]));
}

static gboolean
read_columns (OutlayHead *head, const char *text, gsize length, GError **error)
{
  g_autoptr (OutlayCsvTable) table = outlay_csv_table_new (NULL, 0, ignore_row, NULL);
  const char *const *names;
  guint n_names;

  if (!outlay_csv_table_feed (table, text, length, error))
    return FALSE;
  if (outlay_csv_table_header (table) == NULL && !outlay_csv_table_finish (table, error))
    return FALSE;

  names = outlay_csv_table_names (table, &n_names);
  copy_names (head->names, names, n_names);
  return TRUE;
}

/* A head may end, or break, in the middle of an object: its names so far are enough. */
static void
read_members (const OutlayHead *head, const char *const *paths, GPtrArray *members)
{
  g_autoptr (OutlayJsonScan) scan = outlay_json_scan_new (paths, NULL, ignore_item, NULL);
  const char *const *names;
  guint n_names;

  outlay_json_scan_feed (scan, head->text, head->length, NULL);
  names = outlay_json_scan_first_keys (scan, &n_names);
  copy_names (members, names, n_names);
}

/**
 * outlay_head_read:
 * @head: (out): what is seen; clear it with outlay_head_clear()
 * @text: the first 64 KiB of a file's text, or all of it; must outlive @head
 * @length: of @text, in bytes
 * @error: return location for an #OutlayReadError
 */
gboolean
outlay_head_read (OutlayHead *head, const char *text, gsize length, GError **error)
{
  static const char *const any_object[] = { "[]", NULL };
  gsize mark = length >= 3 ? outlay_csv_mark_length (text) : 0;

  *head = (OutlayHead){ .names = g_ptr_array_new_with_free_func (g_free) };

  for (text += mark, length -= mark; length > 0 && g_ascii_isspace (*text); length--)
    text++;

  if (length == 0)
    {
      g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_EMPTY,
                           _ ("The file is empty; export it again"));
      return FALSE;
    }

  head->text = text;
  head->length = length;
  head->is_json = *text == '{' || *text == '[';

  if (!head->is_json)
    return read_columns (head, text, length, error);

  read_members (head, any_object, head->names);
  return TRUE;
}

void
outlay_head_clear (OutlayHead *head)
{
  g_clear_pointer (&head->names, g_ptr_array_unref);
}

static gboolean
match_json (const OutlayHead *head,
            const OutlayReader *reader,
            guint *n_known,
            const char **missing)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);

  read_members (head, reader->paths, members);

  for (guint i = 0; reader->marks[i] != NULL; i++)
    {
      if (has_name ((const char *const *) members->pdata, members->len, reader->marks[i]))
        (*n_known)++;
      else if (*missing == NULL)
        *missing = reader->marks[i];
    }

  return *missing == NULL;
}

static gboolean
match_csv (const OutlayHead *head, const OutlayReader *reader, guint *n_known, const char **missing)
{
  const char *const *names = (const char *const *) head->names->pdata;
  guint n_names = head->names->len;

  if (reader->bare_header != NULL && n_names == g_strv_length ((char **) reader->bare_header))
    {
      *n_known = n_names;
      for (guint i = 0; i < n_names; i++)
        if (!has_name (names, n_names, reader->bare_header[i]))
          *n_known = 0;
      if (*n_known > 0)
        return TRUE;
    }

  for (guint c = 0; c < reader->n_columns; c++)
    {
      const OutlayCsvColumn *column = &reader->columns[c];

      if (has_name (names, n_names, column->name) ||
          (column->alias != NULL && has_name (names, n_names, column->alias)))
        (*n_known)++;
      else if ((column->flags & OUTLAY_COLUMN_MARK) != 0 && *missing == NULL)
        *missing = column->name;
    }

  return *missing == NULL;
}

/**
 * outlay_head_match:
 * @head: the beginning of a file
 * @reader: a format
 * @n_known: (out): how many names of the file the format knows
 * @missing: (out) (nullable): the first name that is missing for it to be of the format
 *
 * Returns: whether the file is of the format
 */
gboolean
outlay_head_match (const OutlayHead *head,
                   const OutlayReader *reader,
                   guint *n_known,
                   const char **missing)
{
  *n_known = 0;
  *missing = NULL;

  if (head->is_json != (reader->paths != NULL))
    return FALSE;

  return head->is_json ? match_json (head, reader, n_known, missing)
                       : match_csv (head, reader, n_known, missing);
}
