/* batch-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/batch-item.h"

#include "core/date.h"
#include "wording/date.h"
#include "wording/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>

#define NONE "–"
#define FADED 0.6 /* what does not count */

struct _OutlayBatchItem
{
  GObject parent_instance;

  /* Owned references */
  char *file;
  char *detail;
  char *account;
  char *period;
  char *rows;
  char *billed;
  char *computed;
  char *state_text;
  char *imported;
  char *words; /* what a search looks at */

  gint64 batch;
  OutlayBatchState state;

  /* To sort by */
  gint64 n_rows;
  gint64 billed_nanos;
  gint64 computed_nanos;
  gint first_day;
};

enum
{
  PROP_FILE = 1,
  PROP_DETAIL,
  PROP_ACCOUNT,
  PROP_PERIOD,
  PROP_ROWS,
  PROP_BILLED,
  PROP_COMPUTED,
  PROP_STATE_TEXT,
  PROP_IMPORTED,
  PROP_WORDS,
  PROP_OPACITY,
  PROP_N_ROWS,
  PROP_BILLED_NANOS,
  PROP_COMPUTED_NANOS,
  PROP_BATCH,
  PROP_FIRST_DAY,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (OutlayBatchItem, outlay_batch_item, G_TYPE_OBJECT)

static const char *
find_text (OutlayBatchItem *self, guint prop_id)
{
  const char *texts[] = {
    [PROP_FILE] = self->file,         [PROP_DETAIL] = self->detail,
    [PROP_ACCOUNT] = self->account,   [PROP_PERIOD] = self->period,
    [PROP_ROWS] = self->rows,         [PROP_BILLED] = self->billed,
    [PROP_COMPUTED] = self->computed, [PROP_STATE_TEXT] = self->state_text,
    [PROP_IMPORTED] = self->imported, [PROP_WORDS] = self->words,
  };

  return texts[prop_id];
}

static void
outlay_batch_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlayBatchItem *self = OUTLAY_BATCH_ITEM (object);

  switch (prop_id)
    {
    case PROP_OPACITY:
      g_value_set_double (value, self->state <= OUTLAY_BATCH_REJECTED ? 1 : FADED);
      break;
    case PROP_N_ROWS:
      g_value_set_int64 (value, self->n_rows);
      break;
    case PROP_BILLED_NANOS:
      g_value_set_int64 (value, self->billed_nanos);
      break;
    case PROP_COMPUTED_NANOS:
      g_value_set_int64 (value, self->computed_nanos);
      break;
    case PROP_BATCH:
      g_value_set_int64 (value, self->batch);
      break;
    case PROP_FIRST_DAY:
      g_value_set_int (value, self->first_day);
      break;
    default:
      g_value_set_string (value, find_text (self, prop_id));
    }
}

static void
outlay_batch_item_finalize (GObject *object)
{
  OutlayBatchItem *self = OUTLAY_BATCH_ITEM (object);

  for (guint id = PROP_FILE; id <= PROP_WORDS; id++)
    g_free ((char *) find_text (self, id));

  G_OBJECT_CLASS (outlay_batch_item_parent_class)->finalize (object);
}

static void
outlay_batch_item_class_init (OutlayBatchItemClass *klass)
{
  static const char *const texts[] = {
    [PROP_FILE] = "file",         [PROP_DETAIL] = "detail",
    [PROP_ACCOUNT] = "account",   [PROP_PERIOD] = "period",
    [PROP_ROWS] = "rows",         [PROP_BILLED] = "billed",
    [PROP_COMPUTED] = "computed", [PROP_STATE_TEXT] = "state-text",
    [PROP_IMPORTED] = "imported", [PROP_WORDS] = "words",
  };
  static const char *const numbers[] = {
    [PROP_N_ROWS] = "n-rows",
    [PROP_BILLED_NANOS] = "billed-nanos",
    [PROP_COMPUTED_NANOS] = "computed-nanos",
    [PROP_BATCH] = "batch",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = outlay_batch_item_get_property;
  object_class->finalize = outlay_batch_item_finalize;
  for (guint id = PROP_FILE; id <= PROP_WORDS; id++)
    g_object_class_install_property (object_class, id,
                                     g_param_spec_string (texts[id], NULL, NULL, NULL, flags));
  for (guint id = PROP_N_ROWS; id <= PROP_BATCH; id++)
    g_object_class_install_property (object_class, id,
                                     g_param_spec_int64 (numbers[id], NULL, NULL, G_MININT64,
                                                         G_MAXINT64, 0, flags));
  g_object_class_install_property (object_class, PROP_OPACITY,
                                   g_param_spec_double ("opacity", NULL, NULL, 0, 1, 1, flags));
  g_object_class_install_property (object_class, PROP_FIRST_DAY,
                                   g_param_spec_int ("first-day", NULL, NULL, G_MININT, G_MAXINT, 0,
                                                     flags));
}

static void
outlay_batch_item_init (OutlayBatchItem *self)
{
}

/**
 * outlay_format_title:
 * @id: (nullable): of a format
 *
 * Returns: (transfer none): what people call it
 */
const char *
outlay_format_title (const char *id)
{
  g_autoptr (GArray) formats = outlay_ledger_formats ();

  for (guint i = 0; i < formats->len; i++)
    {
      const OutlayFormat *format = &g_array_index (formats, OutlayFormat, i);

      if (g_strcmp0 (format->id, id) == 0)
        return format->title;
    }

  return id != NULL ? g_intern_string (id) : "";
}

/**
 * outlay_imported_billed_text:
 * @imported: what became of a file
 * @wording: of the reader
 *
 * Returns: (transfer full): what it bills, in each currency: “$1,200.00”; a dash if it
 *   carries no cost
 */
char *
outlay_imported_billed_text (const OutlayImported *imported, OutlayWording *wording)
{
  GString *text = g_string_new (imported->amounts->len == 0 ? NONE : NULL);

  for (guint i = 0; i < imported->amounts->len; i++)
    {
      const OutlayImportedAmount *amount =
          &g_array_index (imported->amounts, OutlayImportedAmount, i);
      g_autofree char *money =
          outlay_wording_money (wording, amount->billed_nanos, amount->currency, OUTLAY_MONEY_FULL);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", money);
    }

  return g_string_free (text, FALSE);
}

static char *
tell_instant (gint64 instant, OutlayWording *wording)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (instant);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *hour = NULL;
  g_autofree char *date = NULL;
  int year, month, day;
  gint32 number;

  if (time == NULL)
    return g_strdup (NONE);

  /* Translators: the time of day, as strftime() writes it */
  hour = g_date_time_format (time, _ ("%H:%M"));
  g_date_time_get_ymd (time, &year, &month, &day);
  if (g_date_time_get_year (now) == year &&
      g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (time))
    /* Translators: %s is a time of day */
    return g_strdup_printf (_ ("today, %s"), hour);

  if (!outlay_day_from_ymd (year, month, day, &number))
    return g_strdup (NONE);

  date = outlay_wording_day (wording, number);
  /* Translators: a day, then the time: "13 Nov, 17:40" */
  return g_strdup_printf (_ ("%s, %s"), date, hour);
}

