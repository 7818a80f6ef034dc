/* session.h – what a window shows: a store, a month, and what follows from them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it is computed once for a snapshot and a month. Everything handed out is
 * borrowed until "changed" is emitted, which comes after a new snapshot and after a
 * new month.
 */

#pragma once

#include "insight/budget.h"
#include "insight/value.h"
#include "ledger/worker.h"
#include "wording/wording.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_SESSION (outlay_session_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySession, outlay_session, OUTLAY, SESSION, GObject)

OutlaySession *outlay_session_new (OutlayWorker *worker);
OutlayWorker *outlay_session_get_worker (OutlaySession *self);
OutlayWording *outlay_session_get_wording (OutlaySession *self);
const OutlaySnapshot *outlay_session_get_snapshot (OutlaySession *self);
gboolean outlay_session_is_empty (OutlaySession *self);
gint32 outlay_session_get_month (OutlaySession *self);
void outlay_session_set_month (OutlaySession *self, gint32 month);
void outlay_session_get_month_range (OutlaySession *self, gint32 *first, gint32 *last);
const OutlayBudgetStatus *outlay_session_get_budget_status (OutlaySession *self);
const OutlayPortfolio *outlay_session_get_portfolio (OutlaySession *self);
const OutlayPortfolio *outlay_session_get_previous_portfolio (OutlaySession *self);

G_END_DECLS
