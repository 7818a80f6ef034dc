/* status-glyph.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/status-glyph.h"

typedef struct
{
  const char *icon_name;
  const char *css_class;
} Look;

static const Look looks[OUTLAY_N_STATUSES] = {
  [OUTLAY_STATUS_OVER] = { "outlay-dialog-error-symbolic", "status-over" },
  [OUTLAY_STATUS_AT_RISK] = { "outlay-dialog-warning-symbolic", "status-at-risk" },
  [OUTLAY_STATUS_ON_TRACK] = { "outlay-object-select-symbolic", "status-on-track" },
  [OUTLAY_STATUS_FULLY_USED] = { "outlay-selection-mode-symbolic", "status-fully-used" },
  [OUTLAY_STATUS_NONE] = { "outlay-value-decrease-symbolic", "status-none" },
  [OUTLAY_STATUS_UNKNOWN] = { "outlay-dialog-question-symbolic", "status-unknown" },
  [OUTLAY_STATUS_NOTE] = { "outlay-help-about-symbolic", "status-note" },
};

/**
 * outlay_status_glyph_new:
 * @status: a state
 *
 * A glyph says nothing to a screen reader: the words beside it do.
 *
 * Returns: (transfer floating): a #GtkImage
 */
GtkWidget *
outlay_status_glyph_new (OutlayStatus status)
{
  GtkWidget *glyph =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  outlay_status_glyph_set (GTK_IMAGE (glyph), status);
  return glyph;
}

/**
 * outlay_status_glyph_set:
 * @glyph: an image
 * @status: the state that it shows from now on
 */
void
outlay_status_glyph_set (GtkImage *glyph, OutlayStatus status)
{
  g_return_if_fail ((guint) status < OUTLAY_N_STATUSES);

  for (gsize i = 0; i < OUTLAY_N_STATUSES; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (glyph), looks[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (glyph), looks[status].css_class);
  gtk_image_set_from_icon_name (glyph, looks[status].icon_name);
}

/**
 * outlay_status_get_css_class:
 * @status: a state
 *
 * Returns: (transfer none): the style class of its words and its pill
 */
const char *
outlay_status_get_css_class (OutlayStatus status)
{
  g_return_val_if_fail ((guint) status < OUTLAY_N_STATUSES, NULL);

  return looks[status].css_class;
}

/**
 * outlay_status_of_budget:
 * @line: of a month's status
 *
 * Returns: its state; fully used where exactly all of it is spent
 */
OutlayStatus
outlay_status_of_budget (const OutlayBudgetLine *line)
{
  switch (line->state)
    {
    case OUTLAY_BUDGET_OVER:
      return OUTLAY_STATUS_OVER;
    case OUTLAY_BUDGET_AT_RISK:
      return OUTLAY_STATUS_AT_RISK;
    case OUTLAY_BUDGET_ON_TRACK:
      return line->budget_nanos > 0 && line->actual_nanos == line->budget_nanos
                 ? OUTLAY_STATUS_FULLY_USED
                 : OUTLAY_STATUS_ON_TRACK;
    case OUTLAY_BUDGET_NONE:
    default:
      return OUTLAY_STATUS_NONE;
    }
}

/**
 * outlay_status_of_verdict:
 * @verdict: on a use case
 *
 * Returns: its state
 */
OutlayStatus
outlay_status_of_verdict (OutlayVerdict verdict)
{
  switch (verdict)
    {
    case OUTLAY_VERDICT_WORTH_IT:
      return OUTLAY_STATUS_ON_TRACK;
    case OUTLAY_VERDICT_IF_ASSUMED:
      return OUTLAY_STATUS_NOTE;
    case OUTLAY_VERDICT_UNCERTAIN:
      return OUTLAY_STATUS_AT_RISK;
    case OUTLAY_VERDICT_COSTS_MORE:
      return OUTLAY_STATUS_OVER;
    case OUTLAY_VERDICT_NOT_ESTIMATED:
    default:
      return OUTLAY_STATUS_UNKNOWN;
    }
}
