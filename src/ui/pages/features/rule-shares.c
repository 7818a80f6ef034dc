/* rule-shares.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/rule-shares.h"

#include "wording/number.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define WHOLE 1000000 /* millionths: 100 % */
#define MICROS_PER_PERCENT 10000
#define PERCENT_CHARS 5
#define ROW_KEY "outlay-share-row"

struct _OutlayRuleShares
{
  AdwBin parent_instance;

  /* Borrowed references: widgets inside */
  GtkListBox *list;
  GtkLabel *left;

  /* Owned references */
  OutlaySession *session;
  GtkStringList *features; /* names, then “New feature…” */
};

/* Its widgets; they own it through the row. */
typedef struct
{
  GtkWidget *row;
  GtkDropDown *feature;
  GtkEditable *name; /* of a new feature */
  GtkSpinButton *percent;
  gint32 exact; /* millionths that the spin button may round; 0 once it was changed */
} ShareRow;

static guint changed_signal;

G_DEFINE_FINAL_TYPE (OutlayRuleShares, outlay_rule_shares, ADW_TYPE_BIN)

static ShareRow *
get_row (OutlayRuleShares *self, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

  return row != NULL ? g_object_get_data (G_OBJECT (row), ROW_KEY) : NULL;
}

static gint32
get_share (const ShareRow *row)
{
  if (row->exact != 0)
    return row->exact;

  return (gint32) lround (gtk_spin_button_get_value (row->percent) * MICROS_PER_PERCENT);
}

static gboolean
is_new (OutlayRuleShares *self, const ShareRow *row)
{
  return gtk_drop_down_get_selected (row->feature) + 1 ==
         g_list_model_get_n_items (G_LIST_MODEL (self->features));
}

static const char *
get_feature (OutlayRuleShares *self, const ShareRow *row)
{
  if (is_new (self, row))
    return gtk_editable_get_text (row->name);

  return gtk_string_list_get_string (self->features, gtk_drop_down_get_selected (row->feature));
}

static gint32
sum_shares (OutlayRuleShares *self)
{
  gint32 sum = 0;

  for (guint i = 0; get_row (self, i) != NULL; i++)
    sum += get_share (get_row (self, i));
  return sum;
}

static void
show_left (OutlayRuleShares *self)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  gint32 left = WHOLE - sum_shares (self);
  g_autofree char *share = outlay_wording_share_micros (wording, ABS (left));
  g_autofree char *text = NULL;

  if (left > 0)
    text = g_strdup_printf (_ ("%s stays unallocated"), share);
  else if (left == 0)
    text = g_strdup (_ ("All of it is allocated"));
  else
    text = g_strdup_printf (_ ("%s too much: lower a share"), share);

  gtk_label_set_label (self->left, text);
  if (left < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->left), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->left), "error");
}

static void
tell_changed (OutlayRuleShares *self)
{
  for (guint i = 0; get_row (self, i) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)->name), is_new (self, get_row (self, i)));
  show_left (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_percent_changed (OutlayRuleShares *self, GtkSpinButton *percent)
{
  ShareRow *row = g_object_get_data (G_OBJECT (percent), ROW_KEY);

  row->exact = 0;
  tell_changed (self);
}

static void
on_remove (OutlayRuleShares *self, GtkWidget *button)
{
  ShareRow *row = g_object_get_data (G_OBJECT (button), ROW_KEY);

  gtk_list_box_remove (self->list, row->row);
  tell_changed (self);
}

/* A feature that has no share yet. */
static const char *
find_unused (OutlayRuleShares *self)
{
  guint n_known = g_list_model_get_n_items (G_LIST_MODEL (self->features)) - 1;

  for (guint i = 0; i < n_known; i++)
    {
      const char *name = gtk_string_list_get_string (self->features, i);
      gboolean used = FALSE;

      for (guint j = 0; get_row (self, j) != NULL && !used; j++)
        used = strcmp (get_feature (self, get_row (self, j)), name) == 0;
      if (!used)
        return name;
    }

  return "";
}

/* It gets what is left; where nothing is, half of the last share. */
static void
on_add (OutlayRuleShares *self)
{
  gint32 left = WHOLE - sum_shares (self);
  guint n_rows = 0;

  while (get_row (self, n_rows) != NULL)
    n_rows++;

  if (left <= 0 && n_rows > 0)
    {
      ShareRow *last = get_row (self, n_rows - 1);
      int percent = get_share (last) / MICROS_PER_PERCENT;

      left = percent / 2 * MICROS_PER_PERCENT;
      gtk_spin_button_set_value (last->percent, percent - percent / 2);
    }

  outlay_rule_shares_add (self, find_unused (self), MAX (left, 0));
}

static GtkWidget *
make_percent (OutlayRuleShares *self, ShareRow *row, gint32 share)
{
  GtkWidget *percent = gtk_spin_button_new_with_range (0, 100, 5);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (percent),
                              share % (MICROS_PER_PERCENT / 10) != 0 ? 2 : 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (percent), (double) share / MICROS_PER_PERCENT);
  gtk_editable_set_width_chars (GTK_EDITABLE (percent), PERCENT_CHARS);
  gtk_widget_set_tooltip_text (percent, _ ("Share in percent"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (percent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Share in percent"), -1);
  row->percent = GTK_SPIN_BUTTON (percent);
  row->exact = share;
  g_object_set_data (G_OBJECT (percent), ROW_KEY, row);
  g_signal_connect_swapped (percent, "value-changed", G_CALLBACK (on_percent_changed), self);
  return percent;
}

static GtkWidget *
make_name (OutlayRuleShares *self, ShareRow *row, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), name != NULL ? name : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name of the feature"));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the feature"), -1);
  row->name = GTK_EDITABLE (entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (tell_changed), self);
  return entry;
}

