/* test-chart-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/chart-canvas.h"
#include "ui/widgets/chart-export.h"
#include "ui/widgets/chart-theme.h"
#include "ui/widgets/chart-view.h"
#include "ui/widgets/chart-words.h"

#include <math.h>
#include <string.h>

#define N_MONTHS 3

static char *
write_dollars (double value, gpointer user_data)
{
  return g_strdup_printf ("$%.0f", value);
}

/* Three months of two features, the last one running. */
static OutlayChart *
make_chart (OutlayChartKind kind)
{
  static const char *const months[] = { "September", "October", "November" };
  const double chat[] = { 100, 200, 300 };
  const double search[] = { 10, NAN, 30 };
  const double budgets[] = { 250, 250, 250 };
  const OutlayChartFormats formats = { .axis = write_dollars };
  OutlayChart *chart = outlay_chart_new (kind, N_MONTHS);

  for (gsize i = 0; i < N_MONTHS; i++)
    outlay_chart_set_category (chart, i, months[i], i == 2 ? "to 20 Nov" : NULL,
                               OUTLAY_CHART_CATEGORY_PLAIN);
  outlay_chart_add_series (chart, "Support chat", OUTLAY_INK_SLOT_1, chat);
  outlay_chart_add_series (chart, "Search", OUTLAY_INK_SLOT_2, search);
  if (kind == OUTLAY_CHART_COLUMNS)
    outlay_chart_set_budget (chart, budgets);
  outlay_chart_set_formats (chart, &formats);
  return chart;
}

typedef struct
{
  GtkWidget *window;
  OutlayChartView *view;
  OutlayChartCanvas *canvas;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer kind)
{
  fixture->window = gtk_window_new ();
  fixture->view = OUTLAY_CHART_VIEW (outlay_chart_view_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  outlay_chart_view_set_chart (fixture->view, make_chart ((OutlayChartKind) GPOINTER_TO_INT (kind)),
                               "Spend", "Spend rose in each month.");
  fixture->canvas = OUTLAY_CHART_CANVAS (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->view), OUTLAY_TYPE_CHART_VIEW, "canvas"));
}

static void
tear_down (Fixture *fixture, gconstpointer kind)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* What a key press does, without the press. */
static gboolean
press (gpointer widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  g_assert_not_reached ();
}

static void
assert_words (Fixture *fixture, const char *words)
{
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words);
}

static void
test_accessible (Fixture *fixture, gconstpointer kind)
{
  gtk_test_accessible_assert_role (fixture->canvas, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Spend");
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Spend rose in each month.");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (fixture->canvas)));
  assert_words (fixture, "");
}

static void
test_columns_keys (Fixture *fixture, gconstpointer kind)
{
  press (fixture->canvas, GDK_KEY_Right);
  assert_words (fixture, "September: Support chat $100; Search $10; Budget $250");
  press (fixture->canvas, GDK_KEY_Right);
  assert_words (fixture, "October: Support chat $200; Budget $250");
  press (fixture->canvas, GDK_KEY_End);
  press (fixture->canvas, GDK_KEY_Right);
  assert_words (fixture, "November, to 20 Nov: Support chat $300; Search $30; Budget $250");
  press (fixture->canvas, GDK_KEY_Up);
  assert_words (fixture, "November, to 20 Nov: Support chat $300");
  press (fixture->canvas, GDK_KEY_Up);
  assert_words (fixture, "November, to 20 Nov: Search $30");
  press (fixture->canvas, GDK_KEY_Home);
  assert_words (fixture, "September: Search $10");
  g_assert_true (press (fixture->canvas, GDK_KEY_Escape));
  assert_words (fixture, "");
  g_assert_false (press (fixture->canvas, GDK_KEY_Escape));
}

static void
test_right_to_left (Fixture *fixture, gconstpointer kind)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->canvas), GTK_TEXT_DIR_RTL);
  press (fixture->canvas, GDK_KEY_Home);
  press (fixture->canvas, GDK_KEY_Left);
  assert_words (fixture, "October: Support chat $200; Budget $250");
}

/* Where categories run down, the arrows turn with them. */
static void
test_bars_keys (Fixture *fixture, gconstpointer kind)
{
  press (fixture->canvas, GDK_KEY_Down);
  press (fixture->canvas, GDK_KEY_Down);
  assert_words (fixture, "October: Support chat $200");
  press (fixture->canvas, GDK_KEY_Right);
  assert_words (fixture, "October: Support chat $200");
  press (fixture->canvas, GDK_KEY_Right);
  assert_words (fixture, "October: Search –");
}

