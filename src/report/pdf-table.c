/* pdf-table.c – tables that repeat their head and leave no orphans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/pdf-private.h"

#include "chart/meter.h"

#include <glib/gi18n.h>

#define COLUMN_GAP 10.0
#define METER_WIDTH 118.0
#define METER_MOST 165.0
#define METER_HEIGHT 6.0
#define METER_DROP 3.2 /* to the middle of the first line */
#define TEXT_LEAST 62.0
#define WORDS_MOST 125.0
#define WORDS_MOST_LAST 190.0
#define ROW_PAD 4.2
#define KEEP_TOGETHER 150.0 /* tables that are no higher are never broken */
#define GLYPH_SIZE 8.5
#define GLYPH_ROOM 14.0
#define WORDS_LINES 2
#define TEXT_LINES 4

/* Where the columns of a table stand. */
typedef struct
{
  const OutlayReportTable *table;
  guint n_columns;
  double *starts;
  double *widths;
  gboolean *has_glyphs;
  double x;
  double width;
} Grid;

static const OutlayReportColumn *
get_column (const Grid *grid, guint column)
{
  return g_ptr_array_index (grid->table->columns, column);
}

static const OutlayReportRow *
get_row (const Grid *grid, guint row)
{
  return g_ptr_array_index (grid->table->rows, row);
}

static const OutlayReportCell *
get_cell (const OutlayReportRow *row, guint column)
{
  return column < row->cells->len ? g_ptr_array_index (row->cells, column) : NULL;
}

static OutlayPdfStyle
style_of (const Grid *grid, guint index, const OutlayReportRow *row, gboolean dim)
{
  const OutlayReportColumn *column = get_column (grid, index);
  gboolean is_number = column->kind == OUTLAY_COLUMN_NUMBER;

  return (OutlayPdfStyle){
    .size = OUTLAY_PDF_SMALL,
    .strong = !row || row->total,
    .tone = dim || !row ? OUTLAY_TONE_DIM : OUTLAY_TONE_INK,
    .align = is_number ? OUTLAY_ALIGN_END : OUTLAY_ALIGN_START,
    .max_lines = is_number || !row || grid->table->flat ? 1
                 : column->kind == OUTLAY_COLUMN_WORDS  ? WORDS_LINES
                                                        : TEXT_LINES,
  };
}

/* The width that a column would like: of its widest text, on one line. */
static double
measure_column (OutlayPdf *pdf, Grid *grid, guint index)
{
  const OutlayReportColumn *column = get_column (grid, index);
  OutlayPdfStyle style = style_of (grid, index, NULL, FALSE);
  double widest = outlay_pdf_text_width (pdf, column->title, &style);

  for (guint i = 0; i < grid->table->rows->len; i++)
    {
      const OutlayReportRow *row = get_row (grid, i);
      const OutlayReportCell *cell = get_cell (row, index);
      double width;

      if (!cell)
        continue;
      grid->has_glyphs[index] |= cell->glyph != OUTLAY_GLYPH_EMPTY;
      style = style_of (grid, index, row, cell->dim);
      width = cell->text ? outlay_pdf_text_width (pdf, cell->text, &style) : 0.0;
      widest = MAX (widest, width);
    }
  if (column->kind == OUTLAY_COLUMN_METER)
    widest = METER_WIDTH;
  return widest + (grid->has_glyphs[index] ? GLYPH_ROOM : 0.0);
}

/* Takes @excess from the columns of a kind, evenly by what they are above their least. */
static double
shrink (Grid *grid, OutlayReportColumnKind kind, double least, double excess)
{
  double spare = 0.0;

  for (guint i = 0; i < grid->n_columns; i++)
    if (get_column (grid, i)->kind == kind && grid->widths[i] > least)
      spare += grid->widths[i] - least;
  if (spare <= 0.0 || excess <= 0.0)
    return excess;
  for (guint i = 0; i < grid->n_columns; i++)
    if (get_column (grid, i)->kind == kind && grid->widths[i] > least)
      grid->widths[i] -= MIN (excess, spare) * (grid->widths[i] - least) / spare;
  return excess - MIN (excess, spare);
}

/* What is too wide gives way in this order: long texts, meters, words, and last the numbers. */
static void
fit_columns (Grid *grid)
{
  double excess = -grid->width - COLUMN_GAP;
  guint n_texts = 0;

  for (guint i = 0; i < grid->n_columns; i++)
    {
      excess += grid->widths[i] + COLUMN_GAP;
      n_texts += get_column (grid, i)->kind == OUTLAY_COLUMN_TEXT;
    }
  excess = shrink (grid, OUTLAY_COLUMN_TEXT, 2 * TEXT_LEAST, excess);
  excess = shrink (grid, OUTLAY_COLUMN_METER, METER_WIDTH / 2, excess);
  excess = shrink (grid, OUTLAY_COLUMN_WORDS, TEXT_LEAST, excess);
  excess = shrink (grid, OUTLAY_COLUMN_TEXT, TEXT_LEAST, excess);
  excess = shrink (grid, OUTLAY_COLUMN_NUMBER, TEXT_LEAST / 2, excess);
  for (guint i = 0; i < grid->n_columns && excess < 0.0; i++)
    if (get_column (grid, i)->kind == OUTLAY_COLUMN_METER)
      {
        double more = MIN (-excess, METER_MOST - METER_WIDTH);

        grid->widths[i] += more;
        excess += more;
      }
  for (guint i = 0; i < grid->n_columns && excess < 0.0; i++)
    if (get_column (grid, i)->kind == OUTLAY_COLUMN_TEXT)
      grid->widths[i] -= excess / n_texts;
}

