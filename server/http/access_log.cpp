#include "server/http/access_log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "shared/base/failure.h"

namespace cm {
namespace {

constexpr std::size_t kValueMax = 200;

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("._-/:@{}[]+").find(c) != std::string_view::npos;
}

}  // namespace

std::string log_value(std::string_view text) {
  text = text.substr(0, kValueMax);
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  constexpr char kHex[] = "0123456789abcdef";
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      quoted += {'\\', c};
    else if (byte < 0x20 || byte >= 0x7f)
      quoted += {'\\', 'x', kHex[byte >> 4], kHex[byte & 15]};
    else
      quoted += c;
  }
  return quoted + "\"";
}

void log_access(const AccessLine& line) {
  const auto level = line.status >= 500 ? spdlog::level::err : spdlog::level::info;
  spdlog::log(level,
              "msg=request method={} route={} status={} ms={:.1f} in={} out={} user={} device={} "
              "address={}",
              log_value(line.method), log_value(line.route), line.status, line.duration_ms,
              line.bytes_in, line.bytes_out, line.user.empty() ? "-" : log_value(line.user),
              line.device, log_value(line.address));
}

void start_logging(std::string_view level) {
  const auto parsed = spdlog::level::from_str(std::string(level));
  if (parsed == spdlog::level::off && level != "off") {
    throw Failure(FailureCode::Refused, "The log level must be debug, info, warn, error or off.");
  }
  auto logger =
      std::make_shared<spdlog::logger>("server", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("ts=%Y-%m-%dT%H:%M:%S.%e%z level=%l %v");
  logger->set_level(parsed);
  spdlog::set_default_logger(std::move(logger));
}

}  // namespace cm
