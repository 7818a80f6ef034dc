/* outline.h – a report as data, before it is a page or a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every renderer reads the same outline, so that they cannot disagree: texts
 * are worded once, figures of CSV and JSON are in @data, made from the same
 * amounts in the same moment. What is added to an outline is owned by it.
 */

#pragma once

#include "chart/chart.h"
#include "wording/wording.h"

#include <cjson/cJSON.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OUTLAY_REPORT_ROI,
  OUTLAY_REPORT_BUDGET,
  OUTLAY_REPORT_STATEMENT,
} OutlayReportKind;

/**
 * OutlayReportGlyph:
 *
 * The shape that says a state, beside its words: disc with bar, triangle, tick,
 * ring with tick, dash, diamond.
 */
typedef enum
{
  OUTLAY_GLYPH_EMPTY,
  OUTLAY_GLYPH_OVER,
  OUTLAY_GLYPH_AT_RISK,
  OUTLAY_GLYPH_ON_TRACK,
  OUTLAY_GLYPH_FULL,
  OUTLAY_GLYPH_NONE,
  OUTLAY_GLYPH_UNKNOWN,
} OutlayReportGlyph;

/**
 * OutlayReportFigure:
 * @label: what it is
 * @value: the number, large
 * @detail: (nullable): a quiet line under it: the period before, or a range
 * @note: (nullable): another
 */
typedef struct
{
  char *label;
  char *value;
  char *detail;
  char *note;
} OutlayReportFigure;

/**
 * OutlayReportColumnKind:
 * @OUTLAY_COLUMN_TEXT: takes the room that is left, wraps
 * @OUTLAY_COLUMN_NUMBER: as wide as its numbers, aligned at the end
 * @OUTLAY_COLUMN_WORDS: text as wide as it is, where there is room
 * @OUTLAY_COLUMN_METER: a meter
 */
typedef enum
{
  OUTLAY_COLUMN_TEXT,
  OUTLAY_COLUMN_NUMBER,
  OUTLAY_COLUMN_WORDS,
  OUTLAY_COLUMN_METER,
} OutlayReportColumnKind;

typedef struct
{
  char *title;
  OutlayReportColumnKind kind;
} OutlayReportColumn;

/**
 * OutlayReportMeter:
 * @used: fraction of a budget that is spent, 1 is all of it
 * @forecast: fraction expected at the end of the period, NAN for none
 * @ink: its colour
 * @only_excess: colour only what is above the budget, for a period that is over
 */
typedef struct
{
  double used;
  double forecast;
  OutlayInk ink;
  gboolean only_excess;
} OutlayReportMeter;

/**
 * OutlayReportPart:
 * @value: its share, in any unit
 * @ink: its colour
 */
typedef struct
{
  double value;
  OutlayInk ink;
} OutlayReportPart;

/**
 * OutlayReportCell:
 * @text: (nullable): what it says
 * @link: (nullable): id of the section that it leads to
 * @glyph: before the text
 * @dim: quieter
 * @has_meter: @meter is drawn
 */
typedef struct
{
  char *text;
  char *link;
  OutlayReportGlyph glyph;
  gboolean dim;
  gboolean has_meter;
  OutlayReportMeter meter;
} OutlayReportCell;

/**
 * OutlayReportRow:
 * @cells: of #OutlayReportCell, one a column
 * @total: a sum, with a rule above
 */
typedef struct
{
  GPtrArray *cells;
  gboolean total;
} OutlayReportRow;

/**
 * OutlayReportTable:
 * @columns: of #OutlayReportColumn
 * @rows: of #OutlayReportRow
 * @flat: every row is one line high
 */
typedef struct
{
  GPtrArray *columns;
  GPtrArray *rows;
  gboolean flat;
} OutlayReportTable;

typedef enum
{
  OUTLAY_BLOCK_FIGURES,
  OUTLAY_BLOCK_LEAD,
  OUTLAY_BLOCK_TEXT,
  OUTLAY_BLOCK_NOTE,
  OUTLAY_BLOCK_TABLE,
  OUTLAY_BLOCK_CHART,
  OUTLAY_BLOCK_PARTS,
} OutlayReportBlockKind;

