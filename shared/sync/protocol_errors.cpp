#include "shared/sync/protocol_errors.h"

#include <algorithm>
#include <array>

namespace cm {

namespace {

constexpr std::array kErrors = std::to_array<ProtocolErrorEntry>({
    // The message itself.
    {"json.syntax", 400, "The message is not well-formed JSON in UTF-8."},
    {"json.depth", 400, "The message is nested too deeply."},
    {"json.duplicate", 400, "A key stands twice in one object."},
    {"json.key", 400, "The message has a key that this protocol version does not know."},
    {"json.missing", 400, "The message lacks a key that it must have."},
    {"json.type", 400, "A value in the message has the wrong type."},
    {"json.range", 400, "A number in the message is out of its range."},
    {"json.text", 400, "A text in the message is too long or has a NUL character."},
    {"json.keys_max", 400, "An object in the message has too many keys."},
    {"message.bytes_max", 413, "The message is larger than the limit."},
    {"proto.version", 426, "This program is too old or too new for the server. Reload the page."},
    // Push and pull.
    {"op.id", 400, "A record id is not a UUID."},
    {"op.table", 400, "A record type's name is not a name."},
    {"op.name", 400, "A named choice in the message is not one of the known ones."},
    {"op.field", 400, "A field number is not a number from 1 to 65535."},
    {"op.value", 400, "A value does not have the type of its field."},
    {"op.base", 400, "A base version is not [device, seq, unit, …] with each unit once."},
    {"push.ops_max", 413, "The message carries more operations than one push may."},
    {"push.order", 400, "The operations of a push must follow each other without a gap."},
    {"push.device", 403, "The operations come from another device than the one signed in."},
    {"push.gap", 409, "The server has not seen the device's operations before these."},
    {"pull.rows_max", 400, "More rows were asked for than one page may carry."},
    {"pull.diverged", 409,
     "The master is not the one that the cursor came from. Start the pull again."},
    {"conflict.not_open", 404, "There is no such open conflict."},
    // The request around it.
    {"session.required", 401, "Sign in first."},
    {"session.refused", 401, "The user name or the password is wrong."},
    {"session.locked", 429, "Too many attempts. Wait a little."},
    {"setup.refused", 403, "The setup link is not valid any more."},
    {"request.refused", 403, "Your role does not permit this."},
    {"request.origin", 403, "The request comes from another site."},
    {"request.content_type", 415, "The message must be application/json."},
    {"request.method", 405, "This address does not take this method."},
    {"request.not_found", 404, "There is nothing at this address."},
    {"server.busy", 503, "The server is busy. Try again in a moment."},
    {"server.disk_full", 503,
     "The server has no space left. Nothing was lost; tell the administrator."},
    {"server.error", 500, "The server could not do this. Nothing was applied."},
});

}  // namespace

std::span<const ProtocolErrorEntry> list_protocol_errors() {
  return kErrors;
}

const ProtocolErrorEntry& find_protocol_error(std::string_view code) {
  const auto found =
      std::find_if(kErrors.begin(), kErrors.end(),
                   [&](const ProtocolErrorEntry& entry) { return entry.code == code; });
  return found == kErrors.end() ? kErrors.back() : *found;
}

ErrorReply make_error_reply(std::string_view code) {
  const ProtocolErrorEntry& entry = find_protocol_error(code);
  ErrorReply reply;
  reply.code = entry.code;
  reply.text = entry.text;
  return reply;
}

}  // namespace cm
