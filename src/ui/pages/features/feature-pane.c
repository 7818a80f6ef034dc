/* feature-pane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/feature-pane.h"

#include "core/money.h"
#include "ledger/feature.h"
#include "ui/pages/features/feature-editor.h"
#include "ui/pages/features/feature-rows.h"
#include "ui/pages/features/rule-edit.h"
#include "ui/pages/features/rule-editor.h"
#include "ui/pages/features/share-bars.h"
#include "ui/widgets/message.h"

#include <glib/gi18n.h>
#include <string.h>

struct _OutlayFeaturePane
{
  AdwBin parent_instance;

  /* Template widgets */
  OutlayShareBars *bars;
  GtkListBox *list;
  GtkWidget *empty;

  /* Owned references */
  OutlaySession *session;
  GPtrArray *rules;     /* OutlayLedgerRule */
  GHashTable *expanded; /* names of features */
};

G_DEFINE_FINAL_TYPE (OutlayFeaturePane, outlay_feature_pane, ADW_TYPE_BIN)

static GtkWindow *
get_window (OutlayFeaturePane *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static const OutlayLedgerRule *
find_rule (OutlayFeaturePane *self, gint64 id)
{
  for (guint i = 0; self->rules != NULL && i < self->rules->len; i++)
    {
      const OutlayLedgerRule *rule = self->rules->pdata[i];

      if (rule->id == id)
        return rule;
    }

  return NULL;
}

static void
on_add (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayFeaturePane *self = data;

  outlay_rule_editor_add (get_window (self), self->session, g_variant_get_string (parameter, NULL));
}

static void
on_edit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayFeaturePane *self = data;
  const OutlayLedgerRule *rule = find_rule (self, g_variant_get_int64 (parameter));

  if (rule != NULL)
    outlay_rule_editor_edit (get_window (self), self->session, self->rules, rule);
}

static void
on_remove (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayFeaturePane *self = data;
  gint64 id = g_variant_get_int64 (parameter);
  OutlayRuleChange *change;

  if (find_rule (self, id) == NULL)
    return;

  change = outlay_rule_change_new ();
  g_array_append_val (change->removed, id);
  outlay_rule_edit (GTK_WIDGET (self), self->session, change, _ ("Remove Rule"),
                    _ ("Rule removed"));
}

static void
on_new_feature (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayFeaturePane *self = data;

  outlay_feature_editor_present (get_window (self), self->session, NULL);
}

static void
on_edit_feature (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayFeaturePane *self = data;
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (self->session);
  const char *name = g_variant_get_string (parameter, NULL);

  for (gsize i = 1; i < snapshot->n_features; i++)
    if (strcmp (snapshot->features[i].name, name) == 0)
      outlay_feature_editor_present (get_window (self), self->session, &snapshot->features[i]);
}

/* A feature that the user has been asked about. */
typedef struct
{
  OutlayFeaturePane *pane; /* owned */
  char *feature;
} Removal;

static void
free_removal (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->pane);
  g_free (removal->feature);
  g_free (removal);
}

static gboolean
remove_feature (OutlayLedger *ledger, gpointer data, GError **error)
{
  return outlay_ledger_remove_feature (ledger, data, error);
}

static void
on_removal_confirmed (gpointer data)
{
  Removal *removal = data;
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), removal->feature);
  g_autofree char *told = g_strdup_printf (_ ("%s removed"), removal->feature);

  outlay_feature_edit (GTK_WIDGET (removal->pane), removal->pane->session, remove_feature,
                       g_strdup (removal->feature), g_free, label, told);
}

static void
on_remove_feature (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayFeaturePane *self = data;
  const char *name = g_variant_get_string (parameter, NULL);
  g_autofree char *heading = g_strdup_printf (_ ("Remove %s?"), name);
  Removal *removal = g_new (Removal, 1);

  *removal = (Removal){ g_object_ref (self), g_strdup (name) };
  outlay_ask (GTK_WIDGET (self), heading,
              _ ("Its rules, its budgets and its shares in use cases go with it; its spend becomes "
                 "unallocated. Undo brings it back."),
              _ ("_Remove"), /* destructive: */ TRUE, on_removal_confirmed, removal, free_removal);
}

static gint64
sum_month (const OutlaySnapshot *snapshot, guint32 feature, gint32 month)
{
  gint32 first = outlay_month_first_day (month);
  gsize n_cells;
  const OutlayCell *cells = outlay_cube_feature (&snapshot->cube, feature, first,
                                                 first + outlay_month_n_days (month) - 1, &n_cells);
  gint64 sum_nanos = 0;

  for (gsize i = 0; i < n_cells; i++)
    outlay_nanos_accumulate (&sum_nanos, cells[i].cost_nanos);
  return sum_nanos;
}

static void
on_expanded (OutlayFeaturePane *self, GParamSpec *pspec, GtkWidget *row)
{
  const char *name = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    g_hash_table_add (self->expanded, g_strdup (name));
  else
    g_hash_table_remove (self->expanded, name);
}

static void
add_row (OutlayFeaturePane *self, guint32 feature)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (self->session);
  const char *name = snapshot->features[feature].name;
  gint64 cost_nanos = sum_month (snapshot, feature, outlay_session_get_month (self->session));
  GtkWidget *row =
      outlay_feature_row_new (self->session, &snapshot->features[feature], self->rules, cost_nanos);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_hash_table_contains (self->expanded, name));
  g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (on_expanded), self);
  gtk_list_box_append (self->list, row);
}

static void
add_actions (OutlayFeaturePane *self)
{
  const GActionEntry entries[] = {
    { .name = "add", .activate = on_add, .parameter_type = "s" },
    { .name = "edit", .activate = on_edit, .parameter_type = "x" },
    { .name = "remove", .activate = on_remove, .parameter_type = "x" },
    { .name = "new-feature", .activate = on_new_feature },
    { .name = "edit-feature", .activate = on_edit_feature, .parameter_type = "s" },
    { .name = "remove-feature", .activate = on_remove_feature, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "rules", G_ACTION_GROUP (group));
}

static void
outlay_feature_pane_dispose (GObject *object)
{
  OutlayFeaturePane *self = OUTLAY_FEATURE_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_FEATURE_PANE);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->expanded, g_hash_table_unref);

  G_OBJECT_CLASS (outlay_feature_pane_parent_class)->dispose (object);
}

static void
outlay_feature_pane_class_init (OutlayFeaturePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_feature_pane_dispose;

  g_type_ensure (OUTLAY_TYPE_SHARE_BARS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/feature-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayFeaturePane, bars);
  gtk_widget_class_bind_template_child (widget_class, OutlayFeaturePane, list);
  gtk_widget_class_bind_template_child (widget_class, OutlayFeaturePane, empty);
}

static void
outlay_feature_pane_init (OutlayFeaturePane *self)
{
  self->expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
}

/**
 * outlay_feature_pane_show:
 * @self: a pane
 * @session: whose features it shows
 * @rules: (element-type OutlayLedgerRule): all rules
 */
void
outlay_feature_pane_show (OutlayFeaturePane *self, OutlaySession *session, GPtrArray *rules)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  GtkWidget *row;

  g_set_object (&self->session, session);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  self->rules = g_ptr_array_ref (rules);
  outlay_share_bars_set_session (self->bars, session);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint32 feature = 1; feature < snapshot->n_features; feature++)
    add_row (self, feature);
  gtk_widget_set_visible (GTK_WIDGET (self->list), snapshot->n_features > 1);
  gtk_widget_set_visible (self->empty, snapshot->n_features <= 1);
}
