#include "tests/simulation/simulated_server.h"

#include "shared/base/failure.h"
#include "shared/domain/records/catalogue.h"
#include "shared/sync/protocol_errors.h"
#include "shared/sync/protocol_json.h"

namespace cm::simulation {

namespace {

Answered json_answer(int status, std::string body) {
  return {status, std::move(body), "application/json", std::nullopt};
}

Answered error_answer(const ErrorReply& error) {
  return json_answer(find_protocol_error(error.code).http_status, encode_error(error));
}

// The mistake of a server that writes an operation's value to the wrong field.
void swap_values(PushRequest& request) {
  for (Operation& op : request.ops) {
    for (FieldValue& value : op.fields) {
      auto* text = std::get_if<std::string>(&value.value);
      if (text && *text == "Advance") *text = "Net 30 days";
    }
  }
}

}  // namespace

SimulatedServer::SimulatedServer(const Scheduler& scheduler, Random& random, Planted planted)
    : clock_(scheduler, 0), random_(random), planted_(planted) {
  OpenOptions options;
  options.kind = DatabaseKind::Master;
  database_ = Database::open(":memory:", options, record_catalogue());
  restart();
}

void SimulatedServer::restart() {
  service_.reset();
  master_ = std::make_unique<Master>(*database_, clock_, random_);
  service_ = std::make_unique<SyncService>(*master_, record_catalogue());
}

void SimulatedServer::restore_from(const std::string& path, Restore how) {
  service_.reset();
  master_.reset();
  OpenOptions options;
  options.kind = DatabaseKind::Master;
  database_ = Database::open(path, options, record_catalogue());
  last_by_device_.clear();
  restart();
  if (how == Restore::WithNewEpoch) master_->start_new_epoch();
}

Answered SimulatedServer::answer(const Actor& actor, const Send& request) {
  try {
    return route(actor, request);
  } catch (const Failure& failure) {
    ErrorReply error = make_error_reply(failure.code() == FailureCode::Refused ? "request.refused"
                                                                               : "server.error");
    error.text = failure.what();
    return error_answer(error);
  }
}

Answered SimulatedServer::route(const Actor& actor, const Send& request) {
  return request.path == "/v1/push" ? push(actor, request.body) : pull(actor, request.body);
}

Answered SimulatedServer::push(const Actor& actor, const std::string& body) {
  auto request = decode_push(record_catalogue(), body);
  if (!request) return error_answer({request.error().code, request.error().text, std::nullopt});
  if (planted_ == Planted::SwapValues) swap_values(*request);
  DevSeq& last = last_by_device_[actor.device];
  const bool replay =
      !request->ops.empty() && request->ops.back().seq <= last;  // as far as this process knows
  const std::int64_t head_before = master_->head();
  const auto reply = service_->push(actor, *request);
  if (!reply) return error_answer(reply.error());
  if (replay && planted_ == Planted::ApplyOnRetry) push_again_as_new(actor, *request);
  if (replay && (master_->head() != head_before || reply->last != last)) ++replays_that_changed_;
  last = reply->last;
  if (planted_ == Planted::ForgetLosers) {
    for (const Conflict& conflict : service_->list_open_conflicts(actor)) {
      master_->decide_conflict(conflict.id, ConflictState::Kept,
                               {"nobody", Role::Administrator, master_->device()});
    }
  }
  return json_answer(200, encode_push_reply(*reply));
}

// The mistake of a server that does not remember what it has applied.
void SimulatedServer::push_again_as_new(const Actor& actor, PushRequest request) {
  Actor ghost = actor;
  ghost.device.number = actor.device.number ^ 1;
  request.device = ghost.device;
  DevSeq& last = last_by_device_[ghost.device];
  for (Operation& op : request.ops) op.seq = op.commit_seq = ++last;
  static_cast<void>(service_->push(ghost, request));
}

Answered SimulatedServer::pull(const Actor& actor, const std::string& body) {
  const auto request = decode_pull(body);
  if (!request) return error_answer({request.error().code, request.error().text, std::nullopt});
  const auto reply = service_->pull(actor, *request);
  if (!reply) return error_answer(reply.error());
  return json_answer(200, encode_pull_reply(record_catalogue(), *reply));
}

std::optional<std::string> SimulatedServer::decide_one(const Actor& actor, Random& random) {
  const auto open = service_->list_open_conflicts(actor);
  if (open.empty()) return std::nullopt;
  const auto decision = random.below(2) == 0 ? ConflictState::Kept : ConflictState::Restored;
  const std::string id = open[random.below(open.size())].id;
  try {
    return service_->decide_conflict(actor, id, decision) ? std::optional(id) : std::nullopt;
  } catch (const Failure&) {
    return std::nullopt;  // what was denied cannot always be restored: an edit of a record that was
                          // never created
  }
}

}  // namespace cm::simulation
