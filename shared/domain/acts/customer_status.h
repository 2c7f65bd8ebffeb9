// Hold and release, deactivate and reactivate: each with its reason, which stands on the customer
// as long as it is held or inactive and in the history for ever.
#pragma once

#include <optional>
#include <string>

#include "shared/domain/values/date.h"
#include "shared/record/change.h"
#include "shared/record/finding.h"

namespace cm {

// A reason is needed; its field is `hold_reason` or `inactive_reason`.
Findings check_reason(std::string_view reason, std::string_view field);

// Until a day (the last one on hold), or until released. Holding anew changes day and reason.
Change hold_customer(const Row& customer, const std::string& reason, std::optional<Date> until);
// The reason for the release is kept until the next hold.
Change release_customer(const Row& customer, const std::string& reason);
Change deactivate_customer(const Row& customer, const std::string& reason);
Change reactivate_customer(const Row& customer, const std::string& reason);

// Why the customer cannot be chosen for new transactions, in plain words; empty when it can
// (requirements 3.11). A hold ends with its day.
std::string why_not_chosen(const Row& customer, const Date& today);

}  // namespace cm
