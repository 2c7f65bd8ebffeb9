// The past of a record:
// {"changes":[{"e":"customer","id":"…","name":"…","by":[user,d,ms],"device_name":"…","src":"form",
// "kind":"put","before":{…},"after":{…},"lost":[3]}]}
#include "shared/sync/operation_names.h"
#include "shared/sync/values_json.h"

namespace cm {
namespace {

void write_change(JsonWriter& writer, const PastChange& change) {
  writer.open_object();
  writer.text("e", change.table);
  writer.text("id", change.row_id.text());
  writer.text("name", change.row_name);
  writer.key("by");
  write_stamp(writer, change.stamp);
  writer.text("device_name", change.device_name);
  writer.text("src", name_of(kSourceNames, change.source));
  writer.text("kind", name_of(kChangeKindNames, change.kind));
  writer.key("before");
  write_values(writer, change.before, {});
  writer.key("after");
  write_values(writer, change.after, {});
  writer.key("lost");
  writer.open_array();
  for (const FieldNumber field : change.lost) writer.whole(field);
  writer.close_array();
  writer.close_object();
}

PastChange read_change(MessageReader& reader, const RecordCatalogue& records) {
  PastChange change(Uuid::from_bytes({}));
  const RecordType* type = nullptr;
  std::optional<MessageReader> before, after;
  reader.read_object(
      {{"e"}, {"id"}, {"name"}, {"by"}, {"device_name"}, {"src"}, {"kind"}, {"before"}, {"after"}, {"lost"}},
      [&](std::size_t key) {
        switch (key) {
          case 0:
            change.table = read_table(reader);
            type = records.find(std::string_view(change.table));
            break;
          case 1:
            change.row_id = read_id(reader);
            break;
          case 2:
            change.row_name = reader.read_text(MessageLimits::text_bytes_max);
            break;
          case 3:
            change.stamp = read_stamp(reader);
            break;
          case 4:
            change.device_name = reader.read_text(MessageLimits::name_bytes_max);
            break;
          case 5:
            change.source = read_name<ChangeSource>(reader, kSourceNames);
            break;
          case 6:
            change.kind = read_name<ChangeKind>(reader, kChangeKindNames);
            break;
          case 7:
            before = reader;
            reader.skip();
            break;
          case 8:
            after = reader;
            reader.skip();
            break;
          case 9:
            reader.read_array([&] {
              change.lost.push_back(static_cast<FieldNumber>(reader.read_integer(0, 65535)));
            });
            break;
        }
      });
  if (!reader.ok()) return change;
  change.before = read_values(*before, type).values;
  change.after = read_values(*after, type).values;
  if (!before->ok()) reader.fail(before->error_code());
  if (!after->ok()) reader.fail(after->error_code());
  return change;
}

}  // namespace

std::string encode_past(const std::vector<PastChange>& changes) {
  std::string json;
  JsonWriter writer(json);
  writer.open_object();
  writer.key("changes");
  writer.open_array();
  for (const PastChange& change : changes) write_change(writer, change);
  writer.close_array();
  writer.close_object();
  return json;
}

Decoded<std::vector<PastChange>> decode_past(const RecordCatalogue& records, std::string_view json) {
  return decode_message<std::vector<PastChange>>(
      json, MessageLimits::reply_bytes_max, [&](MessageReader& reader) {
        std::vector<PastChange> changes;
        reader.read_object({{"changes"}}, [&](std::size_t) {
          reader.read_array([&] {
            if (changes.size() >= MessageLimits::past_max) return reader.fail("json.range");
            changes.push_back(read_change(reader, records));
          });
        });
        return changes;
      });
}

}  // namespace cm
