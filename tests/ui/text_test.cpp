// Goal: text is measured, broken and cut so that it fits, and what the canvas cannot draw is known.
// Method: a frame of its own.
#include <doctest/doctest.h>

#include <imgui.h>

#include "client/ui/text.h"
#include "tests/ui/ui_harness.h"

namespace cm::ui {
namespace {

// A frame to measure in.
struct Sheet {
  Sheet() : context(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context);
    fonts.load(read_test_font(TestFont::Regular), read_test_font(TestFont::Bold), 1);
    environment.size = {800, 600, 600, 1};
    ImGui::GetIO().DisplaySize = {800, 600};
    ImGui::NewFrame();
    tree.begin_frame();
    frame = std::make_unique<Frame>(environment, fonts, interaction, tree, actions);
  }
  ~Sheet() {
    ImGui::EndFrame();
    ImGui::DestroyContext(context);
  }
  ImGuiContext* context;
  Environment environment;
  Fonts fonts;
  Interaction interaction;
  SemanticTree tree;
  Actions actions;
  std::unique_ptr<Frame> frame;
};

}  // namespace

TEST_CASE("text: what is cut fits, ends in an ellipsis and never splits a character") {
  Sheet sheet;
  const std::string name = "Société Générale d’Équipement — Pondichéry ₹";
  for (float width = 20; width < 400; width += 7) {
    const std::string cut =
        cut_to_width(*sheet.frame, name, TextSize::Body, Weight::Regular, width);
    CAPTURE(cut);
    CHECK(text_width(*sheet.frame, cut, TextSize::Body, Weight::Regular) <= width);
    CHECK(sheet.fonts.has_glyphs(cut));
    if (cut != name) CHECK(cut.substr(cut.size() - 3) == "…");
  }
}

TEST_CASE("text: short text is not cut") {
  Sheet sheet;
  CHECK(cut_to_width(*sheet.frame, "Pune", TextSize::Body, Weight::Regular, 200) == "Pune");
  CHECK(cut_to_width(*sheet.frame, "", TextSize::Body, Weight::Regular, 10) == "");
}

TEST_CASE("text: lines break at spaces, inside long words and at line feeds, and each fits") {
  Sheet sheet;
  TextStyle style;
  style.lines_max = 0;
  const std::string text =
      "Plot 45, MIDC Phase II\nThiruvananthapuramThiruvananthapuramThiruvananthapuram";
  const auto lines = break_lines(*sheet.frame, text, style, 120);
  CHECK(lines.size() >= 4);
  for (const std::string& line : lines)
    CHECK(text_width(*sheet.frame, line, style.size, style.weight) <= 120);
  CHECK(break_lines(*sheet.frame, "a\n\nb", style, 120) == std::vector<std::string>{"a", "", "b"});
}

TEST_CASE("text: more lines than allowed end in an ellipsis") {
  Sheet sheet;
  TextStyle style;
  style.lines_max = 2;
  const auto lines =
      break_lines(*sheet.frame, "one two three four five six seven eight nine ten", style, 80);
  REQUIRE(lines.size() == 2);
  CHECK(lines.back().substr(lines.back().size() - 3) == "…");
}

TEST_CASE("text: scripts without glyphs are shown by the DOM, at the style's size and colour") {
  Sheet sheet;
  const TextStyle style{TextSize::Touch, Weight::Bold, {0x112233FF}};
  for (const char* drawable : {"Sai Engineering", "₹ 5,00,000", "“Café” – Łódź…"}) {
    CHECK(!shown_text(*sheet.frame, drawable, style).has_value());
  }
  for (const char* other : {"श्री विकल्प", "சென்னை", "Shop 😀"}) {
    const auto shown = shown_text(*sheet.frame, other, style);
    REQUIRE(shown.has_value());
    CHECK(shown->size_px == 16);
    CHECK(shown->weight == 700);
    CHECK(shown->color_rgba == 0x112233FF);
  }
}

TEST_CASE("fonts: a file that is no font is a failure") {
  ImGuiContext* context = ImGui::CreateContext();
  ImGui::SetCurrentContext(context);
  Fonts fonts;
  CHECK_THROWS_AS(fonts.load({1, 2, 3}, {4, 5, 6}, 1), std::runtime_error);
  ImGui::DestroyContext(context);
}

}  // namespace cm::ui