static OutlayBatchState
find_state (const OutlayImported *imported, gboolean replaced)
{
  if (imported->undone)
    return OUTLAY_BATCH_UNDONE;
  if (replaced)
    return OUTLAY_BATCH_REPLACED;

  return imported->rejected_rows > 0 ? OUTLAY_BATCH_REJECTED : OUTLAY_BATCH_IN_USE;
}

static char *
tell_state (OutlayBatchState state, gint64 n_rejected, OutlayWording *wording)
{
  g_autofree char *count = NULL;

  switch (state)
    {
    case OUTLAY_BATCH_UNDONE:
      return g_strdup (_ ("Undone"));
    case OUTLAY_BATCH_REPLACED:
      return g_strdup (_ ("Replaced by a newer file"));
    case OUTLAY_BATCH_REJECTED:
      count = outlay_wording_count (wording, n_rejected);
      return g_strdup_printf (ngettext ("%s row rejected", "%s rows rejected", (gulong) n_rejected),
                              count);
    case OUTLAY_BATCH_IN_USE:
    default:
      return g_strdup (_ ("In use"));
    }
}

static gint64
sum_billed (const OutlayImported *imported)
{
  gint64 sum_nanos = 0;

  for (guint i = 0; i < imported->amounts->len; i++)
    sum_nanos += g_array_index (imported->amounts, OutlayImportedAmount, i).billed_nanos;
  return sum_nanos;
}

/**
 * outlay_batch_item_new:
 * @imported: an import
 * @replaced: none of its rows counts, newer files have them all
 * @currency: of the price catalogue's amounts
 * @wording: of the reader
 *
 * Returns: (transfer full): an item
 */
OutlayBatchItem *
outlay_batch_item_new (const OutlayImported *imported,
                       gboolean replaced,
                       const char *currency,
                       OutlayWording *wording)
{
  OutlayBatchItem *self = g_object_new (OUTLAY_TYPE_BATCH_ITEM, NULL);
  const char *title = outlay_format_title (imported->format);

  self->batch = imported->batch;
  self->state = find_state (imported, replaced);
  self->file = g_path_get_basename (imported->path);
  self->account = g_strdup (imported->account != NULL ? imported->account : NONE);
  self->detail = imported->account != NULL ? g_strdup_printf ("%s · %s", title, imported->account)
                                           : g_strdup (title);
  self->period = imported->first_day <= imported->last_day
                     ? outlay_wording_day_range (wording, imported->first_day, imported->last_day)
                     : g_strdup (NONE);
  self->rows = outlay_wording_count (wording, imported->rows);
  self->billed = outlay_imported_billed_text (imported, wording);
  self->computed = imported->has_computed ? outlay_wording_money (wording, imported->computed_nanos,
                                                                  currency, OUTLAY_MONEY_FULL)
                                          : g_strdup (NONE);
  self->state_text = tell_state (self->state, imported->rejected_rows, wording);
  self->imported = tell_instant (imported->imported, wording);
  self->words = g_strdup_printf ("%s %s %s", self->file, self->detail, self->state_text);

  self->n_rows = imported->rows;
  self->billed_nanos = sum_billed (imported);
  self->computed_nanos = imported->computed_nanos;
  self->first_day = imported->first_day;
  return self;
}

/**
 * outlay_batch_item_get_batch:
 * @self: an item
 *
 * Returns: id of its import
 */
gint64
outlay_batch_item_get_batch (OutlayBatchItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_BATCH_ITEM (self), 0);

  return self->batch;
}

/**
 * outlay_batch_item_get_state:
 * @self: an item
 *
 * Returns: whether it counts
 */
OutlayBatchState
outlay_batch_item_get_state (OutlayBatchItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_BATCH_ITEM (self), OUTLAY_BATCH_IN_USE);

  return self->state;
}

/**
 * outlay_batch_item_get_file:
 * @self: an item
 *
 * Returns: (transfer none): name of the file, without its folder
 */
const char *
outlay_batch_item_get_file (OutlayBatchItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_BATCH_ITEM (self), NULL);

  return self->file;
}

/**
 * outlay_batch_item_get_state_text:
 * @self: an item
 *
 * Returns: (transfer none): its state in words
 */
const char *
outlay_batch_item_get_state_text (OutlayBatchItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_BATCH_ITEM (self), NULL);

  return self->state_text;
}
