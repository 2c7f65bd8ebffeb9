// Finds customers that look like one, through the keys of duplicate_index.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "shared/domain/duplicates/compare_customers.h"
#include "shared/record/row.h"
#include "shared/store/database.h"

namespace cm {

// A customer as it is named to people who look for duplicates.
struct NamedCustomer {
  RecordId id;
  std::string code, name, city;  // of the first address; empty when not known
  bool active = true;
};

struct FoundDuplicate {
  NamedCustomer customer;
  Duplicate duplicate;
};

struct DuplicatePair {
  NamedCustomer one, other;
  Duplicate duplicate;
};

class DuplicateFinder {
 public:
  explicit DuplicateFinder(Database& database) : database_(database) {}

  // Active and inactive customers that look like this one, surest first. `itself` is left out, and with it those that were
  // decided to be none of its duplicates.
  std::vector<FoundDuplicate> find_like(const CustomerSummary& summary,
                                        const std::optional<RecordId>& itself,
                                        std::size_t max) const;

  // The two as stored; nullopt when nothing speaks for it, or one of them is not to be compared.
  std::optional<Duplicate> compare(const RecordId& one, const RecordId& other) const;

  // Compares up to `max` customers that changed since they were last compared, and writes the pairs. Inside an open
  // Transaction. Returns how many it compared: fewer than `max` = none is left.
  std::size_t compare_changed(std::size_t max);
  std::size_t count_changed() const;

  // Pairs as last compared, surest first, then newest; without decided ones and merged customers.
  std::vector<DuplicatePair> list_pairs(std::size_t max) const;

 private:
  using Scores = std::map<std::int64_t, Duplicate>;  // by customer.n
  Scores compare_with_candidates(const CustomerSummary& summary,
                                 std::optional<std::int64_t> itself) const;
  std::vector<std::int64_t> list_candidates(const CustomerSummary& summary) const;
  const CustomerSummary* find_summary(std::int64_t n) const;
  std::optional<NamedCustomer> find_named(std::int64_t n) const;
  std::optional<std::int64_t> find_number(const RecordId& customer) const;
  bool is_decided(const RecordId& one, const RecordId& other) const;
  void write_pairs(std::int64_t n, const Scores& scores);

  Database& database_;
  mutable std::unordered_map<std::int64_t, std::optional<CustomerSummary>> summaries_;
};

}  // namespace cm
