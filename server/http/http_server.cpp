#include "server/http/http_server.h"

#include <fcntl.h>

#include "server/http/access_log.h"
#include "server/http/connection.h"
#include "server/http/errors.h"
#include "server/http/read_head.h"
#include "server/http/security_headers.h"
#include "shared/base/failure.h"

namespace cm {
namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr size_t kKeepAliveCount = 1000;
constexpr size_t kBodyOnWireMax = MessageLimits::push_bytes_max + 64 * 1024;
constexpr size_t kLingerBytesMax = 16u << 20;

// What this worker thread is doing right now. The library calls us back in several places for one
// request; this is what they share.
struct Turn {
  HttpRequest request;
  const Route* route = nullptr;
  SteadyTime started;
  bool arrived = false;     // its head was read
  bool body_taken = false;  // nothing of it is left on the wire
  bool close_after = false;
};
thread_local Turn turn;

// httplib's pool, with a count of who waits.
class CountingPool final : public httplib::TaskQueue {
 public:
  CountingPool(size_t workers, size_t queue_max, std::atomic<int>& waiting)
      : pool_(workers, queue_max), waiting_(waiting) {}
  bool enqueue(std::function<void()> work) override {
    ++waiting_;
    const bool taken = pool_.enqueue([this, work = std::move(work)] {
      --waiting_;
      work();
    });
    if (!taken) --waiting_;
    return taken;
  }
  void shutdown() override { pool_.shutdown(); }

 private:
  httplib::ThreadPool pool_;
  std::atomic<int>& waiting_;
};

void put(const HttpReply& reply, httplib::Response& to) {
  to.status = reply.status;
  for (const auto& [name, value] : reply.headers) to.set_header(name, value);
  if (reply.status == 304) return;
  to.body = reply.body;
  to.set_header("Content-Type", reply.content_type);
}

std::string complete_code(int status, const Connection& connection) {
  return std::string(status == 400 && connection.timed_out() ? "request.timeout"
                                                             : code_of_status(status));
}

thread_local Connection* current_connection = nullptr;

}  // namespace

// What does not depend on TLS.
struct HttpServer::State {
  State(const HttpOptions& given, Front& to) : options(given), front(to) {}
  virtual ~State() = default;
  virtual httplib::Server& library() = 0;

  HttpOptions options;
  Front& front;
  std::atomic<int> waiting{0};
  std::atomic<bool> stopping{false};
  std::atomic<SteadyTime::rep> stop_by{SteadyTime::max().time_since_epoch().count()};

  void set_up();
  void serve(Connection& connection, const std::function<bool(bool, bool&)>& process_one);

 private:
  bool wait_for_request(Connection& connection);
  void answer_too_late(Connection& connection);
  void linger(Connection& connection);
  void begin_turn(Connection& connection);
  httplib::Server::HandlerResponse route(const httplib::Request& from, httplib::Response& to);
  void read_and_answer(httplib::Response& to, const httplib::ContentReader& reader);
  void finish_head(const httplib::Request& from, httplib::Response& to);
  void log(const httplib::Response& to);

 public:
  void take_head(httplib::Request& from);
};

namespace {

template <class Base>
struct Listener final : HttpServer::State, Base {
  template <class... Args>
  Listener(const HttpOptions& given, Front& to, Args... args) : State(given, to), Base(args...) {}
  httplib::Server& library() override { return *this; }

 private:
  static constexpr bool kTls = std::is_same_v<Base, httplib::SSLServer>;

  bool process_and_close_socket(socket_t socket) override {
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
    SSL* tls = nullptr;
    if constexpr (kTls) {
      tls = SSL_new(this->ssl_context());  // OpenSSL counts references with atomics
      if (tls) SSL_set_fd(tls, socket);
    }
    {
      Connection connection(socket, tls, this->stop_by, this->waiting);
      const auto now = steady_clock::now();
      connection.set_deadlines(now + seconds(this->options.head_seconds_max),
                               now + seconds(this->options.head_seconds_max));
      if (!kTls || (tls && connection.handshake())) serve_one(connection, tls);
    }
    if (tls) {
      SSL_shutdown(tls);
      SSL_free(tls);
    }
    httplib::detail::shutdown_socket(socket);
    httplib::detail::close_socket(socket);
    return true;
  }

  void serve_one(Connection& connection, const SSL* tls) {
    std::string remote, local;
    int remote_port = 0, local_port = 0;
    connection.get_remote_ip_and_port(remote, remote_port);
    connection.get_local_ip_and_port(local, local_port);
    this->serve(connection, [&](bool last, bool& closed) {
      return this->process_request(connection, remote, remote_port, local, local_port, last, closed,
                                   [&](httplib::Request& request) {
                                     request.ssl = tls;
                                     this->take_head(request);
                                   });
    });
  }
};

}  // namespace

