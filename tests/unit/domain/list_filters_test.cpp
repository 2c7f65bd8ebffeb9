// Which filters the list of a type has, which values mean something, and how they are said.
#include "shared/domain/list_filters.h"

#include <doctest/doctest.h>

#include <set>

#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

const RecordType& type(std::string_view table) {
  return record_catalogue().get(table);
}

const std::string kId = "0190a5b0-1234-7abc-8def-0123456789ab";

std::set<std::string> names_of(std::string_view table) {
  std::set<std::string> names;
  for (const ListFilter& filter : list_filters(type(table))) names.emplace(filter.name);
  return names;
}

}  // namespace

TEST_CASE("filters: customers have those of the requirements, and no link to another customer") {
  const auto names = names_of("customer");
  for (const char* wanted :
       {"customer_group", "territory", "sales_person", "customer_type", "gst_category", "active",
        "on_hold", "not_sent", "conflict", "no_gstin", "no_shipping_address", "no_credit_limit",
        "not_verified", "address_state", "sales_partner", "default_price_list"}) {
    CAPTURE(wanted);
    CHECK(names.count(wanted) == 1);
  }
  for (const char* other : {"supersedes", "merged_into", "name", "gstin", "notes", "credit_limit"}) {
    CAPTURE(other);
    CHECK(names.count(other) == 0);
  }
}

TEST_CASE("filters: every type has those of its fields and what is not sent, each name once") {
  for (const RecordType* each : record_catalogue().types()) {
    CAPTURE(each->table());
    const auto filters = list_filters(*each);
    CHECK(names_of(each->table()).size() == filters.size());
    CHECK(find_filter(filters, "not_sent") != nullptr);
    for (const Field& field : each->fields()) {
      if (field.kind == FieldKind::Boolean || field.kind == FieldKind::Choice)
        CHECK(find_filter(filters, field.name) != nullptr);
    }
    for (const ListFilter& filter : filters) CHECK(!filter.label.empty());
  }
  CHECK(names_of("territory").count("parent") == 1);
  CHECK(names_of("address").count("state") == 1);
  CHECK(names_of("item_price").count("price_list") == 1);
  CHECK(names_of("item_price").count("item") == 0);  // too many to choose from
}

TEST_CASE("filters: what a list cannot do with a value is left out, the rest is put in order") {
  const FilterValues clean = clean_filters(type("customer"), {{"not_sent", "yes"},
                                                              {"customer_type", "business"},
                                                              {"active", "none"},
                                                              {"active", "perhaps"},
                                                              {"territory", "12"},
                                                              {"no_such", "yes"},
                                                              {"customer_group", kId},
                                                              {"gst_category", "none"},
                                                              {"address_state", "27"},
                                                              {"address_state", "99999"}});
  CHECK(clean == FilterValues{{"customer_group", kId},
                              {"address_state", "27"},
                              {"customer_type", "business"},
                              {"gst_category", "none"},
                              {"not_sent", "yes"}});
}

TEST_CASE("filters: are said in the words of their fields") {
  const auto filters = list_filters(type("customer"));
  const auto words = [&](std::string_view name, std::string_view value, std::string_view title) {
    return filter_words(*find_filter(filters, name), value, title);
  };
  CHECK(words("customer_group", kId, "Wholesale") == "Customer Group: Wholesale");
  CHECK(words("customer_group", kId, "") == "Customer Group: not on this device");
  CHECK(words("customer_group", "none", "") == "Customer Group: none");
  CHECK(words("customer_type", "business", "") == "Customer Type: Business");
  CHECK(words("address_state", "27", "") == "State: Maharashtra");
  CHECK(words("not_sent", "yes", "") == "Not Sent");
  CHECK(words("active", "no", "") == "Active: No");
}

TEST_CASE("filters: are set, changed and taken out by name") {
  FilterValues values;
  set_filter_value(values, "active", "no");
  set_filter_value(values, "active", "yes");
  set_filter_value(values, "on_hold", "no");
  CHECK(find_filter_value(values, "active") == "yes");
  set_filter_value(values, "active", "");
  CHECK(values == FilterValues{{"on_hold", "no"}});
  CHECK(blank_means_yes(type("customer"), type("customer").get_field("active")));
  CHECK_FALSE(blank_means_yes(type("customer"), type("customer").get_field("on_hold")));
}

}  // namespace cm
