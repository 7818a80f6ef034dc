/* use-case-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/use-case-window.h"

#include "report/value-words.h"
#include "ui/items/feature-share.h"
#include "ui/items/use-case-templates.h"
#include "ui/pages/use-cases/edits.h"
#include "wording/number.h"

#include <glib/gi18n.h>

/* A feature in the list: what was typed, and what that is. */
typedef struct
{
  /* Borrowed references */
  AdwActionRow *row;
  GtkEditable *entry;

  char *feature;
  gint32 left;
} Line;

struct _OutlayUseCaseWindow
{
  AdwWindow parent_instance;

  /* Owned references */
  OutlaySession *session;
  GArray *lines;

  /* Template widgets */
  GtkWidget *save_button;
  AdwComboRow *templates;
  AdwEntryRow *name;
  AdwPreferencesGroup *features;

  char *old_name; /* NULL: it is new */
};

enum
{
  DONE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (OutlayUseCaseWindow, outlay_use_case_window, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static void
clear_line (gpointer line)
{
  g_free (((Line *) line)->feature);
}

static int
get_method (OutlayUseCaseWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->templates);
  gsize n_templates;
  const OutlayUseCaseTemplate *templates = outlay_use_case_templates (&n_templates);

  return self->old_name == NULL && selected > 0 && selected <= n_templates
             ? (int) templates[selected - 1].method
             : -1;
}

/* The line's share, or FALSE with words under the name of its feature. */
static gboolean
read_line (OutlayUseCaseWindow *self, Line *line, gint32 *share)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  const char *text = gtk_editable_get_text (line->entry);
  g_autoptr (GError) error = NULL;
  g_autofree char *left = outlay_wording_share_micros (wording, line->left);
  g_autofree char *subtitle = NULL;

  if (outlay_feature_share_parse (wording, text, line->left, share, &error))
    {
      subtitle = g_strdup_printf (_ ("%s can be had"), left);
      gtk_widget_remove_css_class (GTK_WIDGET (line->entry), "error");
    }
  else
    {
      subtitle = g_strdup (error->message);
      gtk_widget_add_css_class (GTK_WIDGET (line->entry), "error");
    }
  adw_action_row_set_subtitle (line->row, subtitle);
  return error == NULL;
}

static GArray *
read_parts (OutlayUseCaseWindow *self)
{
  g_autoptr (GArray) parts = outlay_parts_new ();
  gboolean good = TRUE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);
      gint32 share = 0;

      good &= read_line (self, line, &share);
      if (share > 0)
        outlay_parts_add (parts, line->feature, share);
    }

  return good ? g_steal_pointer (&parts) : NULL;
}

static char *
read_name (OutlayUseCaseWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static void
on_changed (OutlayUseCaseWindow *self)
{
  g_autoptr (GArray) parts = NULL;
  g_autofree char *name = NULL;

  if (self->session == NULL)
    return;

  parts = read_parts (self);
  name = read_name (self);
  gtk_widget_set_sensitive (self->save_button, parts != NULL && *name != '\0');
}

static void
on_template (OutlayUseCaseWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->templates);
  gsize n_templates;
  const OutlayUseCaseTemplate *templates = outlay_use_case_templates (&n_templates);

  if (selected > 0 && selected <= n_templates)
    gtk_editable_set_text (GTK_EDITABLE (self->name), _ (templates[selected - 1].name));
}

