/* fluid-box.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/fluid-box.h"

#define DEFAULT_SPACING 18

struct _OutlayFluidBox
{
  GtkWidget parent_instance;

  int column_width; /* the least, where there is more than one */
  int max_columns;
  int spacing;
};

enum
{
  PROP_COLUMN_WIDTH = 1,
  PROP_MAX_COLUMNS,
  PROP_SPACING,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (OutlayFluidBox, outlay_fluid_box, GTK_TYPE_WIDGET)

static int
count_columns (OutlayFluidBox *self, int width)
{
  int n_columns = (width + self->spacing) / (self->column_width + self->spacing);

  return CLAMP (n_columns, 1, self->max_columns);
}

static int
share_width (OutlayFluidBox *self, int width, int n_columns)
{
  return (width - (n_columns - 1) * self->spacing) / n_columns;
}

/* The row that starts with @child: its height, and the first child of the next. */
static GtkWidget *
measure_row (GtkWidget *child, int n_columns, int width, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (int i = 0; child != NULL && i < n_columns; child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
      i++;
    }

  return child;
}

static void
measure_width (OutlayFluidBox *self, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = self->max_columns * (self->column_width + self->spacing) - self->spacing;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  *natural = MAX (*natural, *minimum);
}

static void
outlay_fluid_box_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  OutlayFluidBox *self = OUTLAY_FLUID_BOX (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int n_columns, gap = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }

  if (for_size < 0)
    measure_width (self, &(int){ 0 }, &for_size);
  n_columns = count_columns (self, for_size);
  *minimum = *natural = 0;
  while (child != NULL)
    {
      int least, wanted;

      child =
          measure_row (child, n_columns, share_width (self, for_size, n_columns), &least, &wanted);
      *minimum += gap + least;
      *natural += gap + wanted;
      gap = self->spacing;
    }
}

static void
outlay_fluid_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayFluidBox *self = OUTLAY_FLUID_BOX (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int n_columns = count_columns (self, width);
  int column = share_width (self, width, n_columns);
  int y = 0;

  while (child != NULL)
    {
      int least, wanted;
      GtkWidget *end = measure_row (child, n_columns, column, &least, &wanted);

      for (int i = 0; child != end; child = gtk_widget_get_next_sibling (child))
        {
          int x = i * (column + self->spacing);

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_size_allocate (child,
                                    &(GtkAllocation){ mirrored ? width - x - column : x, y, column,
                                                      wanted },
                                    -1);
          i++;
        }
      y += wanted + self->spacing;
    }
}

static GtkSizeRequestMode
outlay_fluid_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
outlay_fluid_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (outlay_fluid_box_parent_class)->dispose (object);
}

static void
outlay_fluid_box_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  OutlayFluidBox *self = OUTLAY_FLUID_BOX (object);

  switch (prop_id)
    {
    case PROP_COLUMN_WIDTH:
      self->column_width = g_value_get_int (value);
      break;
    case PROP_MAX_COLUMNS:
      self->max_columns = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_fluid_box_class_init (OutlayFluidBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = outlay_fluid_box_dispose;
  object_class->set_property = outlay_fluid_box_set_property;
  widget_class->get_request_mode = outlay_fluid_box_get_request_mode;
  widget_class->measure = outlay_fluid_box_measure;
  widget_class->size_allocate = outlay_fluid_box_size_allocate;

  g_object_class_install_property (object_class, PROP_COLUMN_WIDTH,
                                   g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT16, 100,
                                                     flags));
  g_object_class_install_property (object_class, PROP_MAX_COLUMNS,
                                   g_param_spec_int ("max-columns", NULL, NULL, 1, G_MAXINT16, 2,
                                                     flags));
  g_object_class_install_property (object_class, PROP_SPACING,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16,
                                                     DEFAULT_SPACING, flags));
}

static void
outlay_fluid_box_init (OutlayFluidBox *self)
{
}