static void
open_grid (OutlayPdf *pdf, Grid *grid, const OutlayReportTable *table, double x, double width)
{
  double at = x;

  grid->table = table;
  grid->n_columns = table->columns->len;
  grid->starts = g_new0 (double, grid->n_columns);
  grid->widths = g_new0 (double, grid->n_columns);
  grid->has_glyphs = g_new0 (gboolean, grid->n_columns);
  grid->x = x;
  grid->width = width;
  for (guint i = 0; i < grid->n_columns; i++)
    {
      grid->widths[i] = measure_column (pdf, grid, i);
      if (get_column (grid, i)->kind == OUTLAY_COLUMN_WORDS)
        grid->widths[i] =
            MIN (grid->widths[i], i + 1 == grid->n_columns ? WORDS_MOST_LAST : WORDS_MOST);
    }
  fit_columns (grid);
  for (guint i = 0; i < grid->n_columns; i++)
    {
      grid->starts[i] = at;
      at += grid->widths[i] + COLUMN_GAP;
    }
}

static void
close_grid (Grid *grid)
{
  g_free (grid->starts);
  g_free (grid->widths);
  g_free (grid->has_glyphs);
}

static double
draw_head (OutlayPdf *pdf, const Grid *grid, double y, gboolean repeated)
{
  const char *row_tag = repeated ? NULL : "TR";
  double height = 0.0;

  outlay_pdf_begin_tag (pdf, row_tag);
  for (guint i = 0; i < grid->n_columns; i++)
    {
      const OutlayReportColumn *column = get_column (grid, i);
      OutlayPdfStyle style = style_of (grid, i, NULL, FALSE);
      double used;

      used = outlay_pdf_put (pdf, repeated ? NULL : "TH", column->title, &style, grid->starts[i],
                             y + ROW_PAD, grid->widths[i]);
      height = MAX (height, used);
    }
  outlay_pdf_end_tag (pdf, row_tag);
  height += 2 * ROW_PAD;
  outlay_pdf_rule (pdf, OUTLAY_TONE_RULE, grid->x, y + height, grid->width);
  return height;
}

static void
draw_meter (OutlayPdf *pdf, const OutlayReportMeter *cell, double x, double y, double width)
{
  OutlayBudgetMeter meter = {
    .used = cell->used,
    .forecast = cell->forecast,
    .end = OUTLAY_METER_LIST_END,
    .ink = cell->ink,
    .only_excess = cell->only_excess,
    .right_to_left = pdf->document->right_to_left,
  };

  if (!pdf->cr)
    return;
  cairo_save (pdf->cr);
  cairo_translate (pdf->cr, outlay_pdf_mirror (pdf, x, width), y);
  outlay_meter_draw (&meter, pdf->cr, width, METER_HEIGHT, &pdf->theme);
  cairo_restore (pdf->cr);
}

static void
begin_link (OutlayPdf *pdf, const char *link)
{
  g_autofree char *attributes = NULL;

  if (!pdf->cr || !link)
    return;
  attributes = g_strdup_printf ("dest='%s'", link);
  cairo_tag_begin (pdf->cr, CAIRO_TAG_LINK, attributes);
}

static double
draw_cell (OutlayPdf *pdf, const Grid *grid, const OutlayReportRow *row, guint column, double y)
{
  const OutlayReportCell *cell = get_cell (row, column);
  double indent = grid->has_glyphs[column] ? GLYPH_ROOM : 0.0;
  double x = grid->starts[column];
  double width = grid->widths[column];
  OutlayPdfStyle style;
  g_autoptr (PangoLayout) layout = NULL;

  if (!cell)
    return 0.0;
  if (cell->has_meter)
    draw_meter (pdf, &cell->meter, x, y + ROW_PAD + METER_DROP, width);
  outlay_pdf_glyph (pdf, cell->glyph, x, y + ROW_PAD + 1.3, GLYPH_SIZE);
  if (!cell->text)
    return 0.0;
  style = style_of (grid, column, row, cell->dim);
  layout = outlay_pdf_layout_new (pdf, cell->text, &style, width - indent);
  begin_link (pdf, cell->link);
  outlay_pdf_put_layout (pdf, layout, &style, x + indent, y + ROW_PAD, width - indent);
  if (cell->link)
    outlay_pdf_end_tag (pdf, CAIRO_TAG_LINK);
  return outlay_pdf_layout_height (layout);
}

