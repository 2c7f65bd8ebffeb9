// Every error that the server answers with: code, HTTP status and words. Those of the protocol
// stand in shared/sync/protocol_errors.h; the table here adds what only HTTP and signing in know.
// The body is {"error":{"code","text"}}.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "server/http/message.h"
#include "shared/base/failure.h"
#include "shared/sync/protocol_errors.h"

namespace cm {

std::span<const ProtocolErrorEntry> http_errors();

int status_of(std::string_view code);  // 500 when no table has the code

// `text` empty = the table's words.
HttpReply error_reply(std::string_view code, std::string_view text = {});
HttpReply error_reply(const ErrorReply& error);
HttpReply retry_later(std::string_view code, std::int64_t retry_after_ms,
                      std::string_view text = {});

// A failure of disk or database; what() stays out of the answer, it is for the log.
HttpReply failure_reply(const Failure& failure);

// The code for what the HTTP library refused by itself, by its status.
std::string_view code_of_status(int status);

}  // namespace cm
