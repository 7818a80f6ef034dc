/* sample-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sample-store.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/**
 * outlay_sample_store_new:
 * @error: return location for a #GFileError
 *
 * Makes a folder of its own for each call: no sample ever meets the user's figures.
 *
 * Returns: (transfer full) (nullable): path of a store that is not there yet
 */
char *
outlay_sample_store_new (GError **error)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "outlay", NULL);
  g_autofree char *folder = g_build_filename (parent, "sample-XXXXXX", NULL);

  g_mkdir_with_parents (parent, 0700);
  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
                   _ ("The folder “%s” cannot be made: %s"), folder, g_strerror (code));
      return NULL;
    }

  return g_build_filename (folder, "sample.db", NULL);
}

/**
 * outlay_sample_store_remove:
 * @path: of outlay_sample_store_new()
 *
 * Removes the store and its folder.
 */
void
outlay_sample_store_remove (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *const endings[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
}
