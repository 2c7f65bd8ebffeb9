// Goal: what a master starts with, what a company brings with it, and that a customer's ledger is
// made by itself, once, wherever it is made; the limit that applies says where it comes from.
#include "shared/domain/acts/ledger.h"

#include <doctest/doctest.h>

#include "shared/base/utf8.h"
#include "shared/domain/acts/company.h"
#include "shared/domain/acts/first_records.h"
#include "shared/domain/known_ids.h"
#include "shared/domain/records/account.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/records/customer_company.h"
#include "shared/domain/records/customer_group.h"
#include "shared/domain/records/price_list.h"
#include "shared/domain/records/territory.h"
#include "shared/domain/rules/check_record.h"
#include "shared/domain/rules/credit_limit.h"
#include "tests/unit/domain/memory_records.h"

using namespace cm;
using namespace cm::test;

namespace {

Company company(std::uint8_t number, std::string name, std::string abbreviation) {
  Company made(id_of<CompanyId>(number));
  made.name = std::move(name);
  made.abbreviation = std::move(abbreviation);
  return made;
}

struct Books {
  Books() {
    records.apply(make_first_records(records));
    records.apply(make_company(company(1, "Sai Engineering", "SE")));
    records.apply(make_company(company(2, "Om Traders", "OT")));
  }
  MemoryRecords records;
  Customer anita = [this] {
    Customer made(id_of<CustomerId>(50));
    made.name = "Anita Sharma";
    return records.add(made);
  }();

  void add(const CompanyId& to) { records.apply(add_company(to_row(anita), to, records)); }
  std::string trace(const CreditLimit& found) const {
    std::string text;
    for (const CreditLimitStep& step : found.trace) text += step.text + "\n";
    return text;
  }
};

const CompanyId kSai = id_of<CompanyId>(1);
const CompanyId kOm = id_of<CompanyId>(2);

}  // namespace

TEST_CASE("first_records: sound, made once, the same in every master") {
  MemoryRecords records;
  const std::vector<Change> changes = make_first_records(records);
  records.apply(changes);
  CHECK(make_first_records(records).empty());
  MemoryRecords other;
  other.apply(make_first_records(other));
  for (const Change& change : changes) {
    const auto row = records.find(*change.type, change.id);
    REQUIRE(row);
    CAPTURE(std::get<std::string>(row->get("name")));
    CHECK(other.find(*change.type, change.id)->values == row->values);
    if (change.type->table() != "customer") CHECK(check_record(*row, records).empty());
  }
  CHECK(records.all(record_type_of<Territory>()).size() ==
        1 + 36);  // 28 states, 8 union territories
  CHECK(records.get<Customer>(walk_in_customer()).walk_in);
  CHECK(records.get<CustomerGroup>(default_customer_group()).parent == root_customer_group());
  CHECK(records.get<PriceList>(standard_selling()).name == "Standard Selling");
}

TEST_CASE("first_records: one that was hidden is not made again, one that is missing is") {
  MemoryRecords records;
  records.apply(make_first_records(records));
  Change hide(record_type_of<Customer>(), walk_in_customer().uuid());
  hide.kind = ChangeKind::Delete;
  records.apply({hide});
  CHECK(make_first_records(records).empty());
}

TEST_CASE("known_ids: stored ids stay what they are") {
  CHECK(root_customer_group().uuid().text() == "bf4406c6-c8bd-50ed-ba78-6b0cece510e6");
  CHECK(default_customer_group().uuid().text() == "9dadd35b-8557-51c2-bae4-abe148d4bb77");
  CHECK(state_territory(*StateCode::parse("27")).uuid().text() ==
        "a847f24c-9d23-5366-80cb-ccde5e0b73c9");
  CHECK(ledger_account(id_of<CustomerId>(50), kSai).uuid().text() ==
        "e38fffcc-fa38-5eeb-8d54-a3d44bbb8fad");
  CHECK(customer_in_company(id_of<CustomerId>(50), kSai).uuid().text() ==
        "d963fd36-7419-5858-8c21-19b914e6e2b4");
}

TEST_CASE("parse_company: what was typed, with letters and state filled in; errors are said") {
  const CompanyDraft draft =
      parse_company({" sai  Engineering works ", "", "", "27AAPFU0939F1ZV"}, kSai);
  CHECK(draft.findings.empty());
  CHECK(draft.company.name == "sai Engineering works");
  CHECK(draft.company.abbreviation == "SEW");
  REQUIRE(draft.company.state);
  CHECK(draft.company.state->name() == "Maharashtra");
  CHECK(parse_company({"Om", "OMT", "Goa", ""}, kOm).company.abbreviation == "OMT");
  CHECK(has_grade(parse_company({"", "", "", ""}, kOm).findings, Grade::Error));
  CHECK(has_grade(parse_company({"Om", "", "Atlantis", ""}, kOm).findings, Grade::Error));
  CHECK(has_grade(parse_company({"Om", "", "", "123"}, kOm).findings, Grade::Error));
}

TEST_CASE("make_company: a company comes with its accounts, all sound") {
  const Books books;
  const auto sai = books.records.get<Company>(kSai);
  CHECK(sai.receivable_group == receivable_account(kSai));
  CHECK(sai.default_price_list == standard_selling());
  CHECK(sai.fiscal_year_start == Month::April);
  const auto group = books.records.get<Account>(receivable_account(kSai));
  CHECK(group.name == "Accounts Receivable");
  CHECK(group.parent == root_account(kSai));
  for (const RecordType* type : {&record_type_of<Company>(), &record_type_of<Account>()}) {
    for (const Row& row : books.records.all(*type)) CHECK(check_record(row, books.records).empty());
  }
}

