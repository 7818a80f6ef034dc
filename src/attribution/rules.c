/* rules.c – which features a series of spend belongs to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "attribution/rules.h"

#include "core/date.h"
#include "core/decimal.h"

#include <glib/gi18n.h>
#include <string.h>

#define PERCENT_DIGITS 4 /* a millionth is 0.0001 % */

/**
 * outlay_attribution_rule_new:
 *
 * Returns: (transfer full): a rule that gives a series whole, on every day, to
 *   feature 0, and that matches everything until it has matches
 */
OutlayAttributionRule *
outlay_attribution_rule_new (void)
{
  OutlayAttributionRule *rule = g_new0 (OutlayAttributionRule, 1);

  rule->share = OUTLAY_SHARE_WHOLE;
  rule->valid_from = G_MININT32;
  rule->valid_to = G_MAXINT32;
  rule->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_match_free);
  return rule;
}

/**
 * outlay_attribution_rule_free:
 * @rule: (nullable) (transfer full): a rule
 */
void
outlay_attribution_rule_free (OutlayAttributionRule *rule)
{
  if (rule == NULL)
    return;

  g_ptr_array_unref (rule->matches);
  g_free (rule);
}

static void
free_shares (gpointer data)
{
  OutlayShares *segment = data;

  g_free (segment->shares);
  g_free (segment);
}

static gboolean
matches_subject (const OutlayAttributionRule *rule, const OutlaySubject *subject)
{
  for (guint i = 0; i < rule->matches->len; i++)
    if (!outlay_match_test (rule->matches->pdata[i], subject))
      return FALSE;

  return TRUE;
}

static gboolean
is_valid_on (const OutlayAttributionRule *rule, gint32 day)
{
  return rule->valid_from <= day && day <= rule->valid_to;
}

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const OutlayAttributionRule *left = *(const OutlayAttributionRule *const *) a;
  const OutlayAttributionRule *right = *(const OutlayAttributionRule *const *) b;

  if (left->priority != right->priority)
    return left->priority < right->priority ? -1 : 1;
  if (left->id != right->id)
    return left->id < right->id ? -1 : 1;

  return 0;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint32 left = *(const gint32 *) a;
  gint32 right = *(const gint32 *) b;

  return left < right ? -1 : left > right;
}

/* The first day of each stretch in which no rule begins or ends. */
static GArray *
find_edges (GPtrArray *rules)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (gint32));
  gint32 begin = G_MININT32;
  guint kept = 1;

  g_array_append_val (edges, begin);
  for (guint i = 0; i < rules->len; i++)
    {
      const OutlayAttributionRule *rule = rules->pdata[i];

      g_array_append_val (edges, rule->valid_from);
      if (rule->valid_to < G_MAXINT32)
        {
          gint32 after = rule->valid_to + 1;

          g_array_append_val (edges, after);
        }
    }

  g_array_sort (edges, compare_days);
  for (guint i = 1; i < edges->len; i++)
    if (g_array_index (edges, gint32, i) != g_array_index (edges, gint32, kept - 1))
      g_array_index (edges, gint32, kept++) = g_array_index (edges, gint32, i);
  g_array_set_size (edges, kept);
  return edges;
}

static void
add_share (GArray *shares, gint64 feature, gint32 share)
{
  OutlayShare added = { .feature = feature, .share = share };

  for (guint i = 0; i < shares->len; i++)
    {
      OutlayShare *known = &g_array_index (shares, OutlayShare, i);

      if (known->feature == feature)
        {
          known->share += share;
          return;
        }
    }

  g_array_append_val (shares, added);
}

/* What the first rule of @rules on @day, and those of its priority, make of it. */
static OutlayShares *
share_out (GPtrArray *rules, gint32 from, gint32 to)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (OutlayShare));
  const OutlayAttributionRule *first = NULL;
  OutlayShares *segment = g_new0 (OutlayShares, 1);
  gint32 left = OUTLAY_SHARE_WHOLE;
  gint32 unallocated = 0;

  for (guint i = 0; i < rules->len && left > 0; i++)
    {
      const OutlayAttributionRule *rule = rules->pdata[i];
      gint32 taken = CLAMP (rule->share, 0, left);

      if (!is_valid_on (rule, from))
        continue;
      if (first == NULL)
        first = rule;
      if (rule->priority != first->priority)
        break;

      left -= taken;
      if (rule->feature == 0)
        unallocated += taken;
      else if (taken > 0)
        add_share (shares, rule->feature, taken);
    }

  if (left + unallocated > 0)
    add_share (shares, 0, left + unallocated);

  segment->from = from;
  segment->to = to;
  segment->n_shares = shares->len;
  segment->shares = g_memdup2 (shares->data, shares->len * sizeof (OutlayShare));
  return segment;
}

