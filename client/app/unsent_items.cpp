#include "client/app/unsent_items.h"

#include <algorithm>

#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

std::string name_of_customer(const RecordStore& records, const RecordId& id) {
  const auto row = records.find(record_catalogue().get("customer"), id);
  const auto* name = row ? std::get_if<std::string>(&row->get("name")) : nullptr;
  return name ? *name : "";
}

// The customer a contact or address belongs to: through its link.
std::string name_of_party(const RecordStore& records, std::string_view part, const RecordId& id) {
  const RecordType& link_type = record_catalogue().get(std::string(part) + "_link");
  for (const Row& link : records.list_by(link_type, part, Value{id})) {
    const auto* party = std::get_if<Uuid>(&link.get("party"));
    if (!party) continue;
    if (std::string name = name_of_customer(records, *party); !name.empty()) return name;
  }
  return {};
}

std::string record_name(const RecordStore& records, const Operation& operation) {
  if (operation.table == "customer") return name_of_customer(records, operation.id);
  if (operation.table == "contact" || operation.table == "address") {
    return name_of_party(records, operation.table, operation.id);
  }
  return {};
}

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
    if (item.record_name.empty()) item.record_name = record_name(records, operation);
    if (is_link(operation)) continue;  // "Contact" and "Address" say it
    item.what += (item.what.empty() ? "" : "; ") + describe(operation);
  }
  for (UnsentItem& item : items) {
    if (item.what.empty()) item.what = "Links";
  }
  return items;
}

}  // namespace cm
