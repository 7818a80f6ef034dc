/* share-bars.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/share-bars.h"

#include "core/money.h"
#include "wording/date.h"
#include "wording/number.h"

#include <glib/gi18n.h>

#define MAX_MONTHS 6
#define BAR_HEIGHT 48

struct _OutlayShareBars
{
  AdwBin parent_instance;

  /* Borrowed references: a widget inside */
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (OutlayShareBars, outlay_share_bars, ADW_TYPE_BIN)

static int
compare_months (gconstpointer a, gconstpointer b)
{
  const OutlayMonthShare *left = a, *right = b;

  return left->month < right->month ? -1 : left->month > right->month;
}

/**
 * outlay_month_shares:
 * @snapshot: a snapshot
 * @max_months: how many, the newest
 *
 * Returns: (transfer full) (element-type OutlayMonthShare): of months with spend, by month
 */
GArray *
outlay_month_shares (const OutlaySnapshot *snapshot, guint max_months)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (OutlayMonthShare));

  for (gsize i = 0; i < snapshot->cube.n_cells; i++)
    {
      const OutlayCell *cell = &snapshot->cube.cells[i];
      OutlayMonthShare begun = { outlay_month_of_day (cell->day), 0, 0 };
      OutlayMonthShare *share = NULL;

      for (guint j = 0; j < shares->len && share == NULL; j++)
        if (g_array_index (shares, OutlayMonthShare, j).month == begun.month)
          share = &g_array_index (shares, OutlayMonthShare, j);

      if (share == NULL)
        {
          g_array_append_val (shares, begun);
          share = &g_array_index (shares, OutlayMonthShare, shares->len - 1);
        }

      outlay_nanos_accumulate (&share->total_nanos, cell->cost_nanos);
      if (cell->feature != 0)
        outlay_nanos_accumulate (&share->allocated_nanos, cell->cost_nanos);
    }

  g_array_sort (shares, compare_months);
  if (shares->len > max_months)
    g_array_remove_range (shares, 0, shares->len - max_months);
  return shares;
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_bar (const OutlayMonthShare *share, OutlayWording *wording)
{
  double part = share->total_nanos > 0 ? outlay_nanos_to_estimate (share->allocated_nanos) /
                                             outlay_nanos_to_estimate (share->total_nanos)
                                       : 0;
  g_autofree char *percent = share->total_nanos > 0
                                 ? outlay_wording_percent (wording, CLAMP (part, 0, 1) * 100, 0)
                                 : g_strdup ("–");
  g_autofree char *name = outlay_wording_month (wording, share->month);
  g_autofree char *brief = outlay_wording_month_short (wording, share->month);
  /* Translators: a month, then a percentage: "November 2026: 82 % has a feature" */
  g_autofree char *words = g_strdup_printf (_ ("%s: %s has a feature"), name, percent);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1);

  add_label (column, percent, "numeric");
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), CLAMP (part, 0, 1));
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (bar), GTK_ORIENTATION_VERTICAL);
  gtk_level_bar_set_inverted (GTK_LEVEL_BAR (bar), TRUE);
  gtk_widget_set_size_request (bar, -1, BAR_HEIGHT);
  gtk_widget_set_halign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (column, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (GTK_BOX (column), bar);
  add_label (column, brief, "quiet");
  return column;
}

static void
outlay_share_bars_class_init (OutlayShareBarsClass *klass)
{
}

static void
outlay_share_bars_init (OutlayShareBars *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  adw_bin_set_child (ADW_BIN (self), box);
  self->box = GTK_BOX (box);
}

/**
 * outlay_share_bars_set_session:
 * @self: bars
 * @session: whose newest months they show
 */
void
outlay_share_bars_set_session (OutlayShareBars *self, OutlaySession *session)
{
  g_autoptr (GArray) shares =
      outlay_month_shares (outlay_session_get_snapshot (session), MAX_MONTHS);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  for (guint i = 0; i < shares->len; i++)
    gtk_box_append (self->box, make_bar (&g_array_index (shares, OutlayMonthShare, i),
                                         outlay_session_get_wording (session)));
}