static gboolean
equal_shares (const OutlayShares *a, const OutlayShares *b)
{
  if (a->n_shares != b->n_shares)
    return FALSE;

  for (gsize i = 0; i < a->n_shares; i++)
    if (a->shares[i].feature != b->shares[i].feature || a->shares[i].share != b->shares[i].share)
      return FALSE;

  return TRUE;
}

static GPtrArray *
pick_matching (GPtrArray *rules, const OutlaySubject *subject)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < rules->len; i++)
    {
      OutlayAttributionRule *rule = rules->pdata[i];

      if (rule->valid_from <= rule->valid_to && matches_subject (rule, subject))
        g_ptr_array_add (picked, rule);
    }

  g_ptr_array_sort (picked, compare_rules);
  return picked;
}

/**
 * outlay_attribute:
 * @rules: (element-type OutlayAttributionRule): the rules, in any order
 * @subject: a series
 *
 * A rule that gives its share to feature 0 leaves it Unallocated, and keeps the
 * rules after it from that share.
 *
 * Returns: (transfer full) (element-type OutlayShares): who bears the series, from
 *   %G_MININT32 to %G_MAXINT32 without a gap; neighbours differ
 */
GPtrArray *
outlay_attribute (GPtrArray *rules, const OutlaySubject *subject)
{
  g_autoptr (GPtrArray) matching = pick_matching (rules, subject);
  g_autoptr (GArray) edges = find_edges (matching);
  GPtrArray *segments = g_ptr_array_new_with_free_func (free_shares);

  for (guint i = 0; i < edges->len; i++)
    {
      gint32 from = g_array_index (edges, gint32, i);
      gint32 to =
          i + 1 < edges->len ? g_array_index (edges, gint32, i + 1) - 1 : (gint32) G_MAXINT32;
      OutlayShares *segment = share_out (matching, from, to);
      OutlayShares *last = i > 0 ? segments->pdata[segments->len - 1] : NULL;

      if (last != NULL && equal_shares (last, segment))
        {
          last->to = to;
          free_shares (segment);
        }
      else
        g_ptr_array_add (segments, segment);
    }

  return segments;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The same text for the same set of matches, in whatever order, be one twice in it. */
static char *
describe_matches (const OutlayAttributionRule *rule)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  GString *joined = g_string_new (NULL);
  const char *last = NULL;

  for (guint i = 0; i < rule->matches->len; i++)
    g_ptr_array_add (texts, outlay_match_to_string (rule->matches->pdata[i]));
  g_ptr_array_sort (texts, compare_texts);

  for (guint i = 0; i < texts->len; i++)
    {
      if (last == NULL || strcmp (last, texts->pdata[i]) != 0)
        g_string_append_printf (joined, "%s%s", last != NULL ? ", " : "",
                                (const char *) texts->pdata[i]);
      last = texts->pdata[i];
    }

  return g_string_free (joined, FALSE);
}

static void
set_shares_error (GError **error, const char *matches, gint64 sum, gint32 day)
{
  g_autofree char *percent = outlay_decimal_to_string (sum, PERCENT_DIGITS);
  g_autofree char *date = day >= 0 && day <= OUTLAY_DAY_MAX ? outlay_day_to_string (day) : NULL;

  if (date != NULL)
    g_set_error (error, OUTLAY_RULE_ERROR, OUTLAY_RULE_ERROR_SHARES,
                 _ ("The rules for %s share out %s %% from %s on: no more than 100 %% is there."),
                 matches, percent, date);
  else
    g_set_error (error, OUTLAY_RULE_ERROR, OUTLAY_RULE_ERROR_SHARES,
                 _ ("The rules for %s share out %s %%: no more than 100 %% is there."), matches,
                 percent);
}

/**
 * outlay_attribution_check_shares:
 * @rules: (element-type OutlayAttributionRule): all rules
 * @error: return location for an #OutlayRuleError
 *
 * Returns: %FALSE, and @error set, if rules of one priority and with the same
 *   matches give away more than 100 % on some day
 */
gboolean
outlay_attribution_check_shares (GPtrArray *rules, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rules->len; i++)
    g_ptr_array_add (keys, describe_matches (rules->pdata[i]));

  /* A sum can only rise where a rule begins. */
  for (guint i = 0; i < rules->len; i++)
    {
      const OutlayAttributionRule *rule = rules->pdata[i];
      gint64 sum = 0;

      for (guint j = 0; j < rules->len && rule->valid_from <= rule->valid_to; j++)
        {
          const OutlayAttributionRule *other = rules->pdata[j];

          if (other->priority == rule->priority && is_valid_on (other, rule->valid_from) &&
              strcmp (keys->pdata[i], keys->pdata[j]) == 0)
            sum += other->share;
        }

      if (sum > OUTLAY_SHARE_WHOLE)
        {
          set_shares_error (error, keys->pdata[i], sum, rule->valid_from);
          return FALSE;
        }
    }

  return TRUE;
}
