// Goal: files come in and go out through the same rules as the form; nothing half-done is kept.
#include <doctest/doctest.h>

#include "shared/domain/exchange/csv.h"
#include "shared/domain/exchange/record_export.h"
#include "shared/domain/exchange/table_import.h"
#include "shared/domain/records/contact.h"

#include "tests/unit/domain/customer_sheets.h"
#include "tests/unit/domain/exchange/memory_directory.h"

using namespace cm;
using namespace cm::test;
using namespace std::string_literals;

namespace {

// The seeds' walkthrough customers as an import file.
const std::string kWalkthrough =
    "Name,Customer Type,GSTIN,PAN,Email,Phone,Contact Person,Billing Address,Billing City,Billing "
    "State,Billing Pincode,"
    "Shipping Address,Shipping City,Shipping State,Shipping Pincode,Credit Limit,Credit "
    "Days,Payment Terms,Notes,Active\n"
    "Sai Engineering "
    "Works,Business,27AABCS1234F1Z5,AABCS1234F,accounts@saiengineering.example.com,9876543210,"
    "Rajesh Patil,"
    "\"Plot 45, MIDC Phase II\",Pune,Maharashtra,411026,\"Gate No. 7, Industrial "
    "Area\",Pune,Maharashtra,411039,500000,30,"
    "Net 30 days from invoice date,,Yes\n"
    "Anita Sharma,Individual,,,anita.sharma@example.com,9123456789,,\"12, Green Park "
    "Colony\",Jaipur,Rajasthan,302001,,,,,0,,,,Yes\n";

const RecordType& customers() {
  return record_type_of<Customer>();
}

std::vector<std::string> own_header() {
  return export_header(default_columns(customers()));
}

struct Shop {
  MemoryDirectory directory;
  MemoryRecordDirectory records;
  ManualClock clock{1'795'372'000'000};
  SeededRandom random{1};
  std::vector<RowOutcome> outcomes;
  bool read_whole = false;

  // "2:new 3:update …"
  std::string import(const std::string& bytes, bool dry_run = false, ImportOptions options = {}) {
    outcomes.clear();
    ChangeSink sink;
    if (!dry_run) sink = [&](const std::vector<Change>& changes) { directory.write(changes); };
    options.rules.typed_by = "asha";
    TableImport import(customers(), {directory, records}, clock, random, options, sink,
                       [&](const RowOutcome& outcome) { outcomes.push_back(outcome); });
    import.feed(bytes);
    read_whole = import.finish();
    std::string text;
    for (const RowOutcome& outcome : outcomes) {
      text.append(text.empty() ? "" : " ")
          .append(std::to_string(outcome.row))
          .append(":")
          .append(outcome_name(outcome.outcome));
    }
    return text;
  }
  std::string exported() const {
    std::string file = write_csv_row(own_header());
    for (const CustomerSheet& sheet : const_cast<MemoryDirectory&>(directory).sheets())
      file +=
          write_csv_row(export_cells(default_columns(customers()), sheet, {directory, records}));
    return file;
  }
  std::string codes_of_row(std::size_t index) const {
    std::string codes;
    for (const Finding& finding : outcomes.at(index).findings)
      codes.append(codes.empty() ? "" : " ").append(finding.code);
    return codes;
  }
  Value value(std::size_t index, std::string_view field) {
    return directory.sheets().at(index).customer.get(field);
  }
};

}  // namespace

TEST_CASE("customer_exchange: the walkthrough file comes in whole, and again changes nothing") {
  Shop shop;
  CHECK(shop.import(kWalkthrough, true) == "2:new 3:new");
  CHECK(shop.directory.sheets().empty());
  CHECK(shop.import(kWalkthrough) == "2:new 3:new");
  CHECK(shop.read_whole);
  REQUIRE(shop.directory.sheets().size() == 2);
  CHECK(shop.value(0, "gstin") == Value{"27AABCS1234F1Z5"s});
  CHECK(shop.value(0, "override_reason") == Value{"import"s});
  CHECK(shop.value(0, "gstin_source_by") == Value{"asha"s});
  CHECK(shop.value(1, "credit_limit") == Value{std::int64_t{0}});
  CHECK(shop.directory.sheets()[0].shipping);
  CHECK_FALSE(shop.directory.sheets()[1].shipping);
  CHECK(shop.import(kWalkthrough) == "2:unchanged 3:unchanged");
  CHECK(shop.import(kWalkthrough, true) == "2:unchanged 3:unchanged");
  CHECK(shop.directory.saves() == 2);
}

TEST_CASE("customer_exchange: findings come as JSON in the agreed shape") {
  Shop shop;
  shop.import(kWalkthrough, true);
  CHECK(to_json(shop.outcomes[0]) ==
        "{\"row\":2,\"outcome\":\"new\",\"findings\":[{\"field\":\"gstin\",\"code\":\"gstin.check_"
        "character\",\"grade\":\"warning\","
        "\"text\":\"The last character does not match the rest: expected R, found 5. Compare it "
        "with the certificate.\","
        "\"expected\":\"R\"}]}");
  CHECK(to_json(shop.outcomes[1]) == "{\"row\":3,\"outcome\":\"new\",\"findings\":[]}");
  CHECK(
      to_json({4, Outcome::Error, {{"a", "b", Grade::Error, "bad \xff byte\n", "", false}}, {}}) ==
      "{\"row\":4,\"outcome\":\"error\",\"findings\":[{\"field\":\"a\",\"code\":\"b\",\"grade\":"
      "\"error\",\"text\":\"bad \ufffd byte\\n\",\"expected\":\"\"}]}");
}

