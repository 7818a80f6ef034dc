/* rule-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/rule-words.h"

#include "ui/items/series-item.h"
#include "wording/date.h"
#include "wording/number.h"

#include <glib/gi18n.h>

static gboolean
is_like (const OutlayLedgerRule *a, const OutlayLedgerRule *b)
{
  return a->priority == b->priority && a->valid_from == b->valid_from &&
         a->valid_to == b->valid_to &&
         g_strv_equal ((const char *const *) a->matches, (const char *const *) b->matches);
}

/**
 * outlay_rules_like:
 * @rules: (element-type OutlayLedgerRule): all rules
 * @rule: one of them
 *
 * Returns: (transfer container) (element-type OutlayLedgerRule): @rule, and those that
 *   share the same spend with it
 */
GPtrArray *
outlay_rules_like (GPtrArray *rules, const OutlayLedgerRule *rule)
{
  GPtrArray *like = g_ptr_array_new ();

  for (guint i = 0; i < rules->len; i++)
    if (is_like (rules->pdata[i], rule))
      g_ptr_array_add (like, rules->pdata[i]);

  return like;
}

/**
 * outlay_rule_matches_words:
 * @rule: a rule
 *
 * Returns: (transfer full): what it matches: “API key: search-*, Model: gpt-5”
 */
char *
outlay_rule_matches_words (const OutlayLedgerRule *rule)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; rule->matches[i] != NULL; i++)
    {
      g_autofree char *title = outlay_match_title (rule->matches[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", title);
    }

  return g_string_free (text, FALSE);
}

static char *
tell_dates (const OutlayLedgerRule *rule, OutlayWording *wording)
{
  g_autofree char *day = NULL;

  if (rule->valid_from == G_MININT32 && rule->valid_to == G_MAXINT32)
    return g_strdup (_ ("always"));
  if (rule->valid_from != G_MININT32 && rule->valid_to != G_MAXINT32)
    return outlay_wording_day_range (wording, rule->valid_from, rule->valid_to);
  if (rule->valid_from != G_MININT32)
    {
      day = outlay_wording_day (wording, rule->valid_from);
      return g_strdup_printf (_ ("from %s"), day);
    }

  day = outlay_wording_day (wording, rule->valid_to);
  return g_strdup_printf (_ ("until %s"), day);
}

/**
 * outlay_rule_terms_words:
 * @rule: a rule
 * @wording: of the reader
 *
 * Returns: (transfer full): its share, dates and priority: “60 % · from 1 Nov · priority 2”
 */
char *
outlay_rule_terms_words (const OutlayLedgerRule *rule, OutlayWording *wording)
{
  g_autofree char *share = outlay_wording_share_micros (wording, rule->share);
  g_autofree char *dates = tell_dates (rule, wording);

  if (rule->priority == 0)
    return g_strdup_printf ("%s · %s", share, dates);

  return g_strdup_printf (_ ("%s · %s · priority %d"), share, dates, rule->priority);
}
