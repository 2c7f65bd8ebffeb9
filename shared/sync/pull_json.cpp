// Pull and its page. The shapes stand in PROTOCOL.md, with examples.
#include "shared/sync/protocol_json.h"
#include "shared/sync/values_json.h"

namespace cm {

namespace {

using Need = JsonKey::Need;

void write_cursor(JsonWriter& writer, const Cursor& cursor) {
  writer.open_object();
  writer.text("epoch", cursor.epoch);
  writer.integer("seq", cursor.seq);
  writer.text("salt", cursor.salt);
  writer.close_object();
}

Cursor read_cursor(MessageReader& reader) {
  Cursor cursor;
  reader.read_object({{"epoch"}, {"seq"}, {"salt"}}, [&](std::size_t key) {
    switch (key) {
      case 0:
        cursor.epoch = reader.read_text(MessageLimits::name_bytes_max);
        break;
      case 1:
        cursor.seq = reader.read_integer(0, kWholeMax);
        break;
      case 2:
        cursor.salt = reader.read_text(MessageLimits::name_bytes_max);
        break;
    }
  });
  return cursor;
}

void write_row(JsonWriter& writer, const PulledRow& row) {
  writer.open_object();
  writer.integer("s", row.seq);
  writer.text("e", row.table);
  writer.text("id", row.id.text());
  if (row.deleted) {
    writer.key("del");
    writer.boolean(true);
  }
  writer.key("f");
  write_values(writer, row.fields, row.unknown);
  writer.key("v");
  write_versions(writer, row.versions);
  writer.key("made");
  write_stamp(writer, row.created);
  writer.key("by");
  write_stamp(writer, row.changed);
  writer.close_object();
}

PulledRow read_row(MessageReader& reader, const RecordCatalogue& records) {
  PulledRow row(Uuid::from_bytes({}));
  std::optional<MessageReader> fields;
  reader.read_object(
      {{"s"}, {"e"}, {"id"}, {"del", Need::Optional}, {"f"}, {"v"}, {"made"}, {"by"}},
      [&](std::size_t key) {
        switch (key) {
          case 0:
            row.seq = reader.read_integer(0, kWholeMax);
            break;
          case 1:
            row.table = read_table(reader);
            break;
          case 2:
            row.id = read_id(reader);
            break;
          case 3:
            row.deleted = reader.read_boolean();
            break;
          case 4:
            fields = reader;
            reader.skip();
            break;
          case 5:
            row.versions = read_versions(reader);
            break;
          case 6:
            row.created = read_stamp(reader);
            break;
          case 7:
            row.changed = read_stamp(reader);
            break;
        }
      });
  if (!reader.ok()) return row;
  DecodedValues values = read_values(*fields, records.find(row.table));
  if (!fields->ok()) reader.fail(fields->error_code());
  row.fields = std::move(values.values);
  row.unknown = std::move(values.unknown);
  return row;
}

}  // namespace

std::string encode_pull(const PullRequest& request) {
  std::string json;
  JsonWriter writer(json);
  writer.open_object();
  writer.integer("proto", request.protocol);
  writer.integer("schema", request.schema);
  writer.key("have");
  write_cursor(writer, request.have);
  writer.whole("max", request.rows_max);
  writer.close_object();
  return json;
}

Decoded<PullRequest> decode_pull(std::string_view json) {
  return decode_message<PullRequest>(
      json, MessageLimits::text_bytes_max, [](MessageReader& reader) {
        PullRequest request;
        reader.read_object({{"proto"}, {"schema"}, {"have"}, {"max"}}, [&](std::size_t key) {
          switch (key) {
            case 0:
              read_protocol(reader, request.protocol);
              break;
            case 1:
              request.schema = read_schema(reader);
              break;
            case 2:
              request.have = read_cursor(reader);
              break;
            case 3:
              request.rows_max = reader.read_whole();
              if (request.rows_max < 1 || request.rows_max > MessageLimits::pull_rows_max)
                reader.fail("pull.rows_max");
              break;
          }
        });
        return request;
      });
}

std::string encode_pull_reply(const RecordCatalogue&, const PullReply& reply) {
  std::string json;
  JsonWriter writer(json);
  writer.open_object();
  writer.key("rows");
  writer.open_array();
  for (const PulledRow& row : reply.rows) write_row(writer, row);
  writer.close_array();
  writer.key("next");
  write_cursor(writer, reply.next);
  writer.key("more");
  writer.boolean(reply.more);
  writer.integer("head", reply.head);
  writer.integer("now_ms", reply.now_ms);
  writer.close_object();
  return json;
}

Decoded<PullReply> decode_pull_reply(const RecordCatalogue& records, std::string_view json) {
  return decode_message<PullReply>(
      json, MessageLimits::reply_bytes_max, [&](MessageReader& reader) {
        PullReply reply;
        reader.read_object({{"rows"}, {"next"}, {"more"}, {"head"}, {"now_ms"}},
                           [&](std::size_t key) {
                             switch (key) {
                               case 0:
                                 reader.read_array([&] {
                                   if (reply.rows.size() >= MessageLimits::pull_rows_max)
                                     return reader.fail("pull.rows_max");
                                   reply.rows.push_back(read_row(reader, records));
                                 });
                                 break;
                               case 1:
                                 reply.next = read_cursor(reader);
                                 break;
                               case 2:
                                 reply.more = reader.read_boolean();
                                 break;
                               case 3:
                                 reply.head = reader.read_integer(0, kWholeMax);
                                 break;
                               case 4:
                                 reply.now_ms = reader.read_integer();
                                 break;
                             }
                           });
        return reply;
      });
}

}  // namespace cm
