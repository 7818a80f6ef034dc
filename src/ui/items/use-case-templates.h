/* use-case-templates.h – what language models are often used for: where to start from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/snapshot.h"

G_BEGIN_DECLS

/**
 * OutlayUseCaseTemplate:
 * @name: untranslated
 * @method: how the value of such a use case is mostly estimated
 */
typedef struct
{
  const char *name;
  OutlayValueMethod method;
} OutlayUseCaseTemplate;

const OutlayUseCaseTemplate *outlay_use_case_templates (gsize *n_templates);

G_END_DECLS
