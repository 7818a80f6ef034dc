/* spend-labels.c – what a line of spend says for a key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/spend-labels-private.h"

struct _OutlaySpendLabels
{
  OutlaySpendLines *lines; /* borrowed */
  GHashTable *texts;       /* owned: texts that were made here */
};

/**
 * outlay_spend_labels_new:
 * @lines: lines; they have to outlive the labels
 *
 * Returns: (transfer full): labels of their series
 */
OutlaySpendLabels *
outlay_spend_labels_new (OutlaySpendLines *lines)
{
  OutlaySpendLabels *labels = g_new (OutlaySpendLabels, 1);

  labels->lines = lines;
  labels->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return labels;
}

/**
 * outlay_spend_labels_free:
 * @labels: (transfer full) (nullable): labels
 */
void
outlay_spend_labels_free (OutlaySpendLabels *labels)
{
  if (labels == NULL)
    return;

  g_hash_table_unref (labels->texts);
  g_free (labels);
}

static const char *
intern_text (OutlaySpendLabels *labels, char *text)
{
  const char *known = g_hash_table_lookup (labels->texts, text);

  if (known == NULL)
    {
      g_hash_table_add (labels->texts, text);
      return text;
    }

  g_free (text);
  return known;
}

static OutlaySpendLabel
label_field (const OutlaySeries *series, OutlayField field)
{
  const OutlayDimension *dimension = series->field[field];

  return (OutlaySpendLabel){ dimension->id != 0 ? dimension->value : NULL,
                             dimension->name[0] != '\0' ? dimension->name : NULL };
}

static OutlaySpendLabel
label_time (OutlaySpendLabels *labels, gint32 day, OutlaySpendField field)
{
  if (field == OUTLAY_SPEND_WEEK)
    day -= outlay_day_weekday (day);

  return (OutlaySpendLabel){ intern_text (labels,
                                          field == OUTLAY_SPEND_MONTH
                                              ? outlay_month_to_string (outlay_month_of_day (day))
                                              : outlay_day_to_string (day)),
                             NULL };
}

static OutlaySpendLabel
label_tag (OutlaySpendLabels *labels, const OutlaySeries *series, const char *tag)
{
  char *value = outlay_tags_get (series->field[OUTLAY_FIELD_TAGS]->value, tag);

  return (OutlaySpendLabel){ value != NULL ? intern_text (labels, value) : NULL, NULL };
}

static OutlaySpendLabel
label_account (const OutlayStreamAccount *account)
{
  return (OutlaySpendLabel){ account->value[0] != '\0' ? account->value : NULL,
                             account->name[0] != '\0' ? account->name : NULL };
}

/**
 * outlay_spend_labels_find:
 * @labels: labels
 * @line: a line
 * @key: what is asked for
 * @feature: of the share of @line
 * @use_case: (nullable): of the share of @line
 *
 * Returns: what @line says for @key
 */
OutlaySpendLabel
outlay_spend_labels_find (OutlaySpendLabels *labels,
                          const OutlaySpendLine *line,
                          const OutlaySpendKey *key,
                          const char *feature,
                          const char *use_case)
{
  switch (key->field)
    {
    case OUTLAY_SPEND_DAY:
    case OUTLAY_SPEND_WEEK:
    case OUTLAY_SPEND_MONTH:
      return label_time (labels, line->day, key->field);
    case OUTLAY_SPEND_FEATURE:
      return (OutlaySpendLabel){ feature, NULL };
    case OUTLAY_SPEND_USE_CASE:
      return (OutlaySpendLabel){ use_case, NULL };
    case OUTLAY_SPEND_PROVIDER:
      return (OutlaySpendLabel){ line->account->provider, NULL };
    case OUTLAY_SPEND_ACCOUNT:
      return label_account (line->account);
    case OUTLAY_SPEND_PROJECT:
      return label_field (line->series, OUTLAY_FIELD_PROJECT);
    case OUTLAY_SPEND_KEY:
      return label_field (line->series, OUTLAY_FIELD_KEY);
    case OUTLAY_SPEND_USER:
      return label_field (line->series, OUTLAY_FIELD_USER);
    case OUTLAY_SPEND_TIER:
      return label_field (line->series, OUTLAY_FIELD_TIER);
    case OUTLAY_SPEND_REGION:
      return label_field (line->series, OUTLAY_FIELD_REGION);
    case OUTLAY_SPEND_LINE_ITEM:
      return label_field (line->series, OUTLAY_FIELD_LINE_ITEM);
    case OUTLAY_SPEND_STATUS:
      return label_field (line->series, OUTLAY_FIELD_STATUS);
    case OUTLAY_SPEND_TAG:
      return label_tag (labels, line->series, key->tag);
    case OUTLAY_SPEND_MODEL:
    default:
      {
        const char *model = outlay_spend_lines_model (labels->lines, line->series);

        return (OutlaySpendLabel){ model[0] != '\0' ? model : NULL,
                                   line->series->field[OUTLAY_FIELD_MODEL]->value };
      }
    }
}
