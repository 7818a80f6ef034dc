/* series-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A weekday profile from ratios to the mean of each block of seven days, immune to
 * growth; three exponential levels with clipped innovations; factors for days of the
 * month that stand out every month (rent, batch jobs).
 */

#include "insight/series-model.h"

#include "core/date.h"

#include <math.h>
#include <string.h>

#define N_BLOCKS 13      /* of seven days, that the profile is taken from */
#define SHRINK 1.0       /* blocks that pull the profile to 1 */
#define MAX_RATIO 3.0    /* a day counts at most so many times its block's mean */
#define MIN_PROFILE 0.05 /* a weekday below it says nothing of the level */
#define MIN_DIVISOR 0.2
#define CLIP 3.0 /* scales that an innovation may have */
#define RUN 4    /* clipped days on one side that are a new level */
#define SCALE_GAIN 0.05
#define FIRST_SCALE 0.3    /* of the first value */
#define SETTLE_DAYS 7      /* nothing is clipped before */
#define SILENT_DAYS 45     /* after them a series begins anew */
#define SILENCE_WINDOW 180 /* days that gaps are looked for in */
#define SLOT_FROM 21       /* days of history before slots are learned */
#define SLOT_MEMORY 6      /* months */
#define SLOT_MONTHS 3      /* months that a slot has to be seen in */
#define SLOT_RATIO 1.5     /* what it has to reach in all of them */
#define SLOT_FORGIVE 5     /* months from which one may miss */
#define MAX_SLOT 50.0
#define LAST_SLOTS 3 /* days counted from the end of the month */

static const double gains[OUTLAY_N_LEVELS] = { 0.05, 0.15, 0.40 };

typedef struct
{
  double level;
  double scale;
  int run; /* clipped days in a row; its sign is their side */
} State;

typedef struct
{
  double ratio[SLOT_MEMORY];
  guint n_seen;
} SlotMemory;

/**
 * outlay_series_find_start:
 * @values: (array length=n_values): a daily series
 * @n_values: how many
 *
 * Returns: where its usable history starts: the first busy day, or the first after
 *   a long silence; 0 if all of it is silent
 */
gsize
outlay_series_find_start (const double *values, gsize n_values)
{
  gsize start = 0;
  gsize silent = SILENT_DAYS;

  for (gsize i = 0; i < n_values; i++)
    {
      if (values[i] > 0)
        {
          if (silent >= SILENT_DAYS)
            start = i;
          silent = 0;
        }
      else
        silent++;
    }

  return start;
}

/* The slots of a day: counted from the start of its month, and, of its last days, from the end. */
static guint
find_slots (gint32 day, guint slots[2])
{
  gint32 month = outlay_month_of_day (day);
  gint32 from_start = day - outlay_month_first_day (month);
  gint32 from_end = outlay_month_n_days (month) - 1 - from_start;

  slots[0] = (guint) from_start;
  slots[1] = 31 + (guint) from_end;
  return from_end < LAST_SLOTS ? 2 : 1;
}

