/* split.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Below COLLAPSE_WIDTH the sidebar is not shown until it is asked for, and then lies
 * over the content. The layout may be given less than its content asks for at that
 * moment, so it asks for no more than MIN_WIDTH: what follows from `collapsed` makes
 * the content narrower, one turn of the main loop later.
 */

#include "ui/split.h"

#define COLLAPSE_WIDTH 720
#define MIN_WIDTH 360
#define SIDEBAR_WIDTH 204

struct _OutlaySplit
{
  GtkWidget parent_instance;

  /* Owned references, children in the order of drawing */
  GtkWidget *content;
  GtkWidget *shade;
  GtkWidget *sidebar;

  gboolean collapsed;    /* what others were told */
  gboolean show_sidebar; /* beside the content, when there is room */
  gboolean show_overlay; /* over it, when there is none */
  gboolean is_narrow;    /* as allocated last */
  guint announce_id;
};

enum
{
  PROP_SIDEBAR = 1,
  PROP_CONTENT,
  PROP_COLLAPSED,
  PROP_SHOW_SIDEBAR,
  N_PROPS
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlaySplit,
                               outlay_split,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void
update_children (OutlaySplit *self)
{
  gboolean over = self->collapsed && self->show_overlay;

  gtk_widget_set_child_visible (self->shade, over);
  if (self->sidebar != NULL)
    {
      gtk_widget_set_child_visible (self->sidebar, outlay_split_get_show_sidebar (self));
      if (over)
        gtk_widget_add_css_class (self->sidebar, "over");
      else
        gtk_widget_remove_css_class (self->sidebar, "over");
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
on_announce (gpointer data)
{
  OutlaySplit *self = data;

  self->announce_id = 0;
  if (self->collapsed != self->is_narrow)
    {
      self->collapsed = self->is_narrow;
      self->show_overlay = FALSE;
      update_children (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
    }

  return G_SOURCE_REMOVE;
}

static void
on_shade_pressed (OutlaySplit *self)
{
  outlay_split_set_show_sidebar (self, FALSE);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  OutlaySplit *self = OUTLAY_SPLIT (widget);

  if (!self->collapsed || !self->show_overlay)
    return FALSE;

  outlay_split_set_show_sidebar (self, FALSE);
  return TRUE;
}

static void
set_child (OutlaySplit *self, GtkWidget **place, GtkWidget *child, GtkWidget *before)
{
  if (*place == child)
    return;

  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), before);
  update_children (self);
}

static int
get_sidebar_width (OutlaySplit *self)
{
  int natural = SIDEBAR_WIDTH;

  if (self->sidebar != NULL)
    gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return MAX (natural, SIDEBAR_WIDTH);
}

static void
outlay_split_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  OutlaySplit *self = OUTLAY_SPLIT (widget);
  GtkWidget *children[] = { self->content, self->sidebar };

  *minimum = *natural = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int least = 0, likely = 0;

      if (children[i] == NULL)
        continue;
      gtk_widget_measure (children[i], orientation, -1, &least, &likely, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural =
          orientation == GTK_ORIENTATION_HORIZONTAL ? *natural + likely : MAX (*natural, likely);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH);
  *natural = MAX (*natural, *minimum);
}

static void
place (GtkWidget *child, int x, int width, int height)
{
  GskTransform *move = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, 0));
  int least_width = 0, least_height = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, MAX (height, least_height), -1, move);
}

static void
outlay_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlaySplit *self = OUTLAY_SPLIT (widget);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int sidebar = get_sidebar_width (self);
  int taken = !self->collapsed && self->show_sidebar ? sidebar : 0;

  self->is_narrow = width < COLLAPSE_WIDTH;
  if (self->is_narrow != self->collapsed && self->announce_id == 0)
    self->announce_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_announce, self, NULL);

  if (self->content != NULL)
    place (self->content, right_to_left ? 0 : taken, width - taken, height);
  if (gtk_widget_get_child_visible (self->shade))
    place (self->shade, 0, width, height);
  if (self->sidebar != NULL && gtk_widget_get_child_visible (self->sidebar))
    place (self->sidebar, right_to_left ? width - sidebar : 0, sidebar, height);
}

