/* csv.h – a report as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/outline.h"

G_BEGIN_DECLS

GBytes *outlay_report_render_csv (const OutlayReportDocument *document);

G_END_DECLS
