#include "client/platform/web/messages_json.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "shared/base/ensure.h"

namespace cm {
namespace {

using nlohmann::json;

// --- Page → worker

float number_in(const json& event, const char* key) {
  const auto value = event.find(key);
  return value != event.end() && value->is_number() ? value->get<float>() : 0.0f;
}

std::string text_in(const json& event, const char* key) {
  const auto value = event.find(key);
  return value != event.end() && value->is_string() ? value->get<std::string>() : std::string();
}

bool flag_in(const json& event, const char* key) {
  const auto value = event.find(key);
  return value != event.end() && value->is_boolean() && value->get<bool>();
}

NodeId node_in(const json& event) {
  const auto value = event.find("node");
  return value != event.end() && value->is_number_unsigned() ? value->get<NodeId>() : 0;
}

std::optional<bool> optional_flag(const json& event, const char* key) {
  if (!event.contains(key)) return std::nullopt;
  return flag_in(event, key);
}

PageEvent parse_size(const json& event) {
  PageSize size;
  size.view.w = number_in(event, "w");
  size.view.h = number_in(event, "h");
  size.view.visible_h = number_in(event, "vh");
  size.view.dpr = number_in(event, "dpr");
  size.device_w = static_cast<int>(number_in(event, "pw"));
  size.device_h = static_cast<int>(number_in(event, "ph"));
  return size;
}

PageEvent parse_environment(const json& event) {
  PageEnvironment environment;
  environment.coarse_pointer = optional_flag(event, "coarse");
  environment.online = optional_flag(event, "online");
  environment.visible = optional_flag(event, "visible");
  if (event.contains("motion")) environment.reduced_motion = text_in(event, "motion") == "reduced";
  const std::string theme = text_in(event, "theme");
  if (theme == "light") environment.theme = ThemeName::Light;
  if (theme == "dark") environment.theme = ThemeName::Dark;
  if (theme == "contrast") environment.theme = ThemeName::HighContrast;
  return environment;
}

PageEvent parse_pointer(const json& event) {
  const std::string kind = text_in(event, "kind");
  if (kind == "leave" || kind == "cancel") return UiEvent{PointerLeft{}};
  PointerMoved moved;
  moved.x = number_in(event, "x");
  moved.y = number_in(event, "y");
  moved.down = flag_in(event, "down");
  moved.mouse = text_in(event, "type") == "mouse";
  return UiEvent{moved};
}

PageEvent parse_edit(const json& event) {
  NodeEdited edited;
  edited.node = node_in(event);
  edited.revision = static_cast<std::uint32_t>(number_in(event, "rev"));
  edited.value = text_in(event, "value");
  return UiEvent{edited};
}

PageEvent parse_key(const json& event) {
  KeyPressed pressed;
  pressed.key = text_in(event, "key");
  pressed.control = flag_in(event, "ctrl");
  pressed.shift = flag_in(event, "shift");
  pressed.alt = flag_in(event, "alt");
  pressed.node = node_in(event);
  return UiEvent{pressed};
}

struct EventKind {
  std::string_view name;
  PageEvent (*parse)(const json&);
};

constexpr std::array<EventKind, 12> kEventKinds = {{
    {"size", parse_size},
    {"env", parse_environment},
    {"ptr", parse_pointer},
    {"press", [](const json& e) -> PageEvent { return UiEvent{NodePressed{node_in(e)}}; }},
    {"focus", [](const json& e) -> PageEvent { return UiEvent{NodeFocused{node_in(e)}}; }},
    {"blur", [](const json& e) -> PageEvent { return UiEvent{NodeBlurred{node_in(e)}}; }},
    {"edit", parse_edit},
    {"scroll",
     [](const json& e) -> PageEvent {
       return UiEvent{NodeScrolled{node_in(e), number_in(e, "x"), number_in(e, "y")}};
     }},
    {"key", parse_key},
    {"nav", [](const json& e) -> PageEvent { return UrlChanged{text_in(e, "url")}; }},
    {"sw", [](const json&) -> PageEvent { return UpdateWaiting{}; }},
    {"persisted", [](const json& e) -> PageEvent { return PersistenceAnswered{flag_in(e, "granted")}; }},
}};

// --- Worker → page. Appended by hand: this runs in every frame that changes something.

void append_escaped(std::string& to, char byte) {
  static constexpr char kHex[] = "0123456789abcdef";
  switch (byte) {
    case '"': to += "\\\""; return;
    case '\\': to += "\\\\"; return;
    case '\n': to += "\\n"; return;
    default: break;
  }
  if (static_cast<unsigned char>(byte) >= 0x20) {
    to += byte;
    return;
  }
  to += "\\u00";
  to += kHex[(byte >> 4) & 0xF];
  to += kHex[byte & 0xF];
}

void append_text(std::string& to, std::string_view text) {
  to += '"';
  for (const char byte : text) append_escaped(to, byte);
  to += '"';
}

// Hundredths are finer than any device pixel.
void append_number(std::string& to, float number) {
  const long hundredths = std::lround(static_cast<double>(number) * 100.0);
  if (hundredths < 0) to += '-';
  const long positive = std::labs(hundredths);
  to += std::to_string(positive / 100);
  if (positive % 100 == 0) return;
  to += '.';
  to += static_cast<char>('0' + positive % 100 / 10);
  if (positive % 10 != 0) to += static_cast<char>('0' + positive % 10);
}

// An object's members; what is empty, 0 or false is left out.
class Members {
 public:
  explicit Members(std::string& to) : to_(to) { to_ += '{'; }
  ~Members() { to_ += '}'; }
  Members(const Members&) = delete;
  Members& operator=(const Members&) = delete;

