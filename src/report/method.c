/* method.c – how the figures are worked out, and under which settings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/parts.h"

#include <glib/gi18n.h>

static void
add_setting (OutlayReportTable *table, const char *name, const char *value)
{
  OutlayReportRow *row = outlay_report_table_add_row (table);

  outlay_report_row_add (row, name);
  outlay_report_row_add (row, value);
}

static void
add_settings (OutlayReportSection *section, const OutlaySnapshot *snapshot)
{
  OutlayReportTable *table = outlay_report_section_add_table (section, _ ("Settings"));

  outlay_report_table_add_column (table, _ ("Setting"), OUTLAY_COLUMN_WORDS);
  outlay_report_table_add_column (table, _ ("As this report was made"), OUTLAY_COLUMN_TEXT);
  add_setting (table, _ ("Reporting currency"), snapshot->currency);
  add_setting (table, _ ("Tax"),
               snapshot->include_tax ? _ ("counts as cost") : _ ("is not in the cost"));
  add_setting (table, _ ("Promotional credits"),
               snapshot->include_credits ? _ ("lower the cost") : _ ("do not lower the cost"));
  add_setting (table, _ ("Price catalogue"),
               snapshot->catalogue && *snapshot->catalogue ? snapshot->catalogue : _ ("none"));
}

/*
 * outlay_report_add_method:
 *
 * The last page: rules that hold for every figure.
 */
void
outlay_report_add_method (OutlayReportDocument *document, const OutlayReportInput *input)
{
  static const char *const rules[] = {
    N_ ("Cost is what was billed; where there is no bill yet, tokens at the price of the catalogue "
        "on their day. The same spend seen in several files of one account and day counts once."),
    N_ ("Days are those of the provider, months are months of usage. Amounts of one use case are "
        "its features' spend by share, its cost items, and its part of shared ones; what is paid "
        "once is spread over its months."),
    N_ ("Net value = value − cost. ROI = net value ÷ cost. Without cost there is no ROI. A value "
        "that is not estimated is unknown; it is never counted as 0."),
    N_ ("A use case is worth it if its ROI at the low estimate is above 0, costs more than it "
        "brings if its ROI at the high estimate is below 0, and is uncertain between. While an "
        "input is left out, it is worth it only if the assumptions hold."),
    N_ ("A budget is over when more than all of it is spent, at risk when its forecast is beyond "
        "it. Exactly all of it is fully used, not over. Days without data are missing, not 0."),
  };
  OutlayReportSection *section =
      outlay_report_document_add (document, OUTLAY_SECTION_METHOD, _ ("Method and settings"));

  section->continues = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    outlay_report_section_take_text (section, OUTLAY_BLOCK_TEXT, g_strdup (_ (rules[i])));
  add_settings (section, input->snapshot);
}
