// Secrets that stand for a session or for the right to set up: shown once, kept only as their hash.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/random.h"

namespace cm {

// 256 random bits as 43 characters of URL-safe base64.
std::string make_token(Random& random);

// What the database keeps: 64 hexadecimal characters of BLAKE2b-256. A token has 256 bits, so that
// no salt and no slow hash are needed.
std::string hash_token(std::string_view token);

}  // namespace cm
