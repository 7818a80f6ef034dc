/* value-input.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/value-input.h"

#include "ui/items/typed-number.h"
#include "wording/number.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define DECIMALS 6
#define PERCENT_DECIMALS 4 /* a millionth is 0.0001 % */
#define MICROS G_GINT64_CONSTANT (1000000)
#define MICROS_PER_PERCENT 10000

struct _OutlayValueInput
{
  GObject parent_instance;

  /* Borrowed references */
  OutlayWording *wording;

  OutlayValueKey key;
  gboolean required;
  char *unit;
  char *assumed;
  char *hint;
  char *texts[3]; /* low, likely, high */
  gboolean wrong;
};

enum
{
  PROP_LABEL = 1,
  PROP_UNIT,
  PROP_HINT,
  PROP_WRONG,
  PROP_LOW,
  PROP_LIKELY,
  PROP_HIGH,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (OutlayValueInput, outlay_value_input, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* As it is typed again: without the unit, which stands beside it. */
static char *
word_number (OutlayValueInput *self, gint64 micros)
{
  if (!outlay_value_key_is_fraction (self->key))
    return outlay_wording_micros (self->wording, micros);
  if (micros > G_MAXINT64 / (MICROS / MICROS_PER_PERCENT))
    return g_strdup ("");

  return outlay_wording_micros (self->wording, micros * (MICROS / MICROS_PER_PERCENT));
}

static gboolean
read_number (OutlayValueInput *self, const char *text, gint64 *micros, GError **error)
{
  return outlay_typed_number_parse (self->wording, text,
                                    outlay_value_key_is_fraction (self->key) ? PERCENT_DECIMALS
                                                                             : DECIMALS,
                                    micros, error);
}

static const char *
find_fault (OutlayValueInput *self, const OutlayRange *range)
{
  gboolean is_uplift = self->key == OUTLAY_VALUE_CONVERSION_UPLIFT;

  if (range->low_micros > range->likely_micros || range->likely_micros > range->high_micros)
    return _ ("a range rises: low, likely, high");
  if (!is_uplift && range->low_micros < 0)
    return _ ("it cannot be negative");
  if (outlay_value_key_is_fraction (self->key) &&
      (range->high_micros > MICROS || range->low_micros < -MICROS))
    return _ ("it cannot be more than 100 %");

  return NULL;
}

static gboolean
read_range (OutlayValueInput *self, OutlayRange *range, GError **error)
{
  OutlayRange read;
  gint64 numbers[3];
  gboolean ranged = !is_blank (self->texts[0]) || !is_blank (self->texts[2]);
  const char *fault;

  for (int i = 0; i < 3; i++)
    {
      if (i != 1 && !ranged)
        continue;
      if (is_blank (self->texts[i]))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                               i == 1 ? _ ("the likely number is missing")
                                      : _ ("a range needs a low and a high"));
          return FALSE;
        }
      if (!read_number (self, self->texts[i], &numbers[i], error))
        return FALSE;
    }

  read = (OutlayRange){
    .given = TRUE,
    .is_range = ranged,
    .low_micros = ranged ? numbers[0] : numbers[1],
    .likely_micros = numbers[1],
    .high_micros = ranged ? numbers[2] : numbers[1],
  };
  fault = find_fault (self, &read);
  if (fault != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, fault);
      return FALSE;
    }

  *range = read;
  return TRUE;
}

/* What stands under the name: what is wrong, what is assumed, what is missing. */
static void
review (OutlayValueInput *self)
{
  g_autoptr (GError) error = NULL;
  OutlayRange range;

  g_free (self->hint);
  self->wrong = FALSE;
  if (outlay_value_input_is_empty (self))
    self->hint = self->required ? g_strdup (_ ("needed")) : g_strdup (self->assumed);
  else if (read_range (self, &range, &error))
    self->hint = NULL;
  else
    {
      self->hint = g_strdup (error->message);
      self->wrong = TRUE;
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRONG]);
}

static void
set_text (OutlayValueInput *self, int which, const char *text)
{
  if (g_strcmp0 (self->texts[which], text) == 0)
    return;

  g_free (self->texts[which]);
  self->texts[which] = g_strdup (text != NULL ? text : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOW + which]);
  review (self);
}

