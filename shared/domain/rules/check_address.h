// What is wrong with, or worth knowing about, an address across its fields.
#pragma once

#include "shared/domain/records/address.h"
#include "shared/record/finding.h"

namespace cm {

// Findings carry the address's SQL field names. A state that differs from the customer's GSTIN is
// check_customer's matter, and only for the billing address.
Findings check_address(const Address& address);

}  // namespace cm
