/* chart-canvas.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tip is a child and no window of its own: it follows the keyboard's cursor as it
 * does the pointer, and never takes the pointer away.
 */

#include "ui/widgets/chart-canvas.h"

#include "ui/widgets/chart-theme.h"
#include "ui/widgets/chart-tip.h"
#include "ui/widgets/chart-words.h"

#include <math.h>

#define NATURAL_WIDTH 480
#define MIN_HEIGHT 180
#define TIP_GAP 12

struct _OutlayChartCanvas
{
  GtkWidget parent_instance;

  /* Owned references */
  OutlayChart *chart;
  GtkWidget *tip;

  OutlayChartState state;
  double pointer_x;
  double pointer_y;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayChartCanvas, outlay_chart_canvas, GTK_TYPE_WIDGET)

static void
tell_state (OutlayChartCanvas *self)
{
  g_autofree char *words = outlay_chart_describe (self->chart, &self->state);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  -1);
  outlay_chart_tip_fill (self->tip, self->chart, &self->state);
  gtk_widget_set_child_visible (self->tip, self->state.category >= 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static OutlayChartPart
hit (OutlayChartCanvas *self, double x, double y, int *category, int *series)
{
  OutlayChartTheme theme;

  *category = *series = -1;
  if (self->chart == NULL)
    return OUTLAY_CHART_PART_NONE;

  outlay_chart_theme_of_widget (&theme, GTK_WIDGET (self));
  return outlay_chart_hit (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                           gtk_widget_get_height (GTK_WIDGET (self)), &theme, &self->state, x, y,
                           category, series);
}

static void
on_motion (OutlayChartCanvas *self, double x, double y)
{
  int category, series;
  OutlayChartPart part;

  /* GTK tells of a pointer at rest too, when what is under it was drawn anew: then it is
     the keyboard that moves the cursor. */
  if (fabs (x - self->pointer_x) < 0.5 && fabs (y - self->pointer_y) < 0.5)
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  part = hit (self, x, y, &category, &series);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   part == OUTLAY_CHART_PART_LEGEND ? "pointer" : NULL);
  if (part == OUTLAY_CHART_PART_NONE || part == OUTLAY_CHART_PART_LEGEND)
    category = series = -1;
  outlay_chart_canvas_move (self, category, series);
}

static void
on_leave (OutlayChartCanvas *self)
{
  self->pointer_x = self->pointer_y = -1;
  outlay_chart_canvas_move (self, -1, -1);
}

static void
on_released (OutlayChartCanvas *self, int n_press, double x, double y)
{
  int category, series;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  switch (hit (self, x, y, &category, &series))
    {
    case OUTLAY_CHART_PART_LEGEND:
      outlay_chart_canvas_toggle (self, series);
      break;
    case OUTLAY_CHART_PART_MARK:
    case OUTLAY_CHART_PART_SLOT:
      g_signal_emit (self, signals[ACTIVATED], 0, category, series);
      break;
    case OUTLAY_CHART_PART_NONE:
    default:
      break;
    }
}

static int
step (int from, int by, gsize count)
{
  int last = (int) count - 1;

  if (from < 0)
    return by > 0 ? 0 : last;

  return CLAMP (from + by, 0, last);
}

