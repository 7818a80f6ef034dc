/* assumptions.c – the inputs of a value model, and its formula in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/parts.h"

#include "wording/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>

#define NANOS_PER_MICRO 1000

/**
 * outlay_report_key_is_money:
 * @key: an input
 *
 * Returns: whether it is an amount in the reporting currency
 */
gboolean
outlay_report_key_is_money (OutlayValueKey key)
{
  return key == OUTLAY_VALUE_AMOUNT || key == OUTLAY_VALUE_HOURLY_RATE ||
         key == OUTLAY_VALUE_HUMAN_COST || key == OUTLAY_VALUE_REVIEW_COST ||
         key == OUTLAY_VALUE_ORDER_VALUE || key == OUTLAY_VALUE_ANNUAL_VALUE ||
         key == OUTLAY_VALUE_PRICE || key == OUTLAY_VALUE_COGS;
}

/**
 * outlay_report_method_takes_outcomes:
 * @method: a method
 *
 * Returns: whether its value grows with the number of outcomes
 */
gboolean
outlay_report_method_takes_outcomes (OutlayValueMethod method)
{
  return method == OUTLAY_VALUE_LABOUR || method == OUTLAY_VALUE_DISPLACEMENT ||
         method == OUTLAY_VALUE_REVENUE;
}

/**
 * outlay_report_method_name:
 * @method: a method
 *
 * Returns: (transfer none): its name, for people
 */
const char *
outlay_report_method_name (OutlayValueMethod method)
{
  static const char *const names[OUTLAY_N_VALUE_METHODS] = {
    [OUTLAY_VALUE_FIXED] = N_ ("fixed amount"),
    [OUTLAY_VALUE_LABOUR] = N_ ("labour saved"),
    [OUTLAY_VALUE_DISPLACEMENT] = N_ ("work taken over"),
    [OUTLAY_VALUE_REVENUE] = N_ ("more revenue"),
    [OUTLAY_VALUE_RETENTION] = N_ ("customers kept"),
    [OUTLAY_VALUE_PREMIUM] = N_ ("premium sold"),
  };

  return _ (names[method]);
}

/**
 * outlay_report_key_name:
 * @key: an input
 *
 * Returns: (transfer none): its name, for people
 */
const char *
outlay_report_key_name (OutlayValueKey key)
{
  static const char *const names[OUTLAY_N_VALUE_KEYS] = {
    [OUTLAY_VALUE_AMOUNT] = N_ ("Amount a month"),
    [OUTLAY_VALUE_MINUTES_SAVED] = N_ ("Minutes saved, each"),
    [OUTLAY_VALUE_HOURLY_RATE] = N_ ("Hourly rate, loaded"),
    [OUTLAY_VALUE_REALISATION] = N_ ("Share really achieved"),
    [OUTLAY_VALUE_HUMAN_COST] = N_ ("Cost by a person, each"),
    [OUTLAY_VALUE_DEFLECTION] = N_ ("Share taken over"),
    [OUTLAY_VALUE_REVIEW_COST] = N_ ("Cost of a review"),
    [OUTLAY_VALUE_REVIEW_RATE] = N_ ("Share reviewed"),
    [OUTLAY_VALUE_ORDER_VALUE] = N_ ("Value of an order"),
    [OUTLAY_VALUE_CONVERSION_UPLIFT] = N_ ("Rise of conversion, in points"),
    [OUTLAY_VALUE_GROSS_MARGIN] = N_ ("Gross margin"),
    [OUTLAY_VALUE_CUSTOMERS] = N_ ("Customers"),
    [OUTLAY_VALUE_CHURN_REDUCTION] = N_ ("Fall of churn, in points"),
    [OUTLAY_VALUE_ANNUAL_VALUE] = N_ ("Value of a customer a year"),
    [OUTLAY_VALUE_PRICE] = N_ ("Price a month"),
    [OUTLAY_VALUE_COGS] = N_ ("Cost of goods a month"),
    [OUTLAY_VALUE_SUBSCRIBERS] = N_ ("Subscribers"),
  };

  return _ (names[key]);
}

/**
 * outlay_report_method_formula:
 * @method: a method
 *
 * Returns: (transfer none): how it works the value out, as a sentence
 */
const char *
outlay_report_method_formula (OutlayValueMethod method)
{
  static const char *const formulas[OUTLAY_N_VALUE_METHODS] = {
    [OUTLAY_VALUE_FIXED] = N_ ("Value = the amount, each month."),
    [OUTLAY_VALUE_LABOUR] =
        N_ ("Value = outcomes × minutes saved ÷ 60 × hourly rate × share really achieved."),
    [OUTLAY_VALUE_DISPLACEMENT] =
        N_ ("Value = outcomes × (cost by a person × share taken over − cost of a review × share "
            "reviewed) × share really achieved. Reviews are taken off here, not added to cost."),
    [OUTLAY_VALUE_REVENUE] =
        N_ ("Value = outcomes × value of an order × rise of conversion × gross "
            "margin × share really achieved."),
    [OUTLAY_VALUE_RETENTION] = N_ ("Value = customers × fall of churn × share really achieved × "
                                   "value of a customer a year ÷ 12, each month."),
    [OUTLAY_VALUE_PREMIUM] = N_ ("Value = (price − cost of goods) × subscribers × share really "
                                 "achieved, each month."),
  };

  return _ (formulas[method]);
}