void HttpServer::State::set_up() {
  httplib::Server& server = library();
  server.new_task_queue = [this] {
    return new CountingPool(static_cast<size_t>(options.workers),
                            static_cast<size_t>(options.queue_max), waiting);
  };
  server.set_socket_options(
      [](socket_t socket) {  // not SO_REUSEPORT: two servers must not share a port
        int one = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
      });
  server.set_tcp_nodelay(true);
  server.set_payload_max_length(kBodyOnWireMax);
  server.set_keep_alive_max_count(kKeepAliveCount);
  server.set_keep_alive_timeout(options.idle_seconds_max);
  httplib::Headers headers;
  for (const auto& [name, value] : security_headers(!options.tls_certificate.empty()))
    headers.emplace(name, value);
  server.set_default_headers(headers);
  server.set_pre_routing_handler([this](const auto& from, auto& to) { return route(from, to); });
  for (const Route& each : routes()) {
    if (each.body_bytes_max == 0) continue;
    std::string pattern(each.path);
    if (const size_t mark = pattern.find("{id}"); mark != std::string::npos)
      pattern.replace(mark, 4, ":id");
    server.Post(pattern,
                [this](const httplib::Request&, httplib::Response& to,
                       const httplib::ContentReader& reader) { read_and_answer(to, reader); });
  }
  server.set_error_handler(
      httplib::Server::HandlerWithResponse([](const auto&, httplib::Response& to) {
        // Only what the library refused by itself comes without a body.
        if (to.body.empty()) put(error_reply(complete_code(to.status, *current_connection)), to);
        return httplib::Server::HandlerResponse::Handled;
      }));
  server.set_post_routing_handler([this](const auto& from, auto& to) { finish_head(from, to); });
  server.set_logger([this](const auto&, const auto& to) { log(to); });
}

// The requests of one connection, one after the other.
void HttpServer::State::serve(Connection& connection,
                              const std::function<bool(bool, bool&)>& process_one) {
  current_connection = &connection;
  for (size_t count = kKeepAliveCount; count > 0 && wait_for_request(connection); --count) {
    begin_turn(connection);
    const bool last = count == 1 || stopping;
    bool closed = false;
    const bool answered = process_one(last, closed);
    if (!answered && !turn.arrived && connection.timed_out()) answer_too_late(connection);
    if (!answered || closed || last || turn.close_after) break;
  }
  current_connection = nullptr;
  if (turn.close_after) linger(connection);
  turn = {};
}

// The library says nothing when not even the first line came.
void HttpServer::State::answer_too_late(Connection& connection) {
  const std::string body = error_reply("request.timeout").body;
  const std::string text =
      "HTTP/1.1 408 Request Timeout\r\nContent-Type: application/json\r\nConnection: close\r\n" +
      ("Content-Length: " + std::to_string(body.size())) + "\r\n\r\n" + body;
  connection.write(text.data(), text.size());
  turn.close_after = true;
}

void HttpServer::State::linger(Connection& connection) {
  // Bytes that nobody read would make the system reset the connection, and with it our answer.
  ::shutdown(connection.socket(), SHUT_WR);
  const auto until = steady_clock::now() + seconds(2);
  connection.set_deadlines(until, until);
  std::array<char, 16384> dropped;
  size_t total = 0;
  for (ssize_t got = 1; got > 0 && total < kLingerBytesMax;
       total += static_cast<size_t>(got > 0 ? got : 0)) {
    got = connection.read(dropped.data(), dropped.size());
  }
}

bool HttpServer::State::wait_for_request(Connection& connection) {
  if (connection.has_pending()) return true;
  const auto since = steady_clock::now();
  for (bool first = true;; first = false) {
    const bool give_up = stopping || (!first && waiting > 0) ||
                         steady_clock::now() - since > seconds(options.idle_seconds_max);
    pollfd socket{connection.socket(), POLLIN, 0};
    const int ready = ::poll(&socket, 1, give_up ? 0 : 50);
    if (ready > 0) return true;  // also what came in just before the stop
    if (ready < 0 && errno != EINTR) return false;
    if (give_up) return false;
  }
}

void HttpServer::State::begin_turn(Connection& connection) {
  turn = {};
  turn.started = steady_clock::now();
  connection.begin_request();
  const auto head_by = turn.started + seconds(options.head_seconds_max);
  connection.set_deadlines(head_by, head_by + seconds(options.request_seconds_max));
}

