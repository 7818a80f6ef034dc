/* genai.c – reading the layout of genai-prices, contract v2
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of rates that says something unknown is left out with a warning: a model
 * without a price is seen, a model at a wrong price is not.
 */

#include "pricing/catalogue.h"
#include "pricing/genai-row.h"
#include "pricing/objects.h"
#include "pricing/price-book.h"

#include <glib/gi18n.h>

typedef struct
{
  OutlayCatalogueProvider *provider;
  const char *model; /* nullable */
  GPtrArray *warnings;
} Reading;

typedef struct
{
  OutlayCatalogue *catalogue;
  GPtrArray *warnings;
} Target;

G_GNUC_PRINTF (2, 3)
static void
warn (const Reading *reading, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (reading->warnings == NULL)
    return;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_ptr_array_add (reading->warnings,
                   reading->model != NULL
                       ? g_strdup_printf ("%s, %s: %s", reading->provider->id, reading->model,
                                          message)
                       : g_strdup_printf ("%s: %s", reading->provider->id, message));
}

static void
read_row (const Reading *reading,
          const cJSON *condition,
          const cJSON *prices,
          OutlayCatalogueModel *model)
{
  OutlayPriceRow row;
  g_autoptr (GError) error = NULL;

  if (outlay_genai_read_row (condition, prices, &row, &error))
    g_array_append_val (model->rows, row);
  else
    warn (reading, _ ("%s; this price is left out"), error->message);
}

static void
read_rows (const Reading *reading, const cJSON *prices, OutlayCatalogueModel *model)
{
  const cJSON *conditional;

  if (!cJSON_IsArray (prices))
    {
      read_row (reading, NULL, prices, model);
      return;
    }

  cJSON_ArrayForEach (conditional, prices)
  {
    read_row (reading, cJSON_GetObjectItemCaseSensitive (conditional, "constraint"),
              cJSON_GetObjectItemCaseSensitive (conditional, "prices"), model);
  }
}

static void
read_model (Reading *reading, const cJSON *json)
{
  g_autoptr (GError) error = NULL;
  OutlayClause *match;

  reading->model = outlay_catalogue_json_text (json, "id");
  if (reading->model == NULL)
    {
      warn (reading, _ ("a model without an id is left out"));
      return;
    }

  match = outlay_clause_new (cJSON_GetObjectItemCaseSensitive (json, "match"), &error);
  if (match == NULL)
    {
      warn (reading, _ ("%s; this model is left out"), error->message);
      return;
    }

  read_rows (reading, cJSON_GetObjectItemCaseSensitive (json, "prices"),
             outlay_catalogue_add_model (reading->provider, reading->model,
                                         outlay_catalogue_json_text (json, "name"), match));
}

static OutlayClause *
read_clause (const Reading *reading, const cJSON *provider, const char *key)
{
  const cJSON *json = cJSON_GetObjectItemCaseSensitive (provider, key);
  g_autoptr (GError) error = NULL;
  OutlayClause *clause;

  if (json == NULL || cJSON_IsNull (json))
    return NULL;

  clause = outlay_clause_new (json, &error);
  if (clause == NULL)
    warn (reading, _ ("%s; it is not looked for by “%s”"), error->message, key);

  return clause;
}

static GStrv
read_strings (const cJSON *array)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  const cJSON *item;

  cJSON_ArrayForEach (item, array)
  {
    if (cJSON_IsString (item))
      g_strv_builder_add (strings, item->valuestring);
  }

  return g_strv_builder_end (strings);
}

static void
on_provider (const cJSON *json, gpointer user_data)
{
  const Target *target = user_data;
  Reading reading = { .warnings = target->warnings };
  const char *id = outlay_catalogue_json_text (json, "id");
  const cJSON *model;

  if (id == NULL)
    {
      if (target->warnings != NULL)
        g_ptr_array_add (target->warnings, g_strdup (_ ("a provider without an id is left out")));
      return;
    }

  reading.provider = outlay_catalogue_add_provider (target->catalogue, id);
  reading.provider->model_match = read_clause (&reading, json, "model_match");
  reading.provider->provider_match = read_clause (&reading, json, "provider_match");
  reading.provider->fallbacks =
      read_strings (cJSON_GetObjectItemCaseSensitive (json, "fallback_model_providers"));

  cJSON_ArrayForEach (model, cJSON_GetObjectItemCaseSensitive (json, "models"))
  {
    read_model (&reading, model);
  }
}

/**
 * outlay_catalogue_read_genai:
 * @catalogue: (inout): an empty catalogue
 * @json: the file
 * @warnings: (nullable) (element-type utf8): what was left out is added, one message each
 * @error: return location for an #OutlayPriceBookError
 */
gboolean
outlay_catalogue_read_genai (OutlayCatalogue *catalogue,
                             GBytes *json,
                             GPtrArray *warnings,
                             GError **error)
{
  static const char *const omit[] = { "extractors", "description", "price_comments", NULL };
  Target target = { .catalogue = catalogue, .warnings = warnings };

  if (!outlay_price_objects_read (json, omit, on_provider, &target, error))
    return FALSE;

  if (catalogue->providers->len == 0)
    {
      g_set_error_literal (error, OUTLAY_PRICE_BOOK_ERROR, OUTLAY_PRICE_BOOK_ERROR_MALFORMED,
                           _ ("this is not a price catalogue in the genai-prices layout"));
      return FALSE;
    }

  outlay_catalogue_finish (catalogue);
  return TRUE;
}