  std::string& key(std::string_view name) {
    if (!first_) to_ += ',';
    first_ = false;
    append_text(to_, name);
    to_ += ':';
    return to_;
  }
  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) append_text(key(name), value);
  }
  void flag(std::string_view name, bool value) {
    if (value) key(name) += "true";
  }
  void count(std::string_view name, std::uint32_t value) {
    if (value != 0) key(name) += std::to_string(value);
  }
  void count(std::string_view name, int value) { count(name, static_cast<std::uint32_t>(value)); }
  void number(std::string_view name, float value) {
    if (value != 0) append_number(key(name), value);
  }

 private:
  std::string& to_;
  bool first_ = true;
};

template <typename Items, typename Append>
void append_list(std::string& to, const Items& items, Append append) {
  to += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) to += ',';
    first = false;
    append(item);
  }
  to += ']';
}

void append_input(std::string& to, const NodeInput& input) {
  Members members(to);
  members.text("type", input.type);
  members.text("mode", input.mode);
  members.text("autocomplete", input.autocomplete);
  members.text("capitalize", input.capitalize);
  members.text("enter", input.enter_hint);
  members.count("maxlength", input.length_max);
  members.text("placeholder", input.placeholder);
  members.text("weight", input.font_weight);
  if (input.options.empty()) return;
  append_list(members.key("options"), input.options, [&to](const auto& option) {
    to += '[';
    append_text(to, option.first);
    to += ',';
    append_text(to, option.second);
    to += ']';
  });
}

void append_shown(std::string& to, const NodeShownText& shown) {
  Members members(to);
  members.number("size", shown.size_px);
  members.count("weight", shown.weight);
  members.count("color", shown.color_rgba);
  members.number("line", shown.line_px);
}

void append_states(Members& members, const Node& node) {
  members.flag("disabled", node.disabled);
  members.flag("readonly", node.readonly);
  members.flag("required", node.required);
  members.flag("invalid", node.invalid);
  members.flag("selected", node.selected);
  members.flag("expanded", node.expanded);
  members.flag("modal", node.modal);
  members.flag("busy", node.busy);
  members.flag("current", node.current);
  members.flag("live", node.live);
}

