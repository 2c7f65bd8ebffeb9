// One accepted connection as the HTTP library's stream: buffered, with a deadline for the whole of
// a request and not only for each read, over TLS or not. Included by http_server.cpp only.
#pragma once

#include <httplib.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstring>

namespace cm {

using SteadyTime = std::chrono::steady_clock::time_point;

class Connection final : public httplib::Stream {
 public:
  // The socket is non-blocking and stays the caller's; `tls` null = plain. `stop_by`: when the
  // server will be gone, as ticks of SteadyTime; it may be brought forward at any time. `waiting`:
  // how many others wait for a worker now.
  Connection(socket_t socket, SSL* tls, const std::atomic<SteadyTime::rep>& stop_by,
             const std::atomic<int>& waiting)
      : socket_(socket), tls_(tls), stop_by_(stop_by), waiting_(waiting) {}

  // A request's time begins: while others wait, it ends for whoever is slower than a slow line.
  void begin_request() {
    began_ = std::chrono::steady_clock::now();
    moved_ = 0;
  }

  // No read goes past `read_by`, no write past `write_by`, and neither past `stop_by`.
  void set_deadlines(SteadyTime read_by, SteadyTime write_by) {
    read_by_ = read_by, write_by_ = write_by;
  }
  bool timed_out() const { return timed_out_; }
  // Bytes of the next request that came with the last one.
  bool has_pending() const { return used_ < filled_ || (tls_ && SSL_pending(tls_) > 0); }
  std::uint64_t bytes_read() const { return bytes_read_; }

  bool handshake() {
    for (;;) {
      ERR_clear_error();
      const int result = SSL_accept(tls_);
      if (result == 1) return true;
      if (!wait_for_tls(result, read_by_)) return false;
    }
  }

  bool is_readable() const override { return true; }  // reads wait by themselves
  bool is_writable() const override { return true; }
  socket_t socket() const override { return socket_; }
  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    httplib::detail::get_remote_ip_and_port(socket_, ip, port);
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override {
    httplib::detail::get_local_ip_and_port(socket_, ip, port);
  }

  ssize_t read(char* to, size_t size) override {
    if (used_ == filled_) {
      const ssize_t got = fill();
      if (got <= 0) return got;
    }
    const size_t count = std::min(size, filled_ - used_);
    std::memcpy(to, buffer_.data() + used_, count);
    used_ += count;
    bytes_read_ += count;
    return static_cast<ssize_t>(count);
  }

  ssize_t write(const char* from, size_t size) override {
    for (;;) {
      if (tls_) {
        ERR_clear_error();
        const int sent = SSL_write(tls_, from, static_cast<int>(std::min<size_t>(size, 1 << 20)));
        if (sent > 0) return note_sent(sent);
        if (!wait_for_tls(sent, write_by_)) return -1;
      } else {
        const ssize_t sent = ::send(socket_, from, size, MSG_NOSIGNAL);
        if (sent >= 0) return note_sent(sent);
        if (!would_block() || !wait_for(POLLOUT, write_by_)) return -1;
      }
    }
  }

 private:
  // What a worker is worth while others wait for one.
  static constexpr std::chrono::seconds kPatience{2};
  static constexpr std::size_t kSlowestPerSecond = 2048;  // bytes

  ssize_t note_sent(ssize_t sent) {
    moved_ += static_cast<size_t>(sent);
    return sent;
  }
  bool is_in_the_way() const {
    const auto allowed = kPatience + std::chrono::seconds(moved_ / kSlowestPerSecond);
    return waiting_ > 0 && std::chrono::steady_clock::now() - began_ > allowed;
  }

  static bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

  ssize_t fill() {
    used_ = filled_ = 0;
    for (;;) {
      ERR_clear_error();
      const ssize_t got = tls_ ? SSL_read(tls_, buffer_.data(), static_cast<int>(buffer_.size()))
                               : ::recv(socket_, buffer_.data(), buffer_.size(), 0);
      if (got > 0) {
        filled_ = static_cast<size_t>(got);
        moved_ += filled_;
        return got;
      }
      if (tls_) {
        if (SSL_get_error(tls_, static_cast<int>(got)) == SSL_ERROR_ZERO_RETURN) return 0;
        if (!wait_for_tls(static_cast<int>(got), read_by_)) return -1;
      } else {
        if (got == 0) return 0;
        if (!would_block() || !wait_for(POLLIN, read_by_)) return -1;
      }
    }
  }

  bool wait_for_tls(int result, SteadyTime until) {
    switch (SSL_get_error(tls_, result)) {
      case SSL_ERROR_WANT_READ:
        return wait_for(POLLIN, until);
      case SSL_ERROR_WANT_WRITE:
        return wait_for(POLLOUT, until);
      default:
        return false;
    }
  }

  bool wait_for(short events, SteadyTime until) {
    using namespace std::chrono;
    for (;;) {
      const SteadyTime stop_by{SteadyTime::duration(stop_by_.load())};
      const auto left =
          duration_cast<milliseconds>(std::min(until, stop_by) - steady_clock::now()).count();
      if (left <= 0 || is_in_the_way()) {
        timed_out_ = true;
        return false;
      }
      pollfd waiting{socket_, events, 0};
      const int ready = ::poll(&waiting, 1, static_cast<int>(std::min<long long>(left, 200)));
      if (ready > 0) return true;
      if (ready < 0 && errno != EINTR) return false;
    }
  }

  socket_t socket_;
  SSL* tls_;
  const std::atomic<SteadyTime::rep>& stop_by_;
  const std::atomic<int>& waiting_;
  SteadyTime read_by_, write_by_;
  SteadyTime began_ = std::chrono::steady_clock::now();
  std::size_t moved_ = 0;  // bytes of this request, both ways
  bool timed_out_ = false;
  std::uint64_t bytes_read_ = 0;
  std::array<char, 16384> buffer_;
  size_t used_ = 0, filled_ = 0;
};

}  // namespace cm
