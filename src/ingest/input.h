/* input.h – the bytes of a file, hashed while they are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _OutlayInput OutlayInput;

OutlayInput *outlay_input_new (GInputStream *stream);
void outlay_input_free (OutlayInput *input);
GBytes *outlay_input_read (OutlayInput *input, GCancellable *cancellable, GError **error);
void outlay_input_fingerprint (OutlayInput *input, guint8 *fingerprint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayInput, outlay_input_free)

G_END_DECLS
