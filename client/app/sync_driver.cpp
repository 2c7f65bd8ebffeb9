#include "client/app/sync_driver.h"

#include <cstdlib>
#include <utility>

#include "client/app/failure_text.h"
#include "shared/base/overloaded.h"
#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

constexpr std::int64_t kRetryAfterFailureMs = 30'000;
constexpr std::string_view kLastSuccess = "last_success_ms";

}  // namespace

SyncDriver::SyncDriver(Replica& replica, Platform& platform, Requests& requests, Wakes& wakes,
                       AppState& state)
    : replica_(replica),
      platform_(platform),
      requests_(requests),
      wakes_(wakes),
      state_(state),
      engine_(replica, record_catalogue(), platform.clock(), platform.random()) {
  if (const auto kept = replica.find_setting(kLastSuccess))
    success_ms_ = kept_success_ms_ = std::strtoll(kept->c_str(), nullptr, 10);
}

void SyncDriver::handle(const SyncEvent& event) {
  perform(engine_.handle(event));
  refresh_status();
}

void SyncDriver::on_answer(const HttpAnswer& answer) {
  if (answer.status == 0) return handle(Unanswered{});
  try {
    handle(Answered{answer.status, answer.body, answer.content_type, answer.retry_after_ms});
  } catch (const Failure& failure) {
    const std::string problem = failure_text(failure);
    const bool is_new = problem != store_problem_;
    store_problem_ = problem;
    wakes_.set(WakeReason::Sync, platform_.clock().now_ms() + kRetryAfterFailureMs);
    refresh_status();
    if (is_new) throw;
  }
}

void SyncDriver::perform(const std::vector<SyncEffect>& effects) {
  for (const SyncEffect& effect : effects) {
    std::visit(Overloaded{
                   [&](const Send& send) {
                     requests_.send("POST", send.path, send.body,
                                    [this](const HttpAnswer& answer) { on_answer(answer); });
                   },
                   [&](const WakeAt& wake) { wakes_.set(WakeReason::Sync, wake.at_ms); },
                   [&](const StatusChanged&) {},  // refresh_status follows every event
                   [&](const RowsChanged&) { pulled_ = true; },
                   [&](const OperationsDenied& denied) {
                     denied_ = denied.operations;
                     pulled_ = true;  // they stand in the conflict list now
                   },
                   [&](const UpdateNeeded&) { platform_.look_for_update(); },
               },
               effect);
  }
}

void SyncDriver::refresh_status() {
  state_.sync = engine_.status();
  if (state_.sync.last_success_ms && state_.sync.last_success_ms != success_ms_) {
    store_problem_.clear();
    keep_success(*state_.sync.last_success_ms);
  }
  state_.sync.last_success_ms = success_ms_;
  if (!store_problem_.empty()) state_.sync.problem = store_problem_;
  state_.sync.unsent = replica_.count_unsent_saves();
}

// So that the age of what is here is known after a restart without a network; to the minute.
void SyncDriver::keep_success(UnixMs at_ms) {
  success_ms_ = at_ms;
  if (kept_success_ms_ && at_ms - *kept_success_ms_ < 60'000) return;
  try {
    replica_.save_setting(kLastSuccess, std::to_string(at_ms));
    kept_success_ms_ = at_ms;
  } catch (const Failure&) {
    // Known until the restart, then; the next sync tries again.
  }
}

std::vector<DeniedOperation> SyncDriver::take_denied() {
  return std::exchange(denied_, {});
}

bool SyncDriver::take_finished_pull() {
  if (!pulled_ || state_.sync.phase == SyncPhase::Pushing ||
      state_.sync.phase == SyncPhase::Pulling)
    return false;
  pulled_ = false;
  return true;
}

}  // namespace cm
