/* focus-service.h – whose service a line of a cloud bill is for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayFocusService:
 * @provider: who provides it
 * @publisher: who made it: on a market place not the provider
 * @category: FOCUS ServiceCategory
 * @subcategory: FOCUS ServiceSubcategory
 * @name: FOCUS ServiceName
 * @description: FOCUS ChargeDescription
 */
typedef struct
{
  const char *provider;
  const char *publisher;
  const char *category;
  const char *subcategory;
  const char *name;
  const char *description;
} OutlayFocusService;

const char *outlay_focus_provider (const char *name);
gboolean outlay_focus_is_ai (const OutlayFocusService *service);

G_END_DECLS
