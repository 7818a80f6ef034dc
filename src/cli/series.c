/* series.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/series.h"

#include <glib/gi18n.h>

/**
 * outlay_cli_read_series:
 * @path: a CSV file with date and value
 * @last_day: later days are not read
 *
 * Returns: (transfer full) (nullable): the series; %NULL after saying why
 */
OutlayDailySeries *
outlay_cli_read_series (const char *path, gint32 last_day)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (OutlayDailySeries) series = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  text = outlay_cli_read_file (path, &length);
  if (text == NULL)
    return NULL;

  series = outlay_daily_series_read (text, length, last_day, faults, &error);
  if (series == NULL)
    {
      outlay_cli_warn ("%s: %s", path, error->message);
      return NULL;
    }

  for (guint i = 0; i < faults->len; i++)
    outlay_cli_warn ("%s:%s", path, (const char *) faults->pdata[i]);

  return faults->len == 0 ? g_steal_pointer (&series) : NULL;
}
