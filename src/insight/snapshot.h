/* snapshot.h – everything that figures are computed from, at one moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ledger fills a snapshot and publishes it; after that nobody changes it.
 * The engines of this room are pure functions of it, and window, report and
 * command line read their answers, so that they cannot disagree.
 */

#pragma once

#include "core/cube.h"
#include "core/date.h"

G_BEGIN_DECLS

#define OUTLAY_MAX_THRESHOLDS 8
#define OUTLAY_MICROS_PER_UNIT 1000000 /* shares and inputs are in millionths */

/**
 * OutlayFeature:
 * @id: of the store; 0 is Unallocated
 * @slot: colour slot, from 0; it never changes
 * @parent: index of the parent feature, or -1
 */
typedef struct
{
  gint64 id;
  char *name;
  char *owner;
  char *cost_centre;
  char *stage;
  guint slot;
  int parent;
} OutlayFeature;

/**
 * OutlayAccount:
 * @provider: id of the provider
 * @name: name of the provider account; "" is the provider's only one
 * @first_day: first day that an import covers; %G_MAXINT32 if none
 * @last_day: last day that an import covers, at or before the snapshot's day
 * @covered: a byte a day from @first_day to the snapshot's day: 0 missing,
 *   1 covered by a running file, 2 complete
 * @n_covered: how many days that is
 */
typedef struct
{
  char *provider;
  char *name;
  gint32 first_day;
  gint32 last_day;
  guint8 *covered;
  gsize n_covered;
} OutlayAccount;

/**
 * OutlayBudget:
 * @feature: index of a feature
 * @month: months since 1970
 * @amount_nanos: in the reporting currency
 * @thresholds: percent, rising
 * @rollover: what is left of, or over, this month's budget moves to the next
 */
typedef struct
{
  guint32 feature;
  gint32 month;
  gint64 amount_nanos;
  guint n_thresholds;
  guint thresholds[OUTLAY_MAX_THRESHOLDS];
  gboolean rollover;
} OutlayBudget;

/**
 * OutlayValueMethod:
 *
 * How the value of a use case is worked out: field/FinOps practice, fixed names.
 */
typedef enum
{
  OUTLAY_VALUE_FIXED,
  OUTLAY_VALUE_LABOUR,
  OUTLAY_VALUE_DISPLACEMENT,
  OUTLAY_VALUE_REVENUE,
  OUTLAY_VALUE_RETENTION,
  OUTLAY_VALUE_PREMIUM,
} OutlayValueMethod;

#define OUTLAY_N_VALUE_METHODS (OUTLAY_VALUE_PREMIUM + 1)

/**
 * OutlayValueKey:
 *
 * The inputs of the methods; outlay_value_key_to_string() has their names.
 */
typedef enum
{
  OUTLAY_VALUE_AMOUNT,
  OUTLAY_VALUE_MINUTES_SAVED,
  OUTLAY_VALUE_HOURLY_RATE,
  OUTLAY_VALUE_REALISATION,
  OUTLAY_VALUE_HUMAN_COST,
  OUTLAY_VALUE_DEFLECTION,
  OUTLAY_VALUE_REVIEW_COST,
  OUTLAY_VALUE_REVIEW_RATE,
  OUTLAY_VALUE_ORDER_VALUE,
  OUTLAY_VALUE_CONVERSION_UPLIFT,
  OUTLAY_VALUE_GROSS_MARGIN,
  OUTLAY_VALUE_CUSTOMERS,
  OUTLAY_VALUE_CHURN_REDUCTION,
  OUTLAY_VALUE_ANNUAL_VALUE,
  OUTLAY_VALUE_PRICE,
  OUTLAY_VALUE_COGS,
  OUTLAY_VALUE_SUBSCRIBERS,
} OutlayValueKey;

#define OUTLAY_N_VALUE_KEYS (OUTLAY_VALUE_SUBSCRIBERS + 1)

/**
 * OutlayRange:
 * @given: the user has stated it
 * @is_range: low and high were stated too
 * @low_micros: millionths
 * @likely_micros: millionths
 * @high_micros: millionths
 */
typedef struct
{
  gboolean given;
  gboolean is_range;
  gint64 low_micros;
  gint64 likely_micros;
  gint64 high_micros;
} OutlayRange;

/**
 * OutlayValueModel:
 * @method: how
 * @input: a range for each #OutlayValueKey
 */
typedef struct
{
  OutlayValueMethod method;
  OutlayRange input[OUTLAY_N_VALUE_KEYS];
} OutlayValueModel;

