#include "shared/store/conflict_review.h"

#include <algorithm>

#include "shared/base/failure.h"
#include "shared/domain/field_text.h"
#include "shared/domain/record_title.h"
#include "shared/store/device_name.h"
#include "shared/store/history.h"
#include "shared/store/parties.h"
#include "shared/store/record_table.h"
#include "shared/store/statement.h"
#include "shared/store/unit_past.h"
#include "shared/sync/unit_ledger.h"

namespace cm {
namespace {


std::string text_of(const Row& row, std::string_view field) {
  if (!row.type->find_field(field)) return {};
  const auto* text = std::get_if<std::string>(&row.get(field));
  return text ? *text : std::string();
}

// What was lost: an edit after a delete is lost whole, else one unit of it.
std::vector<FieldValue> lost_values(const RecordType& type, const ConflictEntry& entry,
                                    const Operation& op) {
  return entry.kind == ConflictKind::Concurrent ? unit_values(type, entry.lead, op) : op.fields;
}

std::size_t text_bytes(const std::vector<FieldValue>& values) {
  std::size_t bytes = 0;
  for (const FieldValue& value : values) {
    if (const auto* text = std::get_if<std::string>(&value.value)) bytes += text->size();
  }
  return bytes;
}

// What a new record that was refused calls itself.
std::string own_name(const RecordType& type, const std::vector<FieldValue>& fields) {
  const Field* name = find_title_field(type);
  for (const FieldValue& value : fields) {
    if (name && value.field == name->number) return display_field(*name, value.value);
  }
  return {};
}

}  // namespace

std::vector<Conflict> ConflictReview::list(ConflictState state, std::size_t max) const {
  std::vector<Conflict> conflicts;
  std::size_t bytes = 0;
  for (const ConflictEntry& entry : ConflictTable(database_).list(state, max)) {
    conflicts.push_back(describe(entry));
    bytes += text_bytes(conflicts.back().winner) + text_bytes(conflicts.back().loser);
    if (bytes >= MessageLimits::pull_bytes_max) break;
  }
  return conflicts;
}

Conflict ConflictReview::describe(const ConflictEntry& entry) const {
  const RecordType* type = database_.records().find(entry.type);
  Conflict conflict(entry.row);
  conflict.id = "c" + std::to_string(entry.n);
  conflict.lead = entry.lead;
  conflict.kind = entry.kind;
  conflict.state = entry.state;
  describe_loser(conflict, entry, type);
  if (!type) return conflict;
  conflict.table = type->table();
  const auto stored = RecordTable(database_, *type).find(entry.row);
  if (!stored) return conflict;
  conflict.row_name = row_name(stored->row);
  describe_winner(conflict, *type, stored->row);
  return conflict;
}

void ConflictReview::describe_winner(Conflict& conflict, const RecordType& type,
                                     const Row& row) const {
  if (conflict.kind == ConflictKind::Concurrent && conflict.lead != kDeletedUnit) {
    for (const FieldNumber number : type.unit_fields(conflict.lead)) {
      if (type.find_field(number)) conflict.winner.push_back({number, row.get(number)});
    }
  } else {
    for (const FieldValue& value : conflict.loser)
      conflict.winner.push_back({value.field, row.get(value.field)});
  }
  const auto standing = row.versions.find(conflict.lead);
  if (standing == row.versions.end()) return;
  conflict.winner_dot = standing->second;
  conflict.winner_device_name = device_name(database_, conflict.winner_dot.device);
  const auto entry = History(database_).find(conflict.winner_dot);
  if (entry) conflict.winner_stamp = {entry->user, entry->device, entry->made_ms()};
}

void ConflictReview::describe_loser(Conflict& conflict, const ConflictEntry& entry,
                                    const RecordType* type) const {
  conflict.loser_dot = entry.loser;
  conflict.loser_device_name = device_name(database_, entry.loser.device);
  if (entry.kind == ConflictKind::Denied) {
    const auto refused = ConflictTable(database_).find_refused(entry.loser);
    if (!refused) return;
    conflict.table = refused->operation.table;
    conflict.loser = refused->operation.fields;
    // The author's clock may be anything: it was made before it came.
    conflict.loser_stamp = {refused->user, entry.loser.device,
                            std::min(refused->operation.wall_ms, refused->received_ms)};
    conflict.reason = refused->reason;
    conflict.row_name = type ? own_name(*type, refused->operation.fields) : std::string();
    return;
  }
  const auto lost = History(database_).find(entry.loser);
  if (!lost || !type) return;
  conflict.loser = lost_values(*type, entry, lost->operation);
  conflict.loser_stamp = {lost->user, lost->device, lost->made_ms()};
}

std::string ConflictReview::row_name(const Row& row) const {
  if (row.type->table() == "customer") return text_of(row, "name");
  const RecordType& customers = database_.records().get("customer");
  for (const RecordId& party : list_parties_of(database_, *row.type, row.id)) {
    const auto customer = RecordTable(database_, customers).find(party);
    if (customer) return text_of(customer->row, "name");
  }
  const std::string own = text_of(row, row.type->find_field("name") ? "name" : "title");
  return own.empty() ? std::string(row.type->label()) : own;
}

Change ConflictReview::restoring(const ConflictEntry& entry) const {
  const RecordType* type = database_.records().find(entry.type);
  if (!type)
    throw Failure(FailureCode::Refused,
                  "This kind of record is unknown here and cannot be written.");
  Change change(*type, entry.row);
  const auto head = RecordTable(database_, *type).find_head(entry.row);
  if (head) change.base = head->versions.dots();
  const bool hidden = head && head->deleted;
  if (!hidden) change.base.erase(kDeletedUnit);
  if (entry.kind == ConflictKind::Denied) {
    const auto refused = ConflictTable(database_).find_refused(entry.loser);
    if (!refused) throw Failure(FailureCode::DatabaseUnreadable, "A refused operation is missing.");
    change.kind = refused->operation.kind;
    // What only the server writes is never restored.
    for (const FieldValue& value : refused->operation.fields) {
      const Field* field = type->find_field(value.field);
      if (field && !field->server_only) change.fields.push_back(value);
    }
    return change;
  }
  const auto lost = History(database_).find(entry.loser);
  if (!lost)
    throw Failure(FailureCode::DatabaseUnreadable, "An operation is missing in the history.");
  if (entry.kind == ConflictKind::AfterDelete)
    return change;  // its values stand in the hidden row already
  if (entry.lead == kDeletedUnit) change.kind = lost->operation.kind;
  change.fields = lost_values(*type, entry, lost->operation);
  return change;
}

}  // namespace cm
