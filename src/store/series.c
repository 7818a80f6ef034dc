/* series.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/series.h"

#include "store/series-private.h"

#include <string.h>

static const OutlayStreamAccount *
intern_account (OutlaySeriesTable *table,
                const char *provider,
                const char *value,
                const char *name,
                GError **error)
{
  static const char upsert_account[] =
      "INSERT INTO account (provider, value, name) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (provider, value) DO UPDATE SET name = excluded.name RETURNING id";
  OutlayStreamAccount *found = NULL;
  sqlite3_stmt *statement;
  gboolean row;

  for (guint i = 0; i < table->accounts->len && found == NULL; i++)
    {
      OutlayStreamAccount *account = table->accounts->pdata[i];

      if (g_str_equal (account->provider, provider) && g_str_equal (account->value, value))
        found = account;
    }

  if (found != NULL && (name[0] == '\0' || g_str_equal (found->name, name)))
    return found;

  statement = outlay_database_statement (table->database, upsert_account, error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, provider, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, value, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, name, -1, SQLITE_STATIC);
  if (!outlay_database_step (table->database, statement, &row, error))
    return NULL;

  if (found == NULL)
    {
      found = g_new0 (OutlayStreamAccount, 1);
      found->id = sqlite3_column_int64 (statement, 0);
      found->provider = g_strdup (provider);
      found->value = g_strdup (value);
      g_ptr_array_add (table->accounts, found);
    }

  g_free (found->name);
  found->name = g_strdup (name);
  sqlite3_reset (statement);
  return found;
}

/**
 * outlay_series_table_stream:
 * @table: a table
 * @source: what kind of export
 * @provider: id of the provider
 * @account: id of the provider account, or ""
 * @account_name: its name, or ""
 * @role: 0 bill, 1 meter, 2 observer
 * @rule: 0 bucket, 1 event, 2 statement
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer none) (nullable): the stream, new if need be
 */
const OutlayStream *
outlay_series_table_stream (OutlaySeriesTable *table,
                            const char *source,
                            const char *provider,
                            const char *account,
                            const char *account_name,
                            int role,
                            int rule,
                            GError **error)
{
  static const char insert_stream[] =
      "INSERT INTO stream (source, account, role, rule) VALUES (?1, ?2, ?3, ?4)";
  const OutlayStreamAccount *owner = intern_account (table, provider, account, account_name, error);
  OutlayStream *stream;
  sqlite3_stmt *statement;

  if (owner == NULL)
    return NULL;

  for (guint i = 0; i < table->streams->len; i++)
    {
      stream = table->streams->pdata[i];
      if (stream->account == owner && g_str_equal (stream->source, source))
        return stream;
    }

  statement = outlay_database_statement (table->database, insert_stream, error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, source, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, owner->id);
  sqlite3_bind_int (statement, 3, role);
  sqlite3_bind_int (statement, 4, rule);
  if (!outlay_database_run (table->database, statement, error))
    return NULL;

  stream = g_new (OutlayStream, 1);
  *stream = (OutlayStream){ outlay_database_last_id (table->database), g_strdup (source), owner,
                            role, rule };
  g_ptr_array_add (table->streams, stream);
  return stream;
}

static gboolean
rename_dimension (OutlaySeriesTable *table,
                  OutlayDimension *dimension,
                  const char *name,
                  GError **error)
{
  static const char update_name[] = "UPDATE dimension SET name = ?2 WHERE id = ?1";
  sqlite3_stmt *statement = outlay_database_statement (table->database, update_name, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, dimension->id);
  sqlite3_bind_text (statement, 2, name, -1, SQLITE_STATIC);
  if (!outlay_database_run (table->database, statement, error))
    return FALSE;

  g_free (dimension->name);
  dimension->name = g_strdup (name);
  return TRUE;
}

