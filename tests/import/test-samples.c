/* test-samples.c – real exports, where they are at hand, against plain sums
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sums are made by splitting lines at commas, which these files allow in the
 * columns that count: an independent, simpler reading. Without the folder that
 * OUTLAY_SAMPLES names, the tests are skipped.
 */

#include "core/money.h"
#include "import/reader.h"

#include <string.h>

typedef struct
{
  const char *folder;
  const char *reader;
  const char *date;   /* column by which a line is a row, */
  const char *filled; /* unless this one is empty */
  const char *amount; /* (nullable): column that adds up to what is billed */
} Kind;

static const Kind kinds[] = {
  { "provider/anthropic-console-cost-csv", "anthropic-cost-csv", "usage_date_utc", "cost_usd",
    "cost_usd" },
  { "provider/anthropic-console-tokens-csv", "anthropic-usage-csv", "usage_date_utc",
    "usage_output_tokens", NULL },
  { "provider/openai-cost-csv", "openai-cost-csv", "start_time", "amount_value", "amount_value" },
  { "provider/openrouter-activity-csv", "openrouter-activity-csv", "created_at", "generation_id",
    "cost_total" },
  { "provider/openai-completions-usage-csv", "openai-usage-csv", "start_time", "num_model_requests",
    NULL },
};

typedef struct
{
  guint n_records;
  guint n_faults;
  gint64 billed_nanos;
} Totals;

static const char *
samples_folder (void)
{
  const char *folder = g_getenv ("OUTLAY_SAMPLES");

  return folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR) ? folder : NULL;
}

static gboolean
on_record (const OutlayRecord *record, gpointer data, GError **error)
{
  Totals *totals = data;

  totals->n_records++;
  g_assert_true (outlay_nanos_add (&totals->billed_nanos, record->billed_nanos));
  return TRUE;
}

static void
on_fault (const OutlayFault *fault, gpointer data)
{
  Totals *totals = data;

  g_test_message ("line %" G_GUINT64_FORMAT ": %s: %s", fault->line, fault->message, fault->text);
  totals->n_faults++;
}

static void
read_file (const OutlayReader *reader, const char *text, gsize length, Totals *totals)
{
  g_autoptr (GError) error = NULL;
  OutlayReadOptions options = { NULL, TRUE };
  OutlaySink sink = { .record = on_record, .fault = on_fault, .user_data = totals };
  g_autoptr (OutlayReading) reading = outlay_reading_new (reader, &options, &sink);

  outlay_reading_feed (reading, text, length, &error);
  g_assert_no_error (error);
  outlay_reading_finish (reading, &error);
  g_assert_no_error (error);
}

static int
find_column (char **names, const char *name)
{
  for (int i = 0; names[i] != NULL; i++)
    if (name != NULL && strcmp (names[i], name) == 0)
      return i;

  return -1;
}

static void
add_up (const Kind *kind, const char *text, Totals *totals)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_auto (GStrv) names = g_strsplit (lines[0], ",", -1);
  int date = find_column (names, kind->date);
  int filled = find_column (names, kind->filled);
  int amount = find_column (names, kind->amount);

  for (int i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
      gint64 nanos = 0;

      if (filled < 0 || (int) g_strv_length (fields) <= MAX (date, filled) ||
          fields[date][0] == '\0' || fields[filled][0] == '\0')
        continue;

      totals->n_records++;
      if (amount >= 0)
        g_assert_true (outlay_nanos_parse (fields[amount], &nanos, NULL));
      totals->billed_nanos += nanos;
    }
}

static void
test_file (const Kind *kind, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;
  const OutlayReader *reader;
  Totals seen = { 0 };
  Totals wanted = { 0 };

  g_test_message ("%s", path);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  reader = outlay_readers_sniff (text, MIN (length, 65536), NULL, NULL, &error);
  if (strstr (path, "daily-aggregate") != NULL)
    return;

  g_assert_no_error (error);
  g_assert_cmpstr (outlay_reader_id (reader), ==, kind->reader);
  read_file (reader, text, length, &seen);
  add_up (kind, text, &wanted);

  g_assert_cmpuint (seen.n_faults, ==, 0);
  g_assert_cmpuint (seen.n_records, ==, wanted.n_records);
  g_assert_cmpint (seen.billed_nanos, ==, wanted.billed_nanos);
}

static void
test_folder (gconstpointer data)
{
  const Kind *kind = data;
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (samples_folder () == NULL)
    {
      g_test_skip ("no samples here");
      return;
    }

  folder = g_build_filename (samples_folder (), kind->folder, NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".csv"))
        test_file (kind, path);
    }
}

