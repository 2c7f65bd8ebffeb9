-- The rest of the master's records: companies and ledgers, trees, suppliers, sales partners, prices, targets, dated changes.
-- The columns of a record table are told at the head of 0001.

ALTER TABLE customer ADD COLUMN hold_reason TEXT;
ALTER TABLE customer ADD COLUMN inactive_reason TEXT;

-- One of our own companies.
CREATE TABLE company (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT,
  abbreviation TEXT,
  gstin TEXT,
  state TEXT,
  credit_limit INTEGER,
  receivable_group BLOB CHECK (length(receivable_group) = 16),
  default_price_list BLOB CHECK (length(default_price_list) = 16),
  fiscal_year_start TEXT,
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

-- A ledger or a group of them, in one company's tree.
CREATE TABLE account (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT,
  company BLOB CHECK (length(company) = 16),
  parent BLOB CHECK (length(parent) = 16),
  is_group INTEGER CHECK (is_group IN (0, 1)),
  customer BLOB CHECK (length(customer) = 16),
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

-- A customer in a company: its ledger and its own limit there.
CREATE TABLE customer_company (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  customer BLOB CHECK (length(customer) = 16),
  company BLOB CHECK (length(company) = 16),
  account BLOB CHECK (length(account) = 16),
  credit_limit INTEGER,
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

-- A kind of customer, in a tree.
CREATE TABLE customer_group (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT,
  parent BLOB CHECK (length(parent) = 16),
  is_group INTEGER CHECK (is_group IN (0, 1)),
  default_price_list BLOB CHECK (length(default_price_list) = 16),
  credit_limit INTEGER,
  credit_days INTEGER,
  payment_terms TEXT,
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

-- Where we sell, in a tree.
CREATE TABLE territory (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT,
  parent BLOB CHECK (length(parent) = 16),
  is_group INTEGER CHECK (is_group IN (0, 1)),
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

-- Who sells, in a tree.
CREATE TABLE sales_person (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT,
  parent BLOB CHECK (length(parent) = 16),
  is_group INTEGER CHECK (is_group IN (0, 1)),
  user TEXT,
  enabled INTEGER CHECK (enabled IN (0, 1)),
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

-- A kind of items, in a tree.
CREATE TABLE item_group (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT,
  parent BLOB CHECK (length(parent) = 16),
  is_group INTEGER CHECK (is_group IN (0, 1)),
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

-- Whom we buy from.
CREATE TABLE supplier (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT,
  gstin TEXT,
  pan TEXT,
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

-- Who sells for us.
CREATE TABLE sales_partner (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT,
  partner_type TEXT,
  territory BLOB CHECK (length(territory) = 16),
  commission_rate INTEGER,
  customer BLOB CHECK (length(customer) = 16),
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

-- A list of item prices.
CREATE TABLE price_list (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT,
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

-- What we sell.
CREATE TABLE item (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  code TEXT,
  name TEXT,
  item_group BLOB CHECK (length(item_group) = 16),
  unit_of_measure TEXT,
  hsn TEXT,
  gst_rate INTEGER,
  rate INTEGER,
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

-- What an item costs in a price list, for a time.
CREATE TABLE item_price (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  item BLOB CHECK (length(item) = 16),
  price_list BLOB CHECK (length(price_list) = 16),
  rate INTEGER,
  valid_from TEXT,
  valid_to TEXT,
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

-- What is to be sold in a fiscal year, and how it spreads over its months.
CREATE TABLE target (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  owner_kind TEXT,
  owner BLOB CHECK (length(owner) = 16),
  fiscal_year INTEGER,
  item_group BLOB CHECK (length(item_group) = 16),
  quantity INTEGER,
  amount INTEGER,
  share_1 INTEGER,
  share_2 INTEGER,
  share_3 INTEGER,
  share_4 INTEGER,
  share_5 INTEGER,
  share_6 INTEGER,
  share_7 INTEGER,
  share_8 INTEGER,
  share_9 INTEGER,
  share_10 INTEGER,
  share_11 INTEGER,
  share_12 INTEGER,
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

-- From which day a customer has another group, territory or sales person.
CREATE TABLE assignment (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  customer BLOB CHECK (length(customer) = 16),
  from_date TEXT,
  customer_group BLOB CHECK (length(customer_group) = 16),
  customer_group_before BLOB CHECK (length(customer_group_before) = 16),
  territory BLOB CHECK (length(territory) = 16),
  territory_before BLOB CHECK (length(territory_before) = 16),
  sales_person BLOB CHECK (length(sales_person) = 16),
  sales_person_before BLOB CHECK (length(sales_person_before) = 16),
  reason TEXT,
  followed INTEGER CHECK (followed IN (0, 1)),
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

-- Links by which records are looked up: what is in a group, which ledgers a company has, who uses a node. Partial where
-- most rows have none.
CREATE INDEX customer_by_customer_group ON customer(customer_group) WHERE customer_group IS NOT NULL;
CREATE INDEX customer_by_territory ON customer(territory) WHERE territory IS NOT NULL;
CREATE INDEX customer_by_default_price_list ON customer(default_price_list) WHERE default_price_list IS NOT NULL;
CREATE INDEX customer_by_sales_partner ON customer(sales_partner) WHERE sales_partner IS NOT NULL;
CREATE INDEX sales_team_member_by_sales_person ON sales_team_member(sales_person);
CREATE INDEX account_by_company ON account(company);
CREATE INDEX account_by_parent ON account(parent) WHERE parent IS NOT NULL;
CREATE INDEX account_by_customer ON account(customer) WHERE customer IS NOT NULL;
CREATE INDEX customer_company_by_customer ON customer_company(customer);
CREATE INDEX customer_company_by_company ON customer_company(company);
CREATE INDEX customer_company_by_account ON customer_company(account) WHERE account IS NOT NULL;
CREATE INDEX customer_group_by_parent ON customer_group(parent) WHERE parent IS NOT NULL;
CREATE INDEX territory_by_parent ON territory(parent) WHERE parent IS NOT NULL;
CREATE INDEX sales_person_by_parent ON sales_person(parent) WHERE parent IS NOT NULL;
CREATE INDEX item_group_by_parent ON item_group(parent) WHERE parent IS NOT NULL;
CREATE INDEX customer_group_by_default_price_list ON customer_group(default_price_list) WHERE default_price_list IS NOT NULL;
CREATE INDEX sales_partner_by_territory ON sales_partner(territory) WHERE territory IS NOT NULL;
CREATE INDEX sales_partner_by_customer ON sales_partner(customer) WHERE customer IS NOT NULL;
CREATE INDEX item_by_item_group ON item(item_group) WHERE item_group IS NOT NULL;
CREATE INDEX item_by_code ON item(code) WHERE code IS NOT NULL;
CREATE INDEX item_price_by_item ON item_price(item);
CREATE INDEX item_price_by_price_list ON item_price(price_list);
CREATE INDEX target_by_owner ON target(owner);
CREATE INDEX target_by_item_group ON target(item_group) WHERE item_group IS NOT NULL;
CREATE INDEX assignment_by_customer ON assignment(customer);
CREATE INDEX assignment_due ON assignment(from_date) WHERE followed = 0;
CREATE INDEX assignment_by_customer_group ON assignment(customer_group) WHERE customer_group IS NOT NULL;
CREATE INDEX assignment_by_customer_group_before ON assignment(customer_group_before) WHERE customer_group_before IS NOT NULL;
CREATE INDEX assignment_by_territory ON assignment(territory) WHERE territory IS NOT NULL;
CREATE INDEX assignment_by_territory_before ON assignment(territory_before) WHERE territory_before IS NOT NULL;
CREATE INDEX assignment_by_sales_person ON assignment(sales_person) WHERE sales_person IS NOT NULL;
CREATE INDEX assignment_by_sales_person_before ON assignment(sales_person_before) WHERE sales_person_before IS NOT NULL;
