// Every error code of the protocol with its HTTP status and plain words: the one table behind
// ProtocolError, the error body {"error":{"code","text"}} and PROTOCOL.md.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shared/sync/messages.h"

namespace cm {

struct ProtocolErrorEntry {
  std::string_view code;
  int http_status;
  std::string_view text;
};

std::span<const ProtocolErrorEntry> list_protocol_errors();
// The entry of "server.error" when the code is not in the table.
const ProtocolErrorEntry& find_protocol_error(std::string_view code);
// The error body for a code: the table's text.
ErrorReply make_error_reply(std::string_view code);

}  // namespace cm
