/* json-scan.c – a pushed automaton over JSON text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The automaton knows the grammar between values; what an object holds is
 * checked again by whoever parses it. An object may turn out to be the page around
 * the objects asked for (`{"data": […]}`) only when the array is met: until then
 * it is kept as if it were one of them.
 */

#include "core/json-cut.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define MAX_KEYS 4     /* of a path */
#define MAX_NAME 128   /* bytes of a member's name that are looked at */
#define MAX_TOKEN 1024 /* bytes of a number */

G_DEFINE_QUARK (OutlayJsonError, outlay_json_error)

static void
reset (OutlayJsonScan *scan, OutlayJsonState state)
{
  scan->depth = 0;
  scan->item_depth = -1;
  scan->mute_depth = -1;
  scan->recording = FALSE;
  scan->in_name = FALSE;
  scan->state = state;
}

/* An object that began and broke on one line of its own spoils only that line. */
static gboolean
fail (OutlayJsonScan *scan, const char *problem, GError **error)
{
  gboolean own_line = scan->depth == 0 || (scan->levels[0].kind == '{' && scan->item_depth == 0 &&
                                           scan->top_line == scan->line);

  if (!own_line)
    {
      g_set_error (error, OUTLAY_JSON_ERROR, OUTLAY_JSON_ERROR_SYNTAX,
                   _ ("The JSON text is broken at line %" PRIu64 ": %s"), scan->line, problem);
      return FALSE;
    }

  if (scan->depth == 0)
    g_string_truncate (scan->item, 0);
  reset (scan, STATE_SKIP_LINE);
  return outlay_json_cut_hand_on_bad (scan, scan->line, problem, error);
}

/* A value that is no object has ended. */
static gboolean
end_value (OutlayJsonScan *scan, gboolean plain, GError **error)
{
  const OutlayJsonLevel *level = outlay_json_cut_top (scan);

  scan->recording = FALSE;
  if (scan->mute_depth == (int) scan->depth)
    scan->mute_depth = -1;

  scan->state = scan->depth == 0 ? STATE_VALUE : STATE_COMMA_OR_END;

  if (plain && !outlay_json_cut_reading_item (scan) && (level == NULL || level->wanted))
    {
      g_string_truncate (scan->item, 0);
      return outlay_json_cut_hand_on_bad (scan, scan->line, _ ("not an object"), error);
    }

  return TRUE;
}

static gboolean
end_nested (OutlayJsonScan *scan, char kind, GError **error)
{
  const OutlayJsonLevel *level = outlay_json_cut_top (scan);
  gboolean ok = TRUE;

  if (level == NULL || level->kind != (kind == '}' ? '{' : '['))
    return fail (scan, _ ("a bracket has no partner"), error);

  outlay_json_cut_put_byte (scan, kind);
  if (level->container && !outlay_json_cut_reading_item (scan))
    ok = outlay_json_cut_hand_on (scan, error);

  scan->depth--;
  if (outlay_json_cut_reading_item (scan) && scan->item_depth == (int) scan->depth)
    ok = outlay_json_cut_end_item (scan, error);

  return ok && end_value (scan, FALSE, error);
}

/* Names matter in containers, and in the outermost level of an object asked for. */
static gboolean
name_matters (OutlayJsonScan *scan)
{
  return outlay_json_cut_top (scan)->container || scan->item_depth == (int) scan->depth - 1;
}

static void
end_name (OutlayJsonScan *scan)
{
  scan->in_name = FALSE;
  scan->state = STATE_COLON;

  if (scan->item_depth != (int) scan->depth - 1)
    return;

  if (!scan->keys_done)
    g_ptr_array_add (scan->first_keys, g_strdup (scan->name->str));

  if (scan->omit != NULL && g_strv_contains ((const char *const *) scan->omit, scan->name->str))
    {
      outlay_json_cut_put (scan, ":null", 5);
      scan->mute_depth = (int) scan->depth;
    }
}