/**
 * OutlayReportBlock:
 * @kind: which of the rest is used
 * @heading: (nullable): above it
 * @strong: (nullable): first sentence of a lead, bold
 * @text: (nullable): of leads, texts and notes; `{page:ID}` is the page on which
 *   a section starts; the caption of charts and parts
 * @figures: of #OutlayReportFigure
 * @table: a table
 * @chart: a chart
 * @parts: of #OutlayReportPart, one bar of parts of a whole
 * @half: stands beside its neighbour, which is a half too
 */
typedef struct
{
  OutlayReportBlockKind kind;
  char *heading;
  char *strong;
  char *text;
  GPtrArray *figures;
  OutlayReportTable *table;
  OutlayChart *chart;
  GArray *parts;
  gboolean half;
} OutlayReportBlock;

/**
 * OutlayReportSection:
 * @id: ASCII, for links; no two alike
 * @parent: (nullable): id of the section that it is under in the bookmarks
 * @eyebrow: (nullable): a quiet line above the title
 * @title: its head
 * @subtitle: (nullable): under the head
 * @pill: (nullable): a state beside the head
 * @glyph: of @pill
 * @aside: of strings: lines at the far side
 * @blocks: of #OutlayReportBlock
 * @continues: it need not start on a page of its own
 */
typedef struct
{
  char *id;
  char *parent;
  char *eyebrow;
  char *title;
  char *subtitle;
  char *pill;
  OutlayReportGlyph glyph;
  GPtrArray *aside;
  GPtrArray *blocks;
  gboolean continues;
} OutlayReportSection;

/**
 * OutlayReportMoney:
 * @wording: borrowed
 * @currency: owned
 *
 * What the axes of charts are worded with.
 */
typedef struct
{
  OutlayWording *wording;
  char *currency;
} OutlayReportMoney;

/**
 * OutlayReportDocument:
 * @title: of the file, and of its first page
 * @period: in words
 * @organisation: (nullable): whose figures
 * @product: name and version of the program
 * @made_day: day that the file says it was made on
 * @letter: paper is Letter, else A4
 * @right_to_left: pages are mirrored
 * @sections: of #OutlayReportSection
 * @money: for the numbers in charts; its wording must outlive the outline
 * @data: the figures for JSON, money as decimal strings
 * @sheet: the rows for CSV: an array of flat objects, all with the keys of the first
 */
typedef struct
{
  OutlayReportKind kind;
  char *title;
  char *period;
  char *organisation;
  char *product;
  gint32 made_day;
  gboolean letter;
  gboolean right_to_left;
  GPtrArray *sections;
  OutlayReportMoney money;
  cJSON *data;
  cJSON *sheet;
} OutlayReportDocument;

OutlayReportDocument *outlay_report_document_new (OutlayReportKind kind);
void outlay_report_document_free (OutlayReportDocument *document);
OutlayReportSection *outlay_report_document_add (OutlayReportDocument *document,
                                                 const char *id,
                                                 const char *title);

/* What is returned is owned by the outline. Texts are copied, but where _take_ says otherwise. */
void outlay_report_section_take_aside (OutlayReportSection *section, char *line);
OutlayReportBlock *outlay_report_section_add (OutlayReportSection *section,
                                              OutlayReportBlockKind kind,
                                              const char *heading);
void outlay_report_section_take_text (OutlayReportSection *section,
                                      OutlayReportBlockKind kind,
                                      char *text);
OutlayReportTable *outlay_report_section_add_table (OutlayReportSection *section,
                                                    const char *heading);
void outlay_report_block_take_figure (OutlayReportBlock *block,
                                      const char *label,
                                      char *value,
                                      char *detail,
                                      char *note);
void outlay_report_table_add_column (OutlayReportTable *table,
                                     const char *title,
                                     OutlayReportColumnKind kind);
OutlayReportRow *outlay_report_table_add_row (OutlayReportTable *table);
OutlayReportCell *outlay_report_row_take (OutlayReportRow *row, char *text);
OutlayReportCell *outlay_report_row_add (OutlayReportRow *row, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayReportDocument, outlay_report_document_free)

G_END_DECLS
