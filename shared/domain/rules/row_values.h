// Reading single values of a row whose type is not known at compile time. A value of another kind
// than asked for (an older or newer program wrote it) counts as blank.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/record/row.h"

namespace cm {

inline std::string text_in(const Row& row, std::string_view field) {
  const auto* text = std::get_if<std::string>(&row.get(field));
  return text ? *text : std::string();
}

inline std::optional<RecordId> link_in(const Row& row, std::string_view field) {
  const auto* id = std::get_if<Uuid>(&row.get(field));
  return id ? std::optional(*id) : std::nullopt;
}

inline bool flag_in(const Row& row, std::string_view field) {
  const auto* number = std::get_if<std::int64_t>(&row.get(field));
  return number && *number == 1;
}

}  // namespace cm
