// Drafts and sheets for the tests of the form and of exchange.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shared/domain/quick_entry.h"
#include "tests/support/walkthrough_customers.h"

namespace cm::test {

// The two walkthrough customers, as typed.
inline QuickDraft draft_with(const Boxes& boxes) {
  QuickDraft draft = draft_of(nullptr);
  draft.text = {boxes.begin(), boxes.end()};
  return draft;
}
inline QuickDraft sai_draft() {
  return draft_with(sai_engineering());
}
inline QuickDraft anita_draft() {
  return draft_with(anita_sharma());
}

// What a form does: check, save, and look at what is stored then.
class Desk {
 public:
  explicit Desk(std::uint64_t seed = 1) : clock_(1'795'372'000'000), random_(seed) {}

  std::vector<Change> save(const QuickDraft& draft, const CustomerSheet* existing) {
    clock_.advance_ms(1);
    return changes_of(check_draft(draft, existing), existing, clock_, random_);
  }
  CustomerSheet store(const QuickDraft& draft, const CustomerSheet* existing = nullptr) {
    const auto changes = save(draft, existing);
    CustomerSheet sheet = sheet_after(existing, changes);
    // As the store would: what is written has a version.
    for (Row* row :
         {&sheet.customer, sheet.contact ? &*sheet.contact : nullptr,
          sheet.billing ? &*sheet.billing : nullptr, sheet.shipping ? &*sheet.shipping : nullptr}) {
      if (!row) continue;
      for (const Field& field : row->type->fields())
        row->versions[row->type->unit_lead(field.number)] = Dot{DeviceId{5}, 1};
    }
    return sheet;
  }
  ManualClock& clock() { return clock_; }
  Random& random() { return random_; }

 private:
  ManualClock clock_;
  SeededRandom random_;
};

inline QuickDraft edited(QuickDraft draft,
                         const std::vector<std::pair<std::string, std::string>>& edits) {
  for (const auto& [box, text] : edits) {
    if (text.empty())
      draft.text.erase(box);
    else
      draft.text[box] = text;
  }
  return draft;
}

// "customer contact contact_link …": the tables of the changes, in order.
inline std::string tables_of(const std::vector<Change>& changes) {
  std::string tables;
  for (const Change& change : changes)
    tables.append(tables.empty() ? "" : " ").append(change.type->table());
  return tables;
}

inline const Finding* find_code(const Findings& findings, std::string_view code) {
  for (const Finding& finding : findings) {
    if (finding.code == code) return &finding;
  }
  return nullptr;
}

inline Value changed_value(const Change& change, std::string_view field) {
  for (const FieldValue& value : change.fields) {
    if (value.field == change.type->get_field(field).number) return value.value;
  }
  return std::string("(not changed)");
}

}  // namespace cm::test
