/* value-draft.h – how the value of a use case is estimated, as it is being typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/items/value-input.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_VALUE_DRAFT (outlay_value_draft_get_type ())
G_DECLARE_FINAL_TYPE (OutlayValueDraft, outlay_value_draft, OUTLAY, VALUE_DRAFT, GObject)

/**
 * OutlayDraftState:
 * @OUTLAY_DRAFT_SAME: it is what the store has
 * @OUTLAY_DRAFT_COMPLETE: it is something else, and makes sense
 * @OUTLAY_DRAFT_INCOMPLETE: an input is missing or wrong
 */
typedef enum
{
  OUTLAY_DRAFT_SAME,
  OUTLAY_DRAFT_COMPLETE,
  OUTLAY_DRAFT_INCOMPLETE,
} OutlayDraftState;

OutlayValueDraft *outlay_value_draft_new (const OutlayReportInput *words,
                                          const OutlayUseCase *use_case);
GListModel *outlay_value_draft_get_inputs (OutlayValueDraft *self);
int outlay_value_draft_get_method (OutlayValueDraft *self);
void outlay_value_draft_set_method (OutlayValueDraft *self,
                                    const OutlayReportInput *words,
                                    int method);
gboolean outlay_value_draft_take_stored (OutlayValueDraft *self, const OutlayUseCase *use_case);
OutlayDraftState outlay_value_draft_read (OutlayValueDraft *self, OutlayValueModel *model);

G_END_DECLS
