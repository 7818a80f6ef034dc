/* decode.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most exports are UTF-8. What came through a spreadsheet may be UTF-16 or an old
 * Windows code page; ICU knows them, and this is the only file that asks it.
 */

#include "ingest/decode.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#define PIVOT_UNITS 8192
#define OUT_BYTES 16384
#define OLD_ENCODING "windows-1252"
#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */
#define MAX_SEQUENCE 4             /* bytes of one character in UTF-8 */

struct _OutlayDecoder
{
  char *encoding;   /* owned: its name */
  UConverter *from; /* owned: NULL for UTF-8 */
  UConverter *to;   /* owned: NULL for UTF-8 */
  gsize n_skip;     /* bytes of the byte order mark still to be skipped */
  char carry[MAX_SEQUENCE];
  gsize n_carry;     /* bytes of a character that the last piece cut */
  gboolean is_plain; /* nothing but ASCII so far */
};

/* A byte order mark of UTF-8 or UTF-16, and how long it is. */
static const char *
find_mark (const guint8 *head, gsize length, gsize *n_mark)
{
  *n_mark = 0;
  if (length >= 3 && memcmp (head, "\xEF\xBB\xBF", 3) == 0)
    {
      *n_mark = 3;
      return "UTF-8";
    }

  if (length >= 2 && (memcmp (head, "\xFF\xFE", 2) == 0 || memcmp (head, "\xFE\xFF", 2) == 0))
    {
      *n_mark = 2;
      return head[0] == 0xFF ? "UTF-16LE" : "UTF-16BE";
    }

  return NULL;
}

/* UTF-16 without a mark: text of ASCII has a NUL in every other byte. */
static const char *
find_nuls (const guint8 *head, gsize length)
{
  gsize n_odd = 0;
  gsize n_even = 0;

  for (gsize i = 0; i < length; i++)
    {
      n_even += head[i] == 0 && i % 2 == 0 ? 1 : 0;
      n_odd += head[i] == 0 && i % 2 == 1 ? 1 : 0;
    }

  if (length >= 4 && n_odd > length / 4 && n_even <= length / 20)
    return "UTF-16LE";
  if (length >= 4 && n_even > length / 4 && n_odd <= length / 20)
    return "UTF-16BE";

  return NULL;
}

/* Valid but for a character that the end of the head may have cut. */
static gboolean
is_utf8 (const char *head, gsize length)
{
  const char *end;

  return g_utf8_validate_len (head, length, &end) || (gsize) (head + length - end) < MAX_SEQUENCE ||
         memchr (head, '\0', length) != NULL;
}

static char *
detect (const char *head, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  char *name = NULL;

  ucsdet_setText (detector, head, (int32_t) length, &status);
  if (U_SUCCESS (status))
    {
      const UCharsetMatch *match = ucsdet_detect (detector, &status);
      const char *found = match != NULL ? ucsdet_getName (match, &status) : NULL;

      /* Files of Windows say ISO-8859-1 and mean its superset. */
      if (U_SUCCESS (status) && found != NULL && strstr (found, "UTF-") == NULL)
        name = g_strdup (g_str_equal (found, "ISO-8859-1") ? OLD_ENCODING : found);
    }

  ucsdet_close (detector);
  return name != NULL ? name : g_strdup (OLD_ENCODING);
}

/**
 * outlay_decoder_new:
 * @head: the first bytes of a file, 64 KiB at most
 * @length: how many
 *
 * Returns: (transfer full): a decoder for what the bytes look like
 */
OutlayDecoder *
outlay_decoder_new (const char *head, gsize length)
{
  OutlayDecoder *decoder = g_new0 (OutlayDecoder, 1);
  UErrorCode status = U_ZERO_ERROR;
  const char *known = find_mark ((const guint8 *) head, length, &decoder->n_skip);

  if (known == NULL)
    known = find_nuls ((const guint8 *) head, length);
  if (known == NULL && is_utf8 (head, length))
    known = "UTF-8";

  decoder->encoding = known != NULL ? g_strdup (known) : detect (head, length);
  decoder->is_plain = decoder->n_skip == 0;
  if (g_str_equal (decoder->encoding, "UTF-8"))
    return decoder;

  decoder->from = ucnv_open (decoder->encoding, &status);
  if (U_FAILURE (status))
    {
      status = U_ZERO_ERROR;
      decoder->from = ucnv_open (OLD_ENCODING, &status);
    }
  decoder->to = ucnv_open ("UTF-8", &status);
  return decoder;
}

/**
 * outlay_decoder_free:
 * @decoder: (transfer full) (nullable): a decoder
 */
void
outlay_decoder_free (OutlayDecoder *decoder)
{
  if (decoder == NULL)
    return;

  if (decoder->from != NULL)
    ucnv_close (decoder->from);
  if (decoder->to != NULL)
    ucnv_close (decoder->to);
  g_free (decoder->encoding);
  g_free (decoder);
}

/**
 * outlay_decoder_encoding:
 * @decoder: a decoder
 *
 * Returns: (transfer none): the name of the encoding it reads
 */
const char *
outlay_decoder_encoding (OutlayDecoder *decoder)
{
  return decoder->encoding;
}

/* A NUL is no text in any export; it would end the C strings of every reader early. */
static void
append_without_nul (GString *text, const char *bytes, gsize length)
{
  const char *end = bytes + length;

  for (const char *nul; (nul = memchr (bytes, '\0', (gsize) (end - bytes))) != NULL;
       bytes = nul + 1)
    {
      g_string_append_len (text, bytes, nul - bytes);
      g_string_append (text, REPLACEMENT);
    }

  g_string_append_len (text, bytes, end - bytes);
}

