// Made-up customers for demonstrations, tests and measurements: Indian names, cities, numbers whose
// check characters are right. The same seed gives the same customers.
#pragma once

#include <cstdint>

#include "shared/base/random.h"
#include "shared/domain/quick_entry.h"

namespace cm {

class SampleCustomers {
 public:
  explicit SampleCustomers(std::uint64_t seed) : random_(seed) {}

  // The filled form of the next one: about four in five are businesses with GSTIN, PAN, terms and a
  // contact person.
  QuickDraft next();

 private:
  SeededRandom random_;
};

}  // namespace cm
