/* tag-list.h – tags of a record on their way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

#define OUTLAY_TAG_LIST_MAX 64 /* tags of a record; what is more is left out */

/**
 * OutlayTagList:
 * @names: borrowed, or kept by the row
 * @values: as @names
 * @n_tags: how many
 */
typedef struct
{
  const char *names[OUTLAY_TAG_LIST_MAX];
  const char *values[OUTLAY_TAG_LIST_MAX];
  guint n_tags;
} OutlayTagList;

void outlay_tag_list_add (OutlayTagList *tags, const char *name, const char *value);
void outlay_tag_list_add_word (OutlayTagList *tags, OutlayRow *row, const char *word);
void outlay_tag_list_add_members (OutlayTagList *tags, OutlayJson *object);
const char *outlay_tag_list_build (const OutlayTagList *tags, OutlayRow *row);

G_END_DECLS
