#include "shared/store/duplicate_finder.h"

#include <algorithm>
#include <array>
#include <set>

#include "shared/domain/acts/decide_duplicate.h"
#include "shared/store/duplicate_index.h"
#include "shared/store/statement.h"

namespace cm {
namespace {

// A number that more customers share is a placeholder ("9999999999"), and tells nothing.
constexpr std::size_t kSharersMax = 50;
// Of a name in a large city.
constexpr std::size_t kNamesakesSeenMax = 5000;
constexpr std::size_t kNamesakesComparedMax = 200;
constexpr std::size_t kSummariesKept = 20'000;

constexpr std::string_view kListKey =
    "SELECT n, sketch FROM duplicate_key WHERE kind = ? AND key = ? LIMIT ?";
constexpr std::string_view kListDue = "SELECT n FROM duplicate_due ORDER BY n LIMIT ?";
constexpr std::string_view kRemoveDue = "DELETE FROM duplicate_due WHERE n = ?";
constexpr std::string_view kCountDue = "SELECT count(*) FROM duplicate_due";
constexpr std::array<std::string_view, 2> kRemovePairs = {"DELETE FROM duplicate_pair WHERE a = ?",
                                                          "DELETE FROM duplicate_pair WHERE b = ?"};
constexpr std::string_view kAddPair =
    "INSERT OR REPLACE INTO duplicate_pair(a, b, level, reasons) VALUES (?, ?, ?, ?)";
constexpr std::string_view kListPairs =
    "SELECT a, b, level, reasons FROM duplicate_pair ORDER BY level, b DESC, a";
constexpr std::string_view kFindNumber = "SELECT n FROM customer WHERE id = ?";
constexpr std::string_view kFindNamed =
    "SELECT id, code, name, active FROM customer"
    " WHERE n = ? AND deleted = 0 AND merged_into IS NULL";
constexpr std::string_view kFindCity =
    "SELECT a.city FROM address_link l JOIN address a ON a.id = l.address"
    " WHERE l.party = ? AND l.deleted = 0 AND a.deleted = 0 AND a.city IS NOT NULL"
    " ORDER BY a.is_primary IS NOT 1, a.created_ms, a.id LIMIT 1";
constexpr std::string_view kIsDecided =
    "SELECT 1 FROM duplicate_decision WHERE id = ? AND deleted = 0";

bool is_by_name(DuplicateKeyKind kind) {
  return kind == DuplicateKeyKind::NameWord || kind == DuplicateKeyKind::NameInitials ||
         kind == DuplicateKeyKind::NameStart;
}

}  // namespace

std::vector<std::int64_t> DuplicateFinder::list_candidates(const CustomerSummary& summary) const {
  std::set<std::int64_t> sharers, namesakes;
  Statement statement(database_, kListKey);
  for (const DuplicateKey& key : duplicate_keys(summary)) {
    const bool by_name = is_by_name(key.kind);
    statement.reset();
    statement.bind(static_cast<int>(key.kind), static_cast<std::int64_t>(key.hash),
                   by_name ? kNamesakesSeenMax : kSharersMax + 2);
    std::vector<std::int64_t> met;
    while (statement.step()) {
      const auto sketch = static_cast<std::uint64_t>(statement.integer(1));
      if (by_name && !are_sketches_alike(key.sketch, sketch)) continue;
      met.push_back(statement.integer(0));
    }
    if (by_name)
      namesakes.insert(met.begin(), met.end());
    else if (met.size() <= kSharersMax + 1)  // with itself
      sharers.insert(met.begin(), met.end());
  }
  std::vector<std::int64_t> candidates(sharers.begin(), sharers.end());
  std::size_t compared = 0;
  for (const std::int64_t n : namesakes) {
    if (compared == kNamesakesComparedMax) break;
    if (sharers.contains(n)) continue;
    candidates.push_back(n);
    ++compared;
  }
  return candidates;
}

const CustomerSummary* DuplicateFinder::find_summary(std::int64_t n) const {
  auto known = summaries_.find(n);
  if (known == summaries_.end()) {
    if (summaries_.size() >= kSummariesKept) summaries_.clear();
    const auto facts = find_customer_facts(database_, n);
    known = summaries_.emplace(n, facts ? std::optional(summarize(*facts)) : std::nullopt).first;
  }
  return known->second ? &*known->second : nullptr;
}

DuplicateFinder::Scores DuplicateFinder::compare_with_candidates(
    const CustomerSummary& summary, std::optional<std::int64_t> itself) const {
  Scores scores;
  for (const std::int64_t n : list_candidates(summary)) {
    if (n == itself) continue;
    const CustomerSummary* other = find_summary(n);
    if (!other) continue;
    if (const auto duplicate = compare_customers(summary, *other)) scores.emplace(n, *duplicate);
  }
  return scores;
}

std::optional<NamedCustomer> DuplicateFinder::find_named(std::int64_t n) const {
  Statement statement(database_, kFindNamed);
  if (!statement.bind(n).step()) return std::nullopt;
  NamedCustomer named{statement.uuid(0), std::string(statement.text(1)),
                      std::string(statement.text(2)), "",
                      statement.is_null(3) || statement.integer(3) == 1};
  Statement city(database_, kFindCity);
  if (city.bind(named.id).step()) named.city = city.text(0);
  return named;
}

bool DuplicateFinder::is_decided(const RecordId& one, const RecordId& other) const {
  Statement statement(database_, kIsDecided);
  return statement.bind(duplicate_decision_id(one, other)).step();
}

std::vector<FoundDuplicate> DuplicateFinder::find_like(const CustomerSummary& summary,
                                                       const std::optional<RecordId>& itself,
                                                       std::size_t max) const {
  summaries_.clear();  // what was read before may have changed
  const auto own = itself ? find_number(*itself) : std::nullopt;
  const Scores scores = compare_with_candidates(summary, own);
  std::vector<std::pair<std::int64_t, Duplicate>> sorted(scores.begin(), scores.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& one, const auto& other) {
    return one.second.level < other.second.level;
  });
  std::vector<FoundDuplicate> found;
  for (const auto& [n, duplicate] : sorted) {
    if (found.size() == max) break;
    auto named = find_named(n);
    if (!named || (itself && is_decided(*itself, named->id))) continue;
    found.push_back({std::move(*named), duplicate});
  }
  return found;
}

