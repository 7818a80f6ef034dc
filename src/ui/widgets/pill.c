/* pill.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/pill.h"

struct _OutlayPill
{
  AdwBin parent_instance;

  /* Borrowed references */
  GtkImage *glyph;
  GtkLabel *label;

  OutlayStatus status;
};

G_DEFINE_FINAL_TYPE (OutlayPill, outlay_pill, ADW_TYPE_BIN)

static void
outlay_pill_class_init (OutlayPillClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "pill");
}

static void
outlay_pill_init (OutlayPill *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *glyph = outlay_status_glyph_new (OUTLAY_STATUS_NONE);
  GtkWidget *label = gtk_label_new (NULL);

  self->status = OUTLAY_STATUS_NONE;
  self->glyph = GTK_IMAGE (glyph);
  self->label = GTK_LABEL (label);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), glyph);
  gtk_box_append (GTK_BOX (box), label);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * outlay_pill_new:
 * @status: shape and tint
 * @text: the words: "At risk: runs out 26 Nov"
 *
 * Returns: (transfer floating): a pill
 */
GtkWidget *
outlay_pill_new (OutlayStatus status, const char *text)
{
  GtkWidget *self = g_object_new (OUTLAY_TYPE_PILL, NULL);

  outlay_pill_set (OUTLAY_PILL (self), status, text);
  return self;
}

/**
 * outlay_pill_set:
 * @self: a pill
 * @status: shape and tint
 * @text: the words
 */
void
outlay_pill_set (OutlayPill *self, OutlayStatus status, const char *text)
{
  g_return_if_fail (OUTLAY_IS_PILL (self));

  gtk_widget_remove_css_class (GTK_WIDGET (self), outlay_status_get_css_class (self->status));
  gtk_widget_add_css_class (GTK_WIDGET (self), outlay_status_get_css_class (status));
  self->status = status;
  outlay_status_glyph_set (self->glyph, status);
  gtk_label_set_label (self->label, text);
}
