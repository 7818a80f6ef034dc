/* unassigned.h – spend that no rule takes, by what it could be told apart by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger.h"

G_BEGIN_DECLS

/**
 * OutlayUnassignedField:
 * @field: as rules name it: `key`, `project`, `tag.team`…
 * @cost_nanos: cost that has a value in it
 * @n_values: how many different ones
 */
typedef struct
{
  char *field;
  gint64 cost_nanos;
  gsize n_values;
} OutlayUnassignedField;

/**
 * OutlayUnassignedValue:
 * @value: of the field; "" is spend that has none
 * @cost_nanos: its cost
 */
typedef struct
{
  char *value;
  gint64 cost_nanos;
} OutlayUnassignedValue;

/**
 * OutlayUnassigned:
 * @currency: the reporting currency
 * @total_nanos: all that no rule takes
 * @fields: (element-type OutlayUnassignedField): those that tell it apart
 * @field: (nullable): the one that @values are of; %NULL if there is none
 * @values: (element-type OutlayUnassignedValue): by cost, falling
 */
typedef struct
{
  char *currency;
  gint64 total_nanos;
  GArray *fields;
  char *field;
  GArray *values;
} OutlayUnassigned;

OutlayUnassigned *outlay_ledger_unassigned (OutlayLedger *ledger,
                                            const char *field,
                                            GError **error);
void outlay_unassigned_free (OutlayUnassigned *unassigned);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayUnassigned, outlay_unassigned_free)

G_END_DECLS
