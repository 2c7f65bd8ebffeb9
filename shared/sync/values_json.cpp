#include "shared/sync/values_json.h"

#include <algorithm>
#include <charconv>

namespace cm {

namespace {

struct ValueWriter {
  JsonWriter& writer;
  void operator()(Blank) const { writer.null(); }
  void operator()(std::int64_t number) const { writer.integer(number); }
  void operator()(const std::string& text) const { writer.text(text); }
  void operator()(const Uuid& id) const { writer.text(id.text()); }
};

bool holds_number(FieldKind kind) {
  switch (kind) {
    case FieldKind::Boolean:
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Percent:
    case FieldKind::Timestamp:
      return true;
    default:
      return false;
  }
}

Value read_value(MessageReader& reader, FieldKind kind) {
  if (reader.peek() == JsonKind::Null) {
    reader.read_raw();
    return Blank{};
  }
  const JsonKind expected = holds_number(kind) ? JsonKind::Integer : JsonKind::Text;
  if (reader.peek() != expected) {
    reader.fail("op.value");
    return Blank{};
  }
  if (expected == JsonKind::Integer) return reader.read_integer();
  std::string text = reader.read_text(MessageLimits::text_bytes_max);
  if (kind != FieldKind::Link) return text;
  const auto id = Uuid::parse(text);
  if (!id) {
    reader.fail("op.value");
    return Blank{};
  }
  return *id;
}

// 1 … 65535 without sign or leading zero; 0 and "op.field" when it is anything else.
FieldNumber parse_field_number(MessageReader& reader, std::string_view text) {
  FieldNumber number = 0;
  const auto end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  if (parsed.ec != std::errc{} || parsed.ptr != end || text.front() == '0') {
    reader.fail("op.field");
    return 0;
  }
  return number;
}

// Both lists in order of field number, as one walk.
template <class OnValue, class OnUnknown>
void walk_in_order(const std::vector<FieldValue>& values, const std::vector<UnknownField>& unknown,
                   OnValue on_value, OnUnknown on_unknown) {
  std::vector<const FieldValue*> known(values.size());
  std::transform(values.begin(), values.end(), known.begin(),
                 [](const FieldValue& value) { return &value; });
  std::vector<const UnknownField*> extra(unknown.size());
  std::transform(unknown.begin(), unknown.end(), extra.begin(),
                 [](const UnknownField& field) { return &field; });
  const auto by_number = [](const auto* a, const auto* b) { return a->field < b->field; };
  std::sort(known.begin(), known.end(), by_number);
  std::sort(extra.begin(), extra.end(), by_number);
  auto next_extra = extra.begin();
  for (const FieldValue* value : known) {
    for (; next_extra != extra.end() && (*next_extra)->field < value->field; ++next_extra)
      on_unknown(**next_extra);
    on_value(*value);
  }
  for (; next_extra != extra.end(); ++next_extra) on_unknown(**next_extra);
}

}  // namespace

void write_values(JsonWriter& writer, const std::vector<FieldValue>& values,
                  const std::vector<UnknownField>& unknown) {
  writer.open_object();
  walk_in_order(
      values, unknown,
      [&](const FieldValue& value) {
        writer.key_number(value.field);
        std::visit(ValueWriter{writer}, value.value);
      },
      [&](const UnknownField& field) {
        writer.key_number(field.field);
        writer.raw(field.json);
      });
  writer.close_object();
}

DecodedValues read_values(MessageReader& reader, const RecordType* type) {
  DecodedValues decoded;
  reader.read_map([&](std::string_view key) {
    const FieldNumber number = parse_field_number(reader, key);
    if (!reader.ok()) return;
    const Field* field = type ? type->find_field(number) : nullptr;
    if (field) {
      decoded.values.push_back({number, read_value(reader, field->kind)});
    } else {
      decoded.unknown.push_back({number, reader.read_raw()});
    }
  });
  return decoded;
}

void write_versions(JsonWriter& writer, const std::map<FieldNumber, Dot>& versions) {
  std::map<Dot, std::vector<FieldNumber>> leads_by_dot;
  for (const auto& [lead, dot] : versions) {
    if (!dot.is_none()) leads_by_dot[dot].push_back(lead);
  }
  writer.open_array();
  for (const auto& [dot, leads] : leads_by_dot) {
    writer.open_array();
    writer.whole(dot.device.number);
    writer.whole(dot.seq);
    for (const FieldNumber lead : leads) writer.whole(lead);
    writer.close_array();
  }
  writer.close_array();
}

std::map<FieldNumber, Dot> read_versions(MessageReader& reader) {
  std::map<FieldNumber, Dot> versions;
  reader.read_array([&] {
    Dot dot;
    int place = 0;
    reader.read_array([&] {
      if (place == 0) dot.device.number = reader.read_whole(1);
      if (place == 1) dot.seq = reader.read_whole(1);
      if (place >= 2) {
        const auto lead = static_cast<FieldNumber>(reader.read_integer(0, 65535));
        if (!versions.emplace(lead, dot).second || versions.size() > MessageLimits::fields_max)
          reader.fail("op.base");
      }
      ++place;
    });
    if (place < 3) reader.fail("op.base");
  });
  return versions;
}

void write_dot(JsonWriter& writer, const Dot& dot) {
  writer.open_array();
  writer.whole(dot.device.number);
  writer.whole(dot.seq);
  writer.close_array();
}

Dot read_dot(MessageReader& reader) {
  Dot dot;
  int place = 0;
  reader.read_array([&] {
    if (place == 0)
      dot.device.number = reader.read_whole();
    else if (place == 1)
      dot.seq = reader.read_whole();
    else
      reader.fail("json.type");
    ++place;
  });
  if (place != 2) reader.fail("json.missing");
  return dot;
}

void write_stamp(JsonWriter& writer, const Stamp& stamp) {
  writer.open_array();
  writer.text(stamp.user);
  writer.whole(stamp.device.number);
  writer.integer(stamp.at_ms);
  writer.close_array();
}

Stamp read_stamp(MessageReader& reader) {
  Stamp stamp;
  int place = 0;
  reader.read_array([&] {
    if (place == 0)
      stamp.user = reader.read_text(MessageLimits::name_bytes_max);
    else if (place == 1)
      stamp.device.number = reader.read_whole();
    else if (place == 2)
      stamp.at_ms = reader.read_integer();
    else
      reader.fail("json.type");
    ++place;
  });
  if (place != 3) reader.fail("json.missing");
  return stamp;
}

Uuid read_id(MessageReader& reader) {
  const auto id = Uuid::parse(reader.read_text(36));
  if (!id) reader.fail("op.id");
  return id.value_or(Uuid::from_bytes({}));
}

std::string read_table(MessageReader& reader) {
  std::string table = reader.read_text(MessageLimits::table_bytes_max);
  const bool is_name = !table.empty() && std::all_of(table.begin(), table.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  if (!is_name) reader.fail("op.table");
  return table;
}

std::string encode_values(const std::vector<FieldValue>& values,
                          const std::vector<UnknownField>& unknown) {
  std::string json;
  JsonWriter writer(json);
  write_values(writer, values, unknown);
  return json;
}

std::string canonical_values(const std::vector<FieldValue>& values,
                             const std::vector<UnknownField>& unknown) {
  std::vector<FieldValue> known = values;
  std::erase_if(known, [](const FieldValue& value) { return is_blank(value.value); });
  std::vector<UnknownField> extra = unknown;
  std::erase_if(extra, [](const UnknownField& field) { return field.json == "null"; });
  return encode_values(known, extra);
}

Decoded<DecodedValues> decode_values(const RecordType* type, std::string_view json) {
  return decode_message<DecodedValues>(
      json, MessageLimits::reply_bytes_max,
      [&](MessageReader& reader) { return read_values(reader, type); });
}

std::string encode_versions(const std::map<FieldNumber, Dot>& versions) {
  std::string json;
  JsonWriter writer(json);
  write_versions(writer, versions);
  return json;
}

Decoded<std::map<FieldNumber, Dot>> decode_versions(std::string_view json) {
  return decode_message<std::map<FieldNumber, Dot>>(
      json, MessageLimits::reply_bytes_max,
      [](MessageReader& reader) { return read_versions(reader); });
}

}  // namespace cm
