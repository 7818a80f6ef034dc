/* facts.h – what files said, written once and never changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/rates.h"
#include "store/database.h"

G_BEGIN_DECLS

/**
 * OutlayFact:
 * @start: first second, UTC
 * @series: of the table series
 * @slice: statements: the billing month; else 0
 * @id: events: 64 bits of the external id's hash; else 0
 * @scope: see daily.h; of facts on their way in, the store does not keep it
 * @is_request: it is a single request, so that context tiers apply; likewise
 * @rows: data rows added up in it
 * @usage: what was used
 * @billed_nanos: what the document says
 * @effective_nanos: what it costs by the document
 * @notional_nanos: what it would have cost
 * @has_computed: @computed_nanos is filled: a day of the series has no one price
 * @computed_nanos: tokens × catalogue price
 * @price_state: of @computed_nanos
 */
typedef struct
{
  gint64 start;
  gint64 series;
  gint64 slice;
  gint64 id;
  gint64 scope;
  gboolean is_request;
  gint64 rows;
  OutlayUsage usage;
  gint64 billed_nanos;
  gint64 effective_nanos;
  gint64 notional_nanos;
  gboolean has_computed;
  gint64 computed_nanos;
  OutlayPriceState price_state;
} OutlayFact;

/**
 * OutlayFactFunc:
 * @fact: a fact
 * @batch: its batch
 * @user_data: the data given with the function
 * @error: return location for an error
 */
typedef gboolean (*OutlayFactFunc) (const OutlayFact *fact,
                                    gint64 batch,
                                    gpointer user_data,
                                    GError **error);

gboolean outlay_facts_add (OutlayDatabase *database,
                           gint64 batch,
                           const OutlayFact *fact,
                           GError **error);
gboolean outlay_facts_append (OutlayDatabase *database,
                              gint64 batch,
                              const OutlayFact *fact,
                              GError **error);
gboolean outlay_facts_each (OutlayDatabase *database,
                            gint64 batch,
                            OutlayFactFunc func,
                            gpointer user_data,
                            GError **error);

gboolean outlay_events_add (OutlayDatabase *database,
                            gint64 batch,
                            gint64 stream,
                            const OutlayFact *fact,
                            GError **error);
gboolean outlay_events_each_counted (OutlayDatabase *database,
                                     gint64 stream,
                                     gint32 day,
                                     OutlayFactFunc func,
                                     gpointer user_data,
                                     GError **error);

G_END_DECLS
