#include "tests/server/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace cm::test {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return text;
}

HttpAnswer parse_head(const std::string& head) {
  HttpAnswer answer;
  if (head.compare(0, 9, "HTTP/1.1 ") != 0)
    throw std::runtime_error("not HTTP: " + head.substr(0, 80));
  answer.status = std::stoi(head.substr(9, 3));
  for (std::size_t line = head.find("\r\n") + 2; line < head.size();) {
    const std::size_t end = head.find("\r\n", line);
    const std::size_t colon = head.find(": ", line);
    if (colon < end)
      answer.headers[lower(head.substr(line, colon - line))] =
          head.substr(colon + 2, end - colon - 2);
    line = end + 2;
  }
  return answer;
}

}  // namespace

RawConnection::RawConnection(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket_);
    throw std::runtime_error("cannot connect to port " + std::to_string(port));
  }
}

RawConnection::~RawConnection() {
  ::close(socket_);
}

void RawConnection::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void RawConnection::end_sending() {
  ::shutdown(socket_, SHUT_WR);
}

bool RawConnection::fill(int timeout_ms) {
  pollfd waiting{socket_, POLLIN, 0};
  if (::poll(&waiting, 1, timeout_ms) <= 0) return false;
  std::array<char, 65536> piece;
  const ssize_t got = ::recv(socket_, piece.data(), piece.size(), 0);
  if (got <= 0) return false;
  buffer_.append(piece.data(), static_cast<std::size_t>(got));
  return true;
}

std::optional<HttpAnswer> RawConnection::receive(bool head, int timeout_ms) {
  std::size_t end = std::string::npos;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill(timeout_ms)) return std::nullopt;
  }
  HttpAnswer answer = parse_head(buffer_.substr(0, end + 2));
  buffer_.erase(0, end + 4);
  const std::string length = answer.header("content-length");
  const std::size_t bytes = head || answer.status == 304 || length.empty() ? 0 : std::stoul(length);
  while (buffer_.size() < bytes) {
    if (!fill(timeout_ms)) return std::nullopt;
  }
  answer.body = buffer_.substr(0, bytes);
  buffer_.erase(0, bytes);
  return answer;
}

bool RawConnection::is_closed_by_server(int timeout_ms) {
  for (;;) {
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, timeout_ms) <= 0) return false;
    std::array<char, 65536> piece;
    if (::recv(socket_, piece.data(), piece.size(), 0) <= 0) return true;
  }
}

HttpAnswer HttpClient::post(const std::string& path, const std::string& body,
                            const Headers& headers) {
  Headers all = headers;
  all.emplace("Content-Type", "application/json");
  return request("POST", path, body, all);
}

HttpAnswer HttpClient::request(const std::string& method, const std::string& path,
                               const std::string& body, const Headers& headers) {
  std::string text = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
  for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
  if (!cookie_.empty()) text += "Cookie: " + cookie_ + "\r\n";
  if (method == "POST" || !body.empty())
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  text += "\r\n" + body;
  RawConnection connection(port_);
  connection.send(text);
  const auto answer = connection.receive(method == "HEAD");
  if (!answer) throw std::runtime_error("no answer to " + method + " " + path);
  const std::string set = answer->header("set-cookie");
  if (!set.empty()) cookie_ = set.substr(0, set.find(';'));
  return *answer;
}

std::string json_text(const std::string& json, const std::string& key) {
  const std::string mark = "\"" + key + "\":\"";
  const std::size_t start = json.find(mark);
  if (start == std::string::npos) return {};
  return json.substr(start + mark.size(),
                     json.find('"', start + mark.size()) - start - mark.size());
}

std::string error_code(const HttpAnswer& answer) {
  return answer.body.compare(0, 10, "{\"error\":{") == 0 ? json_text(answer.body, "code")
                                                         : std::string();
}

}  // namespace cm::test
