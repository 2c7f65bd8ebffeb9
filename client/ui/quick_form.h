// The customer form's sections, made from the table of quick-entry fields: cards, columns, boxes,
// findings.
#pragma once

#include <string>
#include <vector>

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/widgets/field.h"
#include "client/ui/widgets/scroller.h"

namespace cm::ui {

// How a quick field's box looks; its value and findings are filled in from the editor.
FieldSpec quick_field_spec(const QuickField& quick, const CustomerEditorState& editor);
// None of its boxes may be changed by this person.
bool is_readonly(const CustomerEditorState& editor);
// All sections from `rect`'s top; returns the height they took.
float draw_quick_form(Frame& frame, const Rect& rect, const CustomerEditorState& editor,
                      Memory& memory, Scroller& scroller);

}  // namespace cm::ui
