#include "shared/domain/values/email.h"

#include <algorithm>

#include "shared/base/utf8.h"

namespace cm {
namespace {

constexpr std::size_t kLengthMax = 254;

// What web pages put in place of an address to hide it from robots.
bool is_placeholder(std::string_view text) {
  const std::string folded = fold_text(text);
  return folded.find("email protected") != std::string::npos ||
         folded.find("email\xc2\xa0protected") != std::string::npos;
}

}  // namespace

tl::expected<Email, FindingCode> Email::parse(std::string_view text) {
  std::string clean = clean_text(text);
  if (is_placeholder(clean)) return tl::unexpected(FindingCode::EmailPlaceholder);
  const std::size_t at = clean.find('@');
  const bool one_at = at != std::string::npos && clean.find('@', at + 1) == std::string::npos;
  const bool free_of_spaces = clean.find_first_of(" ,;<>\"") == std::string::npos;
  if (!one_at || !free_of_spaces || at == 0 || at + 1 == clean.size() ||
      count_code_points(clean) > kLengthMax) {
    return tl::unexpected(FindingCode::EmailShape);
  }
  std::transform(clean.begin() + static_cast<std::ptrdiff_t>(at), clean.end(),
                 clean.begin() + static_cast<std::ptrdiff_t>(at), [](char c) {
                   return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
                 });
  return Email(std::move(clean));
}

}  // namespace cm
