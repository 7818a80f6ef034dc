/* fixture.h – an invented company to report on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/budget.h"
#include "insight/value.h"
#include "report/roi.h"

G_BEGIN_DECLS

/**
 * Fixture:
 *
 * A snapshot to 20 November 2026 and what the engines make of it. Each use
 * case has a feature of its own; every sixth has no value, and the second costs
 * more than it brings.
 */
typedef struct
{
  OutlaySnapshot *snapshot;
  OutlayPortfolio *portfolio;
  OutlayPortfolio *previous;
  OutlayPortfolio *history;
  OutlayBudgetStatus *budget;
  OutlayWording *wording;
  OutlayReportInput input;
} Fixture;

void fixture_init (Fixture *fixture, gsize n_use_cases, const char *locale);
void fixture_init_plain (Fixture *fixture);
void fixture_rename (Fixture *fixture, gsize use_case, const char *name);
void fixture_clear (Fixture *fixture);

G_END_DECLS
