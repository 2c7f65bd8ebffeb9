#include "client/app/editor.h"

#include <algorithm>

#include "client/app/drafts.h"
#include "client/app/record_views.h"
#include "shared/base/ensure.h"

namespace cm {
namespace {

const CustomerSheet* seen_by(const CustomerEditorState& editor) {
  return editor.existing ? &*editor.existing : nullptr;
}

bool same_boxes(const QuickDraft& a, const QuickDraft& b) {
  const auto fields = quick_fields();
  return a.shipping_same_as_billing == b.shipping_same_as_billing &&
         std::all_of(fields.begin(), fields.end(), [&](const QuickField& field) {
           if (a.shipping_same_as_billing && field.part == QuickPart::Shipping) return true;
           return text_of(a, field.name) == text_of(b, field.name);
         });
}

bool same_row(const Row& a, const Row& b) {
  return a.id == b.id && a.values == b.values && a.versions == b.versions && a.deleted == b.deleted;
}

bool same_part(const std::optional<Row>& a, const std::optional<Row>& b) {
  return a.has_value() == b.has_value() && (!a || same_row(*a, *b));
}

bool same_sheet(const CustomerSheet& a, const CustomerSheet& b) {
  return same_row(a.customer, b.customer) && same_part(a.contact, b.contact) &&
         same_part(a.billing, b.billing) && same_part(a.shipping, b.shipping);
}

void check(CustomerEditorState& editor) {
  const DraftCheck checked = check_draft(editor.draft, seen_by(editor));
  editor.findings = checked.findings;
  editor.dirty = !same_boxes(editor.draft, draft_of(seen_by(editor)));
}

void show_stored(CustomerEditorState& editor) {
  editor.draft = draft_of(seen_by(editor));
  editor.revisions = editor.revisions.after_all_changed();
  check(editor);
}

// A crash between the save and forgetting its draft leaves a draft of what is already stored.
bool is_already_saved(AppContext& app, const KeptDraft& kept, const CustomerEditorState& editor) {
  if (kept.saving_as) return app.records.find_customer_sheet(*kept.saving_as).has_value();
  return editor.existing && same_boxes(kept.draft, draft_of(seen_by(editor)));
}

void take_up_draft(AppContext& app, CustomerEditorState& editor) {
  auto kept = find_draft(app, editor.id);
  if (!kept) return;
  if (is_already_saved(app, *kept, editor)) {
    forget_draft(app, editor.id);
    return;
  }
  editor.draft = std::move(kept->draft);
  editor.draft_saved_ms = kept->kept_ms;
  editor.draft_restored = true;
  if (kept->seen) {
    editor.changed_elsewhere = editor.existing && !same_sheet(*kept->seen, *editor.existing);
    editor.existing = std::move(kept->seen);
  }
}

void drop_pending(AppContext& app) {
  app.draft_pending = false;
  app.wakes.clear(WakeReason::KeepDraft);
}

// What only the server writes cannot be in a draft and is always shown as it is now.
void take_server_fields(Row& seen, const Row& stored) {
  for (const Field& field : seen.type->fields()) {
    if (field.server_only) seen.values[field.number] = stored.get(field.number);
  }
}

}  // namespace

std::string text_of(const QuickDraft& draft, std::string_view field) {
  const auto found = draft.text.find(std::string(field));
  return found == draft.text.end() ? std::string() : found->second;
}

std::string first_field_with(const Findings& findings, Grade grade) {
  for (const QuickField& field : quick_fields()) {
    for (const Finding& finding : findings) {
      if (finding.grade == grade && finding.field == field.name) return finding.field;
    }
  }
  return {};
}

void focus_field(CustomerEditorState& editor, std::string_view field) {
  editor.focus_field = field;
  ++editor.focus_request;
}

bool open_editor(AppContext& app, const std::optional<RecordId>& id) {
  close_editor(app);
  CustomerEditorState editor;
  editor.id = id;
  if (id) {
    editor.existing = app.records.find_customer_sheet(*id);
    if (!editor.existing) return false;
  }
  editor.draft = draft_of(seen_by(editor));
  take_up_draft(app, editor);
  editor.draft.typed_by = app.state.session ? app.state.session->user : "";
  check(editor);
  app.state.editor = std::move(editor);
  app.state.customers.selected = id;
  read_related(app);
  return true;
}

void close_editor(AppContext& app) {
  keep_draft_now(app);
  app.state.editor.reset();
  app.state.customers.selected.reset();
}

void set_draft_text(CustomerEditorState& editor, std::string_view field, std::string text) {
  std::string& current = editor.draft.text[std::string(field)];
  if (current == text) return;
  current = std::move(text);
  ++editor.revisions.fields[std::string(field)];
}

void draft_changed(AppContext& app) {
  ENSURE(app.state.editor, "a draft belongs to an open form");
  CustomerEditorState& editor = *app.state.editor;
  editor.step = EditorStep::Editing;
  editor.problem.clear();
  editor.draft.typed_by = app.state.session ? app.state.session->user : "";
  check(editor);
  keep_draft_soon(app);
}

void keep_draft_soon(AppContext& app) {
  app.draft_pending = true;
  if (!app.wakes.is_set(WakeReason::KeepDraft)) {
    app.wakes.set(WakeReason::KeepDraft, app.now_ms() + kKeepDraftDelayMs);
  }
}

void keep_draft_now(AppContext& app) {
  if (!app.state.editor || !app.draft_pending) return;
  CustomerEditorState& editor = *app.state.editor;
  if (editor.dirty) {
    const UnixMs now_ms = app.now_ms();
    keep_draft(app, editor.id, {editor.draft, editor.existing, now_ms, std::nullopt});
    editor.draft_saved_ms = now_ms;
  } else {
    forget_draft(app, editor.id);
    editor.draft_saved_ms.reset();
  }
  drop_pending(app);
}

void revert_editor(AppContext& app) {
  ENSURE(app.state.editor, "only an open form can be put back");
  forget_draft(app, app.state.editor->id);
  drop_pending(app);
  const std::optional<RecordId> id = app.state.editor->id;
  const TextRevisions revisions = app.state.editor->revisions.after_all_changed();
  const std::uint32_t focus_request = app.state.editor->focus_request;
  if (!open_editor(app, id)) return;
  app.state.editor->revisions = revisions;
  app.state.editor->focus_request = focus_request;
}

void refresh_editor(AppContext& app) {
  if (!app.state.editor || !app.state.editor->id) return;
  CustomerEditorState& editor = *app.state.editor;
  auto stored = app.records.find_customer_sheet(*editor.id);
  if (!stored) {
    editor.changed_elsewhere = true;
    return;
  }
  if (editor.existing && same_sheet(*editor.existing, *stored)) return;
  if (editor.dirty && editor.existing) {
    take_server_fields(editor.existing->customer, stored->customer);
    editor.changed_elsewhere = !same_sheet(*editor.existing, *stored);
    return;
  }
  editor.existing = std::move(stored);
  editor.changed_elsewhere = false;
  show_stored(editor);
}

}  // namespace cm
