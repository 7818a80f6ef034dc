/* places.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/places.h"

#include "ui/pages/budgets/budgets-page.h"
#include "ui/pages/imports/imports-page.h"
#include "ui/pages/overview/overview-page.h"
#include "ui/pages/use-cases/use-cases-page.h"

#include <glib/gi18n.h>

static const OutlayPlace places[] = {
  { "overview", N_ ("Overview"), "outlay-go-home-symbolic", outlay_overview_page_get_type, FALSE,
    FALSE },
  { "budgets", N_ ("Budgets"), "outlay-x-office-calendar-symbolic", outlay_budgets_page_get_type,
    FALSE, FALSE },
  { "use-cases", N_ ("Use Cases"), "outlay-starred-symbolic", outlay_use_cases_page_get_type, FALSE,
    FALSE },
  { "imports", N_ ("Imports"), "outlay-folder-download-symbolic", outlay_imports_page_get_type,
    TRUE, TRUE },
};

/**
 * outlay_places:
 * @n_places: (out): how many
 *
 * Returns: (transfer none) (array length=n_places): in the order of the sidebar
 */
const OutlayPlace *
outlay_places (gsize *n_places)
{
  *n_places = G_N_ELEMENTS (places);
  return places;
}
