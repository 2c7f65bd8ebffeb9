// A master in memory for the tests of import.
#pragma once

#include <algorithm>
#include <vector>

#include "shared/base/utf8.h"
#include "shared/domain/exchange/record_directory.h"
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

// The other records of a master in memory.
class MemoryRecordDirectory final : public RecordDirectory {
 public:
  std::optional<Row> find(const RecordType& type, const RecordId& id) const override {
    for (const Row& row : rows_) {
      if (row.type == &type && row.id == id) return row;
    }
    return std::nullopt;
  }
  std::vector<Row> list_by(const RecordType& type, std::string_view field,
                           const Value& value) const override {
    return with(type, [&](const Row& row) { return row.get(field) == value; });
  }
  std::int64_t count_by(const RecordType& type, std::string_view field, const Value& value,
                        std::int64_t max) const override {
    return std::min(static_cast<std::int64_t>(list_by(type, field, value).size()), max);
  }
  std::vector<Row> list_called(const RecordType& type, std::string_view field,
                               std::string_view text) const override {
    return with(type, [&](const Row& row) {
      const auto* stored = std::get_if<std::string>(&row.get(field));
      return stored && to_upper_ascii(*stored) == to_upper_ascii(text);
    });
  }
  std::vector<Row> list(const RecordType& type) const {
    return with(type, [](const Row&) { return true; });
  }

  void write(const std::vector<Change>& changes) {
    ++saves_;
    for (const Change& change : changes) {
      auto known = std::find_if(rows_.begin(), rows_.end(),
                                [&](const Row& row) { return row.id == change.id; });
      if (known == rows_.end()) known = rows_.insert(rows_.end(), Row(*change.type, change.id));
      for (const FieldValue& value : change.fields) known->values[value.field] = value.value;
    }
  }
  int saves() const { return saves_; }

 private:
  template <class Predicate>
  std::vector<Row> with(const RecordType& type, Predicate fits) const {
    std::vector<Row> found;
    for (const Row& row : rows_) {
      if (row.type == &type && fits(row)) found.push_back(row);
    }
    return found;
  }
  std::vector<Row> rows_;
  int saves_ = 0;
};

}  // namespace cm::test
