#include "shared/store/conflict_table.h"

#include <charconv>

#include "shared/base/failure.h"
#include "shared/store/statement.h"
#include "shared/sync/protocol_json.h"

namespace cm {
namespace {

constexpr std::string_view kOpen =
    "INSERT INTO field_conflict(type, row_id, lead, loser_device, loser_seq, cause_device, "
    "cause_seq, kind, state,"
    " opened_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING n";
constexpr std::string_view kHasOpen =
    "SELECT 1 FROM field_conflict WHERE row_id = ? AND state = 0 LIMIT 1";
constexpr std::string_view kListOpenLosers =
    "SELECT loser_device, loser_seq FROM field_conflict"
    " WHERE row_id = ? AND lead = ? AND state = 0 AND kind = 0 ORDER BY n";
constexpr std::string_view kClose =
    "UPDATE field_conflict SET state = ?, decided_ms = ?"
    " WHERE row_id = ? AND lead = ? AND loser_device = ? AND loser_seq = ? AND state = 0 AND kind "
    "<> ?";
constexpr std::string_view kCausedBy =
    "SELECT n FROM field_conflict WHERE cause_device = ? AND cause_seq = ? ORDER BY n";
constexpr std::string_view kColumns =
    "SELECT n, type, row_id, lead, loser_device, loser_seq, cause_device, cause_seq, kind, state, "
    "opened_ms"
    " FROM field_conflict ";
constexpr std::string_view kFindRest = "WHERE n = ?";
constexpr std::string_view kCount = "SELECT count(*) FROM field_conflict WHERE state = ?";
constexpr std::string_view kListRest = "WHERE state = ? ORDER BY n LIMIT ?";
constexpr std::string_view kDecide =
    "UPDATE field_conflict SET state = ?, decided_by = ?, decided_ms = ? WHERE n = ?";
constexpr std::string_view kAddRefused =
    "INSERT INTO quarantine(device, seq, user, received_ms, reason, row_id, message) VALUES (?, ?, "
    "?, ?, ?, ?, ?)";
constexpr std::string_view kFindRefused =
    "SELECT user, received_ms, reason, message FROM quarantine WHERE device = ? AND seq = ?";

std::string id_of(std::int64_t n) {
  return "c" + std::to_string(n);
}

std::optional<std::int64_t> parse_id(std::string_view id) {
  std::int64_t n = 0;
  if (id.size() < 2 || id.front() != 'c') return std::nullopt;
  const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), n);
  const bool whole = error == std::errc() && end == id.data() + id.size() && n > 0;
  return whole && id_of(n) == id ? std::optional(n) : std::nullopt;
}

Dot dot_at(const Statement& statement, int column) {
  return {DeviceId{static_cast<std::uint64_t>(statement.integer(column))},
          static_cast<DevSeq>(statement.integer(column + 1))};
}

ConflictEntry read(const Statement& statement) {
  ConflictEntry entry(statement.uuid(2));
  entry.n = statement.integer(0);
  entry.type = static_cast<RecordTypeNumber>(statement.integer(1));
  entry.lead = static_cast<FieldNumber>(statement.integer(3));
  entry.loser = dot_at(statement, 4);
  entry.cause = dot_at(statement, 6);
  entry.kind = static_cast<ConflictKind>(statement.integer(8));
  entry.state = static_cast<ConflictState>(statement.integer(9));
  entry.opened_ms = statement.integer(10);
  return entry;
}

}  // namespace

std::string ConflictTable::open(const ConflictEntry& entry) {
  Statement statement(database_, kOpen);
  statement
      .bind(entry.type, entry.row, entry.lead, entry.loser.device, entry.loser.seq,
            entry.cause.device, entry.cause.seq, static_cast<int>(entry.kind),
            static_cast<int>(ConflictState::Open), entry.opened_ms)
      .step();
  std::string id = id_of(statement.integer(0));
  statement.run();
  return id;
}

bool ConflictTable::has_open(const RecordId& row) const {
  return Statement(database_, kHasOpen).bind(row).step();
}

std::vector<Dot> ConflictTable::list_open_losers(const RecordId& row, FieldNumber lead) const {
  Statement statement(database_, kListOpenLosers);
  statement.bind(row, lead);
  std::vector<Dot> losers;
  while (statement.step()) losers.push_back(dot_at(statement, 0));
  return losers;
}

void ConflictTable::close(const RecordId& row, FieldNumber lead, const Dot& loser, UnixMs now_ms) {
  Statement(database_, kClose)
      .bind(static_cast<int>(ConflictState::AutoClosed), now_ms, row, lead, loser.device, loser.seq,
            static_cast<int>(ConflictKind::Denied))
      .run();
}

std::vector<std::string> ConflictTable::ids_caused_by(const Dot& operation) const {
  Statement statement(database_, kCausedBy);
  statement.bind(operation.device, operation.seq);
  std::vector<std::string> ids;
  while (statement.step()) ids.push_back(id_of(statement.integer(0)));
  return ids;
}

std::optional<ConflictEntry> ConflictTable::find(const std::string& id) const {
  const auto n = parse_id(id);
  if (!n) return std::nullopt;
  Statement statement(database_, std::string(kColumns).append(kFindRest));
  return statement.bind(*n).step() ? std::optional(read(statement)) : std::nullopt;
}

std::vector<ConflictEntry> ConflictTable::list(ConflictState state, std::size_t max) const {
  Statement statement(database_, std::string(kColumns).append(kListRest));
  statement.bind(static_cast<int>(state), max);
  std::vector<ConflictEntry> entries;
  while (statement.step()) entries.push_back(read(statement));
  return entries;
}

std::int64_t ConflictTable::count(ConflictState state) const {
  Statement statement(database_, kCount);
  statement.bind(static_cast<int>(state)).step();
  return statement.integer(0);
}

void ConflictTable::decide(std::int64_t n, ConflictState state, const std::string& by,
                           UnixMs now_ms) {
  Statement(database_, kDecide).bind(static_cast<int>(state), by, now_ms, n).run();
}

void ConflictTable::add_refused(DeviceId device, const Refused& refused) {
  PushRequest message;
  message.schema = database_.schema();
  message.device = device;
  message.sent_ms = refused.received_ms;
  message.ops.push_back(refused.operation);
  Statement(database_, kAddRefused)
      .bind(device, refused.operation.seq, refused.user, refused.received_ms, refused.reason,
            refused.operation.id, encode_push(database_.records(), message))
      .run();
}

std::optional<ConflictTable::Refused> ConflictTable::find_refused(const Dot& operation) const {
  Statement statement(database_, kFindRefused);
  if (!statement.bind(operation.device, operation.seq).step()) return std::nullopt;
  // Written by add_refused: the operation in another envelope may be longer than it came.
  constexpr std::size_t kBytesMax = MessageLimits::reply_bytes_max;
  auto message = decode_push(database_.records(), statement.text(3), kBytesMax);
  // A value of the wrong type may be what it was refused for: then every field is taken as it came.
  if (!message) message = decode_push(RecordCatalogue({}), statement.text(3), kBytesMax);
  if (!message || message->ops.size() != 1) {
    throw Failure(FailureCode::DatabaseUnreadable, "A refused operation cannot be read.");
  }
  return Refused{std::string(statement.text(0)), statement.integer(1),
                 std::string(statement.text(2)), std::move(message->ops.front())};
}

}  // namespace cm
