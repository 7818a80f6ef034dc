/* use-cases.c – outlay-cli use-case, value and outcomes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/use-cases.h"
#include "cli/arguments.h"
#include "cli/output.h"
#include "core/decimal.h"
#include "insight/value.h"
#include "ledger/outcomes.h"
#include "ledger/plans.h"
#include "ledger/value.h"
#include "report/json-text.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define SHARE_DECIMALS 4 /* of a percentage */
#define INPUT_DECIMALS 6

static void
add_input (cJSON *inputs, const char *key, const OutlayRange *range)
{
  g_autofree char *low = outlay_decimal_to_string (range->low_micros, INPUT_DECIMALS);
  g_autofree char *likely = outlay_decimal_to_string (range->likely_micros, INPUT_DECIMALS);
  g_autofree char *high = outlay_decimal_to_string (range->high_micros, INPUT_DECIMALS);
  g_autofree char *text =
      range->is_range ? g_strjoin (":", low, likely, high, NULL) : g_strdup (likely);

  outlay_json_add_text (inputs, key, text);
}

static void
add_value (cJSON *line, const OutlayUseCase *use_case)
{
  cJSON *inputs;

  outlay_json_add_text (line, "method",
                        use_case->has_model ? outlay_value_method_to_string (use_case->model.method)
                                            : NULL);
  inputs = cJSON_AddObjectToObject (line, "inputs");
  for (guint key = 0; key < OUTLAY_N_VALUE_KEYS; key++)
    if (use_case->model.input[key].given)
      add_input (inputs, outlay_value_key_to_string (key), &use_case->model.input[key]);
}

static void
print_use_cases_json (const OutlaySnapshot *plans)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  cJSON *lines = cJSON_AddArrayToObject (document, "use_cases");

  for (gsize i = 0; i < plans->n_use_cases; i++)
    {
      const OutlayUseCase *use_case = &plans->use_cases[i];
      cJSON *line = cJSON_CreateObject ();
      cJSON *features;

      cJSON_AddItemToArray (lines, line);
      outlay_json_add_text (line, "name", use_case->name);
      features = cJSON_AddArrayToObject (line, "features");
      for (gsize j = 0; j < use_case->n_features; j++)
        {
          const OutlayFeatureShare *part = &use_case->features[j];
          g_autofree char *share = outlay_decimal_to_string (part->share, SHARE_DECIMALS);
          cJSON *feature = cJSON_CreateObject ();

          cJSON_AddItemToArray (features, feature);
          outlay_json_add_text (feature, "name", plans->features[part->feature].name);
          cJSON_AddRawToObject (feature, "share", share);
        }
      add_value (line, use_case);
      outlay_json_add_count (line, "outcome_days", TRUE, (gint64) use_case->n_outcomes);
    }

  outlay_print_json (document);
}

static char *
list_features (const OutlaySnapshot *plans, const OutlayUseCase *use_case)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < use_case->n_features; i++)
    {
      const OutlayFeatureShare *part = &use_case->features[i];
      g_autofree char *share = outlay_decimal_to_string (part->share, SHARE_DECIMALS);

      g_string_append_printf (text, "%s%s %s %%", i > 0 ? ", " : "",
                              plans->features[part->feature].name, share);
    }

  return g_string_free (text, FALSE);
}

static void
print_use_cases (const OutlaySnapshot *plans)
{
  g_autoptr (OutlayTable) table = outlay_table_new ("lllr", _ ("Use case"), _ ("Features"),
                                                    _ ("Value"), _ ("Days of outcomes"), NULL);

  for (gsize i = 0; i < plans->n_use_cases; i++)
    {
      const OutlayUseCase *use_case = &plans->use_cases[i];

      outlay_table_add (table, use_case->name);
      outlay_table_take (table, list_features (plans, use_case));
      outlay_table_add (table, use_case->has_model
                                   ? outlay_value_method_to_string (use_case->model.method)
                                   : _ ("not estimated"));
      outlay_table_take (table, g_strdup_printf ("%" G_GSIZE_FORMAT, use_case->n_outcomes));
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
    print_use_cases_json (plans);
  else
    print_use_cases (plans);

  return OUTLAY_EXIT_DONE;
}

/* NAME, or NAME=PERCENT; a feature's own name may hold a “=”. */
static gboolean
read_part (char *text, OutlayUseCasePart *part)
{
  char *equals = strrchr (text, '=');

  part->feature = text;
  part->share = 1000000;
  if (equals == NULL)
    return TRUE;

  *equals = '\0';
  return outlay_argument_share ("--feature", equals + 1, &part->share);
}

static OutlayExit
run_add (OutlayCli *cli, int argc, char **argv)
{
  g_auto (GStrv) features = NULL;
  g_autofree OutlayUseCasePart *parts = NULL;
  const GOptionEntry entries[] = {
    { "feature", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &features,
      N_ ("Whose spend it bears, and how much of it; may be repeated"), N_ ("NAME[=PERCENT]") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  gsize n_parts;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 1, 1))
    return OUTLAY_EXIT_USAGE;

  n_parts = features != NULL ? g_strv_length (features) : 0;
  parts = g_new0 (OutlayUseCasePart, n_parts);
  for (gsize i = 0; i < n_parts; i++)
    if (!read_part (features[i], &parts[i]))
      return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_add_use_case (ledger, argv[1], parts, n_parts, &error))
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

  if (!outlay_ledger_remove_use_case (ledger, argv[1], &error))
    return outlay_cli_fail (error);

  return OUTLAY_EXIT_DONE;
}

