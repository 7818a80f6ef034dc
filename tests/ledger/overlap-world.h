/* overlap-world.h – files that overlap, and which of them count, in the plainest way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rule of the store written a second time: everything in memory, recomputed from
 * nothing at each question.
 */

#pragma once

#include "import-fixture.h"

#define FIRST_DAY 20148 /* 1 March 2025 */
#define N_DAYS 40
#define N_PROJECTS 3
#define N_KEYS 4
#define MAX_FILES 400

#define SCOPE_WHOLE 0
#define SCOPE_NAMELESS -1

/* What a file says of a day and scope. */
typedef struct
{
  gboolean claimed;
  gint64 input;
  gint64 output;
} Sum;

typedef struct
{
  char *name;
  char *text;
  gint64 batch;
  gboolean active;
  guint grain;                      /* a bit for each field that is filled */
  gint32 running;                   /* day that was not over, or -1 */
  Sum sums[N_DAYS][N_PROJECTS + 2]; /* by scope: nameless, whole, projects */
} File;

typedef struct
{
  File *files[MAX_FILES];
  guint n_files;
  gint64 truth[N_DAYS][N_PROJECTS][N_KEYS];
} World;

static inline void
make_truth (World *world, GRand *rand)
{
  for (int d = 0; d < N_DAYS; d++)
    for (int p = 0; p < N_PROJECTS; p++)
      for (int k = 0; k < N_KEYS; k++)
        world->truth[d][p][k] = g_rand_int_range (rand, 100, 9000);
}

static inline void
free_world (World *world)
{
  for (guint i = 0; i < world->n_files; i++)
    {
      g_free (world->files[i]->name);
      g_free (world->files[i]->text);
      g_free (world->files[i]);
    }
}

static inline Sum *
sum_at (File *file, int day, int scope)
{
  return &file->sums[day][scope + 1];
}

static inline gint64
weight_of (const Sum *sum)
{
  return sum->input + sum->output;
}

static inline gboolean
near (gint64 a, gint64 b)
{
  return ABS (a - b) * 100 <= MAX (a, b);
}

static inline guint
count_fields (guint grain)
{
  guint n = 0;

  for (; grain != 0; grain >>= 1)
    n += grain & 1;
  return n;
}

static inline gboolean
takes_over (const File *newer, const File *older, int day, int scope)
{
  gint64 now = weight_of (sum_at ((File *) newer, day, scope));
  gint64 before = weight_of (sum_at ((File *) older, day, scope));
  gboolean newer_runs = newer->running == day;
  gboolean older_runs = older->running == day;

  if (newer_runs != older_runs)
    return older_runs;
  if (newer->grain == older->grain)
    return !newer_runs || now >= before;
  if (near (now, before))
    return count_fields (newer->grain) >= count_fields (older->grain);

  return now > before;
}

/* Which of the active files has the slice; NULL if none claims it. */
static inline const File *
winner_of (const World *world, int day, int scope)
{
  const File *best = NULL;

  for (guint i = 0; i < world->n_files; i++)
    {
      File *file = world->files[i];

      if (file->active && sum_at (file, day, scope)->claimed &&
          (best == NULL || takes_over (file, best, day, scope)))
        best = file;
    }

  return best;
}

static inline void
count_day (const World *world, int day, Sum *total)
{
  const File *whole = winner_of (world, day, SCOPE_WHOLE);
  gboolean named = FALSE;
  guint finest = 0;
  Sum part = { 0 };
  Sum all = { 0 };

  for (int scope = SCOPE_NAMELESS; scope <= N_PROJECTS; scope++)
    {
      const File *file = scope != SCOPE_WHOLE ? winner_of (world, day, scope) : NULL;

      if (file == NULL)
        continue;
      named = TRUE;
      finest = MAX (finest, count_fields (file->grain));
      part.input += sum_at ((File *) file, day, scope)->input;
      part.output += sum_at ((File *) file, day, scope)->output;
    }

  if (whole != NULL)
    all = *sum_at ((File *) whole, day, SCOPE_WHOLE);
  if (whole != NULL && named && near (weight_of (&part), weight_of (&all)))
    named = finest >= count_fields (whole->grain);
  else if (whole != NULL && named)
    named = weight_of (&part) > weight_of (&all);

  *total = named ? part : all;
}