/* The height of a row, without drawing it. */
static double
measure_row (OutlayPdf *pdf, const Grid *grid, const OutlayReportRow *row)
{
  cairo_t *cr = g_steal_pointer (&pdf->cr);
  double height = 0.0;

  for (guint i = 0; i < grid->n_columns; i++)
    {
      double used = draw_cell (pdf, grid, row, i, 0.0);

      height = MAX (height, used);
    }
  pdf->cr = cr;
  return height + 2 * ROW_PAD;
}

static void
draw_row (OutlayPdf *pdf, const Grid *grid, guint index, double y, double height)
{
  const OutlayReportRow *row = get_row (grid, index);
  gboolean last = index + 1 == grid->table->rows->len;

  outlay_pdf_begin_tag (pdf, "TR");
  for (guint i = 0; i < grid->n_columns; i++)
    {
      outlay_pdf_begin_tag (pdf, "TD");
      draw_cell (pdf, grid, row, i, y);
      outlay_pdf_end_tag (pdf, "TD");
    }
  outlay_pdf_end_tag (pdf, "TR");
  if (!last && !get_row (grid, index + 1)->total)
    outlay_pdf_rule (pdf, OUTLAY_TONE_HAIR, grid->x, y + height, grid->width);
  else if (!last)
    outlay_pdf_rule (pdf, OUTLAY_TONE_RULE, grid->x, y + height, grid->width);
}

/**
 * outlay_pdf_table:
 * @pdf: a PDF
 * @table: a table that fits on the page
 * @x: start
 * @y: top
 * @width: of it
 *
 * Returns: its height
 */
double
outlay_pdf_table (OutlayPdf *pdf, const OutlayReportTable *table, double x, double y, double width)
{
  Grid grid = { 0 };
  double at = y;

  open_grid (pdf, &grid, table, x, width);
  outlay_pdf_begin_tag (pdf, "Table");
  at += draw_head (pdf, &grid, at, FALSE);
  for (guint i = 0; i < table->rows->len; i++)
    {
      double height = measure_row (pdf, &grid, get_row (&grid, i));

      draw_row (pdf, &grid, i, at, height);
      at += height;
    }
  outlay_pdf_end_tag (pdf, "Table");
  close_grid (&grid);
  return at - y;
}

/* How much of the page the row at @index needs, so that none stands alone: the first two
 * stay together with the head, the last two, and a sum with what it sums up. */
static double
room_for (const double *heights, guint n_rows, guint index)
{
  double room = heights[index];

  if ((index == 0 || index + 2 == n_rows) && index + 1 < n_rows)
    room += heights[index + 1];
  return room;
}

static void
continue_table (OutlayPdf *pdf, const Grid *grid, const char *heading)
{
  outlay_pdf_break_page (pdf);
  if (heading)
    {
      OutlayPdfStyle style = { OUTLAY_PDF_QUIET, FALSE, OUTLAY_TONE_DIM, OUTLAY_ALIGN_START, 1 };
      /* Translators: %s is the heading of a table that goes on on a new page. */
      g_autofree char *text = g_strdup_printf (_ ("%s, continued"), heading);

      pdf->y += outlay_pdf_put (pdf, NULL, text, &style, grid->x, pdf->y, grid->width) + ROW_PAD;
    }
  pdf->y += draw_head (pdf, grid, pdf->y, TRUE);
  pdf->fresh = FALSE;
}

/**
 * outlay_pdf_flow_table:
 * @pdf: a PDF
 * @block: with a table, which goes over as many pages as it takes
 */
void
outlay_pdf_flow_table (OutlayPdf *pdf, const OutlayReportBlock *block)
{
  guint n_rows = block->table->rows->len;
  g_autofree double *heights = g_new0 (double, n_rows + 1);
  double first = block->heading ? OUTLAY_PDF_BODY * 2 : 0.0;
  double whole;
  Grid grid = { 0 };

  open_grid (pdf, &grid, block->table, pdf->left, pdf->width);
  for (guint i = 0; i < n_rows; i++)
    heights[i] = measure_row (pdf, &grid, get_row (&grid, i));
  whole = first + OUTLAY_PDF_SMALL * 2.5;
  first += OUTLAY_PDF_SMALL * 2.5 + (n_rows > 0 ? room_for (heights, n_rows, 0) : 0.0);
  for (guint i = 0; i < n_rows; i++)
    whole += heights[i];
  if (pdf->y + (whole < KEEP_TOGETHER ? whole : first) > pdf->bottom && !pdf->fresh)
    outlay_pdf_break_page (pdf);
  if (block->heading)
    pdf->y += outlay_pdf_heading (pdf, block->heading, pdf->left, pdf->y, pdf->width);
  outlay_pdf_begin_tag (pdf, "Table");
  pdf->y += draw_head (pdf, &grid, pdf->y, FALSE);
  pdf->fresh = FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      if (i > 0 && pdf->y + room_for (heights, n_rows, i) > pdf->bottom)
        continue_table (pdf, &grid, block->heading);
      draw_row (pdf, &grid, i, pdf->y, heights[i]);
      pdf->y += heights[i];
    }
  outlay_pdf_end_tag (pdf, "Table");
  close_grid (&grid);
}
