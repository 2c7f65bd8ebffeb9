#include "shared/domain/exchange/exchange_field.h"

#include <algorithm>
#include <map>

#include "shared/domain/exchange/customer_directory.h"
#include "shared/domain/records/address.h"
#include "shared/domain/records/address_link.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/contact.h"
#include "shared/domain/records/customer.h"

namespace cm {
namespace {

// Fields that acts and the server write; a file does not.
constexpr std::string_view kNotFromFiles[] = {
    "gstin_source",     "gstin_source_by", "gstin_source_at", "supersedes",
    "superseded_by",    "merged_into",     "override_reason", "code",
    "supersede_reason", "supersede_date"};

// Of the parts of a customer's row these are said by the columns' own place.
constexpr std::string_view kSaidByPlace[] = {"line2",      "address_type", "is_primary",
                                             "is_billing", "is_shipping",  "active"};

constexpr std::string_view kMadeByActs[] = {"assignment", "customer_company", "duplicate_decision",
                                            "customer_merge"};

// Keys that do not follow from "code" or "name".
struct Key {
  std::string_view table;
  std::vector<std::string_view> fields;
};
const std::vector<Key>& keys() {
  static const std::vector<Key> kKeys = {
      {"contact", {}},
      {"address", {}},
      {"account", {"name", "company"}},
      {"item_price", {"item", "price_list", "valid_from"}},
      {"sales_team_member", {"customer", "sales_person"}},
      {"target", {"owner_kind", "owner", "fiscal_year", "item_group"}}};
  return kKeys;
}

template <class List>
bool contains(const List& list, std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

// False for a link to a type that this program does not have.
bool can_be_read(const Field& field) {
  return field.kind != FieldKind::Link || field.link_table.empty() ||
         record_catalogue().find(field.link_table);
}

struct PartOfRow {
  QuickPart part;
  std::string_view prefix;  // of name and label
  std::string_view label;
  const RecordType& type;
};

void add_further_fields(const PartOfRow& of, std::vector<ExchangeField>& fields) {
  for (const Field& field : of.type.fields()) {
    if (field.server_only || find_quick_field(of.part, field.name) || !can_be_read(field)) continue;
    const bool own = of.part == QuickPart::Customer;
    if (own ? contains(kNotFromFiles, field.name) : contains(kSaidByPlace, field.name)) continue;
    fields.push_back({std::string(of.prefix).append(field.name),
                      std::string(of.label).append(field.label), FieldUse::Value, &field, of.part});
  }
}

std::vector<ExchangeField> fields_of_customers() {
  const RecordType& customers = record_type_of<Customer>();
  const Field& code = customers.get_field("code");
  std::vector<ExchangeField> fields{{"code", std::string(code.label), FieldUse::Code, &code}};
  for (const QuickField& quick : quick_fields())
    fields.push_back({std::string(quick.name), std::string(quick.label), FieldUse::Box,
                      &field_of(quick), quick.part});
  add_further_fields({QuickPart::Customer, "", "", customers}, fields);
  add_further_fields({QuickPart::Contact, "contact_", "Contact ", record_type_of<Contact>()},
                     fields);
  add_further_fields({QuickPart::Billing, "billing_", "Billing ", record_type_of<Address>()},
                     fields);
  add_further_fields({QuickPart::Shipping, "shipping_", "Shipping ", record_type_of<Address>()},
                     fields);
  fields.push_back({"id", "ID", FieldUse::Id});
  return fields;
}

bool belongs_to_party(const RecordType& type) {
  return type.table() == "contact" || type.table() == "address";
}

std::vector<ExchangeField> fields_of(const RecordType& type) {
  if (type.table() == "customer") return fields_of_customers();
  std::vector<ExchangeField> fields{{"id", "ID", FieldUse::Id}};
  if (belongs_to_party(type)) {
    const RecordType& links = record_type_of<AddressLink>();
    fields.push_back(
        {"party_kind", "Party Kind", FieldUse::PartyKind, &links.get_field("party_kind")});
    fields.push_back({"party", "Party", FieldUse::Party, &links.get_field("party")});
  }
  for (const Field& field : type.fields()) {
    if (!field.server_only && can_be_read(field))
      fields.push_back(
          {std::string(field.name), std::string(field.label), FieldUse::Value, &field});
  }
  return fields;
}

}  // namespace

bool is_importable(const RecordType& type) {
  return !contains(kMadeByActs, type.table());
}

const std::vector<ExchangeField>& exchange_fields(const RecordType& type) {
  static const std::map<RecordTypeNumber, std::vector<ExchangeField>> kByType = [] {
    std::map<RecordTypeNumber, std::vector<ExchangeField>> by_type;
    for (const RecordType* each : record_catalogue().types())
      by_type.emplace(each->number(), fields_of(*each));
    return by_type;
  }();
  return kByType.at(type.number());
}

const ExchangeField* find_exchange_field(const RecordType& type, std::string_view name) {
  for (const ExchangeField& field : exchange_fields(type)) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

const ExchangeField* find_exchange_field_called(const RecordType& type, std::string_view text) {
  const std::string key = name_key(text);
  for (const ExchangeField& field : exchange_fields(type)) {
    if (name_key(field.label) == key) return &field;
  }
  for (const ExchangeField& field : exchange_fields(type)) {
    if (name_key(field.name) == key) return &field;
  }
  return nullptr;
}

std::vector<const ExchangeField*> default_columns(const RecordType& type) {
  const bool customers = type.table() == "customer";
  std::vector<const ExchangeField*> columns;
  for (const ExchangeField& field : exchange_fields(type)) {
    if (!customers || field.use == FieldUse::Code || field.use == FieldUse::Box)
      columns.push_back(&field);
  }
  return columns;
}

std::string_view link_table_of(const Field& field, const Row& row) {
  if (!field.link_table.empty()) return field.link_table;
  const Field* kind = field.link_kind.empty() ? nullptr : row.type->find_field(field.link_kind);
  if (!kind) return {};
  const auto* code = std::get_if<std::string>(&row.get(kind->number));
  return code ? std::string_view(*code) : std::string_view();
}

std::vector<const Field*> natural_key(const RecordType& type) {
  std::vector<const Field*> key;
  for (const Key& known : keys()) {
    if (known.table != type.table()) continue;
    for (const std::string_view name : known.fields) key.push_back(&type.get_field(name));
    return key;
  }
  for (const std::string_view name : {"code", "name"}) {
    const Field* field = type.find_field(name);
    if (field && field->required) return {field};
  }
  for (const Field& field : type.fields()) {
    if (field.required) key.push_back(&field);
  }
  return key;
}

}  // namespace cm
