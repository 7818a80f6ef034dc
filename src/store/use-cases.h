/* use-cases.h – what spend is for: shares of features, and inputs of value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/**
 * OutlayUseCaseRow:
 * @method: (nullable): name of a method of value; %NULL if it is not estimated
 */
typedef struct
{
  gint64 id;
  char *name;
  char *method;
} OutlayUseCaseRow;

/**
 * OutlayUseCaseShareRow:
 * @use_case: id of a use case
 * @feature: id of a feature
 * @share: millionths of the feature's spend
 */
typedef struct
{
  gint64 use_case;
  gint64 feature;
  gint32 share;
} OutlayUseCaseShareRow;

/**
 * OutlayValueInputRow:
 * @use_case: id of a use case
 * @key: name of an input
 * @is_range: @low_micros and @high_micros were stated
 */
typedef struct
{
  gint64 use_case;
  char *key;
  gboolean is_range;
  gint64 low_micros;
  gint64 likely_micros;
  gint64 high_micros;
} OutlayValueInputRow;

void outlay_use_case_row_free (OutlayUseCaseRow *row);
void outlay_value_input_row_free (OutlayValueInputRow *row);
GPtrArray *outlay_use_cases_list (OutlayDatabase *database, GError **error);
gboolean outlay_use_cases_add (OutlayDatabase *database,
                               const char *name,
                               gint64 *id,
                               GError **error);
gboolean outlay_use_cases_rename (OutlayDatabase *database,
                                  gint64 id,
                                  const char *name,
                                  GError **error);
gboolean outlay_use_cases_remove (OutlayDatabase *database, gint64 id, GError **error);
GArray *outlay_use_cases_list_shares (OutlayDatabase *database, GError **error);
gboolean outlay_use_cases_add_share (OutlayDatabase *database,
                                     const OutlayUseCaseShareRow *row,
                                     GError **error);
gboolean outlay_use_cases_clear_shares (OutlayDatabase *database, gint64 id, GError **error);
GPtrArray *outlay_use_cases_list_inputs (OutlayDatabase *database, GError **error);
gboolean outlay_use_cases_set_method (OutlayDatabase *database,
                                      gint64 id,
                                      const char *method,
                                      GError **error);
gboolean outlay_use_cases_add_input (OutlayDatabase *database,
                                     const OutlayValueInputRow *row,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayUseCaseRow, outlay_use_case_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayValueInputRow, outlay_value_input_row_free)

G_END_DECLS
