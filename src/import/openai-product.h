/* openai-product.h – what OpenAI's usage exports are of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayOpenaiProduct:
 * @kind: as `organization.usage.KIND.result` and `KIND_usage_2026-01-01….csv` name it
 * @source: the family of its files
 * @amount: (nullable): name of what is counted, if not tokens
 * @unit: (nullable): value of %OUTLAY_FIELD_UNIT for that
 */
typedef struct
{
  const char *kind;
  const char *source;
  const char *amount;
  const char *unit;
} OutlayOpenaiProduct;

const OutlayOpenaiProduct *outlay_openai_product_find (const char *kind, gsize length);

G_END_DECLS
