/* head.h – the beginning of a file, to know its format by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

/**
 * OutlayHead:
 * @is_json: whether it begins like JSON
 * @names: (element-type utf8): names of the columns of a CSV file, in lower case
 * @text: (nullable): the head, of JSON
 * @length: of @text
 */
typedef struct
{
  gboolean is_json;
  GPtrArray *names; /* owned */
  const char *text; /* borrowed */
  gsize length;
} OutlayHead;

gboolean outlay_head_read (OutlayHead *head, const char *text, gsize length, GError **error);
void outlay_head_clear (OutlayHead *head);
gboolean outlay_head_match (const OutlayHead *head,
                            const OutlayReader *reader,
                            guint *n_known,
                            const char **missing);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayHead, outlay_head_clear)

G_END_DECLS
