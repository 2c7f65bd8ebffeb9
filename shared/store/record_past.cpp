#include "shared/store/record_past.h"

#include <algorithm>
#include <array>
#include <set>

#include "shared/store/device_name.h"
#include "shared/store/history.h"
#include "shared/store/record_query.h"
#include "shared/store/statement.h"
#include "shared/sync/unit_ledger.h"

namespace cm {
namespace {

// Rows that are parts of a customer, hidden ones too.
constexpr std::array<std::string_view, 7> kPartsOfCustomer = {
    "SELECT contact FROM contact_link WHERE party = ?",
    "SELECT address FROM address_link WHERE party = ?",
    "SELECT id FROM contact_link WHERE party = ?",
    "SELECT id FROM address_link WHERE party = ?",
    "SELECT id FROM sales_team_member WHERE customer = ?",
    "SELECT id FROM customer_company WHERE customer = ?",
    "SELECT id FROM assignment WHERE customer = ?"};

// Walks through the operations of one row in the order in which they count.
class RowPast {
 public:
  RowPast(Database& database, const RecordType& type)
      : type_(type), whole_(database.kind() == DatabaseKind::Master) {}

  PastChange take(const HistoryEntry& entry) {
    const Operation& op = entry.operation;
    PastChange change(op.id);
    change.table = type_.table();
    change.stamp = {entry.user, entry.device, entry.made_ms()};
    change.source = op.source;
    change.kind = op.kind;
    for (const FieldValue& value : op.fields) take_field(entry, value, change);
    return change;
  }

 private:
  void take_field(const HistoryEntry& entry, const FieldValue& value, PastChange& change) {
    const FieldNumber lead = type_.unit_lead(value.field);
    const Version* given = entry.units.find(lead);
    const Version version = given ? *given : Version{entry.dot(), entry.made(), FieldRank::Plain};
    const auto standing = standing_.find(lead);
    const bool counts = standing == standing_.end() || !outranks(standing->second, version);
    const auto before = values_.find(value.field);
    const bool known = before != values_.end() || whole_;
    const Value old = before == values_.end() ? Value{} : before->second;
    if (known && counts && old == value.value) return note(lead, version, value);
    if (known) change.before.push_back({value.field, old});
    change.after.push_back(value);
    if (!counts) return change.lost.push_back(value.field);
    note(lead, version, value);
  }

  void note(FieldNumber lead, const Version& version, const FieldValue& value) {
    standing_[lead] = version;
    values_[value.field] = value.value;
  }

  const RecordType& type_;
  const bool whole_;
  std::map<FieldNumber, Version> standing_;
  std::map<FieldNumber, Value> values_;
};

class PastReader {
 public:
  explicit PastReader(Database& database) : database_(database), queries_(database) {}

  void add_row(const RecordId& row) {
    const RecordType* type = History(database_).find_type(row);
    if (!type || !rows_.insert(row).second) return;
    const std::string name = queries_.title_of(type->table(), row);
    RowPast past(database_, *type);
    for (const HistoryEntry& entry : History(database_).list(row)) {
      PastChange change = past.take(entry);
      if (change.after.empty() && change.kind == ChangeKind::Put && entry.operation.unknown.empty())
        continue;
      change.row_name = name;
      change.device_name = database_.kind() == DatabaseKind::Master
                               ? device_name(database_, entry.device)
                               : "This device";
      changes_.push_back(std::move(change));
    }
  }

  void add_parts(const RecordId& customer) {
    for (const std::string_view sql : kPartsOfCustomer) {
      std::vector<RecordId> parts;
      Statement statement(database_, sql);
      statement.bind(customer);
      while (statement.step()) {
        if (!statement.is_null(0)) parts.push_back(statement.uuid(0));
      }
      for (const RecordId& part : parts) add_row(part);
    }
  }

  std::vector<PastChange> take(std::size_t max) && {
    std::stable_sort(changes_.begin(), changes_.end(), [](const auto& one, const auto& other) {
      return one.stamp.at_ms > other.stamp.at_ms;
    });
    if (changes_.size() > max)
      changes_.erase(changes_.begin() + static_cast<std::ptrdiff_t>(max), changes_.end());
    return std::move(changes_);
  }

 private:
  Database& database_;
  RecordQueries queries_;
  std::set<RecordId> rows_;
  std::vector<PastChange> changes_;
};

}  // namespace

std::vector<PastChange> list_past(Database& database, const RecordId& row, std::size_t max) {
  PastReader reader(database);
  reader.add_row(row);
  const RecordType* type = History(database).find_type(row);
  if (type && type->table() == "customer") reader.add_parts(row);
  return std::move(reader).take(max);
}

}  // namespace cm
