// A run: people type on devices that crash, with clocks that lie, over a network that fails; then
// quiet; then the oracle.
#include <array>
#include <memory>
#include <vector>

#include "shared/domain/records/catalogue.h"
#include "shared/store/history.h"
#include "shared/sync/json_writer.h"
#include "shared/sync/protocol_json.h"
#include "tests/simulation/lossy_network.h"
#include "tests/simulation/options.h"
#include "tests/simulation/oracle.h"
#include "tests/simulation/simulated_client.h"
#include "tests/simulation/simulated_server.h"

namespace cm::simulation {

namespace {

constexpr UnixMs kStartMs = 1'732'240'000'000;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kYearMs = 365LL * 24 * 60 * kMinuteMs;
constexpr std::int64_t kStepMs = 8'000;
constexpr std::int64_t kQuietMsMax = 120 * kMinuteMs;

class Run {
 public:
  explicit Run(const Options& options)
      : options_(options),
        random_(options.seed),
        scheduler_(kStartMs),
        network_(scheduler_, random_),
        server_(scheduler_, random_, options.planted) {
    constexpr std::array kRoles = {Role::Rep, Role::Office, Role::Manager, Role::Outlet,
                                   Role::Auditor};
    for (int i = 0; i < options.clients; ++i)
      add_client(kRoles[static_cast<std::size_t>(i) % kRoles.size()]);
  }

  Result play() {
    for (auto& device : devices_) device->client->start();
    for (int i = 0; i < options_.steps; ++i) {
      const auto time_ms = kStartMs + static_cast<std::int64_t>(random_.below(
                                          static_cast<std::uint64_t>(options_.steps) * kStepMs));
      scheduler_.at(time_ms, [this] { act(*devices_[random_.below(devices_.size())]); });
    }
    const UnixMs end_ms = kStartMs + options_.steps * kStepMs;
    if (options_.restore != Restore::Never) {
      scheduler_.at(kStartMs + options_.steps * kStepMs / 3,
                    [this] { server_.backup_to(options_.backup_path); });
      scheduler_.at(kStartMs + options_.steps * kStepMs / 2, [this] { restore(); });
    }
    while (scheduler_.step(end_ms)) {
    }
    settle(end_ms);
    return judge();
  }

 private:
  struct Device {
    Actor actor;
    bool connected = true;
    std::unique_ptr<SimulatedClient> client;
  };

  void add_client(Role role) {
    devices_.push_back(std::make_unique<Device>());
    Device& device = *devices_.back();
    std::string user = "user";
    user += std::to_string(devices_.size());
    device.client = std::make_unique<SimulatedClient>(
        scheduler_, random_, user, draw_skew_ms(),
        [this, &device](std::uint64_t number, const Send& request) {
          transmit(device, number, request);
        });
    device.actor = {user, role, device.client->replica().device()};
  }

  std::int64_t draw_skew_ms() {
    switch (random_.below(5)) {
      case 0:
        return -kYearMs;
      case 1:
        return kYearMs;
      case 2:
        return static_cast<std::int64_t>(random_.below(20 * kMinuteMs)) - 10 * kMinuteMs;
      case 3:
        return -kStartMs;  // 1970
      default:
        return 0;
    }
  }

  void transmit(Device& device, std::uint64_t number, const Send& request) {
    network_.exchange(
        device.connected, [this, &device, request] { return serve(device, request); },
        [&device, number](const SyncEvent& answer) { device.client->on_answer(number, answer); });
  }

  void act(Device& device) {
    switch (random_.below(20)) {
      case 0:
        return connect(device, false);
      case 1:
      case 2:
        return connect(device, true);
      case 3:
        ++faults_;
        device.client->crash();
        return device.client->start();
      case 4:
        ++faults_;
        return device.client->set_clock_skew_ms(draw_skew_ms());
      case 5:
        ++faults_;
        return random_.below(2) == 0 ? server_.restart()
                                     : server_.set_clock_skew_ms(draw_server_skew_ms());
      case 6:
        return device.client->handle(SyncRequested{});
      case 7:
        return decide();
      case 8:
        return remove(device);
      default:
        log_.add(device.actor.device, device.client->edit(device.client->list_rows()));
    }
  }

  // Rarely, or nothing would be left to edit.
  void remove(Device& device) {
    const std::vector<RecordId> rows = device.client->list_rows();
    if (rows.size() < 4 || random_.below(3) != 0) return;
    log_.add(device.actor.device, device.client->remove(rows[random_.below(rows.size())]));
  }

