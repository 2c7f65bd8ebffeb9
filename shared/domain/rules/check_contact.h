// What is wrong with a contact across its fields.
#pragma once

#include "shared/domain/records/contact.h"
#include "shared/record/finding.h"

namespace cm {

// A contact needs a name, a phone or an email. Takes the row, so that a phone kept as typed counts.
Findings check_contact(const Row& contact);

}  // namespace cm
