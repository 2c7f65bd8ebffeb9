// Goal: the engine's behaviour as tables of event → effects. No network, no clock, no database.
// Method: each step says what happens and what the engine must ask for: "push 1-3" (operations), "pull 5" (cursor),
// "rows", "wake", or nothing. StatusChanged is checked at every step: it comes exactly when the status differs.
#include <deque>

#include <doctest/doctest.h>

#include "shared/sync/protocol_errors.h"
#include "shared/sync/protocol_json.h"
#include "tests/support/fake_replica.h"

namespace {

using namespace cm;

Answered json_answer(int status, std::string body) { return {status, std::move(body), "application/json", std::nullopt}; }

Answered error_answer(int status, const char* code, std::optional<DevSeq> last = std::nullopt) {
  ErrorReply error = make_error_reply(code);
  error.last = last;
  return json_answer(status, encode_error(error));
}

Answered pushed(DevSeq first, DevSeq last) {
  PushReply reply;
  reply.last = last;
  for (DevSeq seq = first; seq <= last; ++seq) reply.results.push_back({seq, OpOutcome::Applied, {}, ""});
  return json_answer(200, encode_push_reply(reply));
}

enum class More { No, Yes };

Answered page(std::int64_t to, std::size_t rows, More more = More::No) {
  PullReply reply;
  for (std::size_t i = 0; i < rows; ++i) {
    PulledRow row(Uuid::from_bytes({}));
    row.table = "shop";
    reply.rows.push_back(row);
  }
  reply.next = {"e", to, "s"};
  reply.more = more == More::Yes;
  return json_answer(200, encode_pull_reply(sample::records(), reply));
}

const Answered kWifiPage{200, "<html>Welcome to Station Wi-Fi</html>", "text/html", std::nullopt};
const Answered kForeignJson{200, R"({"ok":true})", "application/json", std::nullopt};

class Bench {
 public:
  Bench() : clock(1'000'000), random(5), engine(store, sample::records(), clock, random) {}

  std::string on(const SyncEvent& event) {
    const SyncStatus before = engine.status();
    std::string shown;
    bool told = false;
    for (const SyncEffect& effect : engine.handle(event)) {
      const std::string one = show(effect);
      told = told || std::holds_alternative<StatusChanged>(effect);
      if (!one.empty()) shown += (shown.empty() ? "" : ", ") + one;
    }
    CHECK(told == !(engine.status() == before));
    return shown;
  }
  // Events up to "nothing to do": an idle, signed-in engine whose base is at cursor 5.
  void settle() {
    on(Started{});
    on(page(5, 2));
    REQUIRE(engine.status().phase == SyncPhase::Idle);
  }

  ManualClock clock;
  SeededRandom random;
  FakeReplica store;
  ClientEngine engine;
  std::int64_t wake_in_ms = 0;
  std::string sent;

