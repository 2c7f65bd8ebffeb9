-- Who may use the master. Only hashes of passwords and tokens are kept. A device's owner and name stand in `device`.

CREATE TABLE app_user (  -- "user" is a reserved word in PostgreSQL
  name TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('rep', 'outlet', 'manager', 'office', 'auditor', 'administrator')),
  password_hash TEXT NOT NULL,  -- argon2id with its parameters and salt
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  created_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
  user_name TEXT NOT NULL REFERENCES app_user(name),
  device INTEGER NOT NULL,
  seen_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_user ON session(user_name);
CREATE INDEX session_by_expiry ON session(expires_ms);

-- The one-time right to make the first administrator: at most one row.
CREATE TABLE setup_offer (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  token_hash TEXT NOT NULL CHECK (length(token_hash) = 64),
  made_ms INTEGER NOT NULL
) STRICT;
