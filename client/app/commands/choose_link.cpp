#include <algorithm>

#include "client/app/commands/commands.h"
#include "client/app/record_editor.h"
#include "client/app/record_views.h"
#include "shared/base/utf8.h"

namespace cm {
namespace {

const Field* find_link(const RecordEditorState& editor, const std::string& name) {
  const Field* field = editor.type->find_field(std::string_view(name));
  return field && field->kind == FieldKind::Link ? field : nullptr;
}

void put(AppContext& app, const std::string& field, const std::optional<RecordId>& id) {
  RecordEditorState& editor = *app.state.record_editor;
  editor.draft.text[field] = id ? id->text() : "";
  editor.link_search.reset();
  editor.touched.insert(field);
  ++editor.revisions.fields[field];  // the box says the title again, not what was typed
  read_link_titles(app, editor);
  record_draft_changed(app);
}

}  // namespace

void run_command(AppContext& app, const SearchLink& action) {
  if (!app.state.record_editor) return;
  RecordEditorState& editor = *app.state.record_editor;
  if (!find_link(editor, action.field)) return;
  const auto title = editor.link_titles.find(action.field);
  const std::string shown = title == editor.link_titles.end() ? "" : title->second;
  editor.link_search =
      LinkSearch{action.field, action.text.value_or(shown), action.text.has_value(), {}};
  read_link_options(app);
}

void run_command(AppContext& app, const ChooseLink& action) {
  if (!app.state.record_editor || !find_link(*app.state.record_editor, action.field)) return;
  put(app, action.field, action.id);
}

// The box was left: an emptied one is no link, a title typed in full is that record, anything else
// was a search.
void run_command(AppContext& app, const CloseLink&) {
  if (!app.state.record_editor || !app.state.record_editor->link_search) return;
  RecordEditorState& editor = *app.state.record_editor;
  const LinkSearch search = *editor.link_search;
  if (search.typed && clean_text(search.text).empty()) return put(app, search.field, std::nullopt);
  const auto same = [&](const LinkOption& option) {
    return fold_text(option.title) == fold_text(clean_text(search.text));
  };
  const auto found = std::find_if(search.options.begin(), search.options.end(), same);
  if (search.typed && found != search.options.end()) return put(app, search.field, found->id);
  editor.link_search.reset();
  editor.touched.insert(search.field);
  if (search.typed) ++editor.revisions.fields[search.field];
}

}  // namespace cm
