/* preferences-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every change is applied at once. What figures depend on is a setting of the store, and
 * changing it is an edit that can be undone; what concerns the window is in GSettings.
 */

#include "ui/preferences-window.h"

#include "ledger/settings.h"
#include "ui/list-window.h"
#include "ui/widgets/message.h"

#include <glib/gi18n.h>
#include <string.h>

#define SETTING_KEY "outlay-setting"

/**
 * Preferences:
 *
 * Lives as long as its window.
 */
typedef struct
{
  GtkWidget *window;                          /* borrowed */
  OutlaySession *session;                     /* owned */
  AdwPreferencesRow *rows[OUTLAY_N_SETTINGS]; /* borrowed */
  GtkSwitch *switches[OUTLAY_N_SETTINGS];     /* borrowed, of settings that are a yes or a no */
  gboolean filling;
} Preferences;

typedef struct
{
  OutlaySetting setting;
  char *value;
} Change;

static void read_settings (Preferences *self);

static void
preferences_free (gpointer data)
{
  Preferences *self = data;

  g_object_unref (self->session);
  g_free (self);
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->value);
  g_free (change);
}

static Preferences *
get_preferences (gpointer window)
{
  return g_object_get_data (window, "outlay-preferences");
}

static gboolean
set_setting (OutlayLedger *ledger, gpointer data, GError **error)
{
  const Change *change = data;

  return outlay_ledger_set_setting (ledger, change->setting, change->value, error);
}

static void
on_set (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  Preferences *self = get_preferences (window);

  if (!outlay_worker_edit_finish (OUTLAY_WORKER (source), result, &error))
    outlay_tell (GTK_WIDGET (window), _ ("The setting was not changed"), error->message);
  if (gtk_widget_get_visible (GTK_WIDGET (window)))
    read_settings (self);
}

static void
apply (Preferences *self, OutlaySetting setting, const char *value)
{
  Change *change = g_new (Change, 1);

  *change = (Change){ setting, g_strdup (value) };
  outlay_worker_edit_async (outlay_session_get_worker (self->session), _ ("Change of preferences"),
                            set_setting, change, change_free, NULL, on_set,
                            g_object_ref (self->window));
}

static void
on_text_applied (Preferences *self, AdwEntryRow *row)
{
  OutlaySetting setting =
      (OutlaySetting) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), SETTING_KEY));

  apply (self, setting, gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
on_switched (Preferences *self, GParamSpec *pspec, GtkSwitch *toggle)
{
  OutlaySetting setting =
      (OutlaySetting) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toggle), SETTING_KEY));

  if (!self->filling)
    apply (self, setting, gtk_switch_get_active (toggle) ? "include" : "exclude");
}

static gpointer
get_settings (OutlayLedger *ledger, gpointer data, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) values = g_new0 (char *, OUTLAY_N_SETTINGS + 1);

  for (guint i = 0; i < OUTLAY_N_SETTINGS; i++)
    if (!outlay_ledger_get_setting (ledger, (OutlaySetting) i, &values[i], error))
      return NULL;

  return g_steal_pointer (&values);
}

static void
free_values (gpointer values)
{
  g_strfreev (values);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) values = NULL;
  gpointer value = NULL;
  Preferences *self = get_preferences (window);

  if (!outlay_worker_run_finish (OUTLAY_WORKER (source), result, &value, &error))
    return; /* the store is closed: the window goes with it */

  values = value;
  if (!gtk_widget_get_visible (GTK_WIDGET (window)))
    return;

  self->filling = TRUE;
  for (guint i = 0; i < OUTLAY_N_SETTINGS; i++)
    {
      if (self->switches[i] != NULL)
        gtk_switch_set_active (self->switches[i], strcmp (values[i], "include") == 0);
      else if (self->rows[i] != NULL)
        {
          /* Without the apply button for a moment: the text is not the user's. */
          adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->rows[i]), FALSE);
          gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), values[i]);
          adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->rows[i]), TRUE);
        }
      gtk_widget_set_sensitive (GTK_WIDGET (self->rows[i]), TRUE);
    }
  self->filling = FALSE;
}

