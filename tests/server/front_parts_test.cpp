// Goal: the small parts of the HTTP side do what their headers promise. Method: tables, no sockets.
#include <doctest/doctest.h>

#include <set>

#include "server/http/access_log.h"
#include "server/http/compression.h"
#include "server/http/cookie.h"
#include "server/http/errors.h"
#include "server/http/routes.h"
#include "server/http/static_files.h"
#include "server/identity/sign_in_limit.h"
#include "server/identity/token.h"

namespace cm {

TEST_CASE("compression: what goes in comes out, and no more than allowed") {
  for (const std::string& text : {std::string(), std::string("a"), std::string(100'000, 'x')}) {
    CHECK(gunzip(gzip(text), 100'000) == text);
  }
  CHECK(gunzip(gzip(std::string(100'001, 'x')), 100'000).error() == GunzipError::TooLarge);
  const std::string packed = gzip("some text");
  for (std::size_t length = 0; length < packed.size(); ++length) {
    CAPTURE(length);
    CHECK(gunzip(packed.substr(0, length), 100).error() == GunzipError::Malformed);
  }
  CHECK(gunzip(packed + packed, 100).error() == GunzipError::Malformed);
}

TEST_CASE("static files: names with a content hash") {
  for (const std::string name : {"/app-3f9c2b1a.js", "/assets/main-K3J2N7QX.wasm",
                                 "/a.0123456789abcdef.css", "/x-deadbeef.js"}) {
    CAPTURE(name);
    CHECK(has_content_hash(name));
  }
  for (const std::string name : {"/index.html", "/sw.js", "/customer-register.js", "/app.js",
                                 "/app-3f9c2b1.js", "/-.js", "/app-3f9c2b1a", "/3f9c2b1a.js"}) {
    CAPTURE(name);
    CHECK_FALSE(has_content_hash(name));
  }
}

TEST_CASE("cookie: found among others, and doubtful ones are none") {
  CHECK(read_session_cookie("cm_session=abc") == "abc");
  CHECK(read_session_cookie("a=1; cm_session=abc; b=2") == "abc");
  CHECK(read_session_cookie("xcm_session=abc") == "");
  CHECK(read_session_cookie("cm_session=abc; cm_session=def") == "");
  CHECK(read_session_cookie("") == "");
}

TEST_CASE("log: values cannot break out of their line") {
  CHECK(log_value("plain/path") == "plain/path");
  CHECK(log_value("") == "\"\"");
  CHECK(log_value("two words") == "\"two words\"");
  CHECK(log_value("a\nb\r\x1b\"\\") == "\"a\\x0ab\\x0d\\x1b\\\"\\\\\"");
  CHECK(log_value("\xff") == "\"\\xff\"");
  CHECK(log_value(std::string(5000, 'x')).size() == 200);
}

TEST_CASE("routes: every address has one handler a method, and 405 names the methods") {
  std::set<std::string> seen;
  for (const Route& route : routes()) {
    CAPTURE(route.path);
    CHECK(seen.insert(std::string(route.method) + " " + std::string(route.path)).second);
    CHECK((route.body_bytes_max > 0) == (route.method == "POST"));
  }
  CHECK(match_route("GET", "/v1/session").route);
  CHECK(match_route("HEAD", "/v1/session").route);
  CHECK(match_route("POST", "/v1/conflicts/c17").id == "c17");
  CHECK_FALSE(match_route("PUT", "/v1/push").route);
  CHECK(match_route("PUT", "/v1/push").allowed_methods == "POST");
  CHECK(match_route("GET", "/v1").allowed_methods.empty());
}

TEST_CASE("errors: each code is known once, with a status of its kind and words") {
  std::set<std::string_view> codes;
  for (const auto& table : {http_errors(), list_protocol_errors()}) {
    for (const ProtocolErrorEntry& error : table) {
      CAPTURE(error.code);
      CHECK(codes.insert(error.code).second);
      CHECK(error.http_status >= 400);
      CHECK(error.http_status < 600);
      CHECK_FALSE(error.text.empty());
      CHECK(error_reply(error.code).status == error.http_status);
    }
  }
}

TEST_CASE("sign-in limit: waits grow with each failure and end") {
  SignInLimit limit;
  UnixMs now = 1'000'000;
  for (int i = 1; i < SignInLimit::kFreeTriesPerUser; ++i) limit.failed("asha", "10.0.0.1", now);
  CHECK(limit.wait_ms("asha", "10.0.0.1", now) == 0);
  limit.failed("asha", "10.0.0.1", now);
  CHECK(limit.wait_ms("asha", "10.0.0.1", now) == SignInLimit::kFirstWaitMs);
  limit.failed("asha", "10.0.0.1", now);
  CHECK(limit.wait_ms("asha", "10.0.0.1", now) == 2 * SignInLimit::kFirstWaitMs);
  CHECK(limit.wait_ms("bela", "10.0.0.1", now) == 0);
  CHECK(limit.wait_ms("asha", "10.0.0.2", now) == 0);
  now += 2 * SignInLimit::kFirstWaitMs;
  CHECK(limit.wait_ms("asha", "10.0.0.1", now) == 0);
  for (int i = 0; i < 100; ++i) limit.failed("asha", "10.0.0.1", now);
  CHECK(limit.wait_ms("asha", "10.0.0.1", now) == SignInLimit::kLongestWaitMs);
  limit.succeeded("asha", "10.0.0.1");
  CHECK(limit.wait_ms("asha", "10.0.0.9", now) == 0);
}

TEST_CASE("sign-in limit: guessing many names from one address is held up too") {
  SignInLimit limit;
  for (int i = 0; i < SignInLimit::kFreeTriesPerAddress; ++i)
    limit.failed("user" + std::to_string(i), "10.0.0.1", 0);
  CHECK(limit.wait_ms("someone", "10.0.0.1", 0) > 0);
  CHECK(limit.wait_ms("someone", "10.0.0.2", 0) == 0);
}

TEST_CASE("token: long, different each time, and kept only as a hash") {
  SeededRandom random(7);
  const std::string first = make_token(random), second = make_token(random);
  CHECK(first.size() == 43);
  CHECK(first != second);
  CHECK(hash_token(first).size() == 64);
  CHECK(hash_token(first) != hash_token(second));
  CHECK(hash_token(first) == hash_token(first));
}

}  // namespace cm
