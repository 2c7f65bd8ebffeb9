// Counts how often the app itself (not the person) changed a text: typing that began before such a
// change is void, typing in another field at the same moment is not.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace cm {

struct TextRevisions {
  std::uint32_t all = 0;
  std::map<std::string, std::uint32_t> fields;
  std::uint32_t of(const std::string& field) const {
    const auto own = fields.find(field);
    return all + (own == fields.end() ? 0 : own->second);
  }
  // No field's count may fall.
  TextRevisions after_all_changed() const {
    TextRevisions next = *this;
    ++next.all;
    return next;
  }
};

}  // namespace cm
