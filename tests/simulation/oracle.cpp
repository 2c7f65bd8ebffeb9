#include "tests/simulation/oracle.h"

#include <algorithm>
#include <tuple>

#include "shared/domain/records/catalogue.h"
#include "shared/store/history.h"
#include "shared/store/record_table.h"
#include "shared/sync/protocol_json.h"
#include "shared/sync/unit_ledger.h"

namespace cm::simulation {

namespace {

const RecordType& customers() {
  return record_catalogue().get("customer");
}

std::string name_of(const Dot& dot) {
  return std::to_string(dot.device.number % 10'000) + ":" + std::to_string(dot.seq);
}

std::string unit_value(const std::vector<FieldValue>& fields, FieldNumber lead) {
  std::vector<FieldValue> unit;
  for (const FieldValue& value : fields) {
    if (customers().unit_lead(value.field) == lead) unit.push_back(value);
  }
  return canonical_values(unit, {});
}

std::string hidden_value(bool hidden) {
  return hidden ? "hidden" : "shown";
}

std::vector<FieldValue> fields_of(const Row& row) {
  std::vector<FieldValue> fields;
  for (const auto& [field, value] : row.values) fields.push_back({field, value});
  return fields;
}

// Conflicts of all states, by what lost: (row, lead, dot).
struct LoserKey {
  RecordId row;
  FieldNumber lead = 0;
  Dot dot;
  friend bool operator<(const LoserKey& a, const LoserKey& b) {
    return std::tie(a.row, a.lead, a.dot) < std::tie(b.row, b.lead, b.dot);
  }
};

struct Filed {
  bool open = false;
  bool decided = false;  // by a person
};

class MasterJudge {
 public:
  MasterJudge(const EditLog& log, Database& database, const Master& master, Result& result)
      : log_(log), database_(database), result_(result) {
    for (const auto state : {ConflictState::Open, ConflictState::AutoClosed, ConflictState::Kept,
                             ConflictState::Restored}) {
      for (const Conflict& conflict : master.list_conflicts(state, 1'000'000)) {
        Filed& filed = filed_[{conflict.row_id, conflict.lead, conflict.loser_dot}];
        filed.open = filed.open || state == ConflictState::Open;
        filed.decided = filed.decided || log.has_decision(conflict.id);
        if (conflict.kind == ConflictKind::Denied) denied_.insert(conflict.loser_dot);
      }
    }
    result_.conflicts = static_cast<std::int64_t>(filed_.size());
    for (const auto& [dot, op] : log.operations()) clients_.insert(dot.device);
  }

  void judge() {
    for (const RecordId& row : log_.rows()) judge_row(row);
    for (const auto& [dot, op] : log_.operations()) {
      if (seen_.count(dot) == 0 && denied_.count(dot) == 0)
        result_.note(result_.lost, "lost " + name_of(dot));
    }
  }

 private:
  // All others are the master's own: it has a new one after each restore.
  bool is_client(DeviceId device) const { return clients_.count(device) > 0; }

  void judge_row(const RecordId& id) {
    std::map<FieldNumber, std::vector<UnitOperation>> units;
    std::vector<Operation> deletes;
    for (const HistoryEntry& entry : History(database_).list(id)) {
      const auto typed = log_.operations().find(entry.dot());
      const bool by_server = !is_client(entry.device);
      if (typed == log_.operations().end() && !by_server) {
        result_.note(result_.twice, "an operation that nobody typed: " + name_of(entry.dot()));
      }
      if (!seen_.insert(entry.dot()).second)
        result_.note(result_.twice, "twice " + name_of(entry.dot()));
      if (typed != log_.operations().end() && !(typed->second.fields == entry.operation.fields)) {
        result_.note(result_.lost, "history has other values for " + name_of(entry.dot()));
      }
      for (const VersionSet::Entry& unit : entry.units.entries()) {
        const auto base = entry.operation.base.find(unit.lead);
        const bool hides = entry.operation.kind == ChangeKind::Delete;
        units[unit.lead].push_back(
            {unit.version, base == entry.operation.base.end() ? Dot{} : base->second,
             unit.lead == kDeletedUnit ? hidden_value(hides)
                                       : unit_value(entry.operation.fields, unit.lead)});
        if (unit.lead == kDeletedUnit && hides) deletes.push_back(entry.operation);
      }
    }
    const auto stored = RecordTable(database_, customers()).find(id);
    for (const auto& [lead, operations] : units)
      judge_unit_of(id, lead, operations, stored ? &stored->row : nullptr);
    if (stored && stored->row.deleted) judge_deleted(stored->row, units, deletes);
  }

  // A standing value that no delete had seen, in a row that is hidden: it must stand in review.
  void judge_deleted(const Row& row, const std::map<FieldNumber, std::vector<UnitOperation>>& units,
                     const std::vector<Operation>& deletes) {
    for (const auto& [lead, dot] : row.versions) {
      if (lead == kDeletedUnit || !is_client(dot.device)) continue;
      const bool seen = std::any_of(
          deletes.begin(), deletes.end(), [&, lead = lead, dot = dot](const Operation& op) {
            const auto base = op.base.find(lead);
            return base != op.base.end() && reaches(units.at(lead), base->second, dot);
          });
      if (!seen && filed_.count({row.id, kDeletedUnit, dot}) == 0) {
        result_.note(result_.losers_missing,
                     "an edit under a delete is not in review: " + name_of(dot));
      }
    }
  }

  // True when `dot` is `from` or something that `from` was built on.
  static bool reaches(const std::vector<UnitOperation>& operations, Dot from, const Dot& dot) {
    while (!from.is_none() && from != dot) {
      const auto op =
          std::find_if(operations.begin(), operations.end(),
                       [&](const UnitOperation& one) { return one.version.dot == from; });
      from = op == operations.end() ? Dot{} : op->base;
    }
    return !from.is_none();
  }

  void judge_unit_of(const RecordId& id, FieldNumber lead,
                     const std::vector<UnitOperation>& operations, const Row* row) {
    const UnitVerdict verdict = judge_unit(operations);
    const auto winner =
        std::find_if(operations.begin(), operations.end(),
                     [&](const UnitOperation& op) { return op.version.dot == *verdict.winner; });
    const std::string where = " in unit " + std::to_string(lead) + " of " + id.text();
    if (!row || row->versions.count(lead) == 0 || row->versions.at(lead) != *verdict.winner) {
      result_.note(result_.lost,
                   "another operation than " + name_of(*verdict.winner) + " won" + where);
    } else if ((lead == kDeletedUnit ? hidden_value(row->deleted)
                                     : unit_value(fields_of(*row), lead)) != winner->value) {
      result_.note(result_.lost, "the winner's value does not stand" + where);
    }
    for (const UnitOperation& op : operations) {
      const Dot dot = op.version.dot;
      const bool must_stand =
          std::count(verdict.open_losers.begin(), verdict.open_losers.end(), dot) > 0;
      const auto found = filed_.find({id, lead, dot});
      const Filed filed = found == filed_.end() ? Filed{} : found->second;
      if (must_stand && !filed.open && !filed.decided)
        result_.note(result_.losers_missing, "no conflict for " + name_of(dot) + where);
      if (!must_stand && filed.open)
        result_.note(result_.losers_extra, "a conflict too many for " + name_of(dot) + where);
    }
  }

  const EditLog& log_;
  Database& database_;
  Result& result_;
  std::map<LoserKey, Filed> filed_;
  std::set<Dot> denied_;
  std::set<DeviceId> clients_;
  std::set<Dot> seen_;
};

std::string describe(const std::optional<StoredRow>& stored) {
  if (!stored) return "(no row)";
  std::string versions;
  for (const auto& [lead, dot] : stored->row.versions)
    versions += " " + std::to_string(lead) + "=" + name_of(dot);
  return canonical_values(fields_of(stored->row), stored->unknown) + versions +
         (stored->row.deleted ? " deleted" : "");
}

}  // namespace

void EditLog::add(DeviceId device, const std::vector<Operation>& ops) {
  for (const Operation& op : ops) {
    operations_.emplace(Dot{device, op.seq}, op);
    rows_.insert(op.id);
  }
}

void judge_master(const EditLog& log, Database& database, const Master& master, Result& result) {
  MasterJudge(log, database, master, result).judge();
}

void judge_replica(const EditLog& log, Database& master, Database& replica, const std::string& user,
                   Result& result) {
  for (const RecordId& id : log.rows()) {
    const std::string here = describe(RecordTable(replica, customers()).find(id));
    const std::string there = describe(RecordTable(master, customers()).find(id));
    if (here != there)
      result.note(result.diverged, user + " has " + here + "; the master has " + there);
  }
}

}  // namespace cm::simulation
