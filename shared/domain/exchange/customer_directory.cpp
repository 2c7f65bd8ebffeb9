#include "shared/domain/exchange/customer_directory.h"

#include "shared/base/utf8.h"

namespace cm {

std::string name_key(std::string_view name) {
  std::string key;
  for (const char c : fold_text(clean_text(name))) {
    const bool ascii_letter_or_digit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (ascii_letter_or_digit || static_cast<unsigned char>(c) >= 0x80) key += c;
  }
  return key;
}

}  // namespace cm
