/* series-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/series-item.h"

#include "wording/money.h"

#include <glib/gi18n.h>
#include <string.h>

#define TAG_PREFIX "tag."

struct _OutlaySeriesItem
{
  GObject parent_instance;

  /* Owned references */
  char *value; /* "" is spend that has none */
  char *title;
  char *amount;

  gint64 cost_nanos;
};

enum
{
  PROP_TITLE = 1,
  PROP_AMOUNT,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (OutlaySeriesItem, outlay_series_item, G_TYPE_OBJECT)

static void
outlay_series_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlaySeriesItem *self = OUTLAY_SERIES_ITEM (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_AMOUNT:
      g_value_set_string (value, self->amount);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_series_item_finalize (GObject *object)
{
  OutlaySeriesItem *self = OUTLAY_SERIES_ITEM (object);

  g_free (self->value);
  g_free (self->title);
  g_free (self->amount);

  G_OBJECT_CLASS (outlay_series_item_parent_class)->finalize (object);
}

static void
outlay_series_item_class_init (OutlaySeriesItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = outlay_series_item_get_property;
  object_class->finalize = outlay_series_item_finalize;
  g_object_class_install_property (object_class, PROP_TITLE,
                                   g_param_spec_string ("title", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_AMOUNT,
                                   g_param_spec_string ("amount", NULL, NULL, NULL, flags));
}

static void
outlay_series_item_init (OutlaySeriesItem *self)
{
}

/**
 * outlay_field_title:
 * @field: `key`, `project`, `tag.team`…
 *
 * Returns: (transfer full): what people call it
 */
char *
outlay_field_title (const char *field)
{
  static const struct
  {
    const char *field;
    const char *title;
  } titles[] = {
    { "key", N_ ("API key") },         { "project", N_ ("Project") },
    { "user", N_ ("User") },           { "model", N_ ("Model") },
    { "line-item", N_ ("Line item") }, { "account", N_ ("Account") },
    { "provider", N_ ("Provider") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i].field, field) == 0)
      return g_strdup (_ (titles[i].title));

  if (g_str_has_prefix (field, TAG_PREFIX))
    /* Translators: %s is the name of a tag */
    return g_strdup_printf (_ ("Tag “%s”"), field + strlen (TAG_PREFIX));

  return g_strdup (field);
}

/**
 * outlay_match_title:
 * @match: `FIELD=GLOB`, as a rule has it
 *
 * Returns: (transfer full): the same for people: “API key: search-*”
 */
char *
outlay_match_title (const char *match)
{
  const char *equals = strchr (match, '=');
  g_autofree char *field = NULL;
  g_autofree char *title = NULL;

  if (equals == NULL)
    return g_strdup (match);

  field = g_strndup (match, (gsize) (equals - match));
  title = outlay_field_title (field);
  /* Translators: what a rule matches: a field, then a pattern: "API key: search-*" */
  return g_strdup_printf (_ ("%s: %s"), title, equals + 1);
}

/**
 * outlay_series_item_new:
 * @field: what the spend is told apart by
 * @value: one of its values
 * @currency: of its cost
 * @wording: of the reader
 *
 * Returns: (transfer full): an item
 */
OutlaySeriesItem *
outlay_series_item_new (const char *field,
                        const OutlayUnassignedValue *value,
                        const char *currency,
                        OutlayWording *wording)
{
  OutlaySeriesItem *self = g_object_new (OUTLAY_TYPE_SERIES_ITEM, NULL);

  self->value = g_strdup (value->value);
  self->cost_nanos = value->cost_nanos;
  self->amount = outlay_wording_money (wording, value->cost_nanos, currency, OUTLAY_MONEY_FULL);
  if (value->value[0] != '\0')
    self->title = g_strdup (value->value);
  else
    {
      g_autofree char *title = outlay_field_title (field);

      /* Translators: %s is a field, as "API key": spend for which the files name none */
      self->title = g_strdup_printf (_ ("%s not stated"), title);
    }

  return self;
}

/**
 * outlay_series_item_get_value:
 * @self: an item
 *
 * Returns: (transfer none): the value of the field; "" is spend that has none
 */
const char *
outlay_series_item_get_value (OutlaySeriesItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_SERIES_ITEM (self), NULL);

  return self->value;
}

/**
 * outlay_series_item_get_title:
 * @self: an item
 *
 * Returns: (transfer none): the value in words
 */
const char *
outlay_series_item_get_title (OutlaySeriesItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_SERIES_ITEM (self), NULL);

  return self->title;
}

/**
 * outlay_series_item_get_amount:
 * @self: an item
 *
 * Returns: (transfer none): its cost in words
 */
const char *
outlay_series_item_get_amount (OutlaySeriesItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_SERIES_ITEM (self), NULL);

  return self->amount;
}

/**
 * outlay_series_item_get_cost_nanos:
 * @self: an item
 *
 * Returns: its cost, in the reporting currency
 */
gint64
outlay_series_item_get_cost_nanos (OutlaySeriesItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_SERIES_ITEM (self), 0);

  return self->cost_nanos;
}
