#include "client/ui/text.h"

#include <imgui.h>
#include <cfloat>

#include "shared/base/utf8.h"

namespace cm::ui {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

// The next code point's end; every one of our fonts' code points is a whole grapheme cluster
// (font_ranges.h).
std::size_t next_boundary(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

// The longest beginning that is no wider than `width`, at least one character.
std::size_t fitting_prefix(const Frame& frame, std::string_view text, TextSize size, Weight weight,
                           float width) {
  std::size_t end = text.empty() ? 0 : next_boundary(text, 0);
  while (end < text.size()) {
    const std::size_t next = next_boundary(text, end);
    if (text_width(frame, text.substr(0, next), size, weight) > width) break;
    end = next;
  }
  return end;
}

// One line feed-free paragraph.
void break_paragraph(const Frame& frame, std::string_view text, const TextStyle& style, float width,
                     std::vector<std::string>& lines) {
  std::string line;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    std::string_view word = text.substr(0, space);
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
    const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
    if (text_width(frame, longer, style.size, style.weight) <= width) {
      line = longer;
      continue;
    }
    if (!line.empty()) lines.push_back(std::move(line));
    line.clear();
    while (text_width(frame, word, style.size, style.weight) > width &&
           count_code_points(word) > 1) {
      const std::size_t end = fitting_prefix(frame, word, style.size, style.weight, width);
      lines.emplace_back(word.substr(0, end));
      word.remove_prefix(end);
    }
    line = std::string(word);
  }
  lines.push_back(std::move(line));
}

void paint_line(Frame& frame, const Rect& rect, std::string_view line, const TextStyle& style) {
  float x = rect.x;
  if (style.align != Align::Left) {
    const float free = rect.w - text_width(frame, line, style.size, style.weight);
    x += style.align == Align::Center ? free / 2 : free;
  }
  frame.paint.text({x, rect.y + (rect.h - line_px(style.size)) / 2}, line, style.size, style.weight,
                   style.color);
}

}  // namespace

float text_width(const Frame& frame, std::string_view text, TextSize size, Weight weight) {
  if (!frame.fonts.has_glyphs(text)) {  // an estimate: the DOM will lay it out
    return static_cast<float>(count_code_points(text)) * size_px(size) * 0.6f;
  }
  return frame.fonts.get(size, weight)
      ->CalcTextSizeA(frame.fonts.draw_height(size), FLT_MAX, 0.0f, text.data(),
                      text.data() + text.size())
      .x;
}

std::vector<std::string> break_lines(const Frame& frame, std::string_view text,
                                     const TextStyle& style, float width) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t feed = text.find('\n');
    break_paragraph(frame, text.substr(0, feed), style, width, lines);
    if (feed == std::string_view::npos) break;
    text.remove_prefix(feed + 1);
  }
  const auto lines_max = static_cast<std::size_t>(style.lines_max);
  if (lines_max > 0 && lines.size() > lines_max) {
    lines.resize(lines_max);
    lines.back() =
        cut_to_width(frame, lines.back() + std::string(kEllipsis), style.size, style.weight, width);
  }
  return lines;
}

float text_height(const Frame& frame, std::string_view text, const TextStyle& style, float width) {
  if (style.lines_max == 1) return line_px(style.size);
  return static_cast<float>(break_lines(frame, text, style, width).size()) * line_px(style.size);
}

std::string cut_to_width(const Frame& frame, std::string_view text, TextSize size, Weight weight,
                         float width) {
  if (text_width(frame, text, size, weight) <= width) return std::string(text);
  const float room = width - text_width(frame, kEllipsis, size, weight);
  std::size_t end = fitting_prefix(frame, text, size, weight, room);
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + std::string(kEllipsis);
}

bool paint_text(Frame& frame, const Rect& rect, std::string_view text, const TextStyle& style) {
  if (!frame.fonts.has_glyphs(text)) return false;
  if (!frame.paint.is_visible(rect)) return true;
  if (style.lines_max == 1) {
    paint_line(frame, rect, cut_to_width(frame, text, style.size, style.weight, rect.w), style);
    return true;
  }
  Rect rest = rect;
  for (const std::string& line : break_lines(frame, text, style, rect.w)) {
    const float h = line_px(style.size);
    paint_line(frame, {rest.x, rest.y, rest.w, h}, line, style);
    rest.y += h;
  }
  return true;
}

std::optional<NodeShownText> shown_text(const Frame& frame, std::string_view text,
                                        const TextStyle& style) {
  if (frame.fonts.has_glyphs(text)) return std::nullopt;
  return NodeShownText{size_px(style.size), style.weight == Weight::Bold ? 700 : 400,
                       style.color.rgba, line_px(style.size)};
}

void show_or_paint(Frame& frame, Node& node, const Rect& rect, std::string_view text,
                   const TextStyle& style) {
  if (paint_text(frame, rect, text, style)) return;
  node.shown = shown_text(frame, text, style);
  const float line = line_px(style.size);
  node.rect = node_rect(
      style.lines_max == 1 ? Rect{rect.x, rect.y + (rect.h - line) / 2, rect.w, line} : rect);
}

void draw_text(Frame& frame, std::string_view key, const Rect& rect, std::string_view text,
               const TextStyle& style) {
  if (text.empty()) return;
  Node node = make_node(frame, NodeRole::Text, key, rect, std::string(text));
  show_or_paint(frame, node, rect, text, style);
  frame.emit(std::move(node));
}

void draw_heading(Frame& frame, std::string_view key, const Rect& rect, std::string_view text,
                  const TextStyle& style, int level) {
  if (text.empty()) return;
  Node node = make_node(frame, NodeRole::Heading, key, rect, std::string(text));
  node.level = level;
  show_or_paint(frame, node, rect, text, style);
  frame.emit(std::move(node));
}

}  // namespace cm::ui