static void
outlay_value_input_finalize (GObject *object)
{
  OutlayValueInput *self = OUTLAY_VALUE_INPUT (object);

  g_free (self->unit);
  g_free (self->assumed);
  g_free (self->hint);
  for (int i = 0; i < 3; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (outlay_value_input_parent_class)->finalize (object);
}

static void
outlay_value_input_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlayValueInput *self = OUTLAY_VALUE_INPUT (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, outlay_report_key_name (self->key));
      break;
    case PROP_UNIT:
      g_value_set_string (value, self->unit);
      break;
    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;
    case PROP_WRONG:
      g_value_set_boolean (value, self->wrong);
      break;
    case PROP_LOW:
    case PROP_LIKELY:
    case PROP_HIGH:
      g_value_set_string (value, self->texts[prop_id - PROP_LOW]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_value_input_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  OutlayValueInput *self = OUTLAY_VALUE_INPUT (object);

  switch (prop_id)
    {
    case PROP_LOW:
    case PROP_LIKELY:
    case PROP_HIGH:
      set_text (self, (int) (prop_id - PROP_LOW), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_value_input_class_init (OutlayValueInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = outlay_value_input_finalize;
  object_class->get_property = outlay_value_input_get_property;
  object_class->set_property = outlay_value_input_set_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, read);
  properties[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, read);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, read);
  properties[PROP_WRONG] = g_param_spec_boolean ("wrong", NULL, NULL, FALSE, read);
  properties[PROP_LOW] = g_param_spec_string ("low", NULL, NULL, "", write);
  properties[PROP_LIKELY] = g_param_spec_string ("likely", NULL, NULL, "", write);
  properties[PROP_HIGH] = g_param_spec_string ("high", NULL, NULL, "", write);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
outlay_value_input_init (OutlayValueInput *self)
{
  for (int i = 0; i < 3; i++)
    self->texts[i] = g_strdup ("");
}

/**
 * outlay_value_input_new:
 * @words: its wording is borrowed, and its currency is read
 * @method: the method that takes @key
 * @key: which input
 * @range: what is stated so far
 *
 * Returns: (transfer full): an input
 */
OutlayValueInput *
outlay_value_input_new (const OutlayReportInput *words,
                        OutlayValueMethod method,
                        OutlayValueKey key,
                        const OutlayRange *range)
{
  OutlayValueInput *self = g_object_new (OUTLAY_TYPE_VALUE_INPUT, NULL);
  const gint64 numbers[3] = { range->low_micros, range->likely_micros, range->high_micros };

  self->wording = words->wording;
  self->key = key;
  self->required = outlay_value_key_is_required (method, key);
  self->assumed = self->required ? NULL : outlay_report_assumed_text (words, key);
  if (outlay_value_key_is_fraction (key))
    self->unit = g_strdup ("%");
  else
    self->unit = g_strdup (outlay_report_key_is_money (key) ? words->snapshot->currency : "");

  for (int i = 0; range->given && i < 3; i++)
    if (i == 1 || range->is_range)
      {
        g_free (self->texts[i]);
        self->texts[i] = word_number (self, numbers[i]);
      }
  review (self);
  return self;
}

/**
 * outlay_value_input_get_key:
 * @self: an input
 *
 * Returns: which it is
 */
OutlayValueKey
outlay_value_input_get_key (OutlayValueInput *self)
{
  g_return_val_if_fail (OUTLAY_IS_VALUE_INPUT (self), 0);

  return self->key;
}

/**
 * outlay_value_input_is_empty:
 * @self: an input
 *
 * Returns: whether nothing is stated
 */
gboolean
outlay_value_input_is_empty (OutlayValueInput *self)
{
  g_return_val_if_fail (OUTLAY_IS_VALUE_INPUT (self), TRUE);

  return is_blank (self->texts[0]) && is_blank (self->texts[1]) && is_blank (self->texts[2]);
}

/**
 * outlay_value_input_read:
 * @self: an input
 * @range: (out): what is stated; not given, if nothing is
 *
 * Returns: %FALSE, and @range untouched, if what is typed makes no sense, or is needed
 *   and missing
 */
gboolean
outlay_value_input_read (OutlayValueInput *self, OutlayRange *range)
{
  g_return_val_if_fail (OUTLAY_IS_VALUE_INPUT (self), FALSE);

  if (!outlay_value_input_is_empty (self))
    return read_range (self, range, NULL);
  if (self->required)
    return FALSE;

  *range = (OutlayRange){ .given = FALSE };
  return TRUE;
}
