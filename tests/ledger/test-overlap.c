/* test-overlap.c – hundreds of imports, undos and redos, against a second way to count
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "overlap-world.h"

#define N_STEPS 150

typedef enum
{
  KIND_PROJECTS,
  KIND_WHOLE,
  KIND_FILTERED, /* one project of all */
  KIND_HOURLY,
  KIND_RENAMED,  /* the same use under other keys */
  KIND_NAMELESS, /* one project has no name */
  N_KINDS,
} Kind;

/* One export while it is made. */
typedef struct
{
  const char *format;
  World *world;
  GRand *rand;
  Kind kind;
  gboolean with_keys;
  int from;      /* first day */
  int to;        /* behind the last */
  int stated_to; /* behind the last day that is said to be covered; 0 if nothing is said */
  File *file;
  GString *text;
} Making;

typedef struct
{
  const char *name;
  const char *header;
  gint64 input_nanos; /* of one token; of amounts 1 */
  gint64 output_nanos;
  gboolean is_bill;
  void (*write_row) (Making *making, int day, int hour, int project, int key, gint64 tokens);
  void (*write_empty) (Making *making, int day);
  char *(*name_file) (const Making *making);
} Format;

static const char *
project_of (const Making *making, int project)
{
  static const char *const names[] = { "alpha", "beta", "gamma" };

  if (making->kind == KIND_WHOLE || (making->kind == KIND_NAMELESS && project == 0))
    return "";
  return names[project];
}

static char *
key_of (const Making *making, int project, int key)
{
  if (!making->with_keys)
    return g_strdup ("");
  return g_strdup_printf ("key_%d_%d%s", project, key, making->kind == KIND_RENAMED ? "_new" : "");
}

static void
write_anthropic (Making *making, int day, int hour, int project, int key, gint64 tokens)
{
  g_autofree char *date = day_text (FIRST_DAY + day);
  g_autofree char *time = hour >= 0 ? g_strdup_printf (" %02d:00", hour) : g_strdup ("");
  g_autofree char *name = key_of (making, project, key);

  g_string_append_printf (making->text,
                          "%s%s,claude-3-5-haiku-20241022,%s,%s,%" G_GINT64_FORMAT
                          ",%" G_GINT64_FORMAT "\n",
                          date, time, name, project_of (making, project), tokens * 2 / 3,
                          tokens - tokens * 2 / 3);
}

static char *
name_anthropic (const Making *making)
{
  g_autofree char *from = day_text (FIRST_DAY + making->from);
  g_autofree char *to = day_text (FIRST_DAY + making->stated_to - 1);

  if (making->stated_to == 0)
    return g_strdup ("tokens.csv");
  g_strdelimit (from, "-", '_');
  g_strdelimit (to, "-", '_');
  return g_strdup_printf ("claude_api_tokens_%s_to_%s.csv", from, to);
}

static gint64
start_of (int day, int hour)
{
  return outlay_day_start (FIRST_DAY + day) + MAX (hour, 0) * 3600;
}

static void
write_openai (Making *making, int day, int hour, int project, int key, gint64 tokens)
{
  g_autofree char *name = key_of (making, project, key);
  gint64 start = start_of (day, hour);

  g_string_append_printf (making->text,
                          "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT
                          ",%s,1,%s,gpt-4o-mini,%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "\n",
                          start, start + (hour >= 0 ? 3600 : 86400), project_of (making, project),
                          name, tokens * 2 / 3, tokens - tokens * 2 / 3);
}

static void
write_openai_empty (Making *making, int day)
{
  g_string_append_printf (making->text, "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",,,,,,\n",
                          start_of (day, 0), start_of (day + 1, 0));
}

static char *
name_plain (const Making *making)
{
  return g_strdup ("export.csv");
}

static void
write_cost (Making *making, int day, int hour, int project, int key, gint64 tokens)
{
  g_autofree char *name = key_of (making, project, key);
  g_autofree char *amount = outlay_nanos_to_string (tokens);

  g_string_append_printf (making->text,
                          "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT
                          ",%s,usd,\"gpt-4o-mini, input\",%s,%s\n",
                          start_of (day, 0), start_of (day + 1, 0), amount, name,
                          project_of (making, project));
}

static void
write_cost_empty (Making *making, int day)
{
  g_string_append_printf (making->text, "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",,,,,\n",
                          start_of (day, 0), start_of (day + 1, 0));
}

