/* pdf.h – a report as tagged PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/outline.h"

G_BEGIN_DECLS

GBytes *outlay_report_render_pdf (const OutlayReportDocument *document, GError **error);

G_END_DECLS