static double
find_factor (const OutlaySlots *slots, gint32 day)
{
  guint places[2];
  guint n_places;
  double factor = 1;

  if (!slots->any)
    return 1;

  n_places = find_slots (day, places);
  for (guint i = 0; i < n_places; i++)
    factor = MAX (factor, slots->factor[places[i]]);

  return factor;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* Freezes the slots for a month: those that stood out in every month remembered. */
static guint
freeze_slots (OutlaySeriesModel *model, const SlotMemory *memory)
{
  OutlaySlots slots = { 0 };

  for (guint i = 0; i < OUTLAY_N_SLOTS; i++)
    {
      guint n = MIN (memory[i].n_seen, SLOT_MEMORY);
      double sorted[SLOT_MEMORY];
      double middle;

      slots.factor[i] = 1;
      if (n < SLOT_MONTHS)
        continue;

      memcpy (sorted, memory[i].ratio, n * sizeof *sorted);
      qsort (sorted, n, sizeof *sorted, compare_doubles);
      if (sorted[n < SLOT_FORGIVE ? 0 : 1] < SLOT_RATIO)
        continue;

      middle = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
      slots.factor[i] = 1 + (MIN (middle, MAX_SLOT) - 1) * n / (n + 1.0);
      slots.any = TRUE;
    }

  g_array_append_val (model->slots, slots);
  return model->slots->len - 1;
}

static void
remember_slots (SlotMemory *memory, gint32 day, double ratio)
{
  guint places[2];
  guint n_places = find_slots (day, places);

  for (guint i = 0; i < n_places; i++)
    {
      SlotMemory *slot = &memory[places[i]];

      slot->ratio[slot->n_seen % SLOT_MEMORY] = ratio;
      slot->n_seen++;
    }
}

static int
weekday_of (const OutlaySeriesModel *model, gsize day)
{
  return (outlay_day_weekday (model->first_day) + (int) (day % 7)) % 7;
}

static void
measure_profile (OutlaySeriesModel *model, gsize t)
{
  OutlayProfile *profile = &model->profile[t];
  double sum[7], count[7];
  double mean = 0;
  gsize end = t + 1;

  for (guint k = 0; k < 7; k++)
    sum[k] = count[k] = SHRINK;

  for (guint block = 0; block < N_BLOCKS && end >= 7; block++, end -= 7)
    {
      double block_mean = (model->sums[end] - model->sums[end - 7]) / 7;

      if (block_mean <= 0)
        continue;

      for (gsize i = end - 7; i < end; i++)
        {
          int k = weekday_of (model, i);

          sum[k] += MIN (model->values[i] / block_mean, MAX_RATIO);
          count[k] += 1;
        }
    }

  for (guint k = 0; k < 7; k++)
    {
      profile->weekday[k] = sum[k] / count[k];
      mean += profile->weekday[k];
    }

  mean /= 7;
  for (guint k = 0; k < 7; k++)
    profile->weekday[k] /= mean;
}

/* One step of a robust exponential level; without @known the day says nothing. */
static void
smooth (State *state, double gain, gsize t, gboolean known, double x)
{
  double error = known ? x - state->level : 0;
  double g = MAX (gain, 1.0 / ((double) t + 1));

  if (t > SETTLE_DAYS && fabs (error) > CLIP * state->scale)
    {
      int side = error > 0 ? 1 : -1;

      state->run = state->run * side > 0 ? (ABS (state->run) + 1) * side : side;
      state->level += g * (ABS (state->run) >= RUN ? error : CLIP * state->scale * side);
    }
  else
    {
      state->level += g * error;
      state->run = 0;
    }

  if (known)
    {
      double size = fabs (error);

      if (state->scale > 0)
        size = MIN (size, 4 * state->scale);
      state->scale += MAX (SCALE_GAIN, 1.0 / ((double) t + 1)) * (size - state->scale);
      if (state->scale <= 0)
        state->scale = fabs (error);
    }
}

static void
learn_day (OutlaySeriesModel *model, gsize t, State states[OUTLAY_N_LEVELS], SlotMemory *memory)
{
  static const OutlayProfile flat = { { 1, 1, 1, 1, 1, 1, 1 } };
  const OutlayProfile *profile = t > 0 ? &model->profile[t - 1] : &flat;
  gint32 day = model->first_day + (gint32) t;
  double weekday = profile->weekday[weekday_of (model, t)];
  double slot, base;
  gsize begin = t >= 27 ? t - 27 : 0;
  double weight;
  int year, month, day_of_month;

  outlay_day_to_ymd (day, &year, &month, &day_of_month);
  model->slots_of[t] =
      day_of_month == 1 ? freeze_slots (model, memory) : (t > 0 ? model->slots_of[t - 1] : 0);
  slot = outlay_series_model_slot (model, t, t);

  for (guint i = 0; i < OUTLAY_N_LEVELS; i++)
    {
      if (t == 0)
        states[i] = (State){ model->values[0], FIRST_SCALE * model->values[0], 0 };
      else
        smooth (&states[i], gains[i], t, weekday >= MIN_PROFILE,
                model->values[t] / (MAX (weekday, MIN_DIVISOR) * slot));
      model->level[i][t] = MAX (0, states[i].level);
    }

  model->scale[t] = states[OUTLAY_MIDDLE_LEVEL].scale;
  base = t > 0 ? model->level[OUTLAY_MIDDLE_LEVEL][t - 1] * weekday : model->values[t];
  if (t >= SLOT_FROM && base > 0)
    remember_slots (memory, day, model->values[t] / base);

  measure_profile (model, t);
  weight = outlay_series_model_sum_profile (model, t, begin, t + 1 - begin);
  model->last28[t] = weight > 0 ? (model->sums[t + 1] - model->sums[begin]) / weight : 0;
}

/**
 * outlay_series_model_new:
 * @values: (array length=n_values): what each day came to, without a gap
 * @n_values: how many, at least 1
 * @first_day: day of the first
 *
 * Negative values count as 0.
 *
 * Returns: (transfer full): the model
 */
OutlaySeriesModel *
outlay_series_model_new (const double *values, gsize n_values, gint32 first_day)
{
  const OutlaySlots none = { 0 };
  OutlaySeriesModel *model = g_new0 (OutlaySeriesModel, 1);
  g_autofree SlotMemory *memory = g_new0 (SlotMemory, OUTLAY_N_SLOTS);
  State states[OUTLAY_N_LEVELS] = { 0 };

  model->first_day = first_day;
  model->n = n_values;
  model->values = g_new (double, n_values);
  model->sums = g_new0 (double, n_values + 1);
  model->profile = g_new (OutlayProfile, n_values);
  model->scale = g_new (double, n_values);
  model->last28 = g_new (double, n_values);
  model->slots = g_array_new (FALSE, FALSE, sizeof (OutlaySlots));
  model->slots_of = g_new (guint, n_values);
  for (guint i = 0; i < OUTLAY_N_LEVELS; i++)
    model->level[i] = g_new (double, n_values);
  g_array_append_val (model->slots, none);

  for (gsize i = 0; i < n_values; i++)
    {
      model->values[i] = MAX (0, values[i]);
      model->sums[i + 1] = model->sums[i] + model->values[i];
    }

  for (gsize t = 0; t < n_values; t++)
    learn_day (model, t, states, memory);

  return model;
}

/**
 * outlay_series_model_free:
 * @model: (transfer full) (nullable): a model
 */
void
outlay_series_model_free (OutlaySeriesModel *model)
{
  if (model == NULL)
    return;

  for (guint i = 0; i < OUTLAY_N_LEVELS; i++)
    g_free (model->level[i]);
  g_free (model->values);
  g_free (model->sums);
  g_free (model->profile);
  g_free (model->scale);
  g_free (model->last28);
  g_array_unref (model->slots);
  g_free (model->slots_of);
  g_free (model);
}

/**
 * outlay_series_model_weekday:
 * @model: a model
 * @t: index of the day whose knowledge counts
 * @day: index of a day, also beyond the series
 *
 * Returns: how much of an average day @day is by its weekday
 */
double
outlay_series_model_weekday (const OutlaySeriesModel *model, gsize t, gsize day)
{
  return model->profile[t].weekday[weekday_of (model, day)];
}

/**
 * outlay_series_model_slot:
 * @model: a model
 * @t: index of the day whose knowledge counts
 * @day: index of a day, also beyond the series
 *
 * Returns: the factor of @day by its place in the month, 1 or more
 */
double
outlay_series_model_slot (const OutlaySeriesModel *model, gsize t, gsize day)
{
  return find_factor (&g_array_index (model->slots, OutlaySlots, model->slots_of[t]),
                      model->first_day + (gint32) day);
}

/**
 * outlay_series_model_sum_profile:
 * @model: a model
 * @t: index of the day whose knowledge counts
 * @begin: index of the first day
 * @n_days: how many
 *
 * Returns: how many average days the days are by their weekdays
 */
double
outlay_series_model_sum_profile (const OutlaySeriesModel *model, gsize t, gsize begin, gsize n_days)
{
  double sum = 0;

  for (gsize day = begin; day < begin + n_days; day++)
    sum += outlay_series_model_weekday (model, t, day);

  return sum;
}

/**
 * outlay_series_model_silence:
 * @model: a model
 * @t: index of a day
 * @trailing: (out): days without spend up to @t; 0 if there never was any spend
 * @longest: (out): longest gap of the last half year before them
 */
void
outlay_series_model_silence (const OutlaySeriesModel *model,
                             gsize t,
                             gsize *trailing,
                             gsize *longest)
{
  gsize silent = 0;
  gsize run = 0;

  while (silent <= t && model->values[t - silent] <= 0)
    silent++;

  *longest = 0;
  for (gsize i = t > SILENCE_WINDOW ? t - SILENCE_WINDOW : 0; i + silent < t + 1; i++)
    {
      run = model->values[i] <= 0 ? run + 1 : 0;
      *longest = MAX (*longest, run);
    }

  *trailing = silent <= t ? silent : 0;
}
