/* feature.c – commands: the features that spend is attributed to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/feature.h"

#include "ledger/command-private.h"
#include "store/budgets.h"
#include "store/feature.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const stages[] = { "production", "development", "evaluation", NULL };

static OutlayFeatureRow *
find_by_name (GPtrArray *rows, const char *name)
{
  for (guint i = 0; i < rows->len; i++)
    {
      OutlayFeatureRow *row = rows->pdata[i];

      if (strcmp (row->name, name) == 0)
        return row;
    }

  return NULL;
}

static OutlayFeatureRow *
find_by_id (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      OutlayFeatureRow *row = rows->pdata[i];

      if (row->id == id)
        return row;
    }

  return NULL;
}

static gboolean
check_new_name (GPtrArray *rows, const char *name, GError **error)
{
  g_autofree char *folded = NULL;
  g_autofree char *reserved = g_utf8_casefold (OUTLAY_UNALLOCATED, -1);

  if (!outlay_command_check_name (name, error))
    return FALSE;

  folded = g_utf8_casefold (name, -1);
  if (strcmp (folded, reserved) == 0)
    {
      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_EXISTS,
                   _ ("“%s” is the name of what no rule takes. Choose another name."), name);
      return FALSE;
    }

  if (find_by_name (rows, name) != NULL)
    {
      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_EXISTS,
                   _ ("There is a feature “%s” already. Choose another name."), name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_stage (const char *stage, GError **error)
{
  if (g_strv_contains (stages, stage))
    return TRUE;

  g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
               _ ("“%s” is no stage. Choose production, development or evaluation."), stage);
  return FALSE;
}

static gboolean
check_texts (const OutlayFeatureFields *fields, GError **error)
{
  if (fields->stage != NULL && !check_stage (fields->stage, error))
    return FALSE;
  if (fields->owner != NULL && fields->owner[0] != '\0' &&
      !outlay_command_check_name (fields->owner, error))
    {
      g_prefix_error (error, "%s: ", _ ("Owner"));
      return FALSE;
    }
  if (fields->cost_centre != NULL && fields->cost_centre[0] != '\0' &&
      !outlay_command_check_name (fields->cost_centre, error))
    {
      g_prefix_error (error, "%s: ", _ ("Cost centre"));
      return FALSE;
    }

  return TRUE;
}

/* A feature cannot be a part of one of its own parts. */
static gboolean
check_parent (GPtrArray *rows, const OutlayFeatureRow *feature, gint64 parent, GError **error)
{
  for (const OutlayFeatureRow *above = find_by_id (rows, parent); above != NULL;
       above = find_by_id (rows, above->parent))
    if (above->id == feature->id)
      {
        g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                     _ ("“%s” cannot be a part of itself. Choose another parent."), feature->name);
        return FALSE;
      }

  return TRUE;
}

static gint64
find_free_slot (GPtrArray *rows)
{
  gint64 slot = 0;
  guint i = 0;

  while (i < rows->len)
    {
      const OutlayFeatureRow *row = rows->pdata[i++];

      if (row->slot == slot)
        {
          slot++;
          i = 0;
        }
    }

  return slot;
}

static gboolean
find_parent (OutlayLedger *ledger, const char *name, gint64 *id, GError **error)
{
  if (name != NULL && name[0] != '\0')
    return outlay_command_find_feature (ledger, name, id, error);

  *id = 0;
  return TRUE;
}

static gboolean
add_feature (OutlayLedger *ledger, const OutlayFeatureFields *fields, GError **error)
{
  g_autoptr (GPtrArray) rows = outlay_features_list (ledger->database, error);
  OutlayFeatureRow row = { 0 };

  if (rows == NULL || !check_new_name (rows, fields->name, error) || !check_texts (fields, error) ||
      !find_parent (ledger, fields->parent, &row.parent, error))
    return FALSE;

  row.name = (char *) fields->name;
  row.owner = (char *) (fields->owner != NULL ? fields->owner : "");
  row.cost_centre = (char *) (fields->cost_centre != NULL ? fields->cost_centre : "");
  row.stage = (char *) (fields->stage != NULL ? fields->stage : stages[0]);
  row.slot = find_free_slot (rows);
  return outlay_features_add (ledger->database, &row, &row.id, error);
}

/**
 * outlay_ledger_add_feature:
 * @ledger: a ledger
 * @fields: what it is
 * @error: return location for an #OutlayLedgerError
 *
 * Its colour slot is the smallest that no other feature has.
 */
gboolean
outlay_ledger_add_feature (OutlayLedger *ledger, const OutlayFeatureFields *fields, GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, add_feature (ledger, fields, error), error);
}

static gboolean
edit_feature (OutlayLedger *ledger,
              const char *name,
              const OutlayFeatureFields *fields,
              GError **error)
{
  g_autoptr (GPtrArray) rows = outlay_features_list (ledger->database, error);
  OutlayFeatureRow row;
  gint64 id;

  if (rows == NULL || !outlay_command_find_feature (ledger, name, &id, error) ||
      !check_texts (fields, error))
    return FALSE;

  row = *find_by_id (rows, id);
  if (fields->name != NULL && strcmp (fields->name, name) != 0 &&
      !check_new_name (rows, fields->name, error))
    return FALSE;
  if (fields->parent != NULL && (!find_parent (ledger, fields->parent, &row.parent, error) ||
                                 !check_parent (rows, &row, row.parent, error)))
    return FALSE;

  row.name = fields->name != NULL ? (char *) fields->name : row.name;
  row.owner = fields->owner != NULL ? (char *) fields->owner : row.owner;
  row.cost_centre = fields->cost_centre != NULL ? (char *) fields->cost_centre : row.cost_centre;
  row.stage = fields->stage != NULL ? (char *) fields->stage : row.stage;
  return outlay_features_update (ledger->database, &row, error);
}

/**
 * outlay_ledger_edit_feature:
 * @ledger: a ledger
 * @name: of a feature
 * @fields: what is to change; %NULL fields stay
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_ledger_edit_feature (OutlayLedger *ledger,
                            const char *name,
                            const OutlayFeatureFields *fields,
                            GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, edit_feature (ledger, name, fields, error), error);
}

static gboolean
remove_feature (OutlayLedger *ledger, const char *name, GError **error)
{
  gint64 id;

  return outlay_command_find_feature (ledger, name, &id, error) &&
         outlay_budgets_remove_feature (ledger->database, id, error) &&
         outlay_features_remove (ledger->database, id, error);
}

/**
 * outlay_ledger_remove_feature:
 * @ledger: a ledger
 * @name: of a feature
 * @error: return location for an #OutlayLedgerError
 *
 * Its rules, budgets and shares in use cases go with it; its spend becomes
 * Unallocated, its parts lose their parent.
 */
gboolean
outlay_ledger_remove_feature (OutlayLedger *ledger, const char *name, GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, remove_feature (ledger, name, error), error);
}
