// HTTP by hand over a plain socket, so that tests can also send what no library would.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace cm::test {

struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string>
      headers;       // by lower-case name; Set-Cookie and others only once
  std::string body;  // as sent: not decompressed
  std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
};

// One connection.
class RawConnection {
 public:
  explicit RawConnection(int port);
  ~RawConnection();
  RawConnection(const RawConnection&) = delete;
  RawConnection& operator=(const RawConnection&) = delete;

  void send(
      std::string_view bytes);  // as much as the other side takes; never throws for a closed one
  void end_sending();
  // The next answer; nullopt when the connection ended first, or after `timeout_ms`.
  std::optional<HttpAnswer> receive(bool head = false, int timeout_ms = 20'000);
  bool is_closed_by_server(int timeout_ms);  // waits for the end; drops what comes before

 private:
  bool fill(int timeout_ms);
  int socket_ = -1;
  std::string buffer_;
};

// A browser's way to talk: keeps the cookie, one connection per request.
class HttpClient {
 public:
  explicit HttpClient(int port) : port_(port) {}
  using Headers = std::map<std::string, std::string>;

  HttpAnswer get(const std::string& path, const Headers& headers = {}) {
    return request("GET", path, {}, headers);
  }
  HttpAnswer post(const std::string& path, const std::string& body, const Headers& headers = {});
  HttpAnswer request(const std::string& method, const std::string& path, const std::string& body,
                     const Headers& headers);

  const std::string& cookie() const { return cookie_; }
  void set_cookie(const std::string& cookie) { cookie_ = cookie; }
  int port() const { return port_; }
  void set_port(int port) { port_ = port; }

 private:
  int port_;
  std::string cookie_;
};

// The text of a JSON string value, found by its key; for flat checks. Empty when it is not there.
std::string json_text(const std::string& json, const std::string& key);
std::string error_code(const HttpAnswer& answer);

}  // namespace cm::test
