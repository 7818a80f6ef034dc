/* wording.h – whose language and habits the words are in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A wording keeps the formatters of one reader's locale. It is used by one
 * thread at a time.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _OutlayWording OutlayWording;

OutlayWording *outlay_wording_new (const char *locale);
void outlay_wording_free (OutlayWording *wording);
const char *outlay_wording_get_locale (OutlayWording *wording);
gboolean outlay_wording_is_rtl (OutlayWording *wording);
gboolean outlay_wording_uses_letter_paper (OutlayWording *wording);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayWording, outlay_wording_free)

G_END_DECLS
