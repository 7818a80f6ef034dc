/* test-csv-table.c – rows, names and line numbers of CSV text, in pieces of every size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/csv-table.h"
#include "import/reader.h"

#include <string.h>

static const OutlayCsvColumn columns[] = {
  { "date", NULL, OUTLAY_COLUMN_REQUIRED },
  { "amount", "cost", OUTLAY_COLUMN_REQUIRED },
  { "note", NULL, 0 },
};

typedef struct
{
  const char *name;
  const char *text;
  const char *expected; /* line, fields, problem, the row again; or the error */
} Case;

static const Case cases[] = {
  { "plain", "date,amount,note\n1,2,3\n4,5,\n", "2 [1] [2] [3] {1,2,3}\n3 [4] [5] [] {4,5,}\n" },
  { "no last line end", "date,amount\n1,2", "2 [1] [2] [] {1,2}\n" },
  { "any order and case", " Note ,\"DATE\",x,Cost\n3,1,9,2\n", "2 [1] [2] [3] {3,1,9,2}\n" },
  { "byte order mark",
    "\xef\xbb\xbf"
    "date,amount\n1,2\n",
    "2 [1] [2] [] {1,2}\n" },
  { "quoted mark", "\xef\xbb\xbf\"date\",\"amount\"\n1,2\n", "2 [1] [2] [] {1,2}\n" },
  { "tabs", "date\tamount\tnote\n1\t2,5\tx\n", "2 [1] [2,5] [x] {1\t2,5\tx}\n" },
  { "semicolons", "date;amount;note\n1;2,5;\"a;b\"\n", "2 [1] [2,5] [a;b] {1;2,5;\"a;b\"}\n" },
  { "carriage returns", "date,amount\r1,2\r\r3,4\r", "2 [1] [2] [] {1,2}\n4 [3] [4] [] {3,4}\n" },
  { "both", "date,amount\r\n1,2\r\n\r\n\r\n3,4\r\n", "2 [1] [2] [] {1,2}\n5 [3] [4] [] {3,4}\n" },
  { "blank lines", "\n\ndate,amount\n\n1,2\n , \n   \n3,4\n\n",
    "5 [1] [2] [] {1,2}\n8 [3] [4] [] {3,4}\n" },
  { "line ends in quotes", "date,amount,note\n1,2,\"a\nb\r\nc\rd\"\n3,4,\n",
    "2 [1] [2] [a\nb\r\nc\rd] {1,2,\"a\nb\r\nc\rd\"}\n6 [3] [4] [] {3,4,}\n" },
  { "line end in header", "date,\"amount\",\"a\nb\"\n1,2,3\n", "3 [1] [2] [] {1,2,3}\n" },
  { "quotes", "date,amount,note\n1,2,\"say \"\"a\"\", b\"\n",
    "2 [1] [2] [say \"a\", b] {1,2,\"say \"\"a\"\", b\"}\n" },
  { "empty fields", "date,amount,note\n,2,\n", "2 [] [2] [] {,2,}\n" },
  { "short row", "date,amount,note\n1,2\n1\n",
    "2 [1] [2] [] {1,2}\n3 [1] [] [] {1} the row is cut off after 1 of 3 fields\n" },
  { "long row", "date,amount\n1,2,,\n1,2,3\n",
    "2 [1] [2] [] {1,2,,}\n3 [1] [2] [] {1,2,3} the row has 3 fields, the header 2\n" },
  { "no partner", "date,amount,note\n1,2,\"a\n3,4,5\n",
    "2 [1] [2] [a\n3,4,5\n] {1,2,\"a\n3,4,5\n\"} a quotation mark has no partner\n" },
  { "first of a name wins", "date,cost,amount,date\n1,2,3,4\n", "2 [1] [2] [] {1,2,3,4}\n" },
  { "header only", "date,amount", "" },
  { "no column", "date,note\n1,2\n", "error 2\n" },
};

typedef struct
{
  OutlayCsvTable *table;
  GString *seen;
} Reading;

static gboolean
on_row (const OutlayCsvRow *row, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autofree char *text = outlay_csv_table_row_text (reading->table, NULL);

  g_string_append_printf (reading->seen, "%" G_GUINT64_FORMAT " [%s] [%s] [%s] {%s}%s%s\n",
                          row->line, row->field[0], row->field[1], row->field[2], text,
                          row->problem != NULL ? " " : "",
                          row->problem != NULL ? row->problem : "");
  return TRUE;
}

static char *
read_in_pieces (const char *text, gsize length, gsize piece)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayCsvTable) table = NULL;
  Reading reading = { NULL, g_string_new (NULL) };
  gboolean ok = TRUE;

  reading.table = table = outlay_csv_table_new (columns, G_N_ELEMENTS (columns), on_row, &reading);
  for (gsize at = 0; ok && at < length; at += piece)
    ok = outlay_csv_table_feed (table, text + at, MIN (piece, length - at), &error);
  ok = ok && outlay_csv_table_finish (table, &error);

  g_assert_cmpint (ok, ==, error == NULL);
  if (!ok)
    {
      g_assert_true (error->domain == OUTLAY_READ_ERROR);
      g_string_append_printf (reading.seen, "error %d\n", error->code);
    }

  return g_string_free (reading.seen, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  gsize length = strlen (test->text);

  for (gsize piece = 1; piece <= length + 1; piece++)
    {
      g_autofree char *seen = read_in_pieces (test->text, length, piece);

      g_assert_cmpstr (seen, ==, test->expected);
    }
}

/* What a missing quotation mark swallows is limited, and so is all else. */
static void
test_limits (void)
{
  g_autofree char *field = g_strnfill (OUTLAY_CSV_MAX_FIELD + 1, 'x');
  g_autofree char *open = g_strdup_printf ("date,amount\n1,\"%s", field);
  g_autofree char *row = g_strnfill (OUTLAY_CSV_MAX_COLUMNS + 2, ',');
  g_autofree char *wide = g_strdup_printf ("date,amount\n1,2%s\n", row);
  const char *const texts[] = { field, open, wide };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *seen = read_in_pieces (texts[i], strlen (texts[i]), 10000);
      g_autofree char *expected = g_strdup_printf ("error %d\n", OUTLAY_READ_ERROR_LIMIT);

      g_assert_cmpstr (seen, ==, expected);
    }
}

static gboolean
refuse_row (const OutlayCsvRow *row, gpointer data, GError **error)
{
  guint *n_rows = data;

  (*n_rows)++;
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_MALFORMED, "no");
  return FALSE;
}

/* After an error no row more is handed on. */
static void
test_stop (void)
{
  static const char text[] = "date,amount\n1,2\n3,4\n";
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;
  g_autoptr (OutlayCsvTable) table =
      outlay_csv_table_new (columns, G_N_ELEMENTS (columns), refuse_row, &n_rows);

  g_assert_false (outlay_csv_table_feed (table, text, strlen (text), &error));
  g_assert_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_MALFORMED);
  g_assert_cmpuint (n_rows, ==, 1);
}

static void
test_missing (void)
{
  static const char text[] = "date,note\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayCsvTable) table =
      outlay_csv_table_new (columns, G_N_ELEMENTS (columns), refuse_row, NULL);

  g_assert_false (outlay_csv_table_feed (table, text, strlen (text), &error));
  g_assert_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_MISSING_COLUMN);
  g_assert_nonnull (strstr (error->message, "“amount”"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/csv-table/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/import/csv-table/limits", test_limits);
  g_test_add_func ("/import/csv-table/stop", test_stop);
  g_test_add_func ("/import/csv-table/missing", test_missing);
  return g_test_run ();
}
