#include "server/identity/secure_random.h"

#include <sodium.h>

#include "shared/base/failure.h"

namespace cm {

SecureRandom::SecureRandom() {
  if (sodium_init() < 0) {
    throw Failure(FailureCode::Refused, "This machine gives no secure random numbers.");
  }
}

void SecureRandom::fill(std::span<std::uint8_t> bytes) {
  randombytes_buf(bytes.data(), bytes.size());
}

}  // namespace cm
