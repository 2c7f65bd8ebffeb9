#include "shared/sync/client_engine.h"

#include <algorithm>
#include <utility>

#include "shared/sync/protocol_json.h"

namespace cm {

namespace {

constexpr std::string_view kOffline =
    "No connection to the server. Your changes are kept here and are sent later.";
constexpr std::string_view kNotOurServer =
    "Something other than the Customer Master server answered (a Wi-Fi sign-in page?). Your "
    "changes are kept here.";
constexpr std::string_view kBusy =
    "The server is busy. Your changes are kept here and are sent in a moment.";
constexpr std::string_view kSignIn = "Sign in to send your changes and get those of others.";
constexpr std::string_view kOtherVersion =
    "This page and the server are of different versions. Update or reload the page; your changes "
    "are kept.";
constexpr std::string_view kTooLarge =
    "A change is too large for the server. It is kept here, and so are the ones after it.";
constexpr std::string_view kRefused =
    "The server refuses a change of this device, which is kept here: ";
constexpr std::string_view kLostAtServer =
    "The server lost changes that it had confirmed to this device, and they are not kept here any "
    "more. Everything "
    "not yet sent is kept. Tell the administrator.";

// What even the worst line carries in one request: a few kilobytes.
constexpr std::size_t kOpsMin = 20;
constexpr std::size_t kRowsMin = 50;

bool is_json(const Answered& answer) {
  return answer.content_type.rfind("application/json", 0) == 0;
}

// The longest beginning of `ops` with at most `max` of them that does not cut a save in two; a save
// that is longer than that is cut after all.
std::size_t cut_at_save(const std::vector<Operation>& ops, std::size_t max) {
  if (ops.size() <= max) return ops.size();
  for (std::size_t count = max; count > 0; --count) {
    if (ops[count].commit_seq != ops[count - 1].commit_seq) return count;
  }
  return max;
}

}  // namespace

// One event on its way through: collects the effects. Member functions are in the order of a round.
class ClientEngine::Step {
 public:
  explicit Step(ClientEngine& engine) : e_(engine), before_(engine.status_) {}

  void operator()(const Started&) { resume(); }
  void operator()(const Ticked&) { begin_unless_held(); }
  void operator()(const SyncRequested&) { resume(); }
  void operator()(const NetworkChanged& change) {
    if (change.online) {
      e_.failures_ = 0;
      begin_unless_held();
    } else {
      e_.status_.online = false;
      e_.problem_ = kOffline;
    }
  }
  void operator()(const VisibilityChanged& change) {
    e_.visible_ = change.visible;
    if (change.visible) begin_unless_held();
  }
  void operator()(const Committed&) { begin_unless_held(); }
  void operator()(const SignedIn&) {
    e_.signed_in_ = true;
    resume();
  }
  void operator()(const SignedOut&) { e_.signed_in_ = false; }
  void operator()(const Unanswered&) {
    const Open was = std::exchange(e_.open_, Open::Nothing);
    send_smaller(was);
    if (was != Open::Nothing) fail(kOffline, Answering::Nobody);
  }
  void operator()(const Answered& answer) {
    switch (std::exchange(e_.open_, Open::Nothing)) {
      case Open::Nothing:
        return;
      case Open::Push:
        return answer.status == 200 ? take_push_reply(answer) : take_error(answer, Open::Push);
      case Open::Pull:
        return answer.status == 200 ? take_pull_reply(answer) : take_error(answer, Open::Pull);
    }
  }

  std::vector<SyncEffect> finish() {
    refresh_status();
    if (!(e_.status_ == before_)) effects_.emplace_back(StatusChanged{});
    return std::move(effects_);
  }

 private:
  enum class Answering { OurServer, Nobody };

  // ---- the round ----
  void resume() {
    e_.failures_ = 0;
    e_.hold_until_ms_ = 0;
    e_.push_stopped_.clear();
    e_.version_refused_.clear();
    e_.gap_last_.reset();
    begin_round();
  }

  // A server that asked for quiet is left alone, except when the person asks.
  void begin_unless_held() {
    const std::int64_t held_ms = left_to_hold_ms();
    if (held_ms == 0) return begin_round();
    if (e_.open_ == Open::Nothing) wake_after(held_ms);
  }

  void begin_round() {
    if (e_.open_ != Open::Nothing) {
      e_.wanted_again_ = true;
      return;
    }
    e_.pull_done_ = false;
    go_on();
  }

  // Sends what is next in this round, or ends it.
  void go_on() {
    if (!e_.signed_in_) return;
    if (e_.push_stopped_.empty() && send_push()) return;
    if (std::exchange(e_.wanted_again_, false)) e_.pull_done_ = false;
    if (!e_.pull_done_) return send_pull();
    wake_after(with_jitter(e_.visible_ ? e_.times_.poll_ms : e_.times_.poll_hidden_ms));
  }

