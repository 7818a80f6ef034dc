/* accelerators.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/accelerators.h"

#include <glib/gi18n.h>

#define GENERAL N_ ("General")
#define PLACES N_ ("Places")
#define MONTH N_ ("Month")
#define CHART N_ ("Charts")

static const OutlayAccelerator accelerators[] = {
  { "win.import", { "<Control>o" }, GENERAL, N_ ("Import files") },
  { "win.export-pdf", { "<Control>e", "<Control>p" }, GENERAL, N_ ("Export the report") },
  { "win.undo", { "<Control>z" }, GENERAL, N_ ("Undo") },
  { "win.redo", { "<Control><Shift>z", "<Control>y" }, GENERAL, N_ ("Redo") },
  { "win.toggle-sidebar", { "F9" }, GENERAL, N_ ("Show or hide the sidebar") },
  { "win.menu", { "F10" }, GENERAL, N_ ("Open the menu") },
  { "win.preferences", { "<Control>comma" }, GENERAL, N_ ("Preferences") },
  { "win.shortcuts", { "<Control>question", "<Control>F1" }, GENERAL, N_ ("Keyboard shortcuts") },
  { "window.close", { "<Control>w" }, GENERAL, N_ ("Close the window") },
  { "app.quit", { "<Control>q" }, GENERAL, N_ ("Quit") },

  { "win.page::overview", { "<Alt>1" }, PLACES, N_ ("Overview") },
  { "win.page::budgets", { "<Alt>2" }, PLACES, N_ ("Budgets") },
  { "win.page::use-cases", { "<Alt>3" }, PLACES, N_ ("Use Cases") },
  { "win.page::imports", { "<Alt>4" }, PLACES, N_ ("Imports") },
  { "win.back", { "<Alt>Left" }, PLACES, N_ ("Go back") },
  { "win.features", { "<Control><Shift>f" }, PLACES, N_ ("Features and rules") },

  { "win.previous-month", { "<Control>Page_Up" }, MONTH, N_ ("The month before") },
  { "win.next-month", { "<Control>Page_Down" }, MONTH, N_ ("The month after") },

  { NULL, { "Left", "Right" }, CHART, N_ ("Move along the chart") },
  { NULL, { "Home", "End" }, CHART, N_ ("To the first or the last") },
  { NULL, { "Up", "Down" }, CHART, N_ ("To another series") },
  { NULL, { "Return" }, CHART, N_ ("Open what is under the cursor") },
  { NULL, { "h" }, CHART, N_ ("Hide or show the series") },
  { NULL, { "t" }, CHART, N_ ("Show as a table, or as a chart") },
};

/**
 * outlay_accelerators:
 * @n_accelerators: (out): how many
 *
 * Returns: (transfer none) (array length=n_accelerators): all of them, by group
 */
const OutlayAccelerator *
outlay_accelerators (gsize *n_accelerators)
{
  *n_accelerators = G_N_ELEMENTS (accelerators);
  return accelerators;
}

/**
 * outlay_accelerators_apply:
 * @application: whose windows get them
 */
void
outlay_accelerators_apply (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    if (accelerators[i].action != NULL)
      gtk_application_set_accels_for_action (application, accelerators[i].action,
                                             (const char *const *) accelerators[i].keys);
}
