// Goal: hashes that are stored never change, and texts that differ hardly ever meet.
#include "shared/base/stable_hash.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace cm;

TEST_CASE("stable_hash: is the number that other people's files hold") {
  CHECK(stable_hash("") == 0xf52a15e9a9b5e89b);
  CHECK(stable_hash("sai") == 9230450297502724881u);
  CHECK(uuid_of_text("sai").text() == "11738cfb-a325-8980-b053-80e269a83a40");
}

TEST_CASE("stable_hash: a hundred thousand texts have as many hashes, also of 48 bits") {
  std::set<std::uint64_t> hashes;
  for (int i = 0; i < 100'000; ++i)
    hashes.insert(stable_hash("98765" + std::to_string(i)) & ((std::uint64_t{1} << 48) - 1));
  CHECK(hashes.size() == 100'000);
}

TEST_CASE("stable_hash: the UUID of a text says that it is of version 8") {
  const Uuid a = uuid_of_text("a"), b = uuid_of_text("b");
  CHECK(a != b);
  CHECK(a == uuid_of_text("a"));
  CHECK(a.text()[14] == '8');
}
