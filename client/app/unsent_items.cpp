#include "client/app/unsent_items.h"

#include <algorithm>

#include "client/app/record_names.h"
#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

bool is_link(const Operation& operation) {
  return operation.table.ends_with("_link");
}

// "Customer: Name, GSTIN"
std::string describe(const Operation& operation) {
  const RecordType* type = record_catalogue().find(std::string_view(operation.table));
  if (!type) return operation.table;
  std::string text(type->label());
  std::string separator = ": ";
  for (const FieldValue& value : operation.fields) {
    const Field* field = type->find_field(value.field);
    if (!field) continue;
    text += separator + std::string(field->label);
    separator = ", ";
  }
  return text;
}

}  // namespace

std::vector<UnsentItem> list_unsent_items(const Replica& replica, const RecordStore& records,
                                          std::size_t operations_max) {
  std::vector<UnsentItem> items;
  DevSeq commit = 0;
  for (const Operation& operation : replica.list_unsent(operations_max)) {
    if (items.empty() || operation.commit_seq != commit)
      items.push_back({{}, {}, operation.wall_ms});
    commit = operation.commit_seq;
    UnsentItem& item = items.back();
    if (item.record_name.empty()) item.record_name = find_record_name(records, operation.table, operation.id);
    if (is_link(operation)) continue;  // "Contact" and "Address" say it
    item.what += (item.what.empty() ? "" : "; ") + describe(operation);
  }
  for (UnsentItem& item : items) {
    if (item.what.empty()) item.what = "Links";
  }
  return items;
}

}  // namespace cm
