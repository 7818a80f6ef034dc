/* spend-keys.c – the names of what spend is grouped by and filtered on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/spend.h"

#include <glib/gi18n.h>
#include <string.h>

#define TAG_PREFIX "tag."

static const char *const names[] = {
  [OUTLAY_SPEND_DAY] = "day",           [OUTLAY_SPEND_WEEK] = "week",
  [OUTLAY_SPEND_MONTH] = "month",       [OUTLAY_SPEND_FEATURE] = "feature",
  [OUTLAY_SPEND_USE_CASE] = "use-case", [OUTLAY_SPEND_PROVIDER] = "provider",
  [OUTLAY_SPEND_ACCOUNT] = "account",   [OUTLAY_SPEND_PROJECT] = "project",
  [OUTLAY_SPEND_KEY] = "key",           [OUTLAY_SPEND_USER] = "user",
  [OUTLAY_SPEND_MODEL] = "model",       [OUTLAY_SPEND_TIER] = "tier",
  [OUTLAY_SPEND_REGION] = "region",     [OUTLAY_SPEND_LINE_ITEM] = "line-item",
  [OUTLAY_SPEND_STATUS] = "status",
};

/**
 * outlay_spend_key_parse:
 * @text: `feature`, `model`, `tag.team`…
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): the key
 */
OutlaySpendKey *
outlay_spend_key_parse (const char *text, GError **error)
{
  g_autoptr (OutlaySpendKey) key = g_new0 (OutlaySpendKey, 1);

  key->text = g_strdup (text);
  if (g_str_has_prefix (text, TAG_PREFIX) && text[strlen (TAG_PREFIX)] != '\0')
    {
      key->field = OUTLAY_SPEND_TAG;
      key->tag = g_strdup (text + strlen (TAG_PREFIX));
      return g_steal_pointer (&key);
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (text, names[i]))
      {
        key->field = (OutlaySpendField) i;
        return g_steal_pointer (&key);
      }

  g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
               _ ("“%s” is nothing that spend is told apart by. Choose of: %s"), text,
               "day, week, month, feature, use-case, provider, account, project, key, user, "
               "model, tier, region, line-item, status, tag.NAME");
  return NULL;
}

/**
 * outlay_spend_key_free:
 * @key: (transfer full) (nullable): a key
 */
void
outlay_spend_key_free (OutlaySpendKey *key)
{
  if (key == NULL)
    return;

  g_free (key->tag);
  g_free (key->text);
  g_free (key);
}

/**
 * outlay_spend_filter_parse:
 * @text: `FIELD=GLOB`
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): the filter
 */
OutlaySpendFilter *
outlay_spend_filter_parse (const char *text, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autoptr (OutlaySpendFilter) filter = g_new0 (OutlaySpendFilter, 1);
  g_autofree char *name = NULL;

  if (equals == NULL)
    {
      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                   _ ("“%s” is no filter. Write FIELD=GLOB, as model=gpt-4o*"), text);
      return NULL;
    }

  name = g_strndup (text, (gsize) (equals - text));
  filter->key = outlay_spend_key_parse (name, error);
  if (filter->key == NULL)
    return NULL;

  filter->glob = g_strdup (equals + 1);
  return g_steal_pointer (&filter);
}

/**
 * outlay_spend_filter_free:
 * @filter: (transfer full) (nullable): a filter
 */
void
outlay_spend_filter_free (OutlaySpendFilter *filter)
{
  if (filter == NULL)
    return;

  outlay_spend_key_free (filter->key);
  g_free (filter->glob);
  g_free (filter);
}
