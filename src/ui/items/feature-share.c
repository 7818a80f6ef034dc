/* feature-share.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/feature-share.h"

#include "ui/items/typed-number.h"
#include "wording/number.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define WHOLE 1000000
#define PERCENT_DECIMALS 4 /* a millionth is 0.0001 % */
#define MICROS_PER_PERCENT_DIGIT 100

/**
 * outlay_feature_share_of:
 * @use_case: a use case
 * @feature: index of a feature
 *
 * Returns: millionths of the feature's spend that @use_case bears
 */
gint32
outlay_feature_share_of (const OutlayUseCase *use_case, guint32 feature)
{
  for (gsize i = 0; i < use_case->n_features; i++)
    if (use_case->features[i].feature == feature)
      return use_case->features[i].share;

  return 0;
}

/**
 * outlay_feature_share_left:
 * @snapshot: a snapshot
 * @feature: index of a feature
 * @use_case: index of the use case that is being changed; -1 for a new one
 *
 * Returns: millionths of the feature's spend that no other use case bears
 */
gint32
outlay_feature_share_left (const OutlaySnapshot *snapshot, guint32 feature, int use_case)
{
  gint32 left = WHOLE;

  for (gsize i = 0; i < snapshot->n_use_cases; i++)
    if (use_case < 0 || i != (gsize) use_case)
      left -= outlay_feature_share_of (&snapshot->use_cases[i], feature);

  return MAX (left, 0);
}

/**
 * outlay_feature_share_parse:
 * @wording: of the reader
 * @text: a percentage; blank for none
 * @left: millionths that can be had
 * @share: (out): millionths
 * @error: return location for a #GIOErrorEnum
 */
gboolean
outlay_feature_share_parse (OutlayWording *wording,
                            const char *text,
                            gint32 left,
                            gint32 *share,
                            GError **error)
{
  g_autofree char *bare = g_strdup (text);
  g_autofree char *left_text = NULL;
  gint64 value = 0;

  if (*g_strstrip (bare) != '\0' &&
      !outlay_typed_number_parse (wording, bare, PERCENT_DECIMALS, &value, error))
    return FALSE;

  if (value >= 0 && value <= left)
    {
      *share = (gint32) value;
      return TRUE;
    }

  left_text = outlay_wording_share_micros (wording, left);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("between 0 and %s can be had"),
               left_text);
  return FALSE;
}

/**
 * outlay_feature_share_text:
 * @wording: of the reader
 * @share: millionths
 *
 * Returns: (transfer full): a percentage as it is typed: "40"; "" for none
 */
char *
outlay_feature_share_text (OutlayWording *wording, gint32 share)
{
  return share > 0 ? outlay_wording_micros (wording, (gint64) share * MICROS_PER_PERCENT_DIGIT)
                   : g_strdup ("");
}
