/* review-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/imports/review-view.h"

#include "ui/items/reject-item.h"
#include "ui/pages/imports/rejected-table.h"
#include "ui/pages/imports/review-files.h"
#include "ui/pages/imports/review-rows.h"
#include "ui/widgets/status-glyph.h"
#include "wording/number.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_MONTHS 3 /* rows; the newest */

struct _OutlayReviewView
{
  AdwBin parent_instance;

  /* Template widgets */
  OutlayReviewFiles *files;
  GtkBox *counts;
  GtkWidget *details;
  GtkLabel *heading;
  GtkWidget *save;
  GtkStack *stack;
  GtkListBox *lines;
  GtkColumnView *rejected;
  GtkListBox *effects;

  /* Owned references */
  OutlaySession *session;
  OutlayImportOrder *order;
  OutlayReview *review;
  GListStore *rejects; /* OutlayRejectItem */

  gint64 totals[OUTLAY_N_ROW_COUNTS];
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (OutlayReviewView, outlay_review_view, ADW_TYPE_BIN)

static OutlayWording *
get_wording (OutlayReviewView *self)
{
  return outlay_session_get_wording (self->session);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
show_lines (OutlayReviewView *self, OutlayRowCount count)
{
  clear_list (self->lines);
  for (guint i = 0; i < self->review->files->len; i++)
    {
      const OutlayReviewedFile *file = self->review->files->pdata[i];

      if (outlay_review_count_of (file->imported, count) > 0)
        gtk_list_box_append (self->lines,
                             outlay_review_count_row_new (file, count, get_wording (self)));
    }
}

static const char *
name_count (OutlayRowCount count)
{
  static const char *const headings[OUTLAY_N_ROW_COUNTS] = {
    [OUTLAY_ROWS_NEW] = N_ ("New rows"),
    [OUTLAY_ROWS_CHANGED] = N_ ("Changed rows"),
    [OUTLAY_ROWS_DUPLICATE] = N_ ("Duplicate rows"),
    [OUTLAY_ROWS_SKIPPED] = N_ ("Skipped rows"),
    [OUTLAY_ROWS_REJECTED] = N_ ("Rejected rows"),
  };

  return _ (headings[count]);
}

static void
show_count (OutlayReviewView *self, OutlayRowCount count)
{
  gboolean rejected = count == OUTLAY_ROWS_REJECTED;

  gtk_label_set_label (self->heading, name_count (count));
  gtk_widget_set_visible (self->save, rejected);
  gtk_stack_set_visible_child_name (self->stack, rejected ? "rejected" : "files");
  if (!rejected)
    show_lines (self, count);
}

static void
on_count_toggled (OutlayReviewView *self, GtkToggleButton *toggle)
{
  if (gtk_toggle_button_get_active (toggle))
    show_count (self, (OutlayRowCount) GPOINTER_TO_INT (
                          g_object_get_data (G_OBJECT (toggle), "outlay-count")));
}

static char *
caption_count (OutlayReviewView *self, OutlayRowCount count)
{
  g_autofree char *number = outlay_wording_count (get_wording (self), self->totals[count]);

  switch (count)
    {
    case OUTLAY_ROWS_NEW:
      return g_strdup (_ ("new"));
    case OUTLAY_ROWS_CHANGED:
      return self->totals[count] == 0 ? g_strdup (_ ("changed"))
                                      : g_strdup_printf (_ ("changed, replaces %s"), number);
    case OUTLAY_ROWS_DUPLICATE:
      return g_strdup (_ ("duplicate, skipped"));
    case OUTLAY_ROWS_SKIPPED:
      return g_strdup (_ ("of other services"));
    case OUTLAY_ROWS_REJECTED:
    default:
      return g_strdup (_ ("rejected"));
    }
}

static GtkWidget *
make_toggle (OutlayReviewView *self, OutlayRowCount count)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *number = outlay_wording_count (get_wording (self), self->totals[count]);
  g_autofree char *words = caption_count (self, count);
  g_autofree char *name = g_strdup_printf ("%s %s", number, words);
  GtkWidget *figure = gtk_label_new (number);
  GtkWidget *caption = gtk_label_new (words);

  if (count == OUTLAY_ROWS_REJECTED && self->totals[count] > 0)
    gtk_box_append (GTK_BOX (line), outlay_status_glyph_new (OUTLAY_STATUS_OVER));
  gtk_box_append (GTK_BOX (line), figure);
  gtk_box_append (GTK_BOX (column), line);
  gtk_box_append (GTK_BOX (column), caption);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_widget_add_css_class (figure, "figure");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (toggle, "count-toggle");
  gtk_button_set_child (GTK_BUTTON (toggle), column);
  gtk_widget_set_sensitive (toggle, self->totals[count] > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (toggle), "outlay-count", GINT_TO_POINTER ((int) count));
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_count_toggled), self);
  return toggle;
}

