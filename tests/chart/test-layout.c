/* test-layout.c – what holds for every chart at every size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"
#include "samples.h"

#include <math.h>

#define EDGE 6.0
#define CLOSE 1e-6

static const struct
{
  double width;
  double height;
} sizes[] = {
  { 1200, 800 }, { 912, 300 }, { 600, 240 }, { 480, 200 }, { 360, 220 }, { 280, 200 },
  { 280, 90 },   { 120, 60 },  { 40, 400 },  { 400, 20 },  { 3, 3 },     { 0.5, 0.5 },
};

typedef void (*Check) (const OutlayChartLayout *layout);

static void
check_labels (const OutlayChartLayout *layout)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const OutlayLabel *label = &g_array_index (layout->labels, OutlayLabel, i);
      cairo_rectangle_t box = outlay_label_get_ink_box (label);

      g_test_message ("label %s", pango_layout_get_text (label->text));
      g_assert_cmpfloat (box.x, >=, -CLOSE);
      g_assert_cmpfloat (box.x + box.width, <=, layout->width + CLOSE);
      g_assert_cmpfloat (box.y, >=, -CLOSE);
      g_assert_cmpfloat (box.y + box.height, <=, layout->height + CLOSE);

      for (guint k = 0; k < i; k++)
        {
          cairo_rectangle_t other =
              outlay_label_get_ink_box (&g_array_index (layout->labels, OutlayLabel, k));

          g_assert_false (outlay_boxes_overlap (&box, &other));
        }
    }
}

/* Marks of the data are in the plot; a whisker or a dot may stick out by its own half. */
static void
check_marks (const OutlayChartLayout *layout)
{
  const cairo_rectangle_t *plot = &layout->plot;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const OutlayMark *mark = &g_array_index (layout->marks, OutlayMark, i);

      g_assert_true (isfinite (mark->box.x) && isfinite (mark->box.y));
      g_assert_cmpfloat (mark->box.width, >=, -CLOSE);
      g_assert_cmpfloat (mark->box.height, >=, -CLOSE);
      if (mark->category < 0 && mark->series < 0)
        continue;

      g_assert_cmpfloat (mark->box.x, >=, plot->x - EDGE);
      g_assert_cmpfloat (mark->box.x + mark->box.width, <=, plot->x + plot->width + EDGE);
      g_assert_cmpfloat (mark->box.y, >=, plot->y - EDGE);
      g_assert_cmpfloat (mark->box.y + mark->box.height, <=, plot->y + plot->height + EDGE);
    }
}

static void
check_all_sizes (Check check)
{
  for (gsize i = 0; i < n_samples; i++)
    for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
      for (int variant = 0; variant < 8; variant++)
        {
          g_autoptr (OutlayChart) chart = samples[i].make ();
          g_autoptr (OutlayChartLayout) layout = NULL;
          const OutlayChartState state = { -1, -1, (variant & 4) != 0 ? 1 : 0 };
          OutlayChartTheme theme;

          outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_LIGHT);
          theme.text_scale = (variant & 1) != 0 ? 2 : 1;
          chart->right_to_left = (variant & 2) != 0;
          g_test_message ("%s %g × %g, variant %d", samples[i].name, sizes[s].width,
                          sizes[s].height, variant);
          layout = outlay_chart_layout_new (chart, sizes[s].width, sizes[s].height, &theme, &state);
          check (layout);
        }
}

static void
test_labels (void)
{
  check_all_sizes (check_labels);
}

static void
test_marks (void)
{
  check_all_sizes (check_marks);
}

