// The page outside the app proper (sign in, first setup): one card in the middle, made of a few
// fields and a button.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "client/ui/widgets/field.h"

namespace cm::ui {

struct EntryField {
  std::string key;
  FieldSpec spec;
};

// The boxes that such pages have in common. `enter_hint`: "next", or "go" in the last one.
EntryField user_name_field(const std::string& text);
EntryField password_field(std::string key, std::string label, const std::string& text,
                          std::string autocomplete, std::string enter_hint);

struct EntryPageSpec {
  std::string title;
  std::string text;
  std::string problem;
  std::vector<EntryField> fields;
  std::string button;
  bool busy = false;
  bool focus_first = false;  // the page has just opened
  std::string quiet_button;  // below, empty = none
};

struct EntryPageEvents {
  std::vector<std::pair<std::string, std::string>> edits;  // key, text
  bool submitted = false;                                  // the button, or Enter in the last field
  bool quiet_pressed = false;
};

EntryPageEvents draw_entry_page(Frame& frame, const EntryPageSpec& spec);

}  // namespace cm::ui
