/* todo-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/todo-list.h"

#include "core/money.h"
#include "wording/date.h"
#include "wording/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>

#define QUARTER_DAYS 92 /* an account that was silent for longer is no longer in use */
#define LATE_DAYS 3     /* providers take a day or two to write an export */

/* What the makers of rows share. */
typedef struct
{
  const OutlaySnapshot *snapshot;
  const OutlayBudgetStatus *status;
  const OutlayPortfolio *portfolio;
  OutlayWording *wording;
  gint32 from; /* first day of the month */
  gint32 to;   /* its last day, or the last one before today */
  GListStore *items;
} Month;

static void
add (Month *month, OutlayTodoKind kind, char *title, char *detail, const char *action)
{
  g_autofree char *owned_title = title;
  g_autofree char *owned_detail = detail;
  g_autoptr (OutlayTodoItem) item = outlay_todo_item_new (kind, title, detail, action);

  g_list_store_append (month->items, item);
}

static char *
word_money (Month *month, gint64 nanos)
{
  return outlay_wording_money (month->wording, nanos, month->snapshot->currency, OUTLAY_MONEY_FULL);
}

static char *
name_account (const OutlayAccount *account)
{
  if (account->name[0] == '\0')
    return g_strdup (account->provider);

  return g_strdup_printf ("%s · %s", account->provider, account->name);
}

static gint32
find_last_covered (Month *month)
{
  gint32 last = G_MININT32;

  for (gsize i = 0; i < month->snapshot->n_accounts; i++)
    if (month->snapshot->accounts[i].first_day != G_MAXINT32)
      last = MAX (last, month->snapshot->accounts[i].last_day);

  return last;
}

/* How many days of the month up to @to no import of @account covers. */
static gint32
count_missing (Month *month, const OutlayAccount *account, gint32 to, gint32 *first_missing)
{
  gint32 n_missing = 0;

  for (gint32 day = MAX (month->from, account->first_day); day <= to; day++)
    {
      gsize place = (gsize) (day - account->first_day);

      if (place < account->n_covered && account->covered[place] != 0)
        continue;
      if (n_missing == 0)
        *first_missing = day;
      n_missing++;
    }

  return n_missing;
}

static void
add_account (Month *month, const OutlayAccount *account, gint32 to)
{
  g_autofree char *name = name_account (account);
  g_autofree char *day = NULL;
  g_autofree char *count = NULL;
  char *detail;
  gint32 first = 0;
  gint32 n_missing = count_missing (month, account, to, &first);

  if (n_missing == 0)
    return;

  if (account->last_day < first)
    {
      day = outlay_wording_day (month->wording, account->last_day);
      /* Translators: %s is a day. */
      detail = g_strdup_printf (_ ("Not imported since %s"), day);
    }
  else
    {
      day = outlay_wording_day (month->wording, first);
      count = outlay_wording_count (month->wording, n_missing);
      detail = g_strdup_printf (
          /* Translators: a number of days, then the first of them. */
          g_dngettext (GETTEXT_PACKAGE, "%s day is missing: %s", "%s days are missing from %s",
                       (gulong) n_missing),
          count, day);
    }

  /* Translators: the verb; %s is a provider and its account. */
  add (month, OUTLAY_TODO_IMPORT, g_strdup_printf (_ ("Import %s"), name), detail, "win.import");
}

static void
add_imports (Month *month)
{
  gint32 last = find_last_covered (month);

  if (last == G_MININT32)
    return;

  if (last >= month->from - 1 && last < month->to - LATE_DAYS)
    {
      g_autofree char *day = outlay_wording_day (month->wording, last);

      add (month, OUTLAY_TODO_IMPORT, g_strdup (_ ("Import newer files")),
           g_strdup_printf (_ ("No account has data after %s"), day), "win.import");
    }

  for (gsize i = 0; i < month->snapshot->n_accounts; i++)
    {
      const OutlayAccount *account = &month->snapshot->accounts[i];

      if (account->first_day != G_MAXINT32 && account->last_day >= month->from - QUARTER_DAYS)
        add_account (month, account, MIN (month->to, last));
    }
}

static void
add_unallocated (Month *month)
{
  gint64 nanos = month->status->unallocated_nanos;
  gint64 total_nanos = month->status->total.actual_nanos;
  g_autofree char *amount = NULL;
  g_autofree char *share = NULL;
  char *detail;

  if (nanos == 0)
    return;

  amount = word_money (month, nanos);
  if (total_nanos > 0 && nanos > 0)
    {
      double percent =
          100 * outlay_nanos_to_estimate (nanos) / outlay_nanos_to_estimate (total_nanos);

      share = outlay_wording_percent (month->wording, percent, 1);
      /* Translators: %s is a percentage. */
      detail = g_strdup_printf (_ ("%s of spend has no feature"), share);
    }
  else
    detail = g_strdup (_ ("It has no feature"));

  /* Translators: the verb; %s is an amount of spend that belongs to no feature. */
  add (month, OUTLAY_TODO_ASSIGN, g_strdup_printf (_ ("Assign %s"), amount), detail,
       "win.features");
}

