// Goal: what the engine does when it does not: no answer, foreign answers, refusals, gaps, full
// disks. Whatever comes, the outbox stays and the next event finds an engine that works.
#include <doctest/doctest.h>

#include "tests/unit/sync/engine_bench.h"

namespace {

using namespace cm;
using namespace cm::engine_bench;

TEST_CASE("engine: without an answer it waits longer each time, at most a minute, with jitter") {
  EngineBench bench;
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
  EngineBench a;
  EngineBench b;
  b.random = SeededRandom(6);
  for (EngineBench* bench : {&a, &b}) {
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
    EngineBench bench;
    bench.store.save();
    bench.on(Started{});
    bench.on(Unanswered{});
    CHECK(bench.on(impatient) == "push 1-1");
  }
}

TEST_CASE("engine: a server that asks for quiet gets it, unless the person asks") {
  EngineBench bench;
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
  EngineBench bench;
  bench.on(Started{});
  Answered busy = error_answer(503, "server.busy");
  busy.retry_after_ms = 365LL * 24 * 3600 * 1000;
  bench.on(busy);
  CHECK(bench.wake_in_ms <= 700'000);
}

TEST_CASE("engine: a clock set back a year does not make a server's quiet last a year") {
  EngineBench bench;
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
  for (const Answered& foreign :
       {kWifiPage, kForeignJson, Answered{302, "", "text/html", std::nullopt},
        Answered{404, "<html/>", "text/html", std::nullopt},
        Answered{200, "", "application/json", std::nullopt}}) {
    CAPTURE(foreign.body);
    EngineBench bench;
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
  EngineBench bench;
  bench.settle();
  bench.store.save(2);
  bench.on(Committed{});
  CHECK(bench.on(pushed(7, 8)) == "wake");
  CHECK(bench.engine.status().unsent == 2);
}

TEST_CASE("engine: a page that says more and does not move is no answer") {
  EngineBench bench;
  bench.settle();
  bench.on(Ticked{});
  CHECK(bench.on(page(5, 1, More::Yes)) == "wake");
  CHECK(bench.engine.status().phase == SyncPhase::Waiting);
}

TEST_CASE("engine: after a gap it sends again what the restored server lacks") {
  EngineBench bench;
  bench.settle();
  bench.store.save(4);
  bench.on(Committed{});
  bench.on(pushed(1, 4));
  bench.on(page(7, 0));
  run(bench, {
                 {"save", Save{}, "push 5-5", SyncPhase::Pushing, 1},
                 {"the server knows only 2", event(error_answer(409, "push.gap", 2)), "push 3-5",
                  SyncPhase::Pushing, 3},
                 {"taken", event(pushed(3, 5)), "pull 7", SyncPhase::Pulling, 0},
             });
}

TEST_CASE("engine: a gap that cannot be filled is told; nothing is lost and pulling goes on") {
  EngineBench bench;
  bench.settle();
  bench.store.save(4);
  bench.on(Committed{});
  bench.on(pushed(1, 4));
  bench.on(page(7, 0));
  bench.store.forget_closed();
  run(bench,
      {
          {"save", Save{}, "push 5-5", SyncPhase::Pushing, 1},
          {"the server knows only 2", event(error_answer(409, "push.gap", 2)), "pull 7",
           SyncPhase::Pulling, 1},
          {"others' changes still come", event(page(9, 1)), "rows, wake", SyncPhase::Stopped, 1},
          {"a poll pulls", event(Ticked{}), "pull 9", SyncPhase::Pulling, 1},
      });
  CHECK(bench.engine.status().problem.find("Tell the administrator") != std::string::npos);
}

TEST_CASE("engine: a server that repeats the same gap is not asked for ever") {
  EngineBench bench;
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
  EngineBench bench;
  bench.settle();
  run(bench, {
                 {"poll", event(Ticked{}), "pull 5", SyncPhase::Pulling},
                 {"diverged", event(error_answer(409, "pull.diverged")), "rows, pull 0",
                  SyncPhase::Pulling},
                 {"pulled", event(page(3, 2)), "rows, wake", SyncPhase::Idle},
             });
  CHECK(bench.store.rows() == 2);
}

TEST_CASE(
    "engine: diverged at the blank cursor is a server's fault and is not asked again at once") {
  EngineBench bench;
  bench.on(Started{});
  CHECK(bench.on(error_answer(409, "pull.diverged")) == "wake");
}

TEST_CASE("engine: a batch that is too large is halved, and grows again") {
  EngineBench bench;
  bench.settle();
  for (int i = 0; i < 8; ++i) bench.store.save();
  run(bench,
      {
          {"all", event(SyncRequested{}), "push 1-8", SyncPhase::Pushing, 8},
          {"too large, said by a proxy", event(Answered{413, "<html/>", "text/html", std::nullopt}),
           "push 1-4", SyncPhase::Pushing, 8},
          {"still", event(error_answer(413, "message.bytes_max")), "push 1-2", SyncPhase::Pushing,
           8},
          {"taken", event(pushed(1, 2)), "push 3-6", SyncPhase::Pushing, 6},
          {"taken", event(pushed(3, 6)), "push 7-8", SyncPhase::Pushing, 2},
      });
}

TEST_CASE("engine: on a line that is cut each try is smaller, and grows again") {
  EngineBench bench;
  bench.settle();
  for (int i = 0; i < 100; ++i) bench.store.save();
  CHECK(bench.on(SyncRequested{}) == "push 1-100");
  bench.on(Unanswered{});
  CHECK(bench.on(SyncRequested{}) == "push 1-50");
  bench.on(error_answer(503, "server.busy"));
  CHECK(bench.on(SyncRequested{}) == "push 1-25");
  bench.on(Unanswered{});
  CHECK(bench.on(SyncRequested{}) == "push 1-20");
  CHECK(bench.on(pushed(1, 20)) == "push 21-60");
}

TEST_CASE("engine: one operation that the server refuses stops sending, not working") {
  EngineBench bench;
  bench.settle();
  for (int i = 0; i < 4; ++i) bench.store.save();
  run(bench,
      {
          {"all", event(SyncRequested{}), "push 1-4", SyncPhase::Pushing, 4},
          {"refused", event(error_answer(400, "op.value")), "push 1-2", SyncPhase::Pushing, 4},
          {"refused", event(error_answer(400, "op.value")), "push 1-1", SyncPhase::Pushing, 4},
          {"the first is good", event(pushed(1, 1)), "push 2-3", SyncPhase::Pushing, 3},
          {"refused", event(error_answer(400, "op.value")), "push 2-2", SyncPhase::Pushing, 3},
          {"the second is the bad one", event(error_answer(400, "op.value")), "pull 5",
           SyncPhase::Pulling, 3},
          {"pulling goes on", event(page(6, 1)), "rows, wake", SyncPhase::Stopped, 3},
          {"saving goes on", Save{}, "pull 6", SyncPhase::Pulling, 4},
          {"pulled", event(page(6, 0)), "wake", SyncPhase::Stopped, 4},
          {"Sync now tries again", event(SyncRequested{}), "push 2-2", SyncPhase::Pushing, 4},
          {"and a mended server takes it", event(pushed(2, 2)), "push 3-4", SyncPhase::Pushing, 3},
      });
}

TEST_CASE("engine: a refused operation is named in plain words") {
  EngineBench bench;
  bench.settle();
  bench.store.save();
  bench.on(Committed{});
  bench.on(error_answer(400, "op.value"));
  bench.on(page(5, 0));
  CHECK(bench.engine.status().problem ==
        "The server refuses a change of this device, which is kept here: A value does not have the "
        "type of its field.");
}

TEST_CASE("engine: a server of another version is asked again later, or when the person asks") {
  EngineBench bench;
  bench.settle();
  run(bench,
      {
          {"poll", event(Ticked{}), "pull 5", SyncPhase::Pulling},
          {"other version", event(error_answer(426, "proto.version")), "wake, update",
           SyncPhase::Stopped},
          {"a save stays here", Save{}, "wake", SyncPhase::Stopped, 1},
          {"Sync now tries again", event(SyncRequested{}), "push 1-1", SyncPhase::Pushing, 1},
          {"still another", event(error_answer(426, "proto.version")), "wake, update",
           SyncPhase::Stopped, 1},
      });
  CHECK(bench.wake_in_ms >= 600'000);
  CHECK(bench.engine.status().problem.find("Update or reload") != std::string::npos);
  bench.clock.advance_ms(bench.wake_in_ms);
  run(bench, {
                 {"by itself", event(Ticked{}), "push 1-1", SyncPhase::Pushing, 1},
                 {"the server was updated", event(pushed(1, 1)), "pull 5", SyncPhase::Pulling, 0},
                 {"all is well", event(page(6, 1)), "rows, wake", SyncPhase::Idle, 0},
             });
  CHECK(bench.engine.status().problem.empty());
}

TEST_CASE("engine: a full disk goes through to the caller; afterwards it works on") {
  EngineBench bench;
  bench.settle();
  bench.on(Ticked{});
  bench.store.fill_disk(true);
  CHECK_THROWS_AS(bench.engine.handle(page(9, 3)), Failure);
  CHECK(bench.store.cursor().seq == 5);
  bench.store.fill_disk(false);
  CHECK(bench.on(Ticked{}) == "pull 5");
  CHECK(bench.on(page(9, 3)) == "rows, wake");
}

}  // namespace
