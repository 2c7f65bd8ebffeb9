// Goal: the digests are those of FIPS 180-4's own examples, at each length of the last block.
#include "shared/base/sha1.h"

#include <doctest/doctest.h>

#include <string>

using namespace cm;

namespace {

std::string hex_of(std::string_view bytes) {
  std::string hex;
  for (const std::uint8_t byte : sha1(bytes)) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 0x0f];
  }
  return hex;
}

}  // namespace

TEST_CASE("sha1: the examples of the standard") {
  CHECK(hex_of("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(hex_of("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  CHECK(hex_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
  CHECK(hex_of(std::string(1'000'000, 'a')) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}
