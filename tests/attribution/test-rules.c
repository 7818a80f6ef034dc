/* test-rules.c – priorities, shares and validity
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "attribution/rules.h"

#include <string.h>

#define ALWAYS_FROM G_MININT32
#define ALWAYS_TO G_MAXINT32

typedef struct
{
  gint64 id;
  gint64 feature;
  gint32 percent;
  gint32 priority;
  gint32 from;
  gint32 to;
  const char *match;
} Rule;

static void
add_rule (GPtrArray *rules, const Rule *stated)
{
  OutlayAttributionRule *rule = outlay_attribution_rule_new ();
  g_auto (GStrv) matches = g_strsplit (stated->match, " ", -1);

  rule->id = stated->id;
  rule->feature = stated->feature;
  rule->share = stated->percent * (OUTLAY_SHARE_WHOLE / 100);
  rule->priority = stated->priority;
  rule->valid_from = stated->from;
  rule->valid_to = stated->to;
  for (guint i = 0; matches[i] != NULL; i++)
    g_ptr_array_add (rule->matches, outlay_match_parse (matches[i], NULL));
  g_ptr_array_add (rules, rule);
}

static GPtrArray *
make_rules (const Rule *stated, gsize n)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_attribution_rule_free);

  for (gsize i = 0; i < n && stated[i].id != 0; i++)
    add_rule (rules, &stated[i]);

  return rules;
}

/* As "from..to:feature=percent+feature=percent; …", the far ends left out. */
static char *
describe (GPtrArray *segments)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < segments->len; i++)
    {
      const OutlayShares *segment = segments->pdata[i];

      g_string_append (text, i > 0 ? "; " : "");
      if (segment->from != G_MININT32)
        g_string_append_printf (text, "%d", segment->from);
      g_string_append (text, "..");
      if (segment->to != G_MAXINT32)
        g_string_append_printf (text, "%d", segment->to);
      for (gsize j = 0; j < segment->n_shares; j++)
        g_string_append_printf (text, "%c%" G_GINT64_FORMAT "=%d", j == 0 ? ':' : '+',
                                segment->shares[j].feature,
                                segment->shares[j].share / (OUTLAY_SHARE_WHOLE / 100));
    }

  return g_string_free (text, FALSE);
}

static const OutlaySubject subject = {
  .value = { [OUTLAY_MATCH_PROVIDER] = "openai",
             [OUTLAY_MATCH_PROJECT] = "search",
             [OUTLAY_MATCH_MODEL] = "gpt-4o" },
};

