// Which customers a list shows, and in which order, when that is not simply all of them by name. Read
// once for a choice of filters and an order, and kept until another is asked for or the database moves:
// so that scrolling, and typing in the search, cost the same with filters as without.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/domain/list_filters.h"
#include "shared/store/database.h"
#include "shared/store/list_order.h"

namespace cm {

// Row numbers of customers, quick to ask.
class RowSet {
 public:
  void add(std::int64_t n);
  bool has(std::int64_t n) const {
    return n >= 0 && static_cast<std::size_t>(n) < bits_.size() && bits_[static_cast<std::size_t>(n)];
  }
  void clear() { bits_.clear(); }

 private:
  std::vector<bool> bits_;
};

struct RowChoice {
  FilterValues filters;
  std::string sort;  // as list_order takes it
  SortOrder order = SortOrder::Ascending;
  bool is_all_by_name() const;
  friend bool operator==(const RowChoice&, const RowChoice&) = default;
};

class ListedCustomers {
 public:
  explicit ListedCustomers(Database& database) : database_(database) {}

  // Valid until the next call of either.
  const std::vector<std::int64_t>& in_order(const RowChoice& choice);
  const RowSet& as_set(const RowChoice& choice);

 private:
  void read(const RowChoice& choice);
  void read_by_name(const RowChoice& choice);
  void read_in_order(const RowChoice& choice);

  Database& database_;
  RowChoice choice_;
  std::int64_t revision_ = -1;  // of the database, when it was read
  std::vector<std::int64_t> rows_;
  RowSet set_;
};

}  // namespace cm
