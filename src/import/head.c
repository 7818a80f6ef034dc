/* head.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/head.h"

#include "core/json-scan.h"
#include "import/csv-header.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_VALUE 64     /* bytes of a value that a format may be known by */
#define MAX_MEMBERS 5000 /* that are looked at */

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

/* Names of members, `outer.inner` for those of an object in it, and `name=value`. */
static void
add_member (GPtrArray *members, const OutlayJson *member)
{
  const char *name = outlay_json_name (member);
  const char *value = outlay_json_value (member);

  g_ptr_array_add (members, g_strdup (name));
  if (value[0] != '\0' && strlen (value) <= MAX_VALUE)
    g_ptr_array_add (members, g_strdup_printf ("%s=%s", name, value));

  for (OutlayJson *inner = outlay_json_first (member); inner != NULL;
       inner = outlay_json_next (inner))
    if (outlay_json_name (inner)[0] != '\0')
      g_ptr_array_add (members, g_strdup_printf ("%s.%s", name, outlay_json_name (inner)));
}

static gboolean
on_item (const OutlayJsonItem *item, gpointer data, GError **error)
{
  GPtrArray *members = data;
  g_autoptr (OutlayJson) object =
      item->problem == NULL ? outlay_json_parse (item->text, item->length) : NULL;

  for (OutlayJson *member = outlay_json_first (object); member != NULL;
       member = outlay_json_next (member))
    add_member (members, member);

  return members->len < MAX_MEMBERS;
}

/* Of objects that are whole names and short values; a head may end, or break, in the
   middle of the first one: then the names so far are enough. */
static void
read_members (const OutlayHead *head, const char *const *paths, GPtrArray *members)
{
  g_autoptr (OutlayJsonScan) scan = outlay_json_scan_new (paths, NULL, on_item, members);
  const char *const *names;
  guint n_names;

  outlay_json_scan_feed (scan, head->text, head->length, NULL);
  if (members->len > 0)
    return;

  names = outlay_json_scan_first_keys (scan, &n_names);
  copy_names (members, names, n_names);
  if (n_names > 0)
    g_ptr_array_add (members, g_strdup (OUTLAY_HEAD_CUT));
}

/* The names of the first object, for people. */
static void
read_names (const OutlayHead *head)
{
  static const char *const any_object[] = { "[]", NULL };
  g_autoptr (OutlayJsonScan) scan = outlay_json_scan_new (any_object, NULL, ignore_item, NULL);
  const char *const *names;
  guint n_names;

  outlay_json_scan_feed (scan, head->text, head->length, NULL);
  names = outlay_json_scan_first_keys (scan, &n_names);
  copy_names (head->names, names, n_names);
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

  read_names (head);
  return TRUE;
}

void
outlay_head_clear (OutlayHead *head)
{
  g_clear_pointer (&head->names, g_ptr_array_unref);
}

/* @mark is of names and values with | between them, @length bytes to the first of these. */
static gboolean
has_member (const GPtrArray *members, const char *mark, gsize length)
{
  gboolean begins = mark[length - 1] == '*';
  gsize n = begins ? length - 1 : length;

  for (guint i = 0; i < members->len; i++)
    {
      const char *member = members->pdata[i];

      if (strncmp (member, mark, n) == 0 && (begins || member[n] == '\0'))
        return TRUE;
    }

  return FALSE;
}

/* Returns: (transfer none) (nullable): the part of @mark that is there */
static const char *
find_mark (const GPtrArray *members, const char *mark)
{
  while (*mark != '\0')
    {
      gsize length = strcspn (mark, "|");

      if (has_member (members, mark, length))
        return mark;
      mark += length + (mark[length] == '|' ? 1 : 0);
    }

  return NULL;
}

static gboolean
match_marks (const GPtrArray *members, const char *const *marks, OutlayMatch *match)
{
  for (guint i = 0; marks[i] != NULL; i++)
    {
      const char *found = find_mark (members, marks[i]);

      if (found != NULL)
        {
          match->n_known++;
          g_string_append (match->seen, match->seen->len > 0 ? ", " : "");
          g_string_append_len (match->seen, found, (gssize) strcspn (found, "=|"));
        }
      else if (match->missing == NULL)
        match->missing = marks[i];
    }

  return match->missing == NULL;
}

static gboolean
match_json (const OutlayHead *head, const OutlayReader *reader, OutlayMatch *match)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) around = NULL;

  read_members (head, reader->sniff_paths != NULL ? reader->sniff_paths : reader->paths, members);
  if (members->len > 0 || reader->bare_header == NULL)
    return match_marks (members, reader->marks, match);

  around = g_ptr_array_new_with_free_func (g_free);
  read_members (head, reader->paths, around);
  return match_marks (around, reader->bare_header, match);
}

static gboolean
knows_name (const OutlayHead *head, const OutlayCsvColumn *column)
{
  for (guint i = 0; i < head->names->len; i++)
    if (outlay_csv_column_is (column, head->names->pdata[i]))
      return TRUE;

  return FALSE;
}

static gboolean
match_bare_header (const OutlayHead *head, const OutlayReader *reader)
{
  const char *const *names = (const char *const *) head->names->pdata;
  guint n_names = head->names->len;

  if (reader->bare_header == NULL || n_names != g_strv_length ((char **) reader->bare_header))
    return FALSE;

  for (guint i = 0; i < n_names; i++)
    if (!has_name (names, n_names, reader->bare_header[i]))
      return FALSE;

  return TRUE;
}

static gboolean
match_csv (const OutlayHead *head, const OutlayReader *reader, OutlayMatch *match)
{
  gboolean asks = FALSE; /* a format without marks is known by its bare header only */
  gboolean asks_any = FALSE;
  gboolean has_any = FALSE;
  const char *any = NULL;

  if (match_bare_header (head, reader))
    {
      match->n_known = head->names->len;
      return TRUE;
    }

  for (guint c = 0; c < reader->n_columns; c++)
    {
      const OutlayCsvColumn *column = &reader->columns[c];
      gboolean known = knows_name (head, column);

      match->n_known += known ? 1 : 0;
      asks |= (column->flags & (OUTLAY_COLUMN_MARK | OUTLAY_COLUMN_MARK_ANY)) != 0;
      if (!known && (column->flags & OUTLAY_COLUMN_MARK) != 0 && match->missing == NULL)
        match->missing = column->name;

      if ((column->flags & OUTLAY_COLUMN_MARK_ANY) != 0)
        {
          any = asks_any ? any : column->name;
          asks_any = TRUE;
          has_any |= known;
        }
    }

  if (asks_any && !has_any && match->missing == NULL)
    match->missing = any;

  return asks && match->missing == NULL;
}

/**
 * outlay_head_match:
 * @head: the beginning of a file
 * @reader: a format
 * @match: (out): how well they match; clear it with outlay_match_clear()
 *
 * Returns: whether the file is of the format
 */
gboolean
outlay_head_match (const OutlayHead *head, const OutlayReader *reader, OutlayMatch *match)
{
  *match = (OutlayMatch){ .seen = g_string_new (NULL) };

  if (head->is_json != (reader->paths != NULL))
    return FALSE;

  return head->is_json ? match_json (head, reader, match) : match_csv (head, reader, match);
}

void
outlay_match_clear (OutlayMatch *match)
{
  if (match->seen != NULL)
    g_string_free (match->seen, TRUE);
  match->seen = NULL;
}
