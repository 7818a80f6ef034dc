/* rules.h – which features a series of spend belongs to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules are tried by priority, then by id. The first that matches wins; rules of
 * its priority that match too share the spend with it, each by its percentage, in
 * order of id until 100 % is reached. What is left of 100 % is Unallocated.
 * Attribution is per series and day, never per row, so that a changed rule is felt
 * at once at any size.
 */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define OUTLAY_SHARE_WHOLE 1000000 /* millionths: 100 % */

/**
 * OutlayMatchField:
 *
 * What a rule can match. %OUTLAY_MATCH_TAG names its tag.
 */
typedef enum
{
  OUTLAY_MATCH_PROVIDER,
  OUTLAY_MATCH_ACCOUNT,
  OUTLAY_MATCH_PROJECT,
  OUTLAY_MATCH_KEY,
  OUTLAY_MATCH_USER,
  OUTLAY_MATCH_MODEL,
  OUTLAY_MATCH_TAG,
  OUTLAY_MATCH_LINE_ITEM,
} OutlayMatchField;

/**
 * OutlayMatch:
 * @field: what is matched
 * @tag: (nullable): name of the tag, for %OUTLAY_MATCH_TAG
 * @glob: `*` any text, `?` any character; case counts
 */
typedef struct
{
  OutlayMatchField field;
  char *tag;
  char *glob;
} OutlayMatch;

/**
 * OutlayAttributionRule:
 * @id: of the store
 * @feature: of the store
 * @share: millionths, 1 to %OUTLAY_SHARE_WHOLE
 * @priority: the lower comes first
 * @valid_from: first day, or %G_MININT32
 * @valid_to: last day, or %G_MAXINT32
 * @matches: (element-type OutlayMatch): all have to match
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
} OutlayAttributionRule;

/**
 * OutlaySubject:
 * @value: (nullable): a text for each #OutlayMatchField; tags as record.h has them
 * @name: (nullable): its name, where it has one beside the id: a glob may match either
 *
 * What a rule is held against: a series. Everything is borrowed.
 */
typedef struct
{
  const char *value[OUTLAY_MATCH_LINE_ITEM + 1];
  const char *name[OUTLAY_MATCH_LINE_ITEM + 1];
} OutlaySubject;

/**
 * OutlayShare:
 * @feature: of the store; 0 is Unallocated
 * @share: millionths
 */
typedef struct
{
  gint64 feature;
  gint32 share;
} OutlayShare;

/**
 * OutlayShares:
 * @from: first day that they hold for
 * @to: last day
 * @shares: they add up to %OUTLAY_SHARE_WHOLE; Unallocated is last, if there is any left
 */
typedef struct
{
  gint32 from;
  gint32 to;
  OutlayShare *shares;
  gsize n_shares;
} OutlayShares;

OutlayAttributionRule *outlay_attribution_rule_new (void);
void outlay_attribution_rule_free (OutlayAttributionRule *rule);
OutlayMatch *outlay_match_parse (const char *text, GError **error);
void outlay_match_free (OutlayMatch *match);
char *outlay_match_to_string (const OutlayMatch *match) G_GNUC_WARN_UNUSED_RESULT;
gboolean outlay_match_test (const OutlayMatch *match, const OutlaySubject *subject);
gboolean outlay_glob_test (const char *glob, const char *text);

GPtrArray *outlay_attribute (GPtrArray *rules, const OutlaySubject *subject);
gboolean outlay_attribution_check_shares (GPtrArray *rules, GError **error);

/**
 * OutlayRuleError:
 * @OUTLAY_RULE_ERROR_MATCH: the text is no match of a rule
 * @OUTLAY_RULE_ERROR_SHARES: shares of the same matches exceed 100 %
 */
typedef enum
{
  OUTLAY_RULE_ERROR_MATCH,
  OUTLAY_RULE_ERROR_SHARES,
} OutlayRuleError;

#define OUTLAY_RULE_ERROR (outlay_rule_error_quark ())
GQuark outlay_rule_error_quark (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayAttributionRule, outlay_attribution_rule_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayMatch, outlay_match_free)

G_END_DECLS
