// The human numbers (customer codes) that a master has given out. None is ever given twice, also not
// after a restore from a backup that knows only the earlier ones.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "shared/store/database.h"

namespace cm {

constexpr std::string_view kCustomerCodes = "customer.code";

// The last number given, by the name of its counter.
using GivenNumbers = std::map<std::string, std::int64_t>;
GivenNumbers read_given_numbers(Database& master);
// Goes on after the greater of both; in one transaction.
void raise_given_numbers(Database& master, const GivenNumbers& at_least);

}  // namespace cm
