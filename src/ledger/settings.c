/* settings.c – commands: what is set that figures depend on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/settings.h"

#include "ledger/command-private.h"
#include "store/settings.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_THRESHOLD 1000 /* percent */

static gboolean check_currency (const char *text, char **value, GError **error);
static gboolean check_thresholds (const char *text, char **value, GError **error);
static gboolean check_switch (const char *text, char **value, GError **error);
static gboolean check_timezone (const char *text, char **value, GError **error);
static gboolean check_organisation (const char *text, char **value, GError **error);

static const struct
{
  const char *name;
  const char *otherwise; /* where it was never set */
  gboolean (*check) (const char *text, char **value, GError **error);
} settings[OUTLAY_N_SETTINGS] = {
  [OUTLAY_SETTING_CURRENCY] = { "currency", "USD", check_currency },
  [OUTLAY_SETTING_THRESHOLDS] = { "thresholds", "50,80,100", check_thresholds },
  [OUTLAY_SETTING_TAX] = { "tax", "exclude", check_switch },
  [OUTLAY_SETTING_CREDITS] = { "credits", "exclude", check_switch },
  [OUTLAY_SETTING_TIMEZONE] = { "timezone", "local", check_timezone },
  [OUTLAY_SETTING_ORGANISATION] = { "organisation", "", check_organisation },
};

static gboolean
refuse (GError **error, const char *text, const char *sentence)
{
  g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID, "“%s”: %s", text, sentence);
  return FALSE;
}

static gboolean
check_currency (const char *text, char **value, GError **error)
{
  if (strlen (text) != 3 || !g_ascii_isalpha (text[0]) || !g_ascii_isalpha (text[1]) ||
      !g_ascii_isalpha (text[2]))
    return refuse (error, text, _ ("A currency is three letters, as USD or EUR."));

  *value = g_ascii_strup (text, -1);
  return TRUE;
}

static gboolean
check_thresholds (const char *text, char **value, GError **error)
{
  guint thresholds[OUTLAY_MAX_THRESHOLDS];
  guint n_thresholds;

  if (!outlay_thresholds_parse (text, thresholds, &n_thresholds, error))
    return FALSE;

  *value = outlay_thresholds_to_string (thresholds, n_thresholds);
  return TRUE;
}

static gboolean
check_switch (const char *text, char **value, GError **error)
{
  if (strcmp (text, "include") != 0 && strcmp (text, "exclude") != 0)
    return refuse (error, text, _ ("Choose include or exclude."));

  *value = g_strdup (text);
  return TRUE;
}

static gboolean
check_timezone (const char *text, char **value, GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;

  if (strcmp (text, "local") != 0)
    {
      zone = text[0] != '\0' ? g_time_zone_new_identifier (text) : NULL;
      if (zone == NULL)
        return refuse (error, text,
                       _ ("There is no such time zone. Write a name as Europe/Berlin, UTC or "
                          "local."));
    }

  *value = g_strdup (text);
  return TRUE;
}

static gboolean
check_organisation (const char *text, char **value, GError **error)
{
  if (text[0] != '\0' && !outlay_command_check_name (text, error))
    return FALSE;

  *value = g_strdup (text);
  return TRUE;
}

/**
 * outlay_setting_to_string:
 * @setting: a setting
 *
 * Returns: its name on the command line and in the store
 */
const char *
outlay_setting_to_string (OutlaySetting setting)
{
  g_return_val_if_fail (setting < OUTLAY_N_SETTINGS, NULL);

  return settings[setting].name;
}

/**
 * outlay_setting_parse:
 * @text: a name
 * @setting: (out): the setting
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_setting_parse (const char *text, OutlaySetting *setting, GError **error)
{
  g_autofree char *known = NULL;
  const char *names[OUTLAY_N_SETTINGS + 1] = { NULL };

  for (guint i = 0; i < OUTLAY_N_SETTINGS; i++)
    {
      if (strcmp (settings[i].name, text) == 0)
        {
          *setting = i;
          return TRUE;
        }
      names[i] = settings[i].name;
    }

  known = g_strjoinv (", ", (char **) names);
  g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
               _ ("There is no setting “%s”. Choose one of %s."), text, known);
  return FALSE;
}

/**
 * outlay_ledger_get_setting:
 * @ledger: a ledger
 * @setting: a setting
 * @value: (out) (transfer full): its value, or what holds where it was never set
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_ledger_get_setting (OutlayLedger *ledger,
                           OutlaySetting setting,
                           char **value,
                           GError **error)
{
  char *stored;

  if (!outlay_settings_get (ledger->database, settings[setting].name, &stored, error))
    return FALSE;

  *value = stored != NULL ? stored : g_strdup (settings[setting].otherwise);
  return TRUE;
}

/**
 * outlay_ledger_set_setting:
 * @ledger: a ledger
 * @setting: a setting
 * @value: its value from now on
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_ledger_set_setting (OutlayLedger *ledger,
                           OutlaySetting setting,
                           const char *value,
                           GError **error)
{
  g_autofree char *checked = NULL;

  if (!settings[setting].check (value, &checked, error) ||
      !outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger,
                             outlay_settings_set (ledger->database, settings[setting].name, checked,
                                                  error),
                             error);
}

static int
compare_thresholds (const void *a, const void *b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

/**
 * outlay_thresholds_parse:
 * @text: percents with commas between, as `50,80,100`
 * @thresholds: (out) (array length=n_thresholds): room for %OUTLAY_MAX_THRESHOLDS;
 *   they come out rising, no two alike
 * @n_thresholds: (out): how many, at least 1
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_thresholds_parse (const char *text, guint *thresholds, guint *n_thresholds, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  guint found[OUTLAY_MAX_THRESHOLDS];
  guint n_found = 0, n_kept = 0;

  if (g_strv_length (parts) < 1 || g_strv_length (parts) > OUTLAY_MAX_THRESHOLDS)
    return refuse (error, text, _ ("Thresholds are 1 to 8 percents, as 50,80,100."));

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      guint64 percent;

      if (!g_ascii_string_to_unsigned (g_strstrip (parts[i]), 10, 1, MAX_THRESHOLD, &percent, NULL))
        return refuse (error, text,
                       _ ("Thresholds are whole percents from 1 to 1000, as 50,80,100."));
      found[n_found++] = (guint) percent;
    }

  qsort (found, n_found, sizeof (guint), compare_thresholds);
  for (guint i = 0; i < n_found; i++)
    if (n_kept == 0 || thresholds[n_kept - 1] != found[i])
      thresholds[n_kept++] = found[i];

  *n_thresholds = n_kept;
  return TRUE;
}

/**
 * outlay_thresholds_to_string:
 * @thresholds: (array length=n_thresholds): percents
 * @n_thresholds: how many
 *
 * Returns: (transfer full): as outlay_thresholds_parse() reads them
 */
char *
outlay_thresholds_to_string (const guint *thresholds, guint n_thresholds)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_thresholds; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? "," : "", thresholds[i]);

  return g_string_free (text, FALSE);
}
