// By which keys a customer's possible duplicates are found, so that nobody is ever compared with everybody: two customers
// that share no key are not compared. compare_customers then says what a shared key is worth.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/domain/duplicates/customer_summary.h"

namespace cm {

// Stored. Never renumber.
enum class DuplicateKeyKind {
  Gstin = 1,
  Pan = 2,
  Mobile = 3,
  Email = 4,
  NameWord = 5,      // how a telling word of the name sounds, with a PIN code or city
  NameInitials = 6,  // the first letters of the name's words, with a PIN code or city: finds slips in the only telling word
  NameStart = 7,     // how the name begins, words joined, with a PIN code or city: finds words run together
};

// By a name many share a key; the sketch tells quickly which of them are worth comparing. Else 0.
struct DuplicateKey {
  DuplicateKeyKind kind = DuplicateKeyKind::Gstin;
  std::uint64_t hash = 0;  // 48 bits, of kind and text
  std::uint64_t sketch = 0;
  friend bool operator==(const DuplicateKey&, const DuplicateKey&) = default;
};

// Each once, in order of kind and hash. None for a walk-in customer.
std::vector<DuplicateKey> duplicate_keys(const CustomerSummary& summary);

// By this, names under a key are taken or left.
bool are_sketches_alike(std::uint64_t a, std::uint64_t b);

}  // namespace cm
