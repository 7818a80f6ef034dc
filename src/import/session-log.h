/* session-log.h – what the logs of coding assistants have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

const char *outlay_session_folder (OutlayRow *row, const char *path);

G_END_DECLS
