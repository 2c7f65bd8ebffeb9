#include "client/ui/entry_page.h"

#include <cmath>

#include "client/ui/toast.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/scroller.h"

namespace cm::ui {
namespace {

float draw_fields(Frame& frame, const EntryPageSpec& spec, Rect at, EntryPageEvents& events) {
  const float top = at.y;
  std::vector<NodeId> nodes;
  NodeId entered = 0;
  for (const EntryField& field : spec.fields) {
    const FieldEvents done = draw_field(frame, field.key, at, field.spec, FieldShape::Line);
    nodes.push_back(frame.id(field.key));
    if (done.text) events.edits.emplace_back(field.key, *done.text);
    if (done.entered) entered = nodes.back();
    at.y += field_height(frame, field.spec, FieldShape::Line, at.w) + kGap16;
  }
  if (spec.focus_first && !nodes.empty()) frame.focus(nodes.front());
  if (entered != 0 && entered == nodes.back()) events.submitted = true;
  for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
    if (nodes[i] == entered) frame.focus(nodes[i + 1]);
  }
  return at.y - top;
}

float draw_content(Frame& frame, const EntryPageSpec& spec, Rect at, EntryPageEvents& events) {
  const Theme& t = frame.theme;
  const float top = at.y;
  const TextStyle text{TextSize::Body, Weight::Regular, t.muted, Align::Left, 0};
  draw_heading(frame, "title", {at.x, at.y, at.w, 30}, spec.title,
               {TextSize::Title, Weight::Bold, t.text}, 1);
  at.y += 30 + kGap4;
  const float text_h = text_height(frame, spec.text, text, at.w);
  draw_text(frame, "text", {at.x, at.y, at.w, text_h}, spec.text, text);
  at.y += text_h + kGap24;
  if (!spec.problem.empty()) {
    const BannerSpec banner{spec.problem, Tone::Danger, Icon::Error, {}, true};
    draw_banner(frame, "problem", at, banner);
    at.y += banner_height(frame, banner, at.w) + kGap16;
  }
  at.y += draw_fields(frame, spec, at, events);
  const Rect button{at.x, at.y + kGap4, at.w, std::max(40.0f, frame.control_h())};
  ButtonSpec submit{spec.button, ButtonKind::Primary};
  submit.busy = spec.busy;
  if (draw_button(frame, "submit", button, submit)) events.submitted = true;
  at.y = button.bottom();
  if (!spec.quiet_button.empty()) {
    const Rect quiet{at.x, at.y + kGap8, at.w, frame.control_h()};
    if (draw_button(frame, "quiet", quiet, {spec.quiet_button, ButtonKind::Quiet}))
      events.quiet_pressed = true;
    at.y = quiet.bottom();
  }
  return at.y - top;
}

}  // namespace

EntryField user_name_field(const std::string& text) {
  FieldSpec spec;
  spec.label = "User name";
  spec.value = text;
  spec.required = true;
  spec.input.autocomplete = "username";
  spec.input.capitalize = "none";
  spec.input.enter_hint = "next";
  return {"user", spec};
}

EntryField password_field(std::string key, std::string label, const std::string& text,
                          std::string autocomplete, std::string enter_hint) {
  FieldSpec spec;
  spec.label = std::move(label);
  spec.value = text;
  spec.required = true;
  spec.input.type = "password";
  spec.input.autocomplete = std::move(autocomplete);
  spec.input.enter_hint = std::move(enter_hint);
  return {std::move(key), spec};
}

EntryPageEvents draw_entry_page(Frame& frame, const EntryPageSpec& spec) {
  EntryPageEvents events;
  constexpr float kCardW = 400, kBrandH = 40;
  Rect page{0, 0, frame.environment.size.w, frame.environment.size.visible_h};
  cut_toast_room(frame, page);
  Group main(frame, NodeRole::Main, "main", page);
  Scroller scroller(frame, "page", page, spec.title);
  const float card_w = std::min(kCardW, page.w - 2 * kGap16);
  const Rect measured{0, 0, card_w, 0};
  const float card_h = frame.measure([&] {
    EntryPageEvents none;
    return draw_card(frame, "card", measured, "",
                     [&](Rect inner) { return draw_content(frame, spec, inner, none); });
  });
  const float total = kBrandH + kGap16 + card_h;
  Rect at{std::floor((page.w - card_w) / 2), std::max(kGap32, std::floor((page.h - total) * 0.42f)),
          card_w, 0};
  const float brand_w =
      30 + kGap8 + text_width(frame, "Customer Master", TextSize::Section, Weight::Bold);
  Rect brand{at.center_x() - brand_w / 2, at.y, brand_w + 2, kBrandH};
  draw_icon(frame.paint, Icon::Mark, brand.cut_left(30, kGap8), 30, frame.theme.primary);
  draw_text(frame, "product", brand, "Customer Master",
            {TextSize::Section, Weight::Bold, frame.theme.text});
  at.y += kBrandH + kGap16;
  Group form(frame, NodeRole::Form, "form", {at.x, at.y, card_w, card_h}, spec.title);
  draw_card(frame, "card", at, "",
            [&](Rect inner) { return draw_content(frame, spec, inner, events); });
  scroller.finish(std::max(page.h, at.y + card_h + kGap32));
  return events;
}

}  // namespace cm::ui
