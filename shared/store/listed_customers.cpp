#include "shared/store/listed_customers.h"

#include "shared/store/filter_conditions.h"
#include "shared/store/statement.h"

namespace cm {
namespace {

constexpr std::string_view kAllByName =
    "SELECT n FROM customer WHERE deleted = 0 ORDER BY name_key, n";
constexpr std::string_view kAllByNameBackwards =
    "SELECT n FROM customer WHERE deleted = 0 ORDER BY name_key DESC, n DESC";

const RecordType& customers(const Database& database) {
  return database.records().get("customer");
}

bool is_by_name(const RowChoice& choice) {
  return choice.sort.empty() || choice.sort == "name";
}

// "SELECT n … WHERE …", and its parameters.
std::string filtered_sql(Database& database, const RowChoice& choice, SqlParameters& parameters) {
  return "SELECT customer.n FROM customer WHERE customer.deleted = 0" +
         filter_conditions(database, customers(database), choice.filters, parameters);
}

}  // namespace

void RowSet::add(std::int64_t n) {
  const auto place = static_cast<std::size_t>(n);
  if (place >= bits_.size()) bits_.resize(place + 1 + bits_.size() / 2);
  bits_[place] = true;
}

bool RowChoice::is_all_by_name() const {
  return filters.empty() && is_by_name(*this) && order == SortOrder::Ascending;
}

const std::vector<std::int64_t>& ListedCustomers::in_order(const RowChoice& choice) {
  read(choice);
  return rows_;
}

const RowSet& ListedCustomers::as_set(const RowChoice& choice) {
  read(choice);
  return set_;
}

void ListedCustomers::read(const RowChoice& choice) {
  if (revision_ == database_.revision() && choice_ == choice) return;
  revision_ = -1;  // a failure on the way leaves nothing that looks read
  rows_.clear();
  set_.clear();
  if (is_by_name(choice))
    read_by_name(choice);
  else
    read_in_order(choice);
  choice_ = choice;
  revision_ = database_.revision();
}

// The names' index gives the order: reading rows in that order would jump about in the file.
void ListedCustomers::read_by_name(const RowChoice& choice) {
  const bool all = choice.filters.empty();
  if (!all) {
    SqlParameters parameters;
    Statement statement(database_, filtered_sql(database_, choice, parameters));
    for (const Value& value : parameters.values()) statement.bind(value);
    while (statement.step()) set_.add(statement.integer(0));
  }
  Statement statement(database_, choice.order == SortOrder::Descending ? kAllByNameBackwards
                                                                       : kAllByName);
  while (statement.step()) {
    const std::int64_t n = statement.integer(0);
    if (all) set_.add(n);
    if (set_.has(n)) rows_.push_back(n);
  }
}

void ListedCustomers::read_in_order(const RowChoice& choice) {
  SqlParameters parameters;
  std::string sql = filtered_sql(database_, choice, parameters);
  sql += list_order(database_.records(), customers(database_), choice.sort, choice.order);
  Statement statement(database_, sql);
  for (const Value& value : parameters.values()) statement.bind(value);
  while (statement.step()) {
    rows_.push_back(statement.integer(0));
    set_.add(rows_.back());
  }
}

}  // namespace cm