static void
on_saved (gpointer data)
{
  OutlayUseCaseWindow *self = data;
  g_autofree char *name = read_name (self);

  g_signal_emit (self, signals[DONE], 0, name, get_method (self));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_save (OutlayUseCaseWindow *self)
{
  g_autoptr (GArray) parts = read_parts (self);
  g_autofree char *name = read_name (self);

  if (parts == NULL || *name == '\0')
    return;

  if (self->old_name == NULL)
    outlay_add_use_case (GTK_WIDGET (self), self->session, name, parts, on_saved, self);
  else
    outlay_change_use_case (GTK_WIDGET (self), self->session, self->old_name, name, parts, on_saved,
                            self);
}

static void
add_line (OutlayUseCaseWindow *self, const char *feature, gint32 share, gint32 left)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  g_autofree char *text = outlay_feature_share_text (wording, share);
  g_autofree char *title = g_markup_escape_text (feature, -1);
  g_autofree char *label = g_strdup_printf (_ ("Share of %s in percent"), feature);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *unit = gtk_label_new ("%");
  Line line = { ADW_ACTION_ROW (row), GTK_EDITABLE (entry), g_strdup (feature), left };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (entry, "numeric");
  gtk_widget_add_css_class (unit, "quiet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (line.row, entry);
  adw_action_row_add_suffix (line.row, unit);
  adw_action_row_set_activatable_widget (line.row, entry);
  adw_preferences_group_add (self->features, row);
  g_array_append_val (self->lines, line);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

static void
add_templates (OutlayUseCaseWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gsize n_templates;
  const OutlayUseCaseTemplate *templates = outlay_use_case_templates (&n_templates);

  gtk_string_list_append (names, _ ("nothing"));
  for (gsize i = 0; i < n_templates; i++)
    {
      g_autofree char *name = g_strdup_printf (C_ ("template", "%s (%s)"), _ (templates[i].name),
                                               outlay_report_method_name (templates[i].method));

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->templates, G_LIST_MODEL (names));
}

static void
fill (OutlayUseCaseWindow *self, int use_case)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (self->session);
  const OutlayUseCase *it = use_case >= 0 ? &snapshot->use_cases[use_case] : NULL;

  for (guint32 i = 1; i < snapshot->n_features; i++)
    add_line (self, snapshot->features[i].name, it != NULL ? outlay_feature_share_of (it, i) : 0,
              outlay_feature_share_left (snapshot, i, use_case));
  gtk_widget_set_visible (GTK_WIDGET (self->features), snapshot->n_features > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->templates), it == NULL);

  self->old_name = it != NULL ? g_strdup (it->name) : NULL;
  if (it != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->name), it->name);
  gtk_window_set_title (GTK_WINDOW (self), it != NULL ? _ ("Edit Use Case") : _ ("New Use Case"));
  gtk_button_set_label (GTK_BUTTON (self->save_button), it != NULL ? _ ("_Save") : _ ("_Add"));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  on_changed (self);
}

static void
outlay_use_case_window_dispose (GObject *object)
{
  OutlayUseCaseWindow *self = OUTLAY_USE_CASE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_USE_CASE_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->old_name, g_free);

  G_OBJECT_CLASS (outlay_use_case_window_parent_class)->dispose (object);
}

static void
outlay_use_case_window_class_init (OutlayUseCaseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_use_case_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/use-case-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseWindow, templates);
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseWindow, name);
  gtk_widget_class_bind_template_child (widget_class, OutlayUseCaseWindow, features);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_template);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  /**
   * OutlayUseCaseWindow::done:
   * @name: what the use case is called now
   * @method: number of the method of value to begin with; -1 for none
   *
   * The use case is in the store.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static void
outlay_use_case_window_init (OutlayUseCaseWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  add_templates (self);
}

/**
 * outlay_use_case_window_new:
 * @parent: a widget of the window it is over
 * @session: a session with a snapshot
 * @use_case: index of the use case to change; -1: a new one
 *
 * Returns: (transfer floating): a window to be presented
 */
GtkWidget *
outlay_use_case_window_new (GtkWidget *parent, OutlaySession *session, int use_case)
{
  OutlayUseCaseWindow *self = g_object_new (OUTLAY_TYPE_USE_CASE_WINDOW, NULL);

  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  self->session = g_object_ref (session);
  fill (self, use_case);
  return GTK_WIDGET (self);
}