/* At the sizes of the pages nothing that matters is missing. */
static void
test_complete (void)
{
  static const struct
  {
    gsize sample;
    guint n_labels;
  } rows[] = {
    { 0, 4 + 14 + 12 + 10 + 2 }, /* ticks, months and years, values, legend, title and note */
    { 1, 4 + 5 + 1 + 1 + 1 + 3 },   { 4, 1 + 3 + 3 + 6 + 11 + 1 },
    { 6, 1 + 2 + 1 + 4 + 14 + 10 }, { 8, 1 + 10 + 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Sample *sample = &samples[rows[i].sample];
      g_autoptr (OutlayChart) chart = sample->make ();
      g_autoptr (OutlayChartLayout) layout = NULL;
      OutlayChartTheme theme;

      outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_LIGHT);
      layout = outlay_chart_layout_new (chart, sample->width, sample->height, &theme, NULL);
      g_test_message ("%s", sample->name);
      g_assert_cmpuint (layout->labels->len, ==, rows[i].n_labels);
    }
}

/* The segments of a column join, and are together as high as their sum. */
static void
test_stack (void)
{
  g_autoptr (OutlayChart) chart = make_columns ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  OutlayChartTheme theme;

  outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_LIGHT);
  layout = outlay_chart_layout_new (chart, 912, 300, &theme, NULL);

  for (gsize category = 0; category < chart->n_categories; category++)
    {
      double bottom = round (outlay_layout_place (layout, 0));
      double sum = 0;

      for (gsize i = 0; i < chart->series->len; i++)
        sum += outlay_chart_get_series (chart, i)->values[category];

      for (guint i = 0; i < layout->marks->len; i++)
        {
          const OutlayMark *mark = &g_array_index (layout->marks, OutlayMark, i);

          if (mark->shape != OUTLAY_MARK_RECT || mark->category != (int) category)
            continue;
          g_assert_cmpfloat_with_epsilon (mark->box.y + mark->box.height, bottom, CLOSE);
          g_assert_cmpfloat (mark->box.width, <=, 40);
          bottom = mark->box.y;
        }

      g_assert_cmpfloat_with_epsilon (bottom, round (outlay_layout_place (layout, sum)), CLOSE);
    }
}

static void
check_hit (const OutlayChart *chart, const OutlayChartTheme *theme, double width, double height)
{
  g_autoptr (OutlayChartLayout) layout =
      outlay_chart_layout_new (chart, width, height, theme, NULL);
  int category;
  int series;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const OutlayMark *mark = &g_array_index (layout->marks, OutlayMark, i);
      double x = (mark->box.x + mark->box.width / 2) * theme->unit;
      double y = (mark->box.y + mark->box.height / 2) * theme->unit;

      if (mark->shape != OUTLAY_MARK_RECT || mark->box.height < 1 || mark->box.width < 1)
        continue;
      g_assert_cmpint (outlay_chart_hit (chart, width, height, theme, NULL, x, y, &category,
                                         &series),
                       ==, OUTLAY_CHART_PART_MARK);
      g_assert_cmpint (category, ==, mark->category);
      g_assert_cmpint (series, ==, mark->series);
    }

  for (guint i = 0; i < layout->entries->len; i++)
    {
      const OutlayLegendEntry *entry = &g_array_index (layout->entries, OutlayLegendEntry, i);

      g_assert_cmpint (outlay_chart_hit (chart, width, height, theme, NULL,
                                         (entry->box.x + 2) * theme->unit,
                                         (entry->box.y + 2) * theme->unit, NULL, &series),
                       ==, OUTLAY_CHART_PART_LEGEND);
      g_assert_cmpint (series, ==, entry->series);
    }
}

static void
test_hit (void)
{
  for (gsize i = 0; i < n_samples; i++)
    for (int variant = 0; variant < 4; variant++)
      {
        g_autoptr (OutlayChart) chart = samples[i].make ();
        OutlayChartTheme theme;

        outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_PRINT);
        theme.unit = (variant & 1) != 0 ? 0.75 : 1;
        chart->right_to_left = (variant & 2) != 0;
        g_test_message ("%s, variant %d", samples[i].name, variant);
        check_hit (chart, &theme, samples[i].width * theme.unit, samples[i].height * theme.unit);
      }
}

