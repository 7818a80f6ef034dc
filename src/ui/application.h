/* application.h – the program: its stores, its windows, what it was started with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_APPLICATION_ID "io.github.outlay.Outlay"

#define OUTLAY_TYPE_APPLICATION (outlay_application_get_type ())
G_DECLARE_FINAL_TYPE (OutlayApplication, outlay_application, OUTLAY, APPLICATION, AdwApplication)

OutlayApplication *outlay_application_new (void);

G_END_DECLS
