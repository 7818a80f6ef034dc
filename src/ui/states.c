/* states.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/states.h"

#include "ui/widgets/empty-state.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * outlay_loading_state_new:
 *
 * Returns: (transfer floating): the store is being opened
 */
GtkWidget *
outlay_loading_state_new (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Opening the store"), -1);
  return spinner;
}

/**
 * outlay_first_run_state_new:
 *
 * Returns: (transfer floating): nothing was imported yet
 */
GtkWidget *
outlay_first_run_state_new (void)
{
  GtkWidget *state =
      outlay_empty_state_new ("io.github.outlay.Outlay", _ ("See what your AI features cost"),
                              _ ("Import billing exports from your providers. Outlay adds budgets, "
                                 "forecasts and value for "
                                 "each feature. Nothing leaves this computer."));

  outlay_empty_state_add_button (state, _ ("_Import…"), "win.import", TRUE);
  outlay_empty_state_add_button (state, _ ("_Try with Sample Data"), "app.demo", FALSE);
  outlay_empty_state_add_note (state, _ ("or drop files anywhere in this window"));
  return state;
}

/**
 * outlay_failed_state_new:
 * @error: why the store could not be opened
 *
 * The first sentence of the message is what has happened, and the heading.
 *
 * Returns: (transfer floating): says it
 */
GtkWidget *
outlay_failed_state_new (const GError *error)
{
  const char *end = strstr (error->message, ". ");
  g_autofree char *heading =
      end != NULL ? g_strndup (error->message, (gsize) (end - error->message)) : NULL;
  GtkWidget *state;

  if (heading != NULL)
    state = outlay_empty_state_new ("outlay-dialog-error-symbolic", heading, end + strlen (". "));
  else
    state = outlay_empty_state_new ("outlay-dialog-error-symbolic",
                                    _ ("The store could not be opened"), error->message);

  outlay_empty_state_add_button (state, _ ("_Try Again"), "app.retry", TRUE);
  outlay_empty_state_add_button (state, _ ("_Choose Another…"), "app.open-store", FALSE);
  outlay_empty_state_add_button (state, _ ("_Close"), "window.close", FALSE);
  return state;
}
