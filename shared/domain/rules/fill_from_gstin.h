// What a GSTIN tells about the customer's other tax fields.
#pragma once

#include <optional>

#include "shared/domain/records/customer.h"
#include "shared/record/finding.h"

namespace cm {

// Fills a blank PAN from a GSTIN whose kind carries one, and says so with a note. Never touches a PAN
// that was typed.
Findings fill_from_gstin(Customer& customer);

// The category that the number itself shows (TDS, TCS, UIN, OIDAR); nullopt for all other kinds:
// composition, SEZ, ISD and deemed export cannot be seen in the number.
std::optional<GstCategory> guess_gst_category(const Gstin& gstin);

}  // namespace cm