 private:
  std::string show(const SyncEffect& effect) {
    if (const auto* wake = std::get_if<WakeAt>(&effect)) {
      wake_in_ms = wake->at_ms - clock.now_ms();
      return "wake";
    }
    if (std::holds_alternative<RowsChanged>(effect)) return "rows";
    const auto* send = std::get_if<Send>(&effect);
    if (!send) return "";
    sent = send->body;
    if (send->path == "/v1/pull") {
      const auto request = decode_pull(send->body);
      REQUIRE(request);
      return "pull " + std::to_string(request->have.seq);
    }
    const auto request = decode_push(sample::records(), send->body);
    REQUIRE(request);
    CHECK(request->device == DeviceId{7});
    CHECK(request->sent_ms == clock.now_ms());
    return "push " + std::to_string(request->ops.front().seq) + "-" + std::to_string(request->ops.back().seq);
  }
};

struct Save {
  std::size_t count = 1;
  std::size_t bytes = 1;
};
struct StepCase {
  const char* what;
  std::variant<SyncEvent, Save> input;  // a Save is followed by Committed
  const char* effects;
  SyncPhase phase;
  std::size_t unsent = 0;
};

void run(Bench& bench, const std::vector<StepCase>& steps) {
  for (const StepCase& step : steps) {
    CAPTURE(step.what);
    std::string effects;
    if (const auto* save = std::get_if<Save>(&step.input)) {
      bench.store.save(save->count, save->bytes);
      effects = bench.on(Committed{});
    } else {
      effects = bench.on(std::get<SyncEvent>(step.input));
    }
    CHECK(effects == std::string(step.effects));
    CHECK(bench.engine.status().phase == step.phase);
    CHECK(bench.engine.status().unsent == step.unsent);
  }
}

SyncEvent event(SyncEvent of) { return of; }

TEST_CASE("engine: a start pulls page by page and then idles") {
  Bench bench;
  run(bench, {
                 {"start", event(Started{}), "pull 0", SyncPhase::Pulling},
                 {"a page with more", event(page(5, 2, More::Yes)), "rows, pull 5", SyncPhase::Pulling},
                 {"the last page", event(page(9, 1)), "rows, wake", SyncPhase::Idle},
                 {"the poll", event(Ticked{}), "pull 9", SyncPhase::Pulling},
                 {"nothing new", event(page(9, 0)), "wake", SyncPhase::Idle},
             });
  CHECK(bench.store.rows() == 3);
  CHECK(bench.engine.status().problem.empty());
  CHECK(bench.engine.status().last_success_ms == bench.clock.now_ms());
}

TEST_CASE("engine: a save is sent at once, then pulled") {
  Bench bench;
  bench.settle();
  run(bench, {
                 {"save", Save{2}, "push 1-2", SyncPhase::Pushing, 2},
                 {"taken", event(pushed(1, 2)), "pull 5", SyncPhase::Pulling, 0},
                 {"pulled", event(page(7, 1)), "rows, wake", SyncPhase::Idle, 0},
             });
}

TEST_CASE("engine: what happens while a request is open is remembered") {
  Bench bench;
  bench.settle();
  run(bench, {
                 {"save", Save{}, "push 1-1", SyncPhase::Pushing, 1},
                 {"another save", Save{}, "", SyncPhase::Pushing, 2},
                 {"Sync now", event(SyncRequested{}), "", SyncPhase::Pushing, 2},
                 {"the first is taken", event(pushed(1, 1)), "push 2-2", SyncPhase::Pushing, 1},
                 {"the second is taken", event(pushed(2, 2)), "pull 5", SyncPhase::Pulling, 0},
                 {"a save while pulling", Save{}, "", SyncPhase::Pulling, 1},
                 {"goes up before the next page", event(page(6, 1, More::Yes)), "rows, push 3-3", SyncPhase::Pushing, 1},
                 {"then the pull goes on", event(pushed(3, 3)), "pull 6", SyncPhase::Pulling, 0},
                 {"to its end", event(page(8, 1)), "rows, wake", SyncPhase::Idle, 0},
             });
}

TEST_CASE("engine: batches end at the border of a save") {
  Bench bench;
  bench.settle();
  bench.store.save(300);
  bench.store.save(150);
  bench.store.save(100);
  bench.store.save(700);
  run(bench, {
                 {"two saves fit", event(SyncRequested{}), "push 1-450", SyncPhase::Pushing, 1250},
                 {"the third alone: the fourth does not fit", event(pushed(1, 450)), "push 451-550", SyncPhase::Pushing, 800},
                 {"a save beyond the limit is cut", event(pushed(451, 550)), "push 551-1050", SyncPhase::Pushing, 700},
                 {"and its rest follows", event(pushed(551, 1050)), "push 1051-1250", SyncPhase::Pushing, 200},
             });
}

TEST_CASE("engine: batches stay below the limit of bytes") {
  Bench bench;
  bench.settle();
  for (int i = 0; i < 40; ++i) bench.store.save(2, 30'000);
  std::string effects = bench.on(SyncRequested{});
  std::size_t pushes = 0;
  while (bench.store.count_unsent() > 0) {
    CAPTURE(effects);
    REQUIRE(bench.sent.size() <= MessageLimits::push_bytes_max);
    const auto request = decode_push(sample::records(), bench.sent);
    REQUIRE(request);
    CHECK(request->ops.size() % 2 == 0);
    effects = bench.on(pushed(request->ops.front().seq, request->ops.back().seq));
    REQUIRE(++pushes < 20);
  }
  CHECK(pushes >= 3);
}

TEST_CASE("engine: without an answer it waits longer each time, at most a minute, with jitter") {
  Bench bench;
  bench.store.save();
  bench.on(Started{});
  std::int64_t ceiling_ms = 2'000;
  for (int i = 0; i < 12; ++i) {
    CAPTURE(i);
    CHECK(bench.on(Unanswered{}) == "wake");
    CHECK(bench.engine.status().phase == SyncPhase::Waiting);
    CHECK_FALSE(bench.engine.status().online);
    CHECK_FALSE(bench.engine.status().problem.empty());
    CHECK(bench.wake_in_ms >= 1'000);
    CHECK(bench.wake_in_ms <= ceiling_ms);
    ceiling_ms = std::min<std::int64_t>(ceiling_ms * 2, 60'000);
    bench.clock.advance_ms(bench.wake_in_ms);
    CHECK(bench.on(Ticked{}) == "push 1-1");
  }
  CHECK(bench.on(pushed(1, 1)) == "pull 0");
  CHECK(bench.engine.status().online);
  CHECK(bench.engine.status().problem.empty());
}

TEST_CASE("engine: two devices do not come back at the same moment") {
  Bench a;
  Bench b;
  b.random = SeededRandom(6);
  for (Bench* bench : {&a, &b}) {
    bench->on(Started{});
    for (int i = 0; i < 5; ++i) {
      bench->on(Unanswered{});
      bench->on(Ticked{});
    }
    bench->on(Unanswered{});
  }
  CHECK(a.wake_in_ms != b.wake_in_ms);
}

TEST_CASE("engine: network back, a save and Sync now do not wait for the back-off") {
  for (const SyncEvent& impatient :
       {SyncEvent{NetworkChanged{true}}, SyncEvent{Committed{}}, SyncEvent{SyncRequested{}}}) {
    Bench bench;
    bench.store.save();
    bench.on(Started{});
    bench.on(Unanswered{});
    CHECK(bench.on(impatient) == "push 1-1");
  }
}

TEST_CASE("engine: network gone is shown, network back is used") {
  Bench bench;
  bench.settle();
  run(bench, {
                 {"gone", event(NetworkChanged{false}), "", SyncPhase::Waiting},
                 {"back", event(NetworkChanged{true}), "pull 5", SyncPhase::Pulling},
                 {"answered", event(page(5, 0)), "wake", SyncPhase::Idle},
             });
  CHECK(bench.engine.status().online);
}

TEST_CASE("engine: a server that asks for quiet gets it, unless the person asks") {
  Bench bench;
  bench.settle();
  bench.store.save();
  CHECK(bench.on(Committed{}) == "push 1-1");
  Answered busy = error_answer(429, "session.locked");
  busy.retry_after_ms = 30'000;
  CHECK(bench.on(busy) == "wake");
  CHECK(bench.wake_in_ms >= 30'000);
  CHECK(bench.wake_in_ms <= 33'000);
  CHECK(bench.engine.status().online);
  bench.clock.advance_ms(10'000);
  CHECK(bench.on(Committed{}) == "wake");
  CHECK(bench.wake_in_ms == 20'000);
  CHECK(bench.on(NetworkChanged{true}) == "wake");
  CHECK(bench.on(SyncRequested{}) == "push 1-1");
}

TEST_CASE("engine: a server cannot ask for quiet for ever") {
  Bench bench;
  bench.on(Started{});
  Answered busy = error_answer(503, "server.busy");
  busy.retry_after_ms = 365LL * 24 * 3600 * 1000;
  bench.on(busy);
  CHECK(bench.wake_in_ms <= 700'000);
}

TEST_CASE("engine: a clock set back a year does not make a server's quiet last a year") {
  Bench bench;
  bench.settle();
  bench.store.save();
  bench.on(Committed{});
  Answered busy = error_answer(503, "server.busy");
  busy.retry_after_ms = 2'000;
  bench.on(busy);
  bench.clock.advance_ms(-365LL * 24 * 3600 * 1000);
  CHECK(bench.on(Ticked{}) == "push 1-1");
}

TEST_CASE("engine: a Wi-Fi page or foreign JSON is no answer: nothing changes") {
  for (const Answered& foreign : {kWifiPage, kForeignJson, Answered{302, "", "text/html", std::nullopt},
                                  Answered{404, "<html/>", "text/html", std::nullopt},
                                  Answered{200, "", "application/json", std::nullopt}}) {
    CAPTURE(foreign.body);
    Bench bench;
    bench.settle();
    run(bench, {
                   {"save", Save{}, "push 1-1", SyncPhase::Pushing, 1},
                   {"foreign answer to a push", event(foreign), "wake", SyncPhase::Waiting, 1},
                   {"again", event(Ticked{}), "push 1-1", SyncPhase::Pushing, 1},
                   {"taken", event(pushed(1, 1)), "pull 5", SyncPhase::Pulling, 0},
                   {"foreign answer to a pull", event(foreign), "wake", SyncPhase::Waiting, 0},
               });
    CHECK_FALSE(bench.engine.status().online);
    CHECK(bench.store.cursor().seq == 5);
    CHECK(bench.store.rows() == 2);
  }
}

TEST_CASE("engine: a push reply that does not answer what was sent is no answer") {
  Bench bench;
  bench.settle();
  bench.store.save(2);
  bench.on(Committed{});
  CHECK(bench.on(pushed(7, 8)) == "wake");
  CHECK(bench.engine.status().unsent == 2);
}

TEST_CASE("engine: a page that says more and does not move is no answer") {
  Bench bench;
  bench.settle();
  bench.on(Ticked{});
  CHECK(bench.on(page(5, 1, More::Yes)) == "wake");
  CHECK(bench.engine.status().phase == SyncPhase::Waiting);
}

TEST_CASE("engine: signed out, it keeps the outbox and goes on after sign-in") {
  for (const Answered& refused : {error_answer(401, "session.required"), error_answer(403, "push.device")}) {
    Bench bench;
    bench.settle();
    run(bench, {
                   {"save", Save{}, "push 1-1", SyncPhase::Pushing, 1},
                   {"refused", event(refused), "", SyncPhase::NeedsSignIn, 1},
                   {"a save stays here", Save{}, "", SyncPhase::NeedsSignIn, 2},
                   {"a poll does nothing", event(Ticked{}), "", SyncPhase::NeedsSignIn, 2},
                   {"sign in", event(SignedIn{}), "push 1-2", SyncPhase::Pushing, 2},
                   {"taken", event(pushed(1, 2)), "pull 5", SyncPhase::Pulling, 0},
               });
    CHECK(bench.engine.status().problem.empty());
  }
}

TEST_CASE("engine: signing out lets the open answer in and sends nothing more") {
  Bench bench;
  bench.settle();
  run(bench, {
                 {"save", Save{}, "push 1-1", SyncPhase::Pushing, 1},
                 {"sign out", event(SignedOut{}), "", SyncPhase::Pushing, 1},
                 {"the answer still counts", event(pushed(1, 1)), "", SyncPhase::NeedsSignIn, 0},
                 {"nothing goes out", Save{}, "", SyncPhase::NeedsSignIn, 1},
             });
  CHECK_FALSE(bench.engine.status().problem.empty());
}

TEST_CASE("engine: after a gap it sends again what the restored server lacks") {
  Bench bench;
  bench.settle();
  bench.store.save(4);
  bench.on(Committed{});
  bench.on(pushed(1, 4));
  bench.on(page(7, 0));
  run(bench, {
                 {"save", Save{}, "push 5-5", SyncPhase::Pushing, 1},
                 {"the server knows only 2", event(error_answer(409, "push.gap", 2)), "push 3-5", SyncPhase::Pushing, 3},
                 {"taken", event(pushed(3, 5)), "pull 7", SyncPhase::Pulling, 0},
             });
}

TEST_CASE("engine: a gap that cannot be filled is told; nothing is lost and pulling goes on") {
  Bench bench;
  bench.settle();
  bench.store.save(4);
  bench.on(Committed{});
  bench.on(pushed(1, 4));
  bench.on(page(7, 0));
  bench.store.forget_closed();
  run(bench, {
                 {"save", Save{}, "push 5-5", SyncPhase::Pushing, 1},
                 {"the server knows only 2", event(error_answer(409, "push.gap", 2)), "pull 7", SyncPhase::Pulling, 1},
                 {"others' changes still come", event(page(9, 1)), "rows, wake", SyncPhase::Stopped, 1},
                 {"a poll pulls", event(Ticked{}), "pull 9", SyncPhase::Pulling, 1},
             });
  CHECK(bench.engine.status().problem.find("Tell the administrator") != std::string::npos);
}

TEST_CASE("engine: a server that repeats the same gap is not asked for ever") {
  Bench bench;
  bench.settle();
  bench.store.save(2);
  bench.on(Committed{});
  bench.on(pushed(1, 2));
  bench.on(page(5, 0));
  bench.store.save();
  CHECK(bench.on(Committed{}) == "push 3-3");
  CHECK(bench.on(error_answer(409, "push.gap", 0)) == "push 1-3");
  CHECK(bench.on(error_answer(409, "push.gap", 0)) == "pull 5");
  CHECK(bench.engine.status().unsent == 3);
}

TEST_CASE("engine: a master that is not the cursor's is pulled from the start, the outbox kept") {
  Bench bench;
  bench.settle();
  run(bench, {
                 {"poll", event(Ticked{}), "pull 5", SyncPhase::Pulling},
                 {"diverged", event(error_answer(409, "pull.diverged")), "rows, pull 0", SyncPhase::Pulling},
                 {"pulled", event(page(3, 2)), "rows, wake", SyncPhase::Idle},
             });
  CHECK(bench.store.rows() == 2);
}

TEST_CASE("engine: diverged at the blank cursor is a server's fault and is not asked again at once") {
  Bench bench;
  bench.on(Started{});
  CHECK(bench.on(error_answer(409, "pull.diverged")) == "wake");
}

TEST_CASE("engine: a batch that is too large is halved, and grows again") {
  Bench bench;
  bench.settle();
  for (int i = 0; i < 8; ++i) bench.store.save();
  run(bench, {
                 {"all", event(SyncRequested{}), "push 1-8", SyncPhase::Pushing, 8},
                 {"too large, said by a proxy", event(Answered{413, "<html/>", "text/html", std::nullopt}), "push 1-4",
                  SyncPhase::Pushing, 8},
                 {"still", event(error_answer(413, "message.bytes_max")), "push 1-2", SyncPhase::Pushing, 8},
                 {"taken", event(pushed(1, 2)), "push 3-6", SyncPhase::Pushing, 6},
                 {"taken", event(pushed(3, 6)), "push 7-8", SyncPhase::Pushing, 2},
             });
}

TEST_CASE("engine: one operation that the server refuses stops sending, not working") {
  Bench bench;
  bench.settle();
  for (int i = 0; i < 4; ++i) bench.store.save();
  run(bench, {
                 {"all", event(SyncRequested{}), "push 1-4", SyncPhase::Pushing, 4},
                 {"refused", event(error_answer(400, "op.value")), "push 1-2", SyncPhase::Pushing, 4},
                 {"refused", event(error_answer(400, "op.value")), "push 1-1", SyncPhase::Pushing, 4},
                 {"the first is good", event(pushed(1, 1)), "push 2-3", SyncPhase::Pushing, 3},
                 {"refused", event(error_answer(400, "op.value")), "push 2-2", SyncPhase::Pushing, 3},
                 {"the second is the bad one", event(error_answer(400, "op.value")), "pull 5", SyncPhase::Pulling, 3},
                 {"pulling goes on", event(page(6, 1)), "rows, wake", SyncPhase::Stopped, 3},
                 {"saving goes on", Save{}, "pull 6", SyncPhase::Pulling, 4},
                 {"pulled", event(page(6, 0)), "wake", SyncPhase::Stopped, 4},
                 {"Sync now tries again", event(SyncRequested{}), "push 2-2", SyncPhase::Pushing, 4},
                 {"and a mended server takes it", event(pushed(2, 2)), "push 3-4", SyncPhase::Pushing, 3},
             });
}

TEST_CASE("engine: a refused operation is named in plain words") {
  Bench bench;
  bench.settle();
  bench.store.save();
  bench.on(Committed{});
  bench.on(error_answer(400, "op.value"));
  bench.on(page(5, 0));
  CHECK(bench.engine.status().problem ==
        "The server refuses a change of this device, which is kept here: A value does not have the type of its field.");
}

TEST_CASE("engine: a page too old for the server stops until it is reloaded") {
  Bench bench;
  bench.settle();
  run(bench, {
                 {"poll", event(Ticked{}), "pull 5", SyncPhase::Pulling},
                 {"too old", event(error_answer(426, "proto.version")), "", SyncPhase::Stopped},
                 {"a save stays here", Save{}, "", SyncPhase::Stopped, 1},
                 {"Sync now tries again", event(SyncRequested{}), "push 1-1", SyncPhase::Pushing, 1},
             });
}

TEST_CASE("engine: a hidden page polls less often and catches up when shown") {
  Bench bench;
  bench.settle();
  CHECK(bench.wake_in_ms >= 12'000);
  CHECK(bench.wake_in_ms <= 15'000);
  bench.on(VisibilityChanged{false});
  bench.on(Ticked{});
  bench.on(page(5, 0));
  CHECK(bench.wake_in_ms >= 48'000);
  CHECK(bench.wake_in_ms <= 60'000);
  CHECK(bench.on(VisibilityChanged{true}) == "pull 5");
}

TEST_CASE("engine: an answer that nobody waits for changes nothing") {
  Bench bench;
  bench.settle();
  CHECK(bench.on(pushed(1, 1)) == "");
  CHECK(bench.on(kWifiPage) == "");
  CHECK(bench.on(Unanswered{}) == "");
  CHECK(bench.engine.status().phase == SyncPhase::Idle);
}

TEST_CASE("engine: a full disk goes through to the caller; afterwards it works on") {
  Bench bench;
  bench.settle();
  bench.on(Ticked{});
  bench.store.fill_disk(true);
  CHECK_THROWS_AS(bench.engine.handle(page(9, 3)), Failure);
  CHECK(bench.store.cursor().seq == 5);
  bench.store.fill_disk(false);
  CHECK(bench.on(Ticked{}) == "pull 5");
  CHECK(bench.on(page(9, 3)) == "rows, wake");
}

TEST_CASE("engine: the same events give the same effects: one seed reproduces everything") {
  const auto play = [] {
    Bench bench;
    bench.store.save(3);
    std::string all;
    for (const SyncEvent& step : {SyncEvent{Started{}}, SyncEvent{Unanswered{}}, SyncEvent{Ticked{}},
                                  SyncEvent{pushed(1, 3)}, SyncEvent{kWifiPage}}) {
      all += bench.on(step) + std::to_string(bench.wake_in_ms) + ";";
    }
    return all;
  };
  CHECK(play() == play());
}

}  // namespace
