/* table.h – a table of rates by exact name, which fills up what a catalogue lacks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/rates.h"

G_BEGIN_DECLS

/**
 * OutlayServiceTier:
 * @OUTLAY_TIER_OTHER: one that no table has a rate for: provisioned, scale…
 */
typedef enum
{
  OUTLAY_TIER_STANDARD,
  OUTLAY_TIER_BATCH,
  OUTLAY_TIER_FLEX,
  OUTLAY_TIER_PRIORITY,
  OUTLAY_TIER_FAST,
  OUTLAY_TIER_OTHER,
} OutlayServiceTier;

/**
 * OutlayTableModel:
 * @card: standard rates
 * @tier: (nullable): rates of batch, flex and priority
 * @fast_micros: what fast mode multiplies the rates by, × 10⁶; 0 if it has none
 * @us_micros: the same for inference that is kept in the US
 * @eu_micros: the same for the EU
 */
typedef struct
{
  char *provider;
  char *id;
  OutlayRateCard card;
  OutlayRateCard *tier[OUTLAY_TIER_OTHER];
  gint64 fast_micros;
  gint64 us_micros;
  gint64 eu_micros;
} OutlayTableModel;

/**
 * OutlayPriceTable:
 * @source: what to call it, as `LiteLLM 2026-08-01`
 * @models: (element-type utf8 OutlayTableModel): by `provider` newline `model`, lower case
 */
typedef struct
{
  char *source;
  GHashTable *models;
} OutlayPriceTable;

OutlayPriceTable *outlay_price_table_new (const char *source);
void outlay_price_table_free (OutlayPriceTable *table);
gboolean outlay_price_table_read_litellm (OutlayPriceTable *table, GBytes *json, GError **error);
void outlay_price_table_take (OutlayPriceTable *table, OutlayTableModel *model);
const OutlayTableModel *outlay_price_table_find (const OutlayPriceTable *table,
                                                 const char *provider,
                                                 const char *model);
OutlayTableModel *outlay_table_model_new (const char *provider, const char *id);
void outlay_table_model_free (OutlayTableModel *model);
OutlayServiceTier outlay_service_tier_parse (const char *tier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPriceTable, outlay_price_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayTableModel, outlay_table_model_free)

G_END_DECLS
