-- Customers that were made one, and new records for old ones.

-- Why, and from when, a new record stands for a customer (the old one is in `supersedes`).
ALTER TABLE customer ADD COLUMN supersede_reason TEXT;
ALTER TABLE customer ADD COLUMN supersede_date TEXT;

-- That two customers were made one, and what stood before.
CREATE TABLE customer_merge (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  survivor BLOB CHECK (length(survivor) = 16),
  loser BLOB CHECK (length(loser) = 16),
  reason TEXT,
  before TEXT,
  undone INTEGER CHECK (undone IN (0, 1)),
  redirected TEXT,
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
CREATE INDEX customer_merge_by_survivor ON customer_merge(survivor);
CREATE INDEX customer_merge_by_loser ON customer_merge(loser);
