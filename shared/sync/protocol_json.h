// Messages to JSON and back. Everything that comes from outside is hostile until it is parsed here:
// bounded depth, counts and sizes, checked types, valid UTF-8, no duplicate keys, no unknown key in
// an envelope. A violation is a ProtocolError with a code for the error reply; nothing is applied.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "shared/record/record_type.h"
#include "shared/sync/messages.h"

namespace cm {

struct ProtocolError {
  std::string code;  // "json.depth", "push.ops_max", …: one of protocol_errors.h
  std::string text;
};
template <class T>
using Decoded = tl::expected<T, ProtocolError>;

std::string encode_push(const RecordCatalogue& records, const PushRequest& request);
// bytes_max: larger only for what this program wrote itself.
Decoded<PushRequest> decode_push(const RecordCatalogue& records, std::string_view json,
                                 std::size_t bytes_max = MessageLimits::push_bytes_max);
std::string encode_push_reply(const PushReply& reply);
Decoded<PushReply> decode_push_reply(std::string_view json);
std::string encode_pull(const PullRequest& request);
Decoded<PullRequest> decode_pull(std::string_view json);
std::string encode_pull_reply(const RecordCatalogue& records, const PullReply& reply);
Decoded<PullReply> decode_pull_reply(const RecordCatalogue& records, std::string_view json);
std::string encode_conflicts(const RecordCatalogue& records,
                             const std::vector<Conflict>& conflicts);
Decoded<std::vector<Conflict>> decode_conflicts(const RecordCatalogue& records,
                                                std::string_view json);
std::string encode_past(const std::vector<PastChange>& changes);
Decoded<std::vector<PastChange>> decode_past(const RecordCatalogue& records, std::string_view json);
std::string encode_error(const ErrorReply& error);
Decoded<ErrorReply> decode_error(std::string_view json);

// One list of field values as JSON, as history and the outbox keep it:
// {"3":"27AAB…","14":50000000}, in order of field number. The type is not needed: each value knows
// what it is.
std::string encode_values(const std::vector<FieldValue>& values,
                          const std::vector<UnknownField>& unknown);
inline std::string encode_values(const RecordType&, const std::vector<FieldValue>& values,
                                 const std::vector<UnknownField>& unknown) {
  return encode_values(values, unknown);
}
// The same without blanks: two units have equal values exactly when these texts are equal
// (unit_ledger.h).
std::string canonical_values(const std::vector<FieldValue>& values,
                             const std::vector<UnknownField>& unknown);
struct DecodedValues {
  std::vector<FieldValue> values;
  std::vector<UnknownField> unknown;
};
// Null type: every field comes back as unknown. Field 0 (kDeletedUnit) is not a field and is
// refused.
Decoded<DecodedValues> decode_values(const RecordType* type, std::string_view json);

// Versions by unit lead, grouped by dot: [[device, seq, lead, lead, …], …]. How bases and versions
// travel and are stored.
std::string encode_versions(const std::map<FieldNumber, Dot>& versions);
Decoded<std::map<FieldNumber, Dot>> decode_versions(std::string_view json);

}  // namespace cm
