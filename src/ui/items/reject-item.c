/* reject-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/reject-item.h"

#include "core/text.h"
#include "wording/number.h"

struct _OutlayRejectItem
{
  GObject parent_instance;

  /* Owned references */
  char *file;
  char *line_text;
  char *field;
  char *reason;
  char *row;

  gint64 line;
};

enum
{
  PROP_FILE = 1,
  PROP_LINE_TEXT,
  PROP_FIELD,
  PROP_REASON,
  PROP_ROW,
  PROP_LINE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (OutlayRejectItem, outlay_reject_item, G_TYPE_OBJECT)

static void
outlay_reject_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlayRejectItem *self = OUTLAY_REJECT_ITEM (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_string (value, self->file);
      break;
    case PROP_LINE_TEXT:
      g_value_set_string (value, self->line_text);
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_ROW:
      g_value_set_string (value, self->row);
      break;
    case PROP_LINE:
      g_value_set_int64 (value, self->line);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_reject_item_finalize (GObject *object)
{
  OutlayRejectItem *self = OUTLAY_REJECT_ITEM (object);

  g_free (self->file);
  g_free (self->line_text);
  g_free (self->field);
  g_free (self->reason);
  g_free (self->row);

  G_OBJECT_CLASS (outlay_reject_item_parent_class)->finalize (object);
}

static void
outlay_reject_item_class_init (OutlayRejectItemClass *klass)
{
  static const char *const texts[] = {
    [PROP_FILE] = "file",   [PROP_LINE_TEXT] = "line-text",
    [PROP_FIELD] = "field", [PROP_REASON] = "reason",
    [PROP_ROW] = "row",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = outlay_reject_item_get_property;
  object_class->finalize = outlay_reject_item_finalize;
  for (guint id = PROP_FILE; id <= PROP_ROW; id++)
    g_object_class_install_property (object_class, id,
                                     g_param_spec_string (texts[id], NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_LINE,
                                   g_param_spec_int64 ("line", NULL, NULL, 0, G_MAXINT64, 0,
                                                       flags));
}

static void
outlay_reject_item_init (OutlayRejectItem *self)
{
}

/**
 * outlay_reject_item_new:
 * @file: name of its file
 * @row: a row that was not taken
 * @wording: of the reader
 *
 * Returns: (transfer full): an item
 */
OutlayRejectItem *
outlay_reject_item_new (const char *file, const OutlayRejectedRow *row, OutlayWording *wording)
{
  OutlayRejectItem *self = g_object_new (OUTLAY_TYPE_REJECT_ITEM, NULL);

  self->file = g_strdup (file);
  self->line = row->line;
  self->line_text = outlay_wording_count (wording, row->line);
  self->field = g_strdup (row->field);
  self->reason = g_strdup (row->reason);
  self->row = g_strdup (row->text);
  return self;
}

/**
 * outlay_reject_items_append:
 * @items: a store of #OutlayRejectItem
 * @file: name of the rows' file
 * @rows: (element-type OutlayRejectedRow): rows that were not taken
 * @wording: of the reader
 */
void
outlay_reject_items_append (GListStore *items,
                            const char *file,
                            const GPtrArray *rows,
                            OutlayWording *wording)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (made, outlay_reject_item_new (file, rows->pdata[i], wording));

  g_list_store_splice (items, g_list_model_get_n_items (G_LIST_MODEL (items)), 0, made->pdata,
                       made->len);
}

/**
 * outlay_reject_items_to_csv:
 * @items: a list of #OutlayRejectItem
 *
 * Returns: (transfer full): a table of them, safe for spreadsheets
 */
char *
outlay_reject_items_to_csv (GListModel *items)
{
  GString *csv = g_string_new ("file,line,field,reason,row\n");

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OutlayRejectItem) item = g_list_model_get_item (items, i);

      outlay_text_append_csv (csv, item->file);
      g_string_append_printf (csv, ",%" G_GINT64_FORMAT ",", item->line);
      outlay_text_append_csv (csv, item->field);
      g_string_append_c (csv, ',');
      outlay_text_append_csv (csv, item->reason);
      g_string_append_c (csv, ',');
      outlay_text_append_csv (csv, item->row);
      g_string_append_c (csv, '\n');
    }

  return g_string_free (csv, FALSE);
}
