/* use-cases.c – commands: what spend is for, and what it is worth
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/use-cases.h"

#include "attribution/rules.h"
#include "core/decimal.h"
#include "ledger/command-private.h"
#include "ledger/value.h"
#include "store/use-cases.h"

#include <glib/gi18n.h>
#include <string.h>

#define PERCENT_DIGITS 4 /* a millionth is 0.0001 % */

static gboolean
check_new_name (OutlayLedger *ledger, const char *name, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (!outlay_command_check_name (name, error))
    return FALSE;

  rows = outlay_use_cases_list (ledger->database, error);
  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (((const OutlayUseCaseRow *) rows->pdata[i])->name, name) == 0)
      {
        g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_EXISTS,
                     _ ("There is a use case “%s” already. Choose another name."), name);
        return FALSE;
      }

  return TRUE;
}

/* One dollar cannot be spent on two use cases. */
static gboolean
check_left (OutlayLedger *ledger, gint64 feature, const OutlayUseCasePart *part, GError **error)
{
  g_autoptr (GArray) shares = outlay_use_cases_list_shares (ledger->database, error);
  g_autofree char *left_text = NULL;
  gint64 left = OUTLAY_SHARE_WHOLE;

  if (shares == NULL)
    return FALSE;

  for (guint i = 0; i < shares->len; i++)
    {
      const OutlayUseCaseShareRow *share = &g_array_index (shares, OutlayUseCaseShareRow, i);

      left -= share->feature == feature ? share->share : 0;
    }

  if (part->share <= left)
    return TRUE;

  left_text = outlay_decimal_to_string (left, PERCENT_DIGITS);
  g_set_error (error, OUTLAY_RULE_ERROR, OUTLAY_RULE_ERROR_SHARES,
               _ ("Use cases cannot share more than 100 %% of “%s”: %s %% is left. Give it a "
                  "smaller share."),
               part->feature, left_text);
  return FALSE;
}

static gboolean
add_part (OutlayLedger *ledger, gint64 use_case, const OutlayUseCasePart *part, GError **error)
{
  OutlayUseCaseShareRow row = { .use_case = use_case, .share = part->share };

  if (part->share < 1 || part->share > OUTLAY_SHARE_WHOLE)
    {
      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                   _ ("The share of “%s” has to be more than 0 %% and at most 100 %%."),
                   part->feature);
      return FALSE;
    }

  return outlay_command_find_feature (ledger, part->feature, &row.feature, error) &&
         check_left (ledger, row.feature, part, error) &&
         outlay_use_cases_add_share (ledger->database, &row, error);
}

static gboolean
check_parts (const OutlayUseCasePart *parts, gsize n_parts, GError **error)
{
  for (gsize i = 0; i < n_parts; i++)
    for (gsize j = 0; j < i; j++)
      if (strcmp (parts[i].feature, parts[j].feature) == 0)
        {
          g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                       _ ("The feature “%s” is named twice. Name it once."), parts[i].feature);
          return FALSE;
        }

  return TRUE;
}

