// An amount in rupees, as integer paise. No floating point goes in or comes out.
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

class Money {
 public:
  static constexpr FieldKind kKind = FieldKind::Money;
  static Money from_paise(std::int64_t paise) { return Money(paise); }
  static std::optional<Money> from_number(std::int64_t paise) { return Money(paise); }
  // What people type: "500000", "5,00,000.50", "₹ 500", "Rs. 500/-", "-3", "5 lakh", "1.2 crore".
  // Nothing below a paisa.
  static tl::expected<Money, FindingCode> parse(std::string_view text);

  std::int64_t paise() const { return paise_; }
  std::int64_t number() const { return paise_; }
  // nullopt on overflow.
  std::optional<Money> plus(Money other) const;
  std::optional<Money> minus(Money other) const;
  std::string format() const;   // "500000" or "500000.50": for forms and files; parse reads it back
  std::string display() const;  // "₹ 12,34,567.00"

  friend bool operator==(const Money&, const Money&) = default;
  friend std::strong_ordering operator<=>(const Money&, const Money&) = default;

 private:
  explicit Money(std::int64_t paise) : paise_(paise) {}
  std::int64_t paise_;
};

}  // namespace cm
