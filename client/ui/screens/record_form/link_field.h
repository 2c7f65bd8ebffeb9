// A box that chooses another record: what is typed in it searches, what is found is offered below.
#pragma once

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/text.h"
#include "client/ui/widgets/field.h"

namespace cm::ui {

// The key of a field's box: a record may have a field called as something else on its card.
std::string field_key(std::string_view name);

// Its height, as that of any field. Sets `choices_box` to the rectangle of the box when its choices
// are open.
float draw_link_field(Frame& frame, const Field& field, const Rect& rect, FieldSpec spec,
                      const RecordEditorState& editor, Memory& memory, Rect& choices_box);

// The choices, over the form: call it after everything else in the form. The y where they end.
float draw_link_choices(Frame& frame, const Rect& box, const RecordEditorState& editor,
                        Memory& memory);

}  // namespace cm::ui
