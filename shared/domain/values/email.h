// An email address: one "@", something on each side, at most 254 characters, no spaces.
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "shared/domain/finding_catalogue.h"
#include "shared/record/field.h"

namespace cm {

class Email {
 public:
  static constexpr FieldKind kKind = FieldKind::Email;
  // Keeps the case before the "@" as typed; the domain becomes lower case.
  static tl::expected<Email, FindingCode> parse(std::string_view text);

  const std::string& text() const { return text_; }
  friend bool operator==(const Email&, const Email&) = default;

 private:
  explicit Email(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace cm
