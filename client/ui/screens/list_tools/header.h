// The title of a list's column: pressed, it puts the rows in its order.
#pragma once

#include <string>

#include "client/app/state.h"
#include "client/ui/text.h"

namespace cm::ui {

bool is_number_column(const Field* field);  // stands at the right
// As wide as the values of the field need; the title of a record takes what is left.
float column_width(const Field& field);

// Null `field`: nothing to be sorted by.
void draw_column_header(Frame& frame, const Rect& cell, const std::string& label,
                        const Field* field, int column, const ListState& list);

}  // namespace cm::ui