  bool send_push() {
    PushRequest request;
    request.ops = e_.store_.list_unsent(e_.batch_max_);
    if (request.ops.empty()) return false;
    request.device = e_.store_.device();
    request.schema = e_.store_.schema();
    request.sent_ms = e_.clock_.now_ms();
    request.ops.erase(
        request.ops.begin() + static_cast<std::ptrdiff_t>(cut_at_save(request.ops, e_.batch_max_)),
        request.ops.end());
    std::string body = encode_push(e_.records_, request);
    while (body.size() > MessageLimits::push_bytes_max) {
      if (request.ops.size() == 1) {
        e_.push_stopped_ = kTooLarge;
        return false;
      }
      const std::size_t half = cut_at_save(request.ops, request.ops.size() / 2);
      request.ops.erase(request.ops.begin() + static_cast<std::ptrdiff_t>(half), request.ops.end());
      body = encode_push(e_.records_, request);
    }
    e_.sent_.clear();
    for (const Operation& op : request.ops) e_.sent_.push_back({op.seq, op.table, op.id});
    e_.open_ = Open::Push;
    effects_.emplace_back(Send{"/v1/push", std::move(body)});
    return true;
  }

  void send_pull() {
    PullRequest request;
    request.schema = e_.store_.schema();
    request.have = e_.store_.cursor();
    request.rows_max = e_.rows_max_;
    e_.sent_cursor_ = request.have;
    e_.open_ = Open::Pull;
    effects_.emplace_back(Send{"/v1/pull", encode_pull(request)});
  }

  // ---- good answers ----
  void take_push_reply(const Answered& answer) {
    const auto reply =
        is_json(answer) ? decode_push_reply(answer.body) : tl::make_unexpected(ProtocolError{});
    if (!reply) return fail(kNotOurServer, Answering::Nobody);
    const bool answers_ours =
        std::any_of(reply->results.begin(), reply->results.end(),
                    [&](const OpResult& result) { return result.seq == e_.sent_.front().seq; });
    if (!answers_ours || reply->last < e_.sent_.front().seq)
      return fail(kNotOurServer, Answering::Nobody);
    e_.store_.close_operations(*reply);
    tell_denied(*reply);
    e_.batch_max_ = std::min(e_.batch_max_ * 2, MessageLimits::push_ops_max);
    e_.gap_last_.reset();
    succeed();
    go_on();
  }

  void tell_denied(const PushReply& reply) {
    OperationsDenied denied;
    for (const OpResult& result : reply.results) {
      if (result.outcome != OpOutcome::Denied) continue;
      const auto sent =
          std::find_if(e_.sent_.begin(), e_.sent_.end(),
                       [&](const SentOperation& op) { return op.seq == result.seq; });
      if (sent != e_.sent_.end()) denied.operations.push_back({*sent, result.reason});
    }
    if (!denied.operations.empty()) effects_.emplace_back(std::move(denied));
  }

  void take_pull_reply(const Answered& answer) {
    const auto reply = is_json(answer) ? decode_pull_reply(e_.records_, answer.body)
                                       : tl::make_unexpected(ProtocolError{});
    if (!reply || (reply->more && reply->next == e_.sent_cursor_))
      return fail(kNotOurServer, Answering::Nobody);
    e_.store_.apply_page(*reply);
    e_.rows_max_ = std::min(e_.rows_max_ * 2, MessageLimits::pull_rows_max);
    if (!reply->rows.empty()) effects_.emplace_back(RowsChanged{});
    succeed();
    e_.pull_done_ = !reply->more;
    if (e_.pull_done_) e_.status_.last_success_ms = e_.clock_.now_ms();
    go_on();
  }

  // ---- other answers ----
  void take_error(const Answered& answer, Open was) {
    const auto error = decode_error(answer.body);
    if (answer.status == 413 && was == Open::Push) return send_less(std::string(kTooLarge));
    if (answer.status >= 500) send_smaller(was);
    if (answer.status == 429 || answer.status >= 500) return hold(answer);
    if (!error) return fail(kNotOurServer, Answering::Nobody);
    e_.status_.online = true;
    if (answer.status == 401 || error->code == "push.device") {
      e_.signed_in_ = false;
      return;
    }
    if (answer.status == 426) return wait_for_update();
    if (error->code == "pull.diverged" && was == Open::Pull) return restart_pull();
    if (error->code == "push.gap" && error->last && was == Open::Push)
      return close_gap(*error->last);
    if (was == Open::Push) return send_less(std::string(kRefused) + error->text);
    fail("The server did not answer: " + error->text, Answering::OurServer);
  }

  void wait_for_update() {
    e_.version_refused_ = kOtherVersion;
    e_.wanted_again_ = false;
    e_.hold_until_ms_ = e_.clock_.now_ms() + e_.times_.retry_after_max_ms;
    wake_after(e_.times_.retry_after_max_ms + below(e_.times_.retry_max_ms));
    effects_.emplace_back(UpdateNeeded{});
  }

