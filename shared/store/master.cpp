#include "shared/store/master.h"

#include <algorithm>

#include "shared/base/failure.h"
#include "shared/domain/rules/default_party.h"
#include "shared/store/change_log.h"
#include "shared/store/conflict_review.h"
#include "shared/store/conflict_table.h"
#include "shared/store/history.h"
#include "shared/store/operation_limits.h"
#include "shared/store/operation_writer.h"
#include "shared/store/record_store.h"
#include "shared/store/record_table.h"
#include "shared/store/redirects.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"

namespace cm {
namespace {

constexpr std::string_view kFindDevice = "SELECT last_seq, floor_eff FROM device WHERE id = ?";
constexpr std::string_view kSaveDevice =
    "INSERT INTO device(id, user, name, last_seq, floor_eff, seen_ms) VALUES (?, ?, '', ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET last_seq = excluded.last_seq, floor_eff = excluded.floor_eff,"
    " seen_ms = excluded.seen_ms";
constexpr std::string_view kServerUser = "server";
constexpr std::uint64_t kDeviceMask = (std::uint64_t{1} << 53) - 1;

DeviceId fresh_device_id(Random& random) {
  std::uint64_t number = 0;
  while (number == 0) number = random.next_u64() & kDeviceMask;
  return DeviceId{number};
}

struct DeviceState {
  DevSeq last_seq = 0;
  EffectiveTime floor;
};

DeviceState read_device(Database& database, DeviceId device) {
  Statement statement(database, kFindDevice);
  if (!statement.bind(device).step()) return {};
  return {static_cast<DevSeq>(statement.integer(0)),
          EffectiveTime::from_packed(statement.integer(1))};
}

void save_device(Database& database, DeviceId device, const std::string& user,
                 const DeviceState& state, UnixMs now_ms) {
  Statement(database, kSaveDevice)
      .bind(device, user, state.last_seq, state.floor.packed(), now_ms)
      .run();
}

// What was answered to an operation that was applied before. An operation that is not the one of
// that number comes from a second copy of the device: nothing may be dropped, so the whole batch is
// refused.
OpResult stored_result(Database& database, DeviceId device, const Operation& op) {
  const Dot dot{device, op.seq};
  const ConflictTable conflicts(database);
  const auto check_same = [&](const RecordId& row, UnixMs wall_ms) {
    if (row == op.id && wall_ms == op.wall_ms) return;
    throw Failure(FailureCode::Refused,
                  "Another copy of this device has already sent other changes under the same "
                  "numbers. Nothing was "
                  "taken; the changes stay on this device.");
  };
  if (const auto entry = History(database).find(dot)) {
    check_same(entry->operation.id, entry->operation.wall_ms);
    return {op.seq, entry->outcome, conflicts.ids_caused_by(dot), {}};
  }
  if (const auto refused = conflicts.find_refused(dot)) {
    check_same(refused->operation.id, refused->operation.wall_ms);
    return {op.seq, OpOutcome::Denied, conflicts.ids_caused_by(dot), refused->reason};
  }
  throw Failure(FailureCode::DatabaseUnreadable, "The result of an earlier operation is missing.");
}

// How many of the operations were applied before; nullopt when they do not follow on each other and
// on the last one.
std::optional<std::size_t> count_known(const std::vector<Operation>& ops, DevSeq last) {
  std::size_t known = 0;
  for (std::size_t i = 0; i < ops.size(); ++i) {
    if (ops[i].seq != ops.front().seq + i) return std::nullopt;
    if (ops[i].seq <= last) ++known;
  }
  if (!ops.empty() && (ops.front().seq == 0 || ops.front().seq > last + 1)) return std::nullopt;
  return known;
}

// What a device may not send, whoever holds it. Asked after the judge of roles.
std::string check_sent(const RecordCatalogue& records, const Operation& op, int sender_schema,
                       int schema) {
  if (!device_may_claim(op.source)) return "Only the server writes changes of this source.";
  return sender_schema < schema ? std::string() : check_whole_units(records.get(op.table), op);
}

std::vector<EffectiveTime> clamp_new(const PushRequest& request, std::size_t first, UnixMs now_ms,
                                     EffectiveTime floor) {
  std::vector<UnixMs> walls;
  for (std::size_t i = first; i < request.ops.size(); ++i) walls.push_back(request.ops[i].wall_ms);
  return clamp_batch(walls, request.sent_ms, now_ms, floor);
}

// A control character takes six bytes in JSON, a quote or backslash two.
std::size_t json_bytes(std::string_view text) {
  std::size_t bytes = text.size() + 2;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) bytes += 5;
    if (c == '"' || c == '\\') ++bytes;
  }
  return bytes;
}

