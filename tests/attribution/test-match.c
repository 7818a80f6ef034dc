/* test-match.c – globs, and what they are held against
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "attribution/rules.h"

#include <string.h>

static void
test_glob (void)
{
  static const struct
  {
    const char *glob;
    const char *text;
    gboolean fits;
  } cases[] = {
    { "", "", TRUE },
    { "", "a", FALSE },
    { "*", "", TRUE },
    { "**", "", TRUE },
    { "*", "anything at all", TRUE },
    { "?", "", FALSE },
    { "?", "a", TRUE },
    { "?", "é", TRUE }, /* a character, not a byte */
    { "??", "é", FALSE },
    { "?", "🙂", TRUE },
    { "gpt-4o", "gpt-4o", TRUE },
    { "gpt-4o", "gpt-4o-mini", FALSE },
    { "gpt-4o*", "gpt-4o-mini", TRUE },
    { "*mini", "gpt-4o-mini", TRUE },
    { "*4o*", "gpt-4o-mini", TRUE },
    { "GPT*", "gpt-4o", FALSE },
    { "a*b*c", "abc", TRUE },
    { "a*b*c", "aXbXbXc", TRUE },
    { "a*b*c", "acb", FALSE },
    { "*ab", "aab", TRUE },
    { "*aab", "aaaab", TRUE },
    { "a?c", "abc", TRUE },
    { "a?c", "ac", FALSE },
    { "*?", "", FALSE },
    { "*?", "x", TRUE },
    { "?*?", "x", FALSE },
    { "search-*-prod", "search-eu-prod", TRUE },
    { "search-*-prod", "search-prod", FALSE },
    { "*é", "caffé", TRUE },
    { "*é", "caffè", FALSE }, /* both begin with the same byte */
    { "[a]", "a", FALSE },    /* brackets are plain */
    { "[a]", "[a]", TRUE },
    { "\\*", "*", FALSE },
    { "a.b", "axb", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s” on “%s”", cases[i].glob, cases[i].text);
      g_assert_cmpint (outlay_glob_test (cases[i].glob, cases[i].text), ==, cases[i].fits);
    }
}

/* The plain definition, in time that may explode: an oracle for short texts. */
static gboolean
fits_slowly (const char *glob, const char *text)
{
  if (*glob == '\0')
    return *text == '\0';
  if (*glob == '*')
    return fits_slowly (glob + 1, text) || (*text != '\0' && fits_slowly (glob, text + 1));

  return *text != '\0' && (*glob == '?' || *glob == *text) && fits_slowly (glob + 1, text + 1);
}

static void
test_glob_holds (void)
{
  for (guint round = 0; round < 50000; round++)
    {
      char glob[8] = "";
      char text[10] = "";

      for (gsize i = 0; i < (gsize) g_test_rand_int_range (0, 7); i++)
        glob[i] = "ab*?"[g_test_rand_int_range (0, 4)];
      for (gsize i = 0; i < (gsize) g_test_rand_int_range (0, 9); i++)
        text[i] = "ab"[g_test_rand_int_range (0, 2)];

      g_assert_cmpint (outlay_glob_test (glob, text), ==, fits_slowly (glob, text));
    }
}

