/* risk-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/overview/risk-row.h"

#include "ui/widgets/meter-view.h"
#include "ui/widgets/status-glyph.h"
#include "ui/widgets/swatch.h"

struct _OutlayRiskRow
{
  GtkListBoxRow parent_instance;

  /* Owned references */
  OutlayRiskItem *item;

  /* Template widgets */
  GtkStack *stack;
  GtkImage *glyph;
  GtkImage *narrow_glyph;
  GtkLabel *words;
  GtkLabel *narrow_words;
  OutlaySwatch *swatch;
  OutlaySwatch *narrow_swatch;
  OutlayMeterView *meter;
  OutlayMeterView *narrow_meter;
  GtkWidget *spent;
  GtkWidget *budget;
  GtkWidget *forecast;
  GtkWidget *arrow;

  gboolean narrow;
};

enum
{
  PROP_ITEM = 1,
  PROP_NARROW,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (OutlayRiskRow, outlay_risk_row, GTK_TYPE_LIST_BOX_ROW)

/* Short words on a plain card may have the colour of what needs a decision. */
static void
colour_words (GtkLabel *label, const OutlayBudgetLine *line)
{
  gboolean urgent = line->state == OUTLAY_BUDGET_OVER || line->state == OUTLAY_BUDGET_AT_RISK;

  gtk_widget_add_css_class (GTK_WIDGET (label),
                            urgent ? outlay_status_get_css_class (outlay_status_of_budget (line))
                                   : "quiet");
  if (urgent)
    gtk_widget_add_css_class (GTK_WIDGET (label), "strong");
}

static void
show_meter (OutlayMeterView *view, OutlayRiskItem *item)
{
  const OutlayBudgetLine *line = outlay_risk_item_get_line (item);
  g_autofree char *words = NULL;
  OutlayBudgetMeter meter;

  g_object_get (item, "words", &words, NULL);
  outlay_meter_of_line (&meter, line, TRUE);
  meter.only_excess = outlay_risk_item_get_ended (item);
  outlay_meter_view_set (view, &meter, words);
  gtk_widget_set_opacity (GTK_WIDGET (view), line->has_budget ? 1 : 0);
}

static void
show_item (OutlayRiskRow *self)
{
  const OutlayBudgetLine *line = outlay_risk_item_get_line (self->item);
  OutlayInk ink = outlay_risk_item_get_ink (self->item);
  g_autofree char *description = NULL;

  gtk_stack_set_visible_child_name (self->stack, self->narrow ? "narrow" : "wide");
  outlay_status_glyph_set (self->glyph, outlay_status_of_budget (line));
  outlay_status_glyph_set (self->narrow_glyph, outlay_status_of_budget (line));
  outlay_swatch_set_ink (self->swatch, ink);
  outlay_swatch_set_ink (self->narrow_swatch, ink);
  colour_words (self->words, line);
  colour_words (self->narrow_words, line);
  show_meter (self->meter, self->item);
  show_meter (self->narrow_meter, self->item);

  g_object_get (self->item, "description", &description, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
}

static void
outlay_risk_row_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_RISK_ROW (object)->item);

  G_OBJECT_CLASS (outlay_risk_row_parent_class)->dispose (object);
}

static void
outlay_risk_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlayRiskRow *self = OUTLAY_RISK_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_risk_row_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  OutlayRiskRow *self = OUTLAY_RISK_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_set_object (&self->item, g_value_get_object (value));
      if (self->item != NULL)
        show_item (self);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_risk_row_class_init (OutlayRiskRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = outlay_risk_row_dispose;
  object_class->get_property = outlay_risk_row_get_property;
  object_class->set_property = outlay_risk_row_set_property;
  g_object_class_install_property (object_class, PROP_ITEM,
                                   g_param_spec_object ("item", NULL, NULL, OUTLAY_TYPE_RISK_ITEM,
                                                        flags));
  g_object_class_install_property (object_class, PROP_NARROW,
                                   g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                         flags | G_PARAM_CONSTRUCT_ONLY));

  g_type_ensure (OUTLAY_TYPE_METER_VIEW);
  g_type_ensure (OUTLAY_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/ui/pages/"
                                                             "overview/risk-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskRow, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskRow, narrow_glyph);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskRow, words);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskRow, narrow_words);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskRow, narrow_swatch);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskRow, meter);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskRow, narrow_meter);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskRow, spent);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskRow, budget);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskRow, forecast);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskRow, arrow);
}

static void
outlay_risk_row_init (OutlayRiskRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_risk_row_new:
 * @item: what it shows
 * @narrow: in two lines, for 360 pixels
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
outlay_risk_row_new (OutlayRiskItem *item, gboolean narrow)
{
  return g_object_new (OUTLAY_TYPE_RISK_ROW, "item", item, "narrow", narrow, NULL);
}

/**
 * outlay_risk_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
OutlayRiskItem *
outlay_risk_row_get_item (OutlayRiskRow *self)
{
  g_return_val_if_fail (OUTLAY_IS_RISK_ROW (self), NULL);

  return self->item;
}

/**
 * outlay_risk_row_align:
 * @self: a wide row
 * @columns: (array fixed-size=5): of the meter, the three amounts and the arrow
 */
void
outlay_risk_row_align (OutlayRiskRow *self, GtkSizeGroup *const *columns)
{
  g_return_if_fail (OUTLAY_IS_RISK_ROW (self));

  gtk_size_group_add_widget (columns[0], GTK_WIDGET (self->meter));
  gtk_size_group_add_widget (columns[1], self->spent);
  gtk_size_group_add_widget (columns[2], self->budget);
  gtk_size_group_add_widget (columns[3], self->forecast);
  gtk_size_group_add_widget (columns[4], self->arrow);
}
