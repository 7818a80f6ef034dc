/* feature-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/feature-editor.h"

#include "ledger/feature.h"
#include "ui/pages/features/rule-edit.h"

#include <glib/gi18n.h>

struct _OutlayFeatureEditor
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkWidget *save;
  GtkEditable *name;
  GtkEditable *owner;
  GtkEditable *cost_centre;
  AdwComboRow *stage;

  /* Owned references */
  OutlaySession *session;
  char *feature; /* its name so far; NULL for a new one */
};

G_DEFINE_FINAL_TYPE (OutlayFeatureEditor, outlay_feature_editor, ADW_TYPE_WINDOW)

/* As the store has them, in the order of the template. */
static const char *const stages[] = { "production", "development", "evaluation" };

/* What the worker gets. */
typedef struct
{
  char *feature; /* NULL for a new one */
  char *name;
  char *owner;
  char *cost_centre;
  const char *stage;
} Fields;

static void
free_fields (gpointer data)
{
  Fields *fields = data;

  g_free (fields->feature);
  g_free (fields->name);
  g_free (fields->owner);
  g_free (fields->cost_centre);
  g_free (fields);
}

static gboolean
save_feature (OutlayLedger *ledger, gpointer data, GError **error)
{
  const Fields *fields = data;
  const OutlayFeatureFields given = { .name = fields->name,
                                      .owner = fields->owner,
                                      .cost_centre = fields->cost_centre,
                                      .stage = fields->stage };

  if (fields->feature == NULL)
    return outlay_ledger_add_feature (ledger, &given, error);

  return outlay_ledger_edit_feature (ledger, fields->feature, &given, error);
}

static char *
read_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
on_changed (OutlayFeatureEditor *self)
{
  g_autofree char *name = read_text (self->name);

  gtk_widget_set_sensitive (self->save, name[0] != '\0');
}

static void
on_save (OutlayFeatureEditor *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  Fields *fields = g_new (Fields, 1);
  g_autofree char *label = NULL;

  *fields =
      (Fields){ g_strdup (self->feature), read_text (self->name), read_text (self->owner),
                read_text (self->cost_centre),
                stages[MIN (adw_combo_row_get_selected (self->stage), G_N_ELEMENTS (stages) - 1)] };
  label = g_strdup_printf (self->feature != NULL ? _ ("Edit of %s") : _ ("New Feature %s"),
                           fields->name);
  outlay_feature_edit (parent, self->session, save_feature, fields, free_fields, label,
                       self->feature != NULL ? _ ("Feature saved") : _ ("Feature added"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
outlay_feature_editor_dispose (GObject *object)
{
  OutlayFeatureEditor *self = OUTLAY_FEATURE_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_FEATURE_EDITOR);
  g_clear_object (&self->session);
  g_clear_pointer (&self->feature, g_free);

  G_OBJECT_CLASS (outlay_feature_editor_parent_class)->dispose (object);
}

static void
outlay_feature_editor_class_init (OutlayFeatureEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_feature_editor_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/feature-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayFeatureEditor, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayFeatureEditor, save);
  gtk_widget_class_bind_template_child (widget_class, OutlayFeatureEditor, name);
  gtk_widget_class_bind_template_child (widget_class, OutlayFeatureEditor, owner);
  gtk_widget_class_bind_template_child (widget_class, OutlayFeatureEditor, cost_centre);
  gtk_widget_class_bind_template_child (widget_class, OutlayFeatureEditor, stage);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_feature_editor_init (OutlayFeatureEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
}

static void
fill (OutlayFeatureEditor *self, const OutlayFeature *feature)
{
  self->feature = g_strdup (feature->name);
  gtk_editable_set_text (self->name, feature->name);
  gtk_editable_set_text (self->owner, feature->owner != NULL ? feature->owner : "");
  gtk_editable_set_text (self->cost_centre,
                         feature->cost_centre != NULL ? feature->cost_centre : "");
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    if (g_strcmp0 (stages[i], feature->stage) == 0)
      adw_combo_row_set_selected (self->stage, i);
}

/**
 * outlay_feature_editor_present:
 * @parent: the window over which it opens
 * @session: whose feature it is
 * @feature: (nullable): of the snapshot; %NULL for a new one
 */
void
outlay_feature_editor_present (GtkWindow *parent,
                               OutlaySession *session,
                               const OutlayFeature *feature)
{
  const char *title = feature != NULL ? _ ("Edit Feature") : _ ("New Feature");
  OutlayFeatureEditor *self = g_object_new (OUTLAY_TYPE_FEATURE_EDITOR, "transient-for", parent,
                                            "title", title, "destroy-with-parent", TRUE, NULL);

  self->session = g_object_ref (session);
  adw_window_title_set_title (self->title, title);
  if (feature != NULL)
    fill (self, feature);
  gtk_window_present (GTK_WINDOW (self));
}
