// The error body, and what the envelopes of all requests share.
#include "shared/sync/protocol_json.h"
#include "shared/sync/values_json.h"

namespace cm {

void read_protocol(MessageReader& reader, int& protocol) {
  protocol = static_cast<int>(reader.read_integer(0, 1'000'000));
  if (protocol != kProtocolVersion) reader.fail("proto.version");
}

int read_schema(MessageReader& reader) {
  return static_cast<int>(reader.read_integer(0, 1'000'000));
}

std::string encode_error(const ErrorReply& error) {
  std::string json;
  JsonWriter writer(json);
  writer.open_object();
  writer.key("error");
  writer.open_object();
  writer.text("code", error.code);
  writer.text("text", error.text);
  if (error.last) writer.whole("last", *error.last);
  writer.close_object();
  writer.close_object();
  return json;
}

Decoded<ErrorReply> decode_error(std::string_view json) {
  return decode_message<ErrorReply>(json, MessageLimits::text_bytes_max, [](MessageReader& reader) {
    ErrorReply error;
    reader.read_object({{"error"}}, [&](std::size_t) {
      reader.read_object({{"code"}, {"text"}, {"last", JsonKey::Need::Optional}},
                         [&](std::size_t key) {
                           switch (key) {
                             case 0:
                               error.code = reader.read_text(MessageLimits::name_bytes_max);
                               break;
                             case 1:
                               error.text = reader.read_text(MessageLimits::text_bytes_max);
                               break;
                             case 2:
                               error.last = reader.read_whole();
                               break;
                           }
                         });
    });
    return error;
  });
}

}  // namespace cm
