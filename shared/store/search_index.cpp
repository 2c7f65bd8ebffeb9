#include "shared/store/search_index.h"

#include <optional>
#include <string>

#include "shared/domain/rules/default_party.h"
#include "shared/store/duplicate_index.h"
#include "shared/store/parties.h"
#include "shared/store/search_text.h"
#include "shared/store/statement.h"

namespace cm {
namespace {

constexpr std::string_view kFindCustomer =
    "SELECT n, name, trade_name, code, gstin, pan, deleted FROM customer WHERE id = ?";
constexpr std::string_view kListContacts =
    "SELECT c.id, c.created_ms, c.active, c.is_primary, c.name, c.phone, c.email, c.other_phones, "
    "c.other_emails"
    " FROM contact_link l JOIN contact c ON c.id = l.contact WHERE l.party = ? AND l.deleted = 0 "
    "AND c.deleted = 0";
constexpr std::string_view kListAddresses =
    "SELECT a.id, a.created_ms, a.active, a.is_primary, a.address_type, a.city, a.pincode, "
    "a.phone, a.email, a.gstin"
    " FROM address_link l JOIN address a ON a.id = l.address WHERE l.party = ? AND l.deleted = 0 "
    "AND a.deleted = 0";

constexpr std::string_view kFindText =
    "SELECT phone, city, words, squashed FROM customer_text WHERE n = ?";
constexpr std::string_view kWriteText =
    "INSERT OR REPLACE INTO customer_text(n, phone, city, words, squashed) VALUES (?, ?, ?, ?, ?)";
constexpr std::string_view kRemoveText = "DELETE FROM customer_text WHERE n = ?";
constexpr std::string_view kRemoveWords = "DELETE FROM customer_words WHERE rowid = ?";
constexpr std::string_view kRemoveParts = "DELETE FROM customer_parts WHERE rowid = ?";
constexpr std::string_view kAddWords =
    "INSERT INTO customer_words(rowid, name, other) VALUES (?, ?, ?)";
constexpr std::string_view kAddParts = "INSERT INTO customer_parts(rowid, squashed) VALUES (?, ?)";
constexpr std::string_view kAddSearchWord =
    "INSERT OR IGNORE INTO search_word(letters, word) VALUES (?, ?)";

// What the list shows of a customer besides its own row, and what is searched.
struct CustomerText {
  std::string phone;
  std::string city;
  std::string name_words;
  std::string other_words;
  std::string squashed;
  std::set<std::string> spelt_words;

