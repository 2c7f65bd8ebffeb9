// Boxes to fill in: one line, several lines, a choice. The label stands above, hints and findings
// below. The DOM's own <input>, <textarea> or <select> lies over the box; while it is focused it
// shows its text itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/icons.h"
#include "client/ui/text.h"
#include "shared/record/finding.h"

namespace cm::ui {

struct FieldNote {
  Grade grade = Grade::Note;
  std::string text;
};

struct FieldSpec {
  std::string label;
  std::string value;
  std::uint32_t revision = 0;
  bool required = false, disabled = false, readonly = false;
  bool label_hidden = false;  // search boxes: the placeholder says it, the name stays
  std::string hint;
  std::vector<FieldNote> notes;  // findings, worst first
  std::string prefix;            // "₹"
  Icon icon = Icon::None;        // inside, at the left
  NodeInput input;
  std::string language;
  // Of a Search: its open choices, and the one that Enter takes.
  bool expanded = false;
  NodeId choices = 0, active_option = 0;
};

struct FieldEvents {
  std::optional<std::string> text;  // typed or chosen
  bool left = false;                // the focus went away
  bool entered = false;             // Enter was pressed in it
};

// Search: a line whose text looks for something to choose (a combobox).
enum class FieldShape { Line, Area, Select, Search };

// Label, box, hint and findings together, as high as they are at this width.
float field_height(const Frame& frame, const FieldSpec& spec, FieldShape shape, float width);
// `rect` starts at the label; its height is not used. The node's key is `key`.
FieldEvents draw_field(Frame& frame, std::string_view key, const Rect& rect, const FieldSpec& spec,
                       FieldShape shape);

}  // namespace cm::ui
