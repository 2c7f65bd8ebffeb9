#include "shared/domain/exchange/link_text.h"

#include "shared/base/utf8.h"
#include "shared/domain/exchange/exchange_field.h"
#include "shared/domain/finding_catalogue.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/values/gstin.h"

namespace cm {
namespace {

// The texts by which people call a record: of an item its code, then its name.
std::vector<const Field*> calling_fields(const RecordType& type) {
  std::vector<const Field*> fields;
  for (const std::string_view name : {"code", "name"}) {
    if (const Field* field = type.find_field(name)) fields.push_back(field);
  }
  return fields;
}

std::vector<RecordId> ids_of(const std::vector<Row>& rows) {
  std::vector<RecordId> ids;
  for (const Row& row : rows) ids.push_back(row.id);
  return ids;
}

std::vector<RecordId> ids_of(const std::vector<CustomerSheet>& sheets) {
  std::vector<RecordId> ids;
  for (const CustomerSheet& sheet : sheets) ids.push_back(sheet.customer.id);
  return ids;
}

std::vector<RecordId> customers_called(std::string_view text, const CustomerDirectory& customers) {
  if (const auto sheet = customers.find_by_code(text)) return {sheet->customer.id};
  if (const auto gstin = Gstin::parse(text)) {
    auto ids = ids_of(customers.find_by_gstin(gstin->text()));
    if (!ids.empty()) return ids;
  }
  const std::string key = name_key(text);
  return key.empty() ? std::vector<RecordId>() : ids_of(customers.find_by_name_key(key));
}

std::vector<RecordId> records_called(const RecordType& type, std::string_view text,
                                     const RecordDirectory& records) {
  for (const Field* field : calling_fields(type)) {
    auto ids = ids_of(records.list_called(type, field->name, text));
    if (!ids.empty()) return ids;
  }
  return {};
}

std::vector<RecordId> called(const RecordType& type, std::string_view text,
                             const Directories& directories) {
  return type.table() == "customer" ? customers_called(text, directories.customers)
                                    : records_called(type, text, directories.records);
}

bool exists(const RecordType& type, const RecordId& id, const Directories& directories) {
  return type.table() == "customer" ? directories.customers.find_by_id(id).has_value()
                                    : find_shown(directories.records, type, id).has_value();
}

std::string text_at(const Row& row, const Field& field) {
  const auto* text = std::get_if<std::string>(&row.get(field.number));
  return text ? *text : std::string();
}

}  // namespace

LinkFound find_link(const Field& field, std::string_view link_table, std::string_view text,
                    const Directories& directories) {
  const std::string clean = clean_text(text);
  const RecordType* type = record_catalogue().find(link_table);
  const std::string_view what = type ? type->label() : link_table;
  std::vector<RecordId> ids;
  if (const auto uuid = type ? Uuid::parse(clean) : std::nullopt) {
    if (exists(*type, *uuid, directories)) ids.push_back(*uuid);
  } else if (type) {
    ids = called(*type, clean, directories);
  }
  if (ids.size() == 1) return {ids.front(), {}};
  const FindingCode code = ids.empty() ? FindingCode::LinkUnknown : FindingCode::LinkAmbiguous;
  return {std::nullopt, {make_finding(code, field.name, {field.label, what, clean})}};
}

std::string link_text(std::string_view link_table, const Value& value,
                      const Directories& directories) {
  const auto* id = std::get_if<Uuid>(&value);
  if (!id) return {};
  const RecordType* type = record_catalogue().find(link_table);
  if (!type) return id->text();
  std::optional<Row> row;
  if (type->table() == "customer") {
    if (auto sheet = directories.customers.find_by_id(*id)) row = std::move(sheet->customer);
  } else {
    row = find_shown(directories.records, *type, *id);
  }
  if (!row) return id->text();
  for (const Field* field : calling_fields(*type)) {
    const std::string text = text_at(*row, *field);
    if (!text.empty() && called(*type, text, directories) == std::vector<RecordId>{*id})
      return text;
  }
  return id->text();
}

}  // namespace cm
