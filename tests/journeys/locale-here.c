/* locale-here.c – preloaded, it lets a program that is not installed find its translations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include <dlfcn.h>
#include <glib.h>
#include <libintl.h>

typedef char *(*BindTextDomain) (const char *domain, const char *folder);

char *
bindtextdomain (const char *domain, const char *folder)
{
  BindTextDomain next = (BindTextDomain) dlsym (RTLD_NEXT, "bindtextdomain");
  const char *here = g_getenv ("JOURNEY_LOCALE_DIR");

  return next (domain, here != NULL && g_str_equal (domain, GETTEXT_PACKAGE) ? here : folder);
}