// A pulled page is cut by bytes: what a row takes in the message, roughly.
std::size_t message_bytes(const PulledRow& row) {
  std::size_t bytes = 250 + 24 * row.versions.size();
  for (const FieldValue& value : row.fields) {
    const auto* text = std::get_if<std::string>(&value.value);
    bytes += 6 + (text ? json_bytes(*text) : 20);
  }
  for (const UnknownField& field : row.unknown) bytes += 6 + field.json.size();
  return bytes;
}

PulledRow pulled_row(const RecordType& type, StoredRow stored, std::int64_t seq) {
  PulledRow pulled(stored.row.id);
  pulled.seq = seq;
  pulled.table = type.table();
  pulled.deleted = stored.row.deleted;
  for (auto& [field, value] : stored.row.values) pulled.fields.push_back({field, std::move(value)});
  pulled.unknown = std::move(stored.unknown);
  pulled.versions = std::move(stored.row.versions);
  pulled.created = std::move(stored.row.created);
  pulled.changed = std::move(stored.row.changed);
  return pulled;
}

// Two devices may each have made their contact or address the primary one: exactly one stays
// (requirements 3.9).
void repair_touched_primaries(Database& database, OperationWriter& writer) {
  const RecordStore records(database);
  const std::set<RecordId> parties = writer.touched_parties();
  for (const RecordId& party : parties) {
    for (const auto& rows : {records.list_contacts_of(party), records.list_addresses_of(party)}) {
      for (const Change& change : repair_primaries(rows)) {
        writer.apply_own(change, ChangeSource::Merge, std::string(kServerUser),
                         Role::Administrator);
      }
    }
  }
}

}  // namespace

// One writing transaction of the master: begins with the counters, ends with the change log.
class Master::Session {
 public:
  explicit Session(Master& master)
      : master_(master),
        now_ms_(master.clock_.now_ms()),
        transaction_(master.database_),
        head_(ChangeLog(master.database_).head()),
        own_(read_device(master.database_, head_.device)),
        writer_(master.database_, head_.device, own_.last_seq, now_ms_) {}

  OperationWriter& writer() { return writer_; }
  UnixMs now_ms() const { return now_ms_; }

  // Returns the new head.
  std::int64_t commit() {
    follow_redirects(master_.database_, writer_);
    repair_touched_primaries(master_.database_, writer_);
    writer_.write_index();
    if (writer_.server_last() != own_.last_seq) {
      own_.last_seq = writer_.server_last();
      own_.floor = EffectiveTime::from_ms(now_ms_);
      save_device(master_.database_, head_.device, std::string(kServerUser), own_, now_ms_);
    }
    const std::int64_t head =
        ChangeLog(master_.database_).append(writer_.touched(), now_ms_, master_.random_);
    transaction_.commit();
    return head;
  }

 private:
  Master& master_;
  UnixMs now_ms_;
  Transaction transaction_;
  ChangeLog::Head head_;
  DeviceState own_;
  OperationWriter writer_;
};

Master::Master(Database& database, const Clock& clock, Random& random)
    : database_(database), clock_(clock), random_(random) {
  ChangeLog log(database);
  if (log.find_head()) return;
  Transaction transaction(database);
  if (log.find_head()) return;  // another connection was first
  log.make_head({Uuid::make_v7(clock, random).text(), 0, fresh_device_id(random)});
  transaction.commit();
}

tl::expected<PushReply, SequenceGap> Master::push(const Actor& actor, const PushRequest& request,
                                                  const Judge& judge) {
  Session session(*this);
  DeviceState device = read_device(database_, actor.device);
  PushReply reply;
  const auto first_new = count_known(request.ops, device.last_seq);
  if (!first_new) return tl::unexpected(SequenceGap{device.last_seq});
  for (std::size_t i = 0; i < *first_new; ++i) {
    reply.results.push_back(stored_result(database_, actor.device, request.ops[i]));
  }
  const auto clamped = clamp_new(request, *first_new, session.now_ms(), device.floor);
  const Judge objection = [&](const Operation& op, RowExists exists) {
    std::string why = judge ? judge(op, exists) : std::string();
    return why.empty() ? check_sent(database_.records(), op, request.schema, database_.schema())
                       : why;
  };
  for (std::size_t i = *first_new; i < request.ops.size(); ++i) {
    const Operation& op = request.ops[i];
    reply.results.push_back(session.writer().apply(actor, op, clamped[i - *first_new], objection));
    device.last_seq = op.seq;
    device.floor = std::max(device.floor, clamped[i - *first_new]);
  }
  reply.last = device.last_seq;
  reply.now_ms = session.now_ms();
  if (*first_new == request.ops.size()) {
    reply.head = head();
    return reply;
  }
  save_device(database_, actor.device, actor.user, device, session.now_ms());
  reply.head = session.commit();
  return reply;
}

