/* chart-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/chart-view.h"

#include "ui/compat.h"
#include "ui/widgets/chart-canvas.h"
#include "ui/widgets/chart-export.h"
#include "ui/widgets/chart-table.h"
#include "ui/widgets/message.h"
#include "ui/widgets/toast.h"

#include <glib/gi18n.h>

#define PICTURE_WIDTH 960
#define PICTURE_HEIGHT 400
#define PICTURE_SCALE 2.0

struct _OutlayChartView
{
  AdwBin parent_instance;

  /* Owned references */
  char *title;
  GBytes *picture; /* to be saved, while the user chooses where */

  gboolean as_table;

  /* Template widgets */
  GtkStack *stack;
  OutlayChartCanvas *canvas;
  AdwBin *table_place;
};

enum
{
  PROP_AS_TABLE = 1,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (OutlayChartView, outlay_chart_view, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_table (OutlayChartView *self)
{
  OutlayChart *chart = outlay_chart_canvas_get_chart (self->canvas);
  gboolean shown = chart != NULL && self->as_table;

  adw_bin_set_child (self->table_place, shown ? outlay_chart_table_new (chart, self->title) : NULL);
}

static void
on_canvas_activated (OutlayChartView *self, int category, int series)
{
  g_signal_emit (self, signals[ACTIVATED], 0, category, series);
}

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);
  OutlayChart *chart = outlay_chart_canvas_get_chart (self->canvas);
  g_autoptr (GBytes) png = NULL;
  g_autofree char *text = NULL;
  GdkContentProvider *both[2];
  g_autoptr (GdkContentProvider) content = NULL;

  if (chart == NULL)
    return;

  png = outlay_chart_to_png (chart, PICTURE_WIDTH, PICTURE_HEIGHT, PICTURE_SCALE);
  text = outlay_chart_to_text (chart);
  both[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  both[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  content = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  outlay_toast (widget, _ ("Chart copied"), NULL, NULL, NULL);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayChartView) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    outlay_tell (GTK_WIDGET (self), _ ("The chart could not be saved"), error->message);
  else
    outlay_toast (GTK_WIDGET (self), _ ("Chart saved"), NULL, NULL, NULL);
}

static void
on_place_chosen (GFile *file, gpointer data)
{
  OutlayChartView *self = data;
  g_autoptr (GBytes) picture = g_steal_pointer (&self->picture);

  g_file_replace_contents_bytes_async (file, picture, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       on_saved, g_object_ref (self));
}

static void
save_picture (OutlayChartView *self, GBytes *picture, const char *ending)
{
  g_autofree char *name = g_strconcat (self->title != NULL ? self->title : "Outlay", ending, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_strdelimit (name, "/", '-');
  g_clear_pointer (&self->picture, g_bytes_unref);
  self->picture = picture;
  outlay_save_file (GTK_WINDOW (root), _ ("Save Chart"), name, on_place_chosen, self);
}

static void
on_save_png (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);
  OutlayChart *chart = outlay_chart_canvas_get_chart (self->canvas);

  if (chart != NULL)
    save_picture (self, outlay_chart_to_png (chart, PICTURE_WIDTH, PICTURE_HEIGHT, PICTURE_SCALE),
                  ".png");
}

static void
on_save_svg (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);
  OutlayChart *chart = outlay_chart_canvas_get_chart (self->canvas);

  if (chart != NULL)
    save_picture (self, outlay_chart_to_svg (chart, PICTURE_WIDTH, PICTURE_HEIGHT), ".svg");
}

static gboolean
on_table_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);

  outlay_chart_view_set_as_table (self, !outlay_chart_view_get_as_table (self));
  return TRUE;
}

static void
outlay_chart_view_dispose (GObject *object)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_CHART_VIEW);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->picture, g_bytes_unref);

  G_OBJECT_CLASS (outlay_chart_view_parent_class)->dispose (object);
}

