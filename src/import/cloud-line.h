/* cloud-line.h – what lines of all cloud bills have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

#define OUTLAY_CLOUD_MAX_TAGS 4096 /* texts of tags kept in mind */

/**
 * OutlayCloudTag:
 * @name: of a tag
 * @value: its value; "" is none
 */
typedef struct
{
  const char *name;
  const char *value;
} OutlayCloudTag;

GHashTable *outlay_cloud_tags_new (void);
const char *outlay_cloud_tags_find (GHashTable *known,
                                    const char *text,
                                    const OutlayCloudTag *more,
                                    gsize n_more);
const char *outlay_cloud_tags_of (OutlayRow *row, OutlayJson *tags);
const char *outlay_cloud_find_model (OutlayRow *row, const char *const *texts, gsize n_texts);
const char *outlay_cloud_shorten (OutlayRow *row, const char *line_item);
void outlay_cloud_read_words (const char *description, OutlayRecord *record);
void outlay_cloud_read_quantity (OutlayRow *row,
                                 const char *quantity,
                                 const char *unit,
                                 const char *description,
                                 OutlayRecord *record);

G_END_DECLS