static void
convert (OutlayDecoder *decoder, const char *bytes, gsize length, gboolean flush, GString *text)
{
  UChar pivot[PIVOT_UNITS];
  UChar *pivot_source = pivot;
  UChar *pivot_target = pivot;
  const char *source = bytes;
  gboolean reset = FALSE;
  UErrorCode status;

  do
    {
      char out[OUT_BYTES];
      char *target = out;

      status = U_ZERO_ERROR;
      ucnv_convertEx (decoder->to, decoder->from, &target, out + sizeof out, &source,
                      bytes + length, pivot, &pivot_source, &pivot_target, pivot + PIVOT_UNITS,
                      (UBool) reset, (UBool) flush, &status);
      append_without_nul (text, out, (gsize) (target - out));
    }
  while (status == U_BUFFER_OVERFLOW_ERROR);
}

/* Neither a byte beyond ASCII nor a NUL, looked at eight at a time. */
static gboolean
is_plain_text (const char *bytes, gsize length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 odd = 0;
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    {
      guint64 word;

      memcpy (&word, bytes + i, 8);
      odd |= word | ((word - ones) & ~word);
    }
  for (; i < length; i++)
    odd |= bytes[i] == '\0' ? 0x80 : (guint8) bytes[i];

  return (odd & (ones << 7)) == 0;
}

/* A head of plain ASCII says nothing of what follows: the first byte beyond it may show
 * that the file is of an old code page. */
static gboolean
turns_latin (OutlayDecoder *decoder, const char *bytes, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;

  if (!decoder->is_plain)
    return FALSE;

  decoder->is_plain = FALSE;
  if (g_utf8_validate_len (bytes, length, NULL) || memchr (bytes, '\0', length) != NULL)
    return FALSE;

  decoder->from = ucnv_open (OLD_ENCODING, &status);
  decoder->to = ucnv_open ("UTF-8", &status);
  return TRUE;
}

static void
append_valid (OutlayDecoder *decoder, GString *text, const char *bytes, gsize length)
{
  const char *end;

  if (is_plain_text (bytes, length))
    {
      g_string_append_len (text, bytes, (gssize) length);
      return;
    }

  if (turns_latin (decoder, bytes, length))
    {
      convert (decoder, bytes, length, FALSE, text);
      return;
    }

  while (!g_utf8_validate_len (bytes, length, &end))
    {
      g_string_append_len (text, bytes, end - bytes);
      g_string_append (text, REPLACEMENT);
      length -= (gsize) (end + 1 - bytes);
      bytes = end + 1;
    }

  g_string_append_len (text, bytes, (gssize) length);
}

/* How many bytes at the end are the beginning of a character. */
static gsize
count_cut (const char *bytes, gsize length)
{
  for (gsize n = 1; n < MAX_SEQUENCE && n <= length; n++)
    {
      guint8 byte = (guint8) bytes[length - n];
      gsize wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;

      if (byte < 0x80)
        return 0;
      if (byte >= 0xC0)
        return wanted > n ? n : 0;
    }

  return 0;
}

/* All but the beginning of a character at the end, which is carried over. */
static void
append_text (OutlayDecoder *decoder, const char *bytes, gsize length, GString *text)
{
  gsize n_cut = count_cut (bytes, length);

  if (length == 0)
    return;

  append_valid (decoder, text, bytes, length - n_cut);
  if (decoder->from != NULL)
    {
      convert (decoder, bytes + length - n_cut, n_cut, FALSE, text);
      return;
    }

  memcpy (decoder->carry, bytes + length - n_cut, n_cut);
  decoder->n_carry = n_cut;
}

/**
 * outlay_decoder_feed:
 * @decoder: a decoder
 * @bytes: the next bytes of the file
 * @length: how many
 * @text: (inout): where to append what they say, as valid UTF-8
 *
 * Bytes that make no sense become U+FFFD.
 */
void
outlay_decoder_feed (OutlayDecoder *decoder, const char *bytes, gsize length, GString *text)
{
  gsize skip = MIN (decoder->n_skip, length);

  decoder->n_skip -= skip;
  bytes += skip;
  length -= skip;

  if (decoder->from != NULL)
    {
      convert (decoder, bytes, length, FALSE, text);
      return;
    }

  if (decoder->n_carry > 0 && length > 0)
    {
      g_autoptr (GString) joined = g_string_new_len (decoder->carry, (gssize) decoder->n_carry);
      gsize n_more = MIN (length, MAX_SEQUENCE);

      g_string_append_len (joined, bytes, (gssize) n_more);
      decoder->n_carry = 0;
      append_text (decoder, joined->str, joined->len, text);
      outlay_decoder_feed (decoder, bytes + n_more, length - n_more, text);
      return;
    }

  append_text (decoder, bytes, length, text);
}

/**
 * outlay_decoder_finish:
 * @decoder: a decoder that has had all bytes
 * @text: (inout): where to append what is left
 */
void
outlay_decoder_finish (OutlayDecoder *decoder, GString *text)
{
  if (decoder->from == NULL)
    append_valid (decoder, text, decoder->carry, decoder->n_carry);
  if (decoder->from != NULL)
    convert (decoder, "", 0, TRUE, text);
  decoder->n_carry = 0;
}
