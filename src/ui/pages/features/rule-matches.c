/* rule-matches.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/rule-matches.h"

#include "ui/items/series-item.h"

#include <glib/gi18n.h>
#include <string.h>

#define ROW_KEY "outlay-match-row"

static const char *const plain_fields[] = { "key",       "project", "user",    "model",
                                            "line-item", "account", "provider" };

struct _OutlayRuleMatches
{
  AdwBin parent_instance;

  /* Borrowed references: widgets inside */
  GtkListBox *list;
};

/* Its widgets; they own it through the row. */
typedef struct
{
  GtkWidget *row;
  GtkDropDown *field;
  GtkEditable *tag; /* name of the tag */
  GtkEditable *glob;
} MatchRow;

static guint changed_signal;

G_DEFINE_FINAL_TYPE (OutlayRuleMatches, outlay_rule_matches, ADW_TYPE_BIN)

static MatchRow *
get_row (OutlayRuleMatches *self, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

  return row != NULL ? g_object_get_data (G_OBJECT (row), ROW_KEY) : NULL;
}

static gboolean
is_tag (const MatchRow *row)
{
  return gtk_drop_down_get_selected (row->field) == G_N_ELEMENTS (plain_fields);
}

static void
tell_changed (OutlayRuleMatches *self)
{
  for (guint i = 0; get_row (self, i) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)->tag), is_tag (get_row (self, i)));
  g_signal_emit (self, changed_signal, 0);
}

static void
on_remove (OutlayRuleMatches *self, GtkWidget *button)
{
  MatchRow *row = g_object_get_data (G_OBJECT (button), ROW_KEY);

  gtk_list_box_remove (self->list, row->row);
  tell_changed (self);
}

static GtkWidget *
make_field (OutlayRuleMatches *self, guint selected)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (gsize i = 0; i < G_N_ELEMENTS (plain_fields); i++)
    gtk_string_list_take (titles, outlay_field_title (plain_fields[i]));
  gtk_string_list_append (titles, _ ("Tag"));
  choice = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is matched"), -1);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (tell_changed), self);
  return choice;
}

static GtkWidget *
make_entry (OutlayRuleMatches *self, const char *text, const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (tell_changed), self);
  return entry;
}

static GtkWidget *
make_remove (OutlayRuleMatches *self, MatchRow *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("outlay-window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove this condition"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove this condition"), -1);
  g_object_set_data (G_OBJECT (button), ROW_KEY, row);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_remove), self);
  return button;
}

static guint
find_field (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_fields); i++)
    if (strcmp (plain_fields[i], field) == 0)
      return i;

  return G_N_ELEMENTS (plain_fields);
}

/* @match is `FIELD=GLOB`. */
static void
add_match (OutlayRuleMatches *self, const char *match)
{
  MatchRow *row = g_new0 (MatchRow, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *equals = strchr (match, '=');
  g_autofree char *field = g_strndup (match, (gsize) (equals - match));
  guint selected = find_field (field);
  gboolean tag = selected == G_N_ELEMENTS (plain_fields);
  GtkWidget *choice = make_field (self, selected);
  GtkWidget *name = make_entry (self, tag ? field + strlen ("tag.") : "", _ ("Name of the tag"));
  GtkWidget *glob = make_entry (self, equals + 1, _ ("Pattern, as search-*"));

  row->field = GTK_DROP_DOWN (choice);
  row->tag = GTK_EDITABLE (name);
  row->glob = GTK_EDITABLE (glob);
  row->row = gtk_list_box_row_new ();
  g_object_set_data_full (G_OBJECT (row->row), ROW_KEY, row, g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), FALSE);
  gtk_widget_set_hexpand (glob, TRUE);
  gtk_widget_add_css_class (box, "editor-row");
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), glob);
  gtk_box_append (GTK_BOX (box), make_remove (self, row));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_list_box_append (self->list, row->row);
}

static void
on_add (OutlayRuleMatches *self)
{
  add_match (self, "model=");
  tell_changed (self);
}

static void
outlay_rule_matches_class_init (OutlayRuleMatchesClass *klass)
{
  /**
   * OutlayRuleMatches::changed:
   *
   * A condition is another.
   */
  changed_signal = g_signal_new ("changed", OUTLAY_TYPE_RULE_MATCHES, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_rule_matches_init (OutlayRuleMatches *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *hint =
      gtk_label_new (_ ("* is any text, ? any character. All conditions have to hold."));
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("A_dd Condition"));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_set_hexpand (hint, TRUE);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "quiet");
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), self);
  gtk_box_append (GTK_BOX (column), list);
  gtk_box_append (GTK_BOX (column), hint);
  gtk_box_append (GTK_BOX (column), add);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), column);
  self->list = GTK_LIST_BOX (list);
}

/**
 * outlay_rule_matches_set:
 * @self: conditions
 * @matches: (array zero-terminated=1): `FIELD=GLOB` texts
 */
void
outlay_rule_matches_set (OutlayRuleMatches *self, const char *const *matches)
{
  for (gsize i = 0; matches[i] != NULL; i++)
    add_match (self, matches[i]);

  tell_changed (self);
}

/**
 * outlay_rule_matches_get:
 * @self: conditions
 *
 * Returns: (transfer full) (array zero-terminated=1): `FIELD=GLOB` texts of those that
 *   are filled in
 */
char **
outlay_rule_matches_get (OutlayRuleMatches *self)
{
  GPtrArray *matches = g_ptr_array_new ();

  for (guint i = 0; get_row (self, i) != NULL; i++)
    {
      const MatchRow *row = get_row (self, i);
      const char *glob = gtk_editable_get_text (row->glob);
      const char *tag = gtk_editable_get_text (row->tag);

      if (glob[0] == '\0' || (is_tag (row) && tag[0] == '\0'))
        continue;

      g_ptr_array_add (matches,
                       is_tag (row)
                           ? g_strdup_printf ("tag.%s=%s", tag, glob)
                           : g_strdup_printf ("%s=%s",
                                              plain_fields[gtk_drop_down_get_selected (row->field)],
                                              glob));
    }

  g_ptr_array_add (matches, NULL);
  return (char **) g_ptr_array_free (matches, FALSE);
}
