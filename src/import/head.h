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

/**
 * OutlayMatch:
 * @n_known: how many names of the file the format knows
 * @missing: (nullable): the first name that is missing for it to be of the format, up
 *   to = or |
 * @seen: the members it is known by, of JSON
 */
typedef struct
{
  guint n_known;
  const char *missing; /* borrowed */
  GString *seen;       /* owned */
} OutlayMatch;

gboolean outlay_head_read (OutlayHead *head, const char *text, gsize length, GError **error);
void outlay_head_clear (OutlayHead *head);
gboolean outlay_head_match (const OutlayHead *head, const OutlayReader *reader, OutlayMatch *match);
void outlay_match_clear (OutlayMatch *match);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayHead, outlay_head_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayMatch, outlay_match_clear)

G_END_DECLS
