#include <nlohmann/json.hpp>

#include "shared/base/utf8.h"
#include "shared/domain/acts/merge_memory.h"
#include "shared/domain/records/customer_merge.h"

namespace cm {
namespace {

using Json = nlohmann::json;

// A number as it is, a text with "=" before it, an id with "#".
Json value_to_json(const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
  if (const auto* text = std::get_if<std::string>(&value)) return "=" + *text;
  if (const auto* id = std::get_if<Uuid>(&value)) return "#" + id->text();
  return nullptr;
}

std::optional<Value> value_of(const Json& json) {
  if (json.is_null()) return Value{Blank{}};
  if (json.is_number_integer()) return Value{json.get<std::int64_t>()};
  if (!json.is_string()) return std::nullopt;
  const auto& text = json.get_ref<const std::string&>();
  if (text.starts_with("=")) return Value{text.substr(1)};
  const auto id =
      text.starts_with("#") ? Uuid::parse(std::string_view(text).substr(1)) : std::nullopt;
  return id ? std::optional(Value{*id}) : std::nullopt;
}

Json fields_to_json(const std::vector<FieldValue>& fields) {
  Json json = Json::object();
  for (const FieldValue& field : fields)
    json[std::to_string(field.field)] = value_to_json(field.value);
  return json;
}

bool is_field_number(const std::string& text) {
  return !text.empty() && text.size() <= 4 &&
         text.find_first_not_of("0123456789") == std::string::npos;
}

bool read_fields(const Json& unit, const char* name, const RecordType& type,
                 std::vector<FieldValue>& fields) {
  const auto found = unit.find(name);
  if (found == unit.end() || !found->is_object()) return false;
  for (const auto& [number, json] : found->items()) {
    const auto value = value_of(json);
    if (!value || !is_field_number(number)) return false;
    const auto field = static_cast<FieldNumber>(std::stoul(number));
    if (type.find_field(field)) fields.push_back({field, *value});
  }
  return true;
}

// [device, sequence]; absent = none.
bool read_dot(const Json& unit, Dot& dot) {
  const auto found = unit.find("d");
  if (found == unit.end()) return true;
  if (!found->is_array() || found->size() != 2 || !(*found)[0].is_number_unsigned() ||
      !(*found)[1].is_number_unsigned())
    return false;
  dot = {DeviceId{(*found)[0].get<std::uint64_t>()}, (*found)[1].get<DevSeq>()};
  return true;
}

const std::string* find_text(const Json& unit, const char* name) {
  const auto found = unit.find(name);
  return found == unit.end() ? nullptr : found->get_ptr<const std::string*>();
}

tl::unexpected<std::string> unreadable() {
  return tl::unexpected<std::string>("What the merge kept cannot be read.");
}

}  // namespace

std::string encode_merge_memory(const std::vector<RememberedUnit>& units) {
  Json json = Json::array();
  for (const RememberedUnit& unit : units) {
    json.push_back({{"t", unit.type->table()},
                    {"id", unit.id.text()},
                    {"b", fields_to_json(unit.before)},
                    {"a", fields_to_json(unit.after)}});
    if (!unit.written.is_none())
      json.back()["d"] = Json::array({unit.written.device.number, unit.written.seq});
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

tl::expected<std::vector<RememberedUnit>, std::string> decode_merge_memory(
    const RecordCatalogue& records, std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_array()) return unreadable();
  std::vector<RememberedUnit> units;
  for (const Json& each : json) {
    const std::string* table = each.is_object() ? find_text(each, "t") : nullptr;
    const std::string* id_text = table ? find_text(each, "id") : nullptr;
    const auto id = id_text ? Uuid::parse(*id_text) : std::nullopt;
    if (!id) return unreadable();
    const RecordType* type = records.find(*table);
    if (!type) continue;
    RememberedUnit unit(*type, *id);
    if (!read_fields(each, "b", *type, unit.before) || !read_fields(each, "a", *type, unit.after) ||
        !read_dot(each, unit.written))
      return unreadable();
    units.push_back(std::move(unit));
  }
  return units;
}

bool fits_merge_record(std::string_view memory) {
  return count_code_points(memory) <= static_cast<std::size_t>(kMergeMemoryLengthMax);
}

}  // namespace cm
