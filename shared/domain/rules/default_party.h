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

// Flagged first, then by type (billing addresses before others for billing, shipping ones for
// shipping), then earliest created, then smallest id. Inactive and deleted rows never are the default;
// for billing and shipping an unflagged row is, so that there is one when there is any. Null = no
// candidate. The rows are of contact or address, all of one party.
const Row* choose_default(DefaultOf which, std::span<const Row> candidates);
const Row* choose_default(DefaultOf which, std::span<const Row* const> candidates);

// After a merge: the changes that leave exactly one active row with the primary flag (is_primary of
// contacts, is_primary and is_shipping of addresses), when at least one has it: choose_default's. Empty
// when all is well.
std::vector<Change> repair_primaries(std::span<const Row> candidates);

}  // namespace cm
