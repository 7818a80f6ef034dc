/* amount.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/amount.h"

/**
 * outlay_amount_new:
 * @text: (nullable): the figure, formatted
 *
 * Returns: (transfer floating): a #GtkLabel
 */
GtkWidget *
outlay_amount_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/**
 * outlay_amount_set_money:
 * @label: of outlay_amount_new()
 * @session: whose currency and language it is in
 * @nanos: the amount, in the reporting currency
 * @style: how it is written
 */
void
outlay_amount_set_money (GtkLabel *label,
                         OutlaySession *session,
                         gint64 nanos,
                         OutlayMoneyStyle style)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  g_autofree char *text = NULL;

  if (snapshot != NULL)
    text = outlay_wording_money (outlay_session_get_wording (session), nanos, snapshot->currency,
                                 style);
  gtk_label_set_label (label, text != NULL ? text : "");
}
