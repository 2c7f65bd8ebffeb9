#include "client/app/failure_text.h"

#include "shared/sync/protocol_json.h"

namespace cm {

std::string failure_text(const Failure& failure) {
  switch (failure.code()) {
    case FailureCode::DiskFull:
      return "This device has no space left. Nothing you saved before is lost. Free some space, "
             "then try again.";
    case FailureCode::DiskError:
      return "This device's storage could not be read or written. Nothing you saved before is "
             "lost. " +
             std::string(failure.what());
    case FailureCode::DatabaseBusy:
      return "The data is in use by another tab or program. Close it, then try again.";
    case FailureCode::DatabaseUnreadable:
    case FailureCode::DatabaseTooNew:
    case FailureCode::Protocol:
    case FailureCode::Refused:
    case FailureCode::NotFound:
      break;
  }
  return failure.what();
}

bool is_from_our_server(const HttpAnswer& answer) {
  return answer.status != 0 &&
         (answer.body.empty() || answer.content_type.starts_with("application/json"));
}

std::string refusal_text(const HttpAnswer& answer) {
  if (!is_from_our_server(answer))
    return "The server cannot be reached. Check the network, then try again.";
  if (const auto error = decode_error(answer.body); error && !error->text.empty())
    return error->text;
  if (answer.status == 401) return "Please sign in.";
  if (answer.status == 403) return "This is not permitted for you.";
  if (answer.status == 404) return "The server does not know this any more.";
  if (answer.status == 429 || answer.status == 503)
    return "The server is busy. Try again in a moment.";
  return "The server could not do this (status " + std::to_string(answer.status) +
         "). Try again later.";
}

}  // namespace cm
