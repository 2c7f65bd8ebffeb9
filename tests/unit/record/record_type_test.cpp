// Goal: fields are found by number and name, and merge units are whole.
#include "shared/record/record_type.h"

#include <doctest/doctest.h>

#include "shared/base/ensure.h"
#include "shared/record/finding.h"
#include "tests/unit/record/shop.h"

using namespace cm;
using namespace cm::test;

namespace {

constexpr Field field_named(FieldNumber number, std::string_view name) {
  Field field;
  field.number = number;
  field.name = name;
  return field;
}

}  // namespace

TEST_CASE("record_type: finds fields by number and by name") {
  const RecordType& type = record_type_of<Shop>();
  CHECK(type.find_field(FieldNumber{7})->name == "street");
  CHECK(type.find_field("house")->number == 5);
  CHECK(type.find_field(FieldNumber{4}) == nullptr);
  CHECK(type.find_field("nothing") == nullptr);
  CHECK_THROWS_AS(type.get_field("nothing"), Bug);
}

TEST_CASE("record_type: a unit is led by its lowest number, a lone or unknown field by itself") {
  const RecordType& type = record_type_of<Shop>();
  CHECK(type.unit_lead(7) == 5);
  CHECK(type.unit_lead(5) == 5);
  CHECK(type.unit_lead(1) == 1);
  CHECK(type.unit_lead(4242) == 4242);
  CHECK(type.unit_fields(5) == std::vector<FieldNumber>{5, 7});
  CHECK(type.unit_fields(1) == std::vector<FieldNumber>{1});
  CHECK(type.unit_fields(4242) == std::vector<FieldNumber>{4242});
}

TEST_CASE("record_type: a number or name used twice is a bug") {
  static constexpr std::array kSameNumber{field_named(1, "a"), field_named(1, "b")};
  static constexpr std::array kSameName{field_named(1, "a"), field_named(2, "a")};
  CHECK_THROWS_AS(RecordType(1, "t", "T", kSameNumber), Bug);
  CHECK_THROWS_AS(RecordType(1, "t", "T", kSameName), Bug);
}

TEST_CASE("record_type: the catalogue finds types by number and table, in order of number") {
  static const RecordType other(3, "other", "Other", {});
  const RecordCatalogue catalogue({&record_type_of<Shop>(), &other});
  CHECK(catalogue.types().front() == &other);
  CHECK(catalogue.find(RecordTypeNumber{900}) == &record_type_of<Shop>());
  CHECK(catalogue.find("other") == &other);
  CHECK(catalogue.find(RecordTypeNumber{4}) == nullptr);
  CHECK(catalogue.find("nothing") == nullptr);
  CHECK(&catalogue.get("shop") == &record_type_of<Shop>());
  CHECK_THROWS_AS(catalogue.get("nothing"), Bug);
  CHECK_THROWS_AS(RecordCatalogue({&other, &other}), Bug);
}

TEST_CASE("finding: grades have names and are found") {
  CHECK(grade_name(Grade::Note) == "note");
  CHECK(grade_name(Grade::Warning) == "warning");
  CHECK(grade_name(Grade::Error) == "error");
  const Findings findings{{"name", "x", Grade::Warning, "", "", false}};
  CHECK(has_grade(findings, Grade::Warning));
  CHECK_FALSE(has_grade(findings, Grade::Error));
}
