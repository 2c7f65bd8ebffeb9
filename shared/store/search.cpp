#include "shared/store/search.h"

#include <algorithm>

#include "shared/store/search_candidates.h"
#include "shared/store/search_text.h"
#include "shared/store/statement.h"

namespace cm {
namespace {

constexpr std::size_t kCountMax = 10'000;

constexpr std::string_view kListByName =
    "SELECT n FROM customer WHERE deleted = 0 ORDER BY name_key, n LIMIT ? OFFSET ?";
constexpr std::string_view kCount = "SELECT count(*) FROM customer WHERE deleted = 0";
constexpr std::string_view kId = "SELECT id FROM customer WHERE n = ?";
constexpr std::string_view kHit =
    "SELECT c.id, c.code, c.name, c.trade_name, c.customer_type, c.gstin, t.phone, t.city, "
    "c.active, c.on_hold,"
    " EXISTS (SELECT 1 FROM outbox o WHERE o.row_id = c.id AND o.acked_head IS NULL)"
    " OR EXISTS (SELECT 1 FROM address_link l JOIN outbox o ON o.row_id IN (l.id, l.address)"
    "            WHERE l.party = c.id AND o.acked_head IS NULL)"
    " OR EXISTS (SELECT 1 FROM contact_link l JOIN outbox o ON o.row_id IN (l.id, l.contact)"
    "            WHERE l.party = c.id AND o.acked_head IS NULL),"
    " EXISTS (SELECT 1 FROM conflict x WHERE x.row_id = c.id)"
    " OR EXISTS (SELECT 1 FROM address_link l JOIN conflict x ON x.row_id IN (l.id, l.address) "
    "WHERE l.party = c.id)"
    " OR EXISTS (SELECT 1 FROM contact_link l JOIN conflict x ON x.row_id IN (l.id, l.contact) "
    "WHERE l.party = c.id)"
    " FROM customer c LEFT JOIN customer_text t ON t.n = c.n WHERE c.n = ?";

std::vector<std::int64_t> list_by_name(Database& database, const SearchQuery& query) {
  Statement statement(database, kListByName);
  statement.bind(query.max, query.offset);
  std::vector<std::int64_t> rows;
  while (statement.step()) rows.push_back(statement.integer(0));
  return rows;
}

std::vector<CustomerHit> read_hits(Database& database, const std::vector<std::int64_t>& rows) {
  std::vector<CustomerHit> hits;
  for (const std::int64_t n : rows) {
    Statement statement(database, kHit);
    if (!statement.bind(n).step()) continue;
    CustomerHit hit(statement.uuid(0));
    hit.code = statement.text(1);
    hit.name = statement.text(2);
    hit.trade_name = statement.text(3);
    hit.customer_type = statement.text(4);
    hit.gstin = statement.text(5);
    hit.phone = statement.text(6);
    hit.city = statement.text(7);
    hit.active = statement.is_null(8) || statement.integer(8) != 0;
    hit.on_hold = statement.integer(9) != 0;
    hit.unsent = statement.integer(10) != 0;
    hit.has_conflict = statement.integer(11) != 0;
    hits.push_back(std::move(hit));
  }
  return hits;
}

std::int64_t count_all(Database& database) {
  Statement statement(database, kCount);
  statement.step();
  return statement.integer(0);
}

std::vector<std::int64_t> window_of(const std::vector<std::int64_t>& rows,
                                    const SearchQuery& query) {
  const std::size_t end = std::min(query.offset + query.max, rows.size());
  const std::size_t begin = std::min(query.offset, end);
  return {rows.begin() + static_cast<std::ptrdiff_t>(begin),
          rows.begin() + static_cast<std::ptrdiff_t>(end)};
}

bool is_blank_query(const SearchQuery& query) {
  return search_words(query.text).empty();
}

}  // namespace

// Best match first, but for an order that was asked for.
std::vector<std::int64_t> CustomerSearch::list_matching(const SearchQuery& query,
                                                        std::size_t max) const {
  const RowChoice& choice = query.rows;
  const bool best_first = choice.sort.empty();
  const RowSet* among = choice.filters.empty() ? nullptr : &rows_.as_set(choice);
  SearchCandidates candidates(database_, query.text, among);
  std::vector<std::int64_t> found =
      candidates.list(best_first ? std::min(max, kCountMax) : kCountMax);
  if (best_first) return found;
  RowSet matching;
  for (const std::int64_t n : found) matching.add(n);
  found.clear();
  for (const std::int64_t n : rows_.in_order(choice)) {
    if (matching.has(n)) found.push_back(n);
  }
  return found;
}

std::vector<std::int64_t> CustomerSearch::list_rows(const SearchQuery& query) const {
  if (!is_blank_query(query))
    return window_of(list_matching(query, query.offset + query.max), query);
  if (query.rows.is_all_by_name()) return list_by_name(database_, query);
  return window_of(rows_.in_order(query.rows), query);
}

std::vector<CustomerHit> CustomerSearch::find(const SearchQuery& query) const {
  return read_hits(database_, list_rows(query));
}

std::vector<RecordId> CustomerSearch::list_ids(const SearchQuery& query) const {
  std::vector<RecordId> ids;
  for (const std::int64_t n : list_rows(query)) {
    Statement statement(database_, kId);
    if (statement.bind(n).step()) ids.push_back(statement.uuid(0));
  }
  return ids;
}

SearchPage CustomerSearch::find_page(const SearchQuery& query) const {
  if (is_blank_query(query)) {
    const bool all = query.rows.filters.empty();
    return {find(query), all ? count_all(database_)
                             : static_cast<std::int64_t>(rows_.in_order(query.rows).size())};
  }
  const std::vector<std::int64_t> rows = list_matching(query, kCountMax);
  return {read_hits(database_, window_of(rows, query)), static_cast<std::int64_t>(rows.size())};
}

}  // namespace cm
