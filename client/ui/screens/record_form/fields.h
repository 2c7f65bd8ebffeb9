// The boxes of a record's form, in the order of its field table.
#pragma once

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/text.h"
#include "client/ui/widgets/scroller.h"

namespace cm::ui {

// Returns the height they took. `link_box` is set to where the open link's choices belong.
float draw_record_fields(Frame& frame, const Rect& rect, const RecordEditorState& editor,
                         Memory& memory, Scroller& scroller, Rect& link_box);

}  // namespace cm::ui