static char *
word_input (const OutlayReportInput *input, OutlayValueKey key, gint64 micros)
{
  if (outlay_value_key_is_fraction (key))
    return outlay_wording_share_micros (input->wording, micros);
  if (outlay_report_key_is_money (key))
    return outlay_wording_money (input->wording, micros * NANOS_PER_MICRO,
                                 input->snapshot->currency, OUTLAY_MONEY_EACH);
  return outlay_wording_micros (input->wording, micros);
}

/**
 * outlay_report_assumed_text:
 * @input: its wording and its snapshot are read
 * @key: an input that was left out
 *
 * Returns: (transfer full): "assumed 100%" or "assumed $0": what it is taken as
 */
char *
outlay_report_assumed_text (const OutlayReportInput *input, OutlayValueKey key)
{
  g_autofree char *as = outlay_value_key_is_fraction (key)
                            ? outlay_wording_percent (input->wording, 100.0, 0)
                            : outlay_report_whole (input, 0);

  return g_strdup_printf (_ ("assumed %s"), as);
}

static void
add_given (OutlayReportRow *row,
           const OutlayReportInput *input,
           OutlayValueKey key,
           const OutlayRange *range)
{
  outlay_report_row_take (row, range->is_range ? word_input (input, key, range->low_micros)
                                               : g_strdup ("–"));
  outlay_report_row_take (row, word_input (input, key, range->likely_micros));
  outlay_report_row_take (row, range->is_range ? word_input (input, key, range->high_micros)
                                               : g_strdup ("–"));
  outlay_report_row_add (row, _ ("stated"))->dim = TRUE;
}

static void
add_left_out (OutlayReportRow *row,
              const OutlayReportInput *input,
              OutlayValueKey key,
              gboolean needed)
{
  for (int i = 0; i < 3; i++)
    outlay_report_row_add (row, "–");
  if (needed)
    outlay_report_row_add (row, _ ("missing: the value cannot be told without it"));
  else
    outlay_report_row_take (row, outlay_report_assumed_text (input, key));
}

static void
add_outcomes (OutlayReportTable *table, const OutlayReportInput *input, const OutlayWorth *worth)
{
  OutlayReportRow *row = outlay_report_table_add_row (table);

  outlay_report_row_add (row, _ ("Outcomes in the period"));
  outlay_report_row_add (row, "–");
  outlay_report_row_take (row, worth->has_outcomes
                                   ? outlay_wording_count (input->wording, worth->outcomes)
                                   : g_strdup ("–"));
  outlay_report_row_add (row, "–");
  outlay_report_row_add (row, worth->has_outcomes ? _ ("counted, from an outcomes file")
                                                  : _ ("missing: none were imported"))
      ->dim = worth->has_outcomes;
}

static void
add_columns (OutlayReportTable *table)
{
  outlay_report_table_add_column (table, _ ("Input"), OUTLAY_COLUMN_TEXT);
  outlay_report_table_add_column (table, _ ("Low"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("Likely"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("High"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("Source"), OUTLAY_COLUMN_TEXT);
}

/*
 * outlay_report_add_assumptions:
 *
 * A table of what the value of a use case rests on, and how it is worked out.
 */
void
outlay_report_add_assumptions (OutlayReportSection *section,
                               const OutlayReportInput *input,
                               const OutlayUseCaseWorth *line)
{
  const OutlayUseCase *use_case = &input->snapshot->use_cases[line->use_case];
  const OutlayValueModel *model = &use_case->model;
  OutlayReportTable *table;

  if (!use_case->has_model)
    return;
  table = outlay_report_section_add_table (section, _ ("Assumptions"));
  add_columns (table);
  if (outlay_report_method_takes_outcomes (model->method))
    add_outcomes (table, input, &line->worth);
  for (OutlayValueKey key = 0; key < OUTLAY_N_VALUE_KEYS; key++)
    {
      OutlayReportRow *row;

      if (!outlay_value_method_takes (model->method, key))
        continue;
      row = outlay_report_table_add_row (table);
      outlay_report_row_add (row, outlay_report_key_name (key));
      if (model->input[key].given)
        add_given (row, input, key, &model->input[key]);
      else
        add_left_out (row, input, key, outlay_value_key_is_required (model->method, key));
    }
  outlay_report_section_take_text (section, OUTLAY_BLOCK_NOTE,
                                   g_strdup_printf ("%s %s",
                                                    outlay_report_method_formula (model->method),
                                                    _ ("ROI = (value − cost) ÷ cost. The low and "
                                                       "the high total take every input "
                                                       "at its low or its high.")));
}
