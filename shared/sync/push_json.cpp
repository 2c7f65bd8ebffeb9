// Push and its reply. The shapes stand in PROTOCOL.md, with examples.
#include <array>

#include "shared/sync/operation_names.h"
#include "shared/sync/protocol_json.h"
#include "shared/sync/values_json.h"

namespace cm {

namespace {

using Need = JsonKey::Need;

void write_operation(JsonWriter& writer, const Operation& op) {
  writer.open_object();
  writer.whole("n", op.seq);
  writer.integer("wall", op.wall_ms);
  if (op.commit_seq != op.seq) writer.whole("save", op.commit_seq);
  if (op.source != ChangeSource::Form) writer.text("src", name_of(kSourceNames, op.source));
  writer.text("e", op.table);
  writer.text("id", op.id.text());
  if (op.kind != ChangeKind::Put) writer.text("kind", name_of(kChangeKindNames, op.kind));
  writer.key("set");
  write_values(writer, op.fields, op.unknown);
  if (!op.base.empty()) {
    writer.key("base");
    write_versions(writer, op.base);
  }
  writer.close_object();
}

// The record type is known only once "e" was read: the reader remembers where "set" stands until
// then.
Operation read_operation(MessageReader& reader, const RecordCatalogue& records) {
  Operation op(Uuid::from_bytes({}));
  std::optional<MessageReader> set;
  reader.read_object({{"n"},
                      {"wall"},
                      {"save", Need::Optional},
                      {"src", Need::Optional},
                      {"e"},
                      {"id"},
                      {"kind", Need::Optional},
                      {"set"},
                      {"base", Need::Optional}},
                     [&](std::size_t key) {
                       switch (key) {
                         case 0:
                           op.seq = reader.read_whole(1);
                           break;
                         case 1:
                           op.wall_ms = reader.read_integer();
                           break;
                         case 2:
                           op.commit_seq = reader.read_whole(1);
                           break;
                         case 3:
                           op.source = read_name<ChangeSource>(reader, kSourceNames);
                           break;
                         case 4:
                           op.table = read_table(reader);
                           break;
                         case 5:
                           op.id = read_id(reader);
                           break;
                         case 6:
                           op.kind = read_name<ChangeKind>(reader, kChangeKindNames);
                           break;
                         case 7:
                           set = reader;
                           reader.skip();
                           break;
                         case 8:
                           op.base = read_versions(reader);
                           break;
                       }
                     });
  if (op.commit_seq == 0) op.commit_seq = op.seq;
  if (op.commit_seq > op.seq) reader.fail("push.order");
  if (!reader.ok()) return op;
  DecodedValues values = read_values(*set, records.find(op.table));
  if (!set->ok()) reader.fail(set->error_code());
  op.fields = std::move(values.values);
  op.unknown = std::move(values.unknown);
  return op;
}

OpResult read_result(MessageReader& reader) {
  OpResult result;
  reader.read_object(
      {{"n"}, {"r"}, {"conflicts", Need::Optional}, {"why", Need::Optional}}, [&](std::size_t key) {
        switch (key) {
          case 0:
            result.seq = reader.read_whole(1);
            break;
          case 1:
            result.outcome = read_name<OpOutcome>(reader, kOutcomeNames);
            break;
          case 2:
            reader.read_array([&] {
              result.conflict_ids.push_back(reader.read_text(MessageLimits::name_bytes_max));
              if (result.conflict_ids.size() > MessageLimits::fields_max) reader.fail("json.range");
            });
            break;
          case 3:
            result.reason = reader.read_text(MessageLimits::text_bytes_max);
            break;
        }
      });
  return result;
}

}  // namespace

std::string encode_push(const RecordCatalogue&, const PushRequest& request) {
  std::string json;
  JsonWriter writer(json);
  writer.open_object();
  writer.integer("proto", request.protocol);
  writer.integer("schema", request.schema);
  writer.whole("device", request.device.number);
  writer.integer("sent_ms", request.sent_ms);
  writer.key("ops");
  writer.open_array();
  for (const Operation& op : request.ops) write_operation(writer, op);
  writer.close_array();
  writer.close_object();
  return json;
}

Decoded<PushRequest> decode_push(const RecordCatalogue& records, std::string_view json,
                                 std::size_t bytes_max) {
  return decode_message<PushRequest>(
      json, bytes_max, [&](MessageReader& reader) {
        PushRequest request;
        reader.read_object(
            {{"proto"}, {"schema"}, {"device"}, {"sent_ms"}, {"ops"}}, [&](std::size_t key) {
              switch (key) {
                case 0:
                  read_protocol(reader, request.protocol);
                  break;
                case 1:
                  request.schema = read_schema(reader);
                  break;
                case 2:
                  request.device.number = reader.read_whole(1);
                  break;
                case 3:
                  request.sent_ms = reader.read_integer();
                  break;
                case 4:
                  reader.read_array([&] {
                    if (request.ops.size() >= MessageLimits::push_ops_max)
                      return reader.fail("push.ops_max");
                    request.ops.push_back(read_operation(reader, records));
                    const std::size_t count = request.ops.size();
                    if (count > 1 && request.ops[count - 1].seq != request.ops[count - 2].seq + 1)
                      reader.fail("push.order");
                  });
                  break;
              }
            });
        return request;
      });
}

std::string encode_push_reply(const PushReply& reply) {
  std::string json;
  JsonWriter writer(json);
  writer.open_object();
  writer.whole("last", reply.last);
  writer.key("results");
  writer.open_array();
  for (const OpResult& result : reply.results) {
    writer.open_object();
    writer.whole("n", result.seq);
    writer.text("r", name_of(kOutcomeNames, result.outcome));
    if (!result.conflict_ids.empty()) {
      writer.key("conflicts");
      writer.open_array();
      for (const std::string& id : result.conflict_ids) writer.text(id);
      writer.close_array();
    }
    if (!result.reason.empty()) writer.text("why", result.reason);
    writer.close_object();
  }
  writer.close_array();
  writer.integer("now_ms", reply.now_ms);
  writer.integer("head", reply.head);
  writer.close_object();
  return json;
}

Decoded<PushReply> decode_push_reply(std::string_view json) {
  return decode_message<PushReply>(json, MessageLimits::reply_bytes_max, [](MessageReader& reader) {
    PushReply reply;
    reader.read_object({{"last"}, {"results"}, {"now_ms"}, {"head"}}, [&](std::size_t key) {
      switch (key) {
        case 0:
          reply.last = reader.read_whole();
          break;
        case 1:
          reader.read_array([&] {
            if (reply.results.size() >= MessageLimits::push_ops_max)
              return reader.fail("push.ops_max");
            reply.results.push_back(read_result(reader));
          });
          break;
        case 2:
          reply.now_ms = reader.read_integer();
          break;
        case 3:
          reply.head = reader.read_integer(0, kWholeMax);
          break;
      }
    });
    return reply;
  });
}

}  // namespace cm