static gboolean
add_parts (OutlayLedger *ledger,
           gint64 use_case,
           const OutlayUseCasePart *parts,
           gsize n_parts,
           GError **error)
{
  for (gsize i = 0; i < n_parts; i++)
    if (!add_part (ledger, use_case, &parts[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
add_use_case (OutlayLedger *ledger,
              const char *name,
              const OutlayUseCasePart *parts,
              gsize n_parts,
              GError **error)
{
  gint64 id;

  return check_new_name (ledger, name, error) && check_parts (parts, n_parts, error) &&
         outlay_use_cases_add (ledger->database, name, &id, error) &&
         add_parts (ledger, id, parts, n_parts, error);
}

/**
 * outlay_ledger_add_use_case:
 * @ledger: a ledger
 * @name: its name
 * @parts: (array length=n_parts): the features whose spend it bears
 * @n_parts: how many
 * @error: return location for an #OutlayLedgerError or an #OutlayRuleError
 *
 * Refuses it where use cases would share more than 100 % of a feature.
 */
gboolean
outlay_ledger_add_use_case (OutlayLedger *ledger,
                            const char *name,
                            const OutlayUseCasePart *parts,
                            gsize n_parts,
                            GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, add_use_case (ledger, name, parts, n_parts, error), error);
}

static gboolean
rename_use_case (OutlayLedger *ledger, const char *name, const char *new_name, GError **error)
{
  gint64 id;

  if (!outlay_command_find_use_case (ledger, name, &id, error))
    return FALSE;

  return strcmp (name, new_name) == 0 ||
         (check_new_name (ledger, new_name, error) &&
          outlay_use_cases_rename (ledger->database, id, new_name, error));
}

/**
 * outlay_ledger_rename_use_case:
 * @ledger: a ledger
 * @name: of a use case
 * @new_name: what it is called from now on
 * @error: return location for an #OutlayLedgerError
 *
 * Its value, outcomes and cost items stay with it.
 */
gboolean
outlay_ledger_rename_use_case (OutlayLedger *ledger,
                               const char *name,
                               const char *new_name,
                               GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, rename_use_case (ledger, name, new_name, error), error);
}

static gboolean
set_parts (OutlayLedger *ledger,
           const char *name,
           const OutlayUseCasePart *parts,
           gsize n_parts,
           GError **error)
{
  gint64 id;

  return check_parts (parts, n_parts, error) &&
         outlay_command_find_use_case (ledger, name, &id, error) &&
         outlay_use_cases_clear_shares (ledger->database, id, error) &&
         add_parts (ledger, id, parts, n_parts, error);
}

/**
 * outlay_ledger_set_use_case_parts:
 * @ledger: a ledger
 * @name: of a use case
 * @parts: (array length=n_parts): the features whose spend it bears from now on,
 *   instead of those before
 * @n_parts: how many
 * @error: return location for an #OutlayLedgerError or an #OutlayRuleError
 *
 * Refuses it where use cases would share more than 100 % of a feature.
 */
gboolean
outlay_ledger_set_use_case_parts (OutlayLedger *ledger,
                                  const char *name,
                                  const OutlayUseCasePart *parts,
                                  gsize n_parts,
                                  GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, set_parts (ledger, name, parts, n_parts, error), error);
}

static gboolean
remove_use_case (OutlayLedger *ledger, const char *name, GError **error)
{
  gint64 id;

  return outlay_command_find_use_case (ledger, name, &id, error) &&
         outlay_use_cases_remove (ledger->database, id, error);
}

/**
 * outlay_ledger_remove_use_case:
 * @ledger: a ledger
 * @name: of a use case
 * @error: return location for an #OutlayLedgerError
 *
 * Its value, outcomes and own cost items go with it.
 */
gboolean
outlay_ledger_remove_use_case (OutlayLedger *ledger, const char *name, GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, remove_use_case (ledger, name, error), error);
}

static gboolean
set_value (OutlayLedger *ledger,
           const char *use_case,
           const OutlayValueModel *model,
           GError **error)
{
  const char *method = outlay_value_method_to_string (model->method);
  gint64 id;

  if (!outlay_command_find_use_case (ledger, use_case, &id, error) ||
      !outlay_use_cases_set_method (ledger->database, id, method, error))
    return FALSE;

  for (guint key = 0; key < OUTLAY_N_VALUE_KEYS; key++)
    {
      const OutlayRange *range = &model->input[key];
      OutlayValueInputRow row = {
        .use_case = id,
        .key = (char *) outlay_value_key_to_string (key),
        .is_range = range->is_range,
        .low_micros = range->low_micros,
        .likely_micros = range->likely_micros,
        .high_micros = range->high_micros,
      };

      if (range->given && !outlay_use_cases_add_input (ledger->database, &row, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * outlay_ledger_set_value:
 * @ledger: a ledger
 * @use_case: name of a use case
 * @model: how its value is estimated; it takes the place of the one before
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_ledger_set_value (OutlayLedger *ledger,
                         const char *use_case,
                         const OutlayValueModel *model,
                         GError **error)
{
  if (!outlay_value_model_check (model, error) || !outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, set_value (ledger, use_case, model, error), error);
}

static gboolean
clear_value (OutlayLedger *ledger, const char *use_case, GError **error)
{
  gint64 id;

  return outlay_command_find_use_case (ledger, use_case, &id, error) &&
         outlay_use_cases_set_method (ledger->database, id, NULL, error);
}

/**
 * outlay_ledger_clear_value:
 * @ledger: a ledger
 * @use_case: name of a use case; its value is not estimated any more
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_ledger_clear_value (OutlayLedger *ledger, const char *use_case, GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, clear_value (ledger, use_case, error), error);
}
