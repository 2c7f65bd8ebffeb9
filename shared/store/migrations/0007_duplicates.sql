-- Duplicates: what people decided about a pair (a record), and the keys by which pairs are found without comparing
-- everybody with everybody. The keys of rows that are already here are written at the end of the migration.

-- What a person decided about two customers that look like one.
CREATE TABLE duplicate_decision (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  customer_a BLOB CHECK (length(customer_a) = 16),
  customer_b BLOB CHECK (length(customer_b) = 16),
  decision TEXT,
  reason TEXT,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  created_user TEXT NOT NULL,
  created_device INTEGER NOT NULL,
  created_ms INTEGER NOT NULL,
  changed_user TEXT NOT NULL,
  changed_device INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL,
  versions BLOB NOT NULL,
  extra TEXT
) STRICT;

-- shared/domain/duplicates/duplicate_keys.h. n = customer.n.
CREATE TABLE duplicate_key (
  kind INTEGER NOT NULL,    -- DuplicateKeyKind
  key INTEGER NOT NULL,     -- 48 bits of hash
  n INTEGER NOT NULL,
  sketch INTEGER NOT NULL,  -- of the name, for keys by name; else 0
  PRIMARY KEY (kind, key, n)
) STRICT, WITHOUT ROWID;

-- What of a customer stands in duplicate_key, packed (shared/store/duplicate_index.cpp): an edit that changes none of it
-- writes nothing.
CREATE TABLE duplicate_entry (
  n INTEGER PRIMARY KEY,
  keys BLOB NOT NULL
) STRICT;

-- Customers that changed since they were last compared with others.
CREATE TABLE duplicate_due (
  n INTEGER PRIMARY KEY
) STRICT;

-- Pairs that look like one, as last compared; a < b are customer.n.
CREATE TABLE duplicate_pair (
  a INTEGER NOT NULL,
  b INTEGER NOT NULL CHECK (a < b),
  level INTEGER NOT NULL,    -- DuplicateLevel
  reasons INTEGER NOT NULL,  -- DuplicateReason bits
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX duplicate_pair_by_b ON duplicate_pair(b);
CREATE INDEX duplicate_pair_by_level ON duplicate_pair(level, b);
