// PIN code: six digits, the first from 1 to 9. Its first three digits hint at the state; they never
// set one by themselves where two states share them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "shared/domain/finding_catalogue.h"
#include "shared/domain/values/state_code.h"
#include "shared/record/field.h"

namespace cm {

class Pincode {
 public:
  static constexpr FieldKind kKind = FieldKind::Pincode;
  // Spaces are taken out ("411 026").
  static tl::expected<Pincode, FindingCode> parse(std::string_view text);

  const std::string& text() const { return text_; }
  // The states in which this prefix was observed; empty for army post (9…) and unknown prefixes.
  std::vector<StateCode> states() const;
  // False only when the prefix is known and none of its states is this one (25 and 28 count as today's).
  bool may_be_in(const StateCode& state) const;

  friend bool operator==(const Pincode&, const Pincode&) = default;

 private:
  explicit Pincode(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace cm