static void
read_settings (Preferences *self)
{
  outlay_worker_run_async (outlay_session_get_worker (self->session), OUTLAY_WORK_READ,
                           get_settings, NULL, NULL, free_values, NULL, on_read,
                           g_object_ref (self->window));
}

static void
add_text (Preferences *self, AdwPreferencesGroup *group, OutlaySetting setting, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), SETTING_KEY, GUINT_TO_POINTER (setting));
  g_signal_connect_swapped (row, "apply", G_CALLBACK (on_text_applied), self);
  gtk_widget_set_sensitive (row, FALSE);
  adw_preferences_group_add (group, row);
  self->rows[setting] = ADW_PREFERENCES_ROW (row);
}

static GtkWidget *
add_switch (AdwPreferencesGroup *group, const char *title, const char *subtitle, GtkSwitch **toggle)
{
  GtkWidget *row = adw_action_row_new ();

  *toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (*toggle), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (*toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (*toggle));
  adw_preferences_group_add (group, row);
  return row;
}

static void
add_choice (Preferences *self,
            AdwPreferencesGroup *group,
            OutlaySetting setting,
            const char *title,
            const char *subtitle)
{
  GtkWidget *row = add_switch (group, title, subtitle, &self->switches[setting]);

  g_object_set_data (G_OBJECT (self->switches[setting]), SETTING_KEY, GUINT_TO_POINTER (setting));
  g_signal_connect_swapped (self->switches[setting], "notify::active", G_CALLBACK (on_switched),
                            self);
  gtk_widget_set_sensitive (row, FALSE);
  self->rows[setting] = ADW_PREFERENCES_ROW (row);
}

static void
add_groups (Preferences *self, AdwPreferencesPage *page, GSettings *settings)
{
  AdwPreferencesGroup *group = outlay_list_window_add_group (page, _ ("Figures"));
  GtkSwitch *notify;

  add_text (self, group, OUTLAY_SETTING_CURRENCY, _ ("Reporting Currency"));
  add_choice (self, group, OUTLAY_SETTING_TAX, _ ("Tax Counts as Cost"),
              _ ("Printed on every report"));
  add_choice (self, group, OUTLAY_SETTING_CREDITS, _ ("Credits Lower Cost"),
              _ ("Promotional credits; discounts always do"));
  add_text (self, group, OUTLAY_SETTING_TIMEZONE, _ ("Time Zone That Decides What Today Is"));

  group = outlay_list_window_add_group (page, _ ("Budgets"));
  add_text (self, group, OUTLAY_SETTING_THRESHOLDS, _ ("Thresholds in Percent"));
  if (settings != NULL)
    {
      add_switch (group, _ ("Notifications"), _ ("Once for each threshold and month"), &notify);
      g_settings_bind (settings, "notifications", notify, "active", G_SETTINGS_BIND_DEFAULT);
    }

  group = outlay_list_window_add_group (page, _ ("Reports"));
  add_text (self, group, OUTLAY_SETTING_ORGANISATION, _ ("Organisation"));
}

/**
 * outlay_preferences_window_present:
 * @parent: the window below
 * @session: whose store has the settings
 * @settings: (nullable): those of the window
 */
void
outlay_preferences_window_present (GtkWindow *parent, OutlaySession *session, GSettings *settings)
{
  Preferences *self = g_new0 (Preferences, 1);
  AdwPreferencesPage *page;

  self->session = g_object_ref (session);
  self->window = outlay_list_window_new (parent, _ ("Preferences"), &page);
  g_object_set_data_full (G_OBJECT (self->window), "outlay-preferences", self, preferences_free);
  add_groups (self, page, settings);
  read_settings (self);
  gtk_window_present (GTK_WINDOW (self->window));
}
