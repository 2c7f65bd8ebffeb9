// Goal: any record type goes in and out; slices, modes and rejected rows keep their word.
#include "shared/domain/exchange/table_import.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "shared/domain/acts/first_records.h"
#include "shared/domain/exchange/csv.h"
#include "shared/domain/exchange/record_export.h"
#include "shared/domain/exchange/table_look.h"
#include "shared/domain/records/address.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/contact.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/records/customer_group.h"
#include "shared/domain/records/new_record.h"
#include "tests/unit/domain/customer_sheets.h"
#include "tests/unit/domain/exchange/memory_directory.h"

using namespace cm;
using namespace cm::test;
using namespace std::string_literals;

namespace {

struct Branch {
  MemoryDirectory customers;
  MemoryRecordDirectory records;
  ManualClock clock{1'795'372'000'000};
  SeededRandom random{1};
  std::vector<RowOutcome> outcomes;
  std::vector<std::string> header;

  // What stands in every master from its first start.
  Branch() {
    for (const Change& change : make_first_records(records)) records.write({change});
  }
  Directories directories() { return {customers, records}; }
  void write(const std::vector<Change>& changes) {
    if (!changes.empty() && changes.front().type->table() == "customer")
      customers.write(changes);
    else
      records.write(changes);
  }
  std::string import(const RecordType& type, const std::string& bytes, ImportOptions options = {},
                     bool dry_run = false) {
    outcomes.clear();
    ChangeSink sink;
    if (!dry_run) sink = [&](const std::vector<Change>& changes) { write(changes); };
    TableImport import(type, directories(), clock, random, options, sink,
                       [&](const RowOutcome& outcome) { outcomes.push_back(outcome); });
    import.feed(bytes);
    import.finish();
    header = import.header();
    std::string text;
    for (const RowOutcome& outcome : outcomes)
      text.append(text.empty() ? "" : " ")
          .append(std::to_string(outcome.row))
          .append(":")
          .append(outcome_name(outcome.outcome));
    return text;
  }
  std::string code(std::size_t index) const {
    return outcomes.at(index).findings.empty() ? "" : outcomes[index].findings.back().code;
  }
  bool has_code(std::size_t index, std::string_view wanted) const {
    const Findings& findings = outcomes.at(index).findings;
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return finding.code == wanted; });
  }
  std::string csv_of(const RecordType& type, const Columns& columns) {
    std::string file = write_csv_row(export_header(columns));
    for (const Row& row : records.list(type))
      file += write_csv_row(export_cells(columns, row, directories()));
    return file;
  }
  std::string xlsx_of(const RecordType& type, const Columns& columns) {
    XlsxWriter book(std::string(type.label()));
    book.write_header(export_header(columns));
    for (const Row& row : records.list(type))
      book.write_row(export_cells(columns, row, directories()), cell_kinds(columns));
    return book.finish();
  }
};

const RecordType& customers() {
  return record_type_of<Customer>();
}

const std::string kTwo =
    "Customers of Acme\n\nCustomer Name,Type,Mobile No,GST Category,Credit Limit\n"
    "Asha Traders,Company,9876543210,Registered Regular,5 lakh\nBina "
    "Stores,Company,9876543211,,\"1,20,000.50\"\n";

}  // namespace

TEST_CASE("table_import: a foreign sheet with a title comes in, and again changes nothing") {
  Branch office;
  CHECK(office.import(customers(), kTwo, {}, true) == "4:new 5:new");
  CHECK(office.import(customers(), kTwo) == "4:new 5:new");
  const auto& sheets = office.customers.sheets();
  CHECK(sheets[0].customer.get("credit_limit") == Value{std::int64_t{50'000'000}});
  CHECK(sheets[0].customer.get("gst_category") == Value{"registered_regular"s});
  CHECK(sheets[1].customer.get("credit_limit") == Value{std::int64_t{12'000'050}});
  CHECK(office.import(customers(), kTwo) == "4:unchanged 5:unchanged");
  CHECK(office.import(customers(), kTwo, {}, true) == "4:unchanged 5:unchanged");
}

TEST_CASE("table_import: insert leaves what is there, update makes nothing new") {
  Branch office;
  ImportOptions insert, update, by_gstin;
  insert.rules.mode = ImportMode::Insert;
  update.rules.mode = ImportMode::Update;
  const std::string file =
      "Name,Customer Type,Phone,Notes\nAsha,Business,9876543210,new\nBina,Business,9876543211,b\n";
  CHECK(office.import(customers(), file, update) == "2:error 3:error");
  CHECK(office.code(0) == "row.not_found");
  office.import(customers(), "Name,Customer Type,Phone\nAsha,Business,9876543210\n");
  CHECK(office.import(customers(), file, insert) == "2:unchanged 3:new");
  CHECK(is_blank(office.customers.sheets()[0].customer.get("notes")));
  CHECK(office.import(customers(), file, update) == "2:update 3:unchanged");
  by_gstin.rules.match_by = MatchBy::Gstin;
  const std::string twins =
      "Name,Customer Type,GSTIN\nX,Business,27AAPFU0939F1ZV\nY,Business,27AAPFU0939F1ZV\n";
  CHECK(office.import(customers(), twins, by_gstin) == "2:new 3:update");
}

