// The HTTP server itself: sockets, TLS, a bounded number of workers, time limits, a clean stop.
// The one place that includes the HTTP library.
#pragma once

#include <memory>
#include <string>

#include "server/http/front.h"

namespace cm {

struct HttpOptions {
  std::string host = "127.0.0.1";
  int port = 8080;               // 0 = any free one
  int workers = 64;              // requests at a time; most of them wait for their bytes
  int queue_max = 256;           // connections that wait for a worker; more are turned away
  int head_seconds_max = 10;     // for a request's head to arrive
  int request_seconds_max = 60;  // for all of it to arrive
  int idle_seconds_max = 5;      // a kept connection without a request; less when others wait
  std::string tls_certificate, tls_key;  // PEM files; both or none
  bool behind_proxy = false;             // X-Forwarded-For and X-Forwarded-Proto are believed
};

class HttpServer {
 public:
  // Failure when the certificate or the key cannot be used.
  HttpServer(const HttpOptions& options, Front& front);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // Takes the port and answers its number. Failure when it is taken.
  int bind();
  // Serves until stop(); returns when every request that had begun has been answered.
  void run();
  // From any thread, not from a signal handler. Requests still arriving get `kStopGraceSeconds`.
  void stop();
  static constexpr int kStopGraceSeconds = 5;

  struct State;  // in http_server.cpp

 private:
  std::unique_ptr<State> state_;
};

}  // namespace cm
