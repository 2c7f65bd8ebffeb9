// Selecting rows of a table: a box at the left of each, and the keys Space, Shift with an arrow, Ctrl+A,
// Escape while a row has the focus.
#pragma once

#include <optional>

#include "client/app/state.h"
#include "client/ui/text.h"

namespace cm::ui {

inline constexpr float kSelectW = 44;  // of the column of boxes

void draw_select_box(Frame& frame, const Rect& cell, const ListState& list, const RecordId& id,
                     std::size_t place, const std::string& name);
// The box in the header: all rows, or none; Escape: none.
void draw_select_all(Frame& frame, const Rect& cell, const ListState& list);
// `now`: the row that has the focus; `moved`: where an arrow has just led from it.
void follow_select_keys(Frame& frame, std::size_t now, std::optional<std::size_t> moved,
                        bool shift);
// Of the row that has the focus.
void follow_mark_key(Frame& frame, const RecordId& id, std::size_t place);

}  // namespace cm::ui
