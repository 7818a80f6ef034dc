/* effect-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/effect-list.h"

#include "core/money.h"
#include "ledger/feature.h"
#include "wording/date.h"
#include "wording/money.h"

#include <glib/gi18n.h>
#include <string.h>

#define WAIT_MSEC 250 /* after the last key */
#define MAX_MONTHS 24

struct _OutlayEffectList
{
  AdwBin parent_instance;

  /* Borrowed references: widgets inside */
  GtkListBox *list;
  GtkLabel *words; /* instead of the list */

  /* Owned references */
  OutlaySession *session;
  OutlayRuleChange *change;  /* that waits */
  GCancellable *cancellable; /* of the one that is looked at */

  guint waiting;  /* source; 0 if nothing waits */
  gboolean ready; /* what is shown is the effect */
};

enum
{
  PROP_READY = 1,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (OutlayEffectList, outlay_effect_list, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
set_ready (OutlayEffectList *self, gboolean ready)
{
  if (self->ready == ready)
    return;

  self->ready = ready;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
show_words (OutlayEffectList *self, const char *text)
{
  gtk_label_set_label (self->words, text);
  gtk_widget_set_visible (GTK_WIDGET (self->words), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}

/**
 * outlay_effect_month_words:
 * @effects: (element-type OutlayRuleEffect): of outlay_ledger_preview_rules()
 * @place: (inout): index of the first effect of a month; then of the next month's
 * @currency: of the amounts
 * @wording: of the reader
 *
 * Returns: (transfer full): “Search +$312.40, Unallocated −$312.40”
 */
char *
outlay_effect_month_words (const GArray *effects,
                           guint *place,
                           const char *currency,
                           OutlayWording *wording)
{
  gint32 month = g_array_index (effects, OutlayRuleEffect, *place).month;
  GString *text = g_string_new (NULL);

  for (; *place < effects->len; ++*place)
    {
      const OutlayRuleEffect *effect = &g_array_index (effects, OutlayRuleEffect, *place);
      gint64 move_nanos = effect->after_nanos - effect->before_nanos;
      g_autofree char *money =
          outlay_wording_money (wording, move_nanos, currency, OUTLAY_MONEY_FULL);
      gboolean unallocated = strcmp (effect->feature, OUTLAY_UNALLOCATED) == 0;

      if (effect->month != month)
        break;

      g_string_append_printf (text, "%s%s %s%s", text->len > 0 ? ", " : "",
                              unallocated ? _ ("Unallocated") : effect->feature,
                              move_nanos > 0 ? "+" : "", money);
    }

  return g_string_free (text, FALSE);
}

static void
clear_rows (OutlayEffectList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
show_effects (OutlayEffectList *self, const GArray *effects)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  const char *currency = outlay_session_get_snapshot (self->session)->currency;
  guint n_months = 0;

  clear_rows (self);
  for (guint i = 0; i < effects->len && n_months < MAX_MONTHS; n_months++)
    {
      gint32 month = g_array_index (effects, OutlayRuleEffect, i).month;
      g_autofree char *name = outlay_wording_month (wording, month);
      g_autofree char *text = outlay_effect_month_words (effects, &i, currency, wording);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_append (self->list, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->list), n_months > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->words), n_months == 0);
  gtk_label_set_label (self->words,
                       _ ("No spend so far is moved. The rule counts for what comes."));
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayEffectList) self = data;
  g_autoptr (GError) error = NULL;
  gpointer effects = NULL;

  if (!outlay_worker_run_finish (OUTLAY_WORKER (source), result, &effects, &error))
    {
      if (self->session != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_words (self, error->message);
      return;
    }

  g_clear_object (&self->cancellable);
  if (self->session != NULL)
    {
      show_effects (self, effects);
      set_ready (self, TRUE);
    }
  g_array_unref (effects);
}

static gpointer
preview (OutlayLedger *ledger, gpointer data, GCancellable *cancellable, GError **error)
{
  return outlay_ledger_preview_rules (ledger, data, error);
}

static void
stop (OutlayEffectList *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->change, outlay_rule_change_free);
}

static gboolean
on_wait_over (gpointer data)
{
  OutlayEffectList *self = data;

  self->waiting = 0;
  self->cancellable = g_cancellable_new ();
  outlay_worker_run_async (outlay_session_get_worker (self->session), OUTLAY_WORK_READ, preview,
                           g_steal_pointer (&self->change),
                           (GDestroyNotify) outlay_rule_change_free, (GDestroyNotify) g_array_unref,
                           self->cancellable, on_previewed, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
outlay_effect_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_READY)
    g_value_set_boolean (value, OUTLAY_EFFECT_LIST (object)->ready);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
outlay_effect_list_dispose (GObject *object)
{
  OutlayEffectList *self = OUTLAY_EFFECT_LIST (object);

  stop (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_effect_list_parent_class)->dispose (object);
}

static void
outlay_effect_list_class_init (OutlayEffectListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = outlay_effect_list_get_property;
  object_class->dispose = outlay_effect_list_dispose;

  /**
   * OutlayEffectList:ready:
   *
   * The effect of the change is shown.
   */
  properties[PROP_READY] =
      g_param_spec_boolean ("ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
outlay_effect_list_init (OutlayEffectList *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *words = gtk_label_new (NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_add_css_class (words, "quiet");
  gtk_box_append (GTK_BOX (column), list);
  gtk_box_append (GTK_BOX (column), words);
  adw_bin_set_child (ADW_BIN (self), column);
  self->list = GTK_LIST_BOX (list);
  self->words = GTK_LABEL (words);
}

/**
 * outlay_effect_list_preview:
 * @self: a list
 * @session: whose spend would move
 * @change: (transfer full): what is looked at, as soon as the user has paused
 */
void
outlay_effect_list_preview (OutlayEffectList *self,
                            OutlaySession *session,
                            OutlayRuleChange *change)
{
  stop (self);
  set_ready (self, FALSE);
  g_set_object (&self->session, session);
  self->change = change;
  self->waiting = g_timeout_add (WAIT_MSEC, on_wait_over, self);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->list)) == NULL)
    show_words (self, _ ("Looking at every month…"));
}

/**
 * outlay_effect_list_fail:
 * @self: a list
 * @fault: why there is nothing to look at
 */
void
outlay_effect_list_fail (OutlayEffectList *self, const char *fault)
{
  stop (self);
  set_ready (self, FALSE);
  clear_rows (self);
  show_words (self, fault);
}

/**
 * outlay_effect_list_get_ready:
 * @self: a list
 *
 * Returns: whether the effect of the change is shown
 */
gboolean
outlay_effect_list_get_ready (OutlayEffectList *self)
{
  return self->ready;
}
