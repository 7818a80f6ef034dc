/* wording-private.h – what a wording keeps, for the files of this room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wording/wording.h"

#include <unicode/utypes.h>

G_BEGIN_DECLS

struct _OutlayWording
{
  char *number_locale;   /* ICU id, for numbers and money */
  char *date_locale;     /* ICU id, for days and months */
  char *paper_locale;    /* ICU id, or NULL for ISO paper */
  GHashTable *numbers;   /* skeleton: UNumberFormatter */
  GHashTable *dates;     /* skeleton: UDateFormat */
  GHashTable *intervals; /* skeleton: UDateIntervalFormat */
};

char *outlay_wording_from_utf16 (const UChar *text, gsize length);
UChar *outlay_wording_to_utf16 (const char *text, int32_t *length);

G_END_DECLS
