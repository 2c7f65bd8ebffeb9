// A hash of text that is the same on every device and for ever: for keys that are stored, and for ids that two devices
// make of the same text without knowing of each other. Not secure against someone who looks for collisions.
#pragma once

#include <cstdint>
#include <string_view>

#include "shared/base/uuid.h"

namespace cm {

// FNV-1a, 64 bits, with its bits mixed once more. Stored: never change.
std::uint64_t stable_hash(std::string_view text);

// A UUID of version 8 (RFC 9562: our own making) from the text. Stored and sent: never change.
Uuid uuid_of_text(std::string_view text);

}  // namespace cm
