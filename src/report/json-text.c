/* json-text.c – numbers, money and dates in JSON, whatever the locale
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers go in as text: cJSON would print them with the locale's point, and
 * counts as doubles.
 */

#include "report/json-text.h"

#include "core/date.h"
#include "core/money.h"

#include <math.h>

/**
 * outlay_json_add_text:
 * @object: a JSON object
 * @key: its new key
 * @text: (nullable): a text; %NULL is null
 */
void
outlay_json_add_text (cJSON *object, const char *key, const char *text)
{
  if (text)
    cJSON_AddStringToObject (object, key, text);
  else
    cJSON_AddNullToObject (object, key);
}

/**
 * outlay_json_add_money:
 * @object: a JSON object
 * @key: its new key
 * @known: otherwise it is null, never 0
 * @nanos: an amount; a decimal string in the file
 */
void
outlay_json_add_money (cJSON *object, const char *key, gboolean known, gint64 nanos)
{
  g_autofree char *text = known ? outlay_nanos_to_string (nanos) : NULL;

  outlay_json_add_text (object, key, text);
}

/**
 * outlay_json_add_count:
 * @object: a JSON object
 * @key: its new key
 * @known: otherwise it is null
 * @count: a number of things
 */
void
outlay_json_add_count (cJSON *object, const char *key, gboolean known, gint64 count)
{
  g_autofree char *text = known ? g_strdup_printf ("%" G_GINT64_FORMAT, count) : NULL;

  cJSON_AddRawToObject (object, key, text ? text : "null");
}

/**
 * outlay_json_add_number:
 * @object: a JSON object
 * @key: its new key
 * @number: an estimate; what is not finite is null
 */
void
outlay_json_add_number (cJSON *object, const char *key, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isfinite (number))
    cJSON_AddRawToObject (object, key, g_ascii_formatd (text, sizeof text, "%.15g", number));
  else
    cJSON_AddNullToObject (object, key);
}

/**
 * outlay_json_add_day:
 * @object: a JSON object
 * @key: its new key
 * @day: days since 1970, or %G_MININT32 for none
 */
void
outlay_json_add_day (cJSON *object, const char *key, gint32 day)
{
  g_autofree char *text = day == G_MININT32 ? NULL : outlay_day_to_string (day);

  outlay_json_add_text (object, key, text);
}

/**
 * outlay_json_add_month:
 * @object: a JSON object
 * @key: its new key
 * @month: months since January 1970
 */
void
outlay_json_add_month (cJSON *object, const char *key, gint32 month)
{
  g_autofree char *text = outlay_month_to_string (month);

  outlay_json_add_text (object, key, text);
}
