/* test-shortcuts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/accelerators.h"

#include <adwaita.h>

/* Every key is one that GTK understands, has words, and means one thing. */
static void
test_table (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const OutlayAccelerator *accelerators;
  gsize n_accelerators;

  accelerators = outlay_accelerators (&n_accelerators);
  g_assert_cmpuint (n_accelerators, >, 10);
  for (gsize i = 0; i < n_accelerators; i++)
    {
      g_assert_nonnull (accelerators[i].title);
      g_assert_nonnull (accelerators[i].group);
      g_assert_nonnull (accelerators[i].keys[0]);
      for (gsize j = 0; accelerators[i].keys[j] != NULL; j++)
        {
          GdkModifierType modifiers;
          guint key;

          g_assert_true (gtk_accelerator_parse (accelerators[i].keys[j], &key, &modifiers));
          g_assert_true (g_hash_table_add (seen, gtk_accelerator_name (key, modifiers)));
          if (accelerators[i].action != NULL)
            g_assert_true (gtk_accelerator_valid (key, modifiers));
        }
    }
}

static void
test_apply (void)
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("io.github.outlay.Test", G_APPLICATION_NON_UNIQUE);
  g_auto (GStrv) keys = NULL;

  g_application_register (G_APPLICATION (application), NULL, NULL);
  outlay_accelerators_apply (application);
  keys = gtk_application_get_accels_for_action (application, "win.page::budgets");
  g_assert_cmpstr (keys[0], ==, "<Alt>2");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/shortcuts/table", test_table);
  g_test_add_func ("/shortcuts/apply", test_apply);

  return g_test_run ();
}
