#include "shared/domain/exchange/record_export.h"

#include <map>

#include "shared/domain/exchange/link_text.h"
#include "shared/domain/field_text.h"
#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

const Row* part_of(const CustomerSheet& sheet, QuickPart part) {
  const auto present = [](const std::optional<Row>& row) { return row ? &*row : nullptr; };
  switch (part) {
    case QuickPart::Contact:
      return present(sheet.contact);
    case QuickPart::Billing:
      return present(sheet.billing);
    case QuickPart::Shipping:
      return present(sheet.shipping);
    case QuickPart::Customer:
      break;
  }
  return &sheet.customer;
}

std::string value_text(const Field& field, const Row& row, const Directories& directories) {
  const Value& value = row.get(field.number);
  if (field.kind != FieldKind::Link) return is_blank(value) ? "" : format_field(field, value);
  return link_text(link_table_of(field, row), value, directories);
}

// The first link of a contact or address to a party.
std::optional<Row> party_link(const Row& row, const Directories& directories) {
  const RecordType& links = record_catalogue().get(std::string(row.type->table()) + "_link");
  auto rows = directories.records.list_by(links, row.type->table(), row.id);
  return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

}  // namespace

std::vector<std::string> export_header(const Columns& columns) {
  std::vector<std::string> header;
  for (const ExchangeField* column : columns) header.push_back(column->label);
  return header;
}

std::vector<std::string> export_cells(const Columns& columns, const CustomerSheet& sheet,
                                      const Directories& directories) {
  const QuickDraft draft = draft_of(&sheet);
  std::vector<std::string> cells;
  for (const ExchangeField* column : columns) {
    std::string& cell = cells.emplace_back();
    if (column->use == FieldUse::Id) {
      cell = sheet.customer.id.text();
    } else if (column->use == FieldUse::Box) {
      const auto text = draft.text.find(column->name);
      if (text != draft.text.end()) cell = text->second;
    } else if (const Row* row = part_of(sheet, column->part)) {
      cell = value_text(*column->field, *row, directories);
    }
  }
  return cells;
}

std::vector<std::string> export_cells(const Columns& columns, const Row& row,
                                      const Directories& directories) {
  std::optional<std::optional<Row>> link;  // looked for once, when a column asks
  std::vector<std::string> cells;
  for (const ExchangeField* column : columns) {
    std::string& cell = cells.emplace_back();
    if (column->use == FieldUse::Id) {
      cell = row.id.text();
    } else if (column->use == FieldUse::Party || column->use == FieldUse::PartyKind) {
      if (!link) link = party_link(row, directories);
      if (*link) cell = value_text((*link)->type->get_field(column->name), **link, directories);
    } else {
      cell = value_text(*column->field, row, directories);
    }
  }
  return cells;
}

std::vector<CellKind> cell_kinds(const Columns& columns) {
  std::vector<CellKind> kinds;
  for (const ExchangeField* column : columns) {
    const FieldKind kind = column->field ? column->field->kind : FieldKind::Text;
    const bool number =
        kind == FieldKind::Money || kind == FieldKind::Integer || kind == FieldKind::Percent;
    kinds.push_back(number                    ? CellKind::Number
                    : kind == FieldKind::Date ? CellKind::Date
                                              : CellKind::Text);
  }
  return kinds;
}

}  // namespace cm