static void
test_hide (Fixture *fixture, gconstpointer kind)
{
  g_assert_false (press (fixture->canvas, GDK_KEY_h));
  press (fixture->canvas, GDK_KEY_Home);
  press (fixture->canvas, GDK_KEY_Up);
  press (fixture->canvas, GDK_KEY_h);
  assert_words (fixture, "September: Support chat $100 (hidden)");
  g_assert_cmpuint (outlay_chart_canvas_get_state (fixture->canvas)->hidden, ==, 1);

  /* The last one that can be seen stays. */
  press (fixture->canvas, GDK_KEY_Up);
  press (fixture->canvas, GDK_KEY_h);
  g_assert_cmpuint (outlay_chart_canvas_get_state (fixture->canvas)->hidden, ==, 1);

  /* A new chart of as many series keeps what is hidden, another does not. */
  outlay_chart_view_set_chart (fixture->view, make_chart (OUTLAY_CHART_COLUMNS), "Spend", "");
  g_assert_cmpuint (outlay_chart_canvas_get_state (fixture->canvas)->hidden, ==, 1);
  outlay_chart_view_set_chart (fixture->view, outlay_chart_new (OUTLAY_CHART_LINES, 0), "None", "");
  g_assert_cmpuint (outlay_chart_canvas_get_state (fixture->canvas)->hidden, ==, 0);
  g_assert_false (press (fixture->canvas, GDK_KEY_Right));
}

static void
on_activated (OutlayChartView *view, int category, int series, gpointer data)
{
  int *seen = data;

  seen[0] = category;
  seen[1] = series;
}

static void
test_activated (Fixture *fixture, gconstpointer kind)
{
  int seen[2] = { -9, -9 };

  g_signal_connect (fixture->view, "activated", G_CALLBACK (on_activated), seen);
  g_assert_false (press (fixture->canvas, GDK_KEY_Return));
  press (fixture->canvas, GDK_KEY_End);
  press (fixture->canvas, GDK_KEY_Return);
  g_assert_cmpint (seen[0], ==, 2);
  g_assert_cmpint (seen[1], ==, -1);
}

static GtkColumnView *
find_table (GtkWidget *widget)
{
  GtkColumnView *found = NULL;

  if (GTK_IS_COLUMN_VIEW (widget))
    return GTK_COLUMN_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_table (child);
  return found;
}

static void
test_table (Fixture *fixture, gconstpointer kind)
{
  GtkColumnView *table;

  g_assert_null (find_table (GTK_WIDGET (fixture->view)));
  press (fixture->view, GDK_KEY_t);
  g_assert_true (outlay_chart_view_get_as_table (fixture->view));
  table = find_table (GTK_WIDGET (fixture->view));
  g_assert_nonnull (table);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table))), ==,
                    N_MONTHS);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (table)), ==, 4);

  /* It follows the chart. */
  outlay_chart_view_set_chart (fixture->view, make_chart (OUTLAY_CHART_LINES), "Spend", "");
  table = find_table (GTK_WIDGET (fixture->view));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (table)), ==, 3);
  press (fixture->view, GDK_KEY_t);
  g_assert_null (find_table (GTK_WIDGET (fixture->view)));
}

static void
test_export (void)
{
  g_autoptr (OutlayChart) chart = make_chart (OUTLAY_CHART_COLUMNS);
  g_autoptr (GBytes) png = outlay_chart_to_png (chart, 300, 200, 2);
  g_autoptr (GBytes) svg = outlay_chart_to_svg (chart, 300, 200);
  g_autofree char *text = outlay_chart_to_text (chart);
  const guint8 *data = g_bytes_get_data (png, NULL);

  g_assert_cmpint (memcmp (data, "\x89PNG\r\n\x1a\n", 8), ==, 0);
  g_assert_cmpint (data[18] << 8 | data[19], ==, 600);
  g_assert_cmpint (data[22] << 8 | data[23], ==, 400);
  g_assert_nonnull (
      g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), "<svg"));
  g_assert_cmpstr (text, ==,
                   "\tSupport chat\tSearch\tBudget\n"
                   "September\t$100\t$10\t$250\n"
                   "October\t$200\t–\t$250\n"
                   "November, to 20 Nov\t$300\t$30\t$250\n");
}

static void
test_theme (Fixture *fixture, gconstpointer kind)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  OutlayChartTheme light, dark;

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  outlay_chart_theme_of_widget (&light, GTK_WIDGET (fixture->canvas));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  outlay_chart_theme_of_widget (&dark, GTK_WIDGET (fixture->canvas));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);

  g_assert_cmpfloat (light.card.red, >, 0.9);
  g_assert_cmpfloat (dark.card.red, <, 0.4);
  g_assert_cmpfloat (light.text_scale, >, 0);
}

int
main (int argc, char **argv)
{
#define ADD(path, kind, func)                                                                      \
  g_test_add ("/chart-view/" path, Fixture, GINT_TO_POINTER (OUTLAY_CHART_##kind), set_up, func,   \
              tear_down)

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("accessible", COLUMNS, test_accessible);
  ADD ("keys/columns", COLUMNS, test_columns_keys);
  ADD ("keys/right-to-left", COLUMNS, test_right_to_left);
  ADD ("keys/bars", BARS, test_bars_keys);
  ADD ("hide", COLUMNS, test_hide);
  ADD ("activated", LINES, test_activated);
  ADD ("table", COLUMNS, test_table);
  ADD ("theme", LINES, test_theme);
  g_test_add_func ("/chart-view/export", test_export);

  return g_test_run ();
}
