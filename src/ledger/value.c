/* value.c – a model of value as a person states it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/value.h"

#include "ledger/exact.h"
#include "ledger/ledger.h"

#include <glib/gi18n.h>
#include <string.h>

#define DECIMALS 6
#define MICROS G_GINT64_CONSTANT (1000000)
#define DOUBTFUL_UPLIFT (MICROS / 20) /* five points: more likely a percentage gone wrong */

static char *
list_keys (OutlayValueMethod method)
{
  GString *text = g_string_new (NULL);

  for (guint key = 0; key < OUTLAY_N_VALUE_KEYS; key++)
    if (outlay_value_method_takes (method, key))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              outlay_value_key_to_string (key));

  return g_string_free (text, FALSE);
}

static gboolean
find_method (const char *name, OutlayValueMethod *method, GError **error)
{
  g_autofree char *known = NULL;
  const char *names[OUTLAY_N_VALUE_METHODS + 1] = { NULL };

  if (outlay_value_method_parse (name, method))
    return TRUE;

  for (guint i = 0; i < OUTLAY_N_VALUE_METHODS; i++)
    names[i] = outlay_value_method_to_string (i);
  known = g_strjoinv (", ", (char **) names);
  g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
               _ ("There is no method “%s”. Choose one of %s."), name, known);
  return FALSE;
}

static gboolean
find_key (const char *name, OutlayValueMethod method, OutlayValueKey *key, GError **error)
{
  g_autofree char *known = NULL;

  if (outlay_value_key_parse (name, key) && outlay_value_method_takes (method, *key))
    return TRUE;

  known = list_keys (method);
  g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
               _ ("The method %s has no “%s”. It takes %s."),
               outlay_value_method_to_string (method), name, known);
  return FALSE;
}

/* One number, or low:likely:high. */
static gboolean
parse_range (const char *text, OutlayRange *range, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 4);
  guint n_parts = g_strv_length (parts);
  gint64 number[3];

  if (n_parts != 1 && n_parts != 3)
    {
      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                   _ ("“%s” is neither a number nor a low:likely:high range."), text);
      return FALSE;
    }

  for (guint i = 0; i < n_parts; i++)
    if (!outlay_exact_parse (parts[i], DECIMALS, &number[i], error))
      return FALSE;

  range->given = TRUE;
  range->is_range = n_parts == 3;
  range->low_micros = number[0];
  range->likely_micros = number[n_parts / 2];
  range->high_micros = number[n_parts - 1];
  return TRUE;
}

static gboolean
parse_input (const char *text, OutlayValueModel *model, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *name = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  OutlayValueKey key;

  if (name == NULL)
    {
      g_autofree char *known = list_keys (model->method);

      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                   _ ("“%s” is not KEY=VALUE. The method %s takes %s."), text,
                   outlay_value_method_to_string (model->method), known);
      return FALSE;
    }

  if (!find_key (name, model->method, &key, error))
    return FALSE;

  if (model->input[key].given)
    {
      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                   _ ("“%s” is stated twice. State it once."), name);
      return FALSE;
    }

  if (!parse_range (equals + 1, &model->input[key], error))
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }

  return TRUE;
}

/**
 * outlay_value_model_parse:
 * @method: name of a method
 * @inputs: (array zero-terminated=1): `KEY=VALUE` texts; a value is a number or
 *   `low:likely:high`, with at most six decimals
 * @model: (out): the model
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_value_model_parse (const char *method,
                          const char *const *inputs,
                          OutlayValueModel *model,
                          GError **error)
{
  OutlayValueModel parsed = { 0 };

  if (!find_method (method, &parsed.method, error))
    return FALSE;

  for (gsize i = 0; inputs[i] != NULL; i++)
    if (!parse_input (inputs[i], &parsed, error))
      return FALSE;

  if (!outlay_value_model_check (&parsed, error))
    return FALSE;

  *model = parsed;
  return TRUE;
}

static gboolean
check_range (OutlayValueKey key, const OutlayRange *range, GError **error)
{
  gboolean is_uplift = key == OUTLAY_VALUE_CONVERSION_UPLIFT;
  gint64 least = is_uplift ? -MICROS : 0;
  const char *fault = NULL;

  if (range->low_micros > range->likely_micros || range->likely_micros > range->high_micros)
    fault = _ ("A range rises: low, likely, high.");
  else if (range->low_micros < least)
    fault = is_uplift ? _ ("It lies between -1 and 1: 0.002 is 0.2 percentage points.")
                      : _ ("It cannot be negative.");
  else if (outlay_value_key_is_fraction (key) && range->high_micros > MICROS)
    fault = is_uplift ? _ ("It lies between -1 and 1: 0.002 is 0.2 percentage points.")
                      : _ ("It lies between 0 and 1: 0.85 is 85 %.");

  if (fault == NULL)
    return TRUE;

  g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID, "%s: %s",
               outlay_value_key_to_string (key), fault);
  return FALSE;
}

/**
 * outlay_value_model_check:
 * @model: a model
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: %TRUE if @model has what its method needs, nothing else, and every
 *   input makes sense
 */
gboolean
outlay_value_model_check (const OutlayValueModel *model, GError **error)
{
  for (guint key = 0; key < OUTLAY_N_VALUE_KEYS; key++)
    {
      const OutlayRange *range = &model->input[key];

      if (range->given && (!find_key (outlay_value_key_to_string (key), model->method,
                                      &(OutlayValueKey){ 0 }, error) ||
                           !check_range (key, range, error)))
        return FALSE;

      if (!range->given && outlay_value_key_is_required (model->method, key))
        {
          g_autofree char *known = list_keys (model->method);

          g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                       _ ("The method %s needs “%s”. It takes %s."),
                       outlay_value_method_to_string (model->method),
                       outlay_value_key_to_string (key), known);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * outlay_value_model_doubt:
 * @model: a model
 *
 * Returns: (nullable): a sentence about an input that is possible and unlikely
 */
const char *
outlay_value_model_doubt (const OutlayValueModel *model)
{
  const OutlayRange *uplift = &model->input[OUTLAY_VALUE_CONVERSION_UPLIFT];

  if (model->method != OUTLAY_VALUE_REVENUE || uplift->high_micros <= DOUBTFUL_UPLIFT)
    return NULL;

  /* xgettext:no-c-format */
  return _ ("conversion_uplift is more than 5 percentage points. It is meant as a difference of "
            "rates, from 2.0 % to 2.2 % is 0.002, not as a relative increase.");
}
