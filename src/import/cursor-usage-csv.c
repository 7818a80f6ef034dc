/* cursor-usage-csv.c – the usage events that Cursor's dashboard exports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Seen with and without kind, user and cost. What a plan includes costs nothing: an
 * amount beside it is what it would have cost. An amount that is not there is not 0: then
 * only the tokens are taken. With one's own key the provider has the bill. “w/ Cache
 * Write” is beside “w/o”, or holds it: what adds up to the row's total tells.
 */

#include "import/format.h"

#include "core/money.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS 9

enum
{
  DATE,
  USER,
  KIND,
  MODEL,
  MAX_MODE,
  WITH_WRITE,
  WITHOUT_WRITE,
  CACHE_READ,
  OUTPUT,
  TOTAL,
  COST,
  REQUESTS,
  AGENT_ID,
  AUTOMATION_ID,
};

static const OutlayCsvColumn columns[] = {
  [DATE] = { "Date", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [USER] = { "User", "Email", 0 },
  [KIND] = { "Kind", NULL, 0 },
  [MODEL] = { "Model", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [MAX_MODE] = { "Max Mode", NULL, 0 },
  [WITH_WRITE] = { "Input (w/ Cache Write)", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [WITHOUT_WRITE] = { "Input (w/o Cache Write)", NULL, OUTLAY_COLUMN_REQUIRED },
  [CACHE_READ] = { "Cache Read", NULL, 0 },
  [OUTPUT] = { "Output Tokens", NULL, 0 },
  [TOTAL] = { "Total Tokens", NULL, 0 },
  [COST] = { "Cost", "Cost ($)", 0 },
  [REQUESTS] = { "Requests", NULL, 0 },
  [AGENT_ID] = { "Cloud Agent ID", NULL, 0 },
  [AUTOMATION_ID] = { "Automation ID", NULL, 0 },
};

/* Who pays. */
typedef enum
{
  PAYER_USER,     /* by use */
  PAYER_PLAN,     /* nothing is charged for it */
  PAYER_PROVIDER, /* whose key it was */
} Payer;

static const struct
{
  const char *word;
  Payer payer;
} kinds[] = {
  { "included", PAYER_PLAN }, { "no charge", PAYER_PLAN },        { "not charged", PAYER_PLAN },
  { "free", PAYER_PLAN },     { "user api key", PAYER_PROVIDER },
};

static Payer
find_payer (OutlayRow *row)
{
  const char *kind = outlay_row_lower (row, outlay_row_text (row, KIND));
  const char *cost = outlay_row_lower (row, outlay_row_text (row, COST));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strstr (kind, kinds[i].word) != NULL)
      return kinds[i].payer;

  return strcmp (cost, "included") == 0 || strcmp (cost, "free") == 0 || strcmp (cost, "-") == 0
             ? PAYER_PLAN
             : PAYER_USER;
}

static void
read_usage (OutlayRow *row, gint64 *count)
{
  gint64 with = outlay_row_count (row, WITH_WRITE);
  gint64 without = outlay_row_count (row, WITHOUT_WRITE);
  gint64 read = outlay_row_count (row, CACHE_READ);
  gint64 output = outlay_row_count (row, OUTPUT);
  gint64 total = outlay_row_count (row, TOTAL);
  OutlayWide beside = (OutlayWide) with + without + read + output;
  gboolean is_within =
      beside != total && (OutlayWide) with + read + output == total && with >= without;

  count[OUTLAY_REQUESTS] = 1;
  count[OUTLAY_INPUT_TOKENS] = without;
  count[OUTLAY_CACHE_WRITE_5M_TOKENS] = is_within ? with - without : with;
  count[OUTLAY_CACHE_READ_TOKENS] = read;
  count[OUTLAY_OUTPUT_TOKENS] = output;
}

static gboolean
is_amount (const char *cost)
{
  const char *digits = cost + strspn (cost, "$-");

  return g_ascii_isdigit (digits[0]) || digits[0] == '.';
}

static void
read_cost (OutlayRow *row, OutlayRecord *record)
{
  const char *cost = outlay_row_text (row, COST);
  Payer payer = find_payer (row);
  gint64 nanos = is_amount (cost) ? outlay_row_decimal_of (row, "Cost", cost, NANOS) : 0;

  record->field[OUTLAY_FIELD_CURRENCY] = "USD";
  if (payer != PAYER_USER)
    {
      record->kind = OUTLAY_CHARGE_USAGE;
      record->notional_nanos = nanos;
    }
  else if (is_amount (cost))
    {
      record->kind = OUTLAY_CHARGE_USAGE;
      record->billed_nanos = nanos;
      record->cost_nanos = nanos;
    }
  else
    {
      record->field[OUTLAY_FIELD_CURRENCY] = "";
      outlay_reading_note (row->reading,
                           _ ("Some rows do not say what they cost; of these only the "
                              "tokens are counted"));
    }
}

static gboolean
read_row (OutlayRow *row, GError **error)
{
  const char *const *field = row->field;
  OutlayRecord record;

  outlay_record_init (&record);
  record.provider = "cursor";
  record.start = outlay_row_instant (row, DATE);
  record.end = record.start + 1;
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "Date", "%s", _ ("the date is missing"));

  record.has_usage = TRUE;
  record.is_request = TRUE;
  read_usage (row, record.usage.count);
  read_cost (row, &record);
  record.field[OUTLAY_FIELD_MODEL] = field[MODEL];
  record.field[OUTLAY_FIELD_USER] = field[USER];
  record.field[OUTLAY_FIELD_LINE_ITEM] = field[KIND];
  record.field[OUTLAY_FIELD_STATUS] =
      g_ascii_strncasecmp (field[KIND], "errored", strlen ("errored")) == 0 ? "error" : "";
  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_cursor_usage_csv = {
  .id = "cursor-usage-csv",
  .title = N_ ("Cursor usage events (CSV)"),
  .source = "cursor-usage",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = -1,
  .currency_column = -1,
  .read = read_row,
};
