/* test-widgets.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/states.h"
#include "ui/widgets/meter-view.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/tile.h"

#include <adwaita.h>
#include <math.h>

#define NANOS G_GINT64_CONSTANT (1000000000)

typedef struct
{
  const char *name;
  OutlayBudgetLine line;
  double used;
  double forecast;
  OutlayInk ink;
  OutlayStatus status;
} Case;

static const Case cases[] = {
  { "on-track",
    { .has_budget = TRUE,
      .budget_nanos = 100 * NANOS,
      .actual_nanos = 60 * NANOS,
      .has_forecast = TRUE,
      .expected_nanos = 90 * NANOS,
      .state = OUTLAY_BUDGET_ON_TRACK },
    0.6,
    0.9,
    OUTLAY_INK_NEUTRAL,
    OUTLAY_STATUS_ON_TRACK },
  { "at-risk",
    { .has_budget = TRUE,
      .budget_nanos = 100 * NANOS,
      .actual_nanos = 82 * NANOS,
      .has_forecast = TRUE,
      .expected_nanos = 123 * NANOS,
      .state = OUTLAY_BUDGET_AT_RISK },
    0.82,
    1.23,
    OUTLAY_INK_AT_RISK,
    OUTLAY_STATUS_AT_RISK },
  { "fully-used",
    { .has_budget = TRUE,
      .budget_nanos = 100 * NANOS,
      .actual_nanos = 100 * NANOS,
      .state = OUTLAY_BUDGET_ON_TRACK },
    1.0,
    NAN,
    OUTLAY_INK_NEUTRAL,
    OUTLAY_STATUS_FULLY_USED },
  { "over",
    { .has_budget = TRUE,
      .budget_nanos = 100 * NANOS,
      .actual_nanos = 109 * NANOS,
      .state = OUTLAY_BUDGET_OVER },
    1.09,
    NAN,
    OUTLAY_INK_OVER,
    OUTLAY_STATUS_OVER },
  { "no-budget",
    { .actual_nanos = 5 * NANOS, .state = OUTLAY_BUDGET_NONE },
    NAN,
    NAN,
    OUTLAY_INK_NEUTRAL,
    OUTLAY_STATUS_NONE },
};

static void
assert_same (double value, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, 1e-9);
}

static void
test_meter (gconstpointer data)
{
  const Case *one = data;
  GtkWidget *view = g_object_ref_sink (outlay_meter_view_new ());
  OutlayBudgetMeter meter;

  outlay_meter_of_line (&meter, &one->line, TRUE);
  assert_same (meter.used, one->used);
  assert_same (meter.forecast, one->forecast);
  assert_same (meter.end, OUTLAY_METER_LIST_END);
  g_assert_cmpint (meter.ink, ==, one->ink);
  g_assert_cmpint (outlay_status_of_budget (&one->line), ==, one->status);

  outlay_meter_view_set (OUTLAY_METER_VIEW (view), &meter, "as it stands");
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_METER);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "as it stands");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                       isnan (one->used) ? 0.0 : one->used * 100.0);
  g_object_unref (view);
}

/* A pill changes its tint with its state, and never keeps an old one. */
static void
test_pill (void)
{
  GtkWidget *pill = g_object_ref_sink (outlay_pill_new (OUTLAY_STATUS_OVER, "Over by $1"));

  g_assert_true (gtk_widget_has_css_class (pill, "status-over"));
  outlay_pill_set (OUTLAY_PILL (pill), OUTLAY_STATUS_ON_TRACK, "60 % used");
  g_assert_false (gtk_widget_has_css_class (pill, "status-over"));
  g_assert_true (gtk_widget_has_css_class (pill, "status-on-track"));
  g_object_unref (pill);
}

static void
test_icons (void)
{
  static const char *const places[] = { "outlay-go-home-symbolic", "outlay-starred-symbolic",
                                        "outlay-dialog-error-symbolic", "io.github.outlay.Outlay" };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  gtk_icon_theme_add_resource_path (theme, "/io/github/outlay/Outlay/icons");
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_true (gtk_icon_theme_has_icon (theme, places[i]));
}

/* The first sentence of a failure is its heading. */
static void
test_failed_state (void)
{
  g_autoptr (GError) error =
      g_error_new_literal (G_FILE_ERROR, 0,
                           "Made by a newer Outlay. It has not been changed. Update & open it");
  GtkWidget *state = g_object_ref_sink (outlay_failed_state_new (error));

  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (state)), ==,
                   "Made by a newer Outlay");
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (state)), ==,
                   "It has not been changed. Update &amp; open it");
  g_object_unref (state);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/widgets/meter/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_meter);
    }
  g_test_add_func ("/widgets/pill", test_pill);
  g_test_add_func ("/widgets/icons", test_icons);
  g_test_add_func ("/widgets/failed-state", test_failed_state);

  return g_test_run ();
}
