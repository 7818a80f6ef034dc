/* spend.h – questions to the spend: grouped by anything, filtered by anything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger.h"

G_BEGIN_DECLS

/**
 * OutlaySpendField:
 *
 * What spend can be grouped by and filtered on; outlay_spend_key_parse() has the names.
 */
typedef enum
{
  OUTLAY_SPEND_DAY,
  OUTLAY_SPEND_WEEK,
  OUTLAY_SPEND_MONTH,
  OUTLAY_SPEND_FEATURE,
  OUTLAY_SPEND_USE_CASE,
  OUTLAY_SPEND_PROVIDER,
  OUTLAY_SPEND_ACCOUNT,
  OUTLAY_SPEND_PROJECT,
  OUTLAY_SPEND_KEY,
  OUTLAY_SPEND_USER,
  OUTLAY_SPEND_MODEL,
  OUTLAY_SPEND_TIER,
  OUTLAY_SPEND_REGION,
  OUTLAY_SPEND_LINE_ITEM,
  OUTLAY_SPEND_STATUS,
  OUTLAY_SPEND_TAG,
} OutlaySpendField;

/**
 * OutlaySpendKey:
 * @field: which field
 * @tag: (nullable): name of the tag, for %OUTLAY_SPEND_TAG
 * @text: as it was written: the key's name in an answer
 */
typedef struct
{
  OutlaySpendField field;
  char *tag;
  char *text;
} OutlaySpendKey;

/**
 * OutlaySpendFilter:
 * @key: what is filtered on
 * @glob: what its value, or the name beside it, has to match
 */
typedef struct
{
  OutlaySpendKey *key;
  char *glob;
} OutlaySpendFilter;

/**
 * OutlaySpendQuery:
 * @from: first day; %G_MININT32 for the first with data
 * @to: last day; %G_MAXINT32 for the last with data
 * @keys: (element-type OutlaySpendKey): what to group by
 * @filters: (element-type OutlaySpendFilter): those of one field are alternatives
 */
typedef struct
{
  gint32 from;
  gint32 to;
  GPtrArray *keys;
  GPtrArray *filters;
} OutlaySpendQuery;

/**
 * OutlaySpendSums:
 * @cost_nanos: what budgets use
 * @billed_nanos: what bills state
 * @computed_nanos: tokens × catalogue price
 * @estimated_nanos: the part of @cost_nanos that no bill states yet
 * @credits_nanos: promotional credits, also where they do not count as cost
 * @tax_nanos: tax, also where it does not count as cost
 * @fees_nanos: fees
 * @refunds_nanos: refunds and corrections
 * @unused_nanos: commitments that were paid for and not used
 * @usage: what was used
 * @unpriced_rows: rows of usage that no price is known for
 */
typedef struct
{
  gint64 cost_nanos;
  gint64 billed_nanos;
  gint64 computed_nanos;
  gint64 estimated_nanos;
  gint64 credits_nanos;
  gint64 tax_nanos;
  gint64 fees_nanos;
  gint64 refunds_nanos;
  gint64 unused_nanos;
  OutlayUsage usage;
  gint64 unpriced_rows;
} OutlaySpendSums;

/**
 * OutlaySpendRow:
 * @values: (array): a text for each key; %NULL where the spend has none
 * @sums: of the row
 */
typedef struct
{
  char **values;
  OutlaySpendSums sums;
} OutlaySpendRow;

/**
 * OutlaySpend:
 * @from: first day; more than @to if there is no data
 * @to: last day
 * @currency: the reporting currency
 * @rows: (element-type OutlaySpendRow): by cost, falling; by time first where
 *   grouped by time
 * @n_keys: texts of a row
 * @total: of all rows
 * @foreign: (element-type OutlayForeignAmount): what no rate converts
 */
typedef struct
{
  gint32 from;
  gint32 to;
  char *currency;
  GPtrArray *rows;
  gsize n_keys;
  OutlaySpendSums total;
  GArray *foreign;
} OutlaySpend;

OutlaySpendKey *outlay_spend_key_parse (const char *text, GError **error);
void outlay_spend_key_free (OutlaySpendKey *key);
OutlaySpendFilter *outlay_spend_filter_parse (const char *text, GError **error);
void outlay_spend_filter_free (OutlaySpendFilter *filter);

OutlaySpend *outlay_ledger_spend (OutlayLedger *ledger,
                                  const OutlaySpendQuery *query,
                                  GError **error);
void outlay_spend_free (OutlaySpend *spend);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySpend, outlay_spend_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySpendKey, outlay_spend_key_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySpendFilter, outlay_spend_filter_free)

G_END_DECLS
