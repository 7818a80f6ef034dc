/* series-load.c – reads the table of series from the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/series-private.h"

#include <string.h>

static void
free_account (gpointer data)
{
  OutlayStreamAccount *account = data;

  g_free (account->provider);
  g_free (account->value);
  g_free (account->name);
  g_free (account);
}

static void
free_stream (gpointer data)
{
  OutlayStream *stream = data;

  g_free (stream->source);
  g_free (stream);
}

static void
free_dimension (gpointer data)
{
  OutlayDimension *dimension = data;

  if (dimension == NULL)
    return;

  g_free (dimension->value);
  g_free (dimension->name);
  g_free (dimension);
}

static guint
hash_dimension (gconstpointer data)
{
  const OutlayDimension *dimension = data;

  return g_str_hash (dimension->value) * 31u + (guint) dimension->field;
}

static gboolean
equal_dimensions (gconstpointer a, gconstpointer b)
{
  const OutlayDimension *left = a;
  const OutlayDimension *right = b;

  return left->field == right->field && g_str_equal (left->value, right->value);
}

static guint
hash_series (gconstpointer data)
{
  const OutlaySeries *series = data;
  guint64 hash =
      (guint64) series->stream->id * 64 + (guint64) series->kind * 16 + (guint64) series->meter;

  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    hash = (hash ^ (guint64) series->field[i]->id) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint) (hash >> 32);
}

static gboolean
equal_series (gconstpointer a, gconstpointer b)
{
  const OutlaySeries *left = a;
  const OutlaySeries *right = b;

  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    if (left->field[i] != right->field[i])
      return FALSE;

  return left->stream == right->stream && left->kind == right->kind && left->meter == right->meter;
}

static guint
hash_tuple (gconstpointer data)
{
  const OutlayTuple *tuple = data;
  const guint8 *bytes = tuple->data;
  gsize size = tuple->length;
  guint64 hash = size;
  gsize i = 0;

  for (; i + 8 <= size; i += 8)
    {
      guint64 word;

      memcpy (&word, bytes + i, 8);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
      hash ^= hash >> 29;
    }

  for (; i < size; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001B3);

  return (guint) (hash ^ hash >> 32);
}

static gboolean
equal_tuples (gconstpointer a, gconstpointer b)
{
  const OutlayTuple *left = a;
  const OutlayTuple *right = b;

  return left->length == right->length && memcmp (left->data, right->data, left->length) == 0;
}

static void
free_tuple (gpointer data)
{
  OutlayTuple *tuple = data;

  g_free (tuple->data);
  g_free (tuple);
}

OutlayDimension *
outlay_series_table_add_dimension (OutlaySeriesTable *table,
                                   gint64 id,
                                   int field,
                                   const char *value,
                                   const char *name)
{
  OutlayDimension *dimension = g_new (OutlayDimension, 1);

  *dimension = (OutlayDimension){ id, field, g_strdup (value), g_strdup (name) };
  if (id >= table->dimensions->len)
    g_ptr_array_set_size (table->dimensions, (int) id + 1);
  table->dimensions->pdata[id] = dimension;
  g_hash_table_add (table->by_dimension, dimension);
  return dimension;
}

OutlaySeries *
outlay_series_table_add_series (OutlaySeriesTable *table, const OutlaySeries *series)
{
  OutlaySeries *copy = g_memdup2 (series, sizeof *series);

  if (copy->id >= table->series->len)
    g_ptr_array_set_size (table->series, (int) copy->id + 1);
  table->series->pdata[copy->id] = copy;
  g_hash_table_add (table->by_series, copy);
  return copy;
}

static gboolean
load_accounts (OutlaySeriesTable *table, GError **error)
{
  static const char select_accounts[] = "SELECT id, provider, value, name FROM account ORDER BY id";
  sqlite3_stmt *statement = outlay_database_statement (table->database, select_accounts, error);
  gboolean row = FALSE;

  while (statement != NULL && outlay_database_step (table->database, statement, &row, error) && row)
    {
      OutlayStreamAccount *account = g_new (OutlayStreamAccount, 1);

      account->id = sqlite3_column_int64 (statement, 0);
      account->provider = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      account->value = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      account->name = g_strdup ((const char *) sqlite3_column_text (statement, 3));
      g_ptr_array_add (table->accounts, account);
    }

  return statement != NULL && !row;
}

static const OutlayStreamAccount *
find_account (OutlaySeriesTable *table, gint64 id)
{
  for (guint i = 0; i < table->accounts->len; i++)
    if (((OutlayStreamAccount *) table->accounts->pdata[i])->id == id)
      return table->accounts->pdata[i];

  return NULL;
}

static gboolean
load_streams (OutlaySeriesTable *table, GError **error)
{
  static const char select_streams[] =
      "SELECT id, source, account, role, rule FROM stream ORDER BY id";
  sqlite3_stmt *statement = outlay_database_statement (table->database, select_streams, error);
  gboolean row = FALSE;

  while (statement != NULL && outlay_database_step (table->database, statement, &row, error) && row)
    {
      OutlayStream *stream = g_new (OutlayStream, 1);

      stream->id = sqlite3_column_int64 (statement, 0);
      stream->source = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      stream->account = find_account (table, sqlite3_column_int64 (statement, 2));
      stream->role = sqlite3_column_int (statement, 3);
      stream->rule = sqlite3_column_int (statement, 4);
      g_ptr_array_add (table->streams, stream);
    }

  return statement != NULL && !row;
}

static gboolean
load_dimensions (OutlaySeriesTable *table, GError **error)
{
  static const char select_dimensions[] = "SELECT id, field, value, name FROM dimension";
  sqlite3_stmt *statement = outlay_database_statement (table->database, select_dimensions, error);
  gboolean row = FALSE;

  while (statement != NULL && outlay_database_step (table->database, statement, &row, error) && row)
    outlay_series_table_add_dimension (table, sqlite3_column_int64 (statement, 0),
                                       sqlite3_column_int (statement, 1),
                                       (const char *) sqlite3_column_text (statement, 2),
                                       (const char *) sqlite3_column_text (statement, 3));

  return statement != NULL && !row;
}

static const OutlayStream *
find_stream (OutlaySeriesTable *table, gint64 id)
{
  for (guint i = 0; i < table->streams->len; i++)
    if (((OutlayStream *) table->streams->pdata[i])->id == id)
      return table->streams->pdata[i];

  return NULL;
}

static gboolean
load_series (OutlaySeriesTable *table, GError **error)
{
  static const char select_series[] =
      "SELECT id, stream, kind, meter, project, key, user, model, tier, region, context, "
      "line_item, unit, status, tags, currency FROM series";
  sqlite3_stmt *statement = outlay_database_statement (table->database, select_series, error);
  gboolean row = FALSE;

  while (statement != NULL && outlay_database_step (table->database, statement, &row, error) && row)
    {
      OutlaySeries series = { .id = sqlite3_column_int64 (statement, 0) };

      series.stream = find_stream (table, sqlite3_column_int64 (statement, 1));
      series.kind = (OutlayChargeKind) sqlite3_column_int (statement, 2);
      series.meter = (OutlayMeter) sqlite3_column_int (statement, 3);
      for (int i = 0; i < OUTLAY_N_FIELDS; i++)
        series.field[i] = table->dimensions->pdata[sqlite3_column_int64 (statement, 4 + i)];
      outlay_series_table_add_series (table, &series);
    }

  return statement != NULL && !row;
}

/**
 * outlay_series_table_load:
 * @database: (not nullable): a database; it has to outlive the table
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (nullable): the table, as the store has it now
 */
