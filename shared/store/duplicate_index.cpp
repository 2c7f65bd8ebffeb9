#include "shared/store/duplicate_index.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "shared/base/stable_hash.h"
#include "shared/store/statement.h"

namespace cm {
namespace {

constexpr std::string_view kFindCustomer =
    "SELECT name, trade_name, gstin, pan, walk_in, id FROM customer"
    " WHERE n = ? AND deleted = 0 AND merged_into IS NULL";
constexpr std::string_view kListContacts =
    "SELECT c.phone, c.other_phones, c.email, c.other_emails FROM contact_link l"
    " JOIN contact c ON c.id = l.contact"
    " WHERE l.party = ? AND l.deleted = 0 AND c.deleted = 0 AND c.active IS NOT 0";
constexpr std::string_view kListAddresses =
    "SELECT a.phone, a.email, a.pincode, a.city, a.state FROM address_link l"
    " JOIN address a ON a.id = l.address"
    " WHERE l.party = ? AND l.deleted = 0 AND a.deleted = 0 AND a.active IS NOT 0"
    " ORDER BY a.is_primary IS NOT 1, a.created_ms, a.id";  // the billing address's state counts
constexpr std::string_view kFindNumber = "SELECT n FROM customer WHERE id = ?";
constexpr std::string_view kFindEntry = "SELECT keys FROM duplicate_entry WHERE n = ?";
constexpr std::string_view kWriteEntry =
    "INSERT OR REPLACE INTO duplicate_entry(n, keys) VALUES (?, ?)";
constexpr std::string_view kRemoveEntry = "DELETE FROM duplicate_entry WHERE n = ?";
constexpr std::string_view kAddKey =
    "INSERT INTO duplicate_key(kind, key, n, sketch) VALUES (?, ?, ?, ?)";
constexpr std::string_view kRemoveKey =
    "DELETE FROM duplicate_key WHERE kind = ? AND key = ? AND n = ?";
constexpr std::string_view kAddDue = "INSERT OR IGNORE INTO duplicate_due(n) VALUES (?)";
constexpr std::string_view kListMissing =
    "SELECT n FROM customer WHERE n NOT IN (SELECT n FROM duplicate_entry)";
constexpr std::string_view kRemoveDue = "DELETE FROM duplicate_due WHERE n = ?";
constexpr std::array<std::string_view, 2> kRemovePairs = {"DELETE FROM duplicate_pair WHERE a = ?",
                                                          "DELETE FROM duplicate_pair WHERE b = ?"};

struct Concern {
  std::string_view table;
  std::vector<std::string_view> fields;
};

const std::vector<Concern>& concerns() {
  static const std::vector<Concern> kConcerns = {
      {"customer", {"name", "trade_name", "gstin", "pan", "walk_in", "merged_into"}},
      {"contact", {"phone", "email", "other_phones", "other_emails", "active"}},
      {"address", {"city", "state", "pincode", "phone", "email", "is_primary", "active"}},
      {"contact_link", {"contact", "party"}},
      {"address_link", {"address", "party"}},
  };
  return kConcerns;
}

void add_text(std::vector<std::string>& values, std::string_view text) {
  if (!text.empty()) values.emplace_back(text);
}

// One a line.
void add_lines(std::vector<std::string>& values, std::string_view text) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    add_text(values, text.substr(start, end - start));
    start = end + 1;
  }
}

void add_contacts(Database& database, const RecordId& customer, CustomerFacts& facts) {
  Statement statement(database, kListContacts);
  statement.bind(customer);
  while (statement.step()) {
    add_text(facts.phones, statement.text(0));
    add_lines(facts.phones, statement.text(1));
    add_text(facts.emails, statement.text(2));
    add_lines(facts.emails, statement.text(3));
  }
}

void add_addresses(Database& database, const RecordId& customer, CustomerFacts& facts) {
  Statement statement(database, kListAddresses);
  statement.bind(customer);
  while (statement.step()) {
    add_text(facts.phones, statement.text(0));
    add_text(facts.emails, statement.text(1));
    add_text(facts.pincodes, statement.text(2));
    add_text(facts.cities, statement.text(3));
    if (facts.billing_state.empty()) facts.billing_state = statement.text(4);
  }
}

// ---- duplicate_entry.keys: 8 bytes that change with anything that is compared, then 7 bytes a key ----

constexpr std::size_t kPrintBytes = 8, kKeyBytes = 7;

void put_bytes(std::string& out, std::uint64_t number, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) out += static_cast<char>(number >> (8 * i));
}

