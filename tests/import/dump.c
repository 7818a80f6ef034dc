/* dump.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dump.h"

#include "core/date.h"
#include "core/money.h"

static const char *const field_names[OUTLAY_N_FIELDS] = {
  "project", "key",       "user", "model",  "tier", "region",
  "context", "line_item", "unit", "status", "tags", "currency",
};

static const char *const measure_names[OUTLAY_N_MEASURES] = {
  "requests", "input",     "cache_read", "write_5m",  "write_1h",   "output",   "reasoning",
  "audio_in", "audio_out", "image_in",   "image_out", "web_search", "quantity",
};

static const char *const kind_names[OUTLAY_N_CHARGE_KINDS] = {
  "none", "usage", "fee", "credit", "tax", "refund", "purchase", "commitment",
};

static const char *const meter_names[] = {
  "any",       "input",    "cache_read", "write",      "write_5m", "write_1h", "output", "audio_in",
  "audio_out", "image_in", "image_out",  "web_search", "request",  "quantity", "other",
};

static void
append_text (GString *dump, const char *name, const char *value)
{
  g_autofree char *escaped = g_strescape (value, "≤éö“”…");

  g_string_append_printf (dump, " %s=%s", name, escaped);
}

static void
append_nanos (GString *dump, const char *name, gint64 nanos)
{
  g_autofree char *text = outlay_nanos_to_string (nanos);

  append_text (dump, name, text);
}

static void
append_time (GString *dump, const OutlayRecord *record)
{
  g_autofree char *start = NULL;

  if (record->start == OUTLAY_UNDATED)
    {
      g_assert_cmpint (record->end, ==, OUTLAY_UNDATED);
      g_string_append (dump, " undated");
      return;
    }

  g_assert_cmpint (record->end, >, record->start);
  start = outlay_instant_to_string (record->start);
  g_string_append_printf (dump, " %s+%" G_GINT64_FORMAT, start, record->end - record->start);
}

static void
append_dimensions (GString *dump, const OutlayRecord *record)
{
  g_string_append_printf (dump, " %s", record->provider);
  if (record->account[0] != '\0')
    append_text (dump, "account", record->account);
  if (record->account_name != NULL)
    append_text (dump, "account_name", record->account_name);

  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    {
      if (record->field[i][0] != '\0')
        append_text (dump, field_names[i], record->field[i]);
      if (record->name[i] != NULL)
        append_text (dump, "named", record->name[i]);
    }

  if (record->source != NULL)
    append_text (dump, "source", record->source);
  if (record->external_id != NULL)
    append_text (dump, "id", record->external_id);
}

static void
append_usage (GString *dump, const OutlayRecord *record)
{
  g_string_append (dump, record->is_request ? " | request" : " | usage");

  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    {
      g_assert_cmpint (record->usage.count[i], >=, 0);
      if (record->usage.count[i] != 0)
        g_string_append_printf (dump, " %s=%" G_GINT64_FORMAT, measure_names[i],
                                record->usage.count[i]);
    }
}

static gboolean
on_record (const OutlayRecord *record, gpointer data, GError **error)
{
  GString *dump = data;

  g_assert_cmpstr (record->provider, !=, "");
  g_string_append_printf (dump, "%" G_GUINT64_FORMAT, record->line);
  append_time (dump, record);
  append_dimensions (dump, record);
  if (record->has_usage)
    append_usage (dump, record);

  if (record->kind != OUTLAY_CHARGE_NONE)
    {
      g_string_append_printf (dump, " | %s/%s", kind_names[record->kind],
                              meter_names[record->meter]);
      append_nanos (dump, "billed", record->billed_nanos);
      if (record->cost_nanos != record->billed_nanos)
        append_nanos (dump, "cost", record->cost_nanos);
      if (record->is_estimate)
        g_string_append (dump, " estimate");
    }

  if (record->notional_nanos != 0)
    append_nanos (dump, "notional", record->notional_nanos);
  if (record->invoice_month != OUTLAY_NO_MONTH)
    {
      g_autofree char *month = outlay_month_to_string (record->invoice_month);

      append_text (dump, "invoice", month);
    }

  g_string_append_c (dump, '\n');
  return TRUE;
}

static void
on_row_done (guint64 line, guint n_records, gpointer data)
{
  if (n_records != 1)
    g_string_append_printf (data, "%" G_GUINT64_FORMAT " holds %u records\n", line, n_records);
}

static void
on_fault (const OutlayFault *fault, gpointer data)
{
  g_string_append_printf (data, "%" G_GUINT64_FORMAT " FAULT %s: %s\n  %s\n", fault->line,
                          fault->field != NULL ? fault->field : "row", fault->message, fault->text);
}

static void
on_skip (guint64 line, gpointer data)
{
  g_string_append_printf (data, "%" G_GUINT64_FORMAT " skipped\n", line);
}

static void
on_header (const char *text, gpointer data)
{
  g_string_append_printf (data, "header %s\n", text);
}

static void
on_cover (gint32 from, gint32 to, gpointer data)
{
  g_autofree char *first = outlay_day_to_string (from);
  g_autofree char *last = outlay_day_to_string (to);

  g_assert_cmpint (from, <=, to);
  g_string_append_printf (data, "covers %s to %s\n", first, last);
}

static void
on_control (const char *currency, gint64 total_nanos, gpointer data)
{
  g_autofree char *total = outlay_nanos_to_string (total_nanos);

  g_string_append_printf (data, "control %s %s\n", currency, total);
}

static void
on_note (const char *message, gpointer data)
{
  g_string_append_printf (data, "note %s\n", message);
}

/* All that @reader says of @text when it comes in pieces of @piece bytes. */
char *
outlay_dump_read (const OutlayReader *reader,
                  const OutlayReadOptions *options,
                  const char *text,
                  gsize length,
                  gsize piece)
{
  GString *dump = g_string_new (NULL);
  OutlaySink sink = { on_record, on_row_done, on_fault, on_skip, on_header,
                      on_cover,  on_control,  on_note,  dump };
  g_autoptr (OutlayReading) reading = outlay_reading_new (reader, options, &sink);
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  for (gsize at = 0; ok && at < length; at += piece)
    ok = outlay_reading_feed (reading, text + at, MIN (piece, length - at), &error);
  ok = ok && outlay_reading_finish (reading, &error);

  g_assert_cmpint (ok, ==, error == NULL);
  if (!ok)
    g_string_append_printf (dump, "error %d: %s\n", error->code, error->message);

  return g_string_free (dump, FALSE);
}
