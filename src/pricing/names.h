/* names.h – the many ways a model or provider is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *outlay_provider_fold (const char *provider) G_GNUC_WARN_UNUSED_RESULT;
const char *outlay_provider_alias (const char *folded);
gboolean outlay_provider_is_neutral (const char *folded);
gboolean outlay_provider_is_gateway (const char *folded);

char *outlay_model_key (const char *text, gboolean *dated) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_model_slug (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_model_without_date (const char *text) G_GNUC_WARN_UNUSED_RESULT;
const char *outlay_model_tail (const char *text);
gboolean outlay_model_is_bedrock_id (const char *text);

G_END_DECLS
