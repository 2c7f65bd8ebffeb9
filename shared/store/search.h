// Search as you type and the customer list: over name, trade name, code, GSTIN, PAN, phone, email,
// contact, city and PIN; tolerant of case, spacing, punctuation and small misspellings; best match
// first. Replicas only: the master looks customers up by code, GSTIN or name key and carries no
// search index.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/record/row.h"
#include "shared/store/listed_customers.h"
#include "shared/store/database.h"

namespace cm {

// One line of the customer list, ready to be shown.
struct CustomerHit {
  RecordId id;
  std::string code;  // empty until the server gave one
  std::string name;
  std::string trade_name;
  std::string customer_type;
  std::string gstin;
  std::string phone;
  std::string city;
  bool active = true;
  bool on_hold = false;
  bool unsent = false;
  bool has_conflict = false;

  explicit CustomerHit(const RecordId& row) : id(row) {}
};

struct SearchQuery {
  std::string text;  // empty = everything, by name; never read as query syntax
  RowChoice rows = {};  // filters and order; by name with a text: best match first
  std::size_t offset = 0;
  std::size_t max = 20;
};

// A part of what a query finds, and how much that is in all.
struct SearchPage {
  std::vector<CustomerHit> hits;
  std::int64_t total = 0;  // capped at 10,000 for text queries
};

class CustomerSearch {
 public:
  explicit CustomerSearch(Database& database) : database_(database), rows_(database) {}
  // Pages of one query join without gaps or doubles as long as the database does not change.
  std::vector<CustomerHit> find(const SearchQuery& query) const;
  std::vector<RecordId> list_ids(const SearchQuery& query) const;  // of what find would give
  // The same hits and the total, for little more than the total alone.
  SearchPage find_page(const SearchQuery& query) const;

 private:
  std::vector<std::int64_t> list_rows(const SearchQuery& query) const;
  std::vector<std::int64_t> list_matching(const SearchQuery& query, std::size_t max) const;

  Database& database_;
  mutable ListedCustomers rows_;  // kept between questions, never asked for a past state
};

}  // namespace cm
