/* samples.h – one chart of each kind, with an invented company's numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  double width;
  double height;
  OutlayChart *(*make) (void);
} Sample;

extern const Sample samples[];
extern const gsize n_samples;

OutlayChart *make_columns (void);
OutlayChart *make_month (void);
OutlayChart *make_payback (void);
OutlayChart *make_steps (void);
OutlayChart *make_bars (void);
OutlayChart *make_pairs (void);
OutlayChart *make_waterfall (void);
OutlayChart *make_plan (void);
OutlayChart *make_tornado (void);
char *format_thousands (double value, gpointer user_data);

G_END_DECLS
