// Goal: record ids are made, read and written as RFC 9562 says, and sort by creation.
#include "shared/base/uuid.h"

#include <doctest/doctest.h>

#include <set>

#include "shared/base/clock.h"
#include "shared/base/random.h"

using namespace cm;

TEST_CASE("uuid: version 7 carries the time, the version and the variant") {
  const ManualClock clock(0x017f22e279b0);  // the RFC's example
  SeededRandom random(1);
  const Uuid id = Uuid::make_v7(clock, random);
  CHECK(id.text().substr(0, 15) == "017f22e2-79b0-7");
  CHECK((id.bytes()[8] & 0xc0) == 0x80);
}

TEST_CASE("uuid: version 5 is the RFC's, and follows from space and name alone") {
  const Uuid dns = *Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
  CHECK(Uuid::make_v5(dns, "www.example.com").text() == "2ed6657d-e927-568b-95e1-2665a8aea6a2");
  CHECK(Uuid::make_v5(dns, "a") != Uuid::make_v5(dns, "b"));
}

TEST_CASE("uuid: ids sort by creation and are not made twice") {
  ManualClock clock(1'700'000'000'000);
  SeededRandom random(5);
  std::set<Uuid> made;
  Uuid previous = Uuid::make_v7(clock, random);
  for (int i = 0; i < 1000; ++i) {
    clock.advance_ms(1);
    const Uuid next = Uuid::make_v7(clock, random);
    CHECK(previous < next);
    made.insert(next);
    previous = next;
  }
  CHECK(made.size() == 1000);
}

TEST_CASE("uuid: text and blob come back unchanged, in either case") {
  ManualClock clock(5);
  SeededRandom random(9);
  const Uuid id = Uuid::make_v7(clock, random);
  CHECK(Uuid::parse(id.text()) == id);
  CHECK(Uuid::from_blob(id.blob()) == id);
  std::string upper = id.text();
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  CHECK(Uuid::parse(upper) == id);
  CHECK(id.text().size() == 36);
}

TEST_CASE("uuid: anything that is not a UUID is refused") {
  for (const std::string text :
       {"", "017f22e2", "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0", "017f22e279b0-7cc3-98c4-dc0c0c07398f-",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398g", "{17f22e2-79b0-7cc3-98c4-dc0c0c07398f",
        "017f22e2_79b0_7cc3_98c4_dc0c0c07398f"}) {
    CAPTURE(text);
    CHECK_FALSE(Uuid::parse(text).has_value());
  }
  CHECK_FALSE(Uuid::from_blob("short").has_value());
  CHECK_FALSE(Uuid::from_blob(std::string(17, 'x')).has_value());
  CHECK(Uuid::from_blob(std::string(16, '\0')).has_value());
}