static void
outlay_chart_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_AS_TABLE:
      g_value_set_boolean (value, outlay_chart_view_get_as_table (OUTLAY_CHART_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_chart_view_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_AS_TABLE:
      outlay_chart_view_set_as_table (OUTLAY_CHART_VIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_chart_view_class_init (OutlayChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_chart_view_dispose;
  object_class->get_property = outlay_chart_view_get_property;
  object_class->set_property = outlay_chart_view_set_property;

  properties[PROP_AS_TABLE] =
      g_param_spec_boolean ("as-table", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * OutlayChartView::activated:
   * @category: that was clicked, or entered
   * @series: likewise, -1 for all of the category
   *
   * The user wants to see what is behind it.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  g_type_ensure (OUTLAY_TYPE_CHART_CANVAS);
  gtk_widget_class_install_property_action (widget_class, "chart.as-table", "as-table");
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "chart.save-png", NULL, on_save_png);
  gtk_widget_class_install_action (widget_class, "chart.save-svg", NULL, on_save_svg);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, 0, on_table_key, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy",
                                       NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayChartView, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayChartView, canvas);
  gtk_widget_class_bind_template_child (widget_class, OutlayChartView, table_place);
  gtk_widget_class_bind_template_callback (widget_class, on_canvas_activated);
  gtk_widget_class_set_css_name (widget_class, "chartview");
}

static void
outlay_chart_view_init (OutlayChartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_chart_view_new:
 *
 * Returns: (transfer floating): a view without a chart
 */
GtkWidget *
outlay_chart_view_new (void)
{
  return g_object_new (OUTLAY_TYPE_CHART_VIEW, NULL);
}

/**
 * outlay_chart_view_set_chart:
 * @self: a view
 * @chart: (transfer full) (nullable): to show; what its formats borrow is to outlive it
 * @title: what it is of, for screen readers and file names: "Spend in November"
 * @summary: what it shows, in a sentence: trend, peak, what is over
 */
void
outlay_chart_view_set_chart (OutlayChartView *self,
                             OutlayChart *chart,
                             const char *title,
                             const char *summary)
{
  g_return_if_fail (OUTLAY_IS_CHART_VIEW (self));

  g_free (self->title);
  self->title = g_strdup (title);
  outlay_chart_canvas_set_chart (self->canvas, chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary,
                                  GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION, _ ("chart"), -1);
  update_table (self);
}

/**
 * outlay_chart_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
OutlayChart *
outlay_chart_view_get_chart (OutlayChartView *self)
{
  g_return_val_if_fail (OUTLAY_IS_CHART_VIEW (self), NULL);

  return outlay_chart_canvas_get_chart (self->canvas);
}

/**
 * outlay_chart_view_get_as_table:
 * @self: a view
 *
 * Returns: whether the chart is read as a table
 */
gboolean
outlay_chart_view_get_as_table (OutlayChartView *self)
{
  g_return_val_if_fail (OUTLAY_IS_CHART_VIEW (self), FALSE);

  return self->as_table;
}

/**
 * outlay_chart_view_set_as_table:
 * @self: a view
 * @as_table: whether the chart is read as a table, in the same place
 */
void
outlay_chart_view_set_as_table (OutlayChartView *self, gboolean as_table)
{
  g_return_if_fail (OUTLAY_IS_CHART_VIEW (self));

  if (self->as_table == !!as_table)
    return;

  self->as_table = !!as_table;
  gtk_stack_set_visible_child (self->stack, as_table ? GTK_WIDGET (self->table_place)
                                                     : GTK_WIDGET (self->canvas));
  update_table (self);
  if (as_table)
    gtk_widget_child_focus (GTK_WIDGET (self->table_place), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_TABLE]);
}

/**
 * outlay_chart_view_set_cursor:
 * @self: a view
 * @category: of its chart, -1 for none
 * @series: of its chart, -1 for all
 */
void
outlay_chart_view_set_cursor (OutlayChartView *self, int category, int series)
{
  g_return_if_fail (OUTLAY_IS_CHART_VIEW (self));

  outlay_chart_canvas_move (self->canvas, category, series);
}
