#include "client/app/cell_reader.h"

#include "shared/domain/field_text.h"
#include "shared/domain/record_title.h"

namespace cm {

std::string CellReader::text(const Row& row, const Field& field) {
  const auto* id = std::get_if<Uuid>(&row.get(field.number));
  if (!id) return display_field(field, row.get(field.number));
  auto found = titles_.find(*id);
  if (found == titles_.end())
    found = titles_.emplace(*id, app_.queries.title_of(link_table_of(row, field), *id)).first;
  return found->second;
}

}  // namespace cm
