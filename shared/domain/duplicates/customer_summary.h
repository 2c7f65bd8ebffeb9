// What a search for duplicates looks at, of one customer: made ready for comparing.
#pragma once

#include <string>
#include <vector>

#include "shared/domain/duplicates/business_name.h"
#include "shared/domain/quick_entry.h"

namespace cm {

// As stored or typed; values that do not parse are as good as absent.
struct CustomerFacts {
  std::string name, trade_name;
  std::string gstin, pan;
  std::string billing_state;  // two-digit code
  std::vector<std::string> phones, emails, pincodes, cities;
  bool walk_in = false;
};

struct CustomerSummary {
  BusinessName name, trade_name;
  std::string gstin;
  std::string pan;    // else the one that the GSTIN carries
  std::string state;  // two-digit code: of the GSTIN, else of the billing address
  std::vector<std::string> mobiles, emails, pincodes, cities;  // each sorted, each once
  bool walk_in = false;
};

CustomerSummary summarize(const CustomerFacts& facts);

// The customer that a form would make of what stands in its boxes, as far as they parse.
CustomerFacts facts_of(const DraftCheck& check);

}  // namespace cm