tl::expected<PullReply, Master::Diverged> Master::pull(const PullRequest& request) const {
  ReadTransaction transaction(database_);
  const ChangeLog log(database_);
  const ChangeLog::Head head = log.head();
  if (!log.covers(head, request.have)) return tl::unexpected(Diverged{});
  const std::size_t rows_max =
      std::clamp<std::size_t>(request.rows_max, 1, MessageLimits::pull_rows_max);
  const ChangeLog::Page page = log.list(request.have.seq, head.seq, rows_max);

  PullReply reply;
  reply.more = page.more;
  reply.head = head.seq;
  reply.now_ms = clock_.now_ms();
  std::int64_t end = page.end;
  std::size_t bytes = 0;
  for (const ChangeLog::Entry& entry : page.entries) {
    const RecordType* type = database_.records().find(entry.row.first);
    auto stored = type ? RecordTable(database_, *type).find_at(entry.row.second) : std::nullopt;
    if (!stored) continue;
    reply.rows.push_back(pulled_row(*type, std::move(*stored), entry.seq));
    bytes += message_bytes(reply.rows.back());
    if (bytes >= MessageLimits::pull_bytes_max && entry.seq < end) {
      end = entry.seq;
      reply.more = true;
      break;
    }
  }
  // A save's rows arrive together: cut where a transaction ends, unless one fills the page.
  if (reply.more) end = log.last_mark(request.have.seq, end).value_or(end);
  while (!reply.rows.empty() && reply.rows.back().seq > end) reply.rows.pop_back();
  reply.next = log.cursor_at(head, end);
  return reply;
}

Master::Batch::Batch(Master& master)
    : database_(master.database_), session_(std::make_unique<Session>(master)) {}

Master::Batch::~Batch() = default;

void Master::Batch::add(const std::vector<Change>& changes, ChangeSource source,
                        const Actor& actor) {
  Savepoint save(database_);
  for (const Change& change : changes) {
    if (change.kind == ChangeKind::Put && change.fields.empty()) continue;
    any_ = true;
    const OpResult result = session_->writer().apply_own(change, source, actor.user, actor.role);
    if (result.outcome == OpOutcome::Denied) throw Failure(FailureCode::Refused, result.reason);
  }
  save.keep();
}

void Master::Batch::commit() {
  if (any_) session_->commit();
  session_.reset();
}

void Master::commit(const std::vector<Change>& changes, ChangeSource source, const Actor& actor) {
  Batch batch(*this);
  batch.add(changes, source, actor);
  batch.commit();
}

std::vector<Conflict> Master::list_conflicts(ConflictState state, std::size_t max) const {
  ReadTransaction transaction(database_);
  return ConflictReview(database_).list(state, max);
}

std::int64_t Master::count_conflicts(ConflictState state) const {
  return ConflictTable(database_).count(state);
}

std::optional<Change> Master::find_restoring_change(const std::string& id) const {
  ReadTransaction transaction(database_);
  const auto entry = ConflictTable(database_).find(id);
  if (!entry || entry->state != ConflictState::Open) return std::nullopt;
  return ConflictReview(database_).restoring(*entry);
}

bool Master::decide_conflict(const std::string& id, ConflictState decision, const Actor& actor) {
  Session session(*this);
  ConflictTable conflicts(database_);
  const auto entry = conflicts.find(id);
  if (!entry || entry->state != ConflictState::Open) return false;
  if (decision != ConflictState::Kept && decision != ConflictState::Restored) return false;
  conflicts.decide(entry->n, decision, actor.user, session.now_ms());
  if (decision == ConflictState::Restored) {
    const Change change = ConflictReview(database_).restoring(*entry);
    const OpResult result =
        session.writer().apply_own(change, ChangeSource::ConflictDecision, actor.user, actor.role);
    if (result.outcome == OpOutcome::Denied) throw Failure(FailureCode::Refused, result.reason);
  }
  session.commit();
  return true;
}

std::int64_t Master::head() const {
  return ChangeLog(database_).head().seq;
}

std::string Master::epoch() const {
  return ChangeLog(database_).head().epoch;
}

DeviceId Master::device() const {
  return ChangeLog(database_).head().device;
}

void Master::start_new_epoch() {
  Transaction transaction(database_);
  ChangeLog(database_).begin_epoch(Uuid::make_v7(clock_, random_).text(), fresh_device_id(random_));
  transaction.commit();
}

}  // namespace cm
