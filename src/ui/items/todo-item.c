/* todo-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/todo-item.h"

enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
  N_PROPS
};

struct _OutlayTodoItem
{
  GObject parent_instance;

  /* Owned references */
  char *title;
  char *detail;
  char *action;

  OutlayTodoKind kind;
};

G_DEFINE_FINAL_TYPE (OutlayTodoItem, outlay_todo_item, G_TYPE_OBJECT)

static void
outlay_todo_item_finalize (GObject *object)
{
  OutlayTodoItem *self = OUTLAY_TODO_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->action);

  G_OBJECT_CLASS (outlay_todo_item_parent_class)->finalize (object);
}

static void
outlay_todo_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlayTodoItem *self = OUTLAY_TODO_ITEM (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_todo_item_class_init (OutlayTodoItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = outlay_todo_item_finalize;
  object_class->get_property = outlay_todo_item_get_property;
  g_object_class_install_property (object_class, PROP_TITLE,
                                   g_param_spec_string ("title", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_DETAIL,
                                   g_param_spec_string ("detail", NULL, NULL, NULL, flags));
}

static void
outlay_todo_item_init (OutlayTodoItem *self)
{
}

/**
 * outlay_todo_item_new:
 * @kind: what it is about
 * @title: begins with the verb
 * @detail: why
 * @action: detailed name of the action that leads to where it is done
 *
 * Returns: (transfer full): an item
 */
OutlayTodoItem *
outlay_todo_item_new (OutlayTodoKind kind,
                      const char *title,
                      const char *detail,
                      const char *action)
{
  OutlayTodoItem *self = g_object_new (OUTLAY_TYPE_TODO_ITEM, NULL);

  self->kind = kind;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->action = g_strdup (action);
  return self;
}

/**
 * outlay_todo_item_get_kind:
 * @self: an item
 *
 * Returns: what it is about
 */
OutlayTodoKind
outlay_todo_item_get_kind (OutlayTodoItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_TODO_ITEM (self), OUTLAY_TODO_IMPORT);

  return self->kind;
}

/**
 * outlay_todo_item_get_title:
 * @self: an item
 *
 * Returns: (transfer none): what to do
 */
const char *
outlay_todo_item_get_title (OutlayTodoItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_TODO_ITEM (self), NULL);

  return self->title;
}

/**
 * outlay_todo_item_get_detail:
 * @self: an item
 *
 * Returns: (transfer none): why
 */
const char *
outlay_todo_item_get_detail (OutlayTodoItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_TODO_ITEM (self), NULL);

  return self->detail;
}

/**
 * outlay_todo_item_get_action:
 * @self: an item
 *
 * Returns: (transfer none): detailed name of an action
 */
const char *
outlay_todo_item_get_action (OutlayTodoItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_TODO_ITEM (self), NULL);

  return self->action;
}
