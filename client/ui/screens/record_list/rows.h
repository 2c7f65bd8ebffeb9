// The scrolled rows of a record list: as a table (of a tree, too), or as cards.
#pragma once

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/text.h"

namespace cm::ui {

void draw_record_table(Frame& frame, const Rect& rect, const AppState& state, Memory& memory);
void draw_record_cards(Frame& frame, const Rect& rect, const AppState& state, Memory& memory,
                       float bottom_room);

// What a row says about itself beside its values: "Not sent", "Conflict", "Inactive".
std::string record_marks(const RecordRow& row);
// Its place on the page, for tests: "supplier.<id>".
std::string record_key(const RecordListState& list, const RecordRow& row);

// ---- shared by both ----
const RecordRow* find_record_row(const RecordListState& list, std::size_t place);
void ask_for_record_rows(Frame& frame, const RecordListState& list, std::size_t first,
                         std::size_t last, Memory& memory);
// The button that opens or closes a node of the tree; the width it took.
float draw_node_toggle(Frame& frame, const Rect& rect, const RecordRow& row);

}  // namespace cm::ui
