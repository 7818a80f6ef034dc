/* suggestion-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/suggestion-rows.h"

#include "core/money.h"
#include "ledger/rule-change.h"
#include "ledger/suggest.h"
#include "ui/pages/features/rule-edit.h"
#include "wording/money.h"

#include <glib/gi18n.h>

#define MAX_ROWS 4
#define WHOLE 1000000 /* millionths: 100 % */
#define CHANGE_KEY "outlay-change"

static void
on_accept (GtkWidget *button, OutlaySession *session)
{
  const OutlayRuleChange *change = g_object_get_data (G_OBJECT (button), CHANGE_KEY);
  const OutlayLedgerRule *first = change->added->pdata[0];
  g_autofree char *label = g_strdup_printf (_ ("Assign to %s"), first->feature);
  g_autofree char *told = g_strdup_printf (_ ("Assigned to %s"), first->feature);

  gtk_widget_set_sensitive (button, FALSE);
  outlay_rule_edit (GTK_WIDGET (gtk_widget_get_root (button)), session,
                    outlay_rule_change_copy (change), label, told);
}

/* Names of API keys, projects and tags are given; those of models and people are not. */
static gboolean
speaks_of_features (const char *field)
{
  return g_strcmp0 (field, "key") == 0 || g_strcmp0 (field, "project") == 0 ||
         (field != NULL && g_str_has_prefix (field, "tag."));
}

static char *
describe (const OutlaySuggestion *suggestion,
          const OutlayUnassigned *unassigned,
          OutlayWording *wording)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *money = NULL;
  gint64 sum_nanos = 0;

  for (guint i = 0; i < suggestion->names->len; i++)
    {
      const OutlayUnassignedValue *value =
          &g_array_index (unassigned->values, OutlayUnassignedValue,
                          g_array_index (suggestion->names, guint, i));

      outlay_nanos_accumulate (&sum_nanos, value->cost_nanos);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", value->value);
    }

  money = outlay_wording_money (wording, sum_nanos, unassigned->currency, OUTLAY_MONEY_FULL);
  return suggestion->is_known ? g_strdup_printf ("%s · %s", money, names->str)
                              : g_strdup_printf (_ ("%s · new feature · %s"), money, names->str);
}

static OutlayRuleChange *
make_change (const OutlaySuggestion *suggestion, const OutlayUnassigned *unassigned)
{
  OutlayRuleChange *change = outlay_rule_change_new ();

  for (guint i = 0; i < suggestion->names->len; i++)
    {
      const OutlayUnassignedValue *value =
          &g_array_index (unassigned->values, OutlayUnassignedValue,
                          g_array_index (suggestion->names, guint, i));
      g_autofree char *match = g_strdup_printf ("%s=%s", unassigned->field, value->value);
      const char *matches[] = { match, NULL };

      outlay_rule_change_add (change, NULL, suggestion->feature, WHOLE, matches);
    }

  return change;
}

static GtkWidget *
make_row (const OutlaySuggestion *suggestion,
          OutlaySession *session,
          const OutlayUnassigned *unassigned)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Assign"));
  g_autofree char *text = describe (suggestion, unassigned, outlay_session_get_wording (session));
  g_autofree char *words = g_strdup_printf (_ ("Assign to %s"), suggestion->feature);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), suggestion->feature);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_set_tooltip_text (row, text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), CHANGE_KEY, make_change (suggestion, unassigned),
                          (GDestroyNotify) outlay_rule_change_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_accept), session, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/**
 * outlay_suggestion_rows_fill:
 * @list: a list; what it has goes
 * @session: whose features are known
 * @unassigned: what the suggestions are made from
 */
void
outlay_suggestion_rows_fill (GtkListBox *list,
                             OutlaySession *session,
                             const OutlayUnassigned *unassigned)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autoptr (GPtrArray) suggestions = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  if (!speaks_of_features (unassigned->field))
    return;

  for (guint i = 0; i < unassigned->values->len; i++)
    g_ptr_array_add (names, g_array_index (unassigned->values, OutlayUnassignedValue, i).value);
  for (gsize i = 1; i < snapshot->n_features; i++)
    g_ptr_array_add (known, snapshot->features[i].name);
  g_ptr_array_add (known, NULL);

  suggestions = outlay_suggest_features ((const char *const *) names->pdata, names->len,
                                         (const char *const *) known->pdata);
  for (guint i = 0; i < MIN (suggestions->len, MAX_ROWS); i++)
    gtk_list_box_append (list, make_row (suggestions->pdata[i], session, unassigned));
}
