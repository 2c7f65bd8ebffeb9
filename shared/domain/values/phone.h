// A telephone number in one normal form, "+919876543210": what is dialled, compared and searched.
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "shared/domain/finding_catalogue.h"
#include "shared/record/field.h"

namespace cm {

class Phone {
 public:
  static constexpr FieldKind kKind = FieldKind::Phone;
  // Indian mobile (10 digits from 6–9; +91, 91, 0091 or 0 before it), Indian landline with its STD code
  // (0 or +91 before it), or a foreign number with + or 00 and 8 to 15 digits. Spaces, dots, hyphens,
  // slashes and brackets are free.
  static tl::expected<Phone, FindingCode> parse(std::string_view text);

  const std::string& text() const { return text_; }  // "+919876543210"
  bool is_indian() const;
  // Ten digits from 6–9. A few landlines look the same (STD codes from 6 on); nothing depends on it.
  bool is_indian_mobile() const;
  std::string format() const;   // for edit boxes and files: "9876543210", "02027123456", "+442079460000"
  std::string display() const;  // for reading: "98765 43210", "020 2712 3456", "+442079460000"

  friend bool operator==(const Phone&, const Phone&) = default;

 private:
  explicit Phone(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace cm
