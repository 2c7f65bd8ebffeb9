#include "client/app/past.h"

#include "client/app/failure_text.h"
#include "client/app/past_compare.h"
#include "client/app/past_words.h"
#include "shared/store/record_past.h"
#include "shared/sync/protocol_json.h"

namespace cm {
namespace {

constexpr std::size_t kShownAtFirst = 10;
constexpr std::size_t kKeptMax = 50;  // records whose past is kept on the device
constexpr std::string_view kKeptList = "past.kept";  // their ids, newest first, one after the other
constexpr std::size_t kIdLength = 36;

std::string kept_name(const RecordId& id) {
  return "past." + id.text();
}

// The newest first; the oldest copy goes when there are too many.
void keep(AppContext& app, const RecordId& id, const std::string& body) {
  std::string list = app.replica.find_setting(kKeptList).value_or("");
  const std::string text = id.text();
  if (const std::size_t at = list.find(text); at != std::string::npos) list.erase(at, kIdLength);
  list.insert(0, text);
  while (list.size() > kKeptMax * kIdLength) {
    app.replica.remove_setting("past." + list.substr(list.size() - kIdLength));
    list.erase(list.size() - kIdLength);
  }
  app.replica.save_setting(kept_name(id), std::to_string(app.now_ms()) + ' ' + body);
  app.replica.save_setting(kKeptList, list);
}

bool read_kept(AppContext& app, PastState& past) {
  const auto kept = app.replica.find_setting(kept_name(past.record.id));
  const std::size_t space = kept ? kept->find(' ') : std::string::npos;
  if (space == std::string::npos) return false;
  auto changes = decode_past(app.database.records(), std::string_view(*kept).substr(space + 1));
  if (!changes) return false;
  past.changes = std::move(*changes);
  past.fetched_ms = std::strtoll(kept->c_str(), nullptr, 10);
  past.source = PastSource::KeptCopy;
  return true;
}

// While it is fetched, and when it cannot be.
void read_here(AppContext& app, PastState& past) {
  if (read_kept(app, past)) return;
  past.changes = list_past(app.database, past.record.id, MessageLimits::past_max);
  past.source = PastSource::ThisDevice;
}

void take_answer(AppContext& app, const RecordRef& record, const HttpAnswer& answer) {
  if (!app.state.past || !(app.state.past->record == record)) return;
  PastState& past = *app.state.past;
  past.loading = false;
  if (answer.status == 404 && is_from_our_server(answer)) return;  // not sent yet: all of it is here
  if (answer.status != 200) {
    past.problem = refusal_text(answer);
    return;
  }
  auto changes = is_from_our_server(answer)
                     ? decode_past(app.database.records(), answer.body)
                     : Decoded<std::vector<PastChange>>(tl::unexpect, ProtocolError{});
  if (!changes) {
    past.problem = "The server's answer could not be read. Try again later.";
    return;
  }
  past.changes = std::move(*changes);
  past.source = PastSource::Server;
  past.fetched_ms = app.now_ms();
  past.entries = describe_past(app, past);
  keep(app, record.id, answer.body);
}

}  // namespace

void show_past(AppContext& app, const RecordRef& record) {
  app.state.past = PastState{record};
  PastState& past = *app.state.past;
  past.shown = kShownAtFirst;
  read_here(app, past);
  past.entries = describe_past(app, past);
  if (!app.state.session) return;
  past.loading = true;
  app.requests.send("GET", "/v1/history/" + record.id.text(), "",
                    [&app, record](const HttpAnswer& answer) { take_answer(app, record, answer); });
}

void compare_past(AppContext& app) {
  PastState& past = *app.state.past;
  past.differences.reset();
  past.dates_problem.clear();
  const auto first = Date::parse(past.first_date), second = Date::parse(past.second_date);
  if (!first || !second) {
    past.dates_problem = "Type both dates as day/month/year.";
    return;
  }
  past.differences = describe_differences(app, past, compare_days(past.changes, *first, *second));
}

}  // namespace cm
