#include "shared/store/history.h"

#include <algorithm>

#include "shared/base/failure.h"
#include "shared/store/statement.h"
#include "shared/sync/protocol_json.h"

namespace cm {
namespace {

constexpr std::string_view kAppend =
    "INSERT INTO history(device, seq, type, row_id, kind, source, user, wall_ms, commit_seq, "
    "fields, base, units,"
    " received_ms, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view kFindType = "SELECT type FROM history WHERE row_id = ? LIMIT 1";
constexpr std::string_view kFindUnits = "SELECT units FROM history WHERE device = ? AND seq = ?";

}  // namespace

EffectiveTime HistoryEntry::made() const {
  if (units.entries().empty()) return EffectiveTime::from_ms(operation.wall_ms);
  EffectiveTime newest = units.entries().front().version.eff;
  for (const VersionSet::Entry& unit : units.entries()) newest = std::max(newest, unit.version.eff);
  return newest;
}

void History::append(const Operation& op, const HistoryNote& note) {
  Statement statement(database_, kAppend);
  statement.bind(note.device, op.seq, note.type->number(), op.id, static_cast<int>(op.kind),
                 static_cast<int>(op.source), note.user, op.wall_ms, op.commit_seq,
                 encode_values(op.fields, op.unknown));
  statement.bind_blob(pack_versions(VersionSet::from_dots(op.base), PackVersions::Dots));
  if (database_.kind() == DatabaseKind::Master) {
    statement.bind_blob(pack_versions(note.units, PackVersions::Full));
    statement.bind(note.received_ms, static_cast<int>(note.outcome));
  }
  statement.run();
}

std::string History::select_sql(std::string_view rest) {
  std::string sql =
      "SELECT h.device, h.seq, h.type, h.row_id, h.kind, h.source, h.user, h.wall_ms, "
      "h.commit_seq, h.fields, h.base,"
      " h.units, h.received_ms, h.outcome FROM history h ";
  return sql.append(rest);
}

HistoryEntry History::read(const Statement& statement) const {
  HistoryEntry entry{Operation(statement.uuid(3))};
  Operation& op = entry.operation;
  entry.device.number = static_cast<std::uint64_t>(statement.integer(0));
  entry.type = database_.records().find(static_cast<RecordTypeNumber>(statement.integer(2)));
  if (!entry.type)
    throw Failure(FailureCode::DatabaseUnreadable, "The history names an unknown kind of record.");
  auto decoded = decode_values(entry.type, statement.text(9));
  if (!decoded)
    throw Failure(FailureCode::DatabaseUnreadable, "The history of a record cannot be read.");
  op.seq = static_cast<DevSeq>(statement.integer(1));
  op.table = entry.type->table();
  op.kind = static_cast<ChangeKind>(statement.integer(4));
  op.source = static_cast<ChangeSource>(statement.integer(5));
  op.wall_ms = statement.integer(7);
  op.commit_seq = static_cast<DevSeq>(statement.integer(8));
  op.fields = std::move(decoded->values);
  op.unknown = std::move(decoded->unknown);
  op.base = unpack_versions(statement.blob(10)).dots();
  entry.user = statement.text(6);
  if (!statement.is_null(11)) entry.units = unpack_versions(statement.blob(11));
  if (!statement.is_null(12)) entry.received_ms = statement.integer(12);
  entry.outcome = static_cast<OpOutcome>(statement.integer(13));
  return entry;
}

std::optional<HistoryEntry> History::find(const Dot& dot) const {
  Statement statement(database_, select_sql("WHERE h.device = ? AND h.seq = ?"));
  statement.bind(dot.device, dot.seq);
  return statement.step() ? std::optional(read(statement)) : std::nullopt;
}

std::optional<Version> History::find_version(const Dot& dot, FieldNumber lead) const {
  Statement statement(database_, kFindUnits);
  statement.bind(dot.device, dot.seq);
  if (!statement.step() || statement.is_null(0)) return std::nullopt;
  const VersionSet units = unpack_versions(statement.blob(0));
  const Version* version = units.find(lead);
  return version ? std::optional(*version) : std::nullopt;
}

const RecordType* History::find_type(const RecordId& row) const {
  Statement statement(database_, kFindType);
  if (!statement.bind(row).step()) return nullptr;
  return database_.records().find(static_cast<RecordTypeNumber>(statement.integer(0)));
}

std::vector<HistoryEntry> History::list(const RecordId& row) const {
  Statement statement(database_, select_sql("WHERE h.row_id = ?"));
  statement.bind(row);
  std::vector<HistoryEntry> entries;
  while (statement.step()) entries.push_back(read(statement));
  std::sort(entries.begin(), entries.end(), [](const HistoryEntry& a, const HistoryEntry& b) {
    return a.made() != b.made() ? a.made() < b.made() : a.dot() < b.dot();
  });
  return entries;
}

}  // namespace cm
