/* cost-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/cost-words.h"

#include "wording/date.h"

#include <glib/gi18n.h>
#include <math.h>

#define TYPICAL_LOW 60.0
#define TYPICAL_HIGH 80.0

/**
 * outlay_cost_kind_name:
 * @kind: a kind of cost
 *
 * Returns: (transfer none): its name, for people
 */
const char *
outlay_cost_kind_name (OutlayCostKind kind)
{
  static const char *const names[OUTLAY_N_COST_KINDS] = {
    [OUTLAY_COST_INFRASTRUCTURE] = N_ ("Infrastructure"),
    [OUTLAY_COST_PEOPLE] = N_ ("People"),
    [OUTLAY_COST_FEES] = N_ ("Provider fees"),
    [OUTLAY_COST_OTHER] = N_ ("Other"),
  };

  return _ (names[kind]);
}

static char *
word_time (const OutlayCostItem *item, OutlayWording *wording)
{
  g_autofree char *from = outlay_wording_month (wording, item->from_month);
  g_autofree char *to = NULL;

  if (item->once && item->n_months == 1)
    return g_strdup_printf (_ ("once, in %s"), from);
  if (item->once)
    /* Translators: a number of months, then a month. */
    return g_strdup_printf (ngettext ("once, over %d month from %s", "once, over %d months from %s",
                                      (gulong) item->n_months),
                            item->n_months, from);
  if (item->to_month == G_MAXINT32)
    return g_strdup_printf (_ ("a month, from %s"), from);

  to = outlay_wording_month (wording, item->to_month);
  return g_strdup_printf (_ ("a month, from %s to %s"), from, to);
}

/**
 * outlay_cost_item_describe:
 * @item: a cost
 * @wording: of the reader
 *
 * Returns: (transfer full): "People, once, over 24 months from December 2025"
 */
char *
outlay_cost_item_describe (const OutlayCostItem *item, OutlayWording *wording)
{
  g_autofree char *time = word_time (item, wording);
  const char *kind = outlay_cost_kind_name (item->kind);

  switch (item->share)
    {
    case OUTLAY_COST_EVEN:
      /* Translators: a kind of cost, then when it is paid. */
      return g_strdup_printf (_ ("%s, %s; all use cases bear it evenly"), kind, time);
    case OUTLAY_COST_BY_SPEND:
      /* Translators: a kind of cost, then when it is paid. */
      return g_strdup_printf (_ ("%s, %s; all use cases bear it by their spend"), kind, time);
    case OUTLAY_COST_DIRECT:
    default:
      /* Translators: a kind of cost, then when it is paid. */
      return g_strdup_printf (_ ("%s, %s"), kind, time);
    }
}

/**
 * outlay_token_share_question:
 * @percent: tokens ÷ cost; NAN where there is no cost
 *
 * Returns: (transfer none) (nullable): what to think about where the share is unusual:
 *   never that it is wrong
 */
const char *
outlay_token_share_question (double percent)
{
  if (!isfinite (percent))
    return NULL;
  if (percent > TYPICAL_HIGH)
    return _ ("Tokens are most of it. Are people, infrastructure and fees all here?");
  if (percent < TYPICAL_LOW)
    return _ ("Tokens are less than usual. Is everything else here needed for this use case?");

  return NULL;
}