static const OutlayCliCommand use_case_commands[] = {
  { "list", run_list, "", N_ ("Lists the use cases") },
  { "add", run_add, N_ ("NAME"), N_ ("Adds a use case") },
  { "remove", run_remove, N_ ("NAME"), N_ ("Removes a use case with its value and outcomes") },
};

/**
 * outlay_cli_run_use_case:
 *
 * `use-case list | add | remove`
 */
OutlayExit
outlay_cli_run_use_case (OutlayCli *cli, int argc, char **argv)
{
  return outlay_cli_run_table (cli, use_case_commands, G_N_ELEMENTS (use_case_commands), argc,
                               argv);
}

static OutlayExit
run_set (OutlayCli *cli, int argc, char **argv)
{
  g_autofree char *method = NULL;
  const GOptionEntry entries[] = {
    { "method", 0, 0, G_OPTION_ARG_FILENAME, &method,
      N_ ("fixed, labour, displacement, revenue, retention or premium"), N_ ("METHOD") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GError) error = NULL;
  OutlayValueModel model;
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 1, G_MAXINT) ||
      !outlay_argument_is_text ("--method", method))
    return OUTLAY_EXIT_USAGE;

  if (!outlay_value_model_parse (method, (const char *const *) argv + 2, &model, &error))
    return outlay_cli_fail (error);

  if (outlay_value_model_doubt (&model) != NULL)
    outlay_cli_warn ("%s", outlay_value_model_doubt (&model));

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_set_value (ledger, argv[1], &model, &error))
    return outlay_cli_fail (error);

  return OUTLAY_EXIT_DONE;
}

static const OutlayCliCommand value_commands[] = {
  { "set", run_set, N_ ("USE-CASE --method METHOD KEY=VALUE …"),
    N_ ("Sets how the value of a use case is estimated; a VALUE is x or low:likely:high") },
};

/**
 * outlay_cli_run_value:
 *
 * `value set`
 */
OutlayExit
outlay_cli_run_value (OutlayCli *cli, int argc, char **argv)
{
  return outlay_cli_run_table (cli, value_commands, G_N_ELEMENTS (value_commands), argc, argv);
}

static void
print_outcomes (OutlayCli *cli, const OutlayOutcomesResult *result, guint n_rejected)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();

  outlay_json_add_count (document, "days", TRUE, (gint64) result->n_days);
  outlay_json_add_day (document, "from", result->n_days > 0 ? result->first_day : G_MININT32);
  outlay_json_add_day (document, "to", result->last_day);
  outlay_json_add_count (document, "outcomes", TRUE, result->count);
  outlay_json_add_count (document, "rejected", TRUE, n_rejected);
  if (cli->json)
    outlay_print_json (document);
  else if (!cli->quiet)
    g_print (_ ("%zu days, %" PRId64 " outcomes, %u rows rejected\n"), result->n_days,
             result->count, n_rejected);
}

static OutlayExit
run_import (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  OutlayOutcomesResult result;
  OutlayLedger *ledger;
  gsize length;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 2, 2))
    return OUTLAY_EXIT_USAGE;

  text = outlay_cli_read_file (argv[2], &length);
  ledger = text != NULL ? outlay_cli_ledger (cli) : NULL;
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_import_outcomes (ledger, argv[1], text, length, &result, faults, &error))
    {
      outlay_cli_warn ("%s: %s", argv[2], error->message);
      return OUTLAY_EXIT_FAILED;
    }

  for (guint i = 0; i < faults->len; i++)
    outlay_cli_warn ("%s:%s", argv[2], (const char *) faults->pdata[i]);

  print_outcomes (cli, &result, faults->len);
  return faults->len > 0 ? OUTLAY_EXIT_REJECTED : OUTLAY_EXIT_DONE;
}

static const OutlayCliCommand outcomes_commands[] = {
  { "import", run_import, N_ ("USE-CASE FILE.csv"),
    N_ ("Takes outcomes in from a CSV file with date and count") },
};

/**
 * outlay_cli_run_outcomes:
 *
 * `outcomes import`
 */
OutlayExit
outlay_cli_run_outcomes (OutlayCli *cli, int argc, char **argv)
{
  return outlay_cli_run_table (cli, outcomes_commands, G_N_ELEMENTS (outcomes_commands), argc,
                               argv);
}
