/* tile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/tile.h"

struct _OutlayTile
{
  AdwBin parent_instance;

  /* Borrowed references */
  GtkLabel *caption;
  GtkLabel *figure;
  GtkLabel *detail;
};

enum
{
  PROP_CAPTION = 1,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (OutlayTile, outlay_tile, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
outlay_tile_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CAPTION:
      g_value_set_string (value, gtk_label_get_label (OUTLAY_TILE (object)->caption));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_tile_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CAPTION:
      outlay_tile_set_caption (OUTLAY_TILE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_tile_class_init (OutlayTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = outlay_tile_get_property;
  object_class->set_property = outlay_tile_set_property;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tile");

  properties[PROP_CAPTION] =
      g_param_spec_string ("caption", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkLabel *
add_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
outlay_tile_init (OutlayTile *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));

  self->caption = add_label (box, "caption");
  self->figure = add_label (box, "figure");
  self->detail = add_label (box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "quiet");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "quiet");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

/**
 * outlay_tile_new:
 * @caption: (nullable): what the figure is
 *
 * Returns: (transfer floating): a tile without a figure
 */
GtkWidget *
outlay_tile_new (const char *caption)
{
  return g_object_new (OUTLAY_TYPE_TILE, "caption", caption, NULL);
}

/**
 * outlay_tile_set_caption:
 * @self: a tile
 * @caption: (nullable): what the figure is
 */
void
outlay_tile_set_caption (OutlayTile *self, const char *caption)
{
  g_return_if_fail (OUTLAY_IS_TILE (self));

  gtk_label_set_label (self->caption, caption != NULL ? caption : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  caption != NULL ? caption : "", -1);
}

/**
 * outlay_tile_set:
 * @self: a tile
 * @figure: the figure, formatted
 * @detail: (nullable): a quiet line under it
 */
void
outlay_tile_set (OutlayTile *self, const char *figure, const char *detail)
{
  g_return_if_fail (OUTLAY_IS_TILE (self));

  gtk_label_set_label (self->figure, figure);
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
}

/**
 * outlay_tile_set_hero:
 * @self: a tile
 * @hero: its figure answers the page's question: one a page, never two
 */
void
outlay_tile_set_hero (OutlayTile *self, gboolean hero)
{
  g_return_if_fail (OUTLAY_IS_TILE (self));

  gtk_widget_remove_css_class (GTK_WIDGET (self->figure), hero ? "figure" : "hero");
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), hero ? "hero" : "figure");
}