void append_node(std::string& to, const Node& node) {
  Members members(to);
  members.count("id", node.id);
  members.count("parent", node.parent);
  members.text("role", role_name(node.role));
  members.text("name", node.name);
  members.text("value", node.value);
  members.count("rev", node.revision);
  members.text("desc", node.description);
  append_list(members.key("r"), std::array{node.rect.x, node.rect.y, node.rect.w, node.rect.h},
              [&to](float edge) { append_number(to, edge); });
  append_states(members, node);
  members.count("level", node.level);
  members.count("rowindex", node.row_index);
  members.count("rowcount", node.row_count);
  members.count("colindex", node.column_index);
  members.count("colcount", node.column_count);
  members.count("pos", node.set_position);
  members.count("setsize", node.set_size);
  members.number("ch", node.content_h);
  members.number("cw", node.content_w);
  members.count("active", node.active);
  members.count("controls", node.controls);
  members.text("href", node.href);
  members.text("lang", node.language);
  members.text("testid", node.test_id);
  if (node.input) append_input(members.key("input"), *node.input);
  if (node.shown) append_shown(members.key("shown"), *node.shown);
}

void append_semantics(std::string& to, const SemanticChanges& changes) {
  Members members(to);
  append_list(members.key("up"), changes.updated, [&to](const Node& node) { append_node(to, node); });
  append_list(members.key("del"), changes.removed, [&to](NodeId id) { to += std::to_string(id); });
  append_list(members.key("order"), changes.order, [&to](const auto& parent) {
    to += '[' + std::to_string(parent.first) + ',';
    append_list(to, parent.second, [&to](NodeId id) { to += std::to_string(id); });
    to += ']';
  });
}

void append_announcement(std::string& to, const Announcement& announcement) {
  Members members(to);
  members.text("level", announcement.politeness == Politeness::Assertive ? "assertive" : "polite");
  members.text("text", announcement.text);
}

void append_navigation(std::string& to, const Navigation& navigation) {
  Members members(to);
  members.text("mode", navigation.mode == NavigationMode::Push ? "push" : "replace");
  members.text("url", navigation.url);
  members.text("title", navigation.title);
}

}  // namespace

PageEvents parse_page_events(std::string_view text) {
  const json message = json::parse(text, nullptr, false);
  ENSURE(message.is_array(), "the page sends an array of events");
  PageEvents result;
  for (const json& event : message) {
    const std::string name = event.is_object() ? text_in(event, "t") : std::string();
    const EventKind* known = nullptr;
    for (const EventKind& kind : kEventKinds) {
      if (kind.name == name) known = &kind;
    }
    if (known != nullptr) {
      result.events.push_back(known->parse(event));
    } else {
      ++result.unknown;
    }
  }
  return result;
}

bool PageUpdate::empty() const {
  return semantics.empty() && !focus && scroll_node == 0 && announcements.empty() && navigations.empty() &&
         !ask_persistence && !update_program && !look_for_update && !ready;
}

std::string encode_page_update(const PageUpdate& update) {
  std::string to;
  {
    Members members(to);
    members.count("v", 1);
    if (!update.semantics.empty()) append_semantics(members.key("sem"), update.semantics);
    if (update.focus) members.count("focus", *update.focus);
    if (update.scroll_node != 0) {
      Members scroll(members.key("scroll"));
      scroll.count("node", update.scroll_node);
      append_number(scroll.key("y"), update.scroll_y);
    }
    if (!update.announcements.empty()) {
      append_list(members.key("live"), update.announcements, [&to](const auto& one) { append_announcement(to, one); });
    }
    if (!update.navigations.empty()) {
      append_list(members.key("nav"), update.navigations, [&to](const auto& one) { append_navigation(to, one); });
    }
    members.flag("persist", update.ask_persistence);
    members.flag("update", update.update_program);
    members.flag("look", update.look_for_update);
    members.flag("ready", update.ready);
  }
  return to;
}

std::string_view role_name(NodeRole role) {
  // In the order of NodeRole.
  static constexpr std::array<std::string_view, 26> kNames = {
      "text", "heading", "button", "link", "textfield", "textarea", "checkbox", "combobox", "option",
      "listbox", "list", "listitem", "grid", "row", "cell", "columnheader", "main", "navigation", "banner", "form",
      "group", "dialog", "scroller", "status", "alert", "image"};
  static_assert(static_cast<std::size_t>(NodeRole::Image) + 1 == kNames.size());
  return kNames[static_cast<std::size_t>(role)];
}

}  // namespace cm
