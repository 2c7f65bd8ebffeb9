#include "shared/domain/values/percent.h"

#include "shared/base/utf8.h"
#include "shared/domain/values/decimal_text.h"

namespace cm {

tl::expected<Percent, FindingCode> Percent::parse(std::string_view text) {
  std::string clean = clean_text(text);
  if (clean.ends_with('%')) clean.pop_back();
  const auto hundredths = parse_hundredths(clean_text(clean));
  if (!hundredths) return tl::unexpected(FindingCode::PercentShape);
  return Percent(*hundredths);
}

std::string Percent::format() const {
  return format_hundredths(hundredths_, Decimals::WhenNeeded, Grouping::None);
}

std::string Percent::display() const {
  return format_hundredths(hundredths_, Decimals::Always, Grouping::None) + " %";
}

}  // namespace cm
