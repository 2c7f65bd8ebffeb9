// What the merge asks about the past of one unit of one row: the standing value, and the losers and
// greater operations that history and the review list hold.
#pragma once

#include <string>
#include <vector>

#include "shared/store/record_table.h"
#include "shared/sync/messages.h"
#include "shared/sync/unit_ledger.h"

namespace cm {

class UnitPast final : public UnitLookup {
 public:
  UnitPast(Database& database, const RecordType& type, const RecordId& row, FieldNumber lead)
      : database_(database), type_(type), row_(row), lead_(lead) {}

  // The row's value and version of the unit; the version is blank when it was never written.
  UnitOperation standing(const RowHead& head) const;
  // The unit's value after the operation; fields of the unit that it does not carry stay as they
  // stand.
  std::string value_over(const RowHead& head, const Operation& op) const;

  std::vector<UnitOperation> list_open_losers() const override;
  bool has_greater_with_value(const Version& version, std::string_view value) const override;

 private:
  std::vector<FieldValue> standing_fields(const RowHead& head) const;
  std::vector<UnknownField> standing_unknown(const RowHead& head) const;
  std::string value_of(const Operation& op, std::vector<FieldValue> fields,
                       std::vector<UnknownField> unknown) const;

  Database& database_;
  const RecordType& type_;
  RecordId row_;
  FieldNumber lead_;
};

// The values of an operation's unit, as it carried them.
std::vector<FieldValue> unit_values(const RecordType& type, FieldNumber lead, const Operation& op);

}  // namespace cm
