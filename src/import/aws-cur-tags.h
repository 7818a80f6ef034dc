/* aws-cur-tags.h – tags and cost categories of AWS's cost and usage reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

/**
 * OutlayAwsTags:
 * @is_legacy: tags are columns
 * @columns: (element-type OutlayAwsTagColumn): of the file
 * @known: texts of maps seen before
 */
typedef struct
{
  gboolean is_legacy;
  GArray *columns;   /* owned */
  GHashTable *known; /* owned */
} OutlayAwsTags;

/**
 * OutlayAwsTagColumn:
 * @place: in the file
 * @name: of the tag
 */
typedef struct
{
  guint place;
  char *name; /* owned */
} OutlayAwsTagColumn;

OutlayAwsTags *outlay_aws_tags_new (void);
void outlay_aws_tags_free (OutlayAwsTags *tags);
void outlay_aws_tags_begin (OutlayAwsTags *tags, const OutlayCsvTable *table);
const char *outlay_aws_tags_of_columns (OutlayAwsTags *tags, OutlayRow *row);
const char *outlay_aws_tags_of_maps (OutlayAwsTags *tags,
                                     OutlayRow *row,
                                     const char *resource_tags,
                                     const char *cost_category);

G_END_DECLS
