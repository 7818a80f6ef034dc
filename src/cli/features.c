/* features.c – outlay-cli feature
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/arguments.h"
#include "cli/output.h"
#include "ledger/feature.h"
#include "ledger/plans.h"
#include "report/json-text.h"

#include <glib/gi18n.h>

static const char *
name_parent (const OutlaySnapshot *plans, const OutlayFeature *feature)
{
  return feature->parent >= 0 ? plans->features[feature->parent].name : NULL;
}

static const char *
none_if_empty (const char *text)
{
  return text[0] != '\0' ? text : NULL;
}

static void
print_features_json (const OutlaySnapshot *plans)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  cJSON *lines = cJSON_AddArrayToObject (document, "features");

  for (gsize i = 1; i < plans->n_features; i++)
    {
      const OutlayFeature *feature = &plans->features[i];
      cJSON *line = cJSON_CreateObject ();

      cJSON_AddItemToArray (lines, line);
      outlay_json_add_text (line, "name", feature->name);
      outlay_json_add_text (line, "owner", none_if_empty (feature->owner));
      outlay_json_add_text (line, "cost_centre", none_if_empty (feature->cost_centre));
      outlay_json_add_text (line, "stage", feature->stage);
      outlay_json_add_text (line, "parent", name_parent (plans, feature));
      outlay_json_add_count (line, "slot", TRUE, feature->slot);
    }

  outlay_print_json (document);
}

static void
print_features (const OutlaySnapshot *plans)
{
  g_autoptr (OutlayTable) table =
      outlay_table_new ("lllll", _ ("Feature"), _ ("Owner"), _ ("Cost centre"), _ ("Stage"),
                        _ ("Part of"), NULL);

  for (gsize i = 1; i < plans->n_features; i++)
    {
      const OutlayFeature *feature = &plans->features[i];

      outlay_table_add (table, feature->name);
      outlay_table_add (table, none_if_empty (feature->owner));
      outlay_table_add (table, none_if_empty (feature->cost_centre));
      outlay_table_add (table, feature->stage);
      outlay_table_add (table, name_parent (plans, feature));
    }

  if (outlay_table_n_rows (table) > 0)
    outlay_table_print (table);
}

static OutlayExit
run_list (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (OutlaySnapshot) plans = outlay_snapshot_new ();
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 0, 0))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_fill_plans (ledger, plans, &error))
    return outlay_cli_fail (error);

  if (cli->json)
    print_features_json (plans);
  else
    print_features (plans);

  return OUTLAY_EXIT_DONE;
}

/* But for the name, which is an argument. */
static void
clear_fields (OutlayFeatureFields *fields)
{
  g_free ((char *) fields->owner);
  g_free ((char *) fields->cost_centre);
  g_free ((char *) fields->stage);
  g_free ((char *) fields->parent);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayFeatureFields, clear_fields)

static gboolean
parse_fields (OutlayCli *cli, int *argc, char ***argv, OutlayFeatureFields *fields)
{
  g_autofree char *owner = NULL;
  g_autofree char *cost_centre = NULL;
  g_autofree char *stage = NULL;
  g_autofree char *parent = NULL;
  const GOptionEntry entries[] = { { "owner", 0, 0, G_OPTION_ARG_FILENAME, &owner,
                                     N_ ("Who answers for it"), N_ ("TEXT") },
                                   { "cost-centre", 0, 0, G_OPTION_ARG_FILENAME, &cost_centre,
                                     N_ ("Where it is booked"), N_ ("TEXT") },
                                   { "stage", 0, 0, G_OPTION_ARG_FILENAME, &stage,
                                     N_ ("production, development or evaluation"), N_ ("STAGE") },
                                   { "parent", 0, 0, G_OPTION_ARG_FILENAME, &parent,
                                     N_ ("The feature it is a part of"), N_ ("NAME") },
                                   G_OPTION_ENTRY_NULL };

  if (!outlay_cli_parse (cli, entries, argc, argv, 1, 1))
    return FALSE;

  fields->owner = g_steal_pointer (&owner);
  fields->cost_centre = g_steal_pointer (&cost_centre);
  fields->stage = g_steal_pointer (&stage);
  fields->parent = g_steal_pointer (&parent);
  return TRUE;
}

static OutlayExit
run_add (OutlayCli *cli, int argc, char **argv)
{
  g_auto (OutlayFeatureFields) fields = { 0 };
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;

  if (!parse_fields (cli, &argc, &argv, &fields))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  fields.name = argv[1];
  if (!outlay_ledger_add_feature (ledger, &fields, &error))
    return outlay_cli_fail (error);

  return OUTLAY_EXIT_DONE;
}

static OutlayExit
run_edit (OutlayCli *cli, int argc, char **argv)
{
  g_auto (OutlayFeatureFields) fields = { 0 };
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;

  if (!parse_fields (cli, &argc, &argv, &fields))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_edit_feature (ledger, argv[1], &fields, &error))
    return outlay_cli_fail (error);

  return OUTLAY_EXIT_DONE;
}

static OutlayExit
run_rename (OutlayCli *cli, int argc, char **argv)
{
  OutlayFeatureFields fields = { 0 };
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 2, 2))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  fields.name = argv[2];
  if (!outlay_ledger_edit_feature (ledger, argv[1], &fields, &error))
    return outlay_cli_fail (error);

  return OUTLAY_EXIT_DONE;
}

static OutlayExit
run_remove (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 1, 1))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_remove_feature (ledger, argv[1], &error))
    return outlay_cli_fail (error);

  return OUTLAY_EXIT_DONE;
}

static const OutlayCliCommand commands[] = {
  { "list", run_list, "", N_ ("Lists the features") },
  { "add", run_add, N_ ("NAME"), N_ ("Adds a feature") },
  { "edit", run_edit, N_ ("NAME"), N_ ("Changes what an option is given for") },
  { "rename", run_rename, N_ ("OLD NEW"), N_ ("Gives a feature another name") },
  { "remove", run_remove, N_ ("NAME"),
    N_ ("Removes a feature with its rules, budgets and shares in use cases") },
};

/**
 * outlay_cli_run_feature:
 *
 * `feature list | add | edit | rename | remove`
 */
OutlayExit
outlay_cli_run_feature (OutlayCli *cli, int argc, char **argv)
{
  return outlay_cli_run_table (cli, commands, G_N_ELEMENTS (commands), argc, argv);
}
