#include <algorithm>

#include "client/app/commands/commands.h"
#include "client/app/failure_text.h"
#include "client/app/navigation.h"
#include "client/app/record_editor.h"
#include "client/app/save_draft.h"
#include "client/app/toast.h"
#include "shared/base/ensure.h"
#include "shared/domain/acts/record_changes.h"
#include "shared/domain/finding_catalogue.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/new_record.h"

namespace cm {
namespace {

RecordCheck check_for_save(AppContext& app) {
  RecordEditorState& editor = *app.state.record_editor;
  RecordCheck checked = check_record_draft(editor.draft, editor.before, app.records);
  editor.findings = checked.findings;
  editor.save_tried = true;
  editor.problem.clear();
  return checked;
}

void show_errors(AppContext& app, const RecordCheck& checked) {
  drop_good_news(app);
  RecordEditorState& editor = *app.state.record_editor;
  editor.step = RecordStep::Editing;
  int count = 0;
  for (const Finding& finding : checked.findings) {
    if (finding.grade != Grade::Error) continue;
    if (count++ == 0) focus_record_field(editor, finding.field);
  }
  app.platform.announce("Not saved: " + std::to_string(count) +
                            (count == 1 ? " field needs" : " fields need") + " to be corrected.",
                        Politeness::Assertive);
}

void refuse(AppContext& app, const std::string& problem) {
  app.state.record_editor->step = RecordStep::Editing;
  app.state.record_editor->problem = problem;
  app.platform.announce(problem, Politeness::Assertive);
}

// A contact or address is linked to the party that it is made for.
std::optional<Change> link_of(AppContext& app, const RecordEditorState& editor) {
  const std::string link_table = std::string(editor.type->table()) + "_link";
  const RecordType* type = record_catalogue().find(std::string_view(link_table));
  if (!type || !editor.made_for || editor.id) return std::nullopt;
  Row link = make_record(*type, Uuid::make_v7(app.platform.clock(), app.platform.random()));
  link.set(editor.type->table(), editor.before.id);
  link.set("party_kind", editor.made_for->table);
  link.set("party", editor.made_for->id);
  return diff_rows(nullptr, link);
}

RecordId id_in(const std::vector<Change>& changes, const RecordType& type) {
  const auto found = std::find_if(changes.begin(), changes.end(),
                                  [&](const Change& change) { return change.type == &type; });
  ENSURE(found != changes.end(), "a save changes the record of its form");
  return found->id;
}

// Back to what it was made for, which now shows it; else it stays open.
void show_saved(AppContext& app, const RecordType& type, const RecordId& id, bool is_new) {
  const RecordEditorState& editor = *app.state.record_editor;
  const auto made_for = editor.made_for;
  if (made_for && made_for->table != type.table()) {
    app.state.record_editor.reset();
    run_command(app, OpenRecord{*made_for, std::nullopt});
    return;
  }
  const TextRevisions revisions = editor.revisions.after_all_changed();
  app.state.record_editor.reset();
  app.state.past.reset();
  if (!open_record_editor(app, type, id, std::nullopt)) return;
  app.state.record_editor->revisions = revisions;
  if (is_new) show_url(app, UrlChange::Replace);
}

void save(AppContext& app, const RecordCheck& checked) {
  RecordEditorState& editor = *app.state.record_editor;
  if (!app.state.session) return;
  const bool is_new = !editor.id;
  std::vector<Change> changes =
      record_changes(is_new ? nullptr : &editor.before, checked.row, app.records);
  if (changes.empty()) {
    run_command(app, DiscardRecordDraft{});
    return show_toast(app, "There is nothing to save.");
  }
  if (auto link = link_of(app, editor)) changes.push_back(std::move(*link));
  try {
    app.replica.commit(changes, ChangeSource::Form, app.state.session->user);
  } catch (const Failure& failure) {
    return refuse(app, failure_text(failure));
  }
  try {
    drop_record_draft(app);
  } catch (const Failure&) {
    // The save stands. A draft that stays behind is known as saved when it is next opened.
  }
  const RecordType& type = *editor.type;
  show_saved(app, type, id_in(changes, type), is_new);
  const std::string label(type.label());
  show_toast(app, with_sending(app.state, is_new ? label + " created." : label + " saved."));
  ask_for_persistence_once(app);
  app.sync.handle(Committed{});
}

}  // namespace

void run_command(AppContext& app, const SaveRecord&) {
  if (!app.state.record_editor) return;
  if (app.state.record_editor->link_search) run_command(app, CloseLink{});
  RecordEditorState& editor = *app.state.record_editor;
  const RecordCheck checked = check_for_save(app);
  if (checked.has_errors()) return show_errors(app, checked);
  if (checked.to_confirm.empty()) return save(app, checked);
  editor.to_confirm = checked.to_confirm;
  editor.reason_needed =
      editor.type->find_field("override_reason") != nullptr && needs_reason(checked.to_confirm);
  editor.reason_missing = false;
  editor.step = RecordStep::ConfirmingWarnings;
}

void run_command(AppContext& app, const ConfirmRecordWarnings&) {
  if (!app.state.record_editor) return;
  RecordEditorState& editor = *app.state.record_editor;
  if (editor.step != RecordStep::ConfirmingWarnings) return;
  const RecordCheck checked = check_for_save(app);
  if (checked.has_errors()) return show_errors(app, checked);
  if (editor.reason_needed && editor.draft.override_reason.empty()) {
    editor.reason_missing = true;
    app.platform.announce("Say why these warnings are accepted.", Politeness::Assertive);
    return;
  }
  save(app, checked);
}

}  // namespace cm
