-- A device's side of sync. The record tables hold what the app shows: the master's rows with the device's own pending
-- operations on top. A pending operation is one that stands in the outbox.

CREATE TABLE sync_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  device INTEGER NOT NULL CHECK (device > 0),
  last_seq INTEGER NOT NULL DEFAULT 0,       -- this device's newest operation
  epoch TEXT NOT NULL DEFAULT '',            -- the cursor: where we are in the master's order of changes
  seq INTEGER NOT NULL DEFAULT 0,
  salt TEXT NOT NULL DEFAULT '',
  skipped_schema INTEGER NOT NULL DEFAULT 0  -- the schema for which rows of unknown tables went by; a newer one pulls again
) STRICT;

-- Unsent: acked_head is null. Acknowledged: the master's head at the acknowledgement; the operation stays on top of the
-- base until a pull has come that far. What it says stands in history.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  type INTEGER NOT NULL,
  row_id BLOB NOT NULL CHECK (length(row_id) = 16),
  acked_head INTEGER
) STRICT;
CREATE INDEX outbox_by_row ON outbox(row_id);
CREATE INDEX outbox_acked ON outbox(acked_head) WHERE acked_head IS NOT NULL;

CREATE TRIGGER outbox_is_sacred BEFORE DELETE ON outbox WHEN OLD.acked_head IS NULL
BEGIN SELECT RAISE(ABORT, 'an operation leaves the outbox only when the master has it'); END;

-- The master's version of a row with pending operations. present = 0: the master has no such row (yet).
CREATE TABLE base_row (
  row_id BLOB PRIMARY KEY CHECK (length(row_id) = 16),
  type INTEGER NOT NULL,
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  fields TEXT NOT NULL,
  versions BLOB NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  created_user TEXT NOT NULL,
  created_device INTEGER NOT NULL,
  created_ms INTEGER NOT NULL,
  changed_user TEXT NOT NULL,
  changed_device INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- After a restart of the pull: rows that the master has not named again. What is left at the end is gone there.
CREATE TABLE stale_row (
  row_id BLOB PRIMARY KEY CHECK (length(row_id) = 16),
  type INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The review list as last fetched, one message each.
CREATE TABLE conflict (
  place INTEGER PRIMARY KEY,
  row_id BLOB NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX conflict_by_row ON conflict(row_id);

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Search. customer_text: what the list shows and what is searched, per customer (n = customer.n).
CREATE TABLE customer_text (
  n INTEGER PRIMARY KEY,
  phone TEXT NOT NULL,     -- shown: of the default contact
  city TEXT NOT NULL,      -- shown: of the default billing address
  words TEXT NOT NULL,     -- folded; the name's words first, a line feed, then all others
  squashed TEXT NOT NULL   -- folded, letters and digits only, fields apart by '|'
) STRICT;
CREATE VIRTUAL TABLE customer_words USING fts5(
  name, other, content='', contentless_delete=1, detail=column, prefix='1 2 3', tokenize='ascii');
CREATE VIRTUAL TABLE customer_parts USING fts5(
  squashed, content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1');
-- Words of names and places, by length: what a misspelt word may have meant.
CREATE TABLE search_word (
  letters INTEGER NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (letters, word)
) STRICT, WITHOUT ROWID;