static guint
find_feature (OutlayRuleShares *self, const char *name)
{
  guint n_known = g_list_model_get_n_items (G_LIST_MODEL (self->features)) - 1;

  for (guint i = 0; name != NULL && i < n_known; i++)
    if (strcmp (gtk_string_list_get_string (self->features, i), name) == 0)
      return i;

  return name != NULL || n_known == 0 ? n_known : 0;
}

static void
on_name_setup (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkExpression *item = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  GtkExpression *string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, item, "string");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_expression_bind (string, label, "label", cell);
  gtk_list_item_set_child (cell, label);
}

static GtkWidget *
make_feature (OutlayRuleShares *self, ShareRow *row, const char *name)
{
  GtkExpression *string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->features)), string);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_name_setup), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), factory);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), find_feature (self, name));
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Feature"), -1);
  row->feature = GTK_DROP_DOWN (choice);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (tell_changed), self);
  return choice;
}

static GtkWidget *
make_remove (OutlayRuleShares *self, ShareRow *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("outlay-window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove this share"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove this share"), -1);
  g_object_set_data (G_OBJECT (button), ROW_KEY, row);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_remove), self);
  return button;
}

static void
outlay_rule_shares_dispose (GObject *object)
{
  OutlayRuleShares *self = OUTLAY_RULE_SHARES (object);

  g_clear_object (&self->session);
  g_clear_object (&self->features);

  G_OBJECT_CLASS (outlay_rule_shares_parent_class)->dispose (object);
}

static void
outlay_rule_shares_class_init (OutlayRuleSharesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_rule_shares_dispose;

  /**
   * OutlayRuleShares::changed:
   *
   * A share, or a feature, is another.
   */
  changed_signal = g_signal_new ("changed", OUTLAY_TYPE_RULE_SHARES, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_rule_shares_init (OutlayRuleShares *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *left = gtk_label_new (NULL);
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Share with Another Feature"));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_label_set_wrap (GTK_LABEL (left), TRUE);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_add_css_class (left, "caption");
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), self);
  gtk_box_append (GTK_BOX (column), list);
  gtk_box_append (GTK_BOX (column), left);
  gtk_box_append (GTK_BOX (column), add);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), column);
  self->list = GTK_LIST_BOX (list);
  self->left = GTK_LABEL (left);
}

/**
 * outlay_rule_shares_set_session:
 * @self: shares
 * @session: whose features can be chosen
 */
void
outlay_rule_shares_set_session (OutlayRuleShares *self, OutlaySession *session)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);

  g_set_object (&self->session, session);
  g_clear_object (&self->features);
  self->features = gtk_string_list_new (NULL);
  for (gsize i = 1; i < snapshot->n_features; i++)
    gtk_string_list_append (self->features, snapshot->features[i].name);
  gtk_string_list_append (self->features, _ ("New feature…"));
}

/**
 * outlay_rule_shares_add:
 * @self: shares
 * @feature: (nullable): a name, known or new; %NULL for one to be chosen
 * @share: millionths
 */
void
outlay_rule_shares_add (OutlayRuleShares *self, const char *feature, gint32 share)
{
  ShareRow *row = g_new0 (ShareRow, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *choice = make_feature (self, row, feature);

  row->row = gtk_list_box_row_new ();
  g_object_set_data_full (G_OBJECT (row->row), ROW_KEY, row, g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), FALSE);
  gtk_widget_add_css_class (box, "editor-row");
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (box), make_name (self, row, feature));
  gtk_box_append (GTK_BOX (box), make_percent (self, row, share));
  gtk_box_append (GTK_BOX (box), gtk_label_new ("%"));
  gtk_box_append (GTK_BOX (box), make_remove (self, row));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_list_box_append (self->list, row->row);
  tell_changed (self);
}

static gboolean
has_feature (const GArray *shares, const char *name)
{
  for (guint i = 0; i < shares->len; i++)
    if (strcmp (g_array_index (shares, OutlayFeatureRule, i).feature, name) == 0)
      return TRUE;

  return FALSE;
}

static void
clear_share (gpointer data)
{
  g_free (((OutlayFeatureRule *) data)->feature);
}

/**
 * outlay_rule_shares_get:
 * @self: shares
 * @fault: (out): what is not right yet, in words
 *
 * Returns: (transfer full) (element-type OutlayFeatureRule) (nullable): the shares;
 *   %NULL if they are not right, and @fault says why
 */
GArray *
outlay_rule_shares_get (OutlayRuleShares *self, char **fault)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (OutlayFeatureRule));
  const char *wrong = NULL;

  g_array_set_clear_func (shares, clear_share);
  for (guint i = 0; get_row (self, i) != NULL && wrong == NULL; i++)
    {
      const ShareRow *row = get_row (self, i);
      OutlayFeatureRule share = { g_strstrip (g_strdup (get_feature (self, row))),
                                  get_share (row) };

      if (share.feature[0] == '\0')
        wrong = _ ("Name the new feature.");
      else if (share.share == 0)
        wrong = _ ("A share is more than 0 %.");
      else if (has_feature (shares, share.feature))
        wrong = _ ("A feature can have one share only.");
      g_array_append_val (shares, share);
    }

  if (wrong == NULL && shares->len == 0)
    wrong = _ ("Choose a feature.");
  if (wrong == NULL && sum_shares (self) > WHOLE)
    wrong = _ ("The shares are more than 100 %.");
  if (wrong == NULL)
    return g_steal_pointer (&shares);

  *fault = g_strdup (wrong);
  return NULL;
}
