/* openai-line-item.h – what a line of OpenAI's bill is for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

/**
 * OutlayLineItem:
 * @model: model id, "" if the line is for none
 * @tier: value of %OUTLAY_FIELD_TIER, "" if it does not say
 * @context: value of %OUTLAY_FIELD_CONTEXT
 * @meter: what was metered
 */
typedef struct
{
  const char *model;
  const char *tier;
  const char *context;
  OutlayMeter meter;
} OutlayLineItem;

void outlay_line_item_parse (OutlayRow *row, const char *text, OutlayLineItem *item);

G_END_DECLS
