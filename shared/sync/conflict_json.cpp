// The conflict list:
// {"conflicts":[{…,"winner":{"f":{…},"dot":[d,n],"by":[user,d,ms],"device_name":"…"},"loser":{…}}]}
#include <array>

#include "shared/base/ensure.h"
#include "shared/sync/values_json.h"

namespace cm {

namespace {

constexpr std::array<std::string_view, 3> kKindNames = {"concurrent", "after_delete", "denied"};
constexpr std::array<std::string_view, 4> kStateNames = {"open", "auto_closed", "kept", "restored"};

struct Side {
  std::vector<FieldValue> values;
  Dot dot;
  Stamp stamp;
  std::string device_name;
};

void write_side(JsonWriter& writer, const Side& side) {
  writer.open_object();
  writer.key("f");
  write_values(writer, side.values, {});
  writer.key("dot");
  write_dot(writer, side.dot);
  writer.key("by");
  write_stamp(writer, side.stamp);
  writer.text("device_name", side.device_name);
  writer.close_object();
}

// A field that this program does not know is shown as it is written: texts as texts, the rest as
// JSON.
Value to_shown(const UnknownField& field) {
  const auto tape = JsonTape::parse(field.json, MessageLimits::reply_bytes_max);
  ENSURE(tape && !tape->tokens().empty(), "read_raw writes JSON");
  const JsonToken& first = tape->tokens().front();
  if (first.kind == JsonKind::Null) return Blank{};
  if (first.kind == JsonKind::Integer) return first.number;
  if (first.kind == JsonKind::Text) return std::string(tape->text(first));
  return field.json;
}

std::vector<FieldValue> read_shown_values(MessageReader& reader, const RecordType* type) {
  DecodedValues decoded = read_values(reader, type);
  std::vector<FieldValue> values = std::move(decoded.values);
  for (const UnknownField& field : decoded.unknown)
    values.push_back({field.field, to_shown(field)});
  return values;
}

Side read_side(MessageReader& reader, const RecordType* type) {
  Side side;
  reader.read_object({{"f"}, {"dot"}, {"by"}, {"device_name"}}, [&](std::size_t key) {
    switch (key) {
      case 0:
        side.values = read_shown_values(reader, type);
        break;
      case 1:
        side.dot = read_dot(reader);
        break;
      case 2:
        side.stamp = read_stamp(reader);
        break;
      case 3:
        side.device_name = reader.read_text(MessageLimits::name_bytes_max);
        break;
    }
  });
  return side;
}

void write_conflict(JsonWriter& writer, const Conflict& conflict) {
  writer.open_object();
  writer.text("id", conflict.id);
  writer.text("e", conflict.table);
  writer.text("row", conflict.row_id.text());
  writer.text("name", conflict.row_name);
  writer.whole("lead", conflict.lead);
  writer.text("kind", kKindNames[static_cast<std::size_t>(conflict.kind)]);
  writer.text("state", kStateNames[static_cast<std::size_t>(conflict.state)]);
  writer.key("winner");
  write_side(writer, {conflict.winner, conflict.winner_dot, conflict.winner_stamp,
                      conflict.winner_device_name});
  writer.key("loser");
  write_side(writer, {conflict.loser, conflict.loser_dot, conflict.loser_stamp,
                      conflict.loser_device_name});
  if (!conflict.reason.empty()) writer.text("reason", conflict.reason);
  writer.close_object();
}

Conflict read_conflict(MessageReader& reader, const RecordCatalogue& records) {
  Conflict conflict(Uuid::from_bytes({}));
  std::optional<MessageReader> winner_at;
  std::optional<MessageReader> loser_at;
  reader.read_object(
      {{"id"},
       {"e"},
       {"row"},
       {"name"},
       {"lead"},
       {"kind"},
       {"state"},
       {"winner"},
       {"loser"},
       {"reason", JsonKey::Need::Optional}},
      [&](std::size_t key) {
        switch (key) {
          case 0:
            conflict.id = reader.read_text(MessageLimits::name_bytes_max);
            break;
          case 1:
            conflict.table = read_table(reader);
            break;
          case 2:
            conflict.row_id = read_id(reader);
            break;
          case 3:
            conflict.row_name = reader.read_text(MessageLimits::text_bytes_max);
            break;
          case 4:
            conflict.lead = static_cast<FieldNumber>(reader.read_integer(0, 65535));
            break;
          case 5:
            conflict.kind = read_name<ConflictKind>(reader, kKindNames);
            break;
          case 6:
            conflict.state = read_name<ConflictState>(reader, kStateNames);
            break;
          case 7:
            winner_at = reader;
            reader.skip();
            break;
          case 8:
            loser_at = reader;
            reader.skip();
            break;
          case 9:
            conflict.reason = reader.read_text(MessageLimits::text_bytes_max);
            break;
        }
      });
  if (!reader.ok()) return conflict;
  const RecordType* type = records.find(conflict.table);
  Side winner = read_side(*winner_at, type);
  Side loser = read_side(*loser_at, type);
  if (!winner_at->ok()) reader.fail(winner_at->error_code());
  if (!loser_at->ok()) reader.fail(loser_at->error_code());
  conflict.winner = std::move(winner.values);
  conflict.winner_dot = winner.dot;
  conflict.winner_stamp = std::move(winner.stamp);
  conflict.winner_device_name = std::move(winner.device_name);
  conflict.loser = std::move(loser.values);
  conflict.loser_dot = loser.dot;
  conflict.loser_stamp = std::move(loser.stamp);
  conflict.loser_device_name = std::move(loser.device_name);
  return conflict;
}

}  // namespace

std::string encode_conflicts(const RecordCatalogue&, const std::vector<Conflict>& conflicts) {
  std::string json;
  JsonWriter writer(json);
  writer.open_object();
  writer.key("conflicts");
  writer.open_array();
  for (const Conflict& conflict : conflicts) write_conflict(writer, conflict);
  writer.close_array();
  writer.close_object();
  return json;
}

Decoded<std::vector<Conflict>> decode_conflicts(const RecordCatalogue& records,
                                                std::string_view json) {
  return decode_message<std::vector<Conflict>>(
      json, MessageLimits::reply_bytes_max, [&](MessageReader& reader) {
        std::vector<Conflict> conflicts;
        reader.read_object({{"conflicts"}}, [&](std::size_t) {
          reader.read_array([&] {
            if (conflicts.size() >= MessageLimits::conflicts_max) return reader.fail("json.range");
            conflicts.push_back(read_conflict(reader, records));
          });
        });
        return conflicts;
      });
}

}  // namespace cm
