// Goal: SIGTERM and SIGINT end the server soon, with exit code 0, and no request that had begun is
// cut. Method: requests under way while the signal arrives, at the real program.
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <memory>
#include <thread>

#include "tests/server/master_fixture.h"

namespace cm::test {

TEST_CASE("stop: a signal ends an idle server at once, kept connections included") {
  for (const int signal : {SIGTERM, SIGINT}) {
    CAPTURE(signal);
    ServedMaster master;
    RawConnection kept(master.server.port());
    kept.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    REQUIRE(kept.receive());
    const auto before = std::chrono::steady_clock::now();
    master.server.send_signal(signal);
    CHECK(master.server.wait() == 0);
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(4));
    CHECK(kept.is_closed_by_server(1000));
  }
}

TEST_CASE("stop: a request whose body is still on its way is answered first") {
  ServedMaster master;
  HttpClient client = master.signed_in("asha", 900);
  const std::string body =
      R"({"proto":1,"schema":1,"have":{"epoch":"","seq":0,"salt":""},"max":10})";
  RawConnection slow(master.server.port());
  slow.send(
      "POST /v1/pull HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nCookie: " +
      client.cookie() + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
      body.substr(0, 10));
  // A second request answered after it shows that the first one's head was taken up.
  CHECK(client.get("/healthz").status == 200);
  master.server.send_signal(SIGTERM);
  while (true) {  // until the port is closed: the stop has begun
    try {
      RawConnection probe(master.server.port());
    } catch (const std::runtime_error&) {
      break;
    }
  }
  slow.send(body.substr(10));
  const auto answer = slow.receive();
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->header("connection") == "close");
  CHECK(master.server.wait() == 0);
}

TEST_CASE("stop: of many requests under way none is cut") {
  ServedMaster master;
  const HttpClient signed_in = master.signed_in("asha", 900);
  constexpr int kThreads = 6;
  std::atomic<int> answered{0};
  std::atomic<bool> begun{false};
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (;;) {
        std::unique_ptr<RawConnection> connection;
        try {
          connection = std::make_unique<RawConnection>(master.server.port());
        } catch (const std::runtime_error&) {
          return;  // the port is closed: nothing began
        }
        connection->send("GET /v1/status HTTP/1.1\r\nHost: localhost\r\nCookie: " +
                         signed_in.cookie() + "\r\n\r\n");
        const auto answer = connection->receive();
        if (!answer) return;
        ++answered;
        if (answered > 50) begun = true;
      }
    });
  }
  while (!begun) std::this_thread::yield();
  master.server.send_signal(SIGTERM);
  const int exit_code = master.server.wait();
  for (std::thread& thread : threads) thread.join();
  INFO(master.server.log_end());
  CHECK(exit_code == 0);
  CHECK(answered > 50);
  // The log has a line for each request that the server took up. A connection that only the system
  // had taken when the port closed gets no answer either, but no request of it had begun.
  const std::string log = master.server.log();
  int begun_requests = 0;
  for (std::size_t at = 0; (at = log.find("route=/v1/status", at)) != std::string::npos; ++at) {
    ++begun_requests;
  }
  CHECK(begun_requests == answered);
}

TEST_CASE("stop: a sender that never finishes cannot hold the server") {
  ServedMaster master;
  RawConnection stuck(master.server.port());
  stuck.send(
      "POST /v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
      "application/json\r\nContent-Length: 50\r\n\r\n{");
  HttpClient(master.server.port()).get("/healthz");
  const auto before = std::chrono::steady_clock::now();
  master.server.send_signal(SIGTERM);
  CHECK(master.server.wait() == 0);
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(12));
}

TEST_CASE("start: two servers cannot share a port") {
  ServedMaster master;
  const ProgramResult second = run_program({"serve", "--port", std::to_string(master.server.port()),
                                            "--data", master.folder.file("other")});
  CHECK(second.exit_code == 3);
  CHECK(second.err.find("Is another server running there?") != std::string::npos);
}

}  // namespace cm::test
