// Goal: what the engine does when all goes well, as tables of event and effects. No network, no
// clock, no database.
#include <doctest/doctest.h>

#include "tests/unit/sync/engine_bench.h"

namespace {

using namespace cm;
using namespace cm::engine_bench;

TEST_CASE("engine: a start pulls page by page and then idles") {
  EngineBench bench;
  run(bench,
      {
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
  EngineBench bench;
  bench.settle();
  run(bench, {
                 {"save", Save{2}, "push 1-2", SyncPhase::Pushing, 2},
                 {"taken", event(pushed(1, 2)), "pull 5", SyncPhase::Pulling, 0},
                 {"pulled", event(page(7, 1)), "rows, wake", SyncPhase::Idle, 0},
             });
}

TEST_CASE("engine: what happens while a request is open is remembered") {
  EngineBench bench;
  bench.settle();
  run(bench, {
                 {"save", Save{}, "push 1-1", SyncPhase::Pushing, 1},
                 {"another save", Save{}, "", SyncPhase::Pushing, 2},
                 {"Sync now", event(SyncRequested{}), "", SyncPhase::Pushing, 2},
                 {"the first is taken", event(pushed(1, 1)), "push 2-2", SyncPhase::Pushing, 1},
                 {"the second is taken", event(pushed(2, 2)), "pull 5", SyncPhase::Pulling, 0},
                 {"a save while pulling", Save{}, "", SyncPhase::Pulling, 1},
                 {"goes up before the next page", event(page(6, 1, More::Yes)), "rows, push 3-3",
                  SyncPhase::Pushing, 1},
                 {"then the pull goes on", event(pushed(3, 3)), "pull 6", SyncPhase::Pulling, 0},
                 {"to its end", event(page(8, 1)), "rows, wake", SyncPhase::Idle, 0},
             });
}

TEST_CASE("engine: batches end at the border of a save") {
  EngineBench bench;
  bench.settle();
  bench.store.save(300);
  bench.store.save(150);
  bench.store.save(100);
  bench.store.save(700);
  run(bench, {
                 {"two saves fit", event(SyncRequested{}), "push 1-450", SyncPhase::Pushing, 1250},
                 {"the third alone: the fourth does not fit", event(pushed(1, 450)), "push 451-550",
                  SyncPhase::Pushing, 800},
                 {"a save beyond the limit is cut", event(pushed(451, 550)), "push 551-1050",
                  SyncPhase::Pushing, 700},
                 {"and its rest follows", event(pushed(551, 1050)), "push 1051-1250",
                  SyncPhase::Pushing, 200},
             });
}

TEST_CASE("engine: batches stay below the limit of bytes") {
  EngineBench bench;
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

TEST_CASE("engine: network gone is shown, network back is used") {
  EngineBench bench;
  bench.settle();
  run(bench, {
                 {"gone", event(NetworkChanged{false}), "", SyncPhase::Waiting},
                 {"back", event(NetworkChanged{true}), "pull 5", SyncPhase::Pulling},
                 {"answered", event(page(5, 0)), "wake", SyncPhase::Idle},
             });
  CHECK(bench.engine.status().online);
}

TEST_CASE("engine: signed out, it keeps the outbox and goes on after sign-in") {
  for (const Answered& refused :
       {error_answer(401, "session.required"), error_answer(403, "push.device")}) {
    EngineBench bench;
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
  EngineBench bench;
  bench.settle();
  run(bench, {
                 {"save", Save{}, "push 1-1", SyncPhase::Pushing, 1},
                 {"sign out", event(SignedOut{}), "", SyncPhase::Pushing, 1},
                 {"the answer still counts", event(pushed(1, 1)), "", SyncPhase::NeedsSignIn, 0},
                 {"nothing goes out", Save{}, "", SyncPhase::NeedsSignIn, 1},
             });
  CHECK_FALSE(bench.engine.status().problem.empty());
}

TEST_CASE("engine: a hidden page polls less often and catches up when shown") {
  EngineBench bench;
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
  EngineBench bench;
  bench.settle();
  CHECK(bench.on(pushed(1, 1)) == "");
  CHECK(bench.on(kWifiPage) == "");
  CHECK(bench.on(Unanswered{}) == "");
  CHECK(bench.engine.status().phase == SyncPhase::Idle);
}

TEST_CASE("engine: the same events give the same effects: one seed reproduces everything") {
  const auto play = [] {
    EngineBench bench;
    bench.store.save(3);
    std::string all;
    for (const SyncEvent& step :
         {SyncEvent{Started{}}, SyncEvent{Unanswered{}}, SyncEvent{Ticked{}},
          SyncEvent{pushed(1, 3)}, SyncEvent{kWifiPage}}) {
      all += bench.on(step) + std::to_string(bench.wake_in_ms) + ";";
    }
    return all;
  };
  CHECK(play() == play());
}

TEST_CASE("engine: an edit that the server denies is told once, with its record and the reason") {
  EngineBench bench;
  bench.settle();
  PushReply reply;
  reply.last = 3;
  reply.results = {{1, OpOutcome::Applied, {}, ""},
                   {2, OpOutcome::Denied, {"c1"}, "Not for a rep."},
                   {3, OpOutcome::Denied, {"c2"}, "Too long."}};
  const Answered answer = json_answer(200, encode_push_reply(reply));
  run(bench, {
                 {"save", Save{3}, "push 1-3", SyncPhase::Pushing, 3},
                 {"two are denied", event(answer),
                  "denied 2 (Not for a rep.) 3 (Too long.), pull 5", SyncPhase::Pulling, 0},
                 {"and not told again", event(page(6, 0)), "wake", SyncPhase::Idle, 0},
             });
}

TEST_CASE("engine: a denial is told though the first answer that named it was lost") {
  EngineBench bench;
  bench.settle();
  PushReply reply;
  reply.last = 1;
  reply.results = {{1, OpOutcome::Denied, {"c1"}, "Not for a rep."}};
  const Answered answer = json_answer(200, encode_push_reply(reply));
  run(bench, {
                 {"save", Save{}, "push 1-1", SyncPhase::Pushing, 1},
                 {"lost", event(Unanswered{}), "wake", SyncPhase::Waiting, 1},
                 {"again", event(Ticked{}), "push 1-1", SyncPhase::Pushing, 1},
                 {"denied", event(answer), "denied 1 (Not for a rep.), pull 5", SyncPhase::Pulling,
                  0},
             });
}

}  // namespace
