// Goal: one line per field gives the erased record type, and structs and rows turn into each other.
#include "shared/record/describe.h"

#include <doctest/doctest.h>

#include "tests/unit/record/shop.h"

using namespace cm;
using namespace cm::test;

TEST_CASE("describe: a field line says everything generic code knows") {
  const RecordType& type = record_type_of<Shop>();
  CHECK(type.number() == 900);
  CHECK(type.table() == "shop");
  CHECK(type.label() == "Shop");
  REQUIRE(type.fields().size() == 6);
  const Field& name = type.get_field("name");
  CHECK(name.number == 1);
  CHECK(name.kind == FieldKind::Text);
  CHECK(name.required);
  CHECK(name.length_max == 20);
  CHECK(name.rank == FieldRank::Office);
  const Field& size = type.get_field("size");
  CHECK(size.kind == FieldKind::Choice);
  REQUIRE(size.choices.size() == 2);
  CHECK(size.choices[1].code == "large");
  CHECK_FALSE(size.required);
  const Field& floors = type.get_field("floors");
  CHECK(floors.kind == FieldKind::Integer);
  CHECK(floors.maximum == 9);
  CHECK(floors.server_only);
  CHECK(type.get_field("street").kind == FieldKind::Link);
  CHECK(type.get_field("street").link_table == "street");
  CHECK(type.get_field("house").kind == FieldKind::LongText);
  CHECK(type.get_field("open").kind == FieldKind::Boolean);
  CHECK(&record_type_of<Shop>() == &type);
}

TEST_CASE("describe: a struct comes back from its row unchanged, blanks included") {
  Shop shop(Id<"shop">(uuid_of(1)));
  shop.name = "Corner";
  shop.size = Size::Large;
  shop.floors = 2;
  shop.street = Id<"street">(uuid_of(2));
  shop.open = false;
  const Row row = to_row(shop);
  CHECK(row.id == uuid_of(1));
  CHECK(row.get("size") == Value{std::string("large")});
  CHECK(row.get("open") == Value{std::int64_t{0}});
  CHECK(is_blank(row.get("house")));
  CHECK(row.values.count(5) == 0);
  const auto back = from_row<Shop>(row);
  CHECK(back.unparsed.empty());
  CHECK(back.record.name == "Corner");
  CHECK(back.record.size == Size::Large);
  CHECK(back.record.floors == 2);
  CHECK(back.record.street == shop.street);
  CHECK_FALSE(back.record.open);
  CHECK(to_row(back.record).values == row.values);
}

TEST_CASE("describe: an absent field keeps the struct's own default") {
  const auto parsed = from_row<Shop>(Row(record_type_of<Shop>(), uuid_of(1)));
  CHECK(parsed.record.open);
  CHECK(parsed.record.name.empty());
  CHECK_FALSE(parsed.record.size);
}

TEST_CASE("describe: what does not parse is kept as it came") {
  Row row(record_type_of<Shop>(), uuid_of(1));
  row.set("name", std::int64_t{5});
  row.set("size", std::string("gigantic"));
  row.set("open", std::int64_t{2});
  row.set("street", std::string("no id"));
  row.values[99] = std::string("from a newer program");
  const auto parsed = from_row<Shop>(row);
  CHECK(parsed.unparsed.size() == 4);
  CHECK(parsed.unparsed.at(2) == Value{std::string("gigantic")});
  CHECK(parsed.unparsed.at(1) == Value{std::int64_t{5}});
  CHECK_FALSE(parsed.record.size);
  CHECK(parsed.record.open);
  CHECK(row.get(FieldNumber{99}) == Value{std::string("from a newer program")});
}
