// What is wrong with, or worth knowing about, a customer across its fields. Each field by itself is
// checked by parse_field, which includes check_gstin and check_pan.
#pragma once

#include <optional>

#include "shared/domain/records/customer.h"
#include "shared/record/finding.h"

namespace cm {

struct CustomerContext {
  std::optional<StateCode> billing_state;  // of the billing address, when it is known
};

// Findings carry the customer's SQL field names; the billing state's carries "state".
Findings check_customer(const Customer& customer, const CustomerContext& context);

}  // namespace cm
