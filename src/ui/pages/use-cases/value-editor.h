/* value-editor.h – how the value of a use case is estimated, edited in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_VALUE_EDITOR (outlay_value_editor_get_type ())
G_DECLARE_FINAL_TYPE (OutlayValueEditor, outlay_value_editor, OUTLAY, VALUE_EDITOR, AdwBin)

void outlay_value_editor_update (OutlayValueEditor *self,
                                 OutlaySession *session,
                                 gsize use_case,
                                 gboolean narrow);
void outlay_value_editor_suggest (OutlayValueEditor *self, OutlayValueMethod method);

G_END_DECLS
