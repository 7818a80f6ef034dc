/* budget-fill.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/budget-fill.h"

#include "core/money.h"
#include "ui/items/amount-text.h"

#include <string.h>

#define PERMILLE 1000
#define NANOS_PER_CENT (OUTLAY_NANOS_PER_UNIT / 100)

/**
 * outlay_budget_fill_copy:
 * @edit: an edit
 * @item: a feature
 * @column: a month, not the first: it gets the budget of the month before
 *
 * Nothing is added where the month before has no budget, or the same.
 */
void
outlay_budget_fill_copy (OutlayBudgetEdit *edit, OutlayBudgetItem *item, guint column)
{
  const OutlayBudgetCell *before =
      column > 0 ? outlay_budget_item_get_cell (item, column - 1) : NULL;
  const OutlayBudgetCell *cell = outlay_budget_item_get_cell (item, column);

  if (before == NULL || cell == NULL || !before->has_own ||
      (cell->has_own && cell->own_nanos == before->own_nanos))
    return;

  outlay_budget_edit_copy (edit, outlay_budget_item_get_feature (item), before->month, cell->month,
                           before->own_nanos);
}

/**
 * outlay_budget_fill_grow:
 * @edit: an edit
 * @item: a feature
 * @column: a month
 * @permille: what its budget grows by; 50 is 5 %, and less than 0 shrinks it
 *
 * Amounts are rounded to a hundredth of their unit.
 */
void
outlay_budget_fill_grow (OutlayBudgetEdit *edit,
                         OutlayBudgetItem *item,
                         guint column,
                         gint32 permille)
{
  const OutlayBudgetCell *cell = outlay_budget_item_get_cell (item, column);
  OutlayWide cents;

  if (cell == NULL || !cell->has_own)
    return;

  cents = outlay_divide_half_even ((OutlayWide) cell->own_nanos * (PERMILLE + permille),
                                   (OutlayWide) PERMILLE * NANOS_PER_CENT);
  if (cents < 0 || cents > G_MAXINT64 / NANOS_PER_CENT ||
      (gint64) cents * NANOS_PER_CENT == cell->own_nanos)
    return;

  outlay_budget_edit_set (edit, outlay_budget_item_get_feature (item), cell->month,
                          (gint64) cents * NANOS_PER_CENT);
}

/**
 * outlay_budget_fill_year:
 * @edit: an edit
 * @item: a feature
 * @column: a month: those after it, to December, get its budget
 */
void
outlay_budget_fill_year (OutlayBudgetEdit *edit, OutlayBudgetItem *item, guint column)
{
  const OutlayBudgetCell *cell = outlay_budget_item_get_cell (item, column);
  gint32 last;

  if (cell == NULL || !cell->has_own)
    return;

  last = cell->month - cell->month % OUTLAY_YEAR_MONTHS + OUTLAY_YEAR_MONTHS - 1;
  for (gint32 month = cell->month + 1; month <= last; month++)
    outlay_budget_edit_copy (edit, outlay_budget_item_get_feature (item), cell->month, month,
                             cell->own_nanos);
}

/**
 * outlay_budget_fill_spread:
 * @edit: an edit
 * @item: a feature
 * @column: a month of the quarter or the year
 * @n_months: %OUTLAY_QUARTER_MONTHS or %OUTLAY_YEAR_MONTHS
 * @total_nanos: what all its months come to, shared out evenly and to the hundredth;
 *   the last hundredths go to the first months
 */
void
outlay_budget_fill_spread (OutlayBudgetEdit *edit,
                           OutlayBudgetItem *item,
                           guint column,
                           gint32 n_months,
                           gint64 total_nanos)
{
  const OutlayBudgetCell *cell = outlay_budget_item_get_cell (item, column);
  OutlayWide weights[OUTLAY_YEAR_MONTHS];
  gint64 parts[OUTLAY_YEAR_MONTHS];
  gint64 rest_nanos = total_nanos % NANOS_PER_CENT;
  gint32 first;

  g_return_if_fail (n_months > 0 && n_months <= OUTLAY_YEAR_MONTHS);

  if (cell == NULL)
    return;

  first = cell->month - cell->month % n_months;
  for (gint32 i = 0; i < n_months; i++)
    weights[i] = 1;
  outlay_apportion (total_nanos / NANOS_PER_CENT, weights, (gsize) n_months, parts);
  for (gint32 i = 0; i < n_months; i++)
    outlay_budget_edit_copy (edit, outlay_budget_item_get_feature (item), cell->month, first + i,
                             parts[i] * NANOS_PER_CENT + (i == 0 ? rest_nanos : 0));
}

static void
clear_cell (OutlayBudgetEdit *edit, OutlayBudgetItem *item, const OutlayBudgetCell *cell)
{
  if (cell->has_own)
    outlay_budget_edit_clear (edit, outlay_budget_item_get_feature (item), cell->month);
}

static gboolean
paste_line (OutlayBudgetEdit *edit,
            OutlayBudgetItem *item,
            guint column,
            const char *line,
            OutlayWording *wording,
            GError **error)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const OutlayBudgetCell *cell = outlay_budget_item_get_cell (item, column + i);
      gint64 nanos = 0;

      if (cell == NULL)
        break;
      if (*g_strstrip (fields[i]) == '\0')
        {
          clear_cell (edit, item, cell);
          continue;
        }
      if (!outlay_amount_text_parse (wording, fields[i], &nanos, error))
        return FALSE;
      outlay_budget_edit_set (edit, outlay_budget_item_get_feature (item), cell->month, nanos);
    }

  return TRUE;
}

/**
 * outlay_budget_fill_paste:
 * @edit: an edit
 * @grid: a grid
 * @row: row of the first amount
 * @column: column of the first amount
 * @text: lines of amounts, tabs between them, as a spreadsheet copies them; an empty
 *   field clears
 * @wording: of the reader
 * @error: return location for an error; nothing should be done then
 *
 * What would be beyond the grid is left out.
 */
gboolean
outlay_budget_fill_paste (OutlayBudgetEdit *edit,
                          OutlayBudgetGrid *grid,
                          guint row,
                          guint column,
                          const char *text,
                          OutlayWording *wording,
                          GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = g_strv_length (lines);

  while (n_lines > 0 && strspn (lines[n_lines - 1], "\r \t") == strlen (lines[n_lines - 1]))
    n_lines--;

  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (OutlayBudgetItem) item =
          g_list_model_get_item (outlay_budget_grid_get_items (grid), row + i);

      if (item == NULL)
        break;
      if (!paste_line (edit, item, column, lines[i], wording, error))
        return FALSE;
    }

  return TRUE;
}
