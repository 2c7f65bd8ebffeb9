#include "shared/domain/duplicates/place_key.h"

#include <algorithm>
#include <array>

#include "shared/base/utf8.h"

namespace cm {
namespace {

struct CityName {
  std::string_view old, today;
};

constexpr auto kCityNames = std::to_array<CityName>({
    {"allahabad", "prayagraj"},  {"aurangabad", "chhatrapatisambhajinagar"},
    {"bangalore", "bengaluru"},  {"baroda", "vadodara"},
    {"belgaum", "belagavi"},     {"bombay", "mumbai"},
    {"calcutta", "kolkata"},     {"calicut", "kozhikode"},
    {"cawnpore", "kanpur"},      {"cochin", "kochi"},
    {"delhi", "newdelhi"},       {"gauhati", "guwahati"},
    {"gurgaon", "gurugram"},     {"hubli", "hubballi"},
    {"madras", "chennai"},       {"mangalore", "mangaluru"},
    {"mysore", "mysuru"},        {"poona", "pune"},
    {"pondicherry", "puducherry"}, {"simla", "shimla"},
    {"trichur", "thrissur"},     {"trivandrum", "thiruvananthapuram"},
    {"vizag", "visakhapatnam"},
});

}  // namespace

std::string city_key(std::string_view city) {
  std::string key;
  for (const char c : fold_text(clean_text(city))) {
    if (c == '(' || c == ',') break;  // "Pune (MH)", "Pune, Maharashtra"
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) key += c;
  }
  const auto found = std::find_if(kCityNames.begin(), kCityNames.end(),
                                  [&](const CityName& name) { return name.old == key; });
  return found == kCityNames.end() ? key : std::string(found->today);
}

}  // namespace cm
