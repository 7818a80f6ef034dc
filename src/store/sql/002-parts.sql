-- The store, version 2.
--
-- A file of a statement that is in already may be handed in again with others that
-- are new. It is a part of their statement, too.

CREATE TABLE part (
  batch INTEGER NOT NULL REFERENCES batch (id),
  run   INTEGER NOT NULL,
  PRIMARY KEY (batch, run)
) STRICT, WITHOUT ROWID;
