/* rules.c – outlay-cli rule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/rules.h"
#include "cli/arguments.h"
#include "cli/output.h"
#include "core/decimal.h"
#include "report/json-text.h"

#include <glib/gi18n.h>

#define SHARE_DECIMALS 4 /* of a percentage */

static void
add_day (cJSON *line, const char *key, gint32 day)
{
  outlay_json_add_day (line, key, day == G_MAXINT32 ? G_MININT32 : day);
}

static void
print_rules_json (GPtrArray *rules)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  cJSON *lines = cJSON_AddArrayToObject (document, "rules");

  for (guint i = 0; i < rules->len; i++)
    {
      const OutlayLedgerRule *rule = rules->pdata[i];
      g_autofree char *share = outlay_decimal_to_string (rule->share, SHARE_DECIMALS);
      cJSON *line = cJSON_CreateObject ();

      cJSON_AddItemToArray (lines, line);
      outlay_json_add_count (line, "id", TRUE, rule->id);
      outlay_json_add_text (line, "feature", rule->feature);
      cJSON_AddRawToObject (line, "share", share);
      outlay_json_add_count (line, "priority", TRUE, rule->priority);
      add_day (line, "valid_from", rule->valid_from);
      add_day (line, "valid_to", rule->valid_to);
      cJSON_AddItemToObject (line, "match",
                             cJSON_CreateStringArray ((const char *const *) rule->matches,
                                                      (int) g_strv_length (rule->matches)));
    }

  outlay_print_json (document);
}

static void
print_rules (GPtrArray *rules)
{
  g_autoptr (OutlayTable) table =
      outlay_table_new ("rrlrlll", _ ("Rule"), _ ("Priority"), _ ("Feature"), _ ("Share"),
                        _ ("From"), _ ("To"), _ ("Match"), NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      const OutlayLedgerRule *rule = rules->pdata[i];
      g_autofree char *share = outlay_decimal_to_string (rule->share, SHARE_DECIMALS);

      outlay_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, rule->id));
      outlay_table_take (table, g_strdup_printf ("%d", rule->priority));
      outlay_table_add (table, rule->feature);
      outlay_table_take (table, g_strdup_printf ("%s %%", share));
      outlay_table_take (table, rule->valid_from == G_MININT32
                                    ? g_strdup ("–")
                                    : outlay_day_to_string (rule->valid_from));
      outlay_table_take (table, rule->valid_to == G_MAXINT32
                                    ? g_strdup ("–")
                                    : outlay_day_to_string (rule->valid_to));
      outlay_table_take (table, g_strjoinv (" ", rule->matches));
    }

  if (outlay_table_n_rows (table) > 0)
    outlay_table_print (table);
}

static OutlayExit
run_list (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 0, 0))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  rules = outlay_ledger_list_rules (ledger, &error);
  if (rules == NULL)
    return outlay_cli_fail (error);

  if (cli->json)
    print_rules_json (rules);
  else
    print_rules (rules);

  return OUTLAY_EXIT_DONE;
}

typedef struct
{
  char *feature;
  char *share;
  char *priority;
  char *valid_from;
  char *valid_to;
  char **matches;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->feature);
  g_free (options->share);
  g_free (options->priority);
  g_free (options->valid_from);
  g_free (options->valid_to);
  g_strfreev (options->matches);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
parse_options (OutlayCli *cli, int *argc, char ***argv, Options *options)
{
  const GOptionEntry entries[] = {
    { "feature", 0, 0, G_OPTION_ARG_FILENAME, &options->feature, N_ ("Whose spend it is"),
      N_ ("NAME") },
    { "share", 0, 0, G_OPTION_ARG_FILENAME, &options->share,
      N_ ("How much of it, up to four decimals; all if left out"), N_ ("PERCENT") },
    { "priority", 0, 0, G_OPTION_ARG_FILENAME, &options->priority,
      N_ ("The lower comes first; 0 if left out"), N_ ("NUMBER") },
    { "valid-from", 0, 0, G_OPTION_ARG_FILENAME, &options->valid_from, N_ ("First day"),
      N_ ("DAY") },
    { "valid-to", 0, 0, G_OPTION_ARG_FILENAME, &options->valid_to, N_ ("Last day"), N_ ("DAY") },
    { "match", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->matches,
      N_ ("What it takes; may be repeated, and then all have to match. FIELD is provider, account, "
          "project, key, user, model, tag.NAME or line-item"),
      N_ ("FIELD=GLOB") },
    G_OPTION_ENTRY_NULL
  };

  return outlay_cli_parse (cli, entries, argc, argv, 0, 0);
}

static gboolean
read_rule (const Options *options, OutlayLedgerRule *rule)
{
  gint64 priority = 0;

  if (!outlay_argument_is_text ("--feature", options->feature) ||
      (options->share != NULL &&
       !outlay_argument_share ("--share", options->share, &rule->share)) ||
      (options->priority != NULL && !outlay_argument_integer ("--priority", options->priority,
                                                              G_MININT32, G_MAXINT32, &priority)) ||
      (options->valid_from != NULL &&
       !outlay_argument_day ("--valid-from", options->valid_from, &rule->valid_from)) ||
      (options->valid_to != NULL &&
       !outlay_argument_day ("--valid-to", options->valid_to, &rule->valid_to)))
    return FALSE;

  if (options->matches == NULL)
    {
      outlay_cli_misuse (_ ("--match is missing. Say what the rule takes, as project=search-*."));
      return FALSE;
    }

  rule->feature = options->feature;
  rule->matches = options->matches;
  rule->priority = (gint32) priority;
  return TRUE;
}

static void
print_id (OutlayCli *cli, gint64 id)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();

  outlay_json_add_count (document, "id", TRUE, id);
  if (cli->json)
    outlay_print_json (document);
  else
    g_print ("%" G_GINT64_FORMAT "\n", id);
}

static OutlayExit
run_add (OutlayCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  OutlayLedgerRule rule = { .share = 1000000, .valid_from = G_MININT32, .valid_to = G_MAXINT32 };
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  gint64 id;

  if (!parse_options (cli, &argc, &argv, &options) || !read_rule (&options, &rule))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_add_rule (ledger, &rule, &id, &error))
    return outlay_cli_fail (error);

  print_id (cli, id);
  return OUTLAY_EXIT_DONE;
}

static OutlayExit
run_remove (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  gint64 id;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 1, 1) ||
      !outlay_argument_count (_ ("ID"), argv[1], &id))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_remove_rule (ledger, id, &error))
    return outlay_cli_fail (error);

  return OUTLAY_EXIT_DONE;
}

static const OutlayCliCommand commands[] = {
  { "list", run_list, "", N_ ("Lists the rules in the order they are tried") },
  { "add", run_add, N_ ("--feature NAME --match FIELD=GLOB …"), N_ ("Adds a rule") },
  { "remove", run_remove, N_ ("ID"), N_ ("Removes a rule") },
};

/**
 * outlay_cli_run_rule:
 *
 * `rule list | add | remove`
 */
OutlayExit
outlay_cli_run_rule (OutlayCli *cli, int argc, char **argv)
{
  return outlay_cli_run_table (cli, commands, G_N_ELEMENTS (commands), argc, argv);
}
