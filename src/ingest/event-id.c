/* event-id.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/event-id.h"

#include <string.h>

static gint64
hash_id (const char *text)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_MD5);
  guint8 digest[16];
  gsize size = sizeof digest;
  gint64 id;

  g_checksum_update (sum, (const guchar *) text, -1);
  g_checksum_get_digest (sum, digest, &size);
  memcpy (&id, digest, sizeof id);
  return id != 0 ? id : 1;
}

/**
 * outlay_event_id:
 * @record: an event
 * @batch: of the table batch
 *
 * An event without an id is like no other.
 *
 * Returns: 64 bits of the hash of its external id, never 0
 */
gint64
outlay_event_id (const OutlayRecord *record, gint64 batch)
{
  g_autofree char *place = NULL;

  if (record->external_id != NULL)
    return hash_id (record->external_id);

  place = g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GUINT64_FORMAT, batch, record->line);
  return hash_id (place);
}
