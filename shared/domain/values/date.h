// A calendar date, ISO yyyy-mm-dd; years 1900 to 2199.
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "shared/base/clock.h"
#include "shared/domain/finding_catalogue.h"
#include "shared/record/field.h"

namespace cm {

class Date {
 public:
  static constexpr FieldKind kKind = FieldKind::Date;
  // "2026-11-22", and as written in India: "22-11-2026", "22/11/2026", "22.11.26", "5/1/2027",
  // "22 Nov 2026", "22-Nov-26". Two digits of a year are 1970 to 2069.
  static tl::expected<Date, FindingCode> parse(std::string_view text);
  // The date in India (UTC + 5:30) at that moment.
  static Date in_india(UnixMs at_ms);

  const std::string& text() const { return text_; }  // ISO; compares in order of time
  std::string display() const;                       // "22 Nov 2026"

  friend bool operator==(const Date&, const Date&) = default;
  friend bool operator<(const Date& a, const Date& b) { return a.text_ < b.text_; }

 private:
  explicit Date(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace cm
