#include "shared/store/redirects.h"

#include <algorithm>
#include <map>

#include "shared/domain/acts/customer_holding.h"
#include "shared/domain/acts/merge_memory.h"
#include "shared/domain/acts/party_references.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/records/customer_merge.h"
#include "shared/domain/rules/row_values.h"
#include "shared/domain/rules/survivor.h"
#include "shared/store/conflict_table.h"
#include "shared/store/history.h"
#include "shared/store/operation_writer.h"
#include "shared/store/record_store.h"
#include "shared/store/record_table.h"

namespace cm {
namespace {

constexpr const char* kServerUser = "server";

std::vector<FieldValue> values_of(const Row& row, FieldNumber lead) {
  std::vector<FieldValue> values;
  for (const FieldNumber field : row.type->unit_fields(lead))
    values.push_back({field, row.get(field)});
  return values;
}

bool all_blank(const std::vector<FieldValue>& values) {
  return std::all_of(values.begin(), values.end(),
                     [](const FieldValue& value) { return is_blank(value.value); });
}

// What the record of a customer's merge remembers of redirects, with what this transaction adds.
class RedirectMemory {
 public:
  RedirectMemory(const RecordStore& records, const RecordId& loser) {
    for (Row& row : records.list_by(record_type_of<CustomerMerge>(), "loser", loser)) {
      if (!flag_in(row, "undone")) merge_ = std::move(row);  // the newest
    }
    if (!merge_) return;
    auto units = decode_merge_memory(record_catalogue(), text_in(*merge_, "redirected"));
    if (units) units_ = std::move(*units);
  }

  // The version that an earlier redirect gave to this unit; none when there was none.
  Dot written(const RecordId& row, FieldNumber lead) const {
    for (const RememberedUnit& unit : units_) {
      if (is_of(unit, row, lead)) return unit.written;
    }
    return {};
  }
  void remember(const Row& before, FieldNumber lead, const std::vector<FieldValue>& after,
                const Dot& written) {
    changed_ = true;
    for (RememberedUnit& unit : units_) {
      if (!is_of(unit, before.id, lead)) continue;
      unit.after = after;  // what stood before the first redirect is what comes back
      unit.written = written;
      return;
    }
    RememberedUnit unit(*before.type, before.id);
    unit.before = values_of(before, lead);
    unit.after = after;
    unit.written = written;
    units_.push_back(std::move(unit));
  }
  // Nothing when there is no record, or no more room in it: then an undo leaves it where it is.
  void save(OperationWriter& writer) const {
    if (!merge_ || !changed_) return;
    Row remembering = *merge_;
    std::string memory = encode_merge_memory(units_);
    if (!fits_merge_record(memory)) return;
    remembering.set("redirected", std::move(memory));
    writer.apply_own(diff_rows(&*merge_, remembering), ChangeSource::Merge, kServerUser,
                     Role::Administrator);
  }

 private:
  static bool is_of(const RememberedUnit& unit, const RecordId& row, FieldNumber lead) {
    return unit.id == row && !unit.after.empty() &&
           unit.type->unit_lead(unit.after.front().field) == lead;
  }
  std::optional<Row> merge_;
  std::vector<RememberedUnit> units_;
  bool changed_ = false;
};

class Redirects {
 public:
  Redirects(Database& database, OperationWriter& writer)
      : database_(database), writer_(writer), records_(database) {}

  void move_references(const RecordId& loser) {
    const auto survivor = find_survivor(loser, records_);
    if (!survivor) return;
    const std::vector<Row> of_loser = list_references_to(loser, records_);
    if (of_loser.empty()) return;
    const std::vector<Row> of_survivor = list_references_to(*survivor, records_);
    for (const Row* row : list_movable(of_loser, of_survivor)) {
      const Row moved = pointed_to(*row, *survivor);
      const Change change = diff_rows(row, moved);
      const FieldNumber lead = row->type->unit_lead(change.fields.front().field);
      const Dot written = write(change, kServerUser, Role::Administrator, std::nullopt);
      memory_of(loser).remember(*row, lead, change.fields, written);
    }
  }

