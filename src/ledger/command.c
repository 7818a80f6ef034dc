/* command.c – what the commands of this room have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/command-private.h"

#include "store/feature.h"
#include "store/use-cases.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_NAME 200 /* characters */
#define NEAR 2       /* edits that a slip of the finger makes */

/**
 * outlay_command_end:
 * @ledger: a ledger, in a transaction
 * @done: the command has done what it should
 * @error: return location for an #OutlayStoreError
 *
 * Commits what a command has done, or takes it back.
 *
 * Returns: %TRUE if it is @done, and in the store
 */
gboolean
outlay_command_end (OutlayLedger *ledger, gboolean done, GError **error)
{
  if (done)
    return outlay_database_commit (ledger->database, error);

  outlay_database_rollback (ledger->database);
  return FALSE;
}

static gboolean
has_control (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return TRUE;

  return FALSE;
}

/**
 * outlay_command_check_name:
 * @name: a name for something new
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: %TRUE if @name can be shown on a line and typed again
 */
gboolean
outlay_command_check_name (const char *name, GError **error)
{
  const char *fault = NULL;

  if (!g_utf8_validate (name, -1, NULL))
    fault = _ ("A name has to be UTF-8 text.");
  else if (name[0] == '\0')
    fault = _ ("A name cannot be empty.");
  else if (has_control (name))
    fault = _ ("A name has to fit on one line, without control characters.");
  else if (g_unichar_isspace (g_utf8_get_char (name)) ||
           g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (name + strlen (name)))))
    fault = _ ("A name cannot begin or end with a space.");
  else if (g_utf8_strlen (name, -1) > MAX_NAME)
    fault = _ ("A name cannot be longer than 200 characters.");

  if (fault == NULL)
    return TRUE;

  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID, fault);
  return FALSE;
}

/* Levenshtein's distance in bytes, one row of the table at a time. */
static gsize
count_edits (const char *from, const char *to)
{
  gsize width = strlen (to);
  g_autofree gsize *row = g_new (gsize, width + 1);

  for (gsize i = 0; i <= width; i++)
    row[i] = i;

  for (gsize line = 0; from[line] != '\0'; line++)
    {
      gsize corner = row[0];

      row[0] = line + 1;
      for (gsize i = 0; i < width; i++)
        {
          gsize replaced = corner + (from[line] == to[i] ? 0 : 1);

          corner = row[i + 1];
          row[i + 1] = MIN (replaced, MIN (row[i], corner) + 1);
        }
    }

  return row[width];
}

/**
 * outlay_command_did_you_mean:
 * @name: a name that is not known
 * @known: (array zero-terminated=1): those that are
 *
 * Returns: (transfer full): a sentence that begins with a space and names the one
 *   that is nearest, or "" if none is near
 */
char *
outlay_command_did_you_mean (const char *name, const char *const *known)
{
  g_autofree char *folded = g_utf8_validate (name, -1, NULL) ? g_utf8_casefold (name, -1) : NULL;
  const char *nearest = NULL;
  gsize least = NEAR + 1;

  if (folded == NULL || g_utf8_strlen (name, -1) > MAX_NAME)
    return g_strdup ("");

  for (gsize i = 0; known[i] != NULL; i++)
    {
      g_autofree char *candidate = g_utf8_casefold (known[i], -1);
      gsize edits = count_edits (folded, candidate);

      if (edits < least && edits * 3 <= strlen (folded))
        {
          least = edits;
          nearest = known[i];
        }
    }

  return nearest != NULL ? g_strdup_printf (_ (" Did you mean “%s”?"), nearest) : g_strdup ("");
}

static gboolean
set_unknown (GError **error, const char *sentence, const char *name, GPtrArray *known)
{
  g_autofree char *hint = NULL;

  g_ptr_array_add (known, NULL);
  hint = outlay_command_did_you_mean (name, (const char *const *) known->pdata);
  g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND, "%s%s", sentence, hint);
  return FALSE;
}

/**
 * outlay_command_find_feature:
 * @ledger: a ledger
 * @name: its name; Unallocated is none
 * @id: (out): of the store
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_command_find_feature (OutlayLedger *ledger, const char *name, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) rows = outlay_features_list (ledger->database, error);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *sentence = NULL;

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const OutlayFeatureRow *row = rows->pdata[i];

      if (strcmp (row->name, name) == 0)
        {
          *id = row->id;
          return TRUE;
        }
      g_ptr_array_add (known, row->name);
    }

  sentence =
      g_strdup_printf (_ ("There is no feature “%s”. Add it first, or check its name."), name);
  return set_unknown (error, sentence, name, known);
}

/**
 * outlay_command_find_use_case:
 * @ledger: a ledger
 * @name: its name
 * @id: (out): of the store
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_command_find_use_case (OutlayLedger *ledger, const char *name, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) rows = outlay_use_cases_list (ledger->database, error);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *sentence = NULL;

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const OutlayUseCaseRow *row = rows->pdata[i];

      if (strcmp (row->name, name) == 0)
        {
          *id = row->id;
          return TRUE;
        }
      g_ptr_array_add (known, row->name);
    }

  sentence =
      g_strdup_printf (_ ("There is no use case “%s”. Add it first, or check its name."), name);
  return set_unknown (error, sentence, name, known);
}
