#include "server/http/errors.h"

#include <algorithm>

#include "shared/sync/protocol_json.h"

namespace cm {
namespace {

constexpr ProtocolErrorEntry kHttpErrors[] = {
    {"request.malformed", 400, "The request cannot be read."},
    {"request.body", 400, "This request must not have a body."},
    {"request.truncated", 400, "The request's body is not complete."},
    {"request.timeout", 408, "The request took too long to arrive."},
    {"request.length", 411, "The request must say how long it is."},
    {"request.address_too_long", 414, "The address is too long."},
    {"request.content_encoding", 415, "The content encoding must be gzip or none."},
    {"request.range", 416, "Parts of an answer are not served."},
    {"user.name", 400, "A user name has 1 to 64 letters, digits, dots, hyphens, _ or @."},
    {"user.password", 400, "The password will not do."},
    {"session.other_user", 403,
     "This device belongs to another user, whose unsent changes it may hold. Sign in as that "
     "user."},
    {"session.device_revoked", 403,
     "This device was shut out by an administrator. What was not sent stays on it."},
    {"setup.done", 403, "There is an administrator already. Sign in instead."},
    {"setup.company", 400, "The company will not do."},
    {"server.disk", 503,
     "The server cannot use its database. Nothing was changed; tell the administrator."},
};

const ProtocolErrorEntry& find_error(std::string_view code) {
  const auto* found =
      std::find_if(std::begin(kHttpErrors), std::end(kHttpErrors),
                   [&](const ProtocolErrorEntry& error) { return error.code == code; });
  return found == std::end(kHttpErrors) ? find_protocol_error(code) : *found;
}

}  // namespace

std::span<const ProtocolErrorEntry> http_errors() {
  return kHttpErrors;
}

int status_of(std::string_view code) {
  return find_error(code).http_status;
}

HttpReply error_reply(std::string_view code, std::string_view text) {
  const ProtocolErrorEntry& entry = find_error(code);
  ErrorReply error;
  error.code = entry.code;
  error.text = text.empty() ? entry.text : text;
  return error_reply(error);
}

HttpReply error_reply(const ErrorReply& error) {
  HttpReply reply;
  reply.status = status_of(error.code);
  reply.body = encode_error(error);
  return reply;
}

HttpReply retry_later(std::string_view code, std::int64_t retry_after_ms, std::string_view text) {
  HttpReply reply = error_reply(code, text);
  reply.headers.emplace_back("Retry-After", std::to_string((retry_after_ms + 999) / 1000));
  return reply;
}

HttpReply failure_reply(const Failure& failure) {
  switch (failure.code()) {
    case FailureCode::DatabaseBusy:
      return retry_later("server.busy", 2'000);
    case FailureCode::DiskFull:
      return retry_later("server.disk_full", 60'000);
    case FailureCode::DiskError:
    case FailureCode::DatabaseUnreadable:
    case FailureCode::DatabaseTooNew:
      return retry_later("server.disk", 60'000);
    case FailureCode::Protocol:
      return error_reply("request.malformed");
    case FailureCode::Refused:
      return error_reply("request.refused", failure.what());  // its words are for the person
    case FailureCode::NotFound:
      return error_reply("request.not_found");
  }
  return error_reply("server.error");
}

std::string_view code_of_status(int status) {
  switch (status) {
    case 404:
      return "request.not_found";
    case 408:
      return "request.timeout";
    case 413:
      return "message.bytes_max";
    case 414:
      return "request.address_too_long";
    case 416:
      return "request.range";
    case 417:
      return "request.malformed";
    default:
      return status >= 500 ? "server.error" : "request.malformed";
  }
}

}  // namespace cm