/* A plain value begins: that of a container's member is kept for what is inside. */
static void
begin_plain (OutlayJsonScan *scan)
{
  OutlayJsonLevel *level = outlay_json_cut_top (scan);

  if (level == NULL || !level->container || outlay_json_cut_reading_item (scan) ||
      level->members->len > OUTLAY_JSON_MAX_PENDING)
    return;

  if (level->members->len > 0)
    g_string_append_c (level->members, ',');
  g_string_append_c (level->members, '"');
  g_string_append_len (level->members, scan->name->str, (gssize) scan->name->len);
  g_string_append (level->members, "\":");
  scan->recording = TRUE;
}

static gboolean
is_number (const char *text)
{
  if (strcmp (text, "NaN") == 0 || strcmp (text, "Infinity") == 0 ||
      strcmp (text, "-Infinity") == 0)
    return TRUE;

  return (g_ascii_isdigit (text[0]) || (text[0] == '-' && g_ascii_isdigit (text[1]))) &&
         strspn (text, "0123456789+-.eE") == strlen (text);
}

static gboolean
end_token (OutlayJsonScan *scan, GError **error)
{
  const char *token = scan->token->str;
  gboolean word =
      strcmp (token, "true") == 0 || strcmp (token, "false") == 0 || strcmp (token, "null") == 0;

  if (!word && !is_number (token))
    return fail (scan, _ ("neither a value nor a name stands there"), error);

  begin_plain (scan);
  outlay_json_cut_put (scan, "\"", word ? 0 : 1);
  outlay_json_cut_put (scan, token, scan->token->len);
  outlay_json_cut_put (scan, "\"", word ? 0 : 1);
  return end_value (scan, TRUE, error);
}

static gboolean
begin_value (OutlayJsonScan *scan, char c, GError **error)
{
  if (c == '{' || c == '[')
    {
      scan->state = c == '{' ? STATE_NAME_OR_END : STATE_VALUE_OR_END;
      return outlay_json_cut_open (scan, c, error);
    }

  if (c == '"')
    {
      begin_plain (scan);
      outlay_json_cut_put_byte (scan, '"');
      scan->state = STATE_STRING;
      return TRUE;
    }

  if (!g_ascii_isalnum (c) && c != '-')
    return fail (scan, _ ("neither a value nor a name stands there"), error);

  g_string_truncate (scan->token, 0);
  g_string_append_c (scan->token, c);
  scan->state = STATE_TOKEN;
  return TRUE;
}

static gboolean
begin_name (OutlayJsonScan *scan, char c, GError **error)
{
  if (c == '}' && scan->state == STATE_NAME_OR_END)
    return end_nested (scan, c, error);
  if (c != '"')
    return fail (scan, _ ("a name in quotation marks is missing"), error);

  g_string_truncate (scan->name, 0);
  scan->in_name = TRUE;
  outlay_json_cut_put_byte (scan, '"');
  scan->state = STATE_STRING;
  return TRUE;
}

/* A name beyond the limit is cut where it cannot be taken for a shorter one. */
static void
note_name (OutlayJsonScan *scan, const char *p, gsize length)
{
  if (scan->in_name && name_matters (scan))
    g_string_append_len (scan->name, p, (gssize) MIN (length, MAX_NAME + 1 - scan->name->len));
}

/* As much of a string as is at @p; returns how much that is. */
static gsize
scan_string (OutlayJsonScan *scan, const char *p, gsize length, GError **error)
{
  gsize n = 0;

  while (n < length && p[n] != '"' && p[n] != '\\' && p[n] != '\n')
    n++;

  if (n < length && p[n] == '\n')
    {
      n++;
      scan->line++;
      scan->line_begins = TRUE;
    }

  outlay_json_cut_put (scan, p, n);
  note_name (scan, p, n);
  if (n == length || scan->line_begins)
    return n;

  outlay_json_cut_put_byte (scan, p[n]);
  if (p[n] == '\\')
    {
      note_name (scan, p + n, 1);
      scan->state = STATE_ESCAPE;
    }
  else if (scan->in_name)
    end_name (scan);
  else if (!end_value (scan, TRUE, error))
    return 0;

  return n + 1;
}

