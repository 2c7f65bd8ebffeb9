// Which contact or address is the customer's default: the same answer on every device.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "shared/record/change.h"
#include "shared/record/row.h"

namespace cm {

enum class DefaultOf { PrimaryContact, BillingContact, BillingAddress, ShippingAddress };

// Flagged first, then by type, then earliest created, then smallest id; inactive and deleted rows never.
// Without a flag: a primary contact is any; a billing address is one of type Billing, else of any type
// but Shipping; a shipping address is one of type Shipping. Null = none, and the caller decides
// (ship to the billing address, write to the primary contact). The rows are all contacts or all
// addresses, of one party.
const Row* choose_default(DefaultOf which, std::span<const Row> candidates);
const Row* choose_default(DefaultOf which, std::span<const Row* const> candidates);

// After a merge: the changes after which exactly one row, choose_default's, is primary (contacts), or
// billing and at most one shipping (addresses). Empty when all is well.
std::vector<Change> repair_primaries(std::span<const Row> candidates);

}  // namespace cm
