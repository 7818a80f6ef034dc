/* plan-run.h – the scenarios of plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

OutlayExit outlay_cli_run_plan_run (OutlayCli *cli, int argc, char **argv);

G_END_DECLS
