/* json-cut.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/json-cut.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

static char *
build_bucket (OutlayJsonScan *scan)
{
  GString *bucket = g_string_new ("{");

  for (guint i = scan->depth; i > 0; i--)
    {
      const OutlayJsonLevel *level = &scan->levels[i - 1];

      if (!level->container || level->members->len == 0)
        continue;
      if (bucket->len > 1)
        g_string_append_c (bucket, ',');
      g_string_append_len (bucket, level->members->str, (gssize) level->members->len);
    }

  g_string_append_c (bucket, '}');
  return g_string_free (bucket, FALSE);
}

gboolean
outlay_json_cut_hand_on (OutlayJsonScan *scan, GError **error)
{
  g_autofree char *bucket = NULL;
  gboolean ok = TRUE;

  if (scan->waiting->len == 0)
    return TRUE;

  bucket = build_bucket (scan);
  for (guint i = 0; ok && i < scan->waiting->len; i++)
    {
      const OutlayJsonPending *pending = &g_array_index (scan->waiting, OutlayJsonPending, i);
      OutlayJsonItem item = { scan->pending->str + pending->start, pending->length, bucket,
                              pending->line, NULL };

      ok = scan->func (&item, scan->user_data, error);
    }

  g_string_truncate (scan->pending, 0);
  g_array_set_size (scan->waiting, 0);
  return ok;
}

gboolean
outlay_json_cut_hand_on_bad (OutlayJsonScan *scan,
                             guint64 line,
                             const char *problem,
                             GError **error)
{
  OutlayJsonItem item = { scan->item->str, scan->item->len, "{}", line, problem };

  return outlay_json_cut_hand_on (scan, error) && scan->func (&item, scan->user_data, error);
}

gboolean
outlay_json_cut_end_item (OutlayJsonScan *scan, GError **error)
{
  OutlayJsonPending pending = { scan->pending->len, scan->item->len, scan->item_line };

  scan->item_depth = -1;
  scan->keys_done = TRUE;
  g_string_append_len (scan->pending, scan->item->str, (gssize) scan->item->len);
  g_string_append_c (scan->pending, '\0');
  g_array_append_val (scan->waiting, pending);

  for (guint i = 0; i < scan->depth; i++)
    if (scan->levels[i].container)
      return scan->pending->len < OUTLAY_JSON_MAX_PENDING || outlay_json_cut_hand_on (scan, error);

  return outlay_json_cut_hand_on (scan, error);
}

/* The paths that go on from @level by the name just read. */
static guint32
matching_paths (OutlayJsonScan *scan, const OutlayJsonLevel *level)
{
  guint32 matching = 0;

  for (guint i = 0; i < scan->n_paths; i++)
    if ((level->paths & (1U << i)) != 0 && scan->n_names[i] > level->depth &&
        strcmp (scan->paths[i][level->depth], scan->name->str) == 0)
      matching |= 1U << i;

  return matching;
}

/* The object is a page around the objects asked for: what was read of it, up to the
   name of the array, are members around them. */
static void
forget_item (OutlayJsonScan *scan)
{
  GString *members = outlay_json_cut_top (scan)->members;
  gsize length = scan->item->len - strlen (scan->name->str) - strlen ("\"\":");

  if (length > 1 && length <= OUTLAY_JSON_MAX_PENDING)
    g_string_append_len (members, scan->item->str + 1, (gssize) length - 2);

  scan->item_depth = -1;
  scan->mute_depth = -1;
  if (!scan->keys_done)
    g_ptr_array_set_size (scan->first_keys, 0);
}

/* Whether an object may lie here that is asked for, and by which paths. */
static void
place_level (OutlayJsonScan *scan, OutlayJsonLevel *level)
{
  const OutlayJsonLevel *parent = outlay_json_cut_top (scan);
  guint32 paths = 0;

  level->depth = 0;
  level->paths = 0;
  level->wanted = FALSE;
  level->container = FALSE;

  if (parent == NULL)
    {
      level->paths = (1U << scan->n_paths) - 1;
      level->wanted = TRUE;
    }
  else if (parent->kind == '[' && parent->wanted && !outlay_json_cut_reading_item (scan))
    {
      level->depth = parent->depth;
      level->paths = parent->paths;
      level->wanted = TRUE;
    }
  else if (parent->container && level->kind == '[')
    {
      paths = matching_paths (scan, parent);
      level->depth = parent->depth + 1;
      level->paths = paths;
      level->wanted = paths != 0;
      if (paths != 0 && scan->item_depth == (int) scan->depth - 1)
        forget_item (scan);
    }
}

static void
open_object (OutlayJsonScan *scan, OutlayJsonLevel *level)
{
  gboolean is_item = FALSE;

  for (guint i = 0; level->wanted && i < scan->n_paths; i++)
    if ((level->paths & (1U << i)) != 0)
      {
        is_item |= scan->n_names[i] == level->depth;
        level->container |= scan->n_names[i] > level->depth;
      }

  level->wanted = FALSE;
  if (is_item)
    {
      scan->item_depth = (int) scan->depth;
      scan->item_line = scan->line;
      g_string_truncate (scan->item, 0);
    }

  if (level->container)
    {
      if (level->members == NULL)
        level->members = g_string_new (NULL);
      g_string_truncate (level->members, 0);
    }
}

gboolean
outlay_json_cut_open (OutlayJsonScan *scan, char kind, GError **error)
{
  OutlayJsonLevel *level;

  if (scan->depth == OUTLAY_JSON_MAX_DEPTH)
    {
      g_set_error (error, OUTLAY_JSON_ERROR, OUTLAY_JSON_ERROR_LIMIT,
                   _ ("Line %" PRIu64 " is nested more than %d levels deep"), scan->line,
                   OUTLAY_JSON_MAX_DEPTH);
      return FALSE;
    }

  if (scan->depth == 0)
    scan->top_line = scan->line;

  level = &scan->levels[scan->depth];
  level->kind = kind;
  place_level (scan, level);
  if (kind == '{')
    open_object (scan, level);

  outlay_json_cut_put_byte (scan, kind);
  scan->depth++;
  return TRUE;
}