static const Format formats[] = {
  { "anthropic-usage-csv",
    "usage_date_utc,model_version,api_key,workspace,usage_input_tokens_no_cache,"
    "usage_output_tokens\n",
    800, 4000, FALSE, write_anthropic, NULL, name_anthropic },
  { "openai-usage-csv",
    "start_time,end_time,project_id,num_model_requests,api_key_id,model,input_tokens,"
    "output_tokens\n",
    150, 600, FALSE, write_openai, write_openai_empty, name_plain },
  { "openai-cost-csv",
    "start_time,end_time,amount_value,amount_currency,line_item,api_key_id,project_id\n", 1, 1,
    TRUE, write_cost, write_cost_empty, name_plain },
};

static void
add_row (Making *making, const Format *format, int day, int hour, int project, int key, gint64 n)
{
  int scope = making->kind == KIND_WHOLE ? SCOPE_WHOLE : project + 1;
  gboolean twice = !format->is_bill && n > 10 && g_rand_int_range (making->rand, 0, 20) == 0;
  Sum *sum;

  if (making->kind == KIND_NAMELESS && project == 0)
    scope = SCOPE_NAMELESS;
  sum = sum_at (making->file, day, scope);

  for (int part = 0; part < (twice ? 2 : 1); part++)
    {
      gint64 tokens = twice ? (part == 0 ? n / 3 : n - n / 3) : n;

      format->write_row (making, day, hour, project, key, tokens);
      sum->claimed = TRUE;
      sum->input += format->is_bill ? tokens : tokens * 2 / 3;
      sum->output += format->is_bill ? 0 : tokens - tokens * 2 / 3;
    }
}

static void
write_day (Making *making, const Format *format, int day)
{
  for (int project = 0; project < N_PROJECTS; project++)
    for (int key = 0; key < N_KEYS; key++)
      {
        gint64 n = making->world->truth[day][project][key];

        if (making->kind == KIND_FILTERED && project != 1)
          continue;
        if (g_rand_int_range (making->rand, 0, 10) == 0)
          n += g_rand_int_range (making->rand, -3, 4);
        if (making->kind != KIND_HOURLY || format->is_bill)
          {
            add_row (making, format, day, -1, project, key, n);
            continue;
          }
        for (int hour = 0; hour < 3; hour++)
          add_row (making, format, day, hour, project, key, n / 4);
        add_row (making, format, day, 3, project, key, n - n / 4 * 3);
      }
}

/* Days without rows are claimed by each scope that the file names. */
static void
claim_days (const Making *making, int first, int last)
{
  for (int scope = SCOPE_NAMELESS; scope <= N_PROJECTS; scope++)
    {
      gboolean is_named = FALSE;

      for (int day = 0; day < N_DAYS; day++)
        is_named |= sum_at (making->file, day, scope)->claimed;
      for (int day = first; day <= last && is_named; day++)
        sum_at (making->file, day, scope)->claimed = TRUE;
    }
}

static File *
make_file (World *world, GRand *rand, const Format *format)
{
  Making making = { .world = world,
                    .rand = rand,
                    .kind = (Kind) g_rand_int_range (rand, 0, N_KINDS) };
  gboolean gaps = g_rand_int_range (rand, 0, 3) == 0;
  int first = -1;
  int last = -1;

  making.file = g_new0 (File, 1);
  making.text = g_string_new (format->header);
  making.with_keys = making.kind == KIND_RENAMED || g_rand_int_range (rand, 0, 3) > 0;
  making.from = g_rand_int_range (rand, 0, 31);
  making.to = making.from + g_rand_int_range (rand, 1, 13);
  making.to = MIN (N_DAYS, making.to);
  if (g_rand_boolean (rand))
    making.stated_to = making.to + g_rand_int_range (rand, 0, 3);
  making.stated_to = MIN (N_DAYS, making.stated_to);

  for (int day = making.from; day < making.to; day++)
    {
      if (day > making.from && gaps && g_rand_int_range (rand, 0, 3) == 0)
        continue;
      write_day (&making, format, day);
      first = first < 0 ? day : first;
      last = day;
    }
  for (int day = making.from; day < making.stated_to && format->write_empty != NULL; day++)
    format->write_empty (&making, day);

  claim_days (&making, first, MAX (last, making.stated_to - 1));
  making.file->running = MAX (last, making.stated_to - 1);
  making.file->grain =
      1u << OUTLAY_FIELD_MODEL | (format->is_bill ? 1u << OUTLAY_FIELD_LINE_ITEM : 0);
  if (making.with_keys)
    making.file->grain |= 1u << OUTLAY_FIELD_KEY;
  if (making.kind != KIND_WHOLE)
    making.file->grain |= 1u << OUTLAY_FIELD_PROJECT;
  making.file->name = format->name_file (&making);
  making.file->text = g_string_free (making.text, FALSE);
  return making.file;
}

