/* test-suggest.c – features from the names of keys, projects and tags
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/suggest.h"

typedef struct
{
  const char *name;
  const char *feature; /* NULL: it speaks of none */
} Row;

static const Row rows[] = {
  { "support-chat-prod", "Support chat" },
  { "prod/support_chat", "Support chat" },
  { "SupportChat", "Support chat" },
  { "SUPPORT-CHAT", "Support chat" },
  { "svc-search", "Search" },
  { "search.v2.eu-west-1", "Search" },
  { "Team Search", "Search" },
  { "translation", "Translation" },
  { "proj_9f3Kx81Lm2", NULL },
  { "sk-proj-4fT92aLq81", NULL },
  { "default", NULL },
  { "prod", NULL },
  { "12345", NULL },
  { "anna@example.org", NULL },
  { "", NULL },
  { "deadbeefdeadbeef", NULL },
  { "the quick brown fox jumps over a dog", NULL },
  { "übersetzung-prod", "Übersetzung" },
  { "\xff\xfe", NULL },
  { NULL, NULL },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *feature = outlay_suggest_feature_name (rows[i].name);

      g_assert_cmpstr (feature, ==, rows[i].feature);
    }
}

static void
test_groups (void)
{
  static const char *const names[] = { "search-prod", "support-chat-prod", "Search (dev)",
                                       "proj_9f3Kx81Lm2", "support_chat_staging" };
  static const char *const known[] = { "Summaries", "support chat", NULL };
  g_autoptr (GPtrArray) suggestions = outlay_suggest_features (names, G_N_ELEMENTS (names), known);
  const OutlaySuggestion *search, *chat;

  g_assert_cmpuint (suggestions->len, ==, 2);
  search = suggestions->pdata[0];
  g_assert_cmpstr (search->feature, ==, "Search");
  g_assert_false (search->is_known);
  g_assert_cmpuint (search->names->len, ==, 2);
  g_assert_cmpuint (g_array_index (search->names, guint, 1), ==, 2);

  chat = suggestions->pdata[1];
  g_assert_cmpstr (chat->feature, ==, "support chat"); /* as it is written there */
  g_assert_true (chat->is_known);
  g_assert_cmpuint (chat->names->len, ==, 2);
  g_assert_cmpuint (g_array_index (chat->names, guint, 0), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/suggest/names", test_names);
  g_test_add_func ("/ledger/suggest/groups", test_groups);
  return g_test_run ();
}
