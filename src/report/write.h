/* write.h – a report as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/outline.h"

G_BEGIN_DECLS

/**
 * OutlayReportError:
 * @OUTLAY_REPORT_ERROR_FORMAT: no such format
 * @OUTLAY_REPORT_ERROR_RENDER: the report could not be drawn
 */
typedef enum
{
  OUTLAY_REPORT_ERROR_FORMAT,
  OUTLAY_REPORT_ERROR_RENDER,
} OutlayReportError;

#define OUTLAY_REPORT_ERROR (outlay_report_error_quark ())
GQuark outlay_report_error_quark (void);

typedef enum
{
  OUTLAY_REPORT_PDF,
  OUTLAY_REPORT_CSV,
  OUTLAY_REPORT_JSON,
} OutlayReportFormat;

/* On FALSE or NULL, @error is set and nothing has changed. */

gboolean outlay_report_format_of_path (const char *path,
                                       OutlayReportFormat *format,
                                       GError **error);
GBytes *outlay_report_render (const OutlayReportDocument *document,
                              OutlayReportFormat format,
                              GError **error);
gboolean outlay_report_write (const OutlayReportDocument *document,
                              OutlayReportFormat format,
                              const char *path,
                              GError **error);

G_END_DECLS