/* There is no price to set in this window yet for a model that the catalogue does not
 * know: the imports say which file it came in. */
static void
add_unpriced (Month *month)
{
  const OutlayCube *cube = &month->snapshot->cube;
  g_autoptr (GHashTable) models = g_hash_table_new (NULL, NULL);
  gint64 n_rows = 0;
  guint n_models;
  g_autofree char *count = NULL;
  g_autofree char *rows = NULL;

  for (gsize i = 0; i < cube->n_cells; i++)
    if (cube->cells[i].unpriced_rows > 0 &&
        outlay_month_of_day (cube->cells[i].day) == month->status->month)
      {
        g_hash_table_add (models, GUINT_TO_POINTER (cube->cells[i].model));
        n_rows += cube->cells[i].unpriced_rows;
      }

  n_models = g_hash_table_size (models);
  if (n_models == 0)
    return;

  count = outlay_wording_count (month->wording, n_models);
  rows = outlay_wording_count (month->wording, n_rows);
  add (month, OUTLAY_TODO_PRICE,
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Check %s model without a price",
                                     "Check %s models without a price", n_models),
                        count),
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row of usage has no computed cost",
                                     "%s rows of usage have no computed cost", (gulong) n_rows),
                        rows),
       "win.page::imports");
}

static void
add_unplanned (Month *month)
{
  if (month->status->total.has_budget || month->status->total.actual_nanos == 0)
    return;

  add (month, OUTLAY_TODO_PLAN, g_strdup (_ ("Set budgets")),
       g_strdup (_ ("Nothing is planned for this month")), "win.page::budgets");
}

static void
add_unestimated (Month *month)
{
  for (gsize i = 0; i < month->portfolio->n_lines; i++)
    {
      const OutlayUseCaseWorth *line = &month->portfolio->lines[i];
      const OutlayUseCase *use_case = &month->snapshot->use_cases[line->use_case];
      g_autoptr (GVariant) target = NULL;
      g_autofree char *action = NULL;
      g_autofree char *cost = NULL;

      if (line->worth.has_value)
        continue;

      target = g_variant_ref_sink (g_variant_new ("(ss)", "use-cases", use_case->name));
      action = g_action_print_detailed_name ("win.open", target);
      cost = outlay_wording_money (month->wording, line->worth.cost_nanos,
                                   month->snapshot->currency, OUTLAY_MONEY_WHOLE);
      if (use_case->has_model)
        /* Translators: the verb; %s is a use case. */
        add (month, OUTLAY_TODO_ESTIMATE,
             g_strdup_printf (_ ("Count the outcomes of %s"), use_case->name),
             /* Translators: %s is an amount of money. */
             g_strdup_printf (_ ("%s of cost, outcomes not known"), cost), action);
      else
        /* Translators: the verb; %s is a use case. */
        add (month, OUTLAY_TODO_ESTIMATE,
             g_strdup_printf (_ ("Estimate the value of %s"), use_case->name),
             /* Translators: %s is an amount of money. */
             g_strdup_printf (_ ("%s of cost, no value yet"), cost), action);
    }
}

/**
 * outlay_todo_list_new:
 * @snapshot: a snapshot
 * @status: of a month of it
 * @portfolio: of the same month
 * @wording: of the reader
 *
 * Returns: (transfer full): of #OutlayTodoItem: first what makes the figures wrong, then
 *   what makes them say less
 */
GListModel *
outlay_todo_list_new (const OutlaySnapshot *snapshot,
                      const OutlayBudgetStatus *status,
                      const OutlayPortfolio *portfolio,
                      OutlayWording *wording)
{
  gint32 from = outlay_month_first_day (status->month);
  Month month = {
    .snapshot = snapshot,
    .status = status,
    .portfolio = portfolio,
    .wording = wording,
    .from = from,
    .to = MIN (from + outlay_month_n_days (status->month) - 1,
               snapshot->day - (snapshot->day_counts ? 0 : 1)),
    .items = g_list_store_new (OUTLAY_TYPE_TODO_ITEM),
  };

  add_imports (&month);
  add_unallocated (&month);
  add_unpriced (&month);
  add_unplanned (&month);
  add_unestimated (&month);
  return G_LIST_MODEL (month.items);
}
