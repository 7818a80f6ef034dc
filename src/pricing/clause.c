/* clause.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pricing/clause.h"

#include "pricing/price-book.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_DEPTH 16

typedef enum
{
  KIND_EQUALS,
  KIND_STARTS_WITH,
  KIND_ENDS_WITH,
  KIND_CONTAINS,
  KIND_REGEX,
  KIND_OR,
  KIND_AND,
} Kind;

static const char *const kind_names[] = {
  [KIND_EQUALS] = "equals",
  [KIND_STARTS_WITH] = "starts_with",
  [KIND_ENDS_WITH] = "ends_with",
  [KIND_CONTAINS] = "contains",
  [KIND_REGEX] = "regex",
  [KIND_OR] = "or",
  [KIND_AND] = "and",
};

struct _OutlayClause
{
  Kind kind;
  char *text;       /* lower case */
  GRegex *regex;    /* case-sensitive */
  GPtrArray *parts; /* of OutlayClause, for or and and */
};

static OutlayClause *new_at_depth (const cJSON *json, guint depth, GError **error);

static gboolean
find_kind (const char *name, Kind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (kind_names[i], name) == 0)
      {
        *kind = (Kind) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
fill_parts (OutlayClause *clause, const cJSON *json, guint depth, GError **error)
{
  const cJSON *part;

  clause->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_clause_free);

  cJSON_ArrayForEach (part, json)
  {
    OutlayClause *child = new_at_depth (part, depth + 1, error);

    if (child == NULL)
      return FALSE;

    g_ptr_array_add (clause->parts, child);
  }

  return TRUE;
}

static gboolean
fill (OutlayClause *clause, const cJSON *json, guint depth, GError **error)
{
  if (clause->kind == KIND_OR || clause->kind == KIND_AND)
    {
      if (cJSON_IsArray (json))
        return fill_parts (clause, json, depth, error);
    }
  else if (cJSON_IsString (json))
    {
      if (clause->kind != KIND_REGEX)
        {
          clause->text = g_ascii_strdown (json->valuestring, -1);
          return TRUE;
        }

      clause->regex = g_regex_new (json->valuestring, G_REGEX_OPTIMIZE, 0, error);
      return clause->regex != NULL;
    }

  g_set_error (error, OUTLAY_PRICE_BOOK_ERROR, OUTLAY_PRICE_BOOK_ERROR_MALFORMED,
               _ ("the match rule “%s” has a value of the wrong kind"), kind_names[clause->kind]);
  return FALSE;
}

static OutlayClause *
new_at_depth (const cJSON *json, guint depth, GError **error)
{
  g_autoptr (OutlayClause) clause = g_new0 (OutlayClause, 1);
  const cJSON *member = cJSON_IsObject (json) ? json->child : NULL;

  if (member == NULL || member->next != NULL || !find_kind (member->string, &clause->kind) ||
      depth > MAX_DEPTH)
    {
      g_set_error (error, OUTLAY_PRICE_BOOK_ERROR, OUTLAY_PRICE_BOOK_ERROR_MALFORMED,
                   _ ("unknown match rule “%s”"),
                   member != NULL && member->string != NULL ? member->string : "");
      return NULL;
    }

  if (!fill (clause, member, depth, error))
    return NULL;

  return g_steal_pointer (&clause);
}

/* A name that goes on with a minor version where the rule ended with the major one is another
 * model: `model-5` does not mean `model-5-5`. Unless the catalogue says that it does. */
static gboolean
is_other_version (const char *text, const char *rest, const char *versions)
{
  const char *major = rest;
  const char *minor = rest + 1;
  gsize n_digits = 0;
  g_autofree char *version = NULL;

  if (rest == text || !g_ascii_isdigit (rest[-1]) || (*rest != '-' && *rest != '.'))
    return FALSE;

  while (g_ascii_isdigit (minor[n_digits]))
    n_digits++;
  if (n_digits < 1 || n_digits > 2 || strspn (minor, "0") >= n_digits)
    return FALSE;

  while (major > text && g_ascii_isdigit (major[-1]))
    major--;

  version = g_strdup_printf ("%.*s.%.*s", (int) (rest - major), major, (int) n_digits, minor);
  return versions == NULL || strstr (versions, version) == NULL;
}

static gboolean
matches_any (const OutlayClause *clause, const char *text, const char *folded, const char *versions)
{
  for (guint i = 0; i < clause->parts->len; i++)
    if (outlay_clause_matches (clause->parts->pdata[i], text, folded, versions))
      return TRUE;

  return FALSE;
}

static gboolean
matches_all (const OutlayClause *clause, const char *text, const char *folded, const char *versions)
{
  for (guint i = 0; i < clause->parts->len; i++)
    if (!outlay_clause_matches (clause->parts->pdata[i], text, folded, versions))
      return FALSE;

  return TRUE;
}

/**
 * outlay_clause_new:
 * @json: a rule, as `{"starts_with": "gpt-4o"}`
 * @error: return location for an error; its message is without place
 *
 * Returns: (transfer full) (nullable): the rule
 */
OutlayClause *
outlay_clause_new (const cJSON *json, GError **error)
{
  return new_at_depth (json, 0, error);
}

void
outlay_clause_free (OutlayClause *clause)
{
  if (clause == NULL)
    return;

  g_clear_pointer (&clause->regex, g_regex_unref);
  g_clear_pointer (&clause->parts, g_ptr_array_unref);
  g_free (clause->text);
  g_free (clause);
}

/**
 * outlay_clause_matches:
 * @clause: a rule
 * @text: a name
 * @folded: @text in lower case, which all rules but regular expressions look at
 * @versions: (nullable): the catalogue's own name of the model, which may list
 *   more versions than the rule does
 *
 * Returns: %TRUE if @text is meant
 */
gboolean
outlay_clause_matches (const OutlayClause *clause,
                       const char *text,
                       const char *folded,
                       const char *versions)
{
  const char *found;

  switch (clause->kind)
    {
    case KIND_EQUALS:
      return strcmp (folded, clause->text) == 0;
    case KIND_STARTS_WITH:
      return g_str_has_prefix (folded, clause->text) &&
             !is_other_version (folded, folded + strlen (clause->text), versions);
    case KIND_ENDS_WITH:
      return g_str_has_suffix (folded, clause->text);
    case KIND_CONTAINS:
      found = strstr (folded, clause->text);
      return found != NULL && !is_other_version (folded, found + strlen (clause->text), versions);
    case KIND_REGEX:
      return g_regex_match (clause->regex, text, 0, NULL);
    case KIND_OR:
      return matches_any (clause, text, folded, versions);
    case KIND_AND:
      return matches_all (clause, text, folded, versions);
    default:
      g_assert_not_reached ();
    }
}
