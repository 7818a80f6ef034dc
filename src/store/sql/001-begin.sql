-- The store, version 1.
--
-- Money is INTEGER nano-units beside a currency, days are days since 1970 UTC,
-- months are months since January 1970, instants are seconds since 1970 UTC.

CREATE TABLE setting (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Where spend comes from ------------------------------------------------------

CREATE TABLE account (
  id       INTEGER PRIMARY KEY,
  provider TEXT NOT NULL,
  value    TEXT NOT NULL,                 -- '': the provider's only account
  name     TEXT NOT NULL DEFAULT '',
  UNIQUE (provider, value)
) STRICT;

CREATE TABLE stream (
  id      INTEGER PRIMARY KEY,
  source  TEXT NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  role    INTEGER NOT NULL CHECK (role IN (0, 1, 2)),     -- bill, meter, observer
  rule    INTEGER NOT NULL CHECK (rule IN (0, 1, 2)),     -- bucket, event, statement
  UNIQUE (source, account)
) STRICT;

CREATE TABLE batch (
  id             INTEGER PRIMARY KEY,
  run            INTEGER NOT NULL,        -- one command or drop: parts of one statement
  path           TEXT NOT NULL,
  format         TEXT NOT NULL,
  fingerprint    BLOB NOT NULL,           -- SHA-256 of the bytes
  state          TEXT NOT NULL CHECK (state IN ('active', 'undone')),
  imported       INTEGER NOT NULL,        -- instant
  header         TEXT NOT NULL DEFAULT '',
  rows           INTEGER NOT NULL DEFAULT 0,
  new_rows       INTEGER NOT NULL DEFAULT 0,
  duplicate_rows INTEGER NOT NULL DEFAULT 0,
  changed_rows   INTEGER NOT NULL DEFAULT 0,
  rejected_rows  INTEGER NOT NULL DEFAULT 0,
  skipped_rows   INTEGER NOT NULL DEFAULT 0,
  unpriced_rows  INTEGER NOT NULL DEFAULT 0,
  first_day      INTEGER,
  last_day       INTEGER,
  requests       INTEGER NOT NULL DEFAULT 0,
  input          INTEGER NOT NULL DEFAULT 0,
  cache_read     INTEGER NOT NULL DEFAULT 0,
  cache_write    INTEGER NOT NULL DEFAULT 0,
  output         INTEGER NOT NULL DEFAULT 0,
  computed       INTEGER                  -- NULL: it carries no usage
) STRICT;
CREATE UNIQUE INDEX batch_fingerprint ON batch (fingerprint) WHERE state = 'active';

CREATE TABLE batch_amount (
  batch    INTEGER NOT NULL REFERENCES batch (id),
  currency TEXT NOT NULL,
  billed   INTEGER NOT NULL,
  control  INTEGER,                       -- the file's own total
  PRIMARY KEY (batch, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_note (
  batch INTEGER NOT NULL REFERENCES batch (id),
  place INTEGER NOT NULL,
  text  TEXT NOT NULL,
  PRIMARY KEY (batch, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE reject (
  batch  INTEGER NOT NULL REFERENCES batch (id),
  line   INTEGER NOT NULL,
  field  TEXT NOT NULL,
  reason TEXT NOT NULL,
  text   TEXT NOT NULL,
  PRIMARY KEY (batch, line)
) STRICT, WITHOUT ROWID;

-- What spend is told apart by. Id 0 is the empty text and has no row. ---------

CREATE TABLE dimension (
  id    INTEGER PRIMARY KEY,
  field INTEGER NOT NULL,
  value TEXT NOT NULL,
  name  TEXT NOT NULL DEFAULT '',         -- the newest label beside the id
  UNIQUE (field, value)
) STRICT;

CREATE TABLE series (
  id        INTEGER PRIMARY KEY,
  stream    INTEGER NOT NULL REFERENCES stream (id),
  kind      INTEGER NOT NULL,             -- OutlayChargeKind
  meter     INTEGER NOT NULL,             -- OutlayMeter
  project   INTEGER NOT NULL,
  key       INTEGER NOT NULL,
  user      INTEGER NOT NULL,
  model     INTEGER NOT NULL,
  tier      INTEGER NOT NULL,
  region    INTEGER NOT NULL,
  context   INTEGER NOT NULL,
  line_item INTEGER NOT NULL,
  unit      INTEGER NOT NULL,
  status    INTEGER NOT NULL,
  tags      INTEGER NOT NULL,
  currency  INTEGER NOT NULL,
  UNIQUE (stream, kind, meter, project, key, user, model, tier, region, context, line_item,
          unit, status, tags, currency)
) STRICT;

-- Facts: written once with their batch, never changed ------------------------

CREATE TABLE fact (
  batch INTEGER NOT NULL,
  start INTEGER NOT NULL,                 -- instant
  series INTEGER NOT NULL,
  slice INTEGER NOT NULL,                 -- statements: billing month; else 0
  rows INTEGER NOT NULL,
  requests INTEGER NOT NULL,
  input INTEGER NOT NULL,
  cache_read INTEGER NOT NULL,
  cache_write_5m INTEGER NOT NULL,
  cache_write_1h INTEGER NOT NULL,
  output INTEGER NOT NULL,
  reasoning INTEGER NOT NULL,
  audio_input INTEGER NOT NULL,
  audio_output INTEGER NOT NULL,
  image_input INTEGER NOT NULL,
  image_output INTEGER NOT NULL,
  web_searches INTEGER NOT NULL,
  quantity INTEGER NOT NULL,              -- millionths of the series' unit
  billed INTEGER NOT NULL,
  effective INTEGER NOT NULL,
  notional INTEGER NOT NULL,
  computed INTEGER,                       -- only where a day cannot be priced as a whole
  PRIMARY KEY (batch, start, series, slice)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  stream INTEGER NOT NULL,
  day INTEGER NOT NULL,
  id INTEGER NOT NULL,                    -- 64 bits of the external id's hash
  batch INTEGER NOT NULL,
  start INTEGER NOT NULL,
  series INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  requests INTEGER NOT NULL,
  input INTEGER NOT NULL,
  cache_read INTEGER NOT NULL,
  cache_write_5m INTEGER NOT NULL,
  cache_write_1h INTEGER NOT NULL,
  output INTEGER NOT NULL,
  reasoning INTEGER NOT NULL,
  audio_input INTEGER NOT NULL,
  audio_output INTEGER NOT NULL,
  image_input INTEGER NOT NULL,
  image_output INTEGER NOT NULL,
  web_searches INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  billed INTEGER NOT NULL,
  effective INTEGER NOT NULL,
  notional INTEGER NOT NULL,
  computed INTEGER NOT NULL,
  price_state INTEGER NOT NULL,           -- OutlayPriceState
  PRIMARY KEY (stream, day, id, batch)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_batch ON event (batch, stream, day);

-- What a batch claims, and what it covers ------------------------------------

CREATE TABLE cover (
  stream  INTEGER NOT NULL,
  slice   INTEGER NOT NULL,               -- day; statements: billing month
  scope   INTEGER NOT NULL,               -- project; 0 the whole account; -1 rows without one
  batch   INTEGER NOT NULL,
  grain   INTEGER NOT NULL,               -- a bit for each field that is filled
  running INTEGER NOT NULL CHECK (running IN (0, 1)),
  total   INTEGER NOT NULL,
  PRIMARY KEY (stream, slice, scope, batch)
) STRICT, WITHOUT ROWID;
CREATE INDEX cover_batch ON cover (batch);

CREATE TABLE span (
  batch     INTEGER NOT NULL,
  stream    INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day  INTEGER NOT NULL,
  running   INTEGER NOT NULL CHECK (running IN (0, 1)),   -- its last day is still running
  PRIMARY KEY (batch, stream, first_day)
) STRICT, WITHOUT ROWID;

-- The daily roll-up: a row for each layer ------------------------------------

CREATE TABLE daily (
  stream INTEGER NOT NULL,
  day INTEGER NOT NULL,
  scope INTEGER NOT NULL,                 -- as in cover; statements: billing month
  series INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  live INTEGER NOT NULL CHECK (live IN (0, 1)),           -- its batch won the slice
  settled INTEGER NOT NULL CHECK (settled IN (0, 1)),     -- it counts through settled
  rows INTEGER NOT NULL,
  unpriced_rows INTEGER NOT NULL,
  requests INTEGER NOT NULL,
  input INTEGER NOT NULL,
  cache_read INTEGER NOT NULL,
  cache_write_5m INTEGER NOT NULL,
  cache_write_1h INTEGER NOT NULL,
  output INTEGER NOT NULL,
  reasoning INTEGER NOT NULL,
  audio_input INTEGER NOT NULL,
  audio_output INTEGER NOT NULL,
  image_input INTEGER NOT NULL,
  image_output INTEGER NOT NULL,
  web_searches INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  billed INTEGER NOT NULL,
  effective INTEGER NOT NULL,
  notional INTEGER NOT NULL,
  computed INTEGER NOT NULL,
  price_state INTEGER NOT NULL,
  cost INTEGER NOT NULL,                  -- what it counts for, unless settled
  PRIMARY KEY (stream, day, scope, series, batch)
) STRICT, WITHOUT ROWID;

-- One spend seen by several sources, counted once ----------------------------

CREATE TABLE settled (
  account INTEGER NOT NULL,
  day INTEGER NOT NULL,
  series INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  place INTEGER NOT NULL,
  currency INTEGER NOT NULL,              -- dimension; 0: the price book's
  rows INTEGER NOT NULL,
  unpriced_rows INTEGER NOT NULL,
  requests INTEGER NOT NULL,
  input INTEGER NOT NULL,
  cache_read INTEGER NOT NULL,
  cache_write_5m INTEGER NOT NULL,
  cache_write_1h INTEGER NOT NULL,
  output INTEGER NOT NULL,
  reasoning INTEGER NOT NULL,
  audio_input INTEGER NOT NULL,
  audio_output INTEGER NOT NULL,
  image_input INTEGER NOT NULL,
  image_output INTEGER NOT NULL,
  web_searches INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  billed INTEGER NOT NULL,
  computed INTEGER NOT NULL,
  estimated INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  not_on_bill INTEGER NOT NULL CHECK (not_on_bill IN (0, 1)),
  PRIMARY KEY (account, day, series, kind, place)
) STRICT, WITHOUT ROWID;

-- What the user plans ---------------------------------------------------------

CREATE TABLE feature (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE,
  owner       TEXT NOT NULL DEFAULT '',
  cost_centre TEXT NOT NULL DEFAULT '',
  stage       TEXT NOT NULL DEFAULT 'production'
              CHECK (stage IN ('production', 'development', 'evaluation')),
  parent      INTEGER REFERENCES feature (id) ON DELETE SET NULL,
  slot        INTEGER NOT NULL            -- colour: the smallest number that was free
) STRICT;

CREATE TABLE rule (
  id         INTEGER PRIMARY KEY,
  feature    INTEGER NOT NULL REFERENCES feature (id) ON DELETE CASCADE,
  share      INTEGER NOT NULL CHECK (share BETWEEN 1 AND 1000000),   -- millionths
  priority   INTEGER NOT NULL,
  valid_from INTEGER,                     -- day
  valid_to   INTEGER
) STRICT;

CREATE TABLE rule_match (
  rule  INTEGER NOT NULL REFERENCES rule (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  field INTEGER NOT NULL,                 -- OutlayMatchField
  tag   TEXT NOT NULL DEFAULT '',
  glob  TEXT NOT NULL,
  PRIMARY KEY (rule, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE budget (
  feature    INTEGER NOT NULL,            -- 0: Unallocated
  month      INTEGER NOT NULL,
  amount     INTEGER NOT NULL CHECK (amount >= 0),
  currency   TEXT NOT NULL,
  thresholds TEXT NOT NULL DEFAULT '',    -- '': the defaults
  rollover   INTEGER NOT NULL DEFAULT 0 CHECK (rollover IN (0, 1)),
  PRIMARY KEY (feature, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE use_case (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE,
  method TEXT                             -- NULL: its value is not estimated
) STRICT;

CREATE TABLE use_case_feature (
  use_case INTEGER NOT NULL REFERENCES use_case (id) ON DELETE CASCADE,
  feature  INTEGER NOT NULL REFERENCES feature (id) ON DELETE CASCADE,
  share    INTEGER NOT NULL CHECK (share BETWEEN 1 AND 1000000),
  PRIMARY KEY (use_case, feature)
) STRICT, WITHOUT ROWID;

CREATE TABLE value_input (
  use_case INTEGER NOT NULL REFERENCES use_case (id) ON DELETE CASCADE,
  key      TEXT NOT NULL,
  low      INTEGER,                       -- millionths; NULL: no range
  likely   INTEGER NOT NULL,
  high     INTEGER,
  PRIMARY KEY (use_case, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome (
  use_case INTEGER NOT NULL REFERENCES use_case (id) ON DELETE CASCADE,
  day      INTEGER NOT NULL,
  count    INTEGER NOT NULL CHECK (count >= 0),
  of_month INTEGER NOT NULL DEFAULT 0 CHECK (of_month IN (0, 1)),    -- the month's, typed
  PRIMARY KEY (use_case, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE cost_item (
  id         INTEGER PRIMARY KEY,
  use_case   INTEGER REFERENCES use_case (id) ON DELETE CASCADE,     -- NULL: shared
  share      INTEGER NOT NULL CHECK (share IN (0, 1, 2)),            -- direct, even, by spend
  kind       INTEGER NOT NULL,            -- OutlayCostKind
  name       TEXT NOT NULL,
  amount     INTEGER NOT NULL CHECK (amount >= 0),
  currency   TEXT NOT NULL,
  once       INTEGER NOT NULL CHECK (once IN (0, 1)),
  months     INTEGER NOT NULL CHECK (months >= 1),
  from_month INTEGER NOT NULL,
  to_month   INTEGER
) STRICT;
