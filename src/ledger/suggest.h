/* suggest.h – features that the names of keys, projects and tags speak of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlaySuggestion:
 * @feature: name of a feature, a known one where there is one of that name
 * @is_known: it is one of the known features
 * @names: (element-type guint): indices of the names that speak of it
 */
typedef struct
{
  char *feature;
  gboolean is_known;
  GArray *names;
} OutlaySuggestion;

char *outlay_suggest_feature_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *outlay_suggest_features (const char *const *names,
                                    gsize n_names,
                                    const char *const *known);

G_END_DECLS
