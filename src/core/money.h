/* money.h – exact amounts of money
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An amount is a gint64 of nano-units, 10⁻⁹ of one unit of its currency, in a
 * variable whose name ends in _nanos. A rate is a gint64 of pico-units, 10⁻¹²,
 * in a name that ends in _picos. The range of an amount is ±9.2 thousand
 * million units; a result beyond it is an error, never a wrap-around.
 *
 * There is one rounding, half to even, and it is outlay_divide_half_even().
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define OUTLAY_NANOS_PER_UNIT G_GINT64_CONSTANT (1000000000)
#define OUTLAY_PICOS_PER_NANO 1000

/**
 * OutlayWide:
 *
 * Room for products of amounts, rates and counts.
 */
__extension__ typedef __int128 OutlayWide;

/**
 * OutlayMoneyError:
 * @OUTLAY_MONEY_ERROR_SYNTAX: the text is not a plain decimal number
 * @OUTLAY_MONEY_ERROR_RANGE: the result does not fit
 */
typedef enum
{
  OUTLAY_MONEY_ERROR_SYNTAX,
  OUTLAY_MONEY_ERROR_RANGE,
} OutlayMoneyError;

#define OUTLAY_MONEY_ERROR (outlay_money_error_quark ())
GQuark outlay_money_error_quark (void);

/* Everywhere: on FALSE, @error is set (where there is one) and the out-parameter is untouched. */

OutlayWide outlay_divide_half_even (OutlayWide dividend, OutlayWide divisor);
gboolean outlay_nanos_parse (const char *text, gint64 *nanos, GError **error);
gboolean outlay_nanos_add (gint64 *total_nanos, gint64 amount_nanos);
void outlay_nanos_accumulate (gint64 *total_nanos, gint64 amount_nanos);
gboolean outlay_nanos_scale (gint64 nanos,
                             OutlayWide numerator,
                             OutlayWide denominator,
                             gint64 *out_nanos);
gboolean outlay_nanos_from_picos (OutlayWide picos, gint64 *nanos);
gint64 outlay_nanos_from_estimate (double units);
double outlay_nanos_to_estimate (gint64 nanos);
void outlay_apportion (gint64 amount, const OutlayWide *weights, gsize n_weights, gint64 *parts);
char *outlay_nanos_to_string (gint64 nanos) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