static File *
find_active (World *world, const char *text)
{
  for (guint i = 0; i < world->n_files; i++)
    if (world->files[i]->active && g_str_equal (world->files[i]->text, text))
      return world->files[i];

  return NULL;
}

static void
assert_adds_up (const OutlayImported *imported)
{
  g_assert_cmpint (imported->rows, ==,
                   imported->new_rows + imported->duplicate_rows + imported->changed_rows +
                       imported->rejected_rows + imported->skipped_rows);
}

/* New to the world, or again what is in, or was. */
static void
step_import (Fixture *fixture, World *world, File *file)
{
  const File *holder = find_active (world, file->text);
  OutlayImported *imported = import_text (fixture, file->name, file->text);

  assert_adds_up (imported);
  if (holder != NULL)
    {
      g_assert_cmpint (imported->batch, ==, holder->batch);
      g_assert_cmpint (imported->duplicate_rows, ==, imported->rows);
    }
  else
    {
      File *copy = g_memdup2 (file, sizeof *file);

      copy->name = g_strdup (file->name);
      copy->text = g_strdup (file->text);
      copy->batch = imported->batch;
      copy->active = TRUE;
      world->files[world->n_files++] = copy;
    }
  outlay_imported_free (imported);
}

static void
step_flip (Fixture *fixture, World *world, File *file)
{
  g_autoptr (GError) error = NULL;

  if (file->active)
    undo (fixture, file->batch);
  else if (find_active (world, file->text) == NULL)
    redo (fixture, file->batch);
  else
    {
      g_assert_false (outlay_ledger_redo_import (fixture->ledger, file->batch, &error));
      g_assert_nonnull (error);
      return;
    }
  file->active = !file->active;
}

static void
compare_days (Fixture *fixture, const World *world, const Format *format)
{
  g_autoptr (OutlaySpend) spend = ask_spend (fixture, "day");
  guint at = 0;

  for (int day = 0; day < N_DAYS; day++)
    {
      g_autofree char *text = day_text (FIRST_DAY + day);
      const OutlaySpendRow *row = at < spend->rows->len ? spend->rows->pdata[at] : NULL;
      Sum want;

      count_day (world, day, &want);
      if (weight_of (&want) == 0)
        continue;

      g_assert_nonnull (row);
      g_assert_cmpstr (row->values[0], ==, text);
      g_assert_cmpint (row->sums.cost_nanos, ==,
                       want.input * format->input_nanos + want.output * format->output_nanos);
      if (!format->is_bill)
        {
          g_assert_cmpint (row->sums.usage.count[OUTLAY_INPUT_TOKENS], ==, want.input);
          g_assert_cmpint (row->sums.usage.count[OUTLAY_OUTPUT_TOKENS], ==, want.output);
        }
      at++;
    }
  g_assert_cmpuint (spend->rows->len, ==, at);
}

static void
test_buckets (Fixture *fixture, gconstpointer data)
{
  const Format *format = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree World *world = g_new0 (World, 1);

  make_truth (world, rand);
  for (guint step = 0; step < N_STEPS; step++)
    {
      gint32 dice = g_rand_int_range (rand, 0, 100);
      File *known = world->n_files > 0
                        ? world->files[g_rand_int_range (rand, 0, (gint32) world->n_files)]
                        : NULL;

      g_test_message ("step %u", step);
      if (world->n_files > 6 && dice < 45)
        step_flip (fixture, world, known);
      else if (world->n_files > 6 && dice < 55)
        step_import (fixture, world, known);
      else
        {
          File *file = make_file (world, rand, format);

          step_import (fixture, world, file);
          g_free (file->name);
          g_free (file->text);
          g_free (file);
        }

      compare_days (fixture, world, format);
      assert_clean (fixture);
    }
  free_world (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/overlap/", formats[i].name, NULL);

      g_test_add (path, Fixture, &formats[i], set_up_imports, test_buckets, tear_down);
    }

  return g_test_run ();
}