static gboolean
on_along (GtkWidget *widget, GVariant *args, gpointer data)
{
  OutlayChartCanvas *self = OUTLAY_CHART_CANVAS (widget);
  gboolean horizontal;
  int by;

  g_variant_get (args, "(bi)", &horizontal, &by);
  if (self->chart == NULL || self->chart->n_categories == 0)
    return FALSE;

  if (horizontal && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  if (horizontal != outlay_chart_canvas_is_sideways (self))
    outlay_chart_canvas_move (self, step (self->state.category, by, self->chart->n_categories),
                              self->state.series);
  else
    outlay_chart_canvas_move (self, MAX (self->state.category, 0),
                              step (self->state.series, horizontal ? by : -by,
                                    self->chart->series->len));
  return TRUE;
}

static gboolean
on_end (GtkWidget *widget, GVariant *args, gpointer data)
{
  OutlayChartCanvas *self = OUTLAY_CHART_CANVAS (widget);
  gboolean to_last = g_variant_get_boolean (args);

  if (self->chart == NULL || self->chart->n_categories == 0)
    return FALSE;

  outlay_chart_canvas_move (self, to_last ? (int) self->chart->n_categories - 1 : 0,
                            self->state.series);
  return TRUE;
}

static gboolean
on_activate (GtkWidget *widget, GVariant *args, gpointer data)
{
  OutlayChartCanvas *self = OUTLAY_CHART_CANVAS (widget);

  if (self->state.category < 0)
    return FALSE;

  g_signal_emit (self, signals[ACTIVATED], 0, self->state.category, self->state.series);
  return TRUE;
}

static gboolean
on_hide (GtkWidget *widget, GVariant *args, gpointer data)
{
  OutlayChartCanvas *self = OUTLAY_CHART_CANVAS (widget);

  if (self->state.series < 0)
    return FALSE;

  outlay_chart_canvas_toggle (self, self->state.series);
  return TRUE;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  OutlayChartCanvas *self = OUTLAY_CHART_CANVAS (widget);

  if (self->state.category < 0)
    return FALSE;

  outlay_chart_canvas_move (self, -1, -1);
  return TRUE;
}

static void
outlay_chart_canvas_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  OutlayChartCanvas *self = OUTLAY_CHART_CANVAS (widget);
  OutlayChartTheme theme;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = OUTLAY_CHART_MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  *minimum = *natural = MIN_HEIGHT;
  if (self->chart == NULL)
    return;

  outlay_chart_theme_of_widget (&theme, widget);
  *natural = MAX (MIN_HEIGHT, (int) ceil (outlay_chart_natural_height (self->chart, &theme)));
  if (outlay_chart_canvas_is_sideways (self))
    *minimum = *natural;
}

/* Beside the slot under the cursor, and inside the chart. */
static void
allocate_tip (OutlayChartCanvas *self, int width, int height)
{
  cairo_rectangle_t slot = { 0, 0, 0, 0 };
  OutlayChartTheme theme;
  int tip_width, tip_height;
  double x, y;

  gtk_widget_measure (self->tip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &tip_width, NULL, NULL);
  tip_width = MIN (tip_width, width);
  gtk_widget_measure (self->tip, GTK_ORIENTATION_VERTICAL, tip_width, NULL, &tip_height, NULL,
                      NULL);
  outlay_chart_theme_of_widget (&theme, GTK_WIDGET (self));
  outlay_chart_get_slot (self->chart, width, height, &theme, &self->state, self->state.category,
                         &slot);

  x = slot.x + slot.width + TIP_GAP;
  y = slot.y + TIP_GAP;
  if (outlay_chart_canvas_is_sideways (self))
    {
      x = width - tip_width;
      y = slot.y + slot.height + TIP_GAP;
      if (y + tip_height > height)
        y = slot.y - tip_height - TIP_GAP;
    }
  else if (x + tip_width > width)
    x = slot.x - tip_width - TIP_GAP;
  x = CLAMP (x, 0, width - tip_width);
  y = MAX (y, 0);
  gtk_widget_allocate (self->tip, tip_width, tip_height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) floor (x),
                                                                            (float) floor (y))));
}

static void
outlay_chart_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayChartCanvas *self = OUTLAY_CHART_CANVAS (widget);

  if (self->chart != NULL && gtk_widget_get_child_visible (self->tip))
    allocate_tip (self, width, height);
}

static void
outlay_chart_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayChartCanvas *self = OUTLAY_CHART_CANVAS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  OutlayChartTheme theme;
  cairo_t *cr;

  if (self->chart == NULL)
    return;

  outlay_chart_theme_of_widget (&theme, widget);
  self->chart->right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  outlay_chart_draw (self->chart, cr, width, height, &theme, &self->state);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->tip, snapshot);
}

