/* tag-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/tag-list.h"

#include <string.h>

/**
 * outlay_tag_list_add:
 * @tags: (inout): a list; begin with {0}
 * @name: a name
 * @value: its value; "" is none, and left out
 */
void
outlay_tag_list_add (OutlayTagList *tags, const char *name, const char *value)
{
  if (name[0] == '\0' || value[0] == '\0' || tags->n_tags == OUTLAY_TAG_LIST_MAX)
    return;

  tags->names[tags->n_tags] = name;
  tags->values[tags->n_tags++] = value;
}

/**
 * outlay_tag_list_add_word:
 * @tags: (inout): a list
 * @row: a row
 * @word: `name:value`, or a word alone, which is then true
 */
void
outlay_tag_list_add_word (OutlayTagList *tags, OutlayRow *row, const char *word)
{
  const char *colon = strchr (word, ':');

  if (colon == NULL || colon == word)
    outlay_tag_list_add (tags, word, "true");
  else
    outlay_tag_list_add (tags, outlay_row_keep (row, g_strndup (word, (gsize) (colon - word))),
                         colon + 1);
}

/**
 * outlay_tag_list_add_members:
 * @tags: (inout): a list
 * @object: (nullable): an object; its members that are plain are tags
 */
void
outlay_tag_list_add_members (OutlayTagList *tags, OutlayJson *object)
{
  for (OutlayJson *tag = outlay_json_first (object); tag != NULL; tag = outlay_json_next (tag))
    outlay_tag_list_add (tags, outlay_json_name (tag), outlay_json_value (tag));
}

/**
 * outlay_tag_list_build:
 * @tags: a list
 * @row: a row
 *
 * Returns: (transfer none): value of %OUTLAY_FIELD_TAGS
 */
const char *
outlay_tag_list_build (const OutlayTagList *tags, OutlayRow *row)
{
  if (tags->n_tags == 0)
    return "";

  return outlay_row_keep (row, outlay_tags_build (tags->names, tags->values, tags->n_tags));
}
