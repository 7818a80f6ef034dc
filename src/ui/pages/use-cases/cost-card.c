/* cost-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/cost-card.h"

#include "core/money.h"
#include "ui/items/cost-words.h"
#include "ui/pages/use-cases/edits.h"
#include "ui/pages/use-cases/figure-row.h"
#include "ui/pages/use-cases/parts-bar.h"
#include "ui/widgets/swatch.h"
#include "wording/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>
#include <math.h>

#define ID_KEY "outlay-id"
#define NAME_KEY "outlay-name"

struct _OutlayCostCard
{
  AdwBin parent_instance;

  /* Owned references */
  OutlaySession *session;

  /* Template widgets */
  OutlayPartsBar *bar;
  GtkGrid *parts;
  GtkLabel *question;
  GtkListBox *items;
};

G_DEFINE_FINAL_TYPE (OutlayCostCard, outlay_cost_card, ADW_TYPE_BIN)

static void
on_remove (OutlayCostCard *self, GtkWidget *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), ID_KEY);

  outlay_remove_cost (GTK_WIDGET (self), self->session, *id,
                      g_object_get_data (G_OBJECT (button), NAME_KEY));
}

static GtkWidget *
make_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_part (OutlayCostCard *self, int row, int part, const char *name, double share, gint64 nanos)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  const char *currency = outlay_session_get_snapshot (self->session)->currency;
  gboolean total = part < 0;
  g_autofree char *amount = outlay_wording_money (wording, nanos, currency, OUTLAY_MONEY_FULL);
  g_autofree char *percent = outlay_wording_percent (wording, share, 1);
  GtkWidget *label = make_label (name, 0, total ? "heading" : NULL);
  GtkWidget *figure = make_label (amount, 1, total ? "heading" : NULL);
  GtkWidget *quiet = make_label (total ? "" : percent, 1, "quiet");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (quiet, "numeric");
  if (!total)
    gtk_grid_attach (self->parts, outlay_swatch_new (outlay_cost_part_ink ((gsize) part)), 0, row,
                     1, 1);
  gtk_grid_attach (self->parts, label, total ? 0 : 1, row, total ? 2 : 1, 1);
  gtk_grid_attach (self->parts, quiet, 2, row, 1, 1);
  gtk_grid_attach (self->parts, figure, 3, row, 1, 1);
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    {
      if (GTK_IS_GRID (box))
        gtk_grid_remove (GTK_GRID (box), child);
      else
        gtk_list_box_remove (GTK_LIST_BOX (box), child);
    }
}

static void
fill_bar (OutlayCostCard *self, const OutlayWorth *worth, const double *shares)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  const char *question = outlay_token_share_question (worth->token_share_percent);
  g_autofree char *percent = outlay_wording_percent (wording, worth->token_share_percent, 1);
  g_autofree char *low = outlay_wording_estimate (wording, 60, 0);
  g_autofree char *high = outlay_wording_percent (wording, 80, 0);
  g_autofree char *tokens = g_strdup_printf (_ ("tokens %s"), percent);
  /* Translators: a range of percentages: "60–80 % is typical". */
  g_autofree char *bracket = g_strdup_printf (_ ("%s–%s is typical"), low, high);

  gtk_widget_set_visible (GTK_WIDGET (self->bar), isfinite (worth->token_share_percent));
  outlay_parts_bar_set (self->bar, shares, tokens, bracket);
  gtk_label_set_label (self->question, question != NULL ? question : "");
  gtk_widget_set_visible (GTK_WIDGET (self->question), question != NULL);
}

static void
fill_parts (OutlayCostCard *self, const OutlayWorth *worth)
{
  const char *const names[OUTLAY_N_COST_PARTS] = {
    _ ("Tokens"),
    outlay_cost_kind_name (OUTLAY_COST_PEOPLE),
    outlay_cost_kind_name (OUTLAY_COST_INFRASTRUCTURE),
    outlay_cost_kind_name (OUTLAY_COST_FEES),
    outlay_cost_kind_name (OUTLAY_COST_OTHER),
  };
  const gint64 amounts[OUTLAY_N_COST_PARTS] = {
    worth->tokens_nanos, worth->people_nanos, worth->infrastructure_nanos,
    worth->fees_nanos,   worth->other_nanos,
  };
  double whole = outlay_nanos_to_estimate (worth->cost_nanos);
  double shares[OUTLAY_N_COST_PARTS] = { 0 };
  int row = 0;

  clear (GTK_WIDGET (self->parts));
  for (int i = 0; i < OUTLAY_N_COST_PARTS; i++)
    {
      double share = whole > 0 ? outlay_nanos_to_estimate (amounts[i]) / whole : NAN;

      shares[i] = isfinite (share) ? CLAMP (share, 0, 1) : 0;
      if (i == 0 || amounts[i] != 0)
        add_part (self, row++, i, names[i], share * 100, amounts[i]);
    }
  gtk_grid_attach (self->parts, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, row++, 4, 1);
  add_part (self, row, -1, _ ("Total cost of ownership"), NAN, worth->cost_nanos);
  fill_bar (self, worth, shares);
}

static void
add_item (OutlayCostCard *self, const OutlayCostItem *item)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  const char *currency = outlay_session_get_snapshot (self->session)->currency;
  g_autofree char *detail = outlay_cost_item_describe (item, wording);
  g_autofree char *amount =
      outlay_wording_money (wording, item->amount_nanos, currency, OUTLAY_MONEY_SHORT);
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), item->name);
  GtkWidget *row = outlay_figure_row_new (item->name, FALSE);
  GtkWidget *button = gtk_button_new_from_icon_name ("outlay-window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), ID_KEY, g_memdup2 (&item->id, sizeof item->id),
                          g_free);
  g_object_set_data_full (G_OBJECT (button), NAME_KEY, g_strdup (item->name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  outlay_figure_row_set (OUTLAY_FIGURE_ROW (row), amount);
  outlay_figure_row_set_detail (OUTLAY_FIGURE_ROW (row), detail);
  outlay_figure_row_add_suffix (OUTLAY_FIGURE_ROW (row), button);
  gtk_list_box_append (self->items, row);
}

static void
fill_items (OutlayCostCard *self, gsize use_case)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (self->session);
  gboolean any = FALSE;

  clear (GTK_WIDGET (self->items));
  for (gsize i = 0; i < snapshot->n_cost_items; i++)
    {
      const OutlayCostItem *item = &snapshot->cost_items[i];

      if (item->share == OUTLAY_COST_DIRECT && item->use_case != use_case)
        continue;
      add_item (self, item);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->items), any);
}

static void
outlay_cost_card_dispose (GObject *object)
{
  OutlayCostCard *self = OUTLAY_COST_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_COST_CARD);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_cost_card_parent_class)->dispose (object);
}

static void
outlay_cost_card_class_init (OutlayCostCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_cost_card_dispose;
  g_type_ensure (OUTLAY_TYPE_PARTS_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/cost-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayCostCard, bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostCard, parts);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostCard, question);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostCard, items);
}

static void
outlay_cost_card_init (OutlayCostCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_cost_card_update:
 * @self: a card
 * @session: what it shows
 * @use_case: index of a use case
 */
void
outlay_cost_card_update (OutlayCostCard *self, OutlaySession *session, gsize use_case)
{
  g_return_if_fail (OUTLAY_IS_COST_CARD (self));

  g_set_object (&self->session, session);
  fill_parts (self, &outlay_session_get_portfolio (session)->lines[use_case].worth);
  fill_items (self, use_case);
}