static void
outlay_chart_canvas_dispose (GObject *object)
{
  OutlayChartCanvas *self = OUTLAY_CHART_CANVAS (object);

  g_clear_pointer (&self->tip, gtk_widget_unparent);
  g_clear_pointer (&self->chart, outlay_chart_free);

  G_OBJECT_CLASS (outlay_chart_canvas_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  const struct
  {
    guint key, keypad;
    gboolean horizontal;
    int by;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, TRUE, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, TRUE, 1 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, FALSE, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, FALSE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (klass, arrows[i].key, 0, on_along, "(bi)", arrows[i].horizontal,
                                    arrows[i].by);
      gtk_widget_class_add_binding (klass, arrows[i].keypad, 0, on_along, "(bi)",
                                    arrows[i].horizontal, arrows[i].by);
    }
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, 0, on_end, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_End, 0, on_end, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, on_activate, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, on_activate, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_h, 0, on_hide, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
outlay_chart_canvas_class_init (OutlayChartCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_chart_canvas_dispose;
  widget_class->measure = outlay_chart_canvas_measure;
  widget_class->size_allocate = outlay_chart_canvas_size_allocate;
  widget_class->snapshot = outlay_chart_canvas_snapshot;

  /**
   * OutlayChartCanvas::activated:
   * @category: that was clicked, or entered
   * @series: likewise, -1 for all of the category
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  bind_keys (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static void
outlay_chart_canvas_init (OutlayChartCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->state = (OutlayChartState) OUTLAY_CHART_STATE_INIT;
  self->pointer_x = self->pointer_y = -1;
  self->tip = outlay_chart_tip_new ();
  gtk_widget_set_parent (self->tip, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->tip, FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  outlay_chart_theme_follow (GTK_WIDGET (self));
}

/* Takes the chart; series that were hidden stay so while their number stays. */
void
outlay_chart_canvas_set_chart (OutlayChartCanvas *self, OutlayChart *chart)
{
  guint n_before = self->chart != NULL ? self->chart->series->len : 0;

  g_clear_pointer (&self->chart, outlay_chart_free);
  self->chart = chart;
  if (chart == NULL || chart->series->len != n_before)
    self->state.hidden = 0;
  self->state.category = self->state.series = -1;
  if (chart != NULL)
    tell_state (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

OutlayChart *
outlay_chart_canvas_get_chart (OutlayChartCanvas *self)
{
  return self->chart;
}

const OutlayChartState *
outlay_chart_canvas_get_state (OutlayChartCanvas *self)
{
  return &self->state;
}

/* Puts the cursor on a category and a series; -1 for none. */
void
outlay_chart_canvas_move (OutlayChartCanvas *self, int category, int series)
{
  if (self->chart == NULL || (self->state.category == category && self->state.series == series))
    return;

  self->state.category = category;
  self->state.series = series;
  tell_state (self);
}

/* Hides a series, or shows it again; the last one that can be seen stays. */
void
outlay_chart_canvas_toggle (OutlayChartCanvas *self, int series)
{
  guint64 all, hidden;

  if (self->chart == NULL || series < 0 || series >= 64)
    return;

  all = self->chart->series->len < 64 ? (G_GUINT64_CONSTANT (1) << self->chart->series->len) - 1
                                      : G_MAXUINT64;
  hidden = self->state.hidden ^ G_GUINT64_CONSTANT (1) << series;
  if ((hidden & all) == all)
    return;

  self->state.hidden = hidden;
  tell_state (self);
}

/* Whether categories run from top to bottom. */
gboolean
outlay_chart_canvas_is_sideways (OutlayChartCanvas *self)
{
  return self->chart != NULL &&
         (self->chart->kind == OUTLAY_CHART_BARS || self->chart->kind == OUTLAY_CHART_TORNADO);
}
