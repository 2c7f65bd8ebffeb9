// A percentage, as integer hundredths of a percent: 33.33 % is 3333.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "shared/domain/finding_catalogue.h"
#include "shared/record/field.h"

namespace cm {

class Percent {
 public:
  static constexpr FieldKind kKind = FieldKind::Percent;
  static Percent from_hundredths(std::int64_t hundredths) { return Percent(hundredths); }
  static std::optional<Percent> from_number(std::int64_t hundredths) { return Percent(hundredths); }
  // "12", "12.5", "12.50 %"; at most two decimals. The range is the field's to check.
  static tl::expected<Percent, FindingCode> parse(std::string_view text);

  std::int64_t hundredths() const { return hundredths_; }
  std::int64_t number() const { return hundredths_; }
  std::string format() const;   // "12", "12.50"
  std::string display() const;  // "12.50 %"

  friend bool operator==(const Percent&, const Percent&) = default;
  friend std::strong_ordering operator<=>(const Percent&, const Percent&) = default;

 private:
  explicit Percent(std::int64_t hundredths) : hundredths_(hundredths) {}
  std::int64_t hundredths_;
};

}  // namespace cm
