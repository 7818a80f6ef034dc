/* review-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/imports/review-rows.h"

#include "ui/items/batch-item.h"
#include "ui/widgets/status-glyph.h"
#include "wording/date.h"
#include "wording/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>

#define FAULT_LINES 2

/**
 * outlay_review_count_of:
 * @imported: what would become of a file
 * @count: which of its counts
 *
 * Returns: so many rows
 */
gint64
outlay_review_count_of (const OutlayImported *imported, OutlayRowCount count)
{
  const gint64 counts[OUTLAY_N_ROW_COUNTS] = {
    [OUTLAY_ROWS_NEW] = imported->new_rows,
    [OUTLAY_ROWS_CHANGED] = imported->changed_rows,
    [OUTLAY_ROWS_DUPLICATE] = imported->duplicate_rows,
    [OUTLAY_ROWS_SKIPPED] = imported->skipped_rows,
    [OUTLAY_ROWS_REJECTED] = imported->rejected_rows,
  };

  return counts[count];
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
make_status_row (OutlayStatus status, const char *title, const char *subtitle)
{
  GtkWidget *row = make_row (title, subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), outlay_status_glyph_new (status));
  return row;
}

static void
add_part (GString *text, const char *part)
{
  if (part != NULL && part[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
describe (const OutlayReviewedFile *file,
          gboolean format_given,
          OutlayWording *wording,
          const char *currency)
{
  const OutlayImported *imported = file->imported;
  g_autoptr (GString) text = g_string_new (outlay_format_title (imported->format));

  add_part (text, format_given ? _ ("Format chosen by you") : file->reason);
  if (imported->first_day <= imported->last_day)
    {
      g_autofree char *period =
          outlay_wording_day_range_long (wording, imported->first_day, imported->last_day);

      add_part (text, period);
    }
  if (imported->amounts->len > 0)
    {
      g_autofree char *money = outlay_imported_billed_text (imported, wording);
      /* Translators: %s is an amount of money */
      g_autofree char *billed = g_strdup_printf (_ ("%s billed"), money);

      add_part (text, billed);
    }
  if (imported->has_computed)
    {
      g_autofree char *money =
          outlay_wording_money (wording, imported->computed_nanos, currency, OUTLAY_MONEY_FULL);
      /* Translators: %s is an amount of money: tokens × catalogue price */
      g_autofree char *computed = g_strdup_printf (_ ("%s computed"), money);

      add_part (text, computed);
    }
  if (imported->unpriced_rows > 0)
    {
      g_autofree char *count = outlay_wording_count (wording, imported->unpriced_rows);
      g_autofree char *unpriced =
          g_strdup_printf (ngettext ("%s row without a price", "%s rows without a price",
                                     (gulong) imported->unpriced_rows),
                           count);

      add_part (text, unpriced);
    }

  for (guint i = 0; i < imported->notes->len; i++)
    g_string_append_printf (text, "\n%s", (char *) imported->notes->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What was seen may be long; all of it is in the tooltip. */
static GtkWidget *
make_fault_row (const char *title, const GError *error)
{
  GtkWidget *row = make_status_row (OUTLAY_STATUS_OVER, title, error->message);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), FAULT_LINES);
  gtk_widget_set_tooltip_text (row, error->message);
  return row;
}

/**
 * outlay_review_file_row_new:
 * @file: a file of a review
 * @format_given: the user has named its format
 * @wording: of the reader
 * @currency: of computed amounts
 *
 * Returns: (transfer floating): an #AdwActionRow: as what the file is known, or why not
 */
GtkWidget *
outlay_review_file_row_new (const OutlayReviewedFile *file,
                            gboolean format_given,
                            OutlayWording *wording,
                            const char *currency)
{
  g_autofree char *name = g_path_get_basename (file->imported->path);
  g_autofree char *text = NULL;

  if (file->unknown_format)
    {
      text = g_strdup_printf (_ ("“%s” is not a billing export that Outlay knows."), name);
      return make_fault_row (text, file->imported->error);
    }
  if (file->imported->error != NULL)
    {
      text = g_strdup_printf (_ ("Could not read “%s”"), name);
      return make_fault_row (text, file->imported->error);
    }
  if (file->known)
    return make_status_row (OUTLAY_STATUS_NONE, name,
                            _ ("The same file is in already. Nothing of it changes."));

  text = describe (file, format_given, wording, currency);
  return make_status_row (OUTLAY_STATUS_ON_TRACK, name, text);
}

static const char *
explain (OutlayRowCount count)
{
  static const char *const sentences[OUTLAY_N_ROW_COUNTS] = {
    [OUTLAY_ROWS_NEW] = N_ ("Nothing counted there before. They are added."),
    [OUTLAY_ROWS_CHANGED] =
        N_ ("An earlier file says something else for the same days. The figures "
            "of this file take their place; Undo brings the earlier ones back."),
    [OUTLAY_ROWS_DUPLICATE] = N_ ("They are in already and count once."),
    [OUTLAY_ROWS_SKIPPED] = N_ ("They are left out on purpose: of a cloud bill, only AI and LLM "
                                "services are taken."),
    [OUTLAY_ROWS_REJECTED] = N_ ("They cannot be read and are left out."),
  };

  return _ (sentences[count]);
}

/**
 * outlay_review_count_row_new:
 * @file: a file of a review that has such rows
 * @count: which
 * @wording: of the reader
 *
 * Returns: (transfer floating): a row: how many, and what becomes of them
 */
GtkWidget *
outlay_review_count_row_new (const OutlayReviewedFile *file,
                             OutlayRowCount count,
                             OutlayWording *wording)
{
  gint64 n_rows = outlay_review_count_of (file->imported, count);
  g_autofree char *name = g_path_get_basename (file->imported->path);
  g_autofree char *number = outlay_wording_count (wording, n_rows);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) n_rows), number);
  GtkWidget *row = make_row (name, explain (count));
  GtkWidget *label = gtk_label_new (rows);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

/**
 * outlay_review_month_row_new:
 * @month: a month that would change
 * @currency: of its amounts
 * @wording: of the reader
 *
 * Returns: (transfer floating): a row: its spend before and after
 */
GtkWidget *
outlay_review_month_row_new (const OutlayReviewedMonth *month,
                             const char *currency,
                             OutlayWording *wording)
{
  g_autofree char *name = outlay_wording_month_name (wording, month->month);
  /* Translators: %s is a month: "November spend after this import" */
  g_autofree char *title = g_strdup_printf (_ ("%s spend after this import"), name);
  g_autofree char *before =
      outlay_wording_money (wording, month->before_nanos, currency, OUTLAY_MONEY_FULL);
  g_autofree char *after =
      outlay_wording_money (wording, month->after_nanos, currency, OUTLAY_MONEY_FULL);
  GtkWidget *row = make_row (title, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *old = gtk_label_new (before);
  GtkWidget *arrow = gtk_image_new_from_icon_name (
      outlay_wording_is_rtl (wording) ? "outlay-go-previous-symbolic" : "outlay-go-next-symbolic");
  GtkWidget *new = gtk_label_new (after);

  gtk_widget_add_css_class (old, "numeric");
  gtk_widget_add_css_class (old, "quiet");
  gtk_widget_add_css_class (arrow, "quiet");
  gtk_widget_add_css_class (new, "numeric");
  gtk_widget_add_css_class (new, "heading");
  gtk_box_append (GTK_BOX (box), old);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_box_append (GTK_BOX (box), new);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  return row;
}

/**
 * outlay_review_add_controls:
 * @list: a list of rows
 * @file: a file of a review
 * @wording: of the reader
 *
 * A row for each sum line of the file: whether its rows add up to it.
 */
void
outlay_review_add_controls (GtkListBox *list,
                            const OutlayReviewedFile *file,
                            OutlayWording *wording)
{
  g_autofree char *name = g_path_get_basename (file->imported->path);

  for (guint i = 0; i < file->imported->amounts->len; i++)
    {
      const OutlayImportedAmount *amount =
          &g_array_index (file->imported->amounts, OutlayImportedAmount, i);
      gboolean equal = amount->billed_nanos == amount->control_nanos;
      g_autofree char *stated = outlay_wording_money (wording, amount->control_nanos,
                                                      amount->currency, OUTLAY_MONEY_FULL);
      g_autofree char *summed =
          outlay_wording_money (wording, amount->billed_nanos, amount->currency, OUTLAY_MONEY_FULL);
      g_autofree char *title = NULL;

      if (!amount->has_control)
        continue;

      title = equal ? g_strdup_printf (_ ("The rows add up to the file's own total, %s"), stated)
                    : g_strdup_printf (_ ("The file states a total of %s, its rows add up to %s"),
                                       stated, summed);
      gtk_list_box_append (list,
                           make_status_row (equal ? OUTLAY_STATUS_ON_TRACK : OUTLAY_STATUS_AT_RISK,
                                            title, name));
    }
}
