// The boxes of a record's form, in the order of its field table.
#pragma once

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/text.h"
#include "client/ui/widgets/scroller.h"

namespace cm::ui {

// The findings of a field that are due to be shown now, worst first.
Findings record_findings_due(const RecordEditorState& editor, std::string_view field);

// Returns the height they took. `link_box` is set to where the open link's choices belong.
float draw_record_fields(Frame& frame, const Rect& rect, const RecordEditorState& editor,
                         Memory& memory, Scroller& scroller, Rect& link_box);

}  // namespace cm::ui
