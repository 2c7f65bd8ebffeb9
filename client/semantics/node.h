// One thing on the screen as the DOM mirror shows it: what assistive technology, find-in-page,
// tests, the soft keyboard and the pointer deal with. The widgets emit these beside their pixels.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cm {

// Stable across frames: made from record, field and place keys, never from positions. 0 = none.
using NodeId = std::uint32_t;
NodeId node_id(std::string_view key);                 // FNV-1a, never 0
NodeId node_id(NodeId parent, std::string_view key);  // a key within its parent

enum class NodeRole {
  Text,
  Heading,
  Button,
  Link,
  TextField,
  TextArea,
  Checkbox,
  Combobox,
  Option,
  Listbox,
  List,
  ListItem,
  Grid,
  Row,
  Cell,
  ColumnHeader,
  Main,
  Navigation,
  Banner,
  Form,
  Group,
  Dialog,
  Scroller,
  Status,
  Alert,
  Image,
};

// CSS pixels. Inside a Scroller: relative to its content, so that native scrolling moves the DOM.
struct NodeRect {
  float x = 0, y = 0, w = 0, h = 0;
  friend bool operator==(const NodeRect&, const NodeRect&) = default;
};

// Only for TextField, TextArea and Combobox: attributes of the real <input>.
struct NodeInput {
  std::string type =
      "text";  // text, search, password, tel, email, …; "select" with Combobox: a native <select>
  std::string mode;  // inputmode: numeric, decimal, tel, email; empty = none given
  std::string autocomplete = "off";
  std::string capitalize;  // autocapitalize
  std::string enter_hint;  // enterkeyhint: next, done, search
  int length_max = 0;      // 0 = none
  std::string placeholder;
  std::string font_weight;                                   // shown while focused
  std::vector<std::pair<std::string, std::string>> options;  // of a select, in order: value, label
  friend bool operator==(const NodeInput&, const NodeInput&) = default;
};

// Text that the canvas cannot draw (a script without glyphs in our atlas): the DOM shows it itself.
struct NodeShownText {
  float size_px = 14;
  int weight = 400;
  std::uint32_t color_rgba = 0;  // 0xRRGGBBAA
  float line_px = 21;
  friend bool operator==(const NodeShownText&, const NodeShownText&) = default;
};

// True for what can be pressed, edited or opened: such a node must have a name.
bool is_interactive(NodeRole role);

struct Node {
  NodeId id = 0;
  NodeId parent = 0;  // 0 = the host
  NodeRole role = NodeRole::Text;
  std::string name;   // accessible name; the DOM text of Text, Heading, Button, Link, Option, Cell
  std::string value;  // of fields; of a checkbox: "true" or "false"
  std::uint32_t revision =
      0;  // of value: grows when the app (not the user) sets it; older DOM edits lose
  std::string description;  // findings and help, linked by aria-describedby
  NodeRect rect;
  bool disabled = false, readonly = false, required = false, invalid = false, selected = false,
       expanded = false, modal = false, busy = false, current = false, live = false;
  int level = 0;                                                         // headings
  int row_index = 0, row_count = 0, column_index = 0, column_count = 0;  // 1-based; 0 = none
  int set_position = 0, set_size = 0;
  float content_h = 0, content_w = 0;  // Scroller: size of what it scrolls
  NodeId controls = 0, active = 0;  // of a Combobox: its open Listbox, the Option that Enter takes
  std::string href;                 // Link
  std::string language;
  std::string test_id;  // rows only: data-testid
  std::optional<NodeInput> input;
  std::optional<NodeShownText> shown;
  friend bool operator==(const Node&, const Node&) = default;
};

}  // namespace cm
