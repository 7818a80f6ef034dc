/* outline.c – a report as data, before it is a page or a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/outline.h"

static void
free_figure (gpointer data)
{
  OutlayReportFigure *figure = data;

  g_free (figure->label);
  g_free (figure->value);
  g_free (figure->detail);
  g_free (figure->note);
  g_free (figure);
}

static void
free_column (gpointer data)
{
  OutlayReportColumn *column = data;

  g_free (column->title);
  g_free (column);
}

static void
free_cell (gpointer data)
{
  OutlayReportCell *cell = data;

  g_free (cell->text);
  g_free (cell->link);
  g_free (cell);
}

static void
free_row (gpointer data)
{
  OutlayReportRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
free_table (OutlayReportTable *table)
{
  if (!table)
    return;
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static void
free_block (gpointer data)
{
  OutlayReportBlock *block = data;

  g_free (block->heading);
  g_free (block->strong);
  g_free (block->text);
  g_clear_pointer (&block->figures, g_ptr_array_unref);
  free_table (block->table);
  g_clear_pointer (&block->chart, outlay_chart_free);
  g_clear_pointer (&block->parts, g_array_unref);
  g_free (block);
}

static void
free_section (gpointer data)
{
  OutlayReportSection *section = data;

  g_free (section->id);
  g_free (section->parent);
  g_free (section->eyebrow);
  g_free (section->title);
  g_free (section->subtitle);
  g_free (section->pill);
  g_ptr_array_unref (section->aside);
  g_ptr_array_unref (section->blocks);
  g_free (section);
}

/**
 * outlay_report_document_new:
 * @kind: of which report
 *
 * Returns: (transfer full): an outline without sections
 */
OutlayReportDocument *
outlay_report_document_new (OutlayReportKind kind)
{
  OutlayReportDocument *document = g_new0 (OutlayReportDocument, 1);

  document->kind = kind;
  document->sections = g_ptr_array_new_with_free_func (free_section);
  return document;
}

/**
 * outlay_report_document_free:
 * @document: (nullable): an outline
 */
void
outlay_report_document_free (OutlayReportDocument *document)
{
  if (!document)
    return;
  g_free (document->title);
  g_free (document->period);
  g_free (document->organisation);
  g_free (document->product);
  g_free (document->money.currency);
  g_ptr_array_unref (document->sections);
  cJSON_Delete (document->data);
  cJSON_Delete (document->sheet);
  g_free (document);
}

/**
 * outlay_report_document_add:
 * @document: an outline
 * @id: ASCII, unlike any other
 * @title: head of the section
 *
 * Returns: (transfer none): a section that starts on a page of its own
 */
OutlayReportSection *
outlay_report_document_add (OutlayReportDocument *document, const char *id, const char *title)
{
  OutlayReportSection *section = g_new0 (OutlayReportSection, 1);

  section->id = g_strdup (id);
  section->title = g_strdup (title);
  section->aside = g_ptr_array_new_with_free_func (g_free);
  section->blocks = g_ptr_array_new_with_free_func (free_block);
  g_ptr_array_add (document->sections, section);
  return section;
}

/**
 * outlay_report_section_take_aside:
 * @section: a section
 * @line: (transfer full): a line for the far side of its head
 */
void
outlay_report_section_take_aside (OutlayReportSection *section, char *line)
{
  g_ptr_array_add (section->aside, line);
}

/**
 * outlay_report_section_add:
 * @section: a section
 * @kind: of the block
 * @heading: (nullable): its heading
 *
 * Returns: (transfer none): a block at the end of the section
 */
OutlayReportBlock *
outlay_report_section_add (OutlayReportSection *section,
                           OutlayReportBlockKind kind,
                           const char *heading)
{
  OutlayReportBlock *block = g_new0 (OutlayReportBlock, 1);

  block->kind = kind;
  block->heading = g_strdup (heading);
  if (kind == OUTLAY_BLOCK_FIGURES)
    block->figures = g_ptr_array_new_with_free_func (free_figure);
  if (kind == OUTLAY_BLOCK_PARTS)
    block->parts = g_array_new (FALSE, FALSE, sizeof (OutlayReportPart));
  g_ptr_array_add (section->blocks, block);
  return block;
}

/**
 * outlay_report_section_take_text:
 * @section: a section
 * @kind: a text or a note
 * @text: (transfer full): what it says
 */
void
outlay_report_section_take_text (OutlayReportSection *section,
                                 OutlayReportBlockKind kind,
                                 char *text)
{
  outlay_report_section_add (section, kind, NULL)->text = text;
}

/**
 * outlay_report_section_add_table:
 * @section: a section
 * @heading: (nullable): its heading
 *
 * Returns: (transfer none): an empty table, in the last block of the section
 */
OutlayReportTable *
outlay_report_section_add_table (OutlayReportSection *section, const char *heading)
{
  OutlayReportTable *table = g_new0 (OutlayReportTable, 1);

  table->columns = g_ptr_array_new_with_free_func (free_column);
  table->rows = g_ptr_array_new_with_free_func (free_row);
  outlay_report_section_add (section, OUTLAY_BLOCK_TABLE, heading)->table = table;
  return table;
}

/**
 * outlay_report_block_take_figure:
 * @block: a block of figures
 * @label: what it is, copied
 * @value: (transfer full): the number
 * @detail: (transfer full) (nullable): a line under it
 * @note: (transfer full) (nullable): another
 */
void
outlay_report_block_take_figure (OutlayReportBlock *block,
                                 const char *label,
                                 char *value,
                                 char *detail,
                                 char *note)
{
  OutlayReportFigure *figure = g_new0 (OutlayReportFigure, 1);

  figure->label = g_strdup (label);
  figure->value = value;
  figure->detail = detail;
  figure->note = note;
  g_ptr_array_add (block->figures, figure);
}

/**
 * outlay_report_table_add_column:
 * @table: a table without rows
 * @title: its head
 * @kind: what it holds
 */
void
outlay_report_table_add_column (OutlayReportTable *table,
                                const char *title,
                                OutlayReportColumnKind kind)
{
  OutlayReportColumn *column = g_new0 (OutlayReportColumn, 1);

  column->title = g_strdup (title);
  column->kind = kind;
  g_ptr_array_add (table->columns, column);
}

/**
 * outlay_report_table_add_row:
 * @table: a table
 *
 * Returns: (transfer none): a row without cells, at the end
 */
OutlayReportRow *
outlay_report_table_add_row (OutlayReportTable *table)
{
  OutlayReportRow *row = g_new0 (OutlayReportRow, 1);

  row->cells = g_ptr_array_new_with_free_func (free_cell);
  g_ptr_array_add (table->rows, row);
  return row;
}

/**
 * outlay_report_row_take:
 * @row: a row
 * @text: (transfer full) (nullable): what the next cell says
 *
 * Returns: (transfer none): the cell
 */
OutlayReportCell *
outlay_report_row_take (OutlayReportRow *row, char *text)
{
  OutlayReportCell *cell = g_new0 (OutlayReportCell, 1);

  cell->text = text;
  g_ptr_array_add (row->cells, cell);
  return cell;
}

/**
 * outlay_report_row_add:
 * @row: a row
 * @text: (nullable): what the next cell says, copied
 *
 * Returns: (transfer none): the cell
 */
OutlayReportCell *
outlay_report_row_add (OutlayReportRow *row, const char *text)
{
  return outlay_report_row_take (row, g_strdup (text));
}
