// One device under test: the app over a replica in a file of its own, on a platform where nothing
// happens by itself. The test plays the server by answering the requests that the app has sent.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/app/app.h"
#include "client/platform/native/headless_platform.h"
#include "shared/store/database.h"
#include "shared/sync/messages.h"
#include "tests/support/walkthrough_customers.h"

namespace cm::test {

constexpr UnixMs kMorningMs = 1'795'000'000'000;

class Device {
 public:
  explicit Device(std::uint64_t seed = 1);
  ~Device();
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;

  // The program starts at this URL; started again, it is as after a reload or a crash.
  void start(std::string_view url = "/");
  // Signed in as `user`, at rest, all requests answered: how most tests begin.
  void start_signed_in(std::string_view user = "asha", std::string_view url = "/");

  const AppState& state() const { return app->state(); }
  const CustomerEditorState& editor() const;
  template <class... A>
  void act(A... action) {
    (queue(std::move(action)), ...);
    run_queued();
  }
  // Types into a box of the form and leaves it.
  void fill(std::string_view field, std::string_view text);
  void fill(std::initializer_list<std::pair<std::string_view, std::string_view>> boxes);
  std::string box(std::string_view field) const;  // what stands in it
  const Finding* find_finding(std::string_view field, std::string_view code) const;
  std::string url() const {
    return platform->navigations.empty() ? "" : platform->navigations.back().url;
  }
  bool announced(std::string_view part) const;

  // ---- the server's part ----
  bool has_request(std::string_view method, std::string_view path) const;
  // Answers the oldest open request of this kind; fails the test when there is none.
  HttpRequest answer(std::string_view method, std::string_view path, int status,
                     std::string body = {});
  void lose(std::string_view method, std::string_view path);  // no answer: the network is down
  void answer_session(std::string_view method, std::string_view user = "asha");
  // Takes all operations of the open push, as the master would; gives them.
  std::vector<Operation> answer_push();
  // Refuses all operations of the open push for good, as the master does what is not permitted.
  void deny_push(const std::string& reason);
  // Brings what this device has pushed since the last pull, then `rows`.
  void answer_pull(const std::vector<PulledRow>& rows = {}, bool more = false);
  // The only row of this table that this device has pushed, as the master has it.
  PulledRow row_at_server(std::string_view table) const;
  void answer_conflicts(const std::vector<Conflict>& conflicts = {});
  // Answers whatever is open, again and again, with a server that takes everything and has nothing
  // new.
  void settle();
  // Everything open is lost, again and again: the network is down from now on.
  void go_offline();

  // The next alarm rings.
  void wake();
  void advance_ms(std::int64_t delta_ms) { platform->manual_clock().advance_ms(delta_ms); }
  // Storage stops growing: the next write that needs space is refused; or grows again.
  void fill_disk();
  void free_disk();
  // Until the next start, small values (drafts) cannot be removed.
  void keep_settings_from_going();

  std::unique_ptr<HeadlessPlatform> platform;
  std::unique_ptr<Database> database;
  std::unique_ptr<App> app;

 private:
  template <class A>
  void queue(A action);  // of every kind in device.cpp: a variant of sixty is slow to compile
  void run_queued();
  template <class... A>
  static void name_every_queue(std::variant<A...>*);
  Actions queued_;
  void open();
  std::filesystem::path folder_;
  PushRequest open_push() const;
  void reply_to_push(const PushRequest& push, OpOutcome outcome, const std::string& reason);
  void take_at_server(const Operation& operation, DeviceId device);
  std::int64_t change_counter_ = 0;
  std::map<RecordId, PulledRow> server_rows_;
  std::set<RecordId> server_news_;
};

}  // namespace cm::test
