#include "server/http/front.h"

#include <spdlog/spdlog.h>

#include "server/http/access_log.h"
#include "server/http/compression.h"
#include "server/http/cookie.h"
#include "server/http/errors.h"

namespace cm {
namespace {

constexpr std::size_t kCompressFrom = 1024;  // bytes; below it gzip gains nothing

bool changes_state(std::string_view method) {
  return method != "GET" && method != "HEAD";
}

// A browser says where a request comes from; a program that says nothing is no browser, and brings
// no cookie that was not its own.
bool is_from_elsewhere(const RequestHead& head) {
  if (!head.sec_fetch_site.empty())
    return head.sec_fetch_site != "same-origin" && head.sec_fetch_site != "none";
  if (head.origin.empty()) return false;
  const std::size_t host = head.origin.find("://");
  return host == std::string::npos || head.origin.substr(host + 3) != head.host;
}

bool is_json(std::string_view content_type) {
  constexpr std::string_view kJson = "application/json";
  if (content_type.substr(0, kJson.size()) != kJson) return false;
  const std::string_view rest = content_type.substr(kJson.size());
  return rest.empty() || rest.front() == ';' || rest.front() == ' ';
}

std::optional<HttpReply> check_framing(const RequestHead& head) {
  if (!head.framing_is_clear) return error_reply("request.malformed");
  if (!changes_state(head.method) && head.sends_body()) return error_reply("request.body");
  return std::nullopt;
}

std::optional<HttpReply> check_body_headers(const Route& route, const RequestHead& head) {
  if (route.body_bytes_max == 0) {
    if (head.sends_body()) return error_reply("request.body");
    return std::nullopt;
  }
  if (!head.chunked && !head.has_length) return error_reply("request.length");
  if (head.length > route.body_bytes_max) return error_reply("message.bytes_max");
  if (!is_json(head.content_type)) return error_reply("request.content_type");
  if (!head.content_encoding.empty() && head.content_encoding != "gzip" &&
      head.content_encoding != "identity") {
    return error_reply("request.content_encoding");
  }
  return std::nullopt;
}

HttpReply method_not_allowed(const std::string& allowed) {
  HttpReply reply = error_reply("request.method");
  reply.headers.emplace_back("Allow", allowed);
  return reply;
}

bool is_api(std::string_view path) {
  return path.substr(0, 4) == "/v1/" || path == "/healthz";
}

void compress(const RequestHead& head, HttpReply& reply) {
  reply.headers.emplace_back("Cache-Control", "no-store");
  if (reply.body.size() < kCompressFrom) return;
  reply.headers.emplace_back("Vary", "Accept-Encoding");
  if (!accepts_encoding(head.accept_encoding, "gzip")) return;
  reply.body = gzip(reply.body);
  reply.headers.emplace_back("Content-Encoding", "gzip");
}

// The boundary that can tell the user: failures become answers here, and their words go to the log.
template <class Work>
auto guarded(Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const Failure& failure) {
    spdlog::error("msg=failure text={}", log_value(failure.what()));
    return failure_reply(failure);
  } catch (const std::exception& error) {
    spdlog::critical("msg=bug text={}", log_value(error.what()));
    return error_reply("server.error");
  }
}

}  // namespace

std::variant<HttpReply, const Route*> Front::admit(HttpRequest& request) {
  return guarded([&] { return admit_now(request); });
}

std::variant<HttpReply, const Route*> Front::admit_now(HttpRequest& request) {
  const RequestHead& head = request.head;
  if (auto wrong = check_framing(head)) return *wrong;
  if (!is_api(head.path)) {
    if (changes_state(head.method)) return method_not_allowed("GET, HEAD");
    return files_.answer(head);
  }
  RouteMatch match = match_route(head.method, head.path);
  if (!match.route) {
    if (match.allowed_methods.empty()) return error_reply("request.not_found");
    return method_not_allowed(match.allowed_methods);
  }
  if (changes_state(head.method) && is_from_elsewhere(head)) return error_reply("request.origin");
  if (auto wrong = check_body_headers(*match.route, head)) return *wrong;
  request.id = match.id;
  if (auto refused = find_session(*match.route, request)) return *refused;
  return match.route;
}

std::optional<HttpReply> Front::find_session(const Route& route, HttpRequest& request) {
  request.session_token = read_session_cookie(request.head.cookie);
  if (!request.session_token.empty()) {
    MasterPool::Lease lease(services_.masters, MasterPool::Access::Read);
    if (const auto found = services_.sign_in.find(lease->identity, request.session_token)) {
      request.session = found->session;
      request.renew_cookie = found->extended;
    }
  }
  if (route.access == Access::SignedIn && !request.session) return error_reply("session.required");
  return std::nullopt;
}

HttpReply Front::answer(const Route& route, HttpRequest& request) {
  return guarded([&] {
    HttpReply reply = answer_now(route, request);
    if (request.renew_cookie && reply.status < 400) {
      reply.headers.push_back(session_cookie(request.session_token, request.head.secure));
    }
    compress(request.head, reply);
    return reply;
  });
}

HttpReply Front::answer_now(const Route& route, HttpRequest& request) {
  if (request.head.content_encoding == "gzip") {
    auto unfolded = gunzip(request.body, route.body_bytes_max);
    if (!unfolded) {
      return error_reply(unfolded.error() == GunzipError::TooLarge ? "message.bytes_max"
                                                                   : "request.truncated");
    }
    request.body = std::move(*unfolded);
  }
  return route.handler(request, services_);
}

}  // namespace cm