  // The unit as it stands in the loser, written to the survivor in its author's name and time.
  void carry_over(const LateEdit& edit) {
    const RecordType& type = record_type_of<Customer>();
    const auto survivor = find_survivor(edit.customer, records_);
    const auto loser = RecordTable(database_, type).find(edit.customer);
    const auto standing = survivor ? records_.find(type, *survivor) : std::nullopt;
    const Version* version = loser ? loser->versions.find(edit.lead) : nullptr;
    if (!standing || !version) return;
    Change change(type, *survivor);
    change.fields = values_of(loser->row, edit.lead);
    if (all_blank(change.fields) || change.fields == values_of(*standing, edit.lead)) return;
    RedirectMemory& memory = memory_of(edit.customer);
    const Dot earlier = memory.written(*survivor, edit.lead);
    if (!earlier.is_none()) change.base = {{edit.lead, earlier}};
    const auto entry = History(database_).find(version->dot);
    const Role role = version->rank == FieldRank::Office ? Role::Office : Role::Rep;
    const Dot written = write(change, entry ? entry->user : kServerUser, role, version->eff);
    memory.remember(*standing, edit.lead, change.fields, written);
  }

  void save_memory() {
    for (const auto& [loser, memory] : memories_) memory.save(writer_);
  }

  void take_back(const RecordId& merge_id) {
    const auto merge = records_.find(record_type_of<CustomerMerge>(), merge_id);
    if (!merge || !flag_in(*merge, "undone") || is_blank(merge->get("redirected"))) return;
    const auto units = decode_merge_memory(record_catalogue(), text_in(*merge, "redirected"));
    if (!units) return;
    for (const RememberedUnit& unit : *units) put_back(unit);
    Row done = *merge;
    done.set("redirected", Blank{});
    write(diff_rows(&*merge, done), kServerUser, Role::Administrator, std::nullopt);
  }

 private:
  RedirectMemory& memory_of(const RecordId& loser) {
    const auto known = memories_.find(loser);
    if (known != memories_.end()) return known->second;
    return memories_.try_emplace(loser, records_, loser).first->second;
  }

  Dot write(const Change& change, const std::string& user, Role role,
            std::optional<EffectiveTime> made) {
    writer_.apply_own(change, ChangeSource::Merge, user, role, made);
    return writer_.newest_own();
  }

  // Its conflicts are nobody's any more; where it still stands, what stood before comes back.
  void put_back(const RememberedUnit& unit) {
    if (unit.before.empty()) return;
    const FieldNumber lead = unit.type->unit_lead(unit.before.front().field);
    ConflictTable(database_).close(unit.id, lead, unit.written, writer_.now_ms());
    const auto stored = RecordTable(database_, *unit.type).find(unit.id);
    const Version* standing = stored ? stored->versions.find(lead) : nullptr;
    if (!standing || standing->dot != unit.written) return;
    Change change(*unit.type, unit.id);
    change.fields = unit.before;
    change.base = {{lead, unit.written}};
    write(change, kServerUser, Role::Administrator, std::nullopt);
  }

  Database& database_;
  OperationWriter& writer_;
  RecordStore records_;
  std::map<RecordId, RedirectMemory> memories_;  // by loser
};

}  // namespace

void follow_redirects(Database& database, OperationWriter& writer) {
  const RedirectNotes noted = writer.redirect_notes();  // what follows is noted too
  Redirects redirects(database, writer);
  for (const RecordId& customer : noted.merged_customers()) redirects.move_references(customer);
  for (const LateEdit& edit : noted.late_edits()) redirects.carry_over(edit);
  redirects.save_memory();
  for (const RecordId& merge : noted.merges()) redirects.take_back(merge);
}

}  // namespace cm