static void
test_focus_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length;
  guint n_lines = 0;
  const OutlayReader *reader;
  Totals totals = { 0 };

  g_test_message ("%s", path);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    n_lines += strlen (g_strstrip (lines[i])) > 0 ? 1 : 0;

  reader = outlay_readers_sniff (text, MIN (length, 65536), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (outlay_reader_id (reader), ==, "focus-csv");
  read_file (reader, text, length, &totals);
  g_assert_cmpuint (totals.n_records + totals.n_faults, ==, n_lines);

  /* One example has an hour 30. */
  g_assert_cmpuint (totals.n_faults, ==, strstr (text, "T30:") != NULL ? 1 : 0);
}

static void
test_focus (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (samples_folder () == NULL)
    {
      g_test_skip ("no samples here");
      return;
    }

  folder = g_build_filename (samples_folder (), "cloud/focus-1.2-spec-examples", NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      test_focus_file (path);
    }
}

/* Of JSON the plain reading is to look for the members by their text. */
static void
add_up_json (const char *text, Totals *totals)
{
  for (const char *p = strstr (text, "\"spend\":"); p != NULL; p = strstr (p + 1, "\"spend\":"))
    {
      g_autofree char *number = NULL;
      gint64 nanos;

      p += strlen ("\"spend\":");
      p += strspn (p, " ");
      number = g_strndup (p, strspn (p, "0123456789.eE+-"));
      g_assert_true (outlay_nanos_parse (number, &nanos, NULL));
      totals->n_records++;
      totals->billed_nanos += nanos;
    }
}

/* Only spend logs are read; reports of the same proxy are something else. */
static void
test_litellm (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (samples_folder () == NULL)
    {
      g_test_skip ("no samples here");
      return;
    }

  folder = g_build_filename (samples_folder (), "gateway/litellm", NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;
      const OutlayReader *reader;
      Totals seen = { 0 };
      Totals wanted = { 0 };

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      reader = outlay_readers_sniff (text, length, NULL, NULL, NULL);
      if (!g_str_has_prefix (name, "spend_logs"))
        continue;

      g_assert_cmpstr (outlay_reader_id (reader), ==, "litellm-spend-logs");

      read_file (reader, text, length, &seen);
      add_up_json (text, &wanted);
      g_assert_cmpuint (seen.n_faults, ==, 0);
      g_assert_cmpuint (seen.n_records, ==, wanted.n_records);
      g_assert_cmpint (seen.billed_nanos, ==, wanted.billed_nanos);
    }
}

static const struct
{
  const char *folder;
  const char *reader; /* what its id begins with */
} folders[] = {
  { "provider/anthropic-claude-code-report-json", "anthropic-claude-code-json" },
  { "provider/anthropic-cost-report-json", "anthropic-cost-json" },
  { "provider/anthropic-usage-report-json", "anthropic-usage-json" },
  { "provider/deepseek-usage-csv", "deepseek-" },
  { "provider/openai-costs-api-json", "openai-cost-json" },
  { "provider/openai-docs-examples-json", "openai-" },
  { "provider/openai-legacy-activity-csv", "openai-activity-csv" },
  { "provider/openai-legacy-usage-json", "openai-legacy-usage-json" },
  { "provider/openai-usage-api-json", "openai-usage-json" },
  { "provider/openrouter-json", "openrouter-activity-json" },
  { "cloud/aws-cost-explorer-csv", "aws-cost-explorer-csv" },
  { "cloud/aws-cur-legacy", "aws-cur-csv" },
  { "cloud/azure-cost-details", "azure-cost-csv" },
  { "cloud/gcp-billing", "gcp-billing-csv" },
  { "gateway/codex-jsonl", "codex-jsonl" },
  { "gateway/copilot-billing-csv", "github-copilot-csv" },
  { "gateway/cursor-usage-csv", "cursor-usage-csv" },
  { "gateway/langfuse", "langfuse-trace-json" },
};

/* Every file of a folder is known for what it is, and nothing in it is rejected. */
static void
test_clean_folder (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (samples_folder () == NULL)
    {
      g_test_skip ("no samples here");
      return;
    }

  folder = g_build_filename (samples_folder (), folders[i].folder, NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;
      const OutlayReader *reader;
      Totals totals = { 0 };

      if (!g_file_get_contents (path, &text, &length, NULL))
        continue;

      g_test_message ("%s", path);
      reader = outlay_readers_sniff (text, MIN (length, 65536), NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (outlay_reader_id (reader), folders[i].reader));
      read_file (reader, text, length, &totals);
      g_assert_cmpuint (totals.n_faults, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/samples/%s", kinds[i].reader);

      g_test_add_data_func (path, &kinds[i], test_folder);
    }

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/samples/%s", folders[i].folder);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_clean_folder);
    }

  g_test_add_func ("/import/samples/focus-csv", test_focus);
  g_test_add_func ("/import/samples/litellm-spend-logs", test_litellm);
  return g_test_run ();
}
