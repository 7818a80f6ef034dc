/* input.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SHA-256 costs about as much as reading a CSV row, so a thread of its own does
 * it beside the parser. The pieces that wait between the two are bounded.
 */

#include "ingest/input.h"

#define PIECE_BYTES (256 * 1024)
#define FIRST_PIECE_BYTES (64 * 1024)
#define MAX_WAITING 16 /* pieces */
#define FINGERPRINT_BYTES 32

struct _OutlayInput
{
  GInputStream *stream; /* owned */
  gsize n_pieces;       /* read so far */

  GThread *hasher; /* owned */
  GChecksum *sum;  /* owned; the thread's alone until it is joined */
  GMutex mutex;    /* guards what follows */
  GCond changed;
  GQueue waiting; /* owned GBytes */
  gboolean ended; /* nothing more will come */
};

static gpointer
hash_pieces (gpointer data)
{
  OutlayInput *input = data;

  g_mutex_lock (&input->mutex);
  while (TRUE)
    {
      GBytes *piece = g_queue_pop_head (&input->waiting);

      if (piece == NULL && input->ended)
        break;

      if (piece == NULL)
        {
          g_cond_wait (&input->changed, &input->mutex);
          continue;
        }

      g_cond_signal (&input->changed);
      g_mutex_unlock (&input->mutex);
      g_checksum_update (input->sum, g_bytes_get_data (piece, NULL),
                         (gssize) g_bytes_get_size (piece));
      g_bytes_unref (piece);
      g_mutex_lock (&input->mutex);
    }
  g_mutex_unlock (&input->mutex);
  return NULL;
}

/**
 * outlay_input_new:
 * @stream: where the bytes come from
 *
 * Returns: (transfer full): an input
 */
OutlayInput *
outlay_input_new (GInputStream *stream)
{
  OutlayInput *input = g_new0 (OutlayInput, 1);

  input->stream = g_object_ref (stream);
  input->sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_mutex_init (&input->mutex);
  g_cond_init (&input->changed);
  g_queue_init (&input->waiting);
  input->hasher = g_thread_new ("outlay-hash", hash_pieces, input);
  return input;
}

static void
end_hasher (OutlayInput *input)
{
  if (input->hasher == NULL)
    return;

  g_mutex_lock (&input->mutex);
  input->ended = TRUE;
  g_cond_signal (&input->changed);
  g_mutex_unlock (&input->mutex);
  g_thread_join (g_steal_pointer (&input->hasher));
}

/**
 * outlay_input_free:
 * @input: (transfer full) (nullable): an input
 */
void
outlay_input_free (OutlayInput *input)
{
  if (input == NULL)
    return;

  end_hasher (input);
  g_queue_clear_full (&input->waiting, (GDestroyNotify) g_bytes_unref);
  g_cond_clear (&input->changed);
  g_mutex_clear (&input->mutex);
  g_checksum_free (input->sum);
  g_object_unref (input->stream);
  g_free (input);
}

/**
 * outlay_input_read:
 * @input: an input
 * @cancellable: (nullable): to stop it
 * @error: return location for an error of GIO
 *
 * The first piece is what a format is sniffed from.
 *
 * Returns: (transfer full) (nullable): the next piece; an empty one at the end
 */
GBytes *
outlay_input_read (OutlayInput *input, GCancellable *cancellable, GError **error)
{
  gsize wanted = input->n_pieces == 0 ? FIRST_PIECE_BYTES : PIECE_BYTES;
  g_autofree guint8 *buffer = g_malloc (wanted);
  GBytes *piece;
  gsize n_read;

  if (!g_input_stream_read_all (input->stream, buffer, wanted, &n_read, cancellable, error))
    return NULL;

  input->n_pieces++;
  piece = g_bytes_new_take (g_steal_pointer (&buffer), n_read);

  g_mutex_lock (&input->mutex);
  while (g_queue_get_length (&input->waiting) >= MAX_WAITING)
    g_cond_wait (&input->changed, &input->mutex);
  g_queue_push_tail (&input->waiting, g_bytes_ref (piece));
  g_cond_signal (&input->changed);
  g_mutex_unlock (&input->mutex);
  return piece;
}

/**
 * outlay_input_fingerprint:
 * @input: an input that has been read to its end
 * @fingerprint: (out) (array fixed-size=32): SHA-256 of all its bytes
 */
void
outlay_input_fingerprint (OutlayInput *input, guint8 *fingerprint)
{
  gsize size = FINGERPRINT_BYTES;

  end_hasher (input);
  g_checksum_get_digest (input->sum, fingerprint, &size);
}
