/* record.h – one line of an export, in Outlay's own words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every reader makes and everything after it takes. The conventions that
 * differ by source (cached tokens inside or outside the input, cents or dollars,
 * local days) end at the reader.
 */

#pragma once

#include "core/usage.h"

G_BEGIN_DECLS

/**
 * OutlayField:
 *
 * What spend can be told apart by; "" is what the file does not say. Where a source gives an id and a name
 * (account, project, key, user), the id is the value and the name its label.
 *
 * @OUTLAY_FIELD_MODEL: as the source writes it: an id or a display name
 * @OUTLAY_FIELD_TIER: service tier in lower case: `standard`, `batch`, `flex`,
 *   `priority`, `fast`; "" if the file does not say, which is priced as standard
 * @OUTLAY_FIELD_REGION: where inference ran, where its price depends on it
 * @OUTLAY_FIELD_CONTEXT: `long` where the source says that the prompt was beyond
 *   the long-context threshold
 * @OUTLAY_FIELD_LINE_ITEM: what was billed, in the source's words
 * @OUTLAY_FIELD_UNIT: unit of %OUTLAY_QUANTITY_MICROS: `images`, `characters`…
 * @OUTLAY_FIELD_STATUS: "" is success; else `error`, or the HTTP status
 * @OUTLAY_FIELD_TAGS: `name=value` lines, sorted by name, no line end at the end;
 *   see outlay_tags_build()
 * @OUTLAY_FIELD_CURRENCY: ISO 4217 code, or a virtual currency; "" without a charge
 */
typedef enum
{
  OUTLAY_FIELD_PROJECT,
  OUTLAY_FIELD_KEY,
  OUTLAY_FIELD_USER,
  OUTLAY_FIELD_MODEL,
  OUTLAY_FIELD_TIER,
  OUTLAY_FIELD_REGION,
  OUTLAY_FIELD_CONTEXT,
  OUTLAY_FIELD_LINE_ITEM,
  OUTLAY_FIELD_UNIT,
  OUTLAY_FIELD_STATUS,
  OUTLAY_FIELD_TAGS,
  OUTLAY_FIELD_CURRENCY,
} OutlayField;

#define OUTLAY_N_FIELDS (OUTLAY_FIELD_CURRENCY + 1)

/**
 * OutlayChargeKind:
 * @OUTLAY_CHARGE_NONE: usage only, no charge
 * @OUTLAY_CHARGE_USAGE: for use of the service
 * @OUTLAY_CHARGE_FEE: for the service itself: seats, platform, support
 * @OUTLAY_CHARGE_CREDIT: a promotional credit, negative
 * @OUTLAY_CHARGE_TAX: tax
 * @OUTLAY_CHARGE_REFUND: a correction of an earlier period, booked when issued
 * @OUTLAY_CHARGE_PURCHASE: a prepayment or commitment; cash, its drawdown is cost
 * @OUTLAY_CHARGE_COMMITMENT: a commitment that was paid for and not used
 */
typedef enum
{
  OUTLAY_CHARGE_NONE,
  OUTLAY_CHARGE_USAGE,
  OUTLAY_CHARGE_FEE,
  OUTLAY_CHARGE_CREDIT,
  OUTLAY_CHARGE_TAX,
  OUTLAY_CHARGE_REFUND,
  OUTLAY_CHARGE_PURCHASE,
  OUTLAY_CHARGE_COMMITMENT,
} OutlayChargeKind;

#define OUTLAY_N_CHARGE_KINDS (OUTLAY_CHARGE_COMMITMENT + 1)

/**
 * OutlayMeter:
 * @OUTLAY_METER_ANY: the line does not say
 * @OUTLAY_METER_CACHE_WRITE: a cache write of whatever time
 * @OUTLAY_METER_OTHER: something that no count of #OutlayUsage stands for
 *
 * Which part of the usage a charge is for.
 */
typedef enum
{
  OUTLAY_METER_ANY,
  OUTLAY_METER_INPUT,
  OUTLAY_METER_CACHE_READ,
  OUTLAY_METER_CACHE_WRITE,
  OUTLAY_METER_CACHE_WRITE_5M,
  OUTLAY_METER_CACHE_WRITE_1H,
  OUTLAY_METER_OUTPUT,
  OUTLAY_METER_AUDIO_INPUT,
  OUTLAY_METER_AUDIO_OUTPUT,
  OUTLAY_METER_IMAGE_INPUT,
  OUTLAY_METER_IMAGE_OUTPUT,
  OUTLAY_METER_WEB_SEARCH,
  OUTLAY_METER_REQUEST,
  OUTLAY_METER_QUANTITY,
  OUTLAY_METER_OTHER,
} OutlayMeter;

/**
 * OutlayRecord:
 * @line: of the file, from 1, for messages
 * @start: first second of its span, seconds since 1970 UTC, or %OUTLAY_UNDATED
 * @end: end of its span, exclusive; more than @start, or %OUTLAY_UNDATED
 * @invoice_month: months since 1970, or %OUTLAY_NO_MONTH
 * @provider: id in lower case: `openai`; never ""
 * @account: the provider account's id, or "" if the file does not say
 * @account_name: (nullable): its name, where there is one beside the id
 * @field: a text for each #OutlayField; "" if the file does not say
 * @name: (nullable): a label for a field's value, where there is one beside the id
 * @source: (nullable): the family of files it is of, where one file holds several;
 *   %NULL for that of its reader
 * @external_id: (nullable): what makes the record unique, in event logs
 * @has_usage: @usage is filled
 * @is_request: @usage is of a single request, so that context tiers apply
 * @usage: what was used
 * @kind: what the charge is for
 * @meter: which part of the usage the charge is for
 * @billed_nanos: what the document says (FOCUS BilledCost), net
 * @cost_nanos: what it costs (FOCUS EffectiveCost): the same where the source
 *   knows no difference
 * @notional_nanos: what it would have cost: usage under a flat plan; never spend
 * @is_estimate: the charge is the source's own estimate (gateways), not a bill
 *
 * Usage, or a charge, or both (@kind is not %OUTLAY_CHARGE_NONE and @has_usage).
 * The strings are borrowed from the reader: they live until the callback returns.
 */
typedef struct
{
  guint64 line;
  gint64 start;
  gint64 end;
  gint32 invoice_month;
  const char *provider;
  const char *account;
  const char *account_name;
  const char *field[OUTLAY_N_FIELDS];
  const char *name[OUTLAY_N_FIELDS];
  const char *source;
  const char *external_id;
  gboolean has_usage;
  gboolean is_request;
  gboolean is_estimate;
  OutlayUsage usage;
  OutlayChargeKind kind;
  OutlayMeter meter;
  gint64 billed_nanos;
  gint64 cost_nanos;
  gint64 notional_nanos;
} OutlayRecord;

#define OUTLAY_UNDATED G_MININT64
#define OUTLAY_NO_MONTH G_MININT32

void outlay_record_init (OutlayRecord *record);

char *outlay_tags_build (const char *const *names, const char *const *values, gsize n_tags);
char *outlay_tags_get (const char *tags, const char *name);

G_END_DECLS
