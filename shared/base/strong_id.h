// A number or UUID that cannot be mistaken for another kind: Id<"customer"> is not Id<"address">.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>

#include "shared/base/uuid.h"

namespace cm {

template <std::size_t N>
struct IdLabel {
  char text[N]{};
  constexpr IdLabel(const char (&source)[N]) { std::copy_n(source, N, text); }  // NOLINT: implicit on purpose
};

// Wraps a Uuid; no default constructor, no "nil" sentinel: an absent id is an empty optional.
template <IdLabel Label>
class Id {
 public:
  explicit Id(const Uuid& uuid) : uuid_(uuid) {}
  const Uuid& uuid() const { return uuid_; }
  friend bool operator==(const Id&, const Id&) = default;
  friend bool operator<(const Id& a, const Id& b) { return a.uuid_ < b.uuid_; }

 private:
  Uuid uuid_;
};

}  // namespace cm

template <cm::IdLabel Label>
struct std::hash<cm::Id<Label>> {
  std::size_t operator()(const cm::Id<Label>& id) const noexcept {
    return std::hash<cm::Uuid>{}(id.uuid());
  }
};
