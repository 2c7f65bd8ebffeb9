-- The master's side of sync. Kept to what PostgreSQL also takes, as far as SQLite allows.

-- One row per ordering shard; there is one. Bumped as the last act of a transaction, so that numbers follow commits.
CREATE TABLE sync_head (
  shard INTEGER PRIMARY KEY,
  epoch TEXT NOT NULL,
  seq INTEGER NOT NULL,
  device INTEGER NOT NULL  -- the master's own, for what it writes itself
) STRICT;

-- Which row changed, in order of commit. Only a row's newest entry counts; older ones are swept now and then.
CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY,
  type INTEGER NOT NULL,
  row_n INTEGER NOT NULL
) STRICT;

-- One per transaction: a cursor carries the salt of the mark that covers it.
CREATE TABLE commit_mark (
  seq_to INTEGER PRIMARY KEY,
  salt TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  user TEXT NOT NULL,          -- who used it last
  name TEXT NOT NULL,          -- what people call it; empty = never named
  last_seq INTEGER NOT NULL,   -- its newest operation here
  floor_eff INTEGER NOT NULL,  -- its newest effective time
  seen_ms INTEGER NOT NULL
) STRICT;

-- An overwritten concurrent value, or a refused operation (kind Denied), kept for review. The values stand in history
-- (Denied: in quarantine). lead 0 is the row's hidden state.
CREATE TABLE field_conflict (
  n INTEGER PRIMARY KEY,
  type INTEGER NOT NULL,
  row_id BLOB NOT NULL CHECK (length(row_id) = 16),
  lead INTEGER NOT NULL,
  loser_device INTEGER NOT NULL,
  loser_seq INTEGER NOT NULL,
  cause_device INTEGER NOT NULL,  -- the operation whose arrival opened it
  cause_seq INTEGER NOT NULL,
  kind INTEGER NOT NULL,          -- ConflictKind
  state INTEGER NOT NULL,         -- ConflictState
  opened_ms INTEGER NOT NULL,
  decided_by TEXT,
  decided_ms INTEGER
) STRICT;
CREATE INDEX field_conflict_by_state ON field_conflict(state);
CREATE INDEX field_conflict_by_unit ON field_conflict(row_id, lead);
CREATE INDEX field_conflict_by_cause ON field_conflict(cause_device, cause_seq);

-- Operations that were refused, whole: nothing that a device sent is ever dropped.
CREATE TABLE quarantine (
  device INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  user TEXT NOT NULL,
  received_ms INTEGER NOT NULL,
  reason TEXT NOT NULL,
  row_id BLOB NOT NULL,
  message TEXT NOT NULL,  -- a push message with this one operation
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
