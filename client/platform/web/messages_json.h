// The messages of client/README.md between page and worker, as JSON: events in, updates out.
// No emscripten here, so that native tests reach it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "client/platform/platform.h"
#include "client/ui/ui.h"

namespace cm {

// The canvas in CSS pixels and in device pixels (rounded by the browser, so that lines stay sharp).
struct PageSize {
  ViewSize view;
  int device_w = 0, device_h = 0;
};

// Only what changed.
struct PageEnvironment {
  std::optional<bool> coarse_pointer, reduced_motion, online, visible;
  std::optional<ThemeName> theme;
};

struct UrlChanged { std::string url; };
struct UpdateWaiting {};
struct PersistenceAnswered { bool granted = false; };

using PageEvent = std::variant<UiEvent, PageSize, PageEnvironment, UrlChanged, UpdateWaiting, PersistenceAnswered>;

struct PageEvents {
  std::vector<PageEvent> events;
  int unknown = 0;  // of a kind this program does not know; ignored
};

// An array of events. The page is our own program: text that is no such array is a Bug.
PageEvents parse_page_events(std::string_view json);

struct Announcement {
  Politeness politeness = Politeness::Polite;
  std::string text;
};

struct Navigation {
  NavigationMode mode = NavigationMode::Push;
  std::string url, title;
};

// What one message to the page carries. Empty = nothing to send.
struct PageUpdate {
  SemanticChanges semantics;
  std::optional<NodeId> focus;
  NodeId scroll_node = 0;
  float scroll_y = 0;
  std::vector<Announcement> announcements;
  std::vector<Navigation> navigations;
  bool ask_persistence = false;
  bool update_program = false;
  bool look_for_update = false;
  bool ready = false;
  bool empty() const;
};

std::string encode_page_update(const PageUpdate& update);

std::string_view role_name(NodeRole role);

}  // namespace cm
