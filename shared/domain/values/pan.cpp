#include "shared/domain/values/pan.h"

#include "shared/domain/values/identity_text.h"

namespace cm {
namespace {

struct Holder {
  char letter;
  std::string_view name;
};

// Fourth letter of a PAN. K stands in some lists only: accepted with a note.
constexpr Holder kHolders[] = {
    {'A', "Association of Persons"},
    {'B', "Body of Individuals"},
    {'C', "Company"},
    {'F', "Firm or LLP"},
    {'G', "Government"},
    {'H', "Hindu Undivided Family"},
    {'J', "Artificial Juridical Person"},
    {'K', "Krish (trust)"},
    {'L', "Local Authority"},
    {'P', "Individual or proprietor"},
    {'T', "Trust"},
};

}  // namespace

tl::expected<Pan, FindingCode> Pan::parse(std::string_view text) {
  std::string clean = clean_identity(text);
  if (!matches_shape(clean, "AAAAA9999A")) return tl::unexpected(FindingCode::PanShape);
  return Pan(std::move(clean));
}

std::string_view Pan::holder() const {
  for (const Holder& holder : kHolders) {
    if (holder.letter == holder_letter()) return holder.name;
  }
  return {};
}

bool Pan::serial_is_zero() const {
  return text_.compare(5, 4, "0000") == 0;
}

}  // namespace cm
