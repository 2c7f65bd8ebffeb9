// The one door for text: measuring, breaking, cutting and drawing. Text with a code point that our
// fonts lack is not painted: its node carries `shown`, and the DOM draws it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/frame.h"

namespace cm::ui {

enum class Align { Left, Center, Right };

struct TextStyle {
  TextSize size = TextSize::Body;
  Weight weight = Weight::Regular;
  Color color;
  Align align = Align::Left;
  int lines_max = 1;  // more are cut with an ellipsis; 0 = as many as it takes
};

float text_width(const Frame& frame, std::string_view text, TextSize size, Weight weight);
// Broken at spaces (inside a word that is wider than the line) and at line feeds.
std::vector<std::string> break_lines(const Frame& frame, std::string_view text,
                                     const TextStyle& style, float width);
float text_height(const Frame& frame, std::string_view text, const TextStyle& style, float width);
// The text, or its beginning with "…", so that it fits.
std::string cut_to_width(const Frame& frame, std::string_view text, TextSize size, Weight weight,
                         float width);

// Paints in the rectangle, one line in its middle, several from its top. False: the canvas cannot
// draw this text.
bool paint_text(Frame& frame, const Rect& rect, std::string_view text, const TextStyle& style);
// What the node of such a text needs; empty when the canvas draws it.
std::optional<NodeShownText> shown_text(const Frame& frame, std::string_view text,
                                        const TextStyle& style);

// Paints the node's text; when the canvas cannot, the node shows it, in the line box that the
// canvas would use.
void show_or_paint(Frame& frame, Node& node, const Rect& rect, std::string_view text,
                   const TextStyle& style);

// Paints and emits a Text node.
void draw_text(Frame& frame, std::string_view key, const Rect& rect, std::string_view text,
               const TextStyle& style);
// Paints and emits a Heading node of this level.
void draw_heading(Frame& frame, std::string_view key, const Rect& rect, std::string_view text,
                  const TextStyle& style, int level);

}  // namespace cm::ui