std::string pack(const CustomerSummary& summary, const std::vector<DuplicateKey>& keys) {
  std::string compared = summary.name.squashed + '\n' + summary.name.form + '\n' +
                         summary.trade_name.squashed + '\n' + summary.trade_name.form + '\n' +
                         summary.gstin + '\n' + summary.pan + '\n' + summary.state;
  for (const auto* words : {&summary.name.words, &summary.trade_name.words, &summary.mobiles,
                            &summary.emails, &summary.pincodes, &summary.cities}) {
    for (const std::string& word : *words) compared.append("\n").append(word);
    compared += '|';
  }
  std::string packed;
  put_bytes(packed, stable_hash(compared), kPrintBytes);
  for (const DuplicateKey& key : keys) {
    packed += static_cast<char>(key.kind);
    put_bytes(packed, key.hash, kKeyBytes - 1);
  }
  return packed;
}

void remove_keys(Database& database, std::int64_t n, std::string_view packed) {
  Statement statement(database, kRemoveKey);
  for (std::size_t at = kPrintBytes; at + kKeyBytes <= packed.size(); at += kKeyBytes) {
    std::int64_t hash = 0;
    for (std::size_t i = kKeyBytes - 1; i > 0; --i)
      hash = hash << 8 | static_cast<unsigned char>(packed[at + i]);
    statement.reset();
    statement.bind(static_cast<int>(packed[at]), hash, n).run();
  }
}

std::string read_entry(Database& database, std::int64_t n) {
  Statement statement(database, kFindEntry);
  return statement.bind(n).step() ? std::string(statement.blob(0)) : std::string();
}

void write_keys(Database& database, std::int64_t n, const std::vector<DuplicateKey>& keys) {
  Statement statement(database, kAddKey);
  for (const DuplicateKey& key : keys) {
    statement.reset();
    statement
        .bind(static_cast<int>(key.kind), static_cast<std::int64_t>(key.hash), n,
              static_cast<std::int64_t>(key.sketch))
        .run();
  }
}

}  // namespace

std::optional<CustomerFacts> find_customer_facts(Database& database, std::int64_t customer_n) {
  Statement statement(database, kFindCustomer);
  if (!statement.bind(customer_n).step()) return std::nullopt;
  CustomerFacts facts;
  facts.name = statement.text(0);
  facts.trade_name = statement.text(1);
  facts.gstin = statement.text(2);
  facts.pan = statement.text(3);
  facts.walk_in = statement.integer(4) == 1;
  const RecordId id = statement.uuid(5);
  add_contacts(database, id, facts);
  add_addresses(database, id, facts);
  return facts;
}

void index_duplicate_keys(Database& database, const RecordId& customer) {
  Statement statement(database, kFindNumber);
  if (!statement.bind(customer).step()) return;
  const std::int64_t n = statement.integer(0);
  statement.reset();
  index_duplicate_keys(database, n);
}

void index_duplicate_keys(Database& database, std::int64_t customer_n) {
  const auto facts = find_customer_facts(database, customer_n);
  const std::string before = read_entry(database, customer_n);
  if (!facts) {
    if (before.empty()) return;
    remove_keys(database, customer_n, before);
    Statement(database, kRemoveEntry).bind(customer_n).run();
    Statement(database, kAddDue).bind(customer_n).run();
    return;
  }
  const CustomerSummary summary = summarize(*facts);
  const std::vector<DuplicateKey> keys = duplicate_keys(summary);
  const std::string after = pack(summary, keys);
  if (after == before) return;
  remove_keys(database, customer_n, before);
  write_keys(database, customer_n, keys);
  Statement write(database, kWriteEntry);
  write.bind(customer_n);
  write.bind_blob(after).run();
  Statement(database, kAddDue).bind(customer_n).run();
}

void remove_duplicate_keys(Database& database, std::int64_t customer_n) {
  remove_keys(database, customer_n, read_entry(database, customer_n));
  Statement(database, kRemoveEntry).bind(customer_n).run();
  Statement(database, kRemoveDue).bind(customer_n).run();
  for (const std::string_view sql : kRemovePairs) Statement(database, sql).bind(customer_n).run();
}

void index_missing_duplicate_keys(Database& database) {
  std::vector<std::int64_t> missing;
  {
    Statement statement(database, kListMissing);
    while (statement.step()) missing.push_back(statement.integer(0));
  }
  for (const std::int64_t n : missing) index_duplicate_keys(database, n);
}

bool concerns_duplicates(const RecordType& type, std::span<const FieldValue> fields) {
  const auto concern =
      std::find_if(concerns().begin(), concerns().end(),
                   [&](const Concern& each) { return each.table == type.table(); });
  if (concern == concerns().end()) return false;
  return std::any_of(fields.begin(), fields.end(), [&](const FieldValue& value) {
    const Field* field = type.find_field(value.field);
    return field && std::find(concern->fields.begin(), concern->fields.end(), field->name) !=
                        concern->fields.end();
  });
}

}  // namespace cm