  std::string words() const { return name_words + '\n' + other_words; }
  void add(std::string& words_of, std::string_view text) {
    std::string run;
    for (const std::string& word : search_words(text)) {
      if (!words_of.empty()) words_of += ' ';
      words_of += word;
      run += word;
    }
    if (run.empty()) return;
    if (!squashed.empty()) squashed += '|';
    squashed += run;
  }
  void add_name(std::string_view text) { add(name_words, text), note_spelling(text); }
  void add_other(std::string_view text) { add(other_words, text); }
  void note_spelling(std::string_view text) {
    for (std::string& word : search_words(text)) {
      if (is_spelt_word(word)) spelt_words.insert(std::move(word));
    }
  }
};

// The columns 0–3 of kListContacts and kListAddresses: what the choice of a default looks at.
Row candidate(const RecordType& type, const Statement& statement) {
  Row row(type, statement.uuid(0));
  row.created.at_ms = statement.integer(1);
  row.set("active", statement.value(2, FieldKind::Boolean));
  row.set("is_primary", statement.value(3, FieldKind::Boolean));
  return row;
}

void add_contacts(Database& database, const RecordId& customer, CustomerText& text) {
  const RecordType& type = database.records().get("contact");
  std::vector<Row> contacts;
  Statement statement(database, kListContacts);
  statement.bind(customer);
  while (statement.step()) {
    Row contact = candidate(type, statement);
    contact.set("phone", statement.value(5, FieldKind::Text));
    text.add_other(statement.text(4));
    text.note_spelling(statement.text(4));
    for (int column = 5; column <= 8; ++column) text.add_other(statement.text(column));
    contacts.push_back(std::move(contact));
  }
  const Row* chosen = choose_default(DefaultOf::PrimaryContact, contacts);
  if (const auto* phone = chosen ? std::get_if<std::string>(&chosen->get("phone")) : nullptr)
    text.phone = *phone;
}

void add_addresses(Database& database, const RecordId& customer, CustomerText& text) {
  const RecordType& type = database.records().get("address");
  std::vector<Row> addresses;
  Statement statement(database, kListAddresses);
  statement.bind(customer);
  while (statement.step()) {
    Row address = candidate(type, statement);
    address.set("address_type", statement.value(4, FieldKind::Choice));
    address.set("city", statement.value(5, FieldKind::Text));
    text.note_spelling(statement.text(5));
    for (int column = 5; column <= 9; ++column) text.add_other(statement.text(column));
    addresses.push_back(std::move(address));
  }
  const Row* chosen = choose_default(DefaultOf::BillingAddress, addresses);
  if (const auto* city = chosen ? std::get_if<std::string>(&chosen->get("city")) : nullptr)
    text.city = *city;
}

void remove_entries(Database& database, std::int64_t n) {
  Statement(database, kRemoveText).bind(n).run();
  Statement(database, kRemoveWords).bind(n).run();
  Statement(database, kRemoveParts).bind(n).run();
}

void write_entries(Database& database, std::int64_t n, const CustomerText& text) {
  Statement old(database, kFindText);
  const bool exists = old.bind(n).step();
  const bool same_search = exists && old.text(2) == text.words() && old.text(3) == text.squashed;
  if (same_search && old.text(0) == text.phone && old.text(1) == text.city) return;
  old.reset();
  Statement(database, kWriteText).bind(n, text.phone, text.city, text.words(), text.squashed).run();
  if (same_search) return;
  if (exists) {
    Statement(database, kRemoveWords).bind(n).run();
    Statement(database, kRemoveParts).bind(n).run();
  }
  Statement(database, kAddWords).bind(n, text.name_words, text.other_words).run();
  Statement(database, kAddParts).bind(n, text.squashed).run();
  for (const std::string& word : text.spelt_words)
    Statement(database, kAddSearchWord).bind(word.size(), word).run();
}

}  // namespace

void index_customer(Database& database, const RecordId& customer) {
  Statement statement(database, kFindCustomer);
  statement.bind(customer);
  if (!statement.step()) return;
  const std::int64_t n = statement.integer(0);
  if (statement.integer(6) != 0) return remove_entries(database, n);
  CustomerText text;
  text.add_name(statement.text(1));
  text.add_name(statement.text(2));
  for (int column = 3; column <= 5; ++column) text.add_other(statement.text(column));
  statement.reset();
  add_contacts(database, customer, text);
  add_addresses(database, customer, text);
  write_entries(database, n, text);
}

void SearchIndex::note(const RecordType& type, const RecordId& row) {
  touched_.emplace_back(&type, row);
}

void SearchIndex::note_before_removal(const RecordType& type, const RecordId& row) {
  resolve(type, row);
  if (type.table() != "customer") return;
  Statement statement(database_, kFindCustomer);
  if (!statement.bind(row).step()) return;
  const std::int64_t n = statement.integer(0);
  statement.reset();
  if (database_.kind() == DatabaseKind::Replica) remove_entries(database_, n);
  remove_duplicate_keys(database_, n);
}

void SearchIndex::resolve(const RecordType& type, const RecordId& row) {
  if (type.table() == "customer") customers_.insert(row);
  for (const RecordId& party : list_parties_of(database_, type, row)) customers_.insert(party);
}

void SearchIndex::write() {
  for (const auto& [type, row] : touched_) resolve(*type, row);
  for (const RecordId& customer : customers_) {
    if (database_.kind() == DatabaseKind::Replica) index_customer(database_, customer);
    index_duplicate_keys(database_, customer);
  }
  touched_.clear();
  customers_.clear();
}

}  // namespace cm
