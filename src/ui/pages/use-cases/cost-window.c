/* cost-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/cost-window.h"

#include "ui/items/amount-text.h"
#include "ui/items/cost-words.h"
#include "ui/items/typed-number.h"
#include "ui/pages/use-cases/edits.h"
#include "wording/date.h"

#include <glib/gi18n.h>

#define MONTHS_BACK 36
#define MONTHS_AHEAD 36
#define MAX_MONTHS 1200

typedef enum
{
  PAID_MONTHLY,
  PAID_ONCE,
} Paid;

struct _OutlayCostWindow
{
  AdwWindow parent_instance;

  /* Owned references */
  OutlaySession *session;

  /* Template widgets */
  GtkWidget *save_button;
  AdwEntryRow *name;
  AdwComboRow *kind;
  AdwComboRow *bearer;
  AdwComboRow *paid;
  AdwEntryRow *amount;
  AdwEntryRow *n_months;
  AdwComboRow *from;
  AdwComboRow *until;
  GtkLabel *fault;

  char *use_case;
  gint32 first_month; /* that can be chosen */
};

G_DEFINE_FINAL_TYPE (OutlayCostWindow, outlay_cost_window, ADW_TYPE_WINDOW)

static gboolean
read_months (OutlayCostWindow *self, OutlayCostEntry *entry, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->n_months));
  gint64 n_months;

  if (!entry->once)
    {
      guint until = adw_combo_row_get_selected (self->until);

      entry->n_months = 1;
      entry->to_month = until == 0 ? G_MAXINT32 : self->first_month + (gint32) until - 1;
      if (entry->to_month >= entry->from_month)
        return TRUE;
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("A cost cannot end before it begins. Check its months."));
      return FALSE;
    }

  entry->to_month = G_MAXINT32;
  if (!outlay_typed_number_parse (outlay_session_get_wording (self->session), text, 0, &n_months,
                                  error))
    return FALSE;
  entry->n_months = (gint32) CLAMP (n_months, 0, MAX_MONTHS + 1);
  if (n_months >= 1 && n_months <= MAX_MONTHS)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("A one-off is spread over 1 to 1200 months."));
  return FALSE;
}

/* All but the name, which the caller owns. */
static gboolean
read_entry (OutlayCostWindow *self, OutlayCostEntry *entry, GError **error)
{
  const char *amount = gtk_editable_get_text (GTK_EDITABLE (self->amount));

  entry->kind = adw_combo_row_get_selected (self->kind);
  entry->share = adw_combo_row_get_selected (self->bearer);
  entry->use_case = entry->share == OUTLAY_COST_DIRECT ? self->use_case : NULL;
  entry->once = adw_combo_row_get_selected (self->paid) == PAID_ONCE;
  entry->from_month = self->first_month + (gint32) adw_combo_row_get_selected (self->from);
  if (!outlay_amount_text_parse (outlay_session_get_wording (self->session), amount,
                                 &entry->amount_nanos, error))
    return FALSE;
  if (entry->amount_nanos < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("A cost cannot be negative."));
      return FALSE;
    }

  return read_months (self, entry, error);
}

static char *
read_name (OutlayCostWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static void
on_changed (OutlayCostWindow *self)
{
  const char *amount;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  OutlayCostEntry entry = { 0 };
  gboolean good;

  if (self->session == NULL)
    return;

  name = read_name (self);
  amount = gtk_editable_get_text (GTK_EDITABLE (self->amount));
  good = read_entry (self, &entry, &error);
  gtk_widget_set_visible (GTK_WIDGET (self->n_months), entry.once);
  gtk_widget_set_visible (GTK_WIDGET (self->until), !entry.once);
  gtk_label_set_label (self->fault, !good && *amount != '\0' ? error->message : "");
  gtk_widget_set_sensitive (self->save_button, good && *name != '\0');
}

static void
on_saved (gpointer self)
{
  gtk_window_close (self);
}

static void
on_save (OutlayCostWindow *self)
{
  g_autofree char *name = read_name (self);
  OutlayCostEntry entry = { .name = name };

  if (*name != '\0' && read_entry (self, &entry, NULL))
    outlay_add_cost (GTK_WIDGET (self), self->session, &entry, on_saved, self);
}

static void
take_names (AdwComboRow *row, GtkStringList *names)
{
  g_autoptr (GtkStringList) owned = names;

  adw_combo_row_set_model (row, G_LIST_MODEL (owned));
}

static void
fill_months (OutlayCostWindow *self)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  GtkStringList *from = gtk_string_list_new (NULL);
  GtkStringList *until = gtk_string_list_new (NULL);
  gint32 month = outlay_session_get_month (self->session);

  self->first_month = MAX (month - MONTHS_BACK, 0);
  gtk_string_list_append (until, _ ("no end"));
  for (gint32 i = self->first_month; i <= month + MONTHS_AHEAD; i++)
    {
      g_autofree char *name = outlay_wording_month (wording, i);

      gtk_string_list_append (from, name);
      gtk_string_list_append (until, name);
    }
  take_names (self->from, from);
  take_names (self->until, until);
  adw_combo_row_set_selected (self->from, (guint) (month - self->first_month));
}

static void
fill (OutlayCostWindow *self)
{
  const char *const paid[] = { _ ("every month"), _ ("once"), NULL };
  const char *const bearers[] = { self->use_case, _ ("all use cases, evenly"),
                                  _ ("all use cases, by their spend"), NULL };
  const char *currency = outlay_session_get_snapshot (self->session)->currency;
  g_autofree char *title = g_strdup_printf (_ ("Amount in %s"), currency);
  GtkStringList *kinds = gtk_string_list_new (NULL);

  for (OutlayCostKind kind = 0; kind < OUTLAY_N_COST_KINDS; kind++)
    gtk_string_list_append (kinds, outlay_cost_kind_name (kind));
  take_names (self->kind, kinds);
  take_names (self->bearer, gtk_string_list_new (bearers));
  take_names (self->paid, gtk_string_list_new (paid));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->amount), title);
  gtk_editable_set_text (GTK_EDITABLE (self->n_months), "12");
  fill_months (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  on_changed (self);
}

static void
outlay_cost_window_dispose (GObject *object)
{
  OutlayCostWindow *self = OUTLAY_COST_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_COST_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->use_case, g_free);

  G_OBJECT_CLASS (outlay_cost_window_parent_class)->dispose (object);
}

static void
outlay_cost_window_class_init (OutlayCostWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_cost_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/cost-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayCostWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostWindow, name);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostWindow, bearer);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostWindow, paid);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostWindow, amount);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostWindow, n_months);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostWindow, from);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostWindow, until);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostWindow, fault);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_cost_window_init (OutlayCostWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_cost_window_new:
 * @parent: a widget of the window it is over
 * @session: a session with a snapshot
 * @use_case: name of a use case
 *
 * Returns: (transfer floating): a window to be presented
 */
GtkWidget *
outlay_cost_window_new (GtkWidget *parent, OutlaySession *session, const char *use_case)
{
  OutlayCostWindow *self = g_object_new (OUTLAY_TYPE_COST_WINDOW, NULL);

  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  self->session = g_object_ref (session);
  self->use_case = g_strdup (use_case);
  fill (self);
  return GTK_WIDGET (self);
}
