#include "shared/store/replica.h"

#include <algorithm>

#include "shared/base/failure.h"
#include "shared/store/base_rows.h"
#include "shared/store/history.h"
#include "shared/store/outbox.h"
#include "shared/store/record_table.h"
#include "shared/store/search_index.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"
#include "shared/sync/protocol_json.h"

namespace cm {
namespace {

constexpr std::string_view kFindState =
    "SELECT device, last_seq, epoch, seq, salt, skipped_schema FROM sync_state";
constexpr std::string_view kMakeState = "INSERT INTO sync_state(one, device) VALUES (1, ?)";
constexpr std::string_view kSetLastSeq = "UPDATE sync_state SET last_seq = ?";
constexpr std::string_view kSetCursor = "UPDATE sync_state SET epoch = ?, seq = ?, salt = ?";
constexpr std::string_view kSetSkipped = "UPDATE sync_state SET skipped_schema = ?";
constexpr std::string_view kRemoveStale = "DELETE FROM stale_row WHERE row_id = ?";
constexpr std::string_view kListStale = "SELECT row_id, type FROM stale_row";
constexpr std::string_view kClearStale = "DELETE FROM stale_row";

constexpr std::string_view kFindSetting = "SELECT value FROM setting WHERE name = ?";
constexpr std::string_view kSaveSetting =
    "INSERT OR REPLACE INTO setting(name, value) VALUES (?, ?)";
constexpr std::string_view kRemoveSetting = "DELETE FROM setting WHERE name = ?";

constexpr std::string_view kListConflicts = "SELECT body FROM conflict ORDER BY place";
constexpr std::string_view kClearConflicts = "DELETE FROM conflict";
constexpr std::string_view kAddConflict =
    "INSERT INTO conflict(place, row_id, body) VALUES (?, ?, ?)";

struct SyncState {
  DeviceId device;
  DevSeq last_seq = 0;
  Cursor cursor;
  int skipped_schema = 0;  // the schema that did not know some rows; 0 = none went by
};

std::optional<SyncState> find_state(Database& database) {
  Statement statement(database, kFindState);
  if (!statement.step()) return std::nullopt;
  SyncState state;
  state.device.number = static_cast<std::uint64_t>(statement.integer(0));
  state.last_seq = static_cast<DevSeq>(statement.integer(1));
  state.cursor.epoch = statement.text(2);
  state.cursor.seq = statement.integer(3);
  state.cursor.salt = statement.text(4);
  state.skipped_schema = static_cast<int>(statement.integer(5));
  return state;
}

SyncState get_state(Database& database) {
  auto state = find_state(database);
  if (!state)
    throw Failure(FailureCode::DatabaseUnreadable,
                  "The database does not know which device it belongs to.");
  return *state;
}

bool is_empty(const Change& change) {
  return change.kind == ChangeKind::Put && change.fields.empty() && !change.base.contains(0);
}

StoredRow stored_of(const RecordType& type, const PulledRow& pulled) {
  StoredRow stored{Row(type, pulled.id)};
  for (const FieldValue& value : pulled.fields) stored.row.values[value.field] = value.value;
  stored.unknown = pulled.unknown;
  stored.versions = VersionSet::from_dots(pulled.versions);
  stored.row.created = pulled.created;
  stored.row.changed = pulled.changed;
  stored.row.deleted = pulled.deleted;
  return stored;
}

void set_cursor(Database& database, const Cursor& cursor) {
  Statement(database, kSetCursor).bind(cursor.epoch, cursor.seq, cursor.salt).run();
}

// Rows that the master did not name in a pull from the start: they are not there any more.
void sweep_stale_rows(Database& database, BaseRows& bases, SearchIndex& index) {
  std::vector<std::pair<RecordId, RecordTypeNumber>> stale;
  Statement list(database, kListStale);
  while (list.step())
    stale.emplace_back(list.uuid(0), static_cast<RecordTypeNumber>(list.integer(1)));
  list.reset();
  for (const auto& [id, number] : stale) {
    const RecordType* type = database.records().find(number);
    if (!type) continue;
    index.note_before_removal(*type, id);
    if (bases.has(id)) {
      bases.mark_absent(*type, id);
      bases.recompute(*type, id);
    } else {
      RecordTable(database, *type).remove(id);
    }
  }
  Statement(database, kClearStale).run();
}

}  // namespace

Replica::Replica(Database& database, const Clock& clock, Random& random)
    : database_(database), clock_(clock) {
  const auto state = find_state(database);
  if (!state) {
    Transaction transaction(database);
    constexpr std::uint64_t kDeviceMask = (std::uint64_t{1} << 53) - 1;
    std::uint64_t number = 0;
    while (number == 0) number = random.next_u64() & kDeviceMask;
    Statement(database, kMakeState).bind(DeviceId{number}).run();
    transaction.commit();
  } else if (state->skipped_schema > 0 && schema() > state->skipped_schema) {
    adopt_new_tables();
  }
}

// ---- the write door ----

struct Replica::Batch::Open {
  explicit Open(Replica& replica)
      : database(replica.database_),
        clock(replica.clock_),
        transaction(database),
        device(get_state(database).device),
        last_seq(get_state(database).last_seq),
        bases(database, device),
        index(database) {}

