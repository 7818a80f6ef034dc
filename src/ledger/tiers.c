/* tiers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/tiers.h"

#include "core/date.h"
#include "core/money.h"
#include "import/json-objects.h"
#include "tiers-resources.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define SHIPPED "/io/github/outlay/tiers/tiers.json"

static gboolean
read_amount (OutlayJson *object, const char *key, gboolean *has, gint64 *nanos, GError **error)
{
  const char *text = outlay_json_text (object, key);

  if (text[0] == '\0')
    return TRUE;

  if (!outlay_nanos_parse (text, nanos, error))
    return FALSE;

  *has = TRUE;
  return TRUE;
}

static gboolean
read_day (OutlayJson *object, const char *key, gint32 *day, GError **error)
{
  const char *text = outlay_json_text (object, key);

  return text[0] == '\0' || outlay_day_parse (text, day, error);
}

static gboolean
read_tier (OutlayJson *object, OutlayTier *tier, GError **error)
{
  const char *days = outlay_json_text (object, "days");
  guint64 n_days = 0;

  if (days[0] != '\0' && !g_ascii_string_to_unsigned (days, 10, 0, 36500, &n_days, error))
    return FALSE;

  tier->days = (gint32) n_days;
  tier->name = g_strdup (outlay_json_text (object, "name"));
  return read_amount (object, "paid", &tier->has_paid, &tier->paid_nanos, error) &&
         read_amount (object, "cap", &tier->has_cap, &tier->cap_nanos, error);
}

static OutlayTierTable *
read_table (OutlayJson *object, GError **error)
{
  g_autoptr (OutlayTierTable) table = g_new0 (OutlayTierTable, 1);
  OutlayJson *list = outlay_json_get (object, "tiers");
  gsize n_tiers = 0;

  table->provider = g_strdup (outlay_json_text (object, "provider"));
  table->source = g_strdup (outlay_json_text (object, "source"));
  if (!read_day (object, "date", &table->date, error) ||
      !read_day (object, "since", &table->since, error))
    return NULL;

  for (OutlayJson *tier = list != NULL ? outlay_json_first (list) : NULL; tier != NULL;
       tier = outlay_json_next (tier))
    n_tiers++;

  if (n_tiers == 0 || table->provider[0] == '\0' || table->date == 0)
    {
      g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                           _ ("Each table of tiers needs a provider, a date and tiers."));
      return NULL;
    }

  table->tiers = g_new0 (OutlayTier, n_tiers);
  for (OutlayJson *tier = outlay_json_first (list); tier != NULL; tier = outlay_json_next (tier))
    if (!read_tier (tier, &table->tiers[table->n_tiers++], error))
      return NULL;

  return g_steal_pointer (&table);
}

/**
 * outlay_tier_tables_load:
 * @path: (nullable): a JSON file of tables, laid out as `data/tiers/tiers.json`; %NULL
 *   for the tables that Outlay comes with
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OutlayTierTable) (nullable): the tables
 */
GPtrArray *
outlay_tier_tables_load (const char *path, GError **error)
{
  g_autoptr (GPtrArray) tables =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_tier_table_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (OutlayJson) document = NULL;
  g_autofree char *text = NULL;
  OutlayJson *list = NULL;

  if (path == NULL)
    bytes = g_resource_lookup_data (outlay_tiers_get_resource (), SHIPPED,
                                    G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (path == NULL && bytes == NULL)
    return NULL;
  if (path != NULL && !g_file_get_contents (path, &text, NULL, error))
    return NULL;
  if (bytes != NULL)
    text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  document = outlay_json_parse_loose (text);
  if (document != NULL)
    list = outlay_json_get (document, "providers");
  if (list == NULL)
    {
      g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                           _ ("The file holds no tables of tiers: there is no “providers” in it."));
      return NULL;
    }

  for (OutlayJson *object = outlay_json_first (list); object != NULL;
       object = outlay_json_next (object))
    {
      OutlayTierTable *table = read_table (object, error);

      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }

  return g_steal_pointer (&tables);
}
