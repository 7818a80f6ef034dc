/* rules.h – the rules by which spend finds its feature, as they are stored
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/**
 * OutlayRuleMatchRow:
 * @field: number of an OutlayMatchField
 * @tag: name of the tag, or ""
 */
typedef struct
{
  int field;
  char *tag;
  char *glob;
} OutlayRuleMatchRow;

/**
 * OutlayRuleRow:
 * @feature: id of its feature
 * @share: millionths
 * @valid_from: first day, or %G_MININT32
 * @valid_to: last day, or %G_MAXINT32
 * @matches: (element-type OutlayRuleMatchRow): in the order they were given
 */
typedef struct
{
  gint64 id;
  gint64 feature;
  gint32 share;
  gint32 priority;
  gint32 valid_from;
  gint32 valid_to;
  GPtrArray *matches;
} OutlayRuleRow;

OutlayRuleRow *outlay_rule_row_new (void);
void outlay_rule_row_free (OutlayRuleRow *row);
void outlay_rule_row_add_match (OutlayRuleRow *row, int field, const char *tag, const char *glob);
GPtrArray *outlay_rules_list (OutlayDatabase *database, GError **error);
gboolean outlay_rules_add (OutlayDatabase *database,
                           const OutlayRuleRow *row,
                           gint64 *id,
                           GError **error);
gboolean outlay_rules_remove (OutlayDatabase *database, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayRuleRow, outlay_rule_row_free)

G_END_DECLS
