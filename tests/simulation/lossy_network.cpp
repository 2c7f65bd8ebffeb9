#include "tests/simulation/lossy_network.h"

namespace cm::simulation {

LossyNetwork::Fault LossyNetwork::draw_fault() {
  if (healed_) return Fault::None;
  switch (random_.below(16)) {
    case 0:
    case 1:
      return Fault::DropRequest;
    case 2:
    case 3:
      return Fault::DropReply;
    case 4:
      return Fault::Duplicate;
    case 5:
      return Fault::LateDuplicate;
    case 6:
      return Fault::Slow;
    case 7:
      return Fault::WifiPage;
    case 8:
      return Fault::Unavailable;
    default:
      return Fault::None;
  }
}

void LossyNetwork::exchange(bool connected, std::function<Answered()> serve,
                            std::function<void(const SyncEvent&)> deliver) {
  const Fault fault = connected || healed_ ? draw_fault() : Fault::DropRequest;
  if (fault != Fault::None) ++faults_;
  const auto there_ms = static_cast<std::int64_t>(20 + random_.below(400));
  const auto back_ms = static_cast<std::int64_t>(20 + random_.below(400));
  const auto time_out = [&] { scheduler_.after(kTimeoutMs, [deliver] { deliver(Unanswered{}); }); };
  const auto arrive = [&](std::int64_t delay_ms) {
    scheduler_.after(delay_ms, [this, serve, deliver, back_ms] {
      const Answered answer = serve();
      scheduler_.after(back_ms, [deliver, answer] { deliver(answer); });
    });
  };
  const auto arrive_unheard = [&](std::int64_t delay_ms) {
    scheduler_.after(delay_ms, [serve] { serve(); });
  };
  const auto reply = [&](Answered answer) {
    scheduler_.after(back_ms, [deliver, answer] { deliver(answer); });
  };

  switch (fault) {
    case Fault::None:
      return arrive(there_ms);
    case Fault::DropRequest:
      return time_out();
    case Fault::DropReply:
      arrive_unheard(there_ms);
      return time_out();
    case Fault::Duplicate:
      arrive_unheard(there_ms);
      return arrive(there_ms + 5);
    case Fault::LateDuplicate:
      arrive_unheard(30'000 + static_cast<std::int64_t>(random_.below(300'000)));
      return arrive(there_ms);
    case Fault::Slow:
      arrive(kTimeoutMs + static_cast<std::int64_t>(random_.below(60'000)));
      return time_out();
    case Fault::WifiPage:
      return reply({200, "<html>Welcome to Station Wi-Fi</html>", "text/html", std::nullopt});
    case Fault::Unavailable:
      return reply({503, "{\"error\":{\"code\":\"server.busy\",\"text\":\"Busy.\"}}",
                    "application/json", 2'000});
  }
}

}  // namespace cm::simulation
