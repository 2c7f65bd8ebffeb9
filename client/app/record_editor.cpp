#include "client/app/record_editor.h"

#include <algorithm>

#include "client/app/drafts.h"
#include "client/app/record_views.h"
#include "shared/base/ensure.h"
#include "shared/domain/records/new_record.h"

namespace cm {
namespace {

bool same_row(const Row& a, const Row& b) {
  return a.values == b.values && a.versions == b.versions && a.deleted == b.deleted;
}

RecordDraftKey key_of(const RecordEditorState& editor) {
  return {std::string(editor.type->table()), editor.id, editor.made_for};
}

void check(AppContext& app, RecordEditorState& editor) {
  editor.findings = check_record_draft(editor.draft, editor.before, app.records).findings;
  editor.dirty = editor.draft.text != draft_of_record(editor.before).text;
}

// Blank boxes and boxes that were never there are the same.
void drop_blank_texts(RecordDraft& draft) {
  std::erase_if(draft.text, [](const auto& box) { return box.second.empty(); });
}

bool names(const Field& kind, std::string_view table) {
  return std::any_of(kind.choices.begin(), kind.choices.end(),
                     [&](const Choice& choice) { return choice.code == table; });
}

// A new record that is made for another one points to it where it has a field for that.
void point_to(RecordEditorState& editor, const RecordRef& made_for) {
  for (const Field& field : editor.type->fields()) {
    const Field* kind = editor.type->find_field(field.link_kind);
    const bool can = field.kind == FieldKind::Link &&
                     (kind ? names(*kind, made_for.table) : field.link_table == made_for.table);
    if (!can) continue;
    if (kind) editor.before.values[kind->number] = made_for.table;
    editor.before.values[field.number] = made_for.id;
    return;
  }
}

void take_up_draft(AppContext& app, RecordEditorState& editor) {
  auto kept = find_record_draft(app, key_of(editor));
  if (!kept) return;
  const bool is_stored = !editor.id && app.records.find(*editor.type, kept->seen.id).has_value();
  if (is_stored || (editor.id && kept->draft == draft_of_record(editor.before))) {
    forget_record_draft(app, key_of(editor));  // a crash came between the save and this
    return;
  }
  editor.changed_elsewhere = editor.id && !same_row(kept->seen, editor.before);
  editor.draft = std::move(kept->draft);
  editor.before = std::move(kept->seen);
  editor.draft_saved_ms = kept->kept_ms;
  editor.draft_restored = true;
}

void drop_pending(AppContext& app) {
  app.record_draft_pending = false;
  if (!app.draft_pending) app.wakes.clear(WakeReason::KeepDraft);
}

void show_stored(AppContext& app, RecordEditorState& editor) {
  editor.draft = draft_of_record(editor.before);
  editor.revisions = editor.revisions.after_all_changed();
  check(app, editor);
}

}  // namespace

void read_link_titles(AppContext& app, RecordEditorState& editor) {
  editor.link_titles.clear();
  for (const Field& field : editor.type->fields()) {
    if (field.kind != FieldKind::Link) continue;
    const auto id = Uuid::parse(draft_text(editor.draft, field.name));
    if (!id) continue;
    std::string title = app.queries.title_of(link_table_in(editor.draft, *editor.type, field), *id);
    if (title.empty()) title = "Not on this device yet";
    editor.link_titles[std::string(field.name)] = std::move(title);
  }
}

bool open_record_editor(AppContext& app, const RecordType& type, const std::optional<RecordId>& id,
                        const std::optional<RecordRef>& made_for) {
  close_record_editor(app);
  auto row = id ? app.records.find(type, *id)
                : make_record(type, Uuid::make_v7(app.platform.clock(), app.platform.random()));
  if (!row || row->deleted) return false;
  RecordEditorState editor(*row);
  editor.id = id;
  editor.made_for = made_for;
  if (made_for) editor.made_for_title = app.queries.title_of(made_for->table, made_for->id);
  if (!id && made_for) point_to(editor, *made_for);
  editor.draft = draft_of_record(editor.before);
  take_up_draft(app, editor);
  check(app, editor);
  if (id) editor.title = app.queries.title_of(*row);
  read_link_titles(app, editor);
  app.state.record_editor = std::move(editor);
  read_related(app);
  return true;
}

void close_record_editor(AppContext& app) {
  keep_record_draft_now(app);
  app.state.record_editor.reset();
}

void record_draft_changed(AppContext& app) {
  ENSURE(app.state.record_editor, "a draft belongs to an open form");
  RecordEditorState& editor = *app.state.record_editor;
  editor.step = RecordStep::Editing;
  editor.problem.clear();
  drop_blank_texts(editor.draft);
  check(app, editor);
  app.record_draft_pending = true;
  if (!app.wakes.is_set(WakeReason::KeepDraft))
    app.wakes.set(WakeReason::KeepDraft, app.now_ms() + kKeepDraftDelayMs);
}

void keep_record_draft_now(AppContext& app) {
  if (!app.state.record_editor || !app.record_draft_pending) return;
  RecordEditorState& editor = *app.state.record_editor;
  if (editor.dirty) {
    const UnixMs now_ms = app.now_ms();
    keep_record_draft(app, key_of(editor), {editor.draft, editor.before, now_ms});
    editor.draft_saved_ms = now_ms;
  } else {
    forget_record_draft(app, key_of(editor));
    editor.draft_saved_ms.reset();
  }
  drop_pending(app);
}

void drop_record_draft(AppContext& app) {
  ENSURE(app.state.record_editor, "a draft belongs to an open form");
  drop_pending(app);
  forget_record_draft(app, key_of(*app.state.record_editor));
}

void refresh_record_editor(AppContext& app) {
  if (!app.state.record_editor) return;
  RecordEditorState& editor = *app.state.record_editor;
  read_link_titles(app, editor);
  if (!editor.id) return;
  auto stored = app.records.find(*editor.type, *editor.id);
  if (!stored || stored->deleted) {
    editor.changed_elsewhere = true;
    return;
  }
  editor.title = app.queries.title_of(*stored);
  if (same_row(editor.before, *stored)) return;
  if (editor.dirty) {
    editor.changed_elsewhere = true;
    return;
  }
  editor.before = std::move(*stored);
  editor.changed_elsewhere = false;
  show_stored(app, editor);
  read_link_titles(app, editor);
}

void set_record_text(RecordEditorState& editor, std::string_view field, std::string text) {
  std::string& current = editor.draft.text[std::string(field)];
  if (current == text) return;
  current = std::move(text);
  ++editor.revisions.fields[std::string(field)];
}

void focus_record_field(RecordEditorState& editor, std::string_view field) {
  editor.focus_field = field;
  ++editor.focus_request;
}

}  // namespace cm
