/* pair-box.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/pair-box.h"

#define DEFAULT_SPACING 18

/* The first and the last child; the one that is to be of a fixed width is either. */
struct _OutlayPairBox
{
  GtkWidget parent_instance;

  int fixed_width; /* of the one, beside the other */
  int split_width; /* from this width on they are beside each other */
  gboolean last_is_fixed;
  int spacing;
  int first_width; /* as it was allocated */
};

enum
{
  PROP_FIXED_WIDTH = 1,
  PROP_SPLIT_WIDTH,
  PROP_LAST_IS_FIXED,
  PROP_SPACING,
  PROP_FIRST_WIDTH,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (OutlayPairBox, outlay_pair_box, GTK_TYPE_WIDGET)

static GParamSpec *first_width;

static void
get_children (OutlayPairBox *self, GtkWidget *children[2])
{
  children[0] = gtk_widget_get_first_child (GTK_WIDGET (self));
  children[1] = gtk_widget_get_last_child (GTK_WIDGET (self));
}

static int
get_least_width (GtkWidget *child)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* FALSE if there is no room for them beside each other; both have the whole width then. */
static gboolean
share_width (OutlayPairBox *self, int width, int widths[2])
{
  int fixed = self->last_is_fixed ? 1 : 0;
  GtkWidget *children[2];
  int of_fixed;

  get_children (self, children);
  of_fixed = MAX (self->fixed_width, get_least_width (children[fixed]));
  widths[0] = widths[1] = width;
  if (width < self->split_width ||
      width < of_fixed + self->spacing + get_least_width (children[1 - fixed]))
    return FALSE;

  widths[fixed] = of_fixed;
  widths[1 - fixed] = width - of_fixed - self->spacing;
  return TRUE;
}

static void
measure_width (OutlayPairBox *self, int *minimum, int *natural)
{
  GtkWidget *children[2];

  get_children (self, children);
  *minimum = 0;
  *natural = self->split_width;
  for (int i = 0; i < 2; i++)
    {
      int least, wanted;

      gtk_widget_measure (children[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

static void
measure_height (OutlayPairBox *self, int width, int *minimum, int *natural)
{
  int heights[2][2];
  int widths[2];
  GtkWidget *children[2];
  gboolean beside;

  get_children (self, children);
  if (width < 0)
    measure_width (self, &(int){ 0 }, &width);
  beside = share_width (self, width, widths);
  for (int i = 0; i < 2; i++)
    gtk_widget_measure (children[i], GTK_ORIENTATION_VERTICAL, widths[i], &heights[i][0],
                        &heights[i][1], NULL, NULL);

  *minimum =
      beside ? MAX (heights[0][0], heights[1][0]) : heights[0][0] + self->spacing + heights[1][0];
  *natural =
      beside ? MAX (heights[0][1], heights[1][1]) : heights[0][1] + self->spacing + heights[1][1];
}

static GtkSizeRequestMode
outlay_pair_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
outlay_pair_box_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (OUTLAY_PAIR_BOX (widget), minimum, natural);
  else
    measure_height (OUTLAY_PAIR_BOX (widget), for_size, minimum, natural);
}

static void
tell_width (OutlayPairBox *self, int width)
{
  if (self->first_width == width)
    return;

  self->first_width = width;
  g_object_notify_by_pspec (G_OBJECT (self), first_width);
}

static void
outlay_pair_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayPairBox *self = OUTLAY_PAIR_BOX (widget);
  GtkWidget *children[2];
  int widths[2];
  int first_height;

  get_children (self, children);
  if (share_width (self, width, widths))
    {
      gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      GtkAllocation left = { 0, 0, widths[mirrored ? 1 : 0], height };
      GtkAllocation right = { width - widths[mirrored ? 0 : 1], 0, widths[mirrored ? 0 : 1],
                              height };

      gtk_widget_size_allocate (children[mirrored ? 1 : 0], &left, -1);
      gtk_widget_size_allocate (children[mirrored ? 0 : 1], &right, -1);
      tell_width (self, widths[0]);
      return;
    }

  gtk_widget_measure (children[0], GTK_ORIENTATION_VERTICAL, width, NULL, &first_height, NULL,
                      NULL);
  gtk_widget_size_allocate (children[0], &(GtkAllocation){ 0, 0, width, first_height }, -1);
  first_height += self->spacing;
  gtk_widget_size_allocate (children[1],
                            &(GtkAllocation){ 0, first_height, width, height - first_height }, -1);
  tell_width (self, width);
}

static void
outlay_pair_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (outlay_pair_box_parent_class)->dispose (object);
}

static void
outlay_pair_box_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_FIRST_WIDTH)
    g_value_set_int (value, OUTLAY_PAIR_BOX (object)->first_width);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
outlay_pair_box_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  OutlayPairBox *self = OUTLAY_PAIR_BOX (object);

  switch (prop_id)
    {
    case PROP_FIXED_WIDTH:
      self->fixed_width = g_value_get_int (value);
      break;
    case PROP_SPLIT_WIDTH:
      self->split_width = g_value_get_int (value);
      break;
    case PROP_LAST_IS_FIXED:
      self->last_is_fixed = g_value_get_boolean (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_pair_box_class_init (OutlayPairBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = outlay_pair_box_dispose;
  object_class->get_property = outlay_pair_box_get_property;
  object_class->set_property = outlay_pair_box_set_property;
  widget_class->get_request_mode = outlay_pair_box_get_request_mode;
  widget_class->measure = outlay_pair_box_measure;
  widget_class->size_allocate = outlay_pair_box_size_allocate;

  g_object_class_install_property (object_class, PROP_FIXED_WIDTH,
                                   g_param_spec_int ("fixed-width", NULL, NULL, 0, G_MAXINT, 0,
                                                     flags));
  g_object_class_install_property (object_class, PROP_SPLIT_WIDTH,
                                   g_param_spec_int ("split-width", NULL, NULL, 0, G_MAXINT, 0,
                                                     flags));
  g_object_class_install_property (object_class, PROP_LAST_IS_FIXED,
                                   g_param_spec_boolean ("last-is-fixed", NULL, NULL, FALSE,
                                                         flags));
  g_object_class_install_property (object_class, PROP_SPACING,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT,
                                                     DEFAULT_SPACING, flags));

  /**
   * OutlayPairBox:first-width:
   *
   * What the first child was allocated. It is told of while widgets are being laid out:
   * who wants to change one waits for the next frame.
   */
  first_width = g_param_spec_int ("first-width", NULL, NULL, 0, G_MAXINT, 0,
                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_FIRST_WIDTH, first_width);
}

static void
outlay_pair_box_init (OutlayPairBox *self)
{
}
