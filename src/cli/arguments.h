/* arguments.h – values of options and arguments; what is wrong with one is said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

gboolean outlay_argument_is_text (const char *name, const char *text);
gboolean outlay_argument_day (const char *name, const char *text, gint32 *day);
gboolean outlay_argument_month (const char *name, const char *text, gint32 *month);
gboolean outlay_argument_amount (const char *name, const char *text, gint64 *nanos);
gboolean outlay_argument_count (const char *name, const char *text, gint64 *count);
gboolean outlay_argument_integer (const char *name,
                                  const char *text,
                                  gint64 least,
                                  gint64 most,
                                  gint64 *integer);
gboolean outlay_argument_share (const char *name, const char *text, gint32 *share);
gboolean outlay_argument_months (OutlayCli *cli,
                                 const char *month,
                                 const char *from,
                                 const char *to,
                                 gint32 *from_month,
                                 gint32 *to_month,
                                 OutlayExit *status);

G_END_DECLS
