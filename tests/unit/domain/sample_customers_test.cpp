// Goal: made-up customers are as good as typed ones, and the same for the same seed.
#include "shared/domain/sample_customers.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/unit/domain/customer_sheets.h"

using namespace cm;
using namespace cm::test;

TEST_CASE("sample_customers: the same seed gives the same customers, another seed others") {
  SampleCustomers a(3), b(3), c(4);
  int differing = 0;
  for (int i = 0; i < 50; ++i) {
    const QuickDraft draft = a.next();
    CHECK(draft == b.next());
    differing += draft == c.next() ? 0 : 1;
  }
  CHECK(differing > 40);
}

TEST_CASE("sample_customers: each can be saved without an error or a question, and rests") {
  SampleCustomers samples(1);
  Desk desk;
  std::set<std::string> names;
  int businesses = 0;
  for (int i = 0; i < 300; ++i) {
    const QuickDraft draft = samples.next();
    const DraftCheck check = check_draft(draft, nullptr);
    for (const Finding& finding : check.findings) {
      CAPTURE(finding.field);
      CAPTURE(finding.text);
      CHECK(finding.grade == Grade::Note);
    }
    names.insert(draft.text.at("name"));
    businesses += draft.text.at("customer_type") == "Business" ? 1 : 0;
    const CustomerSheet sheet = desk.store(draft);
    CHECK(desk.save(draft_of(&sheet), &sheet).empty());
  }
  CHECK(names.size() > 150);
  CHECK((businesses > 200 && businesses < 280));
}
