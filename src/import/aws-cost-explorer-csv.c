/* aws-cost-explorer-csv.c – what AWS's Cost Explorer saves: a column a service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are days or months, columns the values of one dimension, which the first column's
 * name says; the last one is their total, and one row is the total of each column. It
 * has no quantities. Whether a row is a month shows in its neighbours.
 */

#include "import/cloud-line.h"
#include "import/focus-service.h"
#include "import/format.h"

#include "core/date.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS 9
#define UNIT "($)"
#define TOTAL "total costs" UNIT

enum
{
  TOTAL_COSTS,
};

static const OutlayCsvColumn columns[] = {
  [TOTAL_COSTS] = { TOTAL, NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
};

static const struct
{
  const char *dimension;
  OutlayField field;
  gboolean tells_service;
} dimensions[] = {
  { "service", OUTLAY_FIELD_LINE_ITEM, TRUE },
  { "usage type", OUTLAY_FIELD_LINE_ITEM, TRUE },
  { "api operation", OUTLAY_FIELD_LINE_ITEM, TRUE },
  { "linked account", OUTLAY_FIELD_PROJECT, FALSE },
  { "region", OUTLAY_FIELD_REGION, FALSE },
};

typedef struct
{
  OutlayField field;
  gboolean tells_service;
  char *tag;               /* owned, (nullable): name of the tag that the columns are values of */
  gint32 last_month_start; /* the row before is a first of month, or G_MININT32 */
} Pivot;

static gpointer
new_state (void)
{
  Pivot *pivot = g_new0 (Pivot, 1);

  pivot->last_month_start = G_MININT32;
  return pivot;
}

static void
free_state (gpointer state)
{
  Pivot *pivot = state;

  g_free (pivot->tag);
  g_free (pivot);
}

static gboolean
begin (OutlayReading *reading, GError **error)
{
  Pivot *pivot = outlay_reading_state (reading);
  guint n_names;
  const char *const *names = outlay_csv_table_names (outlay_reading_table (reading), &n_names);

  pivot->field = OUTLAY_FIELD_TAGS;
  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    if (strcmp (names[0], dimensions[i].dimension) == 0)
      {
        pivot->field = dimensions[i].field;
        pivot->tells_service = dimensions[i].tells_service;
      }

  if (pivot->field == OUTLAY_FIELD_TAGS)
    pivot->tag = g_strdup (outlay_csv_table_title (outlay_reading_table (reading), 0));
  if (!pivot->tells_service && !outlay_reading_options (reading)->all_services)
    outlay_reading_note (reading, _ ("The file does not say which costs are of AI services; import "
                                     "it with all services, or group it by service"));
  return TRUE;
}

/* `Claude Sonnet 4 (Amazon Bedrock Edition)($)` without its unit. */
static const char *
find_label (OutlayRow *row, guint place)
{
  const char *title = outlay_csv_table_title (outlay_reading_table (row->reading), place);
  gsize length = strlen (title);

  if (g_str_has_suffix (title, UNIT))
    length -= strlen (UNIT);

  return outlay_row_keep (row, g_strndup (title, length));
}

/* A first of a month behind another one is a month. */
static gint64
find_end (Pivot *pivot, gint64 start)
{
  gint32 day = outlay_day_of_instant (start);
  gint32 month = outlay_month_of_day (day);
  gboolean is_first = outlay_month_first_day (month) == day;
  gboolean is_month = is_first && pivot->last_month_start != G_MININT32;

  pivot->last_month_start = is_first ? day : G_MININT32;
  return outlay_day_start (day + (is_month ? outlay_month_n_days (month) : 1));
}

static void
fill (OutlayRow *row, const Pivot *pivot, const char *label, gboolean is_ai, OutlayRecord *record)
{
  record->provider = "aws";
  record->kind = OUTLAY_CHARGE_USAGE;
  record->field[OUTLAY_FIELD_CURRENCY] = "USD";
  if (g_ascii_strcasecmp (label, "tax") == 0)
    record->kind = OUTLAY_CHARGE_TAX;

  if (pivot->field == OUTLAY_FIELD_TAGS)
    record->field[OUTLAY_FIELD_TAGS] =
        outlay_row_keep (row, outlay_tags_build ((const char *const *) &pivot->tag, &label, 1));
  else
    record->field[pivot->field] = label;

  if (is_ai)
    record->field[OUTLAY_FIELD_MODEL] = outlay_cloud_find_model (row, &label, 1);
  if (pivot->field == OUTLAY_FIELD_LINE_ITEM)
    outlay_cloud_read_words (label, record);
}

/* `USE1-NovaPro-input-tokens` */
static gboolean
names_tokens (OutlayRow *row, const char *label)
{
  return strstr (outlay_row_lower (row, label), "token") != NULL &&
         outlay_cloud_find_model (row, &label, 1)[0] != '\0';
}

/* Returns: %FALSE with @error set, or %TRUE; @n_taken counts what is not left out */
static gboolean
read_cell (OutlayRow *row,
           Pivot *pivot,
           guint place,
           OutlayRecord *times,
           guint *n_taken,
           GError **error)
{
  const char *text = outlay_csv_table_cell (outlay_reading_table (row->reading), place);
  const char *label = find_label (row, place);
  OutlayFocusService service = { "AWS", "", "", "", label, "" };
  gboolean is_ai =
      pivot->tells_service && (outlay_focus_is_ai (&service) || names_tokens (row, label));
  OutlayRecord record = *times;

  if (text[0] == '\0' || (!is_ai && !outlay_reading_options (row->reading)->all_services))
    return TRUE;

  (*n_taken)++;
  fill (row, pivot, label, is_ai, &record);
  record.billed_nanos = outlay_row_decimal_of (row, label, text, NANOS);
  record.cost_nanos = record.billed_nanos;
  return outlay_row_emit (row, &record, error);
}

static gboolean
read_row (OutlayRow *row, GError **error)
{
  const OutlayCsvTable *table = outlay_reading_table (row->reading);
  Pivot *pivot = outlay_reading_state (row->reading);
  Pivot before = *pivot;
  const char *first = outlay_csv_table_cell (table, 0);
  OutlayRecord record;
  guint n_names, n_taken = 0;
  const char *const *names = outlay_csv_table_names (table, &n_names);

  if (g_str_has_suffix (first, " total"))
    {
      if (outlay_reading_options (row->reading)->all_services)
        outlay_reading_control (row->reading, "USD", outlay_row_nanos (row, TOTAL_COSTS));
      return TRUE;
    }

  outlay_record_init (&record);
  record.start = outlay_row_instant_of (row, names[0], first);
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, names[0], "%s", _ ("the date is missing"));
  if (row->problem != NULL)
    return TRUE;

  record.end = find_end (pivot, record.start);
  record.invoice_month = outlay_month_of_day (outlay_day_of_instant (record.start));
  for (guint i = 1; i < n_names; i++)
    if (strcmp (names[i], TOTAL) != 0 && !read_cell (row, pivot, i, &record, &n_taken, error))
      return FALSE;

  if (n_taken == 0 && row->problem == NULL)
    outlay_row_skip (row);
  if (row->rehearsing)
    pivot->last_month_start = before.last_month_start;
  return TRUE;
}

const OutlayReader outlay_reader_aws_cost_explorer_csv = {
  .id = "aws-cost-explorer-csv",
  .title = N_ ("AWS Cost Explorer (CSV)"),
  .source = "aws-cost-explorer",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_STATEMENT,
  .provides = OUTLAY_PROVIDES_COST,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = -1,
  .currency_column = -1,
  .begin = begin,
  .read = read_row,
  .rehearse = TRUE,
  .state_new = new_state,
  .state_free = free_state,
};
