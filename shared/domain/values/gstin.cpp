#include "shared/domain/values/gstin.h"

#include <array>

#include "shared/base/ensure.h"
#include "shared/domain/values/identity_text.h"

namespace cm {
namespace {

constexpr std::size_t kLength = 15;
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

struct Shape {
  GstinKind kind;
  std::string_view shape;  // see matches_shape
};

// In test order (design: TDS, TCS, UIN, OIDAR, NRTP, government, regular). A TDS number stands on a
// PAN (5 letters, 4 digits) or on a TAN (4 letters, 5 digits); both fit its fifth character.
constexpr std::array kShapes{
    Shape{GstinKind::TaxDeductor, "99AAAAX9999ANdX"},
    Shape{GstinKind::TaxCollector, "99AAAAA9999ANcX"},
    Shape{GstinKind::Uin, "9999AAA99999[UO]nX"},
    Shape{GstinKind::Oidar, "9999AAA99999osX"},
    Shape{GstinKind::NonResident, "9999AAA99999n[RF]X"},
    Shape{GstinKind::Government, "99AAAA99999A9zX"},
    Shape{GstinKind::Regular, "99AAAAA9999AN[123456789ABEFGHIJZ]X"},
};

int value_of(char c) {
  return static_cast<int>(kAlphabet.find(c));
}

const Shape* find_shape(std::string_view text) {
  for (const Shape& shape : kShapes) {
    const bool oidar_state = text.substr(0, 2) == "99";
    if (matches_shape(text, shape.shape) && (shape.kind == GstinKind::Oidar) == oidar_state)
      return &shape;
  }
  return nullptr;
}

// Letters and digits that are mistaken for each other.
constexpr std::string_view kLookAlikes[] = {"O0", "I1", "S5", "B8", "Z2"};

char look_alike(char c) {
  for (const std::string_view pair : kLookAlikes) {
    if (pair[0] == c) return pair[1];
    if (pair[1] == c) return pair[0];
  }
  return 0;
}

}  // namespace

char gstin_check_character(std::string_view first_fourteen) {
  ENSURE(first_fourteen.size() == kLength - 1,
         "a GSTIN has fourteen characters before its check character");
  int sum = 0;
  for (std::size_t i = 0; i < first_fourteen.size(); ++i) {
    ENSURE(kAlphabet.find(first_fourteen[i]) != std::string_view::npos,
           "GSTIN characters are 0-9A-Z");
    const int product = value_of(first_fourteen[i]) * (i % 2 ? 2 : 1);
    sum += product / 36 + product % 36;
  }
  return kAlphabet[static_cast<std::size_t>((36 - sum % 36) % 36)];
}

tl::expected<Gstin, FindingCode> Gstin::parse(std::string_view text) {
  std::string clean = clean_identity(text);
  // Characters first: a foreign letter is told as such, not as a wrong length in bytes.
  if (clean.find_first_not_of(kAlphabet) != std::string::npos)
    return tl::unexpected(FindingCode::GstinCharacters);
  if (clean.size() != kLength) return tl::unexpected(FindingCode::GstinLength);
  const std::string_view state_part = std::string_view(clean).substr(0, 2);
  if (state_part == "88") return tl::unexpected(FindingCode::GstinTransporter);
  const auto state = StateCode::from_code(state_part);
  if (!state || state->standing() == StateStanding::OtherCountries)
    return tl::unexpected(FindingCode::GstinState);
  const Shape* shape = find_shape(clean);
  if (!shape) return tl::unexpected(FindingCode::GstinShape);
  return Gstin(std::move(clean), shape->kind);
}

std::string_view Gstin::kind_name() const {
  switch (kind_) {
    case GstinKind::TaxDeductor:
      return "Tax deductor (TDS)";
    case GstinKind::TaxCollector:
      return "Tax collector (TCS)";
    case GstinKind::Uin:
      return "Unique identity number (UIN)";
    case GstinKind::Oidar:
      return "Online services from abroad (OIDAR)";
    case GstinKind::NonResident:
      return "Non-resident taxable person";
    case GstinKind::Government:
      return "Government department";
    case GstinKind::Regular:
      break;
  }
  return "Taxpayer";
}

StateCode Gstin::state_code() const {
  return *StateCode::from_code(std::string_view(text_).substr(0, 2));
}

std::optional<Pan> Gstin::pan() const {
  const bool may_carry = kind_ == GstinKind::Regular || kind_ == GstinKind::TaxCollector ||
                         kind_ == GstinKind::TaxDeductor;
  if (!may_carry) return std::nullopt;
  auto pan = Pan::parse(std::string_view(text_).substr(2, 10));  // a TAN does not parse as one
  return pan ? std::optional(*pan) : std::nullopt;
}

char Gstin::expected_check_character() const {
  return gstin_check_character(std::string_view(text_).substr(0, kLength - 1));
}

std::optional<std::string> Gstin::likely_slip() const {
  if (check_character_matches()) return std::nullopt;
  std::optional<std::string> found;
  for (std::size_t i = 0; i < kLength; ++i) {
    const char other = look_alike(text_[i]);
    if (!other) continue;
    std::string candidate = text_;
    candidate[i] = other;
    const auto parsed = parse(candidate);
    if (!parsed || !parsed->check_character_matches()) continue;
    if (found) return std::nullopt;
    found = std::move(candidate);
  }
  return found;
}

}  // namespace cm
