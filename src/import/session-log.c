/* session-log.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/session-log.h"

#include <string.h>

/**
 * outlay_session_folder:
 * @row: a row
 * @path: path of a folder, of whatever system
 *
 * Returns: (transfer none): the folder's own name: where it lies names people
 */
const char *
outlay_session_folder (OutlayRow *row, const char *path)
{
  gsize length = strlen (path);
  gsize start;

  while (length > 0 && (path[length - 1] == '/' || path[length - 1] == '\\'))
    length--;
  for (start = length; start > 0 && path[start - 1] != '/' && path[start - 1] != '\\'; start--)
    ;

  return outlay_row_keep (row, g_strndup (path + start, length - start));
}
