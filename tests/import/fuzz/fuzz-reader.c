/* fuzz-reader.c – any text, one reader: no crash, no leak, TRUE or an error
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/reader.h"

#include <string.h>

#define MAX_SIZE (512 * 1024)
#define PIECE 61
#define SNIFF_EVERY 16 /* it asks every format, which takes its time */

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

static gboolean
check_record (const OutlayRecord *record, gpointer data, GError **error)
{
  g_assert (record->provider[0] != '\0');
  g_assert (record->end > record->start || record->start == OUTLAY_UNDATED);
  g_assert (record->has_usage || record->kind != OUTLAY_CHARGE_NONE);

  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    g_assert (record->usage.count[i] >= 0);
  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    g_assert (g_utf8_validate (record->field[i], -1, NULL));

  g_assert (record->usage.count[OUTLAY_REASONING_TOKENS] <=
            record->usage.count[OUTLAY_OUTPUT_TOKENS]);
  return TRUE;
}

static void
check_fault (const OutlayFault *fault, gpointer data)
{
  g_assert (fault->line > 0 && fault->message[0] != '\0');
  g_assert (g_utf8_validate (fault->message, -1, NULL));
  g_assert (g_utf8_validate (fault->text, -1, NULL));
}

static void
check_cover (gint32 from, gint32 to, gpointer data)
{
  g_assert (from <= to);
}

int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  const OutlayReader *reader = outlay_readers_find (FUZZED_READER);
  OutlayReadOptions options = { "cost_2026-01-01_to_2026-01-31.csv", size % 2 == 0 };
  OutlaySink sink = { .record = check_record, .fault = check_fault, .cover = check_cover };
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayReading) reading = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;
  gboolean ok = TRUE;

  if (size > MAX_SIZE)
    return 0;

  /* Readers are promised valid text. */
  text = g_utf8_make_valid ((const char *) data, (gssize) size);
  size = strlen (text);
  if (size % SNIFF_EVERY == 0)
    outlay_readers_sniff (text, size, NULL, &reason, NULL);

  reading = outlay_reading_new (reader, &options, &sink);
  for (gsize at = 0; ok && at < size; at += PIECE)
    ok = outlay_reading_feed (reading, text + at, MIN (PIECE, size - at), &error);
  ok = ok && outlay_reading_finish (reading, &error);
  g_assert (ok == (error == NULL));
  return 0;
}
