/* migrate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Versions of the store, and what each brought:
 *  1  sql/001-begin.sql
 *  2  sql/002-parts.sql: which runs a file is a part of
 */

#include "store/migrate.h"

#include "store-resources.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAGIC "SQLite format 3"   /* and a zero byte */
#define APPLICATION_ID 0x4F55544C /* “OUTL” */

static const char *const steps[] = {
  "/io/github/outlay/store/001-begin.sql",
  "/io/github/outlay/store/002-parts.sql",
};

static gboolean
set_foreign (GError **error)
{
  g_set_error_literal (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FOREIGN,
                       _ ("The file is not a store of Outlay. It has not been changed. "
                          "Choose another file"));
  return FALSE;
}

/**
 * outlay_migrate_check_file:
 * @path: a file
 * @is_empty: (out): there is nothing in it, or it cannot be read
 * @error: return location for an #OutlayStoreError
 *
 * Refuses what is no database at all. SQLite takes a file that is too short to be one
 * for a new one.
 */
gboolean
outlay_migrate_check_file (const char *path, gboolean *is_empty, GError **error)
{
  char head[sizeof MAGIC];
  FILE *file = g_fopen (path, "rb");
  gsize n_read = file != NULL ? fread (head, 1, sizeof head, file) : 0;

  if (file != NULL)
    fclose (file);
  *is_empty = n_read == 0;
  if (n_read == 0 || (n_read == sizeof head && memcmp (head, MAGIC, sizeof head) == 0))
    return TRUE;

  return set_foreign (error);
}

/**
 * outlay_migrate_check:
 * @database: a database that was just opened
 * @error: return location for an #OutlayStoreError
 *
 * Refuses a file that is not ours, or that a newer version has made. Writes nothing.
 */
gboolean
outlay_migrate_check (OutlayDatabase *database, GError **error)
{
  gint64 application_id, version, n_tables;
  gboolean done;

  /* In one transaction: another program may be about to make it. */
  done = outlay_database_execute (database, "BEGIN", error) &&
         outlay_database_get_int64 (database, "PRAGMA application_id", &application_id, error) &&
         outlay_database_get_int64 (database, "PRAGMA user_version", &version, error) &&
         outlay_database_get_int64 (database, "SELECT count(*) FROM sqlite_schema", &n_tables,
                                    error) &&
         outlay_database_execute (database, "COMMIT", error);
  if (!done)
    {
      if (error != NULL && g_error_matches (*error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_CORRUPT))
        {
          g_clear_error (error);
          set_foreign (error);
        }
      return FALSE;
    }

  if (application_id != APPLICATION_ID && (application_id != 0 || n_tables > 0))
    {
      g_set_error_literal (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FOREIGN,
                           _ ("The file is another program's database. It has not been changed. "
                              "Choose another file"));
      return FALSE;
    }

  if (version > (gint64) G_N_ELEMENTS (steps))
    {
      g_set_error_literal (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_NEWER,
                           _ ("The store was made by a newer Outlay. It has not been changed. "
                              "Update Outlay to open it"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
run_step (OutlayDatabase *database, const char *path, GError **error)
{
  g_autoptr (GBytes) sql = g_resource_lookup_data (outlay_store_get_resource (), path,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql != NULL && outlay_database_execute (database, g_bytes_get_data (sql, NULL), error);
}

/* The steps run in one transaction: what fails leaves the file as it was. */
static gboolean
run_steps (OutlayDatabase *database, gint64 from, GError **error)
{
  g_autofree char *stamp =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %" G_GSIZE_FORMAT,
                       APPLICATION_ID, G_N_ELEMENTS (steps));
  gint64 version;

  if (!outlay_database_begin (database, error))
    return FALSE;

  /* Another program may have been faster. */
  if (!outlay_database_get_int64 (database, "PRAGMA user_version", &version, error))
    {
      outlay_database_rollback (database);
      return FALSE;
    }

  for (gint64 i = MAX (from, version); i < (gint64) G_N_ELEMENTS (steps); i++)
    if (!run_step (database, steps[i], error))
      {
        outlay_database_rollback (database);
        return FALSE;
      }

  if (!outlay_database_execute (database, stamp, error))
    {
      outlay_database_rollback (database);
      return FALSE;
    }

  return outlay_database_commit (database, error);
}

/**
 * outlay_migrate:
 * @database: a database that outlay_migrate_check() has passed
 * @error: return location for an #OutlayStoreError
 *
 * A store with data is copied beside itself, as `NAME.vN`, before the first step.
 */
gboolean
outlay_migrate (OutlayDatabase *database, GError **error)
{
  gint64 version;

  if (!outlay_database_get_int64 (database, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version == (gint64) G_N_ELEMENTS (steps))
    return TRUE;

  if (version > 0)
    {
      g_autofree char *copy =
          g_strdup_printf ("%s.v%" G_GINT64_FORMAT, outlay_database_path (database), version);

      if (!outlay_database_back_up (database, copy, error))
        return FALSE;
    }

  return run_steps (database, version, error);
}
