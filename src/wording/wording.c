/* wording.c – whose language and habits the words are in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "wording/wording-private.h"

#include <locale.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unumberformatter.h>

/* Letter is 279 mm high, A4 297. */
#define LETTER_HEIGHT_MM 279

static gboolean
is_plain (const char *name)
{
  return !name || !*name || g_str_equal (name, "C") || g_str_equal (name, "POSIX") ||
         g_str_has_prefix (name, "C.");
}

/* ICU's id of a locale as the C library writes it: "de_DE.UTF-8" is de_DE. */
static char *
canonicalize (const char *name)
{
  char id[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;

  if (is_plain (name))
    return g_strdup ("en_US");
  uloc_canonicalize (name, id, sizeof id, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING || !id[0])
    return g_strdup ("en_US");
  return g_strdup (id);
}

char *
outlay_wording_from_utf16 (const UChar *text, gsize length)
{
  char *utf8 = g_utf16_to_utf8 ((const gunichar2 *) text, (glong) length, NULL, NULL, NULL);

  return utf8 ? utf8 : g_strdup ("");
}

UChar *
outlay_wording_to_utf16 (const char *text, int32_t *length)
{
  glong written = 0;
  gunichar2 *utf16 = g_utf8_to_utf16 (text, -1, NULL, &written, NULL);

  *length = (int32_t) written;
  return (UChar *) utf16;
}

/**
 * outlay_wording_new:
 * @locale: (nullable): a locale such as `de_DE` or `he_IL.UTF-8`; %NULL for
 *   what setlocale() has set, each category for itself
 *
 * The C and POSIX locales are worded as `en_US`, on ISO paper.
 *
 * Returns: (transfer full): a wording
 */
OutlayWording *
outlay_wording_new (const char *locale)
{
  OutlayWording *self = g_new0 (OutlayWording, 1);
  const char *paper = locale;

#ifdef LC_PAPER
  if (!locale)
    paper = setlocale (LC_PAPER, NULL);
#endif
  self->number_locale = canonicalize (locale ? locale : setlocale (LC_MONETARY, NULL));
  self->date_locale = canonicalize (locale ? locale : setlocale (LC_TIME, NULL));
  self->paper_locale = is_plain (paper) ? NULL : canonicalize (paper);
  self->numbers =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) unumf_close);
  self->dates =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) udat_close);
  self->intervals =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) udtitvfmt_close);
  return self;
}

/**
 * outlay_wording_free:
 * @self: (nullable): a wording
 */
void
outlay_wording_free (OutlayWording *self)
{
  if (!self)
    return;
  g_free (self->number_locale);
  g_free (self->date_locale);
  g_free (self->paper_locale);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->dates);
  g_hash_table_unref (self->intervals);
  g_free (self);
}

/**
 * outlay_wording_get_locale:
 * @self: a wording
 *
 * Returns: (transfer none): ICU's id of the locale of numbers
 */
const char *
outlay_wording_get_locale (OutlayWording *self)
{
  return self->number_locale;
}

/**
 * outlay_wording_is_rtl:
 * @self: a wording
 *
 * Returns: whether its language is written from right to left
 */
gboolean
outlay_wording_is_rtl (OutlayWording *self)
{
  return uloc_isRightToLeft (self->date_locale);
}

/**
 * outlay_wording_uses_letter_paper:
 * @self: a wording
 *
 * Returns: %TRUE where paper is Letter, %FALSE where it is A4
 */
gboolean
outlay_wording_uses_letter_paper (OutlayWording *self)
{
  int32_t height = 0;
  int32_t width = 0;
  UErrorCode status = U_ZERO_ERROR;

  if (!self->paper_locale)
    return FALSE;
  ulocdata_getPaperSize (self->paper_locale, &height, &width, &status);
  return U_SUCCESS (status) && height <= LETTER_HEIGHT_MM;
}
