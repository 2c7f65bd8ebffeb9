#include "client/ui/words.h"

#include <cstdio>

#include "shared/domain/field_text.h"
#include "shared/domain/permissions.h"
#include "shared/domain/records/catalogue.h"

namespace cm::ui {
namespace {

constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::int64_t kIndiaOffsetMs = (5 * 60 + 30) * 60 * 1000;  // the whole country, all year
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

struct LocalTime {
  std::int64_t day = 0;  // since 1970
  int year = 0, month = 0, day_of_month = 0, hour = 0, minute = 0;
};

// Days to civil date: H. Hinnant's algorithm, for dates after 1970.
LocalTime to_local(UnixMs at_ms) {
  LocalTime t;
  const std::int64_t local = at_ms + kIndiaOffsetMs;
  t.day = local / kDayMs;
  const std::int64_t minutes = local % kDayMs / 60000;
  t.hour = static_cast<int>(minutes / 60);
  t.minute = static_cast<int>(minutes % 60);
  const std::int64_t z = t.day + 719468, era = z / 146097, doe = z % 146097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
  t.day_of_month = static_cast<int>(doy - (153 * mp + 2) / 5 + 1);
  t.month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  t.year = static_cast<int>(yoe + era * 400 + (t.month <= 2 ? 1 : 0));
  return t;
}

const Field& customer_field(std::string_view name) {
  return record_catalogue().get("customer").get_field(name);
}

}  // namespace

std::string group_digits(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(), step = 3; at > step; at -= step, step = 2)
    digits.insert(at - step, ",");
  return digits;
}

std::string count_of(std::int64_t count, std::string_view one, std::string_view many) {
  return group_digits(count) + " " + std::string(count == 1 ? one : many);
}

std::string format_when(UnixMs at_ms, UnixMs now_ms) {
  const LocalTime at = to_local(at_ms), now = to_local(now_ms);
  char clock[8];
  std::snprintf(clock, sizeof clock, "%02d:%02d", at.hour % 24, at.minute % 60);
  if (at.day == now.day) return clock;
  std::string text = std::to_string(at.day_of_month) + " " + std::string(kMonths[at.month - 1]);
  if (at.year != now.year) text += " " + std::to_string(at.year);
  return text + ", " + clock;
}

SyncWords sync_words(const SyncStatus& status) {
  const std::string number =
      status.unsent == 0 ? "" : group_digits(static_cast<std::int64_t>(status.unsent));
  const std::string sent = number.empty() ? "All sent" : number + " not sent";
  constexpr std::string_view kDot = " \xC2\xB7 ";
  const auto with = [&](std::string_view first) {
    return std::string(first) + std::string(kDot) + sent;
  };
  if (status.phase == SyncPhase::Stopped)
    return {with("Sync stopped"), Tone::Danger, Icon::Error, number};
  if (status.phase == SyncPhase::NeedsSignIn)
    return {with("Signed out"), Tone::Warning, Icon::Lock, number};
  if (!status.online) {
    const Tone tone = number.empty() ? Tone::Neutral : Tone::Warning;
    return {with("Offline"), tone, Icon::Offline, number};
  }
  if (number.empty()) return {sent, Tone::Success, Icon::Check, number};
  return {sent, Tone::Info, Icon::Sync, number};
}

std::string sync_sentence(const SyncStatus& status, UnixMs now_ms) {
  if (!status.problem.empty()) return status.problem;
  switch (status.phase) {
    case SyncPhase::Pushing:
      return "Sending your changes\xE2\x80\xA6";
    case SyncPhase::Pulling:
      return "Fetching the changes of others\xE2\x80\xA6";
    case SyncPhase::NeedsSignIn:
      return "Sign in to send and receive changes. Everything you save is kept on this device.";
    case SyncPhase::Stopped:
      return "Syncing has stopped. Everything you save is kept on this device.";
    case SyncPhase::Idle:
    case SyncPhase::Waiting:
      break;
  }
  if (!status.online)
    return "No connection to the server. Go on working: everything is kept on this device and is "
           "sent by itself later.";
  if (!status.last_success_ms) return "Not synced yet.";
  return "Last synced " + format_when(*status.last_success_ms, now_ms) + ".";
}

std::string role_label(std::string_view role) {
  const auto known = parse_role(role);
  return std::string(known ? role_label(*known) : role);
}

std::string_view standing_of(const CustomerHit& hit) {
  if (!hit.active) return "Inactive";
  return hit.on_hold ? "On hold" : "Active";
}

std::string customer_type_label(std::string_view code) {
  for (const Choice& choice : customer_field("customer_type").choices) {
    if (choice.code == code) return std::string(choice.label);
  }
  return std::string(code);
}

std::string display_phone(const std::string& phone) {
  if (phone.empty()) return {};
  return display_field(record_catalogue().get("contact").get_field("phone"), Value(phone));
}

}  // namespace cm::ui
