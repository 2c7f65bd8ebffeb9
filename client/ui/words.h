// Short texts that several screens show, made from state. No drawing.
#pragma once

#include <string>
#include <string_view>

#include "client/app/state.h"
#include "client/ui/icons.h"
#include "client/ui/widgets/chip.h"

namespace cm::ui {

// "1 customer", "2,345 customers" (Indian grouping: "1,23,456").
std::string count_of(std::int64_t count, std::string_view one, std::string_view many);
std::string group_digits(std::int64_t number);

// Indian time: "10:42" today, else "22 Nov, 10:42", with the year when it is another one.
std::string format_when(UnixMs at_ms, UnixMs now_ms);

struct SyncWords {
  std::string text;  // always how many changes are not sent: "All sent", "Offline · 3 not sent"
  Tone tone = Tone::Success;
  Icon icon = Icon::Check;
  std::string number = {};  // of what is not sent; empty when all is
};
SyncWords sync_words(const SyncStatus& status);
std::string role_label(std::string_view role);  // of a role's stored name
// One sentence for the sync screen: what is going on and what comes next.
std::string sync_sentence(const SyncStatus& status, UnixMs now_ms);

// What a row says about itself: "Active", "Inactive", "On hold".
std::string_view standing_of(const CustomerHit& hit);
std::string customer_type_label(std::string_view code);
std::string display_phone(const std::string& phone);

}  // namespace cm::ui
