// Goal: a row finds the customer it is about, never another one.
#include "shared/domain/exchange/match_customer.h"

#include <doctest/doctest.h>

#include "tests/unit/domain/customer_sheets.h"
#include "tests/unit/domain/exchange/memory_directory.h"

using namespace cm;
using namespace cm::test;
using Cells = std::map<std::string, std::string>;

namespace {

struct Master {
  MemoryDirectory directory;
  RowMemory memory;
  Desk desk;
  Master() {
    add(sai_draft());    // C-1
    add(anita_draft());  // C-2
    add(edited(anita_draft(),
               {{"phone", "9000000001"}, {"billing_pincode", "302005"}}));  // C-3, a namesake
    add(edited(sai_draft(), {{"name", "Sai Engineering Works (Nashik)"},
                             {"phone", "9000000002"}}));  // C-4, same GSTIN
    add(edited(anita_draft(), {{"name", "Plain Name"}, {"phone", ""}, {"email", ""}}));  // C-5
  }
  void add(const QuickDraft& draft) { directory.write(desk.save(draft, nullptr)); }
  std::string match(const Cells& cells) const {
    const CustomerMatch found = match_customer(cells, directory, memory);
    if (!found.findings.empty()) return found.findings[0].code;
    return found.sheet ? std::get<std::string>(found.sheet->customer.get("code")) : "new";
  }
};

}  // namespace

TEST_CASE("match_customer: by code or id, then GSTIN, then name with phone or PIN") {
  const Master master;
  const std::string id = master.directory.find_by_code("C-2")->customer.id.text();
  struct Case {
    Cells cells;
    std::string match;
  };
  for (const auto& [cells, match] : {
           Case{{{"code", " C-2 "}, {"name", "Renamed"}}, "C-2"},
           Case{{{"id", "C-2"}}, "C-2"},
           Case{{{"id", id}}, "C-2"},
           Case{{{"code", "C-99"}, {"name", "Anita Sharma"}}, "code.unknown"},
           Case{{{"name", "SAI ENGINEERING WORKS."}, {"gstin", "27 aabcs 1234 f1z5"}}, "C-1"},
           Case{{{"name", "Sai Engineering Works (Nashik)"}, {"gstin", "27AABCS1234F1Z5"}}, "C-4"},
           Case{{{"name", "Somebody Else"}, {"gstin", "27AABCS1234F1Z5"}}, "new"},
           Case{{{"name", "anita  sharma"}, {"phone", "+91 91234 56789"}}, "C-2"},
           Case{{{"name", "Anita Sharma"}, {"phone", "9000000001"}}, "C-3"},
           Case{{{"name", "Anita Sharma"}, {"billing_pincode", "302 005"}}, "C-3"},
           Case{{{"name", "Anita Sharma"}, {"shipping_pincode", "302005"}}, "new"},
           Case{{{"name", "Anita Sharma"}, {"phone", "9111111111"}}, "new"},
           Case{{{"name", "Anita Sharma"}}, "row.ambiguous"},
           Case{{{"name", "Anita Sharma"}, {"customer_type", "Business"}}, "new"},
           Case{{{"name", "Plain Name"}}, "C-5"},
           Case{{{"name", "Anita Sharma"}, {"phone", "9123456789"}, {"gstin", "27AAPFU0939F1ZV"}},
                "C-2"},  // gets its GSTIN
           Case{{{"name", "Sai Engineering Works"},
                 {"phone", "9876543210"},
                 {"gstin", "27AAPFU0939F1ZV"}},
                "new"},
           Case{{{"name", "Sai Engineering Works"}, {"phone", "9876543210"}}, "C-1"},
           Case{{{"name", ""}}, "new"},
           Case{{}, "new"},
       }) {
    for (const auto& [box, text] : cells) CAPTURE(text);
    CHECK(master.match(cells) == match);
  }
}

TEST_CASE("match_customer: earlier rows of a dry run are found in the same ways") {
  Master master;
  CustomerSheet sheet = master.desk.store(
      edited(sai_draft(), {{"name", "Asha Traders"}, {"gstin", "27AAPFU0939F1ZV"}, {"pan", ""}}));
  sheet.customer.set("code", std::string("memory"));
  master.memory.remember(sheet);
  CHECK(master.match({{"name", "Asha Traders"}, {"gstin", "27AAPFU0939F1ZV"}}) == "memory");
  CHECK(master.match({{"name", "asha traders"}, {"phone", "9876543210"}}) == "memory");
  CustomerSheet renamed = *master.directory.find_by_code("C-2");
  renamed.customer.set("notes", std::string("seen"));
  master.memory.remember(renamed);
  const auto match = match_customer({{"code", "C-2"}}, master.directory, master.memory);
  CHECK(match.sheet->customer.get("notes") == Value{std::string("seen")});
}

TEST_CASE("match_customer: names compare without case, accents, punctuation and spacing") {
  CHECK(name_key("SAI Engineering  Works.") == "saiengineeringworks");
  CHECK(name_key("M/s. Müller & Co (P) Ltd") == "msmullercopltd");
  CHECK(name_key("श्री साई") == name_key(" श्री  साई "));
  CHECK(name_key("=cmd") == "cmd");
  CHECK(name_key("***").empty());
}