static void
test_attribute (void)
{
  static const struct
  {
    const char *what;
    Rule rules[5];
    const char *shares;
  } cases[] = {
    { "no rule", { { 0 } }, "..:0=100" },
    { "no match", { { 1, 7, 100, 0, ALWAYS_FROM, ALWAYS_TO, "project=other" } }, "..:0=100" },
    { "one", { { 1, 7, 100, 0, ALWAYS_FROM, ALWAYS_TO, "project=search" } }, "..:7=100" },
    { "all matches are needed",
      { { 1, 7, 100, 0, ALWAYS_FROM, ALWAYS_TO, "project=search model=claude*" },
        { 2, 8, 100, 0, ALWAYS_FROM, ALWAYS_TO, "project=search model=gpt*" } },
      "..:8=100" },
    { "the lower priority number comes first, whatever the id",
      { { 1, 7, 100, 5, ALWAYS_FROM, ALWAYS_TO, "project=*" },
        { 2, 8, 100, 1, ALWAYS_FROM, ALWAYS_TO, "project=*" } },
      "..:8=100" },
    { "of equals at 100 % the first takes all",
      { { 9, 7, 100, 0, ALWAYS_FROM, ALWAYS_TO, "project=*" },
        { 2, 8, 100, 0, ALWAYS_FROM, ALWAYS_TO, "model=*" } },
      "..:8=100" },
    { "equals share",
      { { 1, 7, 60, 0, ALWAYS_FROM, ALWAYS_TO, "project=search" },
        { 2, 8, 40, 0, ALWAYS_FROM, ALWAYS_TO, "project=search" } },
      "..:7=60+8=40" },
    { "what is left is Unallocated",
      { { 1, 7, 60, 0, ALWAYS_FROM, ALWAYS_TO, "project=search" },
        { 2, 8, 30, 0, ALWAYS_FROM, ALWAYS_TO, "project=search" } },
      "..:7=60+8=30+0=10" },
    { "… and not the next priority's",
      { { 1, 7, 60, 0, ALWAYS_FROM, ALWAYS_TO, "project=search" },
        { 2, 8, 100, 1, ALWAYS_FROM, ALWAYS_TO, "project=search" } },
      "..:7=60+0=40" },
    { "beyond 100 % the last gets what is left",
      { { 1, 7, 60, 0, ALWAYS_FROM, ALWAYS_TO, "project=search" },
        { 2, 8, 30, 0, ALWAYS_FROM, ALWAYS_TO, "model=*" },
        { 3, 9, 50, 0, ALWAYS_FROM, ALWAYS_TO, "provider=*" },
        { 4, 5, 50, 0, ALWAYS_FROM, ALWAYS_TO, "provider=*" } },
      "..:7=60+8=30+9=10" },
    { "shares of one feature are one",
      { { 1, 7, 30, 0, ALWAYS_FROM, ALWAYS_TO, "project=search" },
        { 2, 8, 30, 0, ALWAYS_FROM, ALWAYS_TO, "model=*" },
        { 3, 7, 30, 0, ALWAYS_FROM, ALWAYS_TO, "provider=*" } },
      "..:7=60+8=30+0=10" },
    { "a rule can keep spend Unallocated",
      { { 1, 0, 70, 0, ALWAYS_FROM, ALWAYS_TO, "project=search" },
        { 2, 8, 60, 0, ALWAYS_FROM, ALWAYS_TO, "project=search" } },
      "..:8=30+0=70" },
    { "validity begins",
      { { 1, 7, 100, 0, 100, ALWAYS_TO, "project=search" } },
      "..99:0=100; 100..:7=100" },
    { "validity ends",
      { { 1, 7, 100, 0, ALWAYS_FROM, 100, "project=search" } },
      "..100:7=100; 101..:0=100" },
    { "a later rule steps in where the first is not valid",
      { { 1, 7, 100, 0, 100, 199, "project=search" },
        { 2, 8, 100, 1, 150, ALWAYS_TO, "project=search" } },
      "..99:0=100; 100..199:7=100; 200..:8=100" },
    { "equals share where both are valid",
      { { 1, 7, 50, 0, 100, 199, "project=search" }, { 2, 8, 50, 0, 150, 249, "project=search" } },
      "..99:0=100; 100..149:7=50+0=50; 150..199:7=50+8=50; 200..249:8=50+0=50; 250..:0=100" },
    { "neighbours that are alike are one",
      { { 1, 7, 100, 0, 100, 149, "project=search" }, { 2, 7, 100, 0, 150, 199, "model=*" } },
      "..99:0=100; 100..199:7=100; 200..:0=100" },
    { "a rule that is never valid", { { 1, 7, 100, 0, 200, 100, "project=search" } }, "..:0=100" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rules = make_rules (cases[i].rules, G_N_ELEMENTS (cases[i].rules));
      g_autoptr (GPtrArray) segments = outlay_attribute (rules, &subject);
      g_autofree char *shares = describe (segments);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (shares, ==, cases[i].shares);
    }
}

static GPtrArray *
make_random_rules (void)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_attribution_rule_free);
  gint32 n = g_test_rand_int_range (0, 9);

  for (gint32 i = 0; i < n; i++)
    {
      Rule rule = {
        .id = g_test_rand_int_range (1, 1000),
        .feature = g_test_rand_int_range (0, 5),
        .percent = g_test_rand_int_range (1, 101),
        .priority = g_test_rand_int_range (0, 3),
        .from = g_test_rand_bit () ? ALWAYS_FROM : g_test_rand_int_range (0, 20),
        .to = g_test_rand_bit () ? ALWAYS_TO : g_test_rand_int_range (5, 30),
        .match = g_test_rand_int_range (0, 4) > 0 ? "project=search" : "project=other",
      };

      add_rule (rules, &rule);
    }

  return rules;
}

/* What a feature gets on a day, straight from the sentence that the header states. */
static gint32
share_by_hand (GPtrArray *rules, gint64 feature, gint32 day)
{
  g_autofree gboolean *done = g_new0 (gboolean, rules->len + 1);
  const OutlayAttributionRule *first = NULL;
  gint32 left = OUTLAY_SHARE_WHOLE;
  gint32 share = 0;

  while (TRUE)
    {
      const OutlayAttributionRule *best = NULL;
      guint place = 0;

      for (guint i = 0; i < rules->len; i++)
        {
          const OutlayAttributionRule *rule = rules->pdata[i];
          const OutlayMatch *match = rule->matches->pdata[0];

          if (done[i] || day < rule->valid_from || day > rule->valid_to ||
              strcmp (match->glob, "search") != 0)
            continue;
          if (best == NULL || rule->priority < best->priority ||
              (rule->priority == best->priority && rule->id < best->id))
            {
              best = rule;
              place = i;
            }
        }

      if (best == NULL || (first != NULL && best->priority != first->priority))
        break;

      first = first != NULL ? first : best;
      done[place] = TRUE;
      share += best->feature == feature ? MIN (best->share, left) : 0;
      left -= MIN (best->share, left);
    }

  return share + (feature == 0 ? left : 0);
}

static gint32
share_in (GPtrArray *segments, gint64 feature, gint32 day)
{
  for (guint i = 0; i < segments->len; i++)
    {
      const OutlayShares *segment = segments->pdata[i];

      for (gsize j = 0; j < segment->n_shares; j++)
        if (day >= segment->from && day <= segment->to && segment->shares[j].feature == feature)
          return segment->shares[j].share;
    }

  return 0;
}