  void restore() {
    server_.restore_from(options_.backup_path, options_.restore);
    const History history(server_.database());
    for (const auto& [dot, op] : log_.operations()) refilled_ += history.find(dot) ? 0 : 1;
    for (auto& device : devices_)
      refilled_ -= static_cast<std::int64_t>(device->client->replica().count_unsent());
  }

  void decide() {
    const Actor desk{"desk", Role::Office, server_.master().device()};
    if (const auto id = server_.decide_one(desk, random_)) log_.add_decision(*id);
  }

  std::int64_t draw_server_skew_ms() {
    return static_cast<std::int64_t>(random_.below(20 * kMinuteMs)) - 10 * kMinuteMs;
  }

  void connect(Device& device, bool connected) {
    if (device.connected == connected) return;
    ++faults_;
    device.connected = connected;
    device.client->handle(NetworkChanged{connected});
  }

  Answered serve(Device& device, const Send& request) {
    Answered answer = server_.answer(device.actor, request);
    if (options_.planted == Planted::SkipRows && request.path == "/v1/pull" &&
        random_.below(4) == 0) {
      if (auto page = decode_pull_reply(record_catalogue(), answer.body)) {
        page->rows.clear();
        answer.body = encode_pull_reply(record_catalogue(), *page);
      }
    }
    return answer;
  }

  bool is_quiet(Device& device) {
    const SyncStatus& status = device.client->status();
    return status.phase == SyncPhase::Idle && status.unsent == 0 &&
           device.client->replica().cursor().seq == server_.master().head();
  }

  void settle(UnixMs from_ms) {
    network_.heal();
    for (auto& device : devices_) {
      device->connected = true;
      device->client->handle(NetworkChanged{true});
    }
    int quiet_checks = 0;
    while (quiet_checks < 3 && scheduler_.step(from_ms + kQuietMsMax)) {
      bool quiet = true;
      for (auto& device : devices_) quiet = quiet && is_quiet(*device);
      quiet_checks = quiet ? quiet_checks + 1 : 0;
    }
  }

  Result judge() {
    Result result;
    result.seed = options_.seed;
    result.clients = options_.clients;
    result.ops = static_cast<std::int64_t>(log_.operations().size());
    result.faults = faults_ + network_.faults();
    result.refilled = refilled_;
    for (const auto& [dot, op] : log_.operations())
      result.deletes += op.kind == ChangeKind::Delete ? 1 : 0;
    for (auto& device : devices_) {
      const SyncStatus& status = device->client->status();
      for (std::size_t i = 0; i < status.unsent; ++i) {
        result.note(result.unsent, device->actor.user + " never sent an operation, phase " +
                                       std::to_string(static_cast<int>(status.phase)) + ": " +
                                       status.problem);
      }
    }
    judge_master(log_, server_.database(), server_.master(), result);
    for (std::int64_t i = 0; i < server_.replays_that_changed(); ++i)
      result.note(result.twice, "a replay changed the master");
    for (auto& device : devices_) {
      judge_replica(log_, server_.database(), device->client->database(), device->actor.user,
                    result);
    }
    return result;
  }

  Options options_;
  SeededRandom random_;
  Scheduler scheduler_;
  LossyNetwork network_;
  SimulatedServer server_;
  std::vector<std::unique_ptr<Device>> devices_;
  EditLog log_;
  std::int64_t faults_ = 0;
  std::int64_t refilled_ = 0;
};

}  // namespace

Result run_simulation(const Options& options) {
  return Run(options).play();
}

std::string to_json(const Result& result) {
  const std::pair<const char*, std::int64_t> numbers[] = {
      {"seed", static_cast<std::int64_t>(result.seed)},
      {"clients", result.clients},
      {"ops", result.ops},
      {"faults", result.faults},
      {"conflicts", result.conflicts},
      {"deletes", result.deletes},
      {"refilled", result.refilled},
      {"lost", result.lost},
      {"twice", result.twice},
      {"losers_missing", result.losers_missing},
      {"losers_extra", result.losers_extra},
      {"diverged", result.diverged},
      {"unsent", result.unsent}};
  std::string json;
  JsonWriter writer(json);
  writer.open_object();
  for (const auto& [name, value] : numbers) writer.integer(name, value);
  writer.close_object();
  return json;
}

}  // namespace cm::simulation
