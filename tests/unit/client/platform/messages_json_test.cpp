// The messages between page and worker: what the page sends becomes events, what the program says becomes
// JSON that a strict parser reads back unchanged.
#include "client/platform/web/messages_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "shared/base/ensure.h"

using namespace cm;
using nlohmann::json;

namespace {

template <class Event>
Event only_ui_event(const std::string& text) {
  const PageEvents parsed = parse_page_events(text);
  REQUIRE(parsed.events.size() == 1);
  const auto* event = std::get_if<UiEvent>(&parsed.events.front());
  REQUIRE(event != nullptr);
  const auto* wanted = std::get_if<Event>(event);
  REQUIRE(wanted != nullptr);
  return *wanted;
}

template <class Event>
Event only_page_event(const std::string& text) {
  const PageEvents parsed = parse_page_events(text);
  REQUIRE(parsed.events.size() == 1);
  const auto* wanted = std::get_if<Event>(&parsed.events.front());
  REQUIRE(wanted != nullptr);
  return *wanted;
}

json encoded(const PageUpdate& update) { return json::parse(encode_page_update(update)); }

PageUpdate update_of(Node node) {
  PageUpdate update;
  update.semantics.updated.push_back(std::move(node));
  return update;
}

Node a_node(NodeRole role, std::string name) {
  Node node;
  node.id = 7;
  node.role = role;
  node.name = std::move(name);
  return node;
}

}  // namespace

TEST_CASE("messages: a press, an edit and a key become events") {
  CHECK(only_ui_event<NodePressed>(R"([{"t":"press","node":4294967295}])").node == 4294967295u);
  const auto edit = only_ui_event<NodeEdited>(R"([{"t":"edit","node":3,"rev":2,"value":"श्री \"A\"\n"}])");
  CHECK(edit.node == 3);
  CHECK(edit.revision == 2);
  CHECK(edit.value == "श्री \"A\"\n");
  const auto key = only_ui_event<KeyPressed>(R"([{"t":"key","key":"s","ctrl":true,"shift":false,"node":0}])");
  CHECK(key.key == "s");
  CHECK(key.control);
  CHECK_FALSE(key.shift);
}

TEST_CASE("messages: a pointer that leaves or is taken over by a pan is nowhere") {
  only_ui_event<PointerLeft>(R"([{"t":"ptr","kind":"leave","x":1,"y":2}])");
  only_ui_event<PointerLeft>(R"([{"t":"ptr","kind":"cancel","x":1,"y":2}])");
  const auto moved = only_ui_event<PointerMoved>(R"([{"t":"ptr","kind":"down","x":1.5,"y":2,"down":true,"type":"touch"}])");
  CHECK(moved.x == 1.5f);
  CHECK(moved.down);
  CHECK_FALSE(moved.mouse);
}

TEST_CASE("messages: the environment says only what changed") {
  const auto change = only_page_event<PageEnvironment>(R"([{"t":"env","theme":"contrast","online":false}])");
  CHECK(change.theme == ThemeName::HighContrast);
  CHECK(change.online == false);
  CHECK_FALSE(change.coarse_pointer.has_value());
  CHECK_FALSE(change.reduced_motion.has_value());
  const auto size = only_page_event<PageSize>(R"([{"t":"size","w":390,"h":844,"vh":500,"dpr":3,"pw":1170,"ph":2532}])");
  CHECK(size.view.visible_h == 500);
  CHECK(size.device_w == 1170);
}

TEST_CASE("messages: an unknown event is ignored and counted, the rest is kept in order") {
  const PageEvents parsed = parse_page_events(R"([{"t":"new"},{"t":"nav","url":"/a"},7,{"node":1},{"t":"sw"}])");
  CHECK(parsed.unknown == 3);
  REQUIRE(parsed.events.size() == 2);
  CHECK(std::get<UrlChanged>(parsed.events[0]).url == "/a");
  CHECK(std::holds_alternative<UpdateWaiting>(parsed.events[1]));
}

