// Goal: a change holds whole units that differ, with the versions they were built on, and nothing
// else.
#include "shared/record/change.h"

#include <doctest/doctest.h>

#include "tests/unit/record/shop.h"

using namespace cm;
using namespace cm::test;

namespace {

const Dot kByAlice{DeviceId{11}, 3};

Row corner() {
  Shop shop(Id<"shop">(uuid_of(1)));
  shop.name = "Corner";
  shop.house = "4b";
  shop.street = Id<"street">(uuid_of(2));
  return to_row(shop);
}

}  // namespace

TEST_CASE("change: a new record carries its values and no base") {
  const Change change = diff_rows(nullptr, corner());
  CHECK(change.type == &record_type_of<Shop>());
  CHECK(change.id == uuid_of(1));
  CHECK(change.kind == ChangeKind::Put);
  CHECK(change.base.empty());
  CHECK(change.fields.size() == 4);  // name, house, street, open
}

TEST_CASE("change: the same row changes nothing") {
  const Row row = corner();
  CHECK(diff_rows(&row, row).fields.empty());
  Row with_blank = row;
  with_blank.set("size", Blank{});
  CHECK(diff_rows(&row, with_blank).fields.empty());
  CHECK(diff_rows(&with_blank, row).fields.empty());
}

TEST_CASE("change: a field of a unit takes its whole unit along, with the version of the lead") {
  Row before = corner();
  before.versions[5] = kByAlice;
  before.versions[1] = Dot{DeviceId{12}, 9};
  Row after = before;
  after.set("street", uuid_of(3));
  const Change change = diff_rows(&before, after);
  REQUIRE(change.fields.size() == 2);
  CHECK(change.fields[0] == FieldValue{5, std::string("4b")});
  CHECK(change.fields[1] == FieldValue{7, uuid_of(3)});
  CHECK(change.base == std::map<FieldNumber, Dot>{{5, kByAlice}});
}

TEST_CASE("change: an emptied field is a change to blank, a never-seen one has no base") {
  Row before = corner();
  Row after = before;
  after.values.erase(1);
  const Change change = diff_rows(&before, after);
  REQUIRE(change.fields.size() == 1);
  CHECK(change.fields[0] == FieldValue{1, Blank{}});
  CHECK(change.base.empty());
}

TEST_CASE("change: unknown fields of a newer program travel too") {
  Row before = corner();
  before.values[99] = std::string("old");
  Row after = before;
  after.values[99] = std::string("new");
  const Change change = diff_rows(&before, after);
  REQUIRE(change.fields.size() == 1);
  CHECK(change.fields[0] == FieldValue{99, std::string("new")});
}
