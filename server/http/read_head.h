// What a request's header lines say, taken from the HTTP library's request. Included by
// http_server.cpp only.
#pragma once

#include <httplib.h>

#include <string>

#include "server/http/http_server.h"

namespace cm {

inline std::string last_item(const std::string& list) {
  const size_t comma = list.rfind(',');
  std::string item = comma == std::string::npos ? list : list.substr(comma + 1);
  item.erase(0, item.find_first_not_of(' '));
  return item;
}

// A length that is one plain number; anything else leaves it unclear where the body ends.
inline void read_length(const httplib::Request& from, RequestHead& head) {
  const size_t lengths = from.get_header_value_count("Content-Length");
  const size_t codings = from.get_header_value_count("Transfer-Encoding");
  head.chunked = codings == 1 && from.get_header_value("Transfer-Encoding") == "chunked";
  head.has_length = lengths == 1;
  head.framing_is_clear = lengths + codings <= 1 && (codings == 0 || head.chunked);
  if (lengths != 1) return;
  const std::string text = from.get_header_value("Content-Length");
  if (text.empty() || text.size() > 18 ||
      text.find_first_not_of("0123456789") != std::string::npos) {
    head.framing_is_clear = false;
    return;
  }
  head.length = std::stoull(text);
}

// Takes over what the library would otherwise act upon: it never decompresses, compresses or cuts
// out ranges; this is done, with bounds, by compression.h or not at all.
inline RequestHead read_head(httplib::Request& from, const HttpOptions& options) {
  RequestHead head;
  head.method = from.method;
  head.path = from.path;
  head.address = from.remote_addr;
  head.secure = !options.tls_certificate.empty();
  if (options.behind_proxy) {
    if (from.has_header("X-Forwarded-For"))
      head.address = last_item(from.get_header_value("X-Forwarded-For"));
    head.secure = head.secure || from.get_header_value("X-Forwarded-Proto") == "https";
  }
  read_length(from, head);
  head.host = from.get_header_value("Host");
  head.origin = from.get_header_value("Origin");
  head.sec_fetch_site = from.get_header_value("Sec-Fetch-Site");
  head.content_type = from.get_header_value("Content-Type");
  head.content_encoding = from.get_header_value("Content-Encoding");
  head.accept_encoding = from.get_header_value("Accept-Encoding");
  head.if_none_match = from.get_header_value("If-None-Match");
  head.cookie = from.get_header_value("Cookie");
  for (const char* name : {"Content-Encoding", "Accept-Encoding", "Range"})
    from.headers.erase(name);
  from.ranges.clear();
  return head;
}

}  // namespace cm
