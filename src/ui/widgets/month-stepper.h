/* month-stepper.h – the month before, this one, the month after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_MONTH_STEPPER (outlay_month_stepper_get_type ())
G_DECLARE_FINAL_TYPE (OutlayMonthStepper, outlay_month_stepper, OUTLAY, MONTH_STEPPER, AdwBin)

void outlay_month_stepper_set_session (OutlayMonthStepper *self, OutlaySession *session);

G_END_DECLS
