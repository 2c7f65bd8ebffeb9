#include "client/app/save_draft.h"

#include <algorithm>

#include "client/app/drafts.h"
#include "client/app/editor.h"
#include "client/app/failure_text.h"
#include "client/app/navigation.h"
#include "client/app/queries.h"
#include "client/app/toast.h"
#include "shared/base/ensure.h"

namespace cm {
namespace {

const CustomerSheet* seen_by(const CustomerEditorState& editor) {
  return editor.existing ? &*editor.existing : nullptr;
}

RecordId customer_in(const std::vector<Change>& changes) {
  const auto found = std::find_if(changes.begin(), changes.end(), [](const Change& change) {
    return change.type->table() == "customer";
  });
  ENSURE(found != changes.end(), "a new customer's save has a change of the customer");
  return found->id;
}

void forget_and_show(AppContext& app, const RecordId& id, bool is_new) {
  const TextRevisions revisions = app.state.editor->revisions.after_all_changed();
  try {
    forget_draft(app, is_new ? std::nullopt : std::optional(id));
  } catch (const Failure&) {
    // The save stands. A draft that stays behind is known as saved, and dropped, when it is next
    // opened.
  }
  app.draft_pending = false;
  app.wakes.clear(WakeReason::KeepDraft);
  app.state.editor.reset();
  app.state.past.reset();
  ENSURE(open_editor(app, id), "a customer that was just saved is there");
  app.state.editor->revisions = revisions;
  if (is_new) show_url(app, UrlChange::Replace);
}

}  // namespace

DraftCheck check_for_save(CustomerEditorState& editor) {
  DraftCheck checked = check_draft(editor.draft, seen_by(editor));
  editor.findings = checked.findings;
  editor.save_tried = true;
  editor.problem.clear();
  return checked;
}

void show_errors(AppContext& app, const DraftCheck& checked) {
  drop_good_news(app);
  CustomerEditorState& editor = *app.state.editor;
  editor.step = EditorStep::Editing;
  focus_field(editor, first_field_with(checked.findings, Grade::Error));
  const auto count =
      std::count_if(checked.findings.begin(), checked.findings.end(),
                    [](const Finding& finding) { return finding.grade == Grade::Error; });
  app.platform.announce(
      count == 1 ? "Not saved: 1 field needs to be corrected."
                 : "Not saved: " + std::to_string(count) + " fields need to be corrected.",
      Politeness::Assertive);
}

void save_draft(AppContext& app, const DraftCheck& checked) {
  CustomerEditorState& editor = *app.state.editor;
  ENSURE(app.state.session, "only a person who signed in can save");
  const bool is_new = !editor.id;
  const auto changes =
      changes_of(checked, seen_by(editor), app.platform.clock(), app.platform.random());
  if (changes.empty()) {
    revert_editor(app);
    return show_toast(app, "There is nothing to save.");
  }
  const RecordId id = is_new ? customer_in(changes) : *editor.id;
  try {
    // A crash after the commit must not offer the same new customer as a draft again.
    if (is_new) keep_draft(app, std::nullopt, {editor.draft, std::nullopt, app.now_ms(), id});
    app.replica.commit(changes, ChangeSource::Form, app.state.session->user);
  } catch (const Failure& failure) {
    editor.step = EditorStep::Editing;
    editor.problem = failure_text(failure);
    app.platform.announce(editor.problem, Politeness::Assertive);
    return;
  }
  forget_and_show(app, id, is_new);
  show_toast(app, with_sending(app.state, is_new ? "Customer created." : "Saved on this device."));
  ask_for_persistence_once(app);
  app.sync.handle(Committed{});
}

void ask_for_persistence_once(AppContext& app) {
  if (app.asked_for_persistence || app.state.storage_persisted.value_or(false)) return;
  app.asked_for_persistence = true;
  app.platform.ask_for_persistence();
}

}  // namespace cm
