// A request as the front and the handlers see it, and their answer. Nothing of the HTTP library in
// here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/store/identity_store.h"

namespace cm {

// What the header lines said, before any body was read. Absent ones are empty.
struct RequestHead {
  std::string method;
  std::string path;     // decoded, without the query
  std::string address;  // of the other side, or what the trusted proxy says it is
  bool secure = false;  // came over TLS, to us or to the trusted proxy
  bool chunked = false;
  bool has_length = false;
  bool framing_is_clear = true;  // one way only to tell where the body ends
  std::uint64_t length = 0;
  std::string host, origin, sec_fetch_site;
  std::string content_type, content_encoding;
  std::string accept_encoding, if_none_match, cookie;
  bool sends_body() const { return chunked || length > 0; }
};

struct HttpRequest {
  RequestHead head;
  std::string id;    // what stands at {id} of the route
  std::string body;  // decompressed, within the route's limit
  std::optional<Session> session;
  std::string session_token;
  bool renew_cookie = false;  // the session was extended: the browser is to keep the cookie longer
};

struct HttpReply {
  int status = 200;
  std::string content_type = "application/json; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

}  // namespace cm