static const OutlayDimension *
intern_dimension (OutlaySeriesTable *table,
                  int field,
                  const char *value,
                  const char *name,
                  GError **error)
{
  static const char insert_dimension[] =
      "INSERT INTO dimension (field, value, name) VALUES (?1, ?2, ?3)";
  const OutlayDimension key = { 0, field, (char *) value, NULL };
  OutlayDimension *found;
  sqlite3_stmt *statement;

  if (value[0] == '\0')
    return table->dimensions->pdata[0];

  if (name == NULL)
    name = "";

  found = g_hash_table_lookup (table->by_dimension, &key);
  if (found != NULL)
    {
      if (name[0] != '\0' && !g_str_equal (found->name, name) &&
          !rename_dimension (table, found, name, error))
        return NULL;
      return found;
    }

  statement = outlay_database_statement (table->database, insert_dimension, error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int (statement, 1, field);
  sqlite3_bind_text (statement, 2, value, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, name, -1, SQLITE_STATIC);
  if (!outlay_database_run (table->database, statement, error))
    return NULL;

  return outlay_series_table_add_dimension (table, outlay_database_last_id (table->database), field,
                                            value, name);
}

static const OutlaySeries *
intern_series (OutlaySeriesTable *table, OutlaySeries *series, GError **error)
{
  static const char insert_series[] =
      "INSERT INTO series (stream, kind, meter, project, key, user, model, tier, region, "
      "context, line_item, unit, status, tags, currency) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  const OutlaySeries *found = g_hash_table_lookup (table->by_series, series);
  sqlite3_stmt *statement;

  if (found != NULL)
    return found;

  statement = outlay_database_statement (table->database, insert_series, error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, series->stream->id);
  sqlite3_bind_int (statement, 2, (int) series->kind);
  sqlite3_bind_int (statement, 3, (int) series->meter);
  for (int i = 0; i < OUTLAY_N_FIELDS; i++)
    sqlite3_bind_int64 (statement, 4 + i, series->field[i]->id);
  if (!outlay_database_run (table->database, statement, error))
    return NULL;

  series->id = outlay_database_last_id (table->database);
  return outlay_series_table_add_series (table, series);
}

static guint8 *
put_text (guint8 *to, const char *text, gsize length)
{
  memcpy (to, text, length);
  to[length] = '\0';
  return to + length + 1;
}

/* All that a series hangs on, names too: a new name has to be stored. */
static void
build_tuple (OutlaySeriesTable *table, const OutlayStream *stream, const OutlayRecord *record)
{
  const gint64 head[2] = { stream->id, (gint64) record->kind << 32 | (gint64) record->meter };
  gsize lengths[2 * OUTLAY_N_FIELDS];
  gsize needed = sizeof head;
  guint8 *to;

  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    {
      lengths[2 * i] = strlen (record->field[i]);
      lengths[2 * i + 1] = record->name[i] != NULL ? strlen (record->name[i]) : 0;
      needed += lengths[2 * i] + lengths[2 * i + 1] + 2;
    }
  if (needed > table->tuple_size)
    {
      table->tuple_size = needed * 2;
      table->tuple.data = g_realloc (table->tuple.data, table->tuple_size);
    }

  to = table->tuple.data;
  memcpy (to, head, sizeof head);
  to += sizeof head;
  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    {
      to = put_text (to, record->field[i], lengths[2 * i]);
      to = put_text (to, record->name[i] != NULL ? record->name[i] : "", lengths[2 * i + 1]);
    }
  table->tuple.length = needed;
}

static void
learn_tuple (OutlaySeriesTable *table, const OutlaySeries *series)
{
  OutlayTuple *tuple = g_new (OutlayTuple, 1);

  *tuple = (OutlayTuple){ g_memdup2 (table->tuple.data, table->tuple.length), table->tuple.length };
  g_hash_table_insert (table->by_tuple, tuple, (gpointer) series);
}

/**
 * outlay_series_table_find:
 * @table: a table
 * @stream: where @record comes from
 * @record: a record
 *
 * Reads nothing that outlay_series_table_get() and the like read: one thread may find
 * while another gets.
 *
 * Returns: (transfer none) (nullable): the series of @record, if it, with all its names,
 *   was interned before in this table
 */
const OutlaySeries *
outlay_series_table_find (OutlaySeriesTable *table,
                          const OutlayStream *stream,
                          const OutlayRecord *record)
{
  build_tuple (table, stream, record);
  return g_hash_table_lookup (table->by_tuple, &table->tuple);
}

/**
 * outlay_series_table_intern:
 * @table: a table
 * @stream: where @record comes from
 * @record: a record
 * @error: return location for an #OutlayStoreError
 *
 * A name beside an id becomes the id's newest label.
 *
 * Returns: (transfer none) (nullable): the series of @record, new if need be
 */
const OutlaySeries *
outlay_series_table_intern (OutlaySeriesTable *table,
                            const OutlayStream *stream,
                            const OutlayRecord *record,
                            GError **error)
{
  OutlaySeries series = { .stream = stream, .kind = record->kind, .meter = record->meter };
  const OutlaySeries *found = outlay_series_table_find (table, stream, record);

  if (found != NULL)
    return found;

  for (int i = 0; i < OUTLAY_N_FIELDS; i++)
    {
      series.field[i] = intern_dimension (table, i, record->field[i], record->name[i], error);
      if (series.field[i] == NULL)
        return NULL;
    }

  found = intern_series (table, &series, error);
  if (found != NULL)
    learn_tuple (table, found);
  return found;
}

/**
 * outlay_series_table_get:
 * @table: a table
 * @id: of a series
 *
 * Returns: (transfer none) (nullable): the series
 */
const OutlaySeries *
outlay_series_table_get (OutlaySeriesTable *table, gint64 id)
{
  return id > 0 && id < table->series->len ? table->series->pdata[id] : NULL;
}

/**
 * outlay_series_table_dimension:
 * @table: a table
 * @id: of a dimension
 *
 * Returns: (transfer none) (nullable): the dimension
 */
const OutlayDimension *
outlay_series_table_dimension (OutlaySeriesTable *table, gint64 id)
{
  return id >= 0 && id < table->dimensions->len ? table->dimensions->pdata[id] : NULL;
}

/**
 * outlay_series_table_accounts:
 * @table: a table
 *
 * Returns: (transfer none) (element-type OutlayStreamAccount): all provider accounts
 */
const GPtrArray *
outlay_series_table_accounts (OutlaySeriesTable *table)
{
  return table->accounts;
}

/**
 * outlay_series_table_streams:
 * @table: a table
 *
 * Returns: (transfer none) (element-type OutlayStream): all streams
 */
const GPtrArray *
outlay_series_table_streams (OutlaySeriesTable *table)
{
  return table->streams;
}

/**
 * outlay_series_table_max_id:
 * @table: a table
 *
 * Returns: the highest id of a series
 */
gint64
outlay_series_table_max_id (OutlaySeriesTable *table)
{
  return (gint64) table->series->len - 1;
}