static void
test_attribute_holds (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GPtrArray) rules = make_random_rules ();
      g_autoptr (GPtrArray) segments = NULL;
      gint64 next = G_MININT32;

      /* Equal ids have no order that a test could ask for. */
      for (guint i = 0; i < rules->len; i++)
        ((OutlayAttributionRule *) rules->pdata[i])->id += 1000 * (gint64) i;
      segments = outlay_attribute (rules, &subject);

      for (guint i = 0; i < segments->len; i++)
        {
          const OutlayShares *segment = segments->pdata[i];
          gint32 sum = 0;

          g_assert_cmpint (segment->from, ==, next);
          g_assert_cmpint (segment->to, >=, segment->from);
          next = (gint64) segment->to + 1;
          for (gsize j = 0; j < segment->n_shares; j++)
            {
              sum += segment->shares[j].share;
              g_assert_cmpint (segment->shares[j].share, >, 0);
              g_assert_true (segment->shares[j].feature != 0 || j + 1 == segment->n_shares);
            }
          g_assert_cmpint (sum, ==, OUTLAY_SHARE_WHOLE);
        }
      g_assert_cmpint (next, ==, (gint64) G_MAXINT32 + 1);

      for (gint32 day = -2; day < 35; day++)
        for (gint64 feature = 0; feature < 5; feature++)
          g_assert_cmpint (share_in (segments, feature, day), ==,
                           share_by_hand (rules, feature, day));
    }
}

static void
test_check_shares (void)
{
  static const struct
  {
    const char *what;
    Rule rules[4];
    const char *part; /* of the message; NULL if there is nothing wrong */
  } cases[] = {
    { "none", { { 0 } }, NULL },
    { "exactly 100 %",
      { { 1, 7, 60, 0, ALWAYS_FROM, ALWAYS_TO, "project=a" },
        { 2, 8, 40, 0, ALWAYS_FROM, ALWAYS_TO, "project=a" } },
      NULL },
    { "more",
      { { 1, 7, 60, 0, ALWAYS_FROM, ALWAYS_TO, "project=a" },
        { 2, 8, 41, 0, ALWAYS_FROM, ALWAYS_TO, "project=a" } },
      "project=a share out 101 %" },
    { "the order of the matches is no matter",
      { { 1, 7, 60, 0, ALWAYS_FROM, ALWAYS_TO, "project=a model=b" },
        { 2, 8, 60, 0, ALWAYS_FROM, ALWAYS_TO, "model=b project=a" } },
      "120 %" },
    { "nor is one said twice",
      { { 1, 7, 60, 0, ALWAYS_FROM, ALWAYS_TO, "project=a project=a" },
        { 2, 8, 60, 0, ALWAYS_FROM, ALWAYS_TO, "project=a" } },
      "120 %" },
    { "other matches are other spend",
      { { 1, 7, 60, 0, ALWAYS_FROM, ALWAYS_TO, "project=a" },
        { 2, 8, 60, 0, ALWAYS_FROM, ALWAYS_TO, "project=b" } },
      NULL },
    { "another priority never meets it",
      { { 1, 7, 60, 0, ALWAYS_FROM, ALWAYS_TO, "project=a" },
        { 2, 8, 60, 1, ALWAYS_FROM, ALWAYS_TO, "project=a" } },
      NULL },
    { "one after the other",
      { { 1, 7, 60, 0, ALWAYS_FROM, 99, "project=a" },
        { 2, 8, 60, 0, 100, ALWAYS_TO, "project=a" } },
      NULL },
    { "together for a day",
      { { 1, 7, 60, 0, ALWAYS_FROM, 100, "project=a" },
        { 2, 8, 60, 0, 100, ALWAYS_TO, "project=a" } },
      "120 % from 1970-04-11" },
    { "pairs that overlap, but never all three",
      { { 1, 7, 40, 0, 0, 100, "project=a" },
        { 2, 8, 40, 0, 50, 200, "project=a" },
        { 3, 9, 60, 0, 101, 300, "project=a" } },
      NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rules = make_rules (cases[i].rules, G_N_ELEMENTS (cases[i].rules));
      g_autoptr (GError) error = NULL;
      gboolean good = outlay_attribution_check_shares (rules, &error);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (good, ==, cases[i].part == NULL);
      if (cases[i].part == NULL)
        {
          g_assert_no_error (error);
          continue;
        }

      g_assert_error (error, OUTLAY_RULE_ERROR, OUTLAY_RULE_ERROR_SHARES);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attribution/rules/attribute", test_attribute);
  g_test_add_func ("/attribution/rules/attribute-holds", test_attribute_holds);
  g_test_add_func ("/attribution/rules/check-shares", test_check_shares);

  return g_test_run ();
}
