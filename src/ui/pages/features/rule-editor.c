/* rule-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/rule-editor.h"

#include "ledger/rule-change.h"
#include "ui/items/series-item.h"
#include "ui/pages/features/effect-list.h"
#include "ui/pages/features/rule-edit.h"
#include "ui/pages/features/rule-matches.h"
#include "ui/pages/features/rule-shares.h"
#include "ui/pages/features/rule-words.h"

#include <glib/gi18n.h>

#define WHOLE 1000000 /* millionths: 100 % */
#define MAX_SHOWN 8   /* rows of what is assigned */

struct _OutlayRuleEditor
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkButton *apply;
  GtkListBox *fixed;
  OutlayRuleMatches *matches;
  OutlayRuleShares *shares;
  OutlayEffectList *effects;
  GtkEditable *from;
  GtkEditable *to;
  GtkSpinButton *priority;

  /* Owned references */
  OutlaySession *session;
  char **assigned;  /* each `FIELD=GLOB` gets rules of its own; NULL where @matches count */
  GArray *replaced; /* gint64: ids of rules that go */
  char *label;      /* of the edit */

  gboolean filled; /* everything is in place, changes are the user's */
};

G_DEFINE_FINAL_TYPE (OutlayRuleEditor, outlay_rule_editor, ADW_TYPE_WINDOW)

static gboolean
read_day (GtkEditable *entry, gint32 *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  gboolean good = text[0] == '\0' || outlay_day_parse (text, day, NULL);

  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return good;
}

static gboolean
read_terms (OutlayRuleEditor *self, OutlayLedgerRule *terms, char **fault)
{
  *terms = (OutlayLedgerRule){ .valid_from = G_MININT32, .valid_to = G_MAXINT32 };
  terms->priority = gtk_spin_button_get_value_as_int (self->priority);
  if (!read_day (self->from, &terms->valid_from) || !read_day (self->to, &terms->valid_to))
    {
      *fault = g_strdup (_ ("Type days as 2026-11-01."));
      return FALSE;
    }

  return TRUE;
}

static void
add_rules (OutlayRuleChange *change,
           const OutlayLedgerRule *terms,
           const GArray *shares,
           const char *const *matches)
{
  for (guint i = 0; i < shares->len; i++)
    {
      const OutlayFeatureRule *share = &g_array_index (shares, OutlayFeatureRule, i);

      outlay_rule_change_add (change, terms, share->feature, share->share, matches);
    }
}

/* What the window says, or NULL and what is not right yet. */
static OutlayRuleChange *
make_change (OutlayRuleEditor *self, char **fault)
{
  g_autoptr (OutlayRuleChange) change = outlay_rule_change_new ();
  g_autoptr (GArray) shares = outlay_rule_shares_get (self->shares, fault);
  g_auto (GStrv) matches = NULL;
  OutlayLedgerRule terms;

  if (shares == NULL || !read_terms (self, &terms, fault))
    return NULL;

  g_array_append_vals (change->removed, self->replaced->data, self->replaced->len);
  for (gsize i = 0; self->assigned != NULL && self->assigned[i] != NULL; i++)
    {
      const char *match[] = { self->assigned[i], NULL };

      add_rules (change, &terms, shares, match);
    }
  if (self->assigned != NULL)
    return g_steal_pointer (&change);

  matches = outlay_rule_matches_get (self->matches);
  if (matches[0] == NULL)
    {
      *fault = g_strdup (_ ("Say what the rule matches."));
      return NULL;
    }

  add_rules (change, &terms, shares, (const char *const *) matches);
  return g_steal_pointer (&change);
}

static void
on_changed (OutlayRuleEditor *self)
{
  g_autofree char *fault = NULL;
  OutlayRuleChange *change;

  if (!self->filled)
    return;

  change = make_change (self, &fault);
  if (change != NULL)
    outlay_effect_list_preview (self->effects, self->session, change);
  else
    outlay_effect_list_fail (self->effects, fault);
}

static void
on_ready (OutlayRuleEditor *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), outlay_effect_list_get_ready (self->effects));
}

static void
on_apply (OutlayRuleEditor *self)
{
  g_autofree char *fault = NULL;
  OutlayRuleChange *change = make_change (self, &fault);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *told = NULL;

  if (change == NULL)
    return;

  told = g_strdup (self->replaced->len > 0 ? _ ("Rule changed") : _ ("Rule added"));
  if (self->assigned != NULL)
    {
      const OutlayLedgerRule *first = change->added->pdata[0];

      g_free (told);
      told = g_strdup_printf (_ ("Assigned to %s"), first->feature);
    }

  outlay_rule_edit (GTK_WIDGET (parent), self->session, change, self->label, told);
  gtk_window_close (GTK_WINDOW (self));
}

static void
outlay_rule_editor_dispose (GObject *object)
{
  OutlayRuleEditor *self = OUTLAY_RULE_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_RULE_EDITOR);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_rule_editor_parent_class)->dispose (object);
}

static void
outlay_rule_editor_finalize (GObject *object)
{
  OutlayRuleEditor *self = OUTLAY_RULE_EDITOR (object);

  g_strfreev (self->assigned);
  g_array_unref (self->replaced);
  g_free (self->label);

  G_OBJECT_CLASS (outlay_rule_editor_parent_class)->finalize (object);
}

