// From a field's table line to the box it is filled in with: shape, keyboard, choices. All forms
// share it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/ui/widgets/field.h"
#include "shared/record/field.h"

namespace cm::ui {

int columns_at(float width);  // of a form
FieldShape shape_of(const Field& field);
NodeInput input_of(FieldKind kind);
// The values are what the field's parser takes and its formatter gives back.
std::vector<std::pair<std::string, std::string>> options_of(const Field& field,
                                                            const std::string& value);
bool is_yes(std::string_view text);

}  // namespace cm::ui
