// What is wrong with, or worth knowing about, an item and its prices.
#pragma once

#include "shared/domain/record_lookup.h"
#include "shared/domain/records/item.h"
#include "shared/domain/records/item_price.h"
#include "shared/record/finding.h"

namespace cm {

// The shape of the HSN or SAC.
Findings check_item(const Item& item);
// The last day before the first; another price of the item in the same list at the same time.
Findings check_item_price(const ItemPrice& price, const RecordLookup& records);

}  // namespace cm
