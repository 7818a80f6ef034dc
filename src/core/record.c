/* record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/record.h"

#include <string.h>

/**
 * outlay_record_init:
 * @record: (out): a record
 *
 * Makes @record an empty one: every text "", no usage, no charge, undated.
 */
void
outlay_record_init (OutlayRecord *record)
{
  memset (record, 0, sizeof *record);
  record->start = OUTLAY_UNDATED;
  record->end = OUTLAY_UNDATED;
  record->invoice_month = OUTLAY_NO_MONTH;
  record->provider = "";
  record->account = "";
  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    record->field[i] = "";
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Tags are lines, so a name has no “=” and neither has a line end. */
static char *
build_line (const char *name, const char *value)
{
  char *line = g_strdup_printf ("%s=%s", name, value);
  gsize n_name = strlen (name);

  for (gsize i = 0; line[i] != '\0'; i++)
    if (line[i] == '\n' || line[i] == '\r' || (i < n_name && line[i] == '='))
      line[i] = ' ';

  return line;
}

/**
 * outlay_tags_build:
 * @names: (array length=n_tags): names of tags
 * @values: (array length=n_tags): their values
 * @n_tags: how many
 *
 * Returns: (transfer full): the tags as one text, the same whatever their order;
 *   "" for none
 */
char *
outlay_tags_build (const char *const *names, const char *const *values, gsize n_tags)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_tags; i++)
    if (names[i][0] != '\0')
      g_ptr_array_add (lines, build_line (names[i], values[i]));

  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) lines->pdata[i]);

  return g_string_free (text, FALSE);
}

/**
 * outlay_tags_get:
 * @tags: text of outlay_tags_build()
 * @name: name of a tag
 *
 * Returns: (transfer full) (nullable): its value, or %NULL if there is no such tag
 */
char *
outlay_tags_get (const char *tags, const char *name)
{
  gsize length = strlen (name);

  for (const char *line = tags; line != NULL; line = strchr (line, '\n'))
    {
      const char *end;

      line += line != tags ? 1 : 0;
      if (strncmp (line, name, length) != 0 || line[length] != '=')
        continue;

      end = strchr (line, '\n');
      line += length + 1;
      return end != NULL ? g_strndup (line, (gsize) (end - line)) : g_strdup (line);
    }

  return NULL;
}
