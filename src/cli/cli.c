/* cli.c – what the commands share: options, the store, failures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/cli.h"

#include "core/money.h"

#include <glib/gi18n.h>
#include <glib/gprintf.h>
#include <string.h>

#define PROGRAM "outlay-cli"

static void
print_table_help (const OutlayCliCommand *commands, gsize n_commands)
{
  gsize width = 0;

  for (gsize i = 0; i < n_commands; i++)
    width = MAX (width, strlen (commands[i].name));

  g_print ("%s\n  %s %s\n\n%s\n", _ ("Usage:"), g_get_prgname (), _ ("COMMAND …"), _ ("Commands:"));
  for (gsize i = 0; i < n_commands; i++)
    g_print ("  %-*s  %s\n", (int) width, commands[i].name, _ (commands[i].summary));
}

static char *
list_commands (const OutlayCliCommand *commands, gsize n_commands)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_commands; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", commands[i].name);

  return g_string_free (text, FALSE);
}

/**
 * outlay_cli_run_table:
 * @cli: the program
 * @commands: (array length=n_commands): what there is to choose from
 * @n_commands: how many
 * @argc: how many in @argv
 * @argv: argv[1] chooses
 *
 * Returns: the exit status of the command, or %OUTLAY_EXIT_USAGE
 */
OutlayExit
outlay_cli_run_table (OutlayCli *cli,
                      const OutlayCliCommand *commands,
                      gsize n_commands,
                      int argc,
                      char **argv)
{
  g_autofree char *known = list_commands (commands, n_commands);
  g_autofree char *path = NULL;

  if (argc < 2)
    return outlay_cli_misuse (_ ("Which command? Choose one of: %s."), known);

  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_table_help (commands, n_commands);
      return OUTLAY_EXIT_DONE;
    }

  for (gsize i = 0; i < n_commands; i++)
    if (strcmp (commands[i].name, argv[1]) == 0)
      {
        path = g_strdup_printf ("%s %s", g_get_prgname (), argv[1]);
        g_set_prgname (path);
        cli->command = &commands[i];
        return commands[i].run (cli, argc - 1, argv + 1);
      }

  return outlay_cli_misuse (_ ("There is no command “%s”. Choose one of: %s."), argv[1], known);
}

/* An option that was taken for one of the command's may be one of the program's. */
static OutlayExit
fail_options (const GError *error)
{
  outlay_cli_misuse ("%s", error->message);
  g_printerr (_ ("“%s --help” lists the options; --store, --as-of, --json and --quiet stand before "
                 "the command.\n"),
              g_get_prgname ());
  return OUTLAY_EXIT_USAGE;
}

/**
 * outlay_cli_parse:
 * @cli: the program, with its command
 * @entries: (nullable): the command's options; texts as %G_OPTION_ARG_FILENAME,
 *   which keeps their bytes whatever the locale
 * @argc: (inout): how many in @argv
 * @argv: (inout): without the options afterwards; argv[0] is the command
 * @least: how many arguments there have to be
 * @most: how many there can be
 *
 * Options may stand before or after arguments. Prints what is wrong.
 *
 * Returns: %FALSE for wrong usage
 */
gboolean
outlay_cli_parse (OutlayCli *cli,
                  const GOptionEntry *entries,
                  int *argc,
                  char ***argv,
                  int least,
                  int most)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ (cli->command->arguments));
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, _ (cli->command->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      fail_options (error);
      return FALSE;
    }

  /* What stands behind “--” is arguments, whatever it looks like. */
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      (*argv)++;
      (*argc)--;
    }

  if (*argc - 1 >= least && *argc - 1 <= most)
    return TRUE;

  if (*argc - 1 < least)
    outlay_cli_misuse (_ ("Something is missing. Usage: %s %s"), g_get_prgname (),
                       _ (cli->command->arguments));
  else
    outlay_cli_misuse (_ ("“%s” is too much. Usage: %s %s"), (*argv)[most + 1], g_get_prgname (),
                       _ (cli->command->arguments));
  return FALSE;
}

/**
 * outlay_cli_ledger:
 * @cli: the program
 *
 * Returns: (transfer none) (nullable): the store, opened on first use; %NULL if
 *   that failed, which has been said
 */
OutlayLedger *
outlay_cli_ledger (OutlayCli *cli)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (cli->ledger != NULL)
    return cli->ledger;

  path = cli->store != NULL
             ? g_strdup (cli->store)
             : g_build_filename (g_get_user_data_dir (), "outlay", "outlay.db", NULL);
  cli->ledger = outlay_ledger_open (path, &error);
  if (cli->ledger == NULL)
    outlay_cli_fail (error);
  else if (cli->has_day)
    outlay_ledger_set_day (cli->ledger, cli->day);

  return cli->ledger;
}

/**
 * outlay_cli_today:
 * @cli: the program
 * @day: (out): the day that counts as today
 *
 * Returns: %FALSE if the store could not be opened, which has been said
 */
gboolean
outlay_cli_today (OutlayCli *cli, gint32 *day)
{
  OutlayLedger *ledger;

  if (cli->has_day)
    {
      *day = cli->day;
      return TRUE;
    }

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return FALSE;

  *day = outlay_ledger_day (ledger);
  return TRUE;
}

/**
 * outlay_cli_fail:
 * @error: what went wrong
 *
 * Prints it.
 *
 * Returns: the exit status it means
 */
OutlayExit
outlay_cli_fail (const GError *error)
{
  g_printerr ("%s: %s\n", PROGRAM, error->message);

  if (g_error_matches (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID) ||
      error->domain == OUTLAY_DATE_ERROR || error->domain == OUTLAY_MONEY_ERROR)
    return OUTLAY_EXIT_USAGE;

  return OUTLAY_EXIT_FAILED;
}

/**
 * outlay_cli_misuse:
 * @format: what is wrong with the arguments, and what to do
 *
 * Prints it.
 *
 * Returns: %OUTLAY_EXIT_USAGE
 */
OutlayExit
outlay_cli_misuse (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s: %s\n", PROGRAM, text);
  return OUTLAY_EXIT_USAGE;
}

/**
 * outlay_cli_warn:
 * @format: a sentence
 *
 * Prints what does not stop the command.
 */
void
outlay_cli_warn (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s: %s\n", PROGRAM, text);
}

/**
 * outlay_cli_read_file:
 * @path: a file
 * @length: (out): of the text, in bytes
 *
 * For files of a row a day or so; exports go through the importer.
 *
 * Returns: (transfer full) (nullable): its text; %NULL if it cannot be read, which
 *   has been said
 */
char *
outlay_cli_read_file (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (!g_file_get_contents (path, &text, length, &error))
    outlay_cli_fail (error);

  return text;
}