/* The slot of a category is where a pointer finds that category. */
static void
test_slots (void)
{
  for (gsize i = 0; i < n_samples * 2; i++)
    {
      const Sample *sample = &samples[i / 2];
      g_autoptr (OutlayChart) chart = sample->make ();
      OutlayChartTheme theme;

      outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_LIGHT);
      chart->right_to_left = i % 2 == 1;
      for (int c = 0; c < (int) chart->n_categories; c++)
        {
          cairo_rectangle_t slot;
          int category;

          g_assert_true (
              outlay_chart_get_slot (chart, sample->width, sample->height, &theme, NULL, c, &slot));
          outlay_chart_hit (chart, sample->width, sample->height, &theme, NULL,
                            slot.x + slot.width / 2, slot.y + slot.height / 2, &category, NULL);
          g_assert_cmpint (category, ==, c);
        }
      g_assert_false (outlay_chart_get_slot (chart, sample->width, sample->height, &theme, NULL,
                                             (int) chart->n_categories, &(cairo_rectangle_t){ 0 }));
    }
}

static void
test_lines_hit (void)
{
  g_autoptr (OutlayChart) chart = make_month ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  OutlayChartTheme theme;
  OutlayPoint point;
  int category;
  int series;

  outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_LIGHT);
  layout = outlay_chart_layout_new (chart, 620, 250, &theme, NULL);
  point = outlay_path_get_point (layout, 10, outlay_chart_get_series (chart, 1)->values[10]);

  g_assert_cmpint (outlay_chart_hit (chart, 620, 250, &theme, NULL, point.x, point.y + 2, &category,
                                     &series),
                   ==, OUTLAY_CHART_PART_MARK);
  g_assert_cmpint (category, ==, 10);
  g_assert_cmpint (series, ==, 1);
  g_assert_cmpint (outlay_chart_hit (chart, 620, 250, &theme, NULL, point.x, layout->plot.y + 1,
                                     &category, &series),
                   ==, OUTLAY_CHART_PART_SLOT);
  g_assert_cmpint (series, ==, -1);
}

/* The triangle stands where the line meets the budget. */
static void
test_crossing (void)
{
  g_autoptr (OutlayChart) chart = make_month ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  OutlayChartTheme theme;
  guint n_triangles = 0;

  outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_LIGHT);
  layout = outlay_chart_layout_new (chart, 620, 250, &theme, NULL);

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const OutlayMark *mark = &g_array_index (layout->marks, OutlayMark, i);
      double x = mark->box.x + mark->box.width / 2;

      if (mark->shape != OUTLAY_MARK_TRIANGLE)
        continue;
      n_triangles++;
      g_assert_cmpfloat (mark->box.y, <, outlay_layout_place (layout, 21000));
      g_assert_cmpfloat (mark->box.y + mark->box.height, >, outlay_layout_place (layout, 21000));
      g_assert_cmpfloat (x, >, outlay_layout_slot_centre (layout, 25));
      g_assert_cmpfloat (x, <=, outlay_layout_slot_centre (layout, 26));
    }

  g_assert_cmpuint (n_triangles, ==, 1);
}

/* A forecast with a hole in it is drawn across the hole. */
static void
test_finite (void)
{
  g_autoptr (OutlayChart) chart = make_month ();
  g_autoptr (OutlayChartLayout) layout = NULL;
  OutlayChartTheme theme;

  chart->forecasts[22] = chart->forecast_lows[24] = chart->budgets[3] = NAN;
  outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_LIGHT);
  layout = outlay_chart_layout_new (chart, 620, 250, &theme, NULL);

  for (guint i = 0; i < layout->points->len; i++)
    {
      const OutlayPoint *point = &g_array_index (layout->points, OutlayPoint, i);

      g_assert_true (isfinite (point->x) && isfinite (point->y));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/labels", test_labels);
  g_test_add_func ("/layout/marks", test_marks);
  g_test_add_func ("/layout/complete", test_complete);
  g_test_add_func ("/layout/finite", test_finite);
  g_test_add_func ("/layout/stack", test_stack);
  g_test_add_func ("/layout/crossing", test_crossing);
  g_test_add_func ("/hit/marks", test_hit);
  g_test_add_func ("/hit/slots", test_slots);
  g_test_add_func ("/hit/lines", test_lines_hit);
  return g_test_run ();
}
