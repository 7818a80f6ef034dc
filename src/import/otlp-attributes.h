/* otlp-attributes.h – attributes of OpenTelemetry, as OTLP writes them in JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

/**
 * OutlayOtlpName:
 *
 * What an attribute is for; conventions and programs have several names for each.
 */
typedef enum
{
  OUTLAY_OTLP_OPERATION,
  OUTLAY_OTLP_PROVIDER,
  OUTLAY_OTLP_MODEL,
  OUTLAY_OTLP_INPUT,
  OUTLAY_OTLP_OUTPUT,
  OUTLAY_OTLP_CACHE_READ,
  OUTLAY_OTLP_CACHE_WRITE,
  OUTLAY_OTLP_REASONING,
  OUTLAY_OTLP_COST,
  OUTLAY_OTLP_AGENT,
  OUTLAY_OTLP_USER,
  OUTLAY_OTLP_ERROR,
  OUTLAY_OTLP_SERVICE,
  OUTLAY_OTLP_ENVIRONMENT,
} OutlayOtlpName;

const char *outlay_otlp_attribute (OutlayJson *attributes, OutlayOtlpName name);

G_END_DECLS
