#include "client/app/bulk_edit.h"

#include <algorithm>

#include "client/app/failure_text.h"
#include "client/app/lists.h"
#include "client/app/save_draft.h"
#include "client/app/toast.h"
#include "shared/domain/acts/bulk_edit.h"
#include "shared/domain/finding_catalogue.h"
#include "shared/domain/permissions.h"
#include "shared/domain/values/state_code.h"

namespace cm {
namespace {

constexpr std::size_t kGroupNamesMax = 3;

using Options = std::vector<std::pair<std::string, std::string>>;

// As a form's box says them: labels, Yes and No, ids of links.
Options options_for(AppContext& app, const Field& field) {
  Options options{{"", "(empty)"}};
  switch (field.kind) {
    case FieldKind::Boolean:
      return {{"Yes", "Yes"}, {"No", "No"}};
    case FieldKind::Choice:
      for (const Choice& choice : field.choices) options.emplace_back(choice.label, choice.label);
      return options;
    case FieldKind::State:
      for (const StateFact& fact : state_facts()) options.emplace_back(fact.name, fact.name);
      return options;
    case FieldKind::Link:
      add_record_options(app, field.link_table, field.leaf_only, options);
      return options;
    default:
      return {};
  }
}

BulkEdit edit_of(const BulkEditState& bulk) {
  return {bulk.type->find_field(std::string_view(bulk.field)), bulk.text, bulk.reason};
}

void add_to_group(std::vector<BulkGroup>& groups, const std::string& text, std::string name) {
  auto found = std::find_if(groups.begin(), groups.end(),
                            [&](const BulkGroup& group) { return group.text == text; });
  if (found == groups.end()) found = groups.insert(groups.end(), BulkGroup{text, 0, {}});
  ++found->count;
  if (found->names.size() < kGroupNamesMax) found->names.push_back(std::move(name));
}

void note_check(AppContext& app, BulkEditState& bulk, const Row& row, const BulkCheck& check) {
  if (check.outcome == BulkOutcome::Unchanged) ++bulk.unchanged;
  if (check.outcome == BulkOutcome::Changes) ++bulk.to_change;
  const bool refused = check.outcome == BulkOutcome::Refused;
  if (!check.findings.empty())
    add_to_group(refused ? bulk.refused : bulk.warned, check.findings.front().text,
                 app.queries.title_of(row));
  if (!refused && needs_reason(check.findings)) bulk.reason_needed = true;
}

std::optional<Row> find_row(AppContext& app, const RecordType& type, const RecordId& id) {
  return find_shown(app.records, type, id);
}

void run_again(AppContext& app) {
  app.wakes.set(WakeReason::BulkEdit, app.now_ms());
}

void check_slice(AppContext& app, BulkEditState& bulk) {
  const BulkEdit edit = edit_of(bulk);
  const std::size_t end = std::min(bulk.done + kBulkSlice, bulk.ids.size());
  for (; bulk.done < end; ++bulk.done) {
    const auto row = find_row(app, *bulk.type, bulk.ids[bulk.done]);
    if (row) note_check(app, bulk, *row, check_bulk_edit(edit, *row, app.records));
  }
  if (bulk.done < bulk.ids.size()) return run_again(app);
  bulk.step = BulkStep::Checked;
  if (bulk.reason_needed) bulk.reason_needed = bulk.type->find_field("override_reason") != nullptr;
  app.platform.announce(std::to_string(bulk.to_change) + " of " + std::to_string(bulk.ids.size()) +
                            " would change.",
                        Politeness::Polite);
}

void end_apply(AppContext& app, const std::string& problem) {
  BulkEditState bulk = std::move(*app.state.bulk_edit);
  app.state.bulk_edit.reset();
  if (!bulk.made.empty()) app.sync.handle(Committed{});
  const std::string label(bulk.type->find_field(std::string_view(bulk.field))->label);
  const std::string said = label + " changed in " + std::to_string(bulk.made.size()) +
                           (bulk.made.size() == 1 ? " row." : " rows.");
  const BulkUndoState undo{bulk.type, bulk.type->find_field(std::string_view(bulk.field)),
                           std::move(bulk.made)};
  if (!problem.empty()) return show_error_toast(app, said + " " + problem);
  show_toast(app, with_sending(app.state, said));
  if (undo.entries.empty()) return;
  app.state.bulk_undo = undo;
  offer_undo(app, kUndoToastMs);
  ask_for_persistence_once(app);
}

// A slice is one save; what was checked may have moved since, so it is checked once more.
void apply_slice(AppContext& app, BulkEditState& bulk) {
  const BulkEdit edit = edit_of(bulk);
  const std::size_t end = std::min(bulk.done + kBulkSlice, bulk.ids.size());
  std::vector<Change> changes;
  std::vector<BulkUndoEntry> made;
  for (; bulk.done < end; ++bulk.done) {
    const auto row = find_row(app, *bulk.type, bulk.ids[bulk.done]);
    if (!row) continue;
    BulkCheck check = check_bulk_edit(edit, *row, app.records);
    const bool unasked = needs_reason(check.findings) && !bulk.reason_needed;
    if (check.outcome != BulkOutcome::Changes || unasked) continue;
    made.push_back({row->id, row->get(edit.field->number), check.after});
    for (Change& change : check.changes) changes.push_back(std::move(change));
  }
  try {
    app.replica.commit(changes, ChangeSource::Form, app.state.session->user);
  } catch (const Failure& failure) {
    return end_apply(app, failure_text(failure));
  }
  bulk.made.insert(bulk.made.end(), made.begin(), made.end());
  if (bulk.done < bulk.ids.size()) return run_again(app);
  end_apply(app, {});
}

void undo_slice(AppContext& app, BulkUndoState& undo) {
  const std::size_t end = std::min(undo.done + kBulkSlice, undo.entries.size());
  std::vector<Change> changes;
  std::size_t restored = 0;
  for (; undo.done < end; ++undo.done) {
    const BulkUndoEntry& entry = undo.entries[undo.done];
    const auto row = find_row(app, *undo.type, entry.id);
    if (!row) continue;
    auto back = undo_bulk_edit(*row, *undo.field, entry.made, entry.former);
    restored += back.empty() ? 0 : 1;
    for (Change& change : back) changes.push_back(std::move(change));
  }
  try {
    app.replica.commit(changes, ChangeSource::Form, app.state.session->user);
  } catch (const Failure& failure) {
    const std::string said = "Undone in " + std::to_string(undo.restored) + " rows only. ";
    app.state.bulk_undo.reset();
    return show_error_toast(app, said + failure_text(failure));
  }
  undo.restored += restored;
  if (undo.done < undo.entries.size()) return run_again(app);
  const std::size_t kept = undo.entries.size() - undo.restored;
  std::string said = "Undone in " + std::to_string(undo.restored) +
                     (undo.restored == 1 ? " row." : " rows.");
  if (kept > 0) said += " " + std::to_string(kept) + " changed since and kept.";
  app.state.bulk_undo.reset();
  show_toast(app, with_sending(app.state, said));
  app.sync.handle(Committed{});
}

}  // namespace

std::vector<BulkFieldBox> read_bulk_boxes(AppContext& app, const RecordType& type) {
  const auto role = app.state.session ? parse_role(app.state.session->role) : std::nullopt;
  std::vector<BulkFieldBox> boxes;
  for (const Field& field : type.fields()) {
    const bool allowed = !role || may_write(*role, type, field, RowExists::Yes);
    if (allowed && is_bulk_field(type, field)) boxes.push_back({&field, options_for(app, field)});
  }
  return boxes;
}

void start_bulk_check(AppContext& app) {
  BulkEditState& bulk = *app.state.bulk_edit;
  bulk.step = BulkStep::Checking;
  bulk.done = bulk.to_change = bulk.unchanged = 0;
  bulk.refused.clear();
  bulk.warned.clear();
  bulk.reason_needed = bulk.reason_missing = false;
  bulk.problem.clear();
  continue_bulk_edit(app);
}

void start_bulk_apply(AppContext& app) {
  BulkEditState& bulk = *app.state.bulk_edit;
  bulk.step = BulkStep::Applying;
  bulk.done = 0;
  continue_bulk_edit(app);
}

void start_bulk_undo(AppContext& app) {
  app.state.bulk_undo->running = true;
  continue_bulk_edit(app);
}

void continue_bulk_edit(AppContext& app) {
  if (!app.state.session) return;
  if (auto& undo = app.state.bulk_undo; undo && undo->running) return undo_slice(app, *undo);
  if (!app.state.bulk_edit) return;
  BulkEditState& bulk = *app.state.bulk_edit;
  if (bulk.step == BulkStep::Checking) return check_slice(app, bulk);
  if (bulk.step == BulkStep::Applying) return apply_slice(app, bulk);
}

}  // namespace cm
