/* session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/session.h"

#include "core/date.h"

struct _OutlaySession
{
  GObject parent_instance;

  /* Owned references */
  OutlayWorker *worker;
  OutlayWording *wording;
  OutlaySnapshot *snapshot;   /* NULL until the store is open */
  OutlayBudgetStatus *status; /* NULL until it is asked for */
  OutlayPortfolio *portfolio; /* likewise */
  OutlayPortfolio *previous;  /* likewise */

  gint32 month;
  gboolean has_month; /* somebody has chosen it, or the first snapshot has come */
};

enum
{
  PROP_WORKER = 1,
  PROP_MONTH,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (OutlaySession, outlay_session, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
forget_answers (OutlaySession *self)
{
  g_clear_pointer (&self->status, outlay_budget_status_free);
  g_clear_pointer (&self->portfolio, outlay_portfolio_free);
  g_clear_pointer (&self->previous, outlay_portfolio_free);
}

static gint32
find_newest_month (OutlaySession *self)
{
  gint32 last = G_MININT32;

  for (gsize i = 0; i < self->snapshot->cube.n_cells; i++)
    last = MAX (last, self->snapshot->cube.cells[i].day);

  return outlay_month_of_day (last != G_MININT32 ? last : self->snapshot->day);
}

static void
take_snapshot (OutlaySession *self)
{
  OutlaySnapshot *snapshot = outlay_worker_get_snapshot (self->worker);
  gboolean was_empty = outlay_session_is_empty (self);

  if (snapshot == self->snapshot)
    return;

  forget_answers (self);
  g_clear_pointer (&self->snapshot, outlay_snapshot_unref);
  if (snapshot != NULL)
    self->snapshot = outlay_snapshot_ref (snapshot);

  if (self->snapshot != NULL && (!self->has_month || was_empty))
    {
      self->month = find_newest_month (self);
      self->has_month = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTH]);
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_worker (OutlaySession *self, OutlayWorker *worker)
{
  if (worker == NULL)
    return;

  self->worker = g_object_ref (worker);
  g_signal_connect_object (worker, "notify::snapshot", G_CALLBACK (take_snapshot), self,
                           G_CONNECT_SWAPPED);
  take_snapshot (self);
}

static void
outlay_session_dispose (GObject *object)
{
  OutlaySession *self = OUTLAY_SESSION (object);

  forget_answers (self);
  g_clear_pointer (&self->snapshot, outlay_snapshot_unref);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->wording, outlay_wording_free);

  G_OBJECT_CLASS (outlay_session_parent_class)->dispose (object);
}

static void
outlay_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlaySession *self = OUTLAY_SESSION (object);

  switch (prop_id)
    {
    case PROP_WORKER:
      g_value_set_object (value, self->worker);
      break;
    case PROP_MONTH:
      g_value_set_int (value, self->month);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  OutlaySession *self = OUTLAY_SESSION (object);

  switch (prop_id)
    {
    case PROP_WORKER:
      set_worker (self, g_value_get_object (value));
      break;
    case PROP_MONTH:
      outlay_session_set_month (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_session_class_init (OutlaySessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = outlay_session_dispose;
  object_class->get_property = outlay_session_get_property;
  object_class->set_property = outlay_session_set_property;

  properties[PROP_WORKER] =
      g_param_spec_object ("worker", NULL, NULL, OUTLAY_TYPE_WORKER,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MONTH] =
      g_param_spec_int ("month", NULL, NULL, 0, G_MAXINT32, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * OutlaySession::changed:
   *
   * The snapshot, the month, or both are others.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_session_init (OutlaySession *self)
{
  self->wording = outlay_wording_new (NULL);
}

/**
 * outlay_session_new:
 * @worker: the store
 *
 * Returns: (transfer full): a session
 */
OutlaySession *
outlay_session_new (OutlayWorker *worker)
{
  return g_object_new (OUTLAY_TYPE_SESSION, "worker", worker, NULL);
}

/**
 * outlay_session_get_worker:
 * @self: a session
 *
 * Returns: (transfer none): the store
 */
OutlayWorker *
outlay_session_get_worker (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  return self->worker;
}

/**
 * outlay_session_get_wording:
 * @self: a session
 *
 * Returns: (transfer none): words in the user's locale
 */
OutlayWording *
outlay_session_get_wording (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  return self->wording;
}

/**
 * outlay_session_get_snapshot:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what everything is computed from; %NULL while the
 *   store is being opened, or could not be
 */
const OutlaySnapshot *
outlay_session_get_snapshot (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  return self->snapshot;
}

/**
 * outlay_session_is_empty:
 * @self: a session
 *
 * Returns: whether nothing was ever imported, nor planned: there is nothing to show
 */
gboolean
outlay_session_is_empty (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), TRUE);

  return self->snapshot == NULL ||
         (self->snapshot->cube.n_cells == 0 && self->snapshot->n_sources == 0 &&
          self->snapshot->n_budgets == 0 && self->snapshot->n_use_cases == 0);
}

/**
 * outlay_session_get_month:
 * @self: a session
 *
 * Returns: the month shown, months since 1970
 */
gint32
outlay_session_get_month (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), 0);

  return self->month;
}

/**
 * outlay_session_set_month:
 * @self: a session
 * @month: to show, months since 1970; held within outlay_session_get_month_range()
 */
void
outlay_session_set_month (OutlaySession *self, gint32 month)
{
  gint32 first, last;

  g_return_if_fail (OUTLAY_IS_SESSION (self));

  outlay_session_get_month_range (self, &first, &last);
  month = CLAMP (month, first, last);
  self->has_month = TRUE;
  if (self->month == month)
    return;

  self->month = month;
  forget_answers (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTH]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * outlay_session_get_month_range:
 * @self: a session
 * @first: (out): first month with spend
 * @last: (out): the month of today, or the last one with a budget
 */
void
outlay_session_get_month_range (OutlaySession *self, gint32 *first, gint32 *last)
{
  const OutlaySnapshot *snapshot = self->snapshot;
  gint32 day;

  *first = *last = self->month;
  if (snapshot == NULL)
    return;

  day = snapshot->day;
  *last = outlay_month_of_day (snapshot->day);
  for (gsize i = 0; i < snapshot->cube.n_cells; i++)
    day = MIN (day, snapshot->cube.cells[i].day);
  *first = outlay_month_of_day (day);
  for (gsize i = 0; i < snapshot->n_budgets; i++)
    {
      *first = MIN (*first, snapshot->budgets[i].month);
      *last = MAX (*last, snapshot->budgets[i].month);
    }
}

/**
 * outlay_session_get_budget_status:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): how the month stands; %NULL without a snapshot
 */
const OutlayBudgetStatus *
outlay_session_get_budget_status (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  if (self->status == NULL && self->snapshot != NULL)
    self->status = outlay_budget_status_new (self->snapshot, self->month);

  return self->status;
}

/**
 * outlay_session_get_portfolio:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): value and cost of the month; %NULL without a
 *   snapshot
 */
const OutlayPortfolio *
outlay_session_get_portfolio (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  if (self->portfolio == NULL && self->snapshot != NULL)
    self->portfolio = outlay_portfolio_new (self->snapshot, self->month, self->month);

  return self->portfolio;
}

/**
 * outlay_session_get_previous_portfolio:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): value and cost of the whole month before; %NULL
 *   without a snapshot
 */
const OutlayPortfolio *
outlay_session_get_previous_portfolio (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  if (self->previous == NULL && self->snapshot != NULL)
    self->previous = outlay_portfolio_new (self->snapshot, self->month - 1, self->month - 1);

  return self->previous;
}
