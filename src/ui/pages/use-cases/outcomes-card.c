/* outcomes-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/outcomes-card.h"

#include "report/value-words.h"
#include "ui/items/typed-number.h"
#include "ui/pages/use-cases/edits.h"
#include "ui/pages/use-cases/figure-row.h"
#include "wording/date.h"
#include "wording/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>

struct _OutlayOutcomesCard
{
  AdwBin parent_instance;

  /* Owned references */
  OutlaySession *session;

  /* Borrowed references */
  GtkWidget *each_row;
  GtkWidget *even_row;

  /* Template widgets */
  GtkListBox *rows;
  AdwEntryRow *count;
  GtkLabel *note;

  gsize use_case;
};

G_DEFINE_FINAL_TYPE (OutlayOutcomesCard, outlay_outcomes_card, ADW_TYPE_BIN)

static const OutlayUseCase *
get_use_case (OutlayOutcomesCard *self)
{
  return &outlay_session_get_snapshot (self->session)->use_cases[self->use_case];
}

static const OutlayWorth *
get_worth (OutlayOutcomesCard *self)
{
  return &outlay_session_get_portfolio (self->session)->lines[self->use_case].worth;
}

/* Nothing typed: not known, below 0. */
static gboolean
read_count (OutlayOutcomesCard *self, gint64 *count, GError **error)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->count)));

  if (*g_strstrip (text) == '\0')
    {
      *count = -1;
      return TRUE;
    }

  if (!outlay_typed_number_parse (outlay_session_get_wording (self->session), text, 0, count,
                                  error))
    return FALSE;
  if (*count >= 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("it cannot be negative"));
  return FALSE;
}

/* How many days of the month have a count, and whether it stands on the first alone. */
static guint
count_days (OutlayOutcomesCard *self, gboolean *on_first)
{
  const OutlayUseCase *use_case = get_use_case (self);
  gint32 first = outlay_month_first_day (outlay_session_get_month (self->session));
  gint32 last = first + outlay_month_n_days (outlay_session_get_month (self->session)) - 1;
  guint n_days = 0;

  *on_first = FALSE;
  for (gsize i = 0; i < use_case->n_outcomes; i++)
    {
      gint32 day = use_case->outcomes[i].day;

      n_days += day >= first && day <= last ? 1 : 0;
      *on_first |= day == first;
    }
  *on_first = *on_first && n_days == 1;
  return n_days;
}

static char *
word_source (OutlayOutcomesCard *self)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  gint32 first = outlay_month_first_day (outlay_session_get_month (self->session));
  g_autofree char *day = outlay_wording_day (wording, first);
  gboolean on_first;
  guint n_days = count_days (self, &on_first);

  if (n_days == 0)
    return g_strdup_printf (_ ("Not counted yet. A number typed here stands on %s for the whole "
                               "month; a CSV file has a day and a count in each row."),
                            day);
  if (on_first)
    return g_strdup_printf (_ ("One number for the month; it stands on %s."), day);

  return g_strdup_printf (ngettext ("Counted on %u day. A number typed here takes the place of it "
                                    "and stands on %s.",
                                    "Counted by day, on %u days. A number typed here takes the "
                                    "place of them all and stands on %s.",
                                    n_days),
                          n_days, day);
}

static void
on_changed (OutlayOutcomesCard *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *source = NULL;
  gint64 count;

  if (self->session == NULL)
    return;

  if (read_count (self, &count, &error))
    {
      source = word_source (self);
      gtk_widget_remove_css_class (GTK_WIDGET (self->count), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->note), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->note), "quiet");
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->count), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->note), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->note), "quiet");
    }
  gtk_label_set_label (self->note, error != NULL ? error->message : source);
}

static void
on_apply (OutlayOutcomesCard *self)
{
  gint64 count;

  if (read_count (self, &count, NULL))
    outlay_set_month_outcomes (GTK_WIDGET (self), self->session, get_use_case (self)->name,
                               outlay_session_get_month (self->session), count);
}

static void
fill_count (OutlayOutcomesCard *self)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  const OutlayWorth *worth = get_worth (self);
  g_autofree char *month = outlay_wording_month (wording, outlay_session_get_month (self->session));
  g_autofree char *title = g_strdup_printf (_ ("Outcomes in %s"), month);
  g_autofree char *count =
      worth->has_outcomes ? outlay_wording_count (wording, worth->outcomes) : g_strdup ("");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->count), title);
  /* What is shown is no change that could be applied. */
  adw_entry_row_set_show_apply_button (self->count, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->count), count);
  adw_entry_row_set_show_apply_button (self->count, TRUE);
  on_changed (self);
}

static void
fill_rows (OutlayOutcomesCard *self)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  const char *currency = outlay_session_get_snapshot (self->session)->currency;
  const OutlayUseCase *use_case = get_use_case (self);
  const OutlayWorth *worth = get_worth (self);
  gboolean counted = worth->has_outcomes && worth->outcomes > 0;
  gboolean counts = use_case->has_model &&
                    outlay_report_method_takes_outcomes (use_case->model.method) &&
                    worth->break_even_outcomes >= 0;
  g_autofree char *each = counted ? outlay_wording_money (wording, worth->cost_per_outcome_nanos,
                                                          currency, OUTLAY_MONEY_EACH)
                                  : g_strdup ("–");
  g_autofree char *even =
      counts ? outlay_wording_count (wording, worth->break_even_outcomes) : g_strdup ("–");

  outlay_figure_row_set (OUTLAY_FIGURE_ROW (self->each_row), each);
  outlay_figure_row_set (OUTLAY_FIGURE_ROW (self->even_row), even);
}

static void
outlay_outcomes_card_dispose (GObject *object)
{
  OutlayOutcomesCard *self = OUTLAY_OUTCOMES_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_OUTCOMES_CARD);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_outcomes_card_parent_class)->dispose (object);
}

static void
outlay_outcomes_card_class_init (OutlayOutcomesCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_outcomes_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/outcomes-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayOutcomesCard, rows);
  gtk_widget_class_bind_template_child (widget_class, OutlayOutcomesCard, count);
  gtk_widget_class_bind_template_child (widget_class, OutlayOutcomesCard, note);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
outlay_outcomes_card_init (OutlayOutcomesCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->each_row = outlay_figure_row_new (_ ("Cost per outcome"), FALSE);
  self->even_row = outlay_figure_row_new (_ ("Outcomes to break even"), FALSE);
  gtk_list_box_append (self->rows, self->each_row);
  gtk_list_box_append (self->rows, self->even_row);
}

/**
 * outlay_outcomes_card_update:
 * @self: a card
 * @session: what it shows and edits
 * @use_case: index of a use case
 */
void
outlay_outcomes_card_update (OutlayOutcomesCard *self, OutlaySession *session, gsize use_case)
{
  g_return_if_fail (OUTLAY_IS_OUTCOMES_CARD (self));

  g_set_object (&self->session, session);
  self->use_case = use_case;
  fill_count (self);
  fill_rows (self);
}
