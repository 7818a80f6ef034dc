/* json-cut.h – the half of the JSON scanner that knows what is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only json-scan.c, which knows the grammar, and json-cut.c, which knows the
 * objects, include this.
 */

#pragma once

#include "core/json-scan.h"

G_BEGIN_DECLS

#define OUTLAY_JSON_MAX_PATHS 8
#define OUTLAY_JSON_MAX_PENDING 1048576 /* bytes of objects that wait for the members behind them */

typedef enum
{
  STATE_VALUE,
  STATE_VALUE_OR_END,
  STATE_NAME,
  STATE_NAME_OR_END,
  STATE_COLON,
  STATE_COMMA_OR_END,
  STATE_STRING,
  STATE_ESCAPE,
  STATE_TOKEN,
  STATE_SKIP_LINE,
} OutlayJsonState;

typedef struct
{
  char kind;          /* `{` or `[` */
  gboolean wanted;    /* an array whose objects are asked for, or lie around such */
  gboolean container; /* an object that may hold such an array */
  guint depth;        /* names of the paths that led here */
  guint32 paths;      /* a bit for each path that fits so far */
  GString *members;   /* owned, (nullable): plain members, of a container */
} OutlayJsonLevel;

typedef struct
{
  gsize start; /* in pending */
  gsize length;
  guint64 line;
} OutlayJsonPending;

struct _OutlayJsonScan
{
  char **paths[OUTLAY_JSON_MAX_PATHS]; /* owned */
  guint n_names[OUTLAY_JSON_MAX_PATHS];
  guint n_paths;
  char **omit; /* owned, (nullable) */
  OutlayJsonFunc func;
  gpointer user_data;

  OutlayJsonState state;
  gboolean in_name; /* the string is a member's name */
  OutlayJsonLevel levels[OUTLAY_JSON_MAX_DEPTH];
  guint depth;
  guint64 line;
  gboolean line_begins; /* the byte before was a line end */
  guint64 last_line;    /* that held more than space */
  guint64 top_line;     /* on which the outermost value began */

  GString *name;  /* owned: of the member being read, where it matters */
  GString *token; /* owned: number or word being read */
  GString *item;  /* owned: the object being read */
  guint64 item_line;
  int item_depth;     /* depth of the object being read, or -1 */
  int mute_depth;     /* depth of the member that is left out, or -1 */
  gboolean recording; /* the value goes to the members of the container, too */
  GString *pending;   /* owned: objects not handed on yet */
  GArray *waiting;    /* owned: OutlayJsonPending */

  GPtrArray *first_keys; /* owned */
  gboolean keys_done;
};

static inline OutlayJsonLevel *
outlay_json_cut_top (OutlayJsonScan *scan)
{
  return scan->depth > 0 ? &scan->levels[scan->depth - 1] : NULL;
}

static inline gboolean
outlay_json_cut_reading_item (OutlayJsonScan *scan)
{
  return scan->item_depth >= 0;
}

/* What is read goes where it is needed. */
static inline void
outlay_json_cut_put (OutlayJsonScan *scan, const char *text, gsize length)
{
  if (outlay_json_cut_reading_item (scan) && scan->mute_depth < 0)
    g_string_append_len (scan->item, text, (gssize) length);
  if (scan->recording)
    g_string_append_len (outlay_json_cut_top (scan)->members, text, (gssize) length);
}

static inline void
outlay_json_cut_put_byte (OutlayJsonScan *scan, char byte)
{
  if (outlay_json_cut_reading_item (scan) && scan->mute_depth < 0)
    g_string_append_c (scan->item, byte);
  if (scan->recording)
    g_string_append_c (outlay_json_cut_top (scan)->members, byte);
}

gboolean outlay_json_cut_open (OutlayJsonScan *scan, char kind, GError **error);
gboolean outlay_json_cut_end_item (OutlayJsonScan *scan, GError **error);
gboolean outlay_json_cut_hand_on (OutlayJsonScan *scan, GError **error);
gboolean outlay_json_cut_hand_on_bad (OutlayJsonScan *scan,
                                      guint64 line,
                                      const char *problem,
                                      GError **error);

G_END_DECLS