TEST_CASE("table_import: stopped between slices it leaves whole rows, and again goes on") {
  std::string file = "Name,Customer Type,Billing City\n";
  for (int i = 0; i < 200; ++i) {
    file += "Customer ";
    file += std::to_string(i);
    file += i % 10 == 3 ? ",Alien,Pune\n" : ",Business,Pune\n";
  }
  Branch office;
  int told = 0;
  {
    TableImport import(
        customers(), office.directories(), office.clock, office.random, {},
        [&](const std::vector<Change>& changes) { office.write(changes); },
        [&](const RowOutcome&) { ++told; });
    import.feed(file);
    import.end_of_file();
    while (told < 100) REQUIRE(import.step(7) != TableImport::Step::Done);
  }
  CHECK(told < 110);
  CHECK(office.customers.sheets().size() == static_cast<std::size_t>(told - told / 10));
  for (const CustomerSheet& sheet : office.customers.sheets()) CHECK(sheet.billing);
  const int before = office.customers.saves();
  office.import(customers(), file);
  CHECK(office.customers.sheets().size() == 180);
  CHECK(office.customers.saves() == 180);
  CHECK(before < 180);
}

TEST_CASE("table_import: rejected rows come as a file that says why, and goes in when corrected") {
  Branch office;
  const std::string file =
      "Name;Customer Type;Notes\nAsha;Alien;=1+1\nBina;Business;x\n;Business;y;too many\n";
  CHECK(office.import(customers(), file) == "2:error 3:new 4:error");
  std::string rejected = write_csv_row(rejected_header(office.header));
  for (const RowOutcome& outcome : office.outcomes) {
    if (outcome.outcome == Outcome::Error)
      rejected += write_csv_row(rejected_cells(outcome, office.header));
  }
  CHECK(rejected.find("Name,Customer Type,Notes,Problem\r\nAsha,Alien,'=1+1,") == 0);
  CHECK(rejected.find("cannot be") != std::string::npos);
  rejected.replace(rejected.find("Alien"), 5, "Business");
  CHECK(office.import(customers(), rejected).find("2:new") == 0);
}

TEST_CASE(
    "table_import: contacts and addresses come by themselves, to the customer that is named") {
  Branch office;
  office.import(customers(),
                "Name,Customer Type,GSTIN\nAsha,Business,27AAPFU0939F1ZV\nBina,Business,\n");
  const RecordType& contacts = record_type_of<Contact>();
  const RecordType& addresses = record_type_of<Address>();
  const std::string people =
      "Customer,First Name,Last Name,Mobile No,Designation\n"
      "C-1,Anita,Rao,9876543210,Buyer\nBina,Ravi,,9876543211,\n"
      "27AAPFU0939F1ZV,Meera,Iyer,,Accounts\nNobody,X,Y,,\nAsha,,,,\n";
  CHECK(office.import(contacts, people, {}, true) == "2:new 3:new 4:new 5:error 6:error");
  CHECK(office.import(contacts, people) == "2:new 3:new 4:new 5:error 6:error");
  CHECK(office.code(3) == "link.unknown");
  CHECK(office.code(4) == "contact.empty");
  CHECK(office.import(contacts, people) == "2:unchanged 3:unchanged 4:unchanged 5:error 6:error");
  CHECK(office.records.list(contacts).size() == 3);
  CHECK(office.records.list(contacts)[0].get("active") == Value{std::int64_t{1}});
  CHECK(office.import(contacts, "Customer,Contact Person,Designation\nAsha,Anita Rao,Head\n") ==
        "2:update");
  const std::string places =
      "Customer,Address Type,Address Line 1,City/Town,State/Province,Postal Code,Preferred Billing "
      "Address\n"
      "Asha,Billing,1 A Road,Pune,Maharashtra,411001,1\nAsha,Shipping,2 B "
      "Road,Pune,Maharashtra,411002,0\n";
  CHECK(office.import(addresses, places) == "2:new 3:new");
  CHECK(office.import(addresses, places) == "2:unchanged 3:unchanged");
  CHECK(office.records.list(addresses)[0].get("is_primary") == Value{std::int64_t{1}});
}