/* What a person should look at first: what is left out, then what is most. */
static OutlayRowCount
choose_count (OutlayReviewView *self)
{
  OutlayRowCount most = OUTLAY_ROWS_NEW;

  if (self->totals[OUTLAY_ROWS_REJECTED] > 0)
    return OUTLAY_ROWS_REJECTED;

  for (int count = 0; count < OUTLAY_N_ROW_COUNTS; count++)
    if (self->totals[count] > self->totals[most])
      most = (OutlayRowCount) count;
  return most;
}

static void
show_counts (OutlayReviewView *self)
{
  OutlayRowCount chosen = choose_count (self);
  GtkToggleButton *first = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_box_remove (self->counts, child);

  for (int count = 0; count < OUTLAY_N_ROW_COUNTS; count++)
    {
      GtkWidget *toggle;

      if (count == OUTLAY_ROWS_SKIPPED && self->totals[count] == 0)
        continue;

      toggle = make_toggle (self, (OutlayRowCount) count);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), first);
      first = first != NULL ? first : GTK_TOGGLE_BUTTON (toggle);
      gtk_box_append (self->counts, toggle);
      if (count == (int) chosen && self->totals[count] > 0)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
    }

  gtk_widget_set_visible (self->details, self->totals[chosen] > 0);
}

static void
on_files_changed (OutlayReviewView *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
on_all_services (OutlayReviewView *self, GParamSpec *pspec, GtkSwitch *toggle)
{
  outlay_import_order_set_all_services (self->order, gtk_switch_get_active (toggle));
  g_signal_emit (self, changed_signal, 0);
}

static void
add_services_row (OutlayReviewView *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Take every service of the bill"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("Also what is neither AI nor LLM, as storage and networks"));
  gtk_switch_set_active (GTK_SWITCH (toggle), outlay_import_order_get_all_services (self->order));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (on_all_services), self);
  gtk_list_box_append (self->effects, row);
}

static void
show_effects (OutlayReviewView *self)
{
  const GArray *months = self->review->months;

  clear_list (self->effects);
  if (self->totals[OUTLAY_ROWS_SKIPPED] > 0 || outlay_import_order_get_all_services (self->order))
    add_services_row (self);

  for (guint i = 0; i < self->review->files->len; i++)
    outlay_review_add_controls (self->effects, self->review->files->pdata[i], get_wording (self));

  for (guint i = months->len; i > 0 && i + MAX_MONTHS > months->len; i--)
    gtk_list_box_append (self->effects,
                         outlay_review_month_row_new (&g_array_index (months, OutlayReviewedMonth,
                                                                      i - 1),
                                                      self->review->currency, get_wording (self)));

  gtk_widget_set_visible (GTK_WIDGET (self->effects),
                          gtk_widget_get_first_child (GTK_WIDGET (self->effects)) != NULL);
}

