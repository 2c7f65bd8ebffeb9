#include "shared/domain/values/state_code.h"

#include <algorithm>
#include <array>
#include <optional>

#include "shared/base/ensure.h"
#include "shared/base/utf8.h"

namespace cm {
namespace {

using enum StateStanding;

// GST state codes. 25 and 28 were retired in 2020 and 2014; 88 (transporter enrolment) is not a
// state.
constexpr std::array kStates{
    StateFact{"01", "Jammu and Kashmir", Current},
    StateFact{"02", "Himachal Pradesh", Current},
    StateFact{"03", "Punjab", Current},
    StateFact{"04", "Chandigarh", Current},
    StateFact{"05", "Uttarakhand", Current},
    StateFact{"06", "Haryana", Current},
    StateFact{"07", "Delhi", Current},
    StateFact{"08", "Rajasthan", Current},
    StateFact{"09", "Uttar Pradesh", Current},
    StateFact{"10", "Bihar", Current},
    StateFact{"11", "Sikkim", Current},
    StateFact{"12", "Arunachal Pradesh", Current},
    StateFact{"13", "Nagaland", Current},
    StateFact{"14", "Manipur", Current},
    StateFact{"15", "Mizoram", Current},
    StateFact{"16", "Tripura", Current},
    StateFact{"17", "Meghalaya", Current},
    StateFact{"18", "Assam", Current},
    StateFact{"19", "West Bengal", Current},
    StateFact{"20", "Jharkhand", Current},
    StateFact{"21", "Odisha", Current},
    StateFact{"22", "Chhattisgarh", Current},
    StateFact{"23", "Madhya Pradesh", Current},
    StateFact{"24", "Gujarat", Current},
    StateFact{"25", "Daman and Diu", Retired},
    StateFact{"26", "Dadra and Nagar Haveli and Daman and Diu", Current},
    StateFact{"27", "Maharashtra", Current},
    StateFact{"28", "Andhra Pradesh (before division)", Retired},
    StateFact{"29", "Karnataka", Current},
    StateFact{"30", "Goa", Current},
    StateFact{"31", "Lakshadweep", Current},
    StateFact{"32", "Kerala", Current},
    StateFact{"33", "Tamil Nadu", Current},
    StateFact{"34", "Puducherry", Current},
    StateFact{"35", "Andaman and Nicobar Islands", Current},
    StateFact{"36", "Telangana", Current},
    StateFact{"37", "Andhra Pradesh", Current},
    StateFact{"38", "Ladakh", Current},
    StateFact{"96", "Other Countries", OtherCountries},
    StateFact{"97", "Other Territory", OtherTerritory},
    StateFact{"99", "Centre and OIDAR suppliers", Oidar},
};

struct OtherName {
  std::string_view name;  // as name_letters makes it
  std::string_view code;
};

// What people and other programs write: former names, the vehicle-plate letters, common spellings.
constexpr std::array kOtherNames{
    OtherName{"jk", "01"},
    OtherName{"jammukashmir", "01"},
    OtherName{"hp", "02"},
    OtherName{"pb", "03"},
    OtherName{"ch", "04"},
    OtherName{"uk", "05"},
    OtherName{"ua", "05"},
    OtherName{"uttaranchal", "05"},
    OtherName{"hr", "06"},
    OtherName{"dl", "07"},
    OtherName{"newdelhi", "07"},
    OtherName{"nctofdelhi", "07"},
    OtherName{"delhinct", "07"},
    OtherName{"rj", "08"},
    OtherName{"up", "09"},
    OtherName{"br", "10"},
    OtherName{"sk", "11"},
    OtherName{"ar", "12"},
    OtherName{"nl", "13"},
    OtherName{"mn", "14"},
    OtherName{"mz", "15"},
    OtherName{"tr", "16"},
    OtherName{"ml", "17"},
    OtherName{"as", "18"},
    OtherName{"wb", "19"},
    OtherName{"bengal", "19"},
    OtherName{"jh", "20"},
    OtherName{"od", "21"},
    OtherName{"or", "21"},
    OtherName{"orissa", "21"},
    OtherName{"cg", "22"},
    OtherName{"chattisgarh", "22"},
    OtherName{"chhatisgarh", "22"},
    OtherName{"mp", "23"},
    OtherName{"gj", "24"},
    OtherName{"dnhdd", "26"},
    OtherName{"dd", "26"},
    OtherName{"dn", "26"},
    OtherName{"dadraandnagarhaveli", "26"},
    OtherName{"dadranagarhaveli", "26"},
    OtherName{"damandiu", "26"},

    OtherName{"dadranagarhavelidamandiu", "26"},
    OtherName{"mh", "27"},
    OtherName{"ka", "29"},
    OtherName{"ga", "30"},
    OtherName{"ld", "31"},
    OtherName{"lakshadweepislands", "31"},
    OtherName{"kl", "32"},
    OtherName{"tn", "33"},
    OtherName{"tamilnadu", "33"},
    OtherName{"py", "34"},
    OtherName{"pondicherry", "34"},
    OtherName{"an", "35"},
    OtherName{"andamannicobar", "35"},
    OtherName{"andamanandnicobar", "35"},
    OtherName{"andamannicobarislands", "35"},
    OtherName{"ts", "36"},
    OtherName{"tg", "36"},
    OtherName{"telengana", "36"},
    OtherName{"ap", "37"},
    OtherName{"la", "38"},
    OtherName{"foreign", "96"},
    OtherName{"othercountry", "96"},
};

const StateFact* find_fact(std::string_view code) {
  const auto found = std::find_if(kStates.begin(), kStates.end(),
                                  [&](const StateFact& s) { return s.code == code; });
  return found == kStates.end() ? nullptr : &*found;
}

std::string name_letters(std::string_view text) {
  std::string letters;
  for (const char c : fold_text(text)) {
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) letters += c;
  }
  return letters;
}

std::optional<std::string_view> code_of_name(std::string_view text) {
  const std::string letters = name_letters(text);
  if (letters.empty()) return std::nullopt;
  for (const StateFact& state : kStates) {
    if (state.standing != Retired && name_letters(state.name) == letters) return state.code;
  }
  for (const StateFact& state : kStates) {
    if (name_letters(state.name) == letters) return state.code;
  }
  for (const OtherName& other : kOtherNames) {
    if (other.name == letters) return other.code;
  }
  return std::nullopt;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::span<const StateFact> state_facts() {
  return kStates;
}

tl::expected<StateCode, FindingCode> StateCode::from_code(std::string_view two_digits) {
  if (!find_fact(two_digits)) return tl::unexpected(FindingCode::StateUnknown);
  return StateCode((two_digits[0] - '0') * 10 + (two_digits[1] - '0'));
}

tl::expected<StateCode, FindingCode> StateCode::parse(std::string_view text) {
  const std::string clean = clean_text(text);
  std::string digits;
  for (const char c : clean) {
    if (!is_digit(c)) break;
    digits += c;
  }
  if (digits.size() == 1) digits.insert(0, "0");
  const std::optional<std::string_view> named = code_of_name(clean);
  if (digits.empty()) {
    return named ? from_code(*named) : tl::unexpected(FindingCode::StateUnknown);
  }
  // "27-Maharashtra": code and name must agree.
  const auto coded = from_code(digits);
  const bool code_alone = std::all_of(clean.begin(), clean.end(), is_digit);
  const bool agrees = coded && named && from_code(*named)->today() == coded->today();
  if (!code_alone && !agrees) return tl::unexpected(FindingCode::StateUnknown);
  return coded;
}

std::string StateCode::text() const {
  return {static_cast<char>('0' + number_ / 10), static_cast<char>('0' + number_ % 10)};
}

std::string_view StateCode::name() const {
  const StateFact* fact = find_fact(text());
  ENSURE(fact, "a state code is made only from the table");
  return fact->name;
}

StateStanding StateCode::standing() const {
  const StateFact* fact = find_fact(text());
  ENSURE(fact, "a state code is made only from the table");
  return fact->standing;
}

StateCode StateCode::today() const {
  if (number_ == 25) return StateCode(26);
  if (number_ == 28) return StateCode(37);
  return *this;
}

}  // namespace cm
