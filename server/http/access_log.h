// One line per request, in logfmt: what was asked, by whom, and how it went. No bodies, no secrets,
// and nothing that came from outside unescaped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cm {

struct AccessLine {
  std::string method;
  std::string route;  // the route's path, or the path asked for where no route has it
  int status = 0;
  double duration_ms = 0;
  std::uint64_t bytes_in = 0;
  std::uint64_t bytes_out = 0;
  std::string user;
  std::uint64_t device = 0;
  std::string address;
};

void log_access(const AccessLine& line);

// A logfmt value: bare when it is plain, else in quotes with \-escapes; never longer than 200
// bytes.
std::string log_value(std::string_view text);

// To stderr, one line each. Levels: "debug", "info", "warn", "error", "off"; Failure for others.
void start_logging(std::string_view level);

}  // namespace cm