static void
add_up (OutlayReviewView *self)
{
  memset (self->totals, 0, sizeof self->totals);
  g_list_store_remove_all (self->rejects);
  for (guint i = 0; i < self->review->files->len; i++)
    {
      const OutlayReviewedFile *file = self->review->files->pdata[i];
      g_autofree char *name = g_path_get_basename (file->imported->path);

      for (int count = 0; count < OUTLAY_N_ROW_COUNTS; count++)
        self->totals[count] += outlay_review_count_of (file->imported, (OutlayRowCount) count);
      outlay_reject_items_append (self->rejects, name, file->rejected, get_wording (self));
    }
}

static void
on_save (OutlayReviewView *self)
{
  outlay_rejected_table_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              G_LIST_MODEL (self->rejects));
}

static void
outlay_review_view_dispose (GObject *object)
{
  OutlayReviewView *self = OUTLAY_REVIEW_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_REVIEW_VIEW);
  g_clear_object (&self->session);
  g_clear_object (&self->rejects);
  g_clear_pointer (&self->order, outlay_import_order_unref);
  g_clear_pointer (&self->review, outlay_review_free);

  G_OBJECT_CLASS (outlay_review_view_parent_class)->dispose (object);
}

static void
outlay_review_view_class_init (OutlayReviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_review_view_dispose;

  /**
   * OutlayReviewView::changed:
   *
   * The user has said more of a file: it has to be reviewed again.
   */
  changed_signal = g_signal_new ("changed", OUTLAY_TYPE_REVIEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (OUTLAY_TYPE_REVIEW_FILES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/review-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayReviewView, files);
  gtk_widget_class_bind_template_child (widget_class, OutlayReviewView, counts);
  gtk_widget_class_bind_template_child (widget_class, OutlayReviewView, details);
  gtk_widget_class_bind_template_child (widget_class, OutlayReviewView, heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayReviewView, save);
  gtk_widget_class_bind_template_child (widget_class, OutlayReviewView, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayReviewView, lines);
  gtk_widget_class_bind_template_child (widget_class, OutlayReviewView, rejected);
  gtk_widget_class_bind_template_child (widget_class, OutlayReviewView, effects);
  gtk_widget_class_bind_template_callback (widget_class, on_files_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
outlay_review_view_init (OutlayReviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rejects = g_list_store_new (OUTLAY_TYPE_REJECT_ITEM);
}

/**
 * outlay_review_view_set:
 * @self: a view
 * @session: whose words it uses
 * @order: what was reviewed; what the user says goes there
 * @review: (transfer full): what it shows
 */
void
outlay_review_view_set (OutlayReviewView *self,
                        OutlaySession *session,
                        OutlayImportOrder *order,
                        OutlayReview *review)
{
  g_set_object (&self->session, session);
  g_clear_pointer (&self->review, outlay_review_free);
  self->review = review;
  if (self->order == NULL)
    {
      self->order = outlay_import_order_ref (order);
      outlay_rejected_table_set_up (self->rejected, G_LIST_MODEL (self->rejects),
                                    review->files->len > 1);
    }

  add_up (self);
  outlay_review_files_show (self->files, order, review, get_wording (self));
  show_counts (self);
  show_effects (self);
}

/**
 * outlay_review_view_get_n_rows:
 * @self: a view
 *
 * Returns: how many rows would come in: new and changed ones
 */
gint64
outlay_review_view_get_n_rows (OutlayReviewView *self)
{
  return self->totals[OUTLAY_ROWS_NEW] + self->totals[OUTLAY_ROWS_CHANGED];
}

/**
 * outlay_review_view_can_import:
 * @self: a view
 *
 * Returns: whether the import would change anything, be it only what is covered: a file
 *   without rows says that there was no usage
 */
gboolean
outlay_review_view_can_import (OutlayReviewView *self)
{
  if (outlay_review_view_get_n_rows (self) > 0)
    return TRUE;

  for (guint i = 0; i < self->review->files->len; i++)
    {
      const OutlayReviewedFile *file = self->review->files->pdata[i];

      if (file->imported->error == NULL && !file->known && file->imported->rows == 0)
        return TRUE;
    }

  return FALSE;
}
