-- What both kinds of database hold: the records, and the history of every operation.
--
-- A record table: n = rowid, id = UUID, then the fields of the record type (a test compares them with the field table),
-- then who, where and when. versions: who wrote which field, packed (shared/store/version_pack.h). extra: fields that
-- this program does not know yet, as JSON, kept and sent back unchanged.

-- A party who buys from us.
CREATE TABLE customer (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT,
  customer_type TEXT,
  gstin TEXT,
  gst_category TEXT,
  pan TEXT,
  gstin_source TEXT,
  gstin_source_by TEXT,
  gstin_source_at INTEGER,
  trade_name TEXT,
  website TEXT,
  customer_group BLOB CHECK (length(customer_group) = 16),
  territory BLOB CHECK (length(territory) = 16),
  default_price_list BLOB CHECK (length(default_price_list) = 16),
  sales_partner BLOB CHECK (length(sales_partner) = 16),
  commission_rate INTEGER,
  credit_limit INTEGER,
  credit_days INTEGER,
  payment_terms TEXT,
  on_hold INTEGER CHECK (on_hold IN (0, 1)),
  hold_until TEXT,
  notes TEXT,
  active INTEGER CHECK (active IN (0, 1)),
  supersedes BLOB CHECK (length(supersedes) = 16),
  superseded_by BLOB CHECK (length(superseded_by) = 16),
  merged_into BLOB CHECK (length(merged_into) = 16),
  walk_in INTEGER CHECK (walk_in IN (0, 1)),
  override_reason TEXT,
  code TEXT,
  name_key TEXT NOT NULL,  -- the name's comparison key: order of lists, search by beginning, import
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

-- A person or desk that we talk to.
CREATE TABLE contact (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT,
  designation TEXT,
  phone TEXT,
  email TEXT,
  other_phones TEXT,
  other_emails TEXT,
  is_primary INTEGER CHECK (is_primary IN (0, 1)),
  is_billing INTEGER CHECK (is_billing IN (0, 1)),
  active INTEGER CHECK (active IN (0, 1)),
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

-- A place.
CREATE TABLE address (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  title TEXT,
  address_type TEXT,
  line1 TEXT,
  line2 TEXT,
  city TEXT,
  state TEXT,
  pincode TEXT,
  country TEXT,
  phone TEXT,
  email TEXT,
  gstin TEXT,
  gst_category TEXT,
  is_primary INTEGER CHECK (is_primary IN (0, 1)),
  is_shipping INTEGER CHECK (is_shipping IN (0, 1)),
  active INTEGER CHECK (active IN (0, 1)),
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

-- That a contact belongs to a party.
CREATE TABLE contact_link (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  contact BLOB CHECK (length(contact) = 16),
  party_kind TEXT,
  party BLOB CHECK (length(party) = 16),
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

-- That an address belongs to a party.
CREATE TABLE address_link (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  address BLOB CHECK (length(address) = 16),
  party_kind TEXT,
  party BLOB CHECK (length(party) = 16),
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

-- A sales person's share in a customer.
CREATE TABLE sales_team_member (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  customer BLOB CHECK (length(customer) = 16),
  sales_person BLOB CHECK (length(sales_person) = 16),
  share INTEGER,
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

CREATE INDEX customer_by_name ON customer(name_key) WHERE deleted = 0;
CREATE INDEX customer_by_gstin ON customer(gstin) WHERE gstin IS NOT NULL;  -- not unique: two devices may add one
CREATE INDEX customer_by_code ON customer(code) WHERE code IS NOT NULL;
CREATE INDEX contact_link_by_party ON contact_link(party);
CREATE INDEX contact_link_by_contact ON contact_link(contact);
CREATE INDEX address_link_by_party ON address_link(party);
CREATE INDEX address_link_by_address ON address_link(address);
CREATE INDEX sales_team_member_by_customer ON sales_team_member(customer);

-- Every operation that was applied here: on the master all of them, on a device its own. Never changed, never deleted.
CREATE TABLE history (
  device INTEGER NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  type INTEGER NOT NULL,
  row_id BLOB NOT NULL CHECK (length(row_id) = 16),
  kind INTEGER NOT NULL,        -- ChangeKind
  source INTEGER NOT NULL,      -- ChangeSource
  user TEXT NOT NULL,
  wall_ms INTEGER NOT NULL,     -- the author's clock, as it was
  commit_seq INTEGER NOT NULL,  -- the first operation of the same save
  fields TEXT NOT NULL,         -- JSON by field number
  base BLOB NOT NULL,           -- what the author saw: packed dots
  units BLOB,                   -- master: effective time and rank of each unit, packed
  received_ms INTEGER,          -- master
  outcome INTEGER,              -- master: OpOutcome, for repeating the answer
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_by_row ON history(row_id);

CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;
CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