TEST_CASE("messages: members of a wrong type count as absent") {
  const auto edit = only_ui_event<NodeEdited>(R"([{"t":"edit","node":"3","rev":null,"value":5}])");
  CHECK(edit.node == 0);
  CHECK(edit.revision == 0);
  CHECK(edit.value.empty());
}

TEST_CASE("messages: what is no array of events is a bug of the page") {
  for (const char* text : {"", "{}", "[", "null", "[1"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_page_events(text), Bug);
  }
}

TEST_CASE("messages: every text survives the way to the page") {
  for (const std::string& text : {std::string("plain"), std::string("\"quoted\" \\ back"), std::string("line\nfeed\ttab\x01\x1f"),
                                 std::string("₹ 12,34,567.00 · श्री · 😀"), std::string("</script>")}) {
    CAPTURE(text);
    const json node = encoded(update_of(a_node(NodeRole::Text, text)))["sem"]["up"][0];
    CHECK(node["name"] == text);
  }
}

TEST_CASE("messages: numbers keep hundredths, and negative ones their sign") {
  struct Case { float number; double expected; };
  for (const Case& one : {Case{0, 0}, Case{1.5f, 1.5}, Case{-0.25f, -0.25}, Case{1234567.0f, 1234567}, Case{0.05f, 0.05},
                          Case{-0.001f, 0}, Case{-12.345f, -12.35}}) {
    CAPTURE(one.number);
    Node node = a_node(NodeRole::Text, "x");
    node.rect.x = one.number;
    CHECK(encoded(update_of(node))["sem"]["up"][0]["r"][0].get<double>() == doctest::Approx(one.expected));
  }
}

TEST_CASE("messages: a field carries its attributes and choices, and leaves out what is not so") {
  Node node = a_node(NodeRole::Combobox, "State");
  node.value = "27";
  node.revision = 4;
  node.required = true;
  node.input = NodeInput{};
  node.input->type = "select";
  node.input->options = {{"", "—"}, {"27", "Maharashtra"}};
  const json sent = encoded(update_of(node))["sem"]["up"][0];
  CHECK(sent["role"] == "combobox");
  CHECK(sent["rev"] == 4);
  CHECK(sent["required"] == true);
  CHECK_FALSE(sent.contains("disabled"));
  CHECK_FALSE(sent.contains("desc"));
  CHECK(sent["input"]["options"] == json::parse(R"([["","—"],["27","Maharashtra"]])"));
  CHECK(sent["input"]["autocomplete"] == "off");
}

TEST_CASE("messages: removals, order, focus, scroll, announcements and navigation stand beside the nodes") {
  PageUpdate update;
  CHECK(update.empty());
  update.semantics.removed = {5, 6};
  update.semantics.order = {{0, {1, 2}}, {2, {}}};
  update.focus = 9;
  update.scroll_node = 3;
  update.announcements = {{Politeness::Assertive, "Saved"}};
  update.navigations = {{NavigationMode::Push, "/customers", "Customers"}, {NavigationMode::Replace, "/", ""}};
  update.look_for_update = true;
  CHECK_FALSE(update.empty());
  update.ready = true;
  const json expected = json::parse(R"({"v":1,"sem":{"up":[],"del":[5,6],"order":[[0,[1,2]],[2,[]]]},"focus":9,
    "scroll":{"node":3,"y":0},"live":[{"level":"assertive","text":"Saved"}],
    "nav":[{"mode":"push","url":"/customers","title":"Customers"},{"mode":"replace","url":"/"}],"look":true,"ready":true})");
  CHECK(encoded(update) == expected);
}

TEST_CASE("messages: every role has a name of its own") {
  std::set<std::string_view> names;
  for (int role = 0; role <= static_cast<int>(NodeRole::Image); ++role) {
    names.insert(role_name(static_cast<NodeRole>(role)));
  }
  CHECK(names.size() == static_cast<std::size_t>(NodeRole::Image) + 1);
  CHECK(role_name(NodeRole::TextField) == "textfield");
  CHECK(role_name(NodeRole::Image) == "image");
}
