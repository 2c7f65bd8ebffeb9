// The engine on a bench: scripted answers in, effects out as words. A step says what happens and
// what the engine must ask for: "push 1-3" (operations), "pull 5" (cursor), "rows", "wake", or
// nothing. StatusChanged is checked at every step: it comes exactly when the status differs.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "shared/sync/protocol_errors.h"
#include "shared/sync/protocol_json.h"
#include "tests/support/fake_replica.h"

namespace cm::engine_bench {

inline Answered json_answer(int status, std::string body) {
  return {status, std::move(body), "application/json", std::nullopt};
}

inline Answered error_answer(int status, const char* code,
                             std::optional<DevSeq> last = std::nullopt) {
  ErrorReply error = make_error_reply(code);
  error.last = last;
  return json_answer(status, encode_error(error));
}

inline Answered pushed(DevSeq first, DevSeq last) {
  PushReply reply;
  reply.last = last;
  for (DevSeq seq = first; seq <= last; ++seq)
    reply.results.push_back({seq, OpOutcome::Applied, {}, ""});
  return json_answer(200, encode_push_reply(reply));
}

enum class More { No, Yes };

inline Answered page(std::int64_t to, std::size_t rows, More more = More::No) {
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

inline const Answered kWifiPage{200, "<html>Welcome to Station Wi-Fi</html>", "text/html",
                                std::nullopt};
inline const Answered kForeignJson{200, R"({"ok":true})", "application/json", std::nullopt};

class EngineBench {
 public:
  EngineBench() : clock(1'000'000), random(5), engine(store, sample::records(), clock, random) {}

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
    if (std::holds_alternative<UpdateNeeded>(effect)) return "update";
    if (const auto* denied = std::get_if<OperationsDenied>(&effect)) {
      std::string text = "denied";
      for (const DeniedOperation& one : denied->operations)
        text += " " + std::to_string(one.operation.seq) + " (" + one.reason + ")";
      return text;
    }
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
    return "push " + std::to_string(request->ops.front().seq) + "-" +
           std::to_string(request->ops.back().seq);
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

inline void run(EngineBench& bench, const std::vector<StepCase>& steps) {
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

inline SyncEvent event(SyncEvent of) {
  return of;
}

}  // namespace cm::engine_bench
