/* value-input-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/value-input-row.h"

#include <glib/gi18n.h>

struct _OutlayValueInputRow
{
  GtkListBoxRow parent_instance;

  /* Owned references */
  OutlayValueInput *input;

  /* Template widgets */
  GtkWidget *hint;
  GtkWidget *low;
  GtkWidget *likely;
  GtkWidget *high;
  GtkWidget *unit;
};

enum
{
  PROP_INPUT = 1,
  N_PROPS
};

enum
{
  COMMITTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (OutlayValueInputRow, outlay_value_input_row, GTK_TYPE_LIST_BOX_ROW)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
on_committed (OutlayValueInputRow *self)
{
  g_signal_emit (self, signals[COMMITTED], 0);
}

/* What is wrong is said in words under the name; the entries show where. */
static void
show_state (OutlayValueInputRow *self)
{
  GtkWidget *const entries[] = { self->low, self->likely, self->high };
  g_autofree char *hint = NULL;
  gboolean wrong;

  g_object_get (self->input, "hint", &hint, "wrong", &wrong, NULL);
  gtk_widget_set_visible (self->hint, hint != NULL);
  if (wrong)
    {
      gtk_widget_add_css_class (self->hint, "error");
      gtk_widget_remove_css_class (self->hint, "quiet");
    }
  else
    {
      gtk_widget_remove_css_class (self->hint, "error");
      gtk_widget_add_css_class (self->hint, "quiet");
    }

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (wrong)
        gtk_widget_add_css_class (entries[i], "error");
      else
        gtk_widget_remove_css_class (entries[i], "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (entries[i]), GTK_ACCESSIBLE_STATE_INVALID,
                                   wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                         : GTK_ACCESSIBLE_INVALID_FALSE,
                                   -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entries[i]),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint != NULL ? hint : "",
                                      -1);
    }
}

static void
bind_entry (OutlayValueInputRow *self, GtkWidget *entry, const char *property, const char *which)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  g_object_get (self->input, "label", &label, NULL);
  /* Translators: low, likely or high, then an input, such as "Hourly rate, loaded". */
  name = g_strdup_printf (_ ("%s: %s"), label, which);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_bind_property (self->input, property, entry, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_committed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_committed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
}

static void
outlay_value_input_row_dispose (GObject *object)
{
  OutlayValueInputRow *self = OUTLAY_VALUE_INPUT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_VALUE_INPUT_ROW);
  g_clear_object (&self->input);

  G_OBJECT_CLASS (outlay_value_input_row_parent_class)->dispose (object);
}

static void
outlay_value_input_row_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_INPUT:
      g_value_set_object (value, OUTLAY_VALUE_INPUT_ROW (object)->input);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_value_input_row_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_INPUT:
      OUTLAY_VALUE_INPUT_ROW (object)->input = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_value_input_row_constructed (GObject *object)
{
  OutlayValueInputRow *self = OUTLAY_VALUE_INPUT_ROW (object);

  G_OBJECT_CLASS (outlay_value_input_row_parent_class)->constructed (object);

  bind_entry (self, self->low, "low", _ ("Low"));
  bind_entry (self, self->likely, "likely", _ ("Likely"));
  bind_entry (self, self->high, "high", _ ("High"));
  g_signal_connect_object (self->input, "notify::hint", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  show_state (self);
}

static void
outlay_value_input_row_class_init (OutlayValueInputRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = outlay_value_input_row_constructed;
  object_class->dispose = outlay_value_input_row_dispose;
  object_class->get_property = outlay_value_input_row_get_property;
  object_class->set_property = outlay_value_input_row_set_property;

  properties[PROP_INPUT] =
      g_param_spec_object ("input", NULL, NULL, OUTLAY_TYPE_VALUE_INPUT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/value-input-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayValueInputRow, hint);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueInputRow, low);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueInputRow, likely);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueInputRow, high);
  gtk_widget_class_bind_template_child (widget_class, OutlayValueInputRow, unit);

  /**
   * OutlayValueInputRow::committed:
   *
   * The user has left an entry, or pressed Enter in it.
   */
  signals[COMMITTED] = g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_value_input_row_init (OutlayValueInputRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_value_input_row_new:
 * @input: what is typed into
 * @narrow: the name stands above the entries
 * @columns: the entries of all rows, and the units, are as wide as each other
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
outlay_value_input_row_new (OutlayValueInput *input,
                            gboolean narrow,
                            GtkSizeGroup *const columns[OUTLAY_N_INPUT_COLUMNS])
{
  OutlayValueInputRow *self = g_object_new (OUTLAY_TYPE_VALUE_INPUT_ROW, "input", input, NULL);

  gtk_size_group_add_widget (columns[0], self->low);
  gtk_size_group_add_widget (columns[1], self->likely);
  gtk_size_group_add_widget (columns[2], self->high);
  gtk_size_group_add_widget (columns[3], self->unit);
  if (narrow)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (
                                        gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self))),
                                    GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_hexpand (self->low, narrow);
  gtk_widget_set_hexpand (self->likely, narrow);
  gtk_widget_set_hexpand (self->high, narrow);
  return GTK_WIDGET (self);
}
