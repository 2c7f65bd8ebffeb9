// A short message over the screen, read out by assistive technology too.
#pragma once

#include <string>

#include "client/app/context.h"

namespace cm {

constexpr std::int64_t kToastMs = 5000;

void show_toast(AppContext& app, const std::string& text);        // goes by itself
void show_error_toast(AppContext& app, const std::string& text);  // stays until dismissed
void offer_undo(AppContext& app, std::int64_t for_ms);           // by the toast that is shown
void hide_toast(AppContext& app);
void drop_good_news(AppContext& app);  // of an earlier act: it would be read as of the next one

// "Saved on this device. It will be sent when the network is back.": what became of a change.
std::string with_sending(const AppState& state, std::string text);

}  // namespace cm
