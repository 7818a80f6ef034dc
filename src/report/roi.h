/* roi.h – the report of value and cost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/budget.h"
#include "insight/value.h"
#include "report/outline.h"
#include "wording/wording.h"

G_BEGIN_DECLS

/**
 * OutlayReportPaper:
 * @OUTLAY_PAPER_OF_LOCALE: what the wording's locale has
 */
typedef enum
{
  OUTLAY_PAPER_OF_LOCALE,
  OUTLAY_PAPER_A4,
  OUTLAY_PAPER_LETTER,
} OutlayReportPaper;

/**
 * OutlayReportInput:
 * @snapshot: what everything is of
 * @portfolio: the period; without it, which the budget report and statements can
 *   do, it is @budget's month
 * @previous: (nullable): the period before, to compare with
 * @previous_to: last day that @previous holds, where it was cut to as many days
 *   as have passed; %G_MININT32 if it is whole
 * @history: (nullable): a longer period that ends with @portfolio's, for trends
 * @budget: (nullable): but for the budget report and statements, the budgets of the last month of the period
 * @wording: in whose language
 * @made_day: day to be printed as the day it was made on; %G_MININT32 for the
 *   snapshot's
 * @paper: size of the pages of a PDF
 */
typedef struct
{
  const OutlaySnapshot *snapshot;
  const OutlayPortfolio *portfolio;
  const OutlayPortfolio *previous;
  gint32 previous_to;
  const OutlayPortfolio *history;
  const OutlayBudgetStatus *budget;
  OutlayWording *wording;
  gint32 made_day;
  OutlayReportPaper paper;
} OutlayReportInput;

OutlayReportDocument *outlay_report_roi_new (const OutlayReportInput *input);
OutlayReportDocument *outlay_report_budget_new (const OutlayReportInput *input);
OutlayReportDocument *outlay_report_statement_new (const OutlayReportInput *input, guint32 feature);

G_END_DECLS