TEST_CASE("table_import: a row may name a row further down, and one that never comes is refused") {
  const RecordType& groups = record_type_of<CustomerGroup>();
  Branch office;
  const std::string file =
      "Customer Group Name,Parent Customer Group,Is a Group\n"
      "Retail,Shops,No\nShops,All Groups,Yes\nLost,Nowhere,No\nAll Groups,,Yes\n";
  CHECK(office.import(groups, file, {}, true) == "5:new 3:new 2:new 4:error");
  CHECK(office.import(groups, file) == "5:new 3:new 2:new 4:error");
  CHECK(office.code(3) == "link.unknown");
  CHECK(office.import(groups, file) == "2:unchanged 3:unchanged 5:unchanged 4:error");
  CHECK(office.import(
            customers(),
            "Name,Customer Type,Customer Group\nAsha,Business,retail\nBina,Business,Zoo\n") ==
        "2:new 3:error");
}

TEST_CASE("table_import: what a row names must be there, and be one") {
  const RecordType& groups = record_type_of<CustomerGroup>();
  Branch office;
  for (int i = 0; i < 2; ++i) {
    Row row = make_record(groups, Uuid::make_v7(office.clock, office.random));
    row.set("name", "Retail"s);
    office.records.write({diff_rows(nullptr, row)});
  }
  CHECK(office.import(customers(), "Name,Customer Type,Customer Group\nAsha,Business,Retail\n") ==
        "2:error");
  CHECK(office.has_code(0, "link.ambiguous"));
  CHECK(office.import(groups, "Name,Credit Days\nRetail,30\n") == "2:error");
  CHECK(office.has_code(0, "record.ambiguous"));
  CHECK(office.import(groups, "ID,Name\n01890000-0000-7000-8000-000000000001,X\n") == "2:error");
  CHECK(office.has_code(0, "record.unknown"));
  const std::string file = "Name,Customer Type,Contact Designation\nAsha,Business,Buyer\n";
  CHECK(office.import(customers(), file) == "2:new");
  CHECK(office.has_code(0, "row.part_missing"));
  ImportOptions insert;
  insert.rules.mode = ImportMode::Insert;
  CHECK(office.import(customers(), file, insert) == "2:unchanged");
  CHECK(office.has_code(0, "row.exists"));
}

TEST_CASE("table_import: a row that changes nothing is not refused for what stands") {
  const RecordType& groups = record_type_of<CustomerGroup>();
  Branch office;
  Row row = make_record(groups, Uuid::make_v7(office.clock, office.random));
  row.set("name", "Loose"s);  // hangs nowhere: today's rules want a parent
  office.records.write({diff_rows(nullptr, row)});
  CHECK(office.import(groups, "Name,Credit Days\nLoose,\n") == "2:unchanged");
  CHECK(office.import(groups, "Name,Credit Days\nLoose,30\n") == "2:error");
  CHECK(office.code(0) == "tree.parent_missing");
}

TEST_CASE("table_import: what the role may not write is refused here, row by row") {
  Branch office;
  ImportOptions rep;
  rep.rules.role = Role::Rep;
  const std::string file = "Name,Customer Type,On Hold\nAsha,Business,\nBina,Business,Yes\n";
  CHECK(office.import(customers(), file, rep) == "2:new 3:error");
  CHECK(office.code(1) == "row.not_permitted");
  CHECK(office.outcomes[1].title == "Bina");
  rep.rules.role = Role::Office;
  CHECK(office.import(customers(), file, rep) == "2:unchanged 3:new");
  rep.rules.role = Role::Rep;
  CHECK(office.import(record_type_of<CustomerGroup>(), "Name\nShops\n", rep) == "2:error");
}

TEST_CASE(
    "table_look: encoding, delimiter, header and samples are found; what is chosen goes before") {
  const std::string file =
      "Customers of Acme;;\n;;\nName;Type;Mobile No;Shoe "
      "Size\nAsha;Company;98\nBina;Company;97\n\nCy;Company\n";
  TableLook look = look_at_table(customers(), file, {});
  CHECK(look.format == TableFormat::Csv);
  CHECK(look.delimiter == ';');
  CHECK(look.header_row == 3);
  REQUIRE(look.columns.columns.size() == 4);
  CHECK(look.columns.columns[2].field == "phone");
  CHECK(look.columns.findings.front().code == "column.unknown");
  CHECK(look.samples[0] == std::vector<std::string>{"Asha", "Bina", "Cy"});
  CHECK(look.samples[1] == std::vector<std::string>{"Company"});
  CHECK(look.samples[3].empty());
  CHECK(look.head.size() == 5);
  ImportOptions chosen;
  chosen.header_row = 4;
  chosen.file.delimiter = ',';
  look = look_at_table(customers(), file, chosen);
  CHECK(look.header_row == 4);
  CHECK(look.columns.columns.size() == 1);
  Branch office;
  chosen.file.delimiter = ';';
  chosen.columns.given = {{"Asha", "Name"}, {"Company", "Customer Type"}, {"98", ""}};
  CHECK(office.import(customers(), file, chosen) == "5:new 7:new");
  for (const std::string empty : {"", "\n \n,,\n"})
    CHECK(look_at_table(customers(), empty, {}).findings.front().code == "file.empty");
  CHECK(look_at_table(customers(), "PK\x03\x04 no workbook", {}).findings.front().code ==
        "file.damaged");
}

