#include "client/app/record_names.h"

#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

constexpr std::string_view kLinkEnding = "_link";

std::string own_name(const RecordStore& records, const RecordType& type, const RecordId& id) {
  if (type.find_field("name") == nullptr) return {};
  const auto row = records.find(type, id);
  const auto* name = row ? std::get_if<std::string>(&row->get("name")) : nullptr;
  return name ? *name : "";
}

std::string name_of_party(const RecordStore& records, const Row& link) {
  const auto* party = std::get_if<Uuid>(&link.get("party"));
  return party ? own_name(records, record_catalogue().get("customer"), *party) : std::string();
}

// The party of whoever is linked to this contact or address first.
std::string name_through_links(const RecordStore& records, std::string_view part,
                               const RecordId& id) {
  const RecordType* links = record_catalogue().find(std::string(part) + std::string(kLinkEnding));
  if (links == nullptr) return {};
  for (const Row& link : records.list_by(*links, part, Value{id})) {
    if (std::string name = name_of_party(records, link); !name.empty()) return name;
  }
  return {};
}

}  // namespace

std::string find_record_name(const RecordStore& records, std::string_view table,
                             const RecordId& id) {
  const RecordType* type = record_catalogue().find(table);
  if (type == nullptr) return {};
  if (table.ends_with(kLinkEnding)) {
    const auto link = records.find(*type, id);
    return link ? name_of_party(records, *link) : std::string();
  }
  std::string name = name_through_links(records, table, id);
  return name.empty() ? own_name(records, *type, id) : name;
}

}  // namespace cm
