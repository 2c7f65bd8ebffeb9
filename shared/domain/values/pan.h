// PAN, the ten-character income-tax number of a person or firm.
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "shared/domain/finding_catalogue.h"
#include "shared/record/field.h"

namespace cm {

class Pan {
 public:
  static constexpr FieldKind kKind = FieldKind::Pan;
  // Upper-cases, takes spaces and hyphens out, checks the shape AAAAA9999A.
  static tl::expected<Pan, FindingCode> parse(std::string_view text);

  const std::string& text() const { return text_; }
  char holder_letter() const { return text_[3]; }
  std::string_view holder() const;  // "Company", "Individual or proprietor"; empty for an unknown letter
  bool serial_is_zero() const;      // 0000 is never given out

  friend bool operator==(const Pan&, const Pan&) = default;

 private:
  explicit Pan(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace cm
