/* readers.c – the table of formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/head.h"
#include "import/reader.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_NAMES_SHOWN 6
#define MAX_SHOWN 40    /* characters of a name */
#define MIN_NEAR_MISS 3 /* names in common that make a file resemble a format */

/* readers.inc is written by meson.build: one OUTLAY_READER (name) a row. */
#define OUTLAY_READER(name) extern const OutlayReader outlay_reader_##name;
#include "import/readers.inc"
#undef OUTLAY_READER

static const OutlayReader *const readers[] = {
#define OUTLAY_READER(name) &outlay_reader_##name,
#include "import/readers.inc"
#undef OUTLAY_READER
};

G_DEFINE_QUARK (OutlayReadError, outlay_read_error)

/**
 * outlay_readers:
 * @n_readers: (out): how many
 *
 * Returns: (transfer none): every format
 */
const OutlayReader *const *
outlay_readers (gsize *n_readers)
{
  *n_readers = G_N_ELEMENTS (readers);
  return readers;
}

/**
 * outlay_readers_find:
 * @id: id of a format
 *
 * Returns: (transfer none) (nullable): the format
 */
const OutlayReader *
outlay_readers_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strcmp (readers[i]->id, id) == 0)
      return readers[i];

  return NULL;
}

static char *
join_names (const OutlayHead *head)
{
  GString *text = g_string_new (NULL);
  guint n_shown = MIN (head->names->len, MAX_NAMES_SHOWN);

  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *name = g_utf8_make_valid (head->names->pdata[i], -1);
      g_autofree char *shown =
          g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_SHOWN));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", shown);
    }

  if (head->names->len > n_shown)
    g_string_append (text, ", …");

  return g_string_free (text, FALSE);
}

/* Whose exports are read: the first word of each title, once. */
static char *
join_vendors (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      const char *title = readers[i]->title;
      g_autofree char *vendor = g_strndup (title, strcspn (title, " "));

      if (readers[i]->provides == OUTLAY_PROVIDES_OUTCOMES || g_hash_table_contains (seen, vendor))
        continue;

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", vendor);
      g_hash_table_add (seen, g_steal_pointer (&vendor));
    }

  return g_string_free (text, FALSE);
}

static void
set_unknown (GError **error,
             const OutlayHead *head,
             const OutlayReader *nearest,
             const char *missing)
{
  g_autofree char *names = join_names (head);
  g_autofree char *vendors = join_vendors ();

  if (nearest != NULL)
    g_set_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_UNKNOWN_FORMAT,
                 _ ("The file resembles “%s”, but “%.*s” is missing; export it again with all "
                    "its columns. It begins with: %s"),
                 outlay_reader_title (nearest), (int) strcspn (missing, "=|"), missing, names);
  else
    g_set_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_UNKNOWN_FORMAT,
                 head->is_json
                     ? _ ("No format is known for JSON that begins with: %s. "
                          "Outlay reads exports of: %s")
                     : _ ("No format is known for the columns: %s. Outlay reads exports of: %s"),
                 names, vendors);
}

static char *
say_reason (const OutlayHead *head, const OutlayMatch *match)
{
  if (head->is_json)
    return g_strdup_printf (_ ("Recognised by the members %s"), match->seen->str);

  return g_strdup_printf (_ ("Recognised by %u of %u column names"), match->n_known,
                          head->names->len);
}

/**
 * outlay_readers_sniff:
 * @head: the first 64 KiB of a file's text, or all of it
 * @length: of @head, in bytes
 * @file_name: (nullable): without its folder
 * @reason: (out) (optional): by what it is known, for people
 * @error: return location for an #OutlayReadError
 *
 * Returns: (transfer none) (nullable): the format that knows most of the names in
 *   the file; @error says what was seen if there is none
 */
const OutlayReader *
outlay_readers_sniff (const char *text,
                      gsize length,
                      const char *file_name,
                      char **reason,
                      GError **error)
{
  g_auto (OutlayHead) head = { 0 };
  g_autofree char *best_reason = NULL;
  const OutlayReader *best = NULL;
  const OutlayReader *nearest = NULL;
  const char *nearest_missing = NULL;
  guint best_known = 0;
  guint nearest_known = MIN_NEAR_MISS - 1;

  if (!outlay_head_read (&head, text, length, error))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_auto (OutlayMatch) match = { 0 };

      if (!outlay_head_match (&head, readers[i], &match))
        {
          if (match.n_known > nearest_known && match.missing != NULL)
            {
              nearest = readers[i];
              nearest_known = match.n_known;
              nearest_missing = match.missing;
            }
        }
      else if (match.n_known > best_known)
        {
          best = readers[i];
          best_known = match.n_known;
          g_free (best_reason);
          best_reason = say_reason (&head, &match);
        }
    }

  if (best == NULL)
    set_unknown (error, &head, nearest, nearest_missing);
  else if (reason != NULL)
    *reason = g_steal_pointer (&best_reason);

  return best;
}

const char *
outlay_reader_id (const OutlayReader *reader)
{
  return reader->id;
}

/**
 * outlay_reader_title:
 * @reader: a format
 *
 * Returns: (transfer none): what people see, in their language
 */
const char *
outlay_reader_title (const OutlayReader *reader)
{
  return _ (reader->title);
}

/**
 * outlay_reader_source:
 * @reader: a format
 *
 * Returns: (transfer none): the family of formats whose files replace one another
 */
const char *
outlay_reader_source (const OutlayReader *reader)
{
  return reader->source;
}

OutlayRole
outlay_reader_role (const OutlayReader *reader)
{
  return reader->role;
}

OutlayRule
outlay_reader_rule (const OutlayReader *reader)
{
  return reader->rule;
}

OutlayProvides
outlay_reader_provides (const OutlayReader *reader)
{
  return reader->provides;
}
