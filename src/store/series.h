/* series.h – what spend is told apart by, as small integers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Accounts, streams, dimensions and series are few, whatever the number of rows:
 * a table of them is read whole, and an import looks each tuple up once.
 */

#pragma once

#include "core/record.h"
#include "store/database.h"

G_BEGIN_DECLS

/**
 * OutlayStreamAccount:
 * @id: of the table account
 * @provider: id of the provider
 * @value: id of the provider account; "" is the provider's only one
 * @name: (not nullable): its name, or ""
 */
typedef struct
{
  gint64 id;
  char *provider;
  char *value;
  char *name;
} OutlayStreamAccount;

/**
 * OutlayStream:
 * @id: of the table stream
 * @source: what kind of export, as its reader names it
 * @account: whose
 * @role: 0 bill, 1 meter, 2 observer
 * @rule: 0 bucket, 1 event, 2 statement
 */
typedef struct
{
  gint64 id;
  char *source;
  const OutlayStreamAccount *account;
  int role;
  int rule;
} OutlayStream;

/**
 * OutlayDimension:
 * @id: of the table dimension; 0 is the empty text
 * @field: an #OutlayField
 * @value: the text
 * @name: the newest label beside it, or ""
 */
typedef struct
{
  gint64 id;
  int field;
  char *value;
  char *name;
} OutlayDimension;

/**
 * OutlaySeries:
 * @id: of the table series
 * @stream: where it comes from
 * @kind: what its charges are for
 * @meter: which part of the usage they are for
 * @field: a dimension for each #OutlayField
 */
typedef struct
{
  gint64 id;
  const OutlayStream *stream;
  OutlayChargeKind kind;
  OutlayMeter meter;
  const OutlayDimension *field[OUTLAY_N_FIELDS];
} OutlaySeries;

typedef struct _OutlaySeriesTable OutlaySeriesTable;

OutlaySeriesTable *outlay_series_table_load (OutlayDatabase *database, GError **error);
void outlay_series_table_free (OutlaySeriesTable *table);

const OutlayStream *outlay_series_table_stream (OutlaySeriesTable *table,
                                                const char *source,
                                                const char *provider,
                                                const char *account,
                                                const char *account_name,
                                                int role,
                                                int rule,
                                                GError **error);
const OutlaySeries *outlay_series_table_find (OutlaySeriesTable *table,
                                              const OutlayStream *stream,
                                              const OutlayRecord *record);
const OutlaySeries *outlay_series_table_intern (OutlaySeriesTable *table,
                                                const OutlayStream *stream,
                                                const OutlayRecord *record,
                                                GError **error);
const OutlaySeries *outlay_series_table_get (OutlaySeriesTable *table, gint64 id);
const OutlayDimension *outlay_series_table_dimension (OutlaySeriesTable *table, gint64 id);

const GPtrArray *outlay_series_table_accounts (OutlaySeriesTable *table);
const GPtrArray *outlay_series_table_streams (OutlaySeriesTable *table);
gint64 outlay_series_table_max_id (OutlaySeriesTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySeriesTable, outlay_series_table_free)

G_END_DECLS