/* A glob of many stars takes no time that explodes, and broken text no step too far. */
static void
test_glob_hostile (void)
{
  g_autofree char *text = g_strnfill (20000, 'a');
  g_autofree char *glob = g_strdup ("a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b");

  g_assert_false (outlay_glob_test (glob, text));
  g_assert_true (outlay_glob_test ("?", "\xf0"));
  g_assert_false (outlay_glob_test ("\xf0", "a"));
  g_assert_false (outlay_glob_test ("\xc3", "\xc3\xa9"));
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    OutlayMatchField field;
    const char *tag;
    const char *glob;
  } cases[] = {
    { "provider=openai", OUTLAY_MATCH_PROVIDER, NULL, "openai" },
    { "account=*", OUTLAY_MATCH_ACCOUNT, NULL, "*" },
    { "project=search-*", OUTLAY_MATCH_PROJECT, NULL, "search-*" },
    { "key=k=v", OUTLAY_MATCH_KEY, NULL, "k=v" },
    { "user=", OUTLAY_MATCH_USER, NULL, "" },
    { "model=gpt-?o", OUTLAY_MATCH_MODEL, NULL, "gpt-?o" },
    { "tag.team=core", OUTLAY_MATCH_TAG, "team", "core" },
    { "tag.a.b=c", OUTLAY_MATCH_TAG, "a.b", "c" },
    { "line-item=Web *", OUTLAY_MATCH_LINE_ITEM, NULL, "Web *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OutlayMatch) match = outlay_match_parse (cases[i].text, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (match->field, ==, cases[i].field);
      g_assert_cmpstr (match->tag, ==, cases[i].tag);
      g_assert_cmpstr (match->glob, ==, cases[i].glob);
      text = outlay_match_to_string (match);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_parse_refuses (void)
{
  static const char *const cases[] = {
    "",       "project",     "=x",         "Project=x",  "projects=x", "tag=x",
    "tag.=x", "line_item=x", " project=x", "project =x", "tag",        "feature=x",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("refusing “%s”", cases[i]);
      g_assert_null (outlay_match_parse (cases[i], &error));
      g_assert_error (error, OUTLAY_RULE_ERROR, OUTLAY_RULE_ERROR_MATCH);
      g_assert_nonnull (strstr (error->message, "provider, account, project, key, user, model, "
                                                "tag.NAME, line-item"));
    }

  {
    g_autoptr (GError) error = NULL;

    g_assert_null (outlay_match_parse ("project=\xff", &error));
    g_assert_error (error, OUTLAY_RULE_ERROR, OUTLAY_RULE_ERROR_MATCH);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  }
}

static void
test_subject (void)
{
  static const struct
  {
    const char *match;
    gboolean fits;
  } cases[] = {
    { "provider=openai", TRUE },
    { "project=proj_1", TRUE },  /* the id … */
    { "project=Search", TRUE },  /* … or the name */
    { "project=search", FALSE }, /* case counts */
    { "key=*", TRUE },           /* what the file does not say is "" */
    { "key=", TRUE },
    { "key=?*", FALSE },
    { "account=", TRUE },
    { "tag.team=core", TRUE },
    { "tag.team=*", TRUE },
    { "tag.env=*", FALSE }, /* a tag that is not there fits nothing */
    { "tag.empty=", TRUE },
    { "tag.core=*", FALSE },
  };
  const OutlaySubject subject = {
    .value = { [OUTLAY_MATCH_PROVIDER] = "openai",
               [OUTLAY_MATCH_PROJECT] = "proj_1",
               [OUTLAY_MATCH_KEY] = "",
               [OUTLAY_MATCH_TAG] = "empty=\nteam=core" },
    .name = { [OUTLAY_MATCH_PROJECT] = "Search" },
  };
  const OutlaySubject bare = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayMatch) match = outlay_match_parse (cases[i].match, NULL);

      g_test_message ("%s", cases[i].match);
      g_assert_cmpint (outlay_match_test (match, &subject), ==, cases[i].fits);
    }

  {
    g_autoptr (OutlayMatch) match = outlay_match_parse ("tag.team=*", NULL);

    g_assert_false (outlay_match_test (match, &bare));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attribution/match/glob", test_glob);
  g_test_add_func ("/attribution/match/glob-holds", test_glob_holds);
  g_test_add_func ("/attribution/match/glob-hostile", test_glob_hostile);
  g_test_add_func ("/attribution/match/parse", test_parse);
  g_test_add_func ("/attribution/match/parse-refuses", test_parse_refuses);
  g_test_add_func ("/attribution/match/subject", test_subject);

  return g_test_run ();
}
