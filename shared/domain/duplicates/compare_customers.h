// Whether two customers look like one (requirements.md 3.10): how surely, and why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/duplicates/customer_summary.h"

namespace cm {

// In order of sureness. Stored. Never renumber.
enum class DuplicateLevel {
  Strong = 0,    // the same GSTIN, or the same PAN, state and name
  Likely = 1,    // the same PAN; or name and a second sign agree
  Possible = 2,  // one sign
  Branch = 3,    // same PAN in another state: not a duplicate, perhaps a branch of the same legal entity
};

// Bits of a set. Stored. Never renumber.
enum class DuplicateReason : std::uint32_t {
  SameGstin = 1 << 0,
  SamePanAndState = 1 << 1,
  SamePan = 1 << 2,  // the state of one is not known
  SamePanOtherState = 1 << 3,
  SameMobile = 1 << 4,
  SameEmail = 1 << 5,
  SameName = 1 << 6,
  NearName = 1 << 7,
  SamePincode = 1 << 8,  // told beside a name only
  SameCity = 1 << 9,
  OtherPan = 1 << 10,  // what speaks against it
};

struct Duplicate {
  DuplicateLevel level = DuplicateLevel::Possible;
  std::uint32_t reasons = 0;  // DuplicateReason bits
  friend bool operator==(const Duplicate&, const Duplicate&) = default;
};

// Nullopt: nothing speaks for it. The same whichever comes first; a walk-in customer is never a duplicate.
std::optional<Duplicate> compare_customers(const CustomerSummary& a, const CustomerSummary& b);

bool has_reason(const Duplicate& duplicate, DuplicateReason reason);
std::string_view level_name(DuplicateLevel level);             // "strong", "likely", "possible", "branch"
std::string reasons_text(std::uint32_t reasons);               // "same GSTIN, same mobile"

}  // namespace cm
