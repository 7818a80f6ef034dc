/* feature-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/feature-rows.h"

#include "ui/pages/features/rule-words.h"
#include "ui/widgets/swatch.h"
#include "wording/date.h"
#include "wording/money.h"

#include <glib/gi18n.h>

static void
add_part (GString *text, const char *part)
{
  if (part != NULL && part[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static const char *
name_stage (const char *stage)
{
  if (g_strcmp0 (stage, "development") == 0)
    return _ ("Development");
  if (g_strcmp0 (stage, "evaluation") == 0)
    return _ ("Evaluation");

  return NULL;
}

static char *
describe (OutlaySession *session, const OutlayFeature *feature, guint n_rules, gint64 cost_nanos)
{
  OutlayWording *wording = outlay_session_get_wording (session);
  const char *currency = outlay_session_get_snapshot (session)->currency;
  g_autofree char *month = outlay_wording_month_name (wording, outlay_session_get_month (session));
  g_autofree char *money = outlay_wording_money (wording, cost_nanos, currency, OUTLAY_MONEY_FULL);
  /* Translators: an amount, then a month: "$312.40 in November" */
  g_autofree char *cost = g_strdup_printf (_ ("%s in %s"), money, month);
  g_autofree char *rules = g_strdup_printf (ngettext ("%u rule", "%u rules", n_rules), n_rules);
  GString *text = g_string_new (cost);

  add_part (text, rules);
  add_part (text, feature->owner);
  add_part (text, feature->cost_centre);
  add_part (text, name_stage (feature->stage));
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_icon_button (const char *icon_name, const char *action, const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_rule_row (const OutlayLedgerRule *rule, OutlayWording *wording)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *matches = outlay_rule_matches_words (rule);
  g_autofree char *terms = outlay_rule_terms_words (rule, wording);
  g_autofree char *edit = g_strdup_printf ("rules.edit(int64 %" G_GINT64_FORMAT ")", rule->id);
  g_autofree char *remove = g_strdup_printf ("rules.remove(int64 %" G_GINT64_FORMAT ")", rule->id);
  g_autofree char *edit_words = g_strdup_printf (_ ("Edit rule: %s"), matches);
  g_autofree char *remove_words = g_strdup_printf (_ ("Remove rule: %s"), matches);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), matches);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), terms);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_icon_button ("outlay-document-edit-symbolic", edit, edit_words));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_icon_button ("outlay-window-close-symbolic",
                                                                     remove, remove_words));
  return row;
}

static GtkWidget *
make_button (const char *label, const char *action, const char *feature)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", feature);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_actions_row (const char *feature)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "editor-row");
  gtk_box_append (GTK_BOX (box), make_button (_ ("Add Rule…"), "rules.add", feature));
  gtk_box_append (GTK_BOX (box), make_button (_ ("Edit…"), "rules.edit-feature", feature));
  gtk_box_append (GTK_BOX (box), make_button (_ ("Remove…"), "rules.remove-feature", feature));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

/**
 * outlay_feature_row_new:
 * @session: whose feature it is
 * @feature: of its snapshot
 * @rules: (element-type OutlayLedgerRule): all rules
 * @cost_nanos: its cost in the session's month
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
outlay_feature_row_new (OutlaySession *session,
                        const OutlayFeature *feature,
                        GPtrArray *rules,
                        gint64 cost_nanos)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *text = NULL;
  guint n_rules = 0;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), feature->name);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row),
                               outlay_swatch_new (outlay_ink_for_slot ((int) feature->slot + 1)));
  for (guint i = 0; i < rules->len; i++)
    {
      const OutlayLedgerRule *rule = rules->pdata[i];

      if (g_strcmp0 (rule->feature, feature->name) != 0)
        continue;

      n_rules++;
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                make_rule_row (rule, outlay_session_get_wording (session)));
    }

  text = describe (session, feature, n_rules, cost_nanos);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_actions_row (feature->name));
  return row;
}
