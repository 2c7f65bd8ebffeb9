#include "shared/store/operation_writer.h"

#include <algorithm>
#include <cstdio>

#include "shared/domain/rules/check_change.h"
#include "shared/store/counter.h"
#include "shared/store/duplicate_index.h"
#include "shared/store/given_numbers.h"
#include "shared/store/operation_limits.h"
#include "shared/store/parties.h"
#include "shared/store/record_store.h"
#include "shared/store/statement.h"
#include "shared/store/unit_past.h"
#include "shared/sync/protocol_json.h"

namespace cm {

// One unit's part of an operation.
struct OperationWriter::UnitEdit {
  FieldNumber lead = 0;
  std::vector<FieldValue> fields;
  std::vector<UnknownField> unknown;
  Dot base;
  FieldRank rank = FieldRank::Plain;  // the author's
};

// One operation on its way into an existing row.
struct OperationWriter::Merge {
  const Actor& author;
  const RecordType& type;
  const Operation& op;
  EffectiveTime clamped;
  const RowHead& head;
  bool row_has_open_conflicts = false;
  RowUpdate update{};
  VersionSet units{};  // what history keeps
  bool applied = false;
  OpResult result{};

  Dot dot() const { return {author.device, op.seq}; }
};

namespace {

constexpr std::string_view kServerUser = "server";

std::string format_code(std::int64_t number) {
  char text[32];
  std::snprintf(text, sizeof text, "C-%06lld", static_cast<long long>(number));
  return text;
}

bool restores(const Operation& op) {
  return op.kind == ChangeKind::Put && op.base.contains(kDeletedUnit);
}

Dot base_of(const Operation& op, FieldNumber lead) {
  const auto found = op.base.find(lead);
  return found == op.base.end() ? Dot{} : found->second;
}

void set_unknown(std::vector<UnknownField>& all, const UnknownField& changed) {
  for (UnknownField& unknown : all) {
    if (unknown.field != changed.field) continue;
    unknown.json = changed.json;
    return;
  }
  all.push_back(changed);
}

}  // namespace

std::vector<OperationWriter::UnitEdit> OperationWriter::units_of(const RecordType& type,
                                                                 const Operation& op,
                                                                 Role role) const {
  std::vector<UnitEdit> units;
  const auto unit = [&](FieldNumber lead) -> UnitEdit& {
    for (UnitEdit& edit : units) {
      if (edit.lead == lead) return edit;
    }
    UnitEdit edit;
    edit.lead = lead;
    edit.base = base_of(op, lead);
    units.push_back(std::move(edit));
    return units.back();
  };
  for (const FieldValue& value : op.fields) {
    UnitEdit& edit = unit(type.unit_lead(value.field));
    edit.fields.push_back(value);
    if (may(role, Act::SpeakForOffice) && type.find_field(value.field)->rank == FieldRank::Office)
      edit.rank = FieldRank::Office;
  }
  for (const UnknownField& field : op.unknown) unit(field.field).unknown.push_back(field);
  if (op.kind == ChangeKind::Delete || restores(op)) unit(kDeletedUnit);
  return units;
}

std::optional<Version> OperationWriter::find_base(const VersionSet* standing, const Dot& base,
                                                  FieldNumber lead) const {
  if (base.is_none()) return std::nullopt;
  const Version* version = standing ? standing->find(lead) : nullptr;
  if (version && version->dot == base) return *version;
  return history_.find_version(base, lead);
}

OpResult OperationWriter::apply(const Actor& author, const Operation& op, EffectiveTime clamped,
                                const Master::Judge& judge) {
  const RecordType* type = database_.records().find(op.table);
  if (!type) return deny(author, type, op, "This kind of record is unknown here.");
  const auto head = RecordTable(database_, *type).find_head(op.id);
  const RowExists exists = head ? RowExists::Yes : RowExists::No;
  std::string problem = judge ? judge(op, exists) : std::string();
  if (problem.empty()) problem = check_limits(*type, op, exists);
  if (problem.empty() && !head && history_.find_type(op.id))
    problem = "This id belongs to a record of another kind.";
  if (problem.empty())
    problem = check_unknown(head ? head->unknown : std::vector<UnknownField>(), op.unknown);
  if (problem.empty())
    problem = check_change(*type, op.id, op.kind, op.fields, RecordStore(database_));
  if (!problem.empty()) return deny(author, type, op, problem);
  if (head) return merge(author, *type, op, clamped, *head);
  create(author, *type, op, clamped);
  return OpResult{op.seq, OpOutcome::Applied, {}, {}};
}

OpResult OperationWriter::apply_own(const Change& change, ChangeSource source,
                                    const std::string& user, Role role,
                                    std::optional<EffectiveTime> made) {
  Operation op(change.id);
  op.seq = ++server_last_;
  op.wall_ms = now_ms_;
  op.commit_seq = op.seq;
  op.source = source;
  op.table = change.type->table();
  op.kind = change.kind;
  op.fields = change.fields;
  op.base = change.base;
  return apply(Actor{user, role, server_}, op, made.value_or(EffectiveTime::from_ms(now_ms_)));
}

OpResult OperationWriter::deny(const Actor& author, const RecordType* type, const Operation& op,
                               const std::string& why) {
  conflicts_.add_refused(author.device, {author.user, now_ms_, why, op});
  ConflictEntry entry(op.id);
  entry.type = type ? type->number() : RecordTypeNumber{0};
  entry.lead = type && !op.fields.empty() ? type->unit_lead(op.fields.front().field) : kDeletedUnit;
  entry.loser = entry.cause = {author.device, op.seq};
  entry.kind = ConflictKind::Denied;
  entry.opened_ms = now_ms_;
  return OpResult{op.seq, OpOutcome::Denied, {conflicts_.open(entry)}, why};
}

void OperationWriter::create(const Actor& author, const RecordType& type, const Operation& op,
                             EffectiveTime clamped) {
  StoredRow stored{Row(type, op.id)};
  HistoryNote note{author.device, &type, author.user, {}, now_ms_, OpOutcome::Applied};
  for (const UnitEdit& edit : units_of(type, op, author.role)) {
    const auto base = find_base(nullptr, edit.base, edit.lead);
    note.units.set(edit.lead, version_on({author.device, op.seq}, clamped, edit.rank,
                                         base ? &*base : nullptr));
  }
  for (const FieldValue& value : op.fields) stored.row.values[value.field] = value.value;
  stored.unknown = op.unknown;
  stored.versions = note.units;
  stored.row.created = stored.row.changed = {author.user, author.device, clamped.ms()};
  if (type.table() == "customer") give_code(stored);
  touch(type, op.id, RecordTable(database_, type).insert(stored));
  index_.note(type, op.id);
  history_.append(op, note);
}

// Written as an operation of the master's own device, so that it has a version as every other
// value.
void OperationWriter::give_code(StoredRow& customer) {
  const RecordType& type = *customer.row.type;
  const Field& code = type.get_field("code");
  if (!is_blank(customer.row.get(code.number))) return;
  Operation op(customer.row.id);
  op.seq = op.commit_seq = ++server_last_;
  op.wall_ms = now_ms_;
  op.source = ChangeSource::Server;
  op.table = type.table();
  op.fields = {{code.number, format_code(Counter(database_, kCustomerCodes).next())}};
  const Version version{{server_, op.seq}, EffectiveTime::from_ms(now_ms_), FieldRank::Office};
  HistoryNote note{server_, &type, std::string(kServerUser), {}, now_ms_, OpOutcome::Applied};
  note.units.set(code.number, version);
  history_.append(op, note);
  customer.row.values[code.number] = op.fields.front().value;
  customer.versions.set(code.number, version);
}

OpResult OperationWriter::merge(const Actor& author, const RecordType& type, const Operation& op,
                                EffectiveTime clamped, const RowHead& head) {
  Merge merge{author, type, op, clamped, head};
  merge.row_has_open_conflicts = conflicts_.has_open(op.id);
  merge.result.seq = op.seq;
  merge.update.versions = head.versions;
  for (const UnitEdit& edit : units_of(type, op, author.role)) merge_unit_edit(merge, edit);
  note_edits_after_delete(merge);
  write_merged(merge);
  return std::move(merge.result);
}

void OperationWriter::merge_unit_edit(Merge& merge, const UnitEdit& edit) {
  const Version* standing = merge.head.versions.find(edit.lead);
  const auto base = find_base(&merge.head.versions, edit.base, edit.lead);
  const Version version =
      version_on(merge.dot(), merge.clamped, edit.rank, base ? &*base : nullptr);
  merge.units.set(edit.lead, version);

  const bool built_on_standing = !standing || standing->dot == edit.base;
  bool applies = true;
  if (!built_on_standing || merge.row_has_open_conflicts) {
    const UnitPast past(database_, merge.type, merge.op.id, edit.lead);
    const auto before = past.standing(merge.head);
    const UnitOperation incoming{version, edit.base, past.value_over(merge.head, merge.op)};
    const UnitDecision decision = decide_unit(standing ? &before : nullptr, incoming, past);
    applies = decision.applies;
    if (decision.outcome != MergeOutcome::FastForward) merge.result.outcome = OpOutcome::Merged;
    if (decision.opens != UnitDecision::Opens::Nothing) {
      const bool itself = decision.opens == UnitDecision::Opens::OperationItself;
      merge.result.conflict_ids.push_back(open_conflict(
          merge, edit.lead, itself ? merge.dot() : standing->dot, ConflictKind::Concurrent));
    }
    for (const Dot& loser : decision.closes)
      conflicts_.close(merge.op.id, edit.lead, loser, now_ms_);
  }
  if (!applies) return;
  merge.applied = true;
  merge.update.versions.set(edit.lead, version);
  for (const FieldValue& value : edit.fields) merge.update.fields.push_back(value);
  for (const UnknownField& field : edit.unknown) {
    if (!merge.update.unknown) merge.update.unknown = merge.head.unknown;
    set_unknown(*merge.update.unknown, field);
  }
  if (edit.lead == kDeletedUnit) merge.update.deleted = merge.op.kind == ChangeKind::Delete;
}

// An edit and a delete that did not know of each other: the edit goes to review, whichever came
// first.
void OperationWriter::note_edits_after_delete(Merge& merge) {
  const Operation& op = merge.op;
  const auto note = [&](const Dot& edit) {
    merge.result.outcome = OpOutcome::Merged;
    merge.result.conflict_ids.push_back(
        open_conflict(merge, kDeletedUnit, edit, ConflictKind::AfterDelete));
  };
  if (op.kind == ChangeKind::Put) {
    if (merge.head.deleted && !restores(op)) note(merge.dot());
    return;
  }
  const bool knows_fields = std::any_of(op.base.begin(), op.base.end(),
                                        [](auto& seen) { return seen.first != kDeletedUnit; });
  if (!knows_fields || merge.head.deleted) return;
  std::set<Dot> unseen;
  for (const VersionSet::Entry& unit : merge.head.versions.entries()) {
    const bool own = unit.version.dot.device == server_;  // the code: nobody's edit
    if (unit.lead != kDeletedUnit && !own && base_of(op, unit.lead) != unit.version.dot)
      unseen.insert(unit.version.dot);
  }
  for (const Dot& edit : unseen) note(edit);
}

void OperationWriter::write_merged(Merge& merge) {
  if (merge.applied) {
    merge.update.changed = {merge.author.user, merge.author.device, merge.clamped.ms()};
    RecordTable(database_, merge.type).update(merge.head.n, merge.update);
    touch(merge.type, merge.op.id, merge.head.n);
    note_for_index(merge.type, merge.op.id, merge.update);
    if (merge.type.table() == "customer")
      redirects_.note_customer(merge.op, merge.dot(), merge.head.versions, merge.update.versions);
  }
  HistoryNote note{merge.author.device,    &merge.type, merge.author.user,
                   std::move(merge.units), now_ms_,     merge.result.outcome};
  history_.append(merge.op, note);
}

std::string OperationWriter::open_conflict(const Merge& merge, FieldNumber lead, const Dot& loser,
                                           ConflictKind kind) {
  ConflictEntry entry(merge.op.id);
  entry.type = merge.type.number();
  entry.lead = lead;
  entry.loser = loser;
  entry.cause = merge.dot();
  entry.kind = kind;
  entry.opened_ms = now_ms_;
  return conflicts_.open(entry);
}

// Most edits touch nothing that is indexed.
void OperationWriter::note_for_index(const RecordType& type, const RecordId& row,
                                     const RowUpdate& update) {
  if (update.deleted || concerns_duplicates(type, update.fields)) index_.note(type, row);
}

void OperationWriter::touch(const RecordType& type, const RecordId& row, std::int64_t n) {
  const ChangeLog::Touched touched{type.number(), n};
  if (touched_set_.insert(touched).second) touched_.push_back(touched);
  for (const RecordId& party : list_parties_of(database_, type, row)) parties_.insert(party);
  redirects_.note_row(type, row, n);
}

}  // namespace cm