static void
outlay_rule_editor_class_init (OutlayRuleEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_rule_editor_dispose;
  object_class->finalize = outlay_rule_editor_finalize;

  g_type_ensure (OUTLAY_TYPE_EFFECT_LIST);
  g_type_ensure (OUTLAY_TYPE_RULE_MATCHES);
  g_type_ensure (OUTLAY_TYPE_RULE_SHARES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/rule-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayRuleEditor, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayRuleEditor, apply);
  gtk_widget_class_bind_template_child (widget_class, OutlayRuleEditor, fixed);
  gtk_widget_class_bind_template_child (widget_class, OutlayRuleEditor, matches);
  gtk_widget_class_bind_template_child (widget_class, OutlayRuleEditor, shares);
  gtk_widget_class_bind_template_child (widget_class, OutlayRuleEditor, effects);
  gtk_widget_class_bind_template_child (widget_class, OutlayRuleEditor, from);
  gtk_widget_class_bind_template_child (widget_class, OutlayRuleEditor, to);
  gtk_widget_class_bind_template_child (widget_class, OutlayRuleEditor, priority);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_ready);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_rule_editor_init (OutlayRuleEditor *self)
{
  self->replaced = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static OutlayRuleEditor *
make_editor (GtkWindow *parent, OutlaySession *session, const char *title, const char *verb)
{
  OutlayRuleEditor *self = g_object_new (OUTLAY_TYPE_RULE_EDITOR, "transient-for", parent, "title",
                                         title, "destroy-with-parent", TRUE, NULL);

  self->session = g_object_ref (session);
  self->label = g_strdup (title);
  outlay_rule_shares_set_session (self->shares, session);
  adw_window_title_set_title (self->title, title);
  gtk_button_set_label (self->apply, verb);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->apply));
  return self;
}

static void
present (OutlayRuleEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->fixed), self->assigned != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->matches), self->assigned == NULL);
  self->filled = TRUE;
  on_changed (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
add_fixed_row (OutlayRuleEditor *self, const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (self->fixed, row);
}

static void
show_assigned (OutlayRuleEditor *self)
{
  guint n_assigned = g_strv_length (self->assigned);

  for (guint i = 0; i < MIN (n_assigned, MAX_SHOWN); i++)
    {
      g_autofree char *title = outlay_match_title (self->assigned[i]);

      add_fixed_row (self, title);
    }

  if (n_assigned > MAX_SHOWN)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u more", "and %u more", n_assigned - MAX_SHOWN),
                           n_assigned - MAX_SHOWN);

      add_fixed_row (self, more);
    }
}

/**
 * outlay_rule_editor_assign:
 * @parent: the window over which it opens
 * @session: whose spend it is
 * @matches: (array zero-terminated=1): `FIELD=GLOB` texts; each gets rules of its own
 * @feature: (nullable): that is proposed
 */
void
outlay_rule_editor_assign (GtkWindow *parent,
                           OutlaySession *session,
                           const char *const *matches,
                           const char *feature)
{
  OutlayRuleEditor *self = make_editor (parent, session, _ ("Assign to Feature"), _ ("_Assign"));

  self->assigned = g_strdupv ((char **) matches);
  show_assigned (self);
  outlay_rule_shares_add (self->shares, feature, WHOLE);
  present (self);
}

/**
 * outlay_rule_editor_add:
 * @parent: the window over which it opens
 * @session: whose rules they are
 * @feature: of the new rule
 */
void
outlay_rule_editor_add (GtkWindow *parent, OutlaySession *session, const char *feature)
{
  static const char *const matches[] = { "key=", NULL };
  OutlayRuleEditor *self = make_editor (parent, session, _ ("Add Rule"), _ ("_Add"));

  outlay_rule_matches_set (self->matches, matches);
  outlay_rule_shares_add (self->shares, feature, WHOLE);
  present (self);
}

static void
write_day (GtkEditable *entry, gint32 day, gint32 none)
{
  g_autofree char *text = day != none ? outlay_day_to_string (day) : g_strdup ("");

  gtk_editable_set_text (entry, text);
}

/**
 * outlay_rule_editor_edit:
 * @parent: the window over which it opens
 * @session: whose rules they are
 * @rules: (element-type OutlayLedgerRule): all rules
 * @rule: one of them; those that share its spend are edited with it
 */
void
outlay_rule_editor_edit (GtkWindow *parent,
                         OutlaySession *session,
                         GPtrArray *rules,
                         const OutlayLedgerRule *rule)
{
  OutlayRuleEditor *self = make_editor (parent, session, _ ("Edit Rule"), _ ("_Save"));
  g_autoptr (GPtrArray) like = outlay_rules_like (rules, rule);

  for (guint i = 0; i < like->len; i++)
    {
      const OutlayLedgerRule *sharing = like->pdata[i];

      g_array_append_val (self->replaced, sharing->id);
      outlay_rule_shares_add (self->shares, sharing->feature, sharing->share);
    }

  outlay_rule_matches_set (self->matches, (const char *const *) rule->matches);
  gtk_spin_button_set_value (self->priority, rule->priority);
  write_day (self->from, rule->valid_from, G_MININT32);
  write_day (self->to, rule->valid_to, G_MAXINT32);
  present (self);
}