TEST_CASE("customer_exchange: an export imported again changes nothing, whatever the names") {
  Shop shop;
  shop.import(kWalkthrough);
  Desk desk(7);
  QuickDraft shared = anita_draft();
  shared.shipping_same_as_billing = true;
  for (const QuickDraft& draft :
       {edited(
            shared,
            {{"name", "=SUM(A1)"}, {"notes", "two\nlines, \"quoted\""}, {"phone", "9000000001"}}),
        edited(anita_draft(),
               {{"name", "श्री शर्मा"}, {"phone", "+442079460000"}, {"credit_limit", "1234.50"}}),
        edited(anita_draft(), {{"name", "'=mark"}, {"phone", "ask at the gate"}, {"active", "No"}}),
        edited(anita_draft(),
               {{"name", "-5"}, {"phone", ""}, {"email", ""}, {"credit_limit", ""}})}) {
    shop.directory.write(desk.save(draft, nullptr));
  }
  const std::string file = shop.exported();
  const int saves = shop.directory.saves();
  CHECK(shop.import(file) ==
        "2:unchanged 3:unchanged 4:unchanged 5:unchanged 6:unchanged 7:unchanged");
  CHECK(shop.directory.saves() == saves);
  CHECK(shop.exported() == file);
  CHECK(file.find("\r\nC-3,'=SUM(A1),") != std::string::npos);
}

TEST_CASE("customer_exchange: an update changes what the file says and leaves blank cells alone") {
  Shop shop;
  shop.import(kWalkthrough);
  CHECK(
      shop.import(
          "Name,Phone,Credit Limit,Notes,GSTIN\nSai Engineering Works,9876543210,,call first,\n") ==
      "2:update");
  CHECK(shop.value(0, "credit_limit") == Value{std::int64_t{50000000}});
  CHECK(shop.value(0, "gstin") == Value{"27AABCS1234F1Z5"s});
  CHECK(shop.value(0, "notes") == Value{"call first"s});
  CHECK(shop.import("Code,Credit Limit\nC-1,0\n") == "2:update");
  CHECK(shop.value(0, "credit_limit") == Value{std::int64_t{0}});
  CHECK(shop.directory.sheets().size() == 2);
}

TEST_CASE(
    "customer_exchange: a shipping cell parts a shared address only when it says something else") {
  Shop shop;
  Desk desk(7);
  QuickDraft shared = anita_draft();
  shared.shipping_same_as_billing = true;
  shop.directory.write(desk.save(shared, nullptr));
  CHECK(shop.import("Code,Billing City\nC-1,Ajmer\n") == "2:update");
  CHECK(shop.directory.sheets()[0].shares_address());
  CHECK(shop.import("Code,Shipping City\nC-1,Ajmer\n") == "2:unchanged");
  CHECK(shop.import("Code,Shipping City\nC-1,Kota\n") == "2:update");
  CHECK_FALSE(shop.directory.sheets()[0].shares_address());
  CHECK(shop.directory.sheets()[0].billing->get("city") == Value{"Ajmer"s});
}

TEST_CASE("customer_exchange: rows of one file that mean one customer are one, dry or not") {
  const std::string file = kWalkthrough +
                           "Sai Engineering Works,,27AABCS1234F1Z5,,,,,,,,,,,,,,,,second row,\n" +
                           "Anita Sharma,,,,,09123456789\n";
  Shop dry, wet;
  CHECK(dry.import(file, true) == "2:new 3:new 4:update 5:unchanged");
  CHECK(wet.import(file) == "2:new 3:new 4:update 5:unchanged");
  CHECK(wet.directory.sheets().size() == 2);
}

TEST_CASE("customer_exchange: a row with an error is refused whole, the others come in") {
  Shop shop;
  const std::string header = "Name,Customer Type,GSTIN,Billing Pincode,Phone\n";
  CHECK(shop.import(header +
                    ",Business,,,\nGood,Business,,411026,\nBad,Robot,27,0,\n\n,,,,\nWarned,"
                    "Business,,,ask at the gate\nSurplus,Business,,,,extra\n\"Open,Business\n") ==
        "2:error 3:new 4:error 7:new 8:error 9:error");
  CHECK(shop.codes_of_row(0) == "field.required gstin.missing");
  CHECK(shop.codes_of_row(2) == "field.choice gstin.length address.line_missing pincode.shape");
  CHECK(shop.codes_of_row(3) == "gstin.missing phone.shape");
  CHECK(shop.codes_of_row(4) == "row.too_many_cells");
  CHECK(shop.codes_of_row(5) == "row.quote");
  CHECK(shop.read_whole);
  CHECK(shop.directory.sheets().size() == 2);
}

