/* use-case-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/use-case-templates.h"

#include <glib/gi18n.h>

static const OutlayUseCaseTemplate templates[] = {
  { N_ ("Support chat"), OUTLAY_VALUE_DISPLACEMENT },
  { N_ ("Summaries"), OUTLAY_VALUE_LABOUR },
  { N_ ("Search"), OUTLAY_VALUE_REVENUE },
  { N_ ("Content"), OUTLAY_VALUE_LABOUR },
  { N_ ("Code review"), OUTLAY_VALUE_LABOUR },
  { N_ ("Data questions"), OUTLAY_VALUE_LABOUR },
};

/**
 * outlay_use_case_templates:
 * @n_templates: (out): how many
 *
 * Returns: (transfer none) (array length=n_templates): all of them
 */
const OutlayUseCaseTemplate *
outlay_use_case_templates (gsize *n_templates)
{
  *n_templates = G_N_ELEMENTS (templates);
  return templates;
}
