/* test-record.c – records, tags and usage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/record.h"

#include <string.h>

static void
test_init (void)
{
  OutlayRecord record;

  outlay_record_init (&record);
  g_assert_cmpint (record.start, ==, OUTLAY_UNDATED);
  g_assert_cmpint (record.end, ==, OUTLAY_UNDATED);
  g_assert_cmpint (record.invoice_month, ==, OUTLAY_NO_MONTH);
  g_assert_cmpstr (record.provider, ==, "");
  g_assert_cmpstr (record.account, ==, "");
  g_assert_false (record.has_usage);
  g_assert_cmpint (record.kind, ==, OUTLAY_CHARGE_NONE);
  g_assert_true (outlay_usage_is_empty (&record.usage));
  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    {
      g_assert_cmpstr (record.field[i], ==, "");
      g_assert_null (record.name[i]);
    }
}

static void
test_tags_build (void)
{
  static const struct
  {
    const char *names[3];
    const char *values[3];
    gsize n;
    const char *tags;
  } cases[] = {
    { { NULL }, { NULL }, 0, "" },
    { { "team" }, { "core" }, 1, "team=core" },
    { { "team", "env" }, { "core", "prod" }, 2, "env=prod\nteam=core" },
    { { "env", "team" }, { "prod", "core" }, 2, "env=prod\nteam=core" },
    { { "", "team" }, { "lost", "core" }, 2, "team=core" },
    { { "a=b" }, { "c=d" }, 1, "a b=c=d" },
    { { "a\nb" }, { "c\r\nd" }, 1, "a b=c  d" },
    { { "empty" }, { "" }, 1, "empty=" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tags = outlay_tags_build (cases[i].names, cases[i].values, cases[i].n);

      g_assert_cmpstr (tags, ==, cases[i].tags);
    }
}

static void
test_tags_get (void)
{
  static const struct
  {
    const char *tags;
    const char *name;
    const char *value;
  } cases[] = {
    { "", "team", NULL },
    { "team=core", "team", "core" },
    { "team=core", "tea", NULL },
    { "team=core", "teams", NULL },
    { "team=core", "core", NULL },
    { "a=1\nteam=core\nz=2", "team", "core" },
    { "a=1\nteam=core\nz=2", "z", "2" },
    { "a=1\nteam=core\nz=2", "a", "1" },
    { "a=team=x\nteam=core", "team", "core" },
    { "a=b=c", "a", "b=c" },
    { "empty=\nz=1", "empty", "" },
    { "z=1\nzz=2", "zz", "2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = outlay_tags_get (cases[i].tags, cases[i].name);

      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

/* Whatever goes in comes out, in whatever order it went in. */
static void
test_tags_hold (void)
{
  for (guint round = 0; round < 500; round++)
    {
      const char *names[8], *values[8], *names_back[8], *values_back[8];
      g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
      gsize n = (gsize) g_test_rand_int_range (1, 9);
      g_autofree char *tags = NULL;
      g_autofree char *tags_back = NULL;

      for (gsize i = 0; i < n; i++)
        {
          char *name =
              g_strdup_printf ("n%c%" G_GSIZE_FORMAT, "-_. "[g_test_rand_int_range (0, 4)], i);
          char *value = g_strdup_printf ("=%d=", g_test_rand_int ());

          g_ptr_array_add (owned, name);
          g_ptr_array_add (owned, value);
          names[i] = names_back[n - 1 - i] = name;
          values[i] = values_back[n - 1 - i] = value;
        }

      tags = outlay_tags_build (names, values, n);
      tags_back = outlay_tags_build (names_back, values_back, n);
      g_assert_cmpstr (tags, ==, tags_back);
      for (gsize i = 0; i < n; i++)
        {
          g_autofree char *value = outlay_tags_get (tags, names[i]);

          g_assert_cmpstr (value, ==, values[i]);
        }
    }
}

static void
test_usage (void)
{
  OutlayUsage usage = { 0 };
  OutlayUsage more = { 0 };
  OutlayUsage before;

  g_assert_true (outlay_usage_is_empty (&usage));

  more.count[OUTLAY_INPUT_TOKENS] = 10;
  more.count[OUTLAY_CACHE_READ_TOKENS] = 20;
  more.count[OUTLAY_CACHE_WRITE_5M_TOKENS] = 30;
  more.count[OUTLAY_CACHE_WRITE_1H_TOKENS] = 40;
  more.count[OUTLAY_OUTPUT_TOKENS] = 5;
  more.count[OUTLAY_REASONING_TOKENS] = 3;   /* inside the output */
  more.count[OUTLAY_AUDIO_INPUT_TOKENS] = 4; /* inside the input */
  g_assert_true (outlay_usage_add (&usage, &more));
  g_assert_true (outlay_usage_add (&usage, &more));
  g_assert_cmpint (outlay_usage_prompt_tokens (&usage), ==, 200);
  g_assert_cmpint (outlay_usage_tokens (&usage), ==, 210);
  g_assert_false (outlay_usage_is_empty (&usage));

  more.count[OUTLAY_OUTPUT_TOKENS] = G_MAXINT64;
  before = usage;
  g_assert_false (outlay_usage_add (&usage, &more));
  g_assert_true (memcmp (&usage, &before, sizeof usage) == 0);

  more.count[OUTLAY_INPUT_TOKENS] = G_MAXINT64;
  g_assert_cmpint (outlay_usage_prompt_tokens (&more), ==, G_MAXINT64);
  g_assert_cmpint (outlay_usage_tokens (&more), ==, G_MAXINT64);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/record/init", test_init);
  g_test_add_func ("/core/record/tags-build", test_tags_build);
  g_test_add_func ("/core/record/tags-get", test_tags_get);
  g_test_add_func ("/core/record/tags-hold", test_tags_hold);
  g_test_add_func ("/core/record/usage", test_usage);

  return g_test_run ();
}