static gboolean
step_between (OutlayJsonScan *scan, char c, GError **error)
{
  switch (scan->state)
    {
    case STATE_VALUE_OR_END:
      return c == ']' ? end_nested (scan, c, error) : begin_value (scan, c, error);

    case STATE_VALUE:
      return begin_value (scan, c, error);

    case STATE_NAME:
    case STATE_NAME_OR_END:
      return begin_name (scan, c, error);

    case STATE_COLON:
      if (c != ':')
        return fail (scan, _ ("a colon is missing"), error);
      outlay_json_cut_put_byte (scan, ':');
      scan->state = STATE_VALUE;
      return TRUE;

    case STATE_COMMA_OR_END:
      if (c == '}' || c == ']')
        return end_nested (scan, c, error);
      if (c != ',')
        return fail (scan, _ ("a comma or a bracket is missing"), error);
      outlay_json_cut_put_byte (scan, ',');
      scan->state = outlay_json_cut_top (scan)->kind == '{' ? STATE_NAME : STATE_VALUE;
      return TRUE;

    case STATE_STRING:
    case STATE_ESCAPE:
    case STATE_TOKEN:
    case STATE_SKIP_LINE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* An object has no end on its line, and at the start of a later one begins the next. */
static gboolean
is_broken_off (OutlayJsonScan *scan)
{
  return scan->depth > 0 && scan->levels[0].kind == '{' && scan->item_depth == 0 &&
         scan->last_line == scan->top_line && scan->line > scan->top_line;
}

static gboolean
drop_line (OutlayJsonScan *scan, GError **error)
{
  reset (scan, STATE_VALUE);
  return outlay_json_cut_hand_on_bad (scan, scan->top_line, _ ("the line ends too early"), error);
}

/* One byte, or a run of a string; returns how many bytes were taken, 0 is an error. */
static gsize
step (OutlayJsonScan *scan, const char *p, gsize length, GError **error)
{
  if (scan->line_begins && *p == '{' && is_broken_off (scan) && !drop_line (scan, error))
    return 0;

  scan->line_begins = FALSE;
  if (!g_ascii_isspace (*p))
    scan->last_line = scan->line;

  if (scan->state == STATE_STRING)
    return scan_string (scan, p, length, error);

  if (scan->state == STATE_ESCAPE)
    {
      outlay_json_cut_put_byte (scan, *p);
      note_name (scan, p, 1);
      scan->state = STATE_STRING;
      return 1;
    }

  if (scan->state == STATE_TOKEN)
    {
      if (g_ascii_isalnum (*p) || *p == '.' || *p == '-' || *p == '+')
        {
          g_string_append_c (scan->token, *p);
          return scan->token->len <= MAX_TOKEN || fail (scan, _ ("a number has no end"), error) ? 1
                                                                                                : 0;
        }
      if (!end_token (scan, error))
        return 0;
    }

  if (*p == '\n')
    {
      scan->line++;
      scan->line_begins = TRUE;
      if (scan->state == STATE_SKIP_LINE)
        scan->state = STATE_VALUE;
      return 1;
    }

  if (*p == ' ' || *p == '\t' || *p == '\r' || scan->state == STATE_SKIP_LINE)
    return 1;

  return step_between (scan, *p, error) ? 1 : 0;
}

/**
 * outlay_json_scan_new:
 * @paths: (array zero-terminated=1): what to cut out, see above; 8 at most
 * @omit: (nullable) (array zero-terminated=1): members of the objects to leave out:
 *   what must not be kept. They come out as `null`.
 * @func: takes the objects, in the order of the file
 * @user_data: for @func
 *
 * Returns: (transfer full): a scanner
 */
OutlayJsonScan *
outlay_json_scan_new (const char *const *paths,
                      const char *const *omit,
                      OutlayJsonFunc func,
                      gpointer user_data)
{
  OutlayJsonScan *scan = g_new0 (OutlayJsonScan, 1);

  for (; paths[scan->n_paths] != NULL && scan->n_paths < OUTLAY_JSON_MAX_PATHS; scan->n_paths++)
    {
      g_auto (GStrv) parts = g_strsplit (paths[scan->n_paths], "[]", -1);
      g_autoptr (GPtrArray) names = g_ptr_array_new ();

      for (guint i = 0; parts[i] != NULL; i++)
        {
          const char *name = parts[i] + (parts[i][0] == '.' ? 1 : 0);

          if (name[0] != '\0' && names->len < MAX_KEYS)
            g_ptr_array_add (names, g_strdup (name));
        }

      scan->n_names[scan->n_paths] = names->len;
      g_ptr_array_add (names, NULL);
      scan->paths[scan->n_paths] = (char **) g_ptr_array_steal (names, NULL);
    }

  scan->omit = g_strdupv ((char **) omit);
  scan->func = func;
  scan->user_data = user_data;
  scan->line = 1;
  scan->item_depth = -1;
  scan->mute_depth = -1;
  scan->name = g_string_new (NULL);
  scan->token = g_string_new (NULL);
  scan->item = g_string_new (NULL);
  scan->pending = g_string_new (NULL);
  scan->waiting = g_array_new (FALSE, FALSE, sizeof (OutlayJsonPending));
  scan->first_keys = g_ptr_array_new_with_free_func (g_free);
  return scan;
}

/**
 * outlay_json_scan_feed:
 * @scan: a scanner
 * @text: the next piece
 * @length: of @text, in bytes
 * @error: return location for an #OutlayJsonError, or what the function set
 *
 * After an error the scanner can only be freed.
 */
gboolean
outlay_json_scan_feed (OutlayJsonScan *scan, const char *text, gsize length, GError **error)
{
  gsize at = 0;

  while (at < length)
    {
      gsize n = step (scan, text + at, length - at, error);

      if (n == 0)
        return FALSE;
      at += n;

      if (scan->item->len > OUTLAY_JSON_MAX_OBJECT)
        {
          g_set_error (error, OUTLAY_JSON_ERROR, OUTLAY_JSON_ERROR_LIMIT,
                       _ ("The object at line %" PRIu64 " is larger than %d MiB"), scan->item_line,
                       OUTLAY_JSON_MAX_OBJECT / 1048576);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * outlay_json_scan_finish:
 * @scan: a scanner that has been fed all the text
 * @error: return location for an #OutlayJsonError, or what the function set
 */
gboolean
outlay_json_scan_finish (OutlayJsonScan *scan, GError **error)
{
  if (scan->state == STATE_TOKEN && !end_token (scan, error))
    return FALSE;

  /* A log may be cut off while its last line is written. */
  if (scan->depth > 0 && scan->levels[0].kind == '{' && scan->item_depth == 0 &&
      scan->last_line == scan->top_line)
    return drop_line (scan, error);

  if (scan->depth > 0 || scan->state == STATE_STRING || scan->state == STATE_ESCAPE)
    return fail (scan, _ ("the file ends too early"), error);

  return outlay_json_cut_hand_on (scan, error);
}

/**
 * outlay_json_scan_first_keys:
 * @scan: a scanner
 * @n_keys: (out): how many
 *
 * Returns: (transfer none): the names of the members of the first object, as far
 *   as it has been read: by them a format is known
 */
const char *const *
outlay_json_scan_first_keys (OutlayJsonScan *scan, guint *n_keys)
{
  *n_keys = scan->first_keys->len;
  return (const char *const *) scan->first_keys->pdata;
}

void
outlay_json_scan_free (OutlayJsonScan *scan)
{
  if (scan == NULL)
    return;

  for (guint i = 0; i < scan->n_paths; i++)
    g_strfreev (scan->paths[i]);
  for (guint i = 0; i < OUTLAY_JSON_MAX_DEPTH; i++)
    if (scan->levels[i].members != NULL)
      g_string_free (scan->levels[i].members, TRUE);

  g_strfreev (scan->omit);
  g_string_free (scan->name, TRUE);
  g_string_free (scan->token, TRUE);
  g_string_free (scan->item, TRUE);
  g_string_free (scan->pending, TRUE);
  g_array_unref (scan->waiting);
  g_ptr_array_unref (scan->first_keys);
  g_free (scan);
}
