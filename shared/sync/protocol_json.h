// Messages to JSON and back. Everything that comes from outside is hostile until it is parsed here:
// bounded depth, counts and sizes, checked types, valid UTF-8, no duplicate keys, no unknown key in
// an envelope. A violation is a ProtocolError with a code for the error reply; nothing is applied.
#pragma once

#include <string>
#include <string_view>

#include "shared/record/record_type.h"
#include "shared/sync/messages.h"
#include <tl/expected.hpp>

namespace cm {

struct ProtocolError {
  std::string code;  // "json.depth", "push.ops_max", …: the table stands in PROTOCOL.md
  std::string text;
};
template <class T>
using Decoded = tl::expected<T, ProtocolError>;

std::string encode_push(const RecordCatalogue& records, const PushRequest& request);
Decoded<PushRequest> decode_push(const RecordCatalogue& records, std::string_view json);
std::string encode_push_reply(const PushReply& reply);
Decoded<PushReply> decode_push_reply(std::string_view json);
std::string encode_pull(const PullRequest& request);
Decoded<PullRequest> decode_pull(std::string_view json);
std::string encode_pull_reply(const RecordCatalogue& records, const PullReply& reply);
Decoded<PullReply> decode_pull_reply(const RecordCatalogue& records, std::string_view json);
std::string encode_conflicts(const RecordCatalogue& records, const std::vector<Conflict>& conflicts);
Decoded<std::vector<Conflict>> decode_conflicts(const RecordCatalogue& records, std::string_view json);
std::string encode_error(const ErrorReply& error);
Decoded<ErrorReply> decode_error(std::string_view json);

// One list of field values as JSON, as history and the outbox keep it: {"3":"27AAB…","14":50000000}.
std::string encode_values(const RecordType& type, const std::vector<FieldValue>& values,
                          const std::vector<UnknownField>& unknown);
struct DecodedValues {
  std::vector<FieldValue> values;
  std::vector<UnknownField> unknown;
};
Decoded<DecodedValues> decode_values(const RecordType* type, std::string_view json);

}  // namespace cm
