/* anthropic-claude-code-json.c – answers of Anthropic's report on Claude Code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An object is a person, or a key, and a day. Its cost is an estimate, in cents, as a
 * number: with an API key the cost report has the money; under a subscription it is only
 * what it would have cost.
 */

#include "import/pages.h"

#include "core/date.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS_OF_CENTS 7

static const char *const marks[] = { "core_metrics", "model_breakdown|customer_type", "date",
                                     NULL };

static void
read_actor (OutlayRow *row, OutlayRecord *record)
{
  const char *email = outlay_json_text (row->object, "actor.email_address");
  const char *key = outlay_json_text (row->object, "actor.api_key_name");
  const char *terminal = outlay_json_text (row->object, "terminal_type");
  static const char *const name = "terminal";

  record->account = outlay_json_text (row->object, "organization_id");
  record->field[OUTLAY_FIELD_USER] = email;
  record->field[OUTLAY_FIELD_KEY] = key;
  if (terminal[0] != '\0')
    record->field[OUTLAY_FIELD_TAGS] =
        outlay_row_keep (row, outlay_tags_build (&name, &terminal, 1));
}

static void
read_usage (OutlayRow *row, OutlayJson *part, OutlayRecord *record)
{
  gint64 *count = record->usage.count;

  record->has_usage = TRUE;
  count[OUTLAY_INPUT_TOKENS] = outlay_row_json_count (row, part, "tokens.input");
  count[OUTLAY_CACHE_READ_TOKENS] = outlay_row_json_count (row, part, "tokens.cache_read");
  count[OUTLAY_CACHE_WRITE_5M_TOKENS] = outlay_row_json_count (row, part, "tokens.cache_creation");
  count[OUTLAY_OUTPUT_TOKENS] = outlay_row_json_count (row, part, "tokens.output");
}

static void
read_cost (OutlayRow *row, OutlayJson *part, OutlayRecord *record)
{
  gboolean flat = strcmp (outlay_json_text (row->object, "customer_type"), "subscription") == 0;
  gint64 nanos = outlay_row_json_decimal (row, part, "estimated_cost.amount", NANOS_OF_CENTS);
  const char *currency = outlay_json_text (part, "estimated_cost.currency");

  record->provider = flat ? "claude-code" : "anthropic";
  record->kind = OUTLAY_CHARGE_USAGE;
  record->is_estimate = TRUE;
  record->notional_nanos = flat ? nanos : 0;
  record->cost_nanos = flat ? 0 : nanos;
  record->billed_nanos = record->cost_nanos;
  record->field[OUTLAY_FIELD_CURRENCY] =
      currency[0] != '\0' ? outlay_row_keep (row, g_ascii_strup (currency, -1)) : "USD";
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  OutlayJson *parts = outlay_json_get (row->object, "model_breakdown");
  gint64 start = outlay_row_json_instant (row, row->object, "date");

  outlay_pages_see (row);
  if (start == OUTLAY_UNDATED)
    outlay_row_reject (row, "date", "%s", _ ("the date is missing"));

  for (OutlayJson *part = outlay_json_first (parts); part != NULL; part = outlay_json_next (part))
    {
      OutlayRecord record;

      outlay_record_init (&record);
      record.start = start;
      record.end = start + OUTLAY_SECONDS_PER_DAY;
      record.field[OUTLAY_FIELD_MODEL] = outlay_json_text (part, "model");
      read_actor (row, &record);
      read_usage (row, part, &record);
      read_cost (row, part, &record);
      if (!outlay_row_emit (row, &record, error))
        return FALSE;
    }

  return TRUE;
}

const OutlayReader outlay_reader_anthropic_claude_code_json = {
  .id = "anthropic-claude-code-json",
  .title = N_ ("Anthropic report on Claude Code (JSON)"),
  .source = "anthropic-claude-code",
  .role = OUTLAY_ROLE_OBSERVER,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .amount_column = -1,
  .currency_column = -1,
  .paths = outlay_pages_paths,
  .marks = marks,
  .read = read_object,
  .rehearse = TRUE,
  .finish = outlay_pages_finish,
  .state_new = outlay_pages_state_new,
  .state_free = g_free,
};
