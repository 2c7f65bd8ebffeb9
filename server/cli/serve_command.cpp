#include <csignal>

#include <atomic>
#include <filesystem>
#include <iostream>
#include <thread>

#include "server/cli/commands.h"
#include "server/cli/demo.h"
#include "server/cli/master_folder.h"
#include "server/http/access_log.h"
#include "server/http/duplicate_watch.h"
#include "server/identity/secure_random.h"
#include "server/identity/token.h"
#include "server/system_clock.h"
#include "shared/domain/records/catalogue.h"
#include "shared/store/record_store.h"

#include <spdlog/spdlog.h>

namespace cm {
namespace {

constexpr std::size_t kConnectionsMax = 8;  // to the database; more workers than that wait for one

// SIGTERM and SIGINT stop the server. Blocked before any thread starts, so that only this one gets
// them.
class StopSignals {
 public:
  StopSignals() {
    ::signal(SIGPIPE, SIG_IGN);
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  ~StopSignals() { finish(); }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  void stop_on_signal(HttpServer& server) {
    waiting_ = std::thread([this, &server] {
      const timespec turn{0, 200'000'000};
      while (!done_) {
        const int got = ::sigtimedwait(&signals_, nullptr, &turn);
        if (got <= 0) continue;
        spdlog::info("msg=stopping signal={}", got);
        server.stop();
        return;
      }
    });
  }

  // The thread may still be inside server.stop() when the server has stopped: wait before it goes
  // away.
  void finish() {
    done_ = true;
    if (waiting_.joinable()) waiting_.join();
  }

 private:
  sigset_t signals_{};
  std::atomic<bool> done_{false};
  std::thread waiting_;
};

// After the demo, which fills only an untouched master.
void keep_up(MasterPool& masters, const Clock& clock) {
  MasterPool::Lease lease(masters, MasterPool::Access::Write);
  masters.keep_up(*lease, clock);
}

// build/release/customer-master → build/web/site
std::string default_web_folder() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::string() : (program.parent_path().parent_path() / "web" / "site").string();
}

std::string url_of(const ServeOptions& options, int port) {
  const bool everywhere = options.http.host == "0.0.0.0" || options.http.host == "::";
  const bool here = everywhere || options.http.host == "127.0.0.1" || options.http.host == "::1";
  return (options.http.tls_certificate.empty() ? "http://" : "https://") +
         (here ? std::string("localhost") : options.http.host) + ":" + std::to_string(port);
}

void announce(const ServeOptions& options, int port, MasterPool& masters, SignIn& sign_in) {
  const std::string url = url_of(options, port);
  std::cout << "Customer Master is at " << url << "\n";
  MasterPool::Lease lease(masters, MasterPool::Access::Write);
  if (const auto token = sign_in.offer_setup(lease->identity)) {
    std::cout << "There is no administrator yet. Make the first one here (the link works once):\n"
              << url << "/setup#token=" << *token << "\n";
  }
  std::cout << std::flush;
}

}  // namespace

int serve(const ServeOptions& options) {
  StopSignals signals;
  start_logging(options.log_level);
  MasterFolder folder(options.folder, MasterFolder::Missing::Create);
  folder.take(MasterFolder::Use::Shared);

  SystemClock clock;
  SecureRandom random;
  const auto connections =
      std::min(kConnectionsMax, static_cast<std::size_t>(options.http.workers));
  MasterPool masters(folder.master_path(), connections, clock, random);
  SignIn sign_in(clock, random);
  if (options.demo) fill_demo(masters, sign_in, clock, random);
  keep_up(masters, clock);
  const DuplicateWatch duplicate_watch(masters);

  const std::string web = options.web_folder.empty() ? default_web_folder() : options.web_folder;
  const StaticFiles files = StaticFiles::load(web);
  if (files.empty()) spdlog::warn("msg=no_client web={}", log_value(web));

  Front front({masters, sign_in, clock}, files);
  HttpServer server(options.http, front);
  const int port = server.bind();
  announce(options, port, masters, sign_in);
  signals.stop_on_signal(server);
  server.run();
  signals.finish();
  spdlog::info("msg=stopped");
  return kDone;
}

}  // namespace cm
