/* parts.h – what the reports are put together from, for the files of this room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/roi.h"
#include "report/value-words.h"

G_BEGIN_DECLS

/* A use case that is told at length has a page "uc-N", N its place in the report, from 1. */
#define OUTLAY_SECTION_SUMMARY "summary"
#define OUTLAY_SECTION_USE_CASES "use-cases"
#define OUTLAY_SECTION_BUDGETS "budgets"
#define OUTLAY_SECTION_SOURCES "sources"
#define OUTLAY_SECTION_METHOD "method"

/* words.c: amounts in the reporting currency, and the period. All texts are (transfer full). */
char *outlay_report_full (const OutlayReportInput *input, gint64 nanos);
char *outlay_report_whole (const OutlayReportInput *input, gint64 nanos);
char *outlay_report_number (const OutlayReportInput *input, gint64 nanos);
char *outlay_report_whole_range (const OutlayReportInput *input, gint64 low, gint64 high);
char *outlay_report_period (const OutlayReportInput *input);
char *outlay_report_previous_name (const OutlayReportInput *input);
gint32 outlay_report_first_day (const OutlayReportInput *input);
gint32 outlay_report_last_day (const OutlayReportInput *input);
gboolean outlay_report_month_is_running (const OutlayReportInput *input, gint32 month);
void outlay_report_open (OutlayReportDocument *document, const OutlayReportInput *input);
void outlay_report_add_frame (const OutlayReportDocument *document,
                              OutlayReportSection *section,
                              const OutlayReportInput *input);
void outlay_report_set_formats (OutlayReportDocument *document, OutlayChart *chart);

/* order.c */
gsize *outlay_report_order (const OutlayPortfolio *portfolio);
gsize outlay_report_count_estimated (const OutlayPortfolio *portfolio);
gboolean outlay_report_is_all_estimated (const OutlayPortfolio *portfolio);

/* roi-verdict.c, use-case-verdict.c, use-case-table.c */
void outlay_report_add_verdict (OutlayReportSection *section, const OutlayReportInput *input);
void outlay_report_add_use_case_verdict (OutlayReportSection *section,
                                         const OutlayReportInput *input,
                                         const OutlayUseCaseWorth *line);
void outlay_report_add_use_case_table (OutlayReportDocument *document,
                                       const OutlayReportInput *input,
                                       const gsize *order);
OutlayReportGlyph outlay_report_verdict_glyph (OutlayVerdict verdict);

/* roi-summary.c, roi-use-case.c */
void outlay_report_add_summary (OutlayReportDocument *document,
                                const OutlayReportInput *input,
                                const gsize *order);
void outlay_report_add_use_case (OutlayReportDocument *document,
                                 const OutlayReportInput *input,
                                 const OutlayUseCaseWorth *line,
                                 gsize place);

/* assumptions.c */
void outlay_report_add_assumptions (OutlayReportSection *section,
                                    const OutlayReportInput *input,
                                    const OutlayUseCaseWorth *line);

/* budget.c, budget-table.c, reasons.c */
void outlay_report_add_budget_figures (OutlayReportSection *section,
                                       const OutlayReportInput *input,
                                       const OutlayBudgetLine *line);
gsize outlay_report_most_budgets (const OutlayReportDocument *document);
const char *outlay_report_feature_name (const OutlaySnapshot *snapshot, guint32 feature);
char *outlay_report_standing (const OutlayReportInput *input, const OutlayBudgetLine *line);
void outlay_report_add_budget_table (OutlayReportSection *section,
                                     const OutlayReportInput *input,
                                     const char *heading,
                                     gsize most);
gboolean outlay_report_has_reasons (const OutlayReportInput *input);
void outlay_report_add_reasons (OutlayReportSection *section, const OutlayReportInput *input);
char *outlay_report_reason (const OutlayReportInput *input, guint32 feature);

/* sources.c, method.c */
void outlay_report_add_sources (OutlayReportDocument *document, const OutlayReportInput *input);
void outlay_report_add_method (OutlayReportDocument *document, const OutlayReportInput *input);

G_END_DECLS