TEST_CASE(
    "add_company: a ledger under the company's receivable group, and the next company adds one") {
  Books books;
  books.add(kSai);
  const auto place = books.records.get<CustomerCompany>(customer_in_company(books.anita.id, kSai));
  CHECK(place.customer == books.anita.id);
  CHECK(place.company == kSai);
  REQUIRE(place.account);
  const auto ledger = books.records.get<Account>(*place.account);
  CHECK(ledger.name == "Anita Sharma - SE");
  CHECK(ledger.parent == receivable_account(kSai));
  CHECK(ledger.company == kSai);
  CHECK(ledger.customer == books.anita.id);
  CHECK_FALSE(ledger.is_group);
  CHECK(check_record(to_row(ledger), books.records).empty());

  books.add(kOm);
  CHECK(books.records.all(record_type_of<CustomerCompany>()).size() == 2);
  CHECK(books.records.get<CustomerCompany>(place.id).account == place.account);
  CHECK(books.records.get<Account>(ledger_account(books.anita.id, kOm)).name ==
        "Anita Sharma - OT");
}

TEST_CASE("add_company: twice makes one, and leaves what people changed") {
  Books books;
  books.add(kSai);
  auto ledger = books.records.get<Account>(ledger_account(books.anita.id, kSai));
  ledger.name = "Anita S.";
  books.records.add(ledger);
  CHECK(add_company(to_row(books.anita), kSai, books.records).empty());
  Books elsewhere;
  elsewhere.add(kSai);
  CHECK(elsewhere.records.get<Account>(ledger.id).name == "Anita Sharma - SE");
}

TEST_CASE("add_company: what was hidden is shown again; an unknown company adds nothing") {
  Books books;
  books.add(kSai);
  const RecordId id = customer_in_company(books.anita.id, kSai).uuid();
  Change hide(record_type_of<CustomerCompany>(), id);
  hide.kind = ChangeKind::Delete;
  books.records.apply({hide});
  Row hidden = *books.records.find(record_type_of<CustomerCompany>(), id);
  hidden.versions[0] = Dot{DeviceId{7}, 3};
  books.records.put(hidden);
  const auto changes = add_company(to_row(books.anita), kSai, books.records);
  REQUIRE(changes.size() == 1);
  CHECK(changes.front().base.at(0) == Dot{DeviceId{7}, 3});
  books.records.apply(changes);
  CHECK_FALSE(books.records.find(record_type_of<CustomerCompany>(), id)->deleted);
  CHECK(add_company(to_row(books.anita), id_of<CompanyId>(9), books.records).empty());
}

TEST_CASE("add_company: a ledger's name fits its field, whatever the customer is called") {
  Books books;
  for (int i = 0; i < 200; ++i) append_utf8(books.anita.name, i % 2 == 0 ? 0x0905u : 'x');
  books.add(kSai);
  const auto ledger = books.records.get<Account>(ledger_account(books.anita.id, kSai));
  CHECK(count_code_points(ledger.name) == 200);
  CHECK(is_valid_utf8(ledger.name));
  CHECK(ledger.name.ends_with(" - SE"));
}

TEST_CASE(
    "credit_limit: the first that is set of place, customer, groups and company, with its trace") {
  Books books;
  books.add(kSai);
  const auto find = [&] {
    return find_credit_limit(books.records.get<Customer>(books.anita.id), kSai, books.records);
  };
  CHECK_FALSE(find().limit);
  CHECK(books.trace(find()) ==
        "Customer in Sai Engineering: not set\nCustomer Anita Sharma: not set\n"
        "Customer group Default Customer Group: not set\n"
        "Customer group All Customer Groups: not set\nCompany Sai Engineering: not set\n");

  auto sai = books.records.get<Company>(kSai);
  sai.credit_limit = Money::from_paise(900'000'00);
  books.records.add(sai);
  CHECK(find().limit == sai.credit_limit);
  CHECK(find().trace.size() == 5);

  auto root = books.records.get<CustomerGroup>(root_customer_group());
  root.credit_limit = Money::from_paise(800'000'00);
  books.records.add(root);
  CHECK(find().limit == root.credit_limit);
  CHECK(find().trace.back().text == "Customer group All Customer Groups: ₹ 8,00,000.00");

  auto anita = books.records.get<Customer>(books.anita.id);
  anita.credit_limit = Money::from_paise(0);
  books.records.add(anita);
  CHECK(find().limit == Money::from_paise(0));
  CHECK(find().trace.back().text == "Customer Anita Sharma: no credit");

  auto place = books.records.get<CustomerCompany>(customer_in_company(anita.id, kSai));
  place.credit_limit = Money::from_paise(5'00);
  books.records.add(place);
  CHECK(find().limit == place.credit_limit);
  CHECK(find().trace.size() == 1);
  CHECK(find_credit_limit(anita, kOm, books.records).limit == Money::from_paise(0));
  CHECK(find_credit_limit(anita, std::nullopt, books.records).trace.front().source ==
        "Customer Anita Sharma");
}
