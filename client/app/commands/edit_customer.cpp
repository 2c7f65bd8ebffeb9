#include <algorithm>

#include "client/app/commands/commands.h"
#include "client/app/editor.h"
#include "client/app/finding_fix.h"
#include "client/app/normal_form.h"
#include "shared/base/ensure.h"

namespace cm {
namespace {

const QuickField& quick_field(const std::string& name) {
  const QuickField* field = find_quick_field(name);
  ENSURE(field, "forms are made from the table of quick fields");
  return *field;
}

void show_normal_form(CustomerEditorState& editor, const QuickField& quick) {
  if (auto text = normal_form(field_of(quick), text_of(editor.draft, quick.name)))
    set_draft_text(editor, quick.name, std::move(*text));
}

// The rule fills a blank PAN from the GSTIN; here it is made visible in its box. Without a new revision: the hand may be
// in that box already, and what it types meanwhile counts.
void show_filled_pan(CustomerEditorState& editor) {
  if (!text_of(editor.draft, "pan").empty()) return;
  for (const Finding& finding : editor.findings) {
    if (finding.code != "pan.filled") continue;
    editor.draft.text["pan"] = finding.expected;
    return;
  }
}

}  // namespace

void run_command(AppContext& app, const EditCustomerField& action) {
  if (!app.state.editor || app.state.editor->readonly.count(action.field) > 0) return;
  app.state.editor->draft.text[std::string(quick_field(action.field).name)] = action.text;
  draft_changed(app);
}

void run_command(AppContext& app, const LeaveCustomerField& action) {
  if (!app.state.editor) return;
  CustomerEditorState& editor = *app.state.editor;
  const QuickField& quick = quick_field(action.field);
  const QuickDraft before = editor.draft;
  editor.touched.insert(action.field);
  show_normal_form(editor, quick);
  if (quick.name == "gstin") show_filled_pan(editor);
  if (!(editor.draft == before)) draft_changed(app);
}

void run_command(AppContext& app, const SetShippingSameAsBilling& action) {
  if (!app.state.editor || app.state.editor->readonly.count("shipping_address") > 0) return;
  app.state.editor->draft.shipping_same_as_billing = action.same;
  draft_changed(app);
}

void run_command(AppContext& app, const UseExpected& action) {
  if (!app.state.editor) return;
  CustomerEditorState& editor = *app.state.editor;
  const auto finding = std::find_if(
      editor.findings.begin(), editor.findings.end(),
      [&](const Finding& each) { return each.field == action.field && !each.expected.empty(); });
  if (finding == editor.findings.end()) return;
  const FindingFix fix = fix_of(editor, *finding);
  if (editor.readonly.count(fix.field) > 0) return;
  set_draft_text(editor, fix.field, fix.text);
  editor.touched.insert(fix.field);
  draft_changed(app);
}

}  // namespace cm
