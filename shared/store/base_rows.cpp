#include "shared/store/base_rows.h"

#include "shared/base/failure.h"
#include "shared/store/statement.h"
#include "shared/sync/protocol_json.h"
#include "shared/sync/unit_ledger.h"

namespace cm {
namespace {

constexpr std::string_view kHasBase = "SELECT 1 FROM base_row WHERE row_id = ?";
constexpr std::string_view kFindBase =
    "SELECT present, fields, versions, deleted, created_user, created_device, created_ms, "
    "changed_user, changed_device,"
    " changed_ms FROM base_row WHERE row_id = ?";
constexpr std::string_view kWriteBase =
    "INSERT OR REPLACE INTO base_row(row_id, type, present, fields, versions, deleted, "
    "created_user, created_device,"
    " created_ms, changed_user, changed_device, changed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, ?)";
constexpr std::string_view kRemoveBase = "DELETE FROM base_row WHERE row_id = ?";
constexpr std::string_view kListPending =
    "JOIN outbox o ON o.seq = h.seq WHERE h.device = ? AND o.row_id = ? ORDER BY h.seq";

Stamp read_stamp(const Statement& statement, int column) {
  return {std::string(statement.text(column)),
          DeviceId{static_cast<std::uint64_t>(statement.integer(column + 1))},
          statement.integer(column + 2)};
}

void set_unknown(std::vector<UnknownField>& all, const UnknownField& changed) {
  for (UnknownField& unknown : all) {
    if (unknown.field == changed.field) {
      unknown.json = changed.json;
      return;
    }
  }
  all.push_back(changed);
}

}  // namespace

void apply_on_top(StoredRow& stored, const Operation& op, const Stamp& stamp) {
  const Version version{{stamp.device, op.seq}, {}, FieldRank::Plain};
  for (const FieldValue& change : op.fields) {
    stored.row.values[change.field] = change.value;
    stored.versions.set(stored.row.type->unit_lead(change.field), version);
  }
  for (const UnknownField& change : op.unknown) {
    set_unknown(stored.unknown, change);
    stored.versions.set(change.field, version);
  }
  const bool restores = op.base.contains(kDeletedUnit);
  if (op.kind == ChangeKind::Delete || restores) {
    stored.row.deleted = op.kind == ChangeKind::Delete;
    stored.versions.set(kDeletedUnit, version);
  }
  if (stored.row.created.user.empty()) stored.row.created = stamp;
  stored.row.changed = stamp;
}

void write_row(RecordTable& table, StoredRow& stored) {
  if (stored.n == 0) {
    const auto head = table.find_head(stored.row.id);
    if (head) stored.n = head->n;
  }
  if (stored.n == 0)
    stored.n = table.insert(stored);
  else
    table.replace(stored);
}

bool BaseRows::has(const RecordId& id) const {
  return Statement(database_, kHasBase).bind(id).step();
}

void BaseRows::keep(const RecordType& type, const RecordId& id,
                    const std::optional<StoredRow>& stored) {
  if (!has(id)) write(type, id, stored ? &*stored : nullptr);
}

void BaseRows::replace(const StoredRow& base) {
  write(*base.row.type, base.row.id, &base);
}

void BaseRows::mark_absent(const RecordType& type, const RecordId& id) {
  write(type, id, nullptr);
}

void BaseRows::write(const RecordType& type, const RecordId& id, const StoredRow* base) {
  const StoredRow absent{Row(type, id)};
  const StoredRow& from = base ? *base : absent;
  std::vector<FieldValue> values;
  for (const auto& [field, value] : from.row.values) values.push_back({field, value});
  Statement statement(database_, kWriteBase);
  statement.bind(id, type.number(), base != nullptr, encode_values(values, from.unknown));
  statement.bind_blob(pack_versions(from.versions, PackVersions::Dots));
  const Row& row = from.row;
  statement.bind(row.deleted, row.created.user, row.created.device, row.created.at_ms,
                 row.changed.user, row.changed.device, row.changed.at_ms);
  statement.run();
}

std::optional<StoredRow> BaseRows::find(const RecordType& type, const RecordId& id) const {
  Statement statement(database_, kFindBase);
  statement.bind(id);
  if (!statement.step() || statement.integer(0) == 0) return std::nullopt;
  auto decoded = decode_values(&type, statement.text(1));
  if (!decoded)
    throw Failure(FailureCode::DatabaseUnreadable, "A record as the master has it cannot be read.");
  StoredRow base{Row(type, id)};
  for (FieldValue& value : decoded->values) base.row.values[value.field] = std::move(value.value);
  base.unknown = std::move(decoded->unknown);
  base.versions = unpack_versions(statement.blob(2));
  base.row.deleted = statement.integer(3) != 0;
  base.row.created = read_stamp(statement, 4);
  base.row.changed = read_stamp(statement, 7);
  return base;
}

std::vector<HistoryEntry> BaseRows::list_pending(const RecordId& id) const {
  Statement statement(database_, History::select_sql(kListPending));
  statement.bind(device_, id);
  std::vector<HistoryEntry> pending;
  const History history(database_);
  while (statement.step()) pending.push_back(history.read(statement));
  return pending;
}

void BaseRows::recompute(const RecordType& type, const RecordId& id) {
  RecordTable table(database_, type);
  std::optional<StoredRow> stored = find(type, id);
  const std::vector<HistoryEntry> pending = list_pending(id);
  for (const HistoryEntry& entry : pending) {
    if (!stored) stored.emplace(Row(type, id));
    apply_on_top(*stored, entry.operation, {entry.user, device_, entry.operation.wall_ms});
  }
  if (stored)
    write_row(table, *stored);
  else
    table.remove(id);
  if (pending.empty()) Statement(database_, kRemoveBase).bind(id).run();
}

}  // namespace cm