static void
outlay_split_dispose (GObject *object)
{
  OutlaySplit *self = OUTLAY_SPLIT (object);

  g_clear_handle_id (&self->announce_id, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shade, gtk_widget_unparent);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);

  G_OBJECT_CLASS (outlay_split_parent_class)->dispose (object);
}

static void
outlay_split_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlaySplit *self = OUTLAY_SPLIT (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, outlay_split_get_show_sidebar (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_split_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  OutlaySplit *self = OUTLAY_SPLIT (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      outlay_split_set_sidebar (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      outlay_split_set_content (self, g_value_get_object (value));
      break;
    case PROP_SHOW_SIDEBAR:
      outlay_split_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_split_add_child (GtkBuildable *buildable,
                        GtkBuilder *builder,
                        GObject *child,
                        const char *type)
{
  OutlaySplit *self = OUTLAY_SPLIT (buildable);

  if (g_strcmp0 (type, "sidebar") == 0)
    outlay_split_set_sidebar (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "content") == 0)
    outlay_split_set_content (self, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = outlay_split_add_child;
}

static void
outlay_split_class_init (OutlaySplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = outlay_split_dispose;
  object_class->get_property = outlay_split_get_property;
  object_class->set_property = outlay_split_set_property;
  widget_class->measure = outlay_split_measure;
  widget_class->size_allocate = outlay_split_size_allocate;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_css_name (widget_class, "split");
}

static void
outlay_split_init (OutlaySplit *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->show_sidebar = TRUE;
  self->shade = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->shade, "shade");
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_shade_pressed), self);
  gtk_widget_add_controller (self->shade, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->shade, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  update_children (self);
}

/**
 * outlay_split_set_sidebar:
 * @self: a split
 * @sidebar: (nullable): what is at the start
 */
void
outlay_split_set_sidebar (OutlaySplit *self, GtkWidget *sidebar)
{
  g_return_if_fail (OUTLAY_IS_SPLIT (self));

  set_child (self, &self->sidebar, sidebar, NULL);
}

/**
 * outlay_split_set_content:
 * @self: a split
 * @content: (nullable): what has the rest of the room
 */
void
outlay_split_set_content (OutlaySplit *self, GtkWidget *content)
{
  g_return_if_fail (OUTLAY_IS_SPLIT (self));

  set_child (self, &self->content, content, self->shade);
}

/**
 * outlay_split_get_collapsed:
 * @self: a split
 *
 * Returns: whether there is too little room for both
 */
gboolean
outlay_split_get_collapsed (OutlaySplit *self)
{
  g_return_val_if_fail (OUTLAY_IS_SPLIT (self), FALSE);

  return self->collapsed;
}

/**
 * outlay_split_get_show_sidebar:
 * @self: a split
 *
 * Returns: whether the sidebar can be seen
 */
gboolean
outlay_split_get_show_sidebar (OutlaySplit *self)
{
  g_return_val_if_fail (OUTLAY_IS_SPLIT (self), FALSE);

  return self->collapsed ? self->show_overlay : self->show_sidebar;
}

/**
 * outlay_split_set_show_sidebar:
 * @self: a split
 * @show: whether the sidebar can be seen; beside and over the content are remembered
 *   apart
 */
void
outlay_split_set_show_sidebar (OutlaySplit *self, gboolean show)
{
  g_return_if_fail (OUTLAY_IS_SPLIT (self));

  if (outlay_split_get_show_sidebar (self) == !!show)
    return;

  if (self->collapsed)
    self->show_overlay = !!show;
  else
    self->show_sidebar = !!show;
  update_children (self);
  if (self->collapsed && show && self->sidebar != NULL)
    gtk_widget_child_focus (self->sidebar, GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}
