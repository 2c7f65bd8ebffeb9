#include "shared/domain/record_title.h"

#include "shared/domain/field_text.h"

namespace cm {
namespace {

constexpr std::string_view kJoin = " \xC2\xB7 ";
constexpr int kPartsMax = 2;

bool says_something(FieldKind kind) {
  return kind == FieldKind::Text || kind == FieldKind::Phone || kind == FieldKind::Email ||
         kind == FieldKind::Date;
}

void join(std::string& title, const std::string& part) {
  if (part.empty()) return;
  title.append(title.empty() ? "" : kJoin).append(part);
}

std::string title_from_links(const Row& row, const LinkTitle& link_title) {
  std::string title;
  for (const Field& field : row.type->fields()) {
    const auto* id = std::get_if<Uuid>(&row.get(field.number));
    if (id && field.required) join(title, link_title(field, *id));
  }
  return title;
}

std::string title_from_texts(const Row& row) {
  std::string title;
  int parts = 0;
  for (const Field& field : row.type->fields()) {
    if (!says_something(field.kind) || is_blank(row.get(field.number))) continue;
    join(title, display_field(field, row.get(field.number)));
    if (++parts == kPartsMax) break;
  }
  return title;
}

}  // namespace

const Field* find_title_field(const RecordType& type) {
  for (const std::string_view name : {"name", "title"}) {
    if (const Field* field = type.find_field(name)) return field;
  }
  return nullptr;
}

std::string_view link_table_of(const Row& row, const Field& link) {
  if (link.link_kind.empty()) return link.link_table;
  const auto* code = std::get_if<std::string>(&row.get(link.link_kind));
  return code ? std::string_view(*code) : std::string_view();
}

bool is_link_type(const RecordType& type) {
  return type.find_field("party") != nullptr && type.find_field("party_kind") != nullptr;
}

std::string record_title(const Row& row, const LinkTitle& link_title) {
  const Field* named = find_title_field(*row.type);
  if (named && !is_blank(row.get(named->number))) {
    return display_field(*named, row.get(named->number));
  }
  std::string title = title_from_links(row, link_title);
  return title.empty() ? title_from_texts(row) : title;
}

}  // namespace cm