TEST_CASE("record_export: a full export of every record type comes in again without a change") {
  for (const RecordType* type : record_catalogue().types()) {
    if (type->table() == "customer") continue;  // its own tests are in customer_exchange_test
    CAPTURE(type->table());
    Branch office;
    office.import(customers(), "Name,Customer Type\nAsha,Business\n=Bina,Business\n");
    for (int i = 0; i < 3; ++i) {
      Row row = make_record(*type, Uuid::make_v7(office.clock, office.random));
      for (const Field& field : type->fields()) {
        switch (field.kind) {
          case FieldKind::Text:
          case FieldKind::LongText:
            row.values[field.number] = (i ? "=Text, \"" : "00") + std::to_string(i);
            break;
          case FieldKind::Choice:
            row.values[field.number] = std::string(field.choices[0].code);
            break;
          case FieldKind::Boolean:
            row.values[field.number] = std::int64_t{i % 2};
            break;
          case FieldKind::Integer:
          case FieldKind::Money:
          case FieldKind::Percent:
            row.values[field.number] = field.minimum + 5 + i;
            break;
          case FieldKind::Date:
            row.values[field.number] = "2026-11-2" + std::to_string(i);
            break;
          case FieldKind::Phone:
            row.values[field.number] = "+91987654321" + std::to_string(i);
            break;
          case FieldKind::Link:
            if (field.link_table == "customer" || field.link_table.empty())
              row.values[field.number] =
                  office.customers.sheets()[static_cast<std::size_t>(i % 2)].customer.id;
            break;
          default:
            break;
        }
      }
      office.records.write({diff_rows(nullptr, row)});
    }
    const int saves = office.records.saves();
    const Columns columns = default_columns(*type);
    for (const std::string& file :
         {office.csv_of(*type, columns), office.xlsx_of(*type, columns)}) {
      office.import(*type, file);
      CHECK(office.outcomes.size() == office.records.list(*type).size());
      for (const RowOutcome& outcome : office.outcomes) {
        CAPTURE(outcome.findings.empty() ? "" : outcome.findings.front().text);
        CHECK(outcome_name(outcome.outcome) == "unchanged");
      }
    }
    CHECK(office.records.saves() == saves);
  }
}

TEST_CASE(
    "record_export: customers with further fields come in again without a change, as CSV and "
    "XLSX") {
  Branch office;
  office.import(customers(),
                "Name,Customer Type,Website,Trade Name,GST Category,Phone,Contact "
                "Designation,Billing Address,Billing Country,"
                "On Hold,Hold Until,Commission Rate\n"
                "Asha,Business,a.example,=Brand,Unregistered,09876543210,Buyer,1 A "
                "Road,India,Yes,22.11.26,2.5 %\n"
                "Bina,Individual,,,,,,,,,,\n");
  REQUIRE(office.customers.sheets().size() == 2);
  CHECK(office.customers.sheets()[0].contact->get("designation") == Value{"Buyer"s});
  CHECK(office.customers.sheets()[0].billing->get("country") == Value{"India"s});
  CHECK(office.customers.sheets()[0].customer.get("hold_until") == Value{"2026-11-22"s});
  CHECK(office.customers.sheets()[0].customer.get("commission_rate") == Value{std::int64_t{250}});
  Columns all;
  for (const ExchangeField& field : exchange_fields(customers())) all.push_back(&field);
  XlsxWriter book("Customers");
  book.write_header(export_header(all));
  std::string csv = write_csv_row(export_header(all));
  for (const CustomerSheet& sheet : office.customers.sheets()) {
    csv += write_csv_row(export_cells(all, sheet, office.directories()));
    book.write_row(export_cells(all, sheet, office.directories()), cell_kinds(all));
  }
  CHECK(office.import(customers(), csv) == "2:unchanged 3:unchanged");
  CHECK(office.import(customers(), book.finish()) == "2:unchanged 3:unchanged");
}