void HttpServer::State::take_head(httplib::Request& from) {
  turn.request.head = read_head(from, options);
  turn.arrived = true;
  const RequestHead& head = turn.request.head;
  turn.body_taken =
      head.framing_is_clear && !head.sends_body() && (head.has_length || head.method != "POST");
  const auto body_by =
      turn.started + seconds(options.request_seconds_max);  // a body may take longer
  current_connection->set_deadlines(body_by, body_by + seconds(options.request_seconds_max));
}

httplib::Server::HandlerResponse HttpServer::State::route(const httplib::Request&,
                                                          httplib::Response& to) {
  using Next = httplib::Server::HandlerResponse;
  auto admitted = front.admit(turn.request);
  if (auto* reply = std::get_if<HttpReply>(&admitted)) {
    put(*reply, to);
    return Next::Handled;
  }
  turn.route = std::get<const Route*>(admitted);
  if (turn.route->body_bytes_max > 0) return Next::Unhandled;  // goes on in read_and_answer
  put(front.answer(*turn.route, turn.request), to);
  return Next::Handled;
}

void HttpServer::State::read_and_answer(httplib::Response& to,
                                        const httplib::ContentReader& reader) {
  const size_t bytes_max = turn.route->body_bytes_max;
  std::string& body = turn.request.body;
  bool too_large = false;
  const bool complete = reader([&](const char* bytes, size_t count) {
    too_large = body.size() + count > bytes_max;
    if (!too_large) body.append(bytes, count);
    return !too_large;
  });
  turn.body_taken = complete;
  if (complete) return put(front.answer(*turn.route, turn.request), to);
  const bool larger = too_large || to.status == 413;
  put(error_reply(larger                            ? "message.bytes_max"
                  : current_connection->timed_out() ? "request.timeout"
                                                    : "request.truncated"),
      to);
}

void HttpServer::State::finish_head(const httplib::Request&, httplib::Response& to) {
  to.headers.erase("Accept-Ranges");
  if (!to.has_header("Cache-Control")) to.set_header("Cache-Control", "no-store");
  // After a request that was not read to its end nobody knows where the next one begins.
  turn.close_after = turn.close_after || !turn.arrived || !turn.body_taken;
  if (!turn.close_after && !stopping) return;
  turn.close_after = turn.close_after || stopping;
  to.headers.erase("Keep-Alive");
  to.headers.erase("Connection");
  to.set_header("Connection", "close");
}

void HttpServer::State::log(const httplib::Response& to) {
  const HttpRequest& request = turn.request;
  AccessLine line;
  line.method = turn.arrived ? request.head.method : "-";
  line.route = turn.route ? std::string(turn.route->path) : request.head.path;
  line.status = to.status;
  line.duration_ms =
      std::chrono::duration<double, std::milli>(steady_clock::now() - turn.started).count();
  line.bytes_in = current_connection->bytes_read();
  line.bytes_out = to.body.size();
  line.address = request.head.address;
  if (request.session) {
    line.user = request.session->user;
    line.device = request.session->device.number;
  }
  log_access(line);
}

HttpServer::HttpServer(const HttpOptions& options, Front& front) {
  if (options.tls_certificate.empty()) {
    state_ = std::make_unique<Listener<httplib::Server>>(options, front);
  } else {
    state_ = std::make_unique<Listener<httplib::SSLServer>>(
        options, front, options.tls_certificate.c_str(), options.tls_key.c_str());
    if (!state_->library().is_valid()) {
      throw Failure(FailureCode::Refused, "The certificate " + options.tls_certificate +
                                              " with the key " + options.tls_key +
                                              " cannot be used for TLS.");
    }
  }
  state_->set_up();
}

HttpServer::~HttpServer() = default;

int HttpServer::bind() {
  const HttpOptions& options = state_->options;
  const int port =
      options.port == 0
          ? state_->library().bind_to_any_port(options.host)
          : (state_->library().bind_to_port(options.host, options.port) ? options.port : -1);
  if (port < 0) {
    throw Failure(FailureCode::Refused, "Cannot listen on " + options.host + ":" +
                                            std::to_string(options.port) +
                                            ". Is another server running there?");
  }
  return port;
}

void HttpServer::run() {
  state_->library().listen_after_bind();
}

void HttpServer::stop() {
  state_->stop_by = (steady_clock::now() + seconds(kStopGraceSeconds)).time_since_epoch().count();
  state_->stopping = true;
  state_->library().wait_until_ready();
  state_->library().stop();
}

}  // namespace cm
