#include "shared/store/outbox.h"

#include "shared/store/history.h"
#include "shared/store/statement.h"

namespace cm {
namespace {

constexpr std::string_view kAdd = "INSERT INTO outbox(seq, type, row_id) VALUES (?, ?, ?)";
constexpr std::string_view kListUnsent =
    "JOIN outbox o ON o.seq = h.seq WHERE h.device = ? AND o.acked_head IS NULL ORDER BY h.seq";
constexpr std::string_view kCountUnsent = "SELECT count(*) FROM outbox WHERE acked_head IS NULL";
constexpr std::string_view kCountUnsentSaves =
    "SELECT count(DISTINCT h.commit_seq) FROM outbox o"
    " JOIN history h ON h.device = ? AND h.seq = o.seq WHERE o.acked_head IS NULL";
constexpr std::string_view kHasUnsent =
    "SELECT EXISTS (SELECT 1 FROM outbox WHERE row_id = ?1 AND acked_head IS NULL)"
    " OR EXISTS (SELECT 1 FROM address_link l JOIN outbox o ON o.row_id IN (l.id, l.address)"
    "            WHERE l.party = ?1 AND o.acked_head IS NULL)"
    " OR EXISTS (SELECT 1 FROM contact_link l JOIN outbox o ON o.row_id IN (l.id, l.contact)"
    "            WHERE l.party = ?1 AND o.acked_head IS NULL)";
constexpr std::string_view kAcknowledge =
    "UPDATE outbox SET acked_head = ? WHERE seq = ? AND acked_head IS NULL";
constexpr std::string_view kRemoveCovered =
    "DELETE FROM outbox WHERE acked_head <= ? RETURNING type, row_id";
constexpr std::string_view kUnsendAbove = "UPDATE outbox SET acked_head = NULL WHERE seq > ?";
constexpr std::string_view kReopenAbove =
    "INSERT INTO outbox(seq, type, row_id) SELECT seq, type, row_id FROM history"
    " WHERE device = ? AND seq > ? AND seq NOT IN (SELECT seq FROM outbox) RETURNING type, row_id";
constexpr std::string_view kForgetAcknowledgements =
    "UPDATE outbox SET acked_head = NULL WHERE acked_head IS NOT NULL";

constexpr std::size_t kEnvelopeBytes = 250;  // an operation's JSON besides its fields, roughly

std::vector<Outbox::Reopened> list_rows(Statement& statement) {
  std::vector<Outbox::Reopened> rows;
  while (statement.step()) {
    rows.push_back({static_cast<RecordTypeNumber>(statement.integer(0)), statement.uuid(1)});
  }
  return rows;
}

// The last save is not whole here: it is left for the next push, unless it is all there is.
void cut_at_save(std::vector<Operation>& ops, const Operation& next) {
  if (ops.front().commit_seq == next.commit_seq) return;
  while (ops.back().commit_seq == next.commit_seq) ops.pop_back();
}

}  // namespace

void Outbox::add(const RecordType& type, const RecordId& row, DevSeq seq) {
  Statement(database_, kAdd).bind(seq, type.number(), row).run();
}

std::vector<Operation> Outbox::list_unsent(DeviceId device, std::size_t max) const {
  Statement statement(database_, History::select_sql(kListUnsent));
  statement.bind(device);
  const History history(database_);
  std::vector<Operation> ops;
  std::size_t bytes = 0;
  while (statement.step()) {
    bytes += statement.text(9).size() + kEnvelopeBytes;
    Operation next = history.read(statement).operation;
    if (!ops.empty() && (ops.size() >= max || bytes > MessageLimits::push_bytes_max)) {
      cut_at_save(ops, next);
      break;
    }
    ops.push_back(std::move(next));
  }
  return ops;
}

std::size_t Outbox::count_unsent() const {
  Statement statement(database_, kCountUnsent);
  statement.step();
  return static_cast<std::size_t>(statement.integer(0));
}

std::size_t Outbox::count_unsent_saves(DeviceId device) const {
  Statement statement(database_, kCountUnsentSaves);
  statement.bind(device).step();
  return static_cast<std::size_t>(statement.integer(0));
}

bool Outbox::has_unsent(const RecordId& row) const {
  Statement statement(database_, kHasUnsent);
  statement.bind(row).step();
  return statement.integer(0) != 0;
}

void Outbox::acknowledge(DevSeq seq, std::int64_t head) {
  Statement(database_, kAcknowledge).bind(head, seq).run();
}

std::vector<Outbox::Reopened> Outbox::remove_covered(std::int64_t seq) {
  Statement statement(database_, kRemoveCovered);
  return list_rows(statement.bind(seq));
}

std::vector<Outbox::Reopened> Outbox::reopen(DeviceId device, DevSeq last) {
  Statement(database_, kUnsendAbove).bind(last).run();
  Statement statement(database_, kReopenAbove);
  return list_rows(statement.bind(device, last));
}

void Outbox::forget_acknowledgements() {
  Statement(database_, kForgetAcknowledgements).run();
}

}  // namespace cm
