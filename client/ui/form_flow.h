// What all forms do alike: where the focus goes, and which findings are shown yet.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "client/ui/frame.h"
#include "client/ui/memory.h"
#include "shared/record/finding.h"

namespace cm::ui {

// A request of the app to move the focus is followed once.
template <class Editor>
void follow_focus_request(const Editor& editor, Memory& memory) {
  if (editor.focus_request != memory.focus_request_done && !editor.focus_field.empty())
    memory.field_to_focus = editor.focus_field;
  memory.focus_request_done = editor.focus_request;
}

// Enter leads from box to box; in the last one it saves.
template <class Save>
void follow_enter(Frame& frame, Memory& memory, Save save) {
  if (memory.entered_field.empty()) return;
  const auto& fields = memory.form_fields;
  const auto at = std::find(fields.begin(), fields.end(), memory.entered_field);
  memory.entered_field.clear();
  if (at == fields.end()) return;
  if (at + 1 == fields.end()) return frame.push(save);
  memory.field_to_focus = *(at + 1);
  frame.want_another();
}

// "PIN Code: six digits are needed"; a text that says the label itself stays as it is.
inline std::string with_label(std::string_view label, const Finding& finding) {
  const bool says_it = label.empty() || finding.text.starts_with(label);
  return says_it ? finding.text : std::string(label) + ": " + finding.text;
}

// The findings of one box, gravest first. Before it was left or a save was tried: only the warnings
// that a stored record was saved with.
template <class Editor>
Findings findings_due(const Editor& editor, std::string_view field) {
  Findings due;
  const bool all = editor.save_tried || editor.touched.count(std::string(field)) > 0;
  for (const Finding& finding : editor.findings) {
    const bool stands = editor.id && !editor.dirty && finding.grade == Grade::Warning;
    if (finding.field == field && (all || stands)) due.push_back(finding);
  }
  std::stable_sort(due.begin(), due.end(),
                   [](const Finding& a, const Finding& b) { return a.grade > b.grade; });
  return due;
}

}  // namespace cm::ui
