/* write.c – a report as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/write.h"

#include "report/csv.h"
#include "report/pdf.h"

#include <glib/gi18n.h>
#include <string.h>

#define FILE_MODE 0666 /* less what the user's umask takes */

G_DEFINE_QUARK (outlay - report - error - quark, outlay_report_error)

/**
 * outlay_report_format_of_path:
 * @path: name of a file
 * @format: (out): what its ending says: .pdf, .csv or .json
 * @error: %OUTLAY_REPORT_ERROR_FORMAT
 *
 * Returns: whether it says one
 */
gboolean
outlay_report_format_of_path (const char *path, OutlayReportFormat *format, GError **error)
{
  static const struct
  {
    const char *ending;
    OutlayReportFormat format;
  } formats[] = {
    { ".pdf", OUTLAY_REPORT_PDF },
    { ".csv", OUTLAY_REPORT_CSV },
    { ".json", OUTLAY_REPORT_JSON },
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      {
        *format = formats[i].format;
        return TRUE;
      }
  g_set_error (error, OUTLAY_REPORT_ERROR, OUTLAY_REPORT_ERROR_FORMAT,
               _ ("“%s” is not the name of a report: it must end in .pdf, .csv or .json"), path);
  return FALSE;
}

static GBytes *
render_json (const OutlayReportDocument *document)
{
  g_autofree char *text = cJSON_Print (document->data);
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  return g_bytes_new (line, strlen (line));
}

/**
 * outlay_report_render:
 * @document: an outline
 * @format: of the file
 * @error: %OUTLAY_REPORT_ERROR
 *
 * The same outline gives the same bytes, whenever it is rendered.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
outlay_report_render (const OutlayReportDocument *document,
                      OutlayReportFormat format,
                      GError **error)
{
  switch (format)
    {
    case OUTLAY_REPORT_CSV:
      return outlay_report_render_csv (document);
    case OUTLAY_REPORT_JSON:
      return render_json (document);
    case OUTLAY_REPORT_PDF:
    default:
      return outlay_report_render_pdf (document, error);
    }
}

/**
 * outlay_report_write:
 * @document: an outline
 * @format: of the file
 * @path: where to; what is there is replaced at once, or not at all
 * @error: %OUTLAY_REPORT_ERROR or %G_FILE_ERROR
 *
 * Returns: whether the file is written
 */
gboolean
outlay_report_write (const OutlayReportDocument *document,
                     OutlayReportFormat format,
                     const char *path,
                     GError **error)
{
  g_autoptr (GBytes) bytes = outlay_report_render (document, format, error);
  gconstpointer data;
  gsize size = 0;

  if (!bytes)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT,
                                   FILE_MODE, error);
}