std::optional<std::int64_t> DuplicateFinder::find_number(const RecordId& customer) const {
  Statement statement(database_, kFindNumber);
  if (!statement.bind(customer).step()) return std::nullopt;
  return statement.integer(0);
}

std::optional<Duplicate> DuplicateFinder::compare(const RecordId& one,
                                                  const RecordId& other) const {
  summaries_.clear();
  const auto a = find_number(one), b = find_number(other);
  const CustomerSummary* first = a ? find_summary(*a) : nullptr;
  const auto summary = first ? std::optional(*first) : std::nullopt;
  const CustomerSummary* second = b ? find_summary(*b) : nullptr;
  return summary && second ? compare_customers(*summary, *second) : std::nullopt;
}

void DuplicateFinder::write_pairs(std::int64_t n, const Scores& scores) {
  for (const std::string_view sql : kRemovePairs) Statement(database_, sql).bind(n).run();
  for (const auto& [other, duplicate] : scores) {
    Statement(database_, kAddPair)
        .bind(std::min(n, other), std::max(n, other), static_cast<int>(duplicate.level),
              duplicate.reasons)
        .run();
  }
}

std::size_t DuplicateFinder::compare_changed(std::size_t max) {
  summaries_.clear();
  std::vector<std::int64_t> due;
  {
    Statement statement(database_, kListDue);
    statement.bind(max);
    while (statement.step()) due.push_back(statement.integer(0));
  }
  for (const std::int64_t n : due) {
    const CustomerSummary* summary = find_summary(n);
    // The summary may leave the memory while its candidates come in.
    const auto own = summary ? std::optional(*summary) : std::nullopt;
    write_pairs(n, own ? compare_with_candidates(*own, n) : Scores{});
    Statement(database_, kRemoveDue).bind(n).run();
  }
  return due.size();
}

std::size_t DuplicateFinder::count_changed() const {
  Statement statement(database_, kCountDue);
  statement.step();
  return static_cast<std::size_t>(statement.integer(0));
}

std::vector<DuplicatePair> DuplicateFinder::list_pairs(std::size_t max) const {
  std::vector<DuplicatePair> pairs;
  Statement statement(database_, kListPairs);
  while (pairs.size() < max && statement.step()) {
    auto one = find_named(statement.integer(0));
    auto other = find_named(statement.integer(1));
    if (!one || !other || is_decided(one->id, other->id)) continue;
    const Duplicate duplicate{static_cast<DuplicateLevel>(statement.integer(2)),
                              static_cast<std::uint32_t>(statement.integer(3))};
    pairs.push_back({std::move(*one), std::move(*other), duplicate});
  }
  return pairs;
}

}  // namespace cm
