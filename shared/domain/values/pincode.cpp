#include "shared/domain/values/pincode.h"

#include <algorithm>

#include "shared/domain/values/identity_text.h"

namespace cm {
namespace {

struct PrefixRun {
  int first, last;  // first three digits, inclusive
  std::string_view state;
};

// Prefixes observed per state; 18 of them belong to two states. Hints, never rules.
constexpr PrefixRun kPrefixRuns[] = {
    {110, 110, "07"}, {121, 127, "06"}, {131, 136, "06"}, {140, 140, "04"}, {140, 148, "03"},
    {151, 152, "03"}, {160, 160, "03"}, {160, 160, "04"}, {171, 177, "02"}, {180, 182, "01"},
    {184, 185, "01"}, {190, 193, "01"}, {194, 194, "38"}, {201, 212, "09"}, {221, 233, "09"},
    {241, 247, "09"}, {244, 244, "05"}, {246, 249, "05"}, {250, 251, "09"}, {261, 262, "09"},
    {262, 263, "05"}, {271, 277, "09"}, {281, 285, "09"}, {301, 307, "08"}, {311, 314, "08"},
    {321, 328, "08"}, {331, 335, "08"}, {341, 345, "08"}, {360, 365, "24"}, {362, 362, "26"},
    {370, 370, "24"}, {380, 380, "24"}, {382, 385, "24"}, {387, 396, "24"}, {396, 396, "26"},
    {400, 402, "27"}, {403, 403, "30"}, {410, 416, "27"}, {421, 425, "27"}, {431, 431, "27"},
    {440, 445, "27"}, {450, 458, "23"}, {460, 466, "23"}, {470, 477, "23"}, {480, 488, "23"},
    {490, 497, "22"}, {500, 509, "36"}, {507, 507, "37"}, {515, 518, "37"}, {520, 524, "37"},
    {530, 535, "37"}, {533, 533, "34"}, {560, 563, "29"}, {570, 577, "29"}, {580, 587, "29"},
    {590, 591, "29"}, {600, 614, "33"}, {605, 605, "34"}, {607, 607, "34"}, {609, 609, "34"},
    {620, 632, "33"}, {635, 639, "33"}, {641, 643, "33"}, {670, 671, "32"}, {673, 673, "32"},
    {673, 673, "34"}, {676, 676, "32"}, {678, 680, "32"}, {682, 682, "31"}, {682, 683, "32"},
    {685, 686, "32"}, {688, 691, "32"}, {695, 695, "32"}, {700, 700, "19"}, {711, 713, "19"},
    {721, 723, "19"}, {731, 736, "19"}, {737, 737, "11"}, {741, 743, "19"}, {744, 744, "35"},
    {751, 770, "21"}, {781, 788, "18"}, {783, 783, "17"}, {790, 792, "12"}, {793, 794, "17"},
    {795, 795, "14"}, {796, 796, "15"}, {797, 798, "13"}, {799, 799, "16"}, {800, 805, "10"},
    {811, 814, "10"}, {813, 816, "20"}, {821, 821, "10"}, {822, 822, "20"}, {823, 824, "10"},
    {825, 829, "20"}, {831, 835, "20"}, {841, 848, "10"}, {851, 855, "10"},
};

}  // namespace

tl::expected<Pincode, FindingCode> Pincode::parse(std::string_view text) {
  std::string clean = clean_identity(text);
  if (!matches_shape(clean, "[123456789]99999")) return tl::unexpected(FindingCode::PincodeShape);
  return Pincode(std::move(clean));
}

std::vector<StateCode> Pincode::states() const {
  const int prefix = (text_[0] - '0') * 100 + (text_[1] - '0') * 10 + (text_[2] - '0');
  std::vector<StateCode> states;
  for (const PrefixRun& run : kPrefixRuns) {
    if (run.first <= prefix && prefix <= run.last)
      states.push_back(*StateCode::from_code(run.state));
  }
  return states;
}

bool Pincode::may_be_in(const StateCode& state) const {
  const std::vector<StateCode> known = states();
  return known.empty() || std::find(known.begin(), known.end(), state.today()) != known.end();
}

}  // namespace cm
