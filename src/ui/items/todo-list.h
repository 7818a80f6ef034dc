/* todo-list.h – what of a month a person should look at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/items/todo-item.h"

G_BEGIN_DECLS

GListModel *outlay_todo_list_new (const OutlaySnapshot *snapshot,
                                  const OutlayBudgetStatus *status,
                                  const OutlayPortfolio *portfolio,
                                  OutlayWording *wording);

G_END_DECLS
