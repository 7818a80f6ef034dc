/* todo-item.h – something of a month that a person should look at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/budget.h"
#include "insight/value.h"
#include "wording/wording.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayTodoKind:
 * @OUTLAY_TODO_IMPORT: days are missing
 * @OUTLAY_TODO_ASSIGN: spend that no feature bears
 * @OUTLAY_TODO_PRICE: usage whose price nobody knows
 * @OUTLAY_TODO_PLAN: spend without any budget
 * @OUTLAY_TODO_ESTIMATE: a use case whose value is not known
 */
typedef enum
{
  OUTLAY_TODO_IMPORT,
  OUTLAY_TODO_ASSIGN,
  OUTLAY_TODO_PRICE,
  OUTLAY_TODO_PLAN,
  OUTLAY_TODO_ESTIMATE,
} OutlayTodoKind;

#define OUTLAY_TYPE_TODO_ITEM (outlay_todo_item_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTodoItem, outlay_todo_item, OUTLAY, TODO_ITEM, GObject)

OutlayTodoItem *outlay_todo_item_new (OutlayTodoKind kind,
                                      const char *title,
                                      const char *detail,
                                      const char *action);
OutlayTodoKind outlay_todo_item_get_kind (OutlayTodoItem *self);
const char *outlay_todo_item_get_title (OutlayTodoItem *self);
const char *outlay_todo_item_get_detail (OutlayTodoItem *self);
const char *outlay_todo_item_get_action (OutlayTodoItem *self);

G_END_DECLS
