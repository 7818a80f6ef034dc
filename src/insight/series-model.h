/* series-model.h – what a daily series has been like, day by day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything is causal: the state of a day knows that day and those before it. The
 * forecast and the anomalies of a series are both read from it.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define OUTLAY_N_LEVELS 3
#define OUTLAY_MIDDLE_LEVEL 1 /* the one that expectations are made of */
#define OUTLAY_N_SLOTS 34     /* days of a month from its start, and the last three from its end */

/**
 * OutlayProfile:
 * @weekday: how much of an average day each weekday is, Monday first; their mean is 1
 */
typedef struct
{
  double weekday[7];
} OutlayProfile;

/**
 * OutlaySlots:
 * @any: there is one that is not 1
 * @factor: what a day of the month comes to, against its weekday
 */
typedef struct
{
  gboolean any;
  double factor[OUTLAY_N_SLOTS];
} OutlaySlots;

/**
 * OutlaySeriesModel:
 * @first_day: day of the first value
 * @n: how many days
 * @values: what each day came to, none negative
 * @sums: @sums[i] is the sum of the first i values
 * @profile: of each day: the weekdays as they were known on it
 * @level: of each day: slow, middle and quick pace, weekdays taken out
 * @scale: of each day: how far days lie from the middle level
 * @last28: of each day: mean of the last 28, weekdays taken out
 * @slots: (element-type OutlaySlots): frozen on the first of each month
 * @slots_of: of each day: index in @slots
 */
typedef struct
{
  gint32 first_day;
  gsize n;
  double *values;
  double *sums;
  OutlayProfile *profile;
  double *level[OUTLAY_N_LEVELS];
  double *scale;
  double *last28;
  GArray *slots;
  guint *slots_of;
} OutlaySeriesModel;

gsize outlay_series_find_start (const double *values, gsize n_values);
OutlaySeriesModel *outlay_series_model_new (const double *values, gsize n_values, gint32 first_day);
void outlay_series_model_free (OutlaySeriesModel *model);

double outlay_series_model_weekday (const OutlaySeriesModel *model, gsize t, gsize day);
double outlay_series_model_slot (const OutlaySeriesModel *model, gsize t, gsize day);
double outlay_series_model_sum_profile (const OutlaySeriesModel *model,
                                        gsize t,
                                        gsize begin,
                                        gsize n_days);
void outlay_series_model_silence (const OutlaySeriesModel *model,
                                  gsize t,
                                  gsize *trailing,
                                  gsize *longest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySeriesModel, outlay_series_model_free)

G_END_DECLS
