// Goal: a check against bugs is on in every build and says where and why.
#include "shared/base/ensure.h"

#include <doctest/doctest.h>

TEST_CASE("ensure: passes when the condition holds") {
  int calls = 0;
  ENSURE(++calls == 1, "counts once");
  CHECK(calls == 1);
}

TEST_CASE("ensure: a failed condition is a Bug that says why and where") {
  try {
    ENSURE(1 + 1 == 3, "sums are right");
    FAIL("not reached");
  } catch (const cm::Bug& bug) {
    const std::string text = bug.what();
    CHECK(text.find("sums are right") != std::string::npos);
    CHECK(text.find("1 + 1 == 3") != std::string::npos);
    CHECK(text.find("ensure_test.cpp") != std::string::npos);
  }
}
