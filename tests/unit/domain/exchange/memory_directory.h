// A master in memory for the tests of import.
#pragma once

#include <algorithm>
#include <vector>

#include "shared/domain/exchange/customer_directory.h"
#include "shared/domain/records/customer.h"

namespace cm::test {

class MemoryDirectory final : public CustomerDirectory {
 public:
  std::optional<CustomerSheet> find_by_id(const RecordId& id) const override {
    for (const CustomerSheet& sheet : sheets_) {
      if (sheet.customer.id == id) return sheet;
    }
    return std::nullopt;
  }
  std::optional<CustomerSheet> find_by_code(std::string_view code) const override {
    const auto found = with([&](const CustomerSheet& sheet) {
      return sheet.customer.get("code") == Value{std::string(code)};
    });
    return found.empty() ? std::nullopt : std::optional(found.front());
  }
  std::vector<CustomerSheet> find_by_gstin(std::string_view gstin) const override {
    return with([&](const CustomerSheet& sheet) {
      return sheet.customer.get("gstin") == Value{std::string(gstin)};
    });
  }
  std::vector<CustomerSheet> find_by_name_key(std::string_view key) const override {
    return with([&](const CustomerSheet& sheet) {
      return name_key(std::get<std::string>(sheet.customer.get("name"))) == key;
    });
  }

  // One save; a new customer gets the next code, as at the first sync.
  void write(const std::vector<Change>& changes) {
    ++saves_;
    const auto known =
        std::find_if(sheets_.begin(), sheets_.end(),
                     [&](const CustomerSheet& sheet) { return is_about(changes, sheet); });
    if (known != sheets_.end()) {
      *known = sheet_after(&*known, changes);
      return;
    }
    CustomerSheet sheet = sheet_after(nullptr, changes);
    sheet.customer.set("code", "C-" + std::to_string(sheets_.size() + 1));
    sheets_.push_back(std::move(sheet));
  }

  std::vector<CustomerSheet>& sheets() { return sheets_; }
  int saves() const { return saves_; }

 private:
  template <class Predicate>
  std::vector<CustomerSheet> with(Predicate predicate) const {
    std::vector<CustomerSheet> found;
    std::copy_if(sheets_.begin(), sheets_.end(), std::back_inserter(found), predicate);
    return found;
  }
  static bool is_about(const std::vector<Change>& changes, const CustomerSheet& sheet) {
    return std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
      return change.id == sheet.customer.id || (sheet.contact && change.id == sheet.contact->id) ||
             (sheet.billing && change.id == sheet.billing->id) ||
             (sheet.shipping && change.id == sheet.shipping->id);
    });
  }
  std::vector<CustomerSheet> sheets_;
  int saves_ = 0;
};

}  // namespace cm::test