TEST_CASE("customer_exchange: headings match without regard to case, spacing and punctuation") {
  const ColumnMap map = map_columns(
      customers(), {" customer_type", "GSTIN ", "billing  PINCODE", "Code", "ID", "", "name"});
  CHECK(map.findings.empty());
  std::string fields;
  for (const MappedColumn& column : map.columns) fields += column.field + " ";
  CHECK(fields == "customer_type gstin billing_pincode code id  name ");
}

TEST_CASE("customer_exchange: a heading that is unknown, doubled or missing refuses the file") {
  struct Case {
    std::string bytes;
    const char* code;
  };
  for (const auto& [bytes, code] :
       {Case{"Name,Customer Type,Shoe Size\nA,Business,9\n", "column.unknown"},
        Case{"Name,name\nA,B\n", "column.twice"}, Case{"GSTIN,Phone\nA,B\n", "column.missing"},
        Case{"", "file.empty"}, Case{"\n\n", "file.empty"}, Case{",,\nA,B,C\n", "column.unknown"},
        Case{"Na\xffme\nA\n", "row.bad_utf8"}, Case{"\"Name\n", "row.quote"}}) {
    CAPTURE(bytes);
    Shop shop;
    CHECK(shop.import(bytes) == "1:error");
    CHECK_FALSE(shop.read_whole);
    const std::string first = shop.codes_of_row(0).substr(0, shop.codes_of_row(0).find(' '));
    CHECK(first == code);
    CHECK(shop.directory.saves() == 0);
  }
}

TEST_CASE("customer_exchange: an unknown code and a name that fits two are errors that say so") {
  Shop shop;
  shop.import(
      "Name,Customer Type,Phone\nAnita Sharma,Individual,9123456789\nAnita "
      "Sharma,Individual,9000000001\n");
  CHECK(shop.directory.sheets().size() == 2);
  CHECK(shop.import("Code,Name,Notes\n,Anita Sharma,x\nC-9,Anita Sharma,x\nC-2,Anita Sharma,x\n") ==
        "2:error 3:error 4:update");
  CHECK(shop.codes_of_row(0) == "row.ambiguous");
  CHECK(shop.codes_of_row(1) == "code.unknown");
}

TEST_CASE("customer_exchange: a file over the limit stops with a finding, what came before stays") {
  Shop shop;
  ImportOptions limits;
  limits.file.limits.file_bytes_max = 60;
  CHECK(shop.import("Name,Customer Type\nAsha,Business\nBina,Business\nChitra,Business\n", false,
                    limits) == "2:new 3:new 4:error");
  CHECK(shop.codes_of_row(2) == "file.too_large");
  CHECK_FALSE(shop.read_whole);
}

TEST_CASE("customer_exchange: text is cleaned on the way in") {
  Shop shop;
  CHECK(shop.import("Name,Customer Type,Notes\n\"  Ash\0a\t Traders \",business,\"a\r\nb\"\n"s) ==
        "2:new");
  CHECK(shop.value(0, "name") == Value{"Asha Traders"s});
  CHECK(shop.value(0, "notes") == Value{"a\nb"s});
}

TEST_CASE(
    "customer_exchange: ten thousand hostile rows end in outcomes, and what came in comes out") {
  Shop shop;
  SeededRandom random(20261122);
  const std::string_view pieces[] = {"Asha",
                                     "Business",
                                     "Individual",
                                     "27AAPFU0939F1ZV",
                                     "27AABCS1234F1Z5",
                                     "AAPFU0939F",
                                     "9876543210",
                                     "a@example.com",
                                     "411026",
                                     "Maharashtra",
                                     "=cmd()",
                                     "'",
                                     "\"\"",
                                     "श",
                                     "\xff",
                                     "-1",
                                     "1e9",
                                     "99999999999999999999",
                                     "'=x",
                                     "Yes",
                                     " ",
                                     "\xe2\x80\xae"};
  std::string file = write_csv_row(own_header());
  for (int row = 0; row < 10'000; ++row) {
    for (std::size_t cell = 0; cell < own_header().size() - random.below(3); ++cell) {
      file += cell ? "," : "";
      if (cell == 0 || (cell > 2 && random.below(3) != 0)) continue;
      if (cell == 2)
        file += random.below(2) ? "Business" : "Individual";
      else if (random.below(12) == 0)
        file += static_cast<char>(128 + random.below(128));
      else
        file.append(pieces[random.below(std::size(pieces))]);
      if (cell == 1) file += std::to_string(random.below(400));
    }
    file += "\r\n";
  }
  shop.import(file, true);
  CHECK(shop.outcomes.size() > 9'000);
  int good = 0;
  for (const RowOutcome& outcome : shop.outcomes) {
    good += outcome.outcome != Outcome::Error;
    CHECK(has_grade(outcome.findings, Grade::Error) == (outcome.outcome == Outcome::Error));
    CHECK(to_json(outcome).size() < 20'000);
  }
  CHECK(good > 300);
}
