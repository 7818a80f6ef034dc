/* decode.h – bytes of a file as valid UTF-8 text, in a stream
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _OutlayDecoder OutlayDecoder;

OutlayDecoder *outlay_decoder_new (const char *head, gsize length);
void outlay_decoder_free (OutlayDecoder *decoder);
const char *outlay_decoder_encoding (OutlayDecoder *decoder);
void outlay_decoder_feed (OutlayDecoder *decoder, const char *bytes, gsize length, GString *text);
void outlay_decoder_finish (OutlayDecoder *decoder, GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDecoder, outlay_decoder_free)

G_END_DECLS