  void restart_pull() {
    // Once in a row; a server that says so again is not asked at once.
    if (e_.sent_cursor_ == Cursor{}) return fail(kBusy, Answering::OurServer);
    e_.store_.restart_pull();
    effects_.emplace_back(RowsChanged{});
    e_.pull_done_ = false;
    go_on();
  }

  void close_gap(DevSeq last) {
    const bool new_gap = e_.gap_last_ != last;
    e_.gap_last_ = last;
    if (!new_gap || last >= e_.sent_.front().seq || !e_.store_.reopen_operations(last))
      e_.push_stopped_ = kLostAtServer;
    go_on();
  }

  // Half the batch, until the operation that the server refuses stands alone.
  void send_less(const std::string& why) {
    if (e_.sent_.size() > 1) {
      e_.batch_max_ = e_.sent_.size() / 2;
    } else {
      e_.push_stopped_ = why;
    }
    go_on();
  }

  // A slow or cut line may never carry a full message: the next try is half as large.
  void send_smaller(Open was) {
    if (was == Open::Push)
      e_.batch_max_ = std::max(kOpsMin, std::min(e_.batch_max_, e_.sent_.size()) / 2);
    if (was == Open::Pull) e_.rows_max_ = std::max<std::size_t>(kRowsMin, e_.rows_max_ / 2);
  }

  void hold(const Answered& answer) {
    const std::int64_t asked_ms = std::clamp<std::int64_t>(answer.retry_after_ms.value_or(0), 0,
                                                           e_.times_.retry_after_max_ms);
    if (asked_ms > 0) e_.hold_until_ms_ = e_.clock_.now_ms() + asked_ms;
    fail(kBusy,
         answer.status == 502 || answer.status == 504 ? Answering::Nobody : Answering::OurServer);
  }

  void succeed() {
    e_.status_.online = true;
    e_.failures_ = 0;
    e_.hold_until_ms_ = 0;
    e_.version_refused_.clear();
    e_.problem_.clear();
  }

  void fail(std::string_view why, Answering who) {
    e_.status_.online = who == Answering::OurServer;
    e_.problem_ = why;
    e_.wanted_again_ = false;
    ++e_.failures_;
    const std::int64_t ceiling_ms =
        std::min(e_.times_.retry_min_ms << std::min(e_.failures_, 20), e_.times_.retry_max_ms);
    const std::int64_t delay_ms =
        e_.times_.retry_min_ms + below(ceiling_ms - e_.times_.retry_min_ms);
    const std::int64_t held_ms = left_to_hold_ms();
    wake_after(held_ms > 0 ? held_ms + below(delay_ms) : delay_ms);
  }

  // ---- time and status ----
  // More than a server can ask for means that the clock was set back meanwhile: then the hold is
  // void.
  std::int64_t left_to_hold_ms() const {
    const std::int64_t left_ms = e_.hold_until_ms_ - e_.clock_.now_ms();
    return left_ms > 0 && left_ms <= e_.times_.retry_after_max_ms ? left_ms : 0;
  }
  std::int64_t below(std::int64_t bound) {
    return bound > 0
               ? static_cast<std::int64_t>(e_.random_.below(static_cast<std::uint64_t>(bound) + 1))
               : 0;
  }
  std::int64_t with_jitter(std::int64_t delay_ms) { return delay_ms - below(delay_ms / 5); }
  void wake_after(std::int64_t delay_ms) {
    effects_.emplace_back(WakeAt{e_.clock_.now_ms() + delay_ms});
  }

  void refresh_status() {
    e_.status_.unsent = e_.store_.count_unsent();
    e_.status_.phase = phase();
    e_.status_.problem = problem();
  }

  std::string problem() const {
    if (!e_.signed_in_) return std::string(kSignIn);
    if (!e_.version_refused_.empty()) return e_.version_refused_;
    return e_.problem_.empty() ? e_.push_stopped_ : e_.problem_;
  }

  SyncPhase phase() const {
    if (e_.open_ == Open::Push) return SyncPhase::Pushing;
    if (e_.open_ == Open::Pull) return SyncPhase::Pulling;
    if (!e_.signed_in_) return SyncPhase::NeedsSignIn;
    if (!e_.version_refused_.empty()) return SyncPhase::Stopped;
    if (e_.failures_ > 0 || !e_.status_.online) return SyncPhase::Waiting;
    return e_.push_stopped_.empty() ? SyncPhase::Idle : SyncPhase::Stopped;
  }

  ClientEngine& e_;
  const SyncStatus before_;
  std::vector<SyncEffect> effects_;
};

ClientEngine::ClientEngine(ReplicaStore& store, const RecordCatalogue& records, const Clock& clock,
                           Random& random, const SyncTimes& times)
    : store_(store), records_(records), clock_(clock), random_(random), times_(times) {}

std::vector<SyncEffect> ClientEngine::handle(const SyncEvent& event) {
  Step step(*this);
  std::visit(step, event);
  return step.finish();
}

}  // namespace cm
