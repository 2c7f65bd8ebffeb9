// What stands around every screen: navigation, top bar with the sync chip, news.
#pragma once

#include <functional>

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/text.h"

namespace cm::ui {

// Phone, tablet, desktop, by the width of the page.
enum class Width { Compact, Medium, Expanded };
Width width_class(const Frame& frame);

enum class Chrome {
  Full,    // navigation and top bar
  Screen,  // the screen fills a phone: no navigation, no top bar
};

// Draws the surroundings and `content` in what they leave.
void draw_shell(Frame& frame, const AppState& state, Chrome chrome,
                const std::function<void(Rect)>& content);
// The chip that always says how many changes are not sent. Right-aligned in the rectangle; returns
// its width.
enum class SyncChip { Full, Short };  // short: only the picture and the number of changes not sent
float draw_sync_chip(Frame& frame, const Rect& rect, const AppState& state,
                     SyncChip size = SyncChip::Full);

}  // namespace cm::ui
