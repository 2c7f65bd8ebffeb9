// GSTIN, the fifteen-character GST registration number. Parsed once; its shape is valid ever after.
// The check character is not part of that: a wrong one is a warning, because real papers carry typing
// errors that the person at the counter cannot mend.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "shared/domain/finding_catalogue.h"
#include "shared/domain/values/pan.h"
#include "shared/domain/values/state_code.h"
#include "shared/record/field.h"

namespace cm {

// In the order in which shapes are tried: TDS and TCS numbers also fit the regular shape.
enum class GstinKind {
  TaxDeductor,    // TDS
  TaxCollector,   // TCS, e-commerce operator
  Uin,            // UN body, embassy, notified person
  Oidar,          // online services from abroad
  NonResident,    // non-resident taxable person
  Government,     // government department
  Regular,        // also composition, casual, SEZ, ISD, deemed export: the number does not tell
};

class Gstin {
 public:
  static constexpr FieldKind kKind = FieldKind::Gstin;
  // Upper-cases, takes spaces and hyphens out, checks characters, shape and state part.
  static tl::expected<Gstin, FindingCode> parse(std::string_view text);

  const std::string& text() const { return text_; }
  GstinKind kind() const { return kind_; }
  std::string_view kind_name() const;
  StateCode state_code() const;     // of characters 1 and 2
  std::optional<Pan> pan() const;   // when this kind carries one
  char expected_check_character() const;
  bool check_character_matches() const { return text_.back() == expected_check_character(); }
  // The number that a single look-alike slip (O/0, I/1, S/5, B/8, Z/2) would explain: its shape and
  // check character are right. nullopt when there is none or more than one.
  std::optional<std::string> likely_slip() const;

  friend bool operator==(const Gstin& a, const Gstin& b) { return a.text_ == b.text_; }

 private:
  Gstin(std::string text, GstinKind kind) : text_(std::move(text)), kind_(kind) {}
  std::string text_;
  GstinKind kind_;
};

// The check character for the first fourteen characters, which must be 0-9A-Z.
char gstin_check_character(std::string_view first_fourteen);

}  // namespace cm
