#include "shared/store/change_log.h"

#include <algorithm>
#include <set>

#include "shared/base/failure.h"
#include "shared/store/counter.h"
#include "shared/store/statement.h"

namespace cm {
namespace {

constexpr std::string_view kFindHead = "SELECT epoch, seq, device FROM sync_head WHERE shard = 1";
constexpr std::string_view kMakeHead =
    "INSERT INTO sync_head(shard, epoch, seq, device) VALUES (1, ?, ?, ?)";
constexpr std::string_view kBeginEpoch =
    "UPDATE sync_head SET epoch = ?, device = ? WHERE shard = 1";
constexpr std::string_view kBump =
    "UPDATE sync_head SET seq = seq + ? WHERE shard = 1 RETURNING seq";
constexpr std::string_view kAppend = "INSERT INTO change_log(seq, type, row_n) VALUES (?, ?, ?)";
constexpr std::string_view kMark = "INSERT INTO commit_mark(seq_to, salt, at_ms) VALUES (?, ?, ?)";
constexpr std::string_view kCoveringSalt =
    "SELECT salt FROM commit_mark WHERE seq_to >= ? ORDER BY seq_to LIMIT 1";
constexpr std::string_view kLastMark =
    "SELECT seq_to FROM commit_mark WHERE seq_to > ? AND seq_to <= ? ORDER BY seq_to DESC LIMIT 1";
constexpr std::string_view kList =
    "SELECT seq, type, row_n FROM change_log WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?";
constexpr std::string_view kSweep =
    "DELETE FROM change_log WHERE seq NOT IN (SELECT max(seq) FROM change_log GROUP BY type, "
    "row_n)";
constexpr std::string_view kCountEntries = "SELECT count(*) FROM change_log";

constexpr std::string_view kSweepDue = "change_log.sweep_at";
constexpr std::int64_t kSweepEveryMin = 50'000;

std::string random_salt(Random& random) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string salt;
  for (std::uint64_t bits = random.next_u64(); salt.size() < 16; bits >>= 4)
    salt += kHex[bits & 15];
  return salt;
}

}  // namespace

std::optional<ChangeLog::Head> ChangeLog::find_head() const {
  Statement statement(database_, kFindHead);
  if (!statement.step()) return std::nullopt;
  return Head{std::string(statement.text(0)), statement.integer(1),
              DeviceId{static_cast<std::uint64_t>(statement.integer(2))}};
}

ChangeLog::Head ChangeLog::head() const {
  auto head = find_head();
  if (!head)
    throw Failure(FailureCode::DatabaseUnreadable, "The master's change counter is missing.");
  return *head;
}

void ChangeLog::make_head(const Head& head) {
  Statement(database_, kMakeHead).bind(head.epoch, head.seq, head.device).run();
}

void ChangeLog::begin_epoch(const std::string& epoch, DeviceId device) {
  Statement(database_, kBeginEpoch).bind(epoch, device).run();
}

std::int64_t ChangeLog::append(const std::vector<Touched>& rows, UnixMs now_ms, Random& random) {
  if (rows.empty()) return head().seq;
  Statement bump(database_, kBump);
  bump.bind(rows.size()).step();
  const std::int64_t end = bump.integer(0);
  bump.run();
  std::int64_t seq = end - static_cast<std::int64_t>(rows.size());
  Statement append(database_, kAppend);
  for (const auto& [type, n] : rows) {
    append.reset();
    append.bind(++seq, type, n).run();
  }
  Statement(database_, kMark).bind(end, random_salt(random), now_ms).run();
  sweep_if_due(end);
  return end;
}

// Only a row's newest entry is ever wanted. The older ones go when there are about as many as new
// ones.
void ChangeLog::sweep_if_due(std::int64_t head) {
  Counter due(database_, kSweepDue);
  const std::int64_t at = due.value();
  if (at == 0) return due.set(head + kSweepEveryMin);
  if (head < at) return;
  Statement(database_, kSweep).run();
  Statement count(database_, kCountEntries);
  count.step();
  due.set(head + std::max(kSweepEveryMin, count.integer(0)));
}

bool ChangeLog::covers(const Head& head, const Cursor& cursor) const {
  if (cursor == Cursor{}) return true;
  if (cursor.epoch != head.epoch || cursor.seq < 0 || cursor.seq > head.seq) return false;
  return cursor_at(head, cursor.seq).salt == cursor.salt;
}

Cursor ChangeLog::cursor_at(const Head& head, std::int64_t seq) const {
  Cursor cursor{head.epoch, seq, ""};
  if (seq == 0) return cursor;
  Statement statement(database_, kCoveringSalt);
  if (statement.bind(seq).step()) cursor.salt = statement.text(0);
  return cursor;
}

ChangeLog::Page ChangeLog::list(std::int64_t after, std::int64_t head, std::size_t max) const {
  Page page;
  page.end = head;
  Statement statement(database_, kList);
  statement.bind(after, head, max + 1);
  while (statement.step()) {
    if (page.entries.size() == max) {
      page.more = true;
      page.end = page.entries.back().seq;
      break;
    }
    page.entries.push_back(
        {statement.integer(0),
         {static_cast<RecordTypeNumber>(statement.integer(1)), statement.integer(2)}});
  }
  std::set<Touched> newer;
  const auto repeated = [&](const Entry& entry) { return !newer.insert(entry.row).second; };
  const auto kept = std::remove_if(page.entries.rbegin(), page.entries.rend(), repeated);
  page.entries.erase(page.entries.begin(), kept.base());
  return page;
}

std::optional<std::int64_t> ChangeLog::last_mark(std::int64_t after, std::int64_t seq) const {
  Statement statement(database_, kLastMark);
  return statement.bind(after, seq).step() ? std::optional(statement.integer(0)) : std::nullopt;
}

}  // namespace cm