  void write(const Change& change, Operation&& op, const Stamp& stamp) {
    RecordTable table(database, *change.type);
    std::optional<StoredRow> stored = table.find(change.id);
    bases.keep(*change.type, change.id, stored);
    if (!stored) stored.emplace(Row(*change.type, change.id));
    apply_on_top(*stored, op, stamp);
    write_row(table, *stored);
    Outbox(database).add(*change.type, change.id, op.seq);
    HistoryNote note;
    note.device = device;
    note.type = change.type;
    note.user = stamp.user;
    History(database).append(op, note);
    index.note(*change.type, change.id);
  }

  Database& database;
  const Clock& clock;
  Transaction transaction;
  DeviceId device;
  DevSeq last_seq;
  BaseRows bases;
  SearchIndex index;
};

Replica::Batch::Batch(Replica& replica) : open_(std::make_unique<Open>(replica)) {}

Replica::Batch::~Batch() = default;

void Replica::Batch::add(const std::vector<Change>& changes, ChangeSource source,
                         const std::string& user) {
  const Stamp stamp{user, open_->device, open_->clock.now_ms()};
  const DevSeq first = open_->last_seq + 1;
  for (const Change& change : changes) {
    if (is_empty(change)) continue;
    Operation op(change.id);
    op.seq = ++open_->last_seq;
    op.wall_ms = stamp.at_ms;
    op.commit_seq = first;
    op.source = source;
    op.table = change.type->table();
    op.kind = change.kind;
    op.fields = change.fields;
    op.base = change.base;
    open_->write(change, std::move(op), stamp);
  }
}

void Replica::Batch::commit() {
  Statement(open_->database, kSetLastSeq).bind(open_->last_seq).run();
  open_->index.write();
  open_->transaction.commit();
  open_.reset();
}

void Replica::commit(const std::vector<Change>& changes, ChangeSource source,
                     const std::string& user) {
  if (std::all_of(changes.begin(), changes.end(), is_empty)) return;
  Batch batch(*this);
  batch.add(changes, source, user);
  batch.commit();
}

// ---- small values ----

std::optional<std::string> Replica::find_setting(std::string_view name) const {
  Statement statement(database_, kFindSetting);
  statement.bind(name);
  return statement.step() ? std::optional(std::string(statement.text(0))) : std::nullopt;
}

void Replica::save_setting(std::string_view name, std::string_view value) {
  Transaction transaction(database_);
  Statement(database_, kSaveSetting).bind(name, value).run();
  transaction.commit_quietly();
}

void Replica::remove_setting(std::string_view name) {
  Transaction transaction(database_);
  Statement(database_, kRemoveSetting).bind(name).run();
  transaction.commit_quietly();
}

// ---- conflicts, as last fetched ----

std::vector<Conflict> Replica::list_conflicts() const {
  Statement statement(database_, kListConflicts);
  std::vector<Conflict> conflicts;
  while (statement.step()) {
    auto decoded = decode_conflicts(database_.records(), statement.text(0));
    if (!decoded)
      throw Failure(FailureCode::DatabaseUnreadable, "The list of conflicts cannot be read.");
    for (Conflict& conflict : *decoded) conflicts.push_back(std::move(conflict));
  }
  return conflicts;
}

void Replica::replace_conflicts(const std::vector<Conflict>& conflicts) {
  Transaction transaction(database_);
  Statement(database_, kClearConflicts).run();
  std::int64_t place = 0;
  for (const Conflict& conflict : conflicts) {
    Statement add(database_, kAddConflict);
    add.bind(++place, conflict.row_id, encode_conflicts(database_.records(), {conflict})).run();
  }
  transaction.commit();
}

// ---- what the sync engine needs ----

DeviceId Replica::device() const {
  return get_state(database_).device;
}

int Replica::schema() const {
  return database_.schema();
}

bool Replica::has_unsent(const RecordId& id) const {
  return Outbox(database_).has_unsent(id);
}

std::vector<Operation> Replica::list_unsent(std::size_t max) const {
  return Outbox(database_).list_unsent(device(), max);
}

std::size_t Replica::count_unsent() const {
  return Outbox(database_).count_unsent();
}

std::size_t Replica::count_unsent_saves() const {
  return Outbox(database_).count_unsent_saves(device());
}

void Replica::close_operations(const PushReply& reply) {
  Transaction transaction(database_);
  Outbox outbox(database_);
  for (const OpResult& result : reply.results) {
    if (result.seq <= reply.last) outbox.acknowledge(result.seq, reply.head);
  }
  transaction.commit();
}

bool Replica::reopen_operations(DevSeq last) {
  Transaction transaction(database_);
  const SyncState state = get_state(database_);
  if (last >= state.last_seq) return false;
  BaseRows bases(database_, state.device);
  for (const Outbox::Reopened& reopened : Outbox(database_).reopen(state.device, last)) {
    const RecordType* type = database_.records().find(reopened.type);
    if (type) bases.keep(*type, reopened.row, RecordTable(database_, *type).find(reopened.row));
  }
  transaction.commit();
  return true;
}

Cursor Replica::cursor() const {
  return get_state(database_).cursor;
}

void Replica::apply_page(const PullReply& page) {
  Transaction transaction(database_);
  BaseRows bases(database_, get_state(database_).device);
  SearchIndex index(database_);
  std::map<RecordId, const RecordType*> recompute;
  for (const PulledRow& pulled : page.rows) {
    const RecordType* type = database_.records().find(pulled.table);
    if (!type) {
      Statement(database_, kSetSkipped).bind(schema()).run();
      continue;
    }
    Statement(database_, kRemoveStale).bind(pulled.id).run();
    StoredRow stored = stored_of(*type, pulled);
    if (bases.has(pulled.id)) {
      bases.replace(stored);
      recompute.emplace(pulled.id, type);
    } else {
      RecordTable table(database_, *type);
      write_row(table, stored);
    }
    index.note(*type, pulled.id);
  }
  set_cursor(database_, page.next);
  for (const Outbox::Reopened& covered : Outbox(database_).remove_covered(page.next.seq)) {
    const RecordType* type = database_.records().find(covered.type);
    if (type) recompute.emplace(covered.row, type);
  }
  for (const auto& [id, type] : recompute) {
    index.note_before_removal(*type, id);
    bases.recompute(*type, id);
  }
  if (!page.more) sweep_stale_rows(database_, bases, index);
  index.write();
  transaction.commit();
}

void Replica::restart_pull() {
  Transaction transaction(database_);
  restart_in(transaction);
  transaction.commit();
}

void Replica::restart_in(Transaction&) {
  for (const RecordType* type : database_.records().types()) {
    std::string sql = "INSERT OR IGNORE INTO stale_row(row_id, type) SELECT id, ? FROM ";
    Statement(database_, sql.append(type->table())).bind(type->number()).run();
  }
  set_cursor(database_, Cursor{});
  const SyncState state = get_state(database_);
  // What the other master acknowledged, this one may not have: it is asked by sending again. The
  // newest operation is sent in any case; when the master lacks earlier ones it answers with a gap,
  // and reopen_operations follows.
  Outbox outbox(database_);
  outbox.forget_acknowledgements();
  if (state.last_seq == 0 || outbox.count_unsent() > 0) return;
  BaseRows bases(database_, state.device);
  for (const Outbox::Reopened& probe : outbox.reopen(state.device, state.last_seq - 1)) {
    const RecordType* type = database_.records().find(probe.type);
    if (type) bases.keep(*type, probe.row, RecordTable(database_, *type).find(probe.row));
  }
}

// Rows of tables that an older program did not know went by in earlier pulls.
void Replica::adopt_new_tables() {
  Transaction transaction(database_);
  restart_in(transaction);
  Statement(database_, kSetSkipped).bind(0).run();
  transaction.commit();
}

}  // namespace cm