/**
 * OutlayFeatureShare:
 * @feature: index of a feature
 * @share: millionths of its spend
 */
typedef struct
{
  guint32 feature;
  gint32 share;
} OutlayFeatureShare;

/**
 * OutlayOutcomes:
 * @day: a day
 * @count: outcomes of that day
 */
typedef struct
{
  gint32 day;
  gint64 count;
} OutlayOutcomes;

/**
 * OutlayUseCase:
 * @features: (array length=n_features): the features whose spend it bears
 * @has_model: its value is estimated by @model
 * @outcomes: (array length=n_outcomes): by day, no two alike
 * @has_outcomes: outcomes were stated, be they 0; without them they are unknown
 */
typedef struct
{
  gint64 id;
  char *name;
  OutlayFeatureShare *features;
  gsize n_features;
  gboolean has_model;
  OutlayValueModel model;
  gboolean has_outcomes;
  OutlayOutcomes *outcomes;
  gsize n_outcomes;
} OutlayUseCase;

/**
 * OutlayCostKind:
 *
 * Costs beside the imported spend.
 */
typedef enum
{
  OUTLAY_COST_INFRASTRUCTURE,
  OUTLAY_COST_PEOPLE,
  OUTLAY_COST_FEES,
  OUTLAY_COST_OTHER,
} OutlayCostKind;

#define OUTLAY_N_COST_KINDS (OUTLAY_COST_OTHER + 1)

/**
 * OutlayCostShare:
 * @OUTLAY_COST_DIRECT: one use case bears it
 * @OUTLAY_COST_EVEN: all use cases bear it evenly
 * @OUTLAY_COST_BY_SPEND: all use cases bear it in proportion to their spend
 */
typedef enum
{
  OUTLAY_COST_DIRECT,
  OUTLAY_COST_EVEN,
  OUTLAY_COST_BY_SPEND,
} OutlayCostShare;

/**
 * OutlayCostItem:
 * @use_case: index of a use case, for %OUTLAY_COST_DIRECT
 * @amount_nanos: a month, or once
 * @once: a one-off, spread over @n_months from @from_month
 * @from_month: first month
 * @to_month: last month of a monthly item, or %G_MAXINT32
 */
typedef struct
{
  gint64 id;
  char *name;
  OutlayCostKind kind;
  OutlayCostShare share;
  guint32 use_case;
  gint64 amount_nanos;
  gboolean once;
  gint32 n_months;
  gint32 from_month;
  gint32 to_month;
} OutlayCostItem;

/**
 * OutlaySourceFile:
 *
 * An import that the figures rest on, for the report's list of sources.
 */
typedef struct
{
  gint64 batch;
  char *path;
  char *format;
  char *sha256;
  gint32 from;
  gint32 to;
  gint64 rows;
} OutlaySourceFile;

/**
 * OutlayForeignAmount:
 *
 * Spend in a currency that no rate converts: a gap with a name.
 */
typedef struct
{
  char *currency;
  gint64 cost_nanos;
} OutlayForeignAmount;

/**
 * OutlaySnapshot:
 * @day: the day that counts as today
 * @day_counts: today is a day of history; otherwise it is unfinished
 * @currency: the reporting currency
 * @include_tax: tax counts as cost
 * @include_credits: credits lower cost
 * @catalogue: the price catalogue and its date
 *
 * No cell of @cube is later than @day. Every index is of the arrays here;
 * features[0] is Unallocated.
 */
typedef struct
{
  gint32 day;
  gboolean day_counts;
  char *currency;
  gboolean include_tax;
  gboolean include_credits;
  char *catalogue;
  char *organisation;

  OutlayCube cube;
  OutlayFeature *features;
  gsize n_features;
  char **models;
  gsize n_models;
  OutlayAccount *accounts;
  gsize n_accounts;
  OutlayBudget *budgets; /* by feature, then month */
  gsize n_budgets;
  OutlayUseCase *use_cases;
  gsize n_use_cases;
  OutlayCostItem *cost_items;
  gsize n_cost_items;
  OutlaySourceFile *sources;
  gsize n_sources;
  OutlayForeignAmount *foreign;
  gsize n_foreign;

  gatomicrefcount ref_count;
} OutlaySnapshot;

OutlaySnapshot *outlay_snapshot_new (void);
OutlaySnapshot *outlay_snapshot_ref (OutlaySnapshot *snapshot);
void outlay_snapshot_unref (OutlaySnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySnapshot, outlay_snapshot_unref)

G_END_DECLS