OutlaySeriesTable *
outlay_series_table_load (OutlayDatabase *database, GError **error)
{
  g_autoptr (OutlaySeriesTable) table = g_new0 (OutlaySeriesTable, 1);

  table->database = database;
  table->accounts = g_ptr_array_new_with_free_func (free_account);
  table->streams = g_ptr_array_new_with_free_func (free_stream);
  table->dimensions = g_ptr_array_new_with_free_func (free_dimension);
  table->series = g_ptr_array_new_with_free_func (g_free);
  table->by_dimension = g_hash_table_new (hash_dimension, equal_dimensions);
  table->by_series = g_hash_table_new (hash_series, equal_series);
  table->by_tuple = g_hash_table_new_full (hash_tuple, equal_tuples, free_tuple, NULL);
  g_ptr_array_set_size (table->series, 1);
  outlay_series_table_add_dimension (table, 0, -1, "", "");

  if (!load_accounts (table, error) || !load_streams (table, error) ||
      !load_dimensions (table, error) || !load_series (table, error))
    return NULL;

  return g_steal_pointer (&table);
}

/**
 * outlay_series_table_free:
 * @table: (transfer full) (nullable): a table
 */
void
outlay_series_table_free (OutlaySeriesTable *table)
{
  if (table == NULL)
    return;

  g_hash_table_unref (table->by_tuple);
  g_hash_table_unref (table->by_series);
  g_hash_table_unref (table->by_dimension);
  g_ptr_array_unref (table->series);
  g_ptr_array_unref (table->dimensions);
  g_ptr_array_unref (table->streams);
  g_ptr_array_unref (table->accounts);
  g_free (table->tuple.data);
  g_free (table);
}
