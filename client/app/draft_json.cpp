#include "client/app/draft_json.h"

#include <nlohmann/json.hpp>

namespace cm {
namespace {

using nlohmann::json;

// [field, value, is_link]: numbers as numbers, text and links as text.
json value_to_json(FieldNumber field, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value))
    return json::array({field, *number, false});
  if (const auto* text = std::get_if<std::string>(&value))
    return json::array({field, *text, false});
  if (const auto* link = std::get_if<Uuid>(&value)) return json::array({field, link->text(), true});
  return json::array({field, nullptr, false});
}

Value value_from_json(const json& item) {
  const json& value = item.at(1);
  if (value.is_null()) return Blank{};
  if (value.is_number_integer()) return value.get<std::int64_t>();
  const auto text = value.get<std::string>();
  if (!item.at(2).get<bool>()) return text;
  const auto link = Uuid::parse(text);
  if (!link) throw json::other_error::create(501, "not an id", &value);
  return *link;
}

json stamp_to_json(const Stamp& stamp) {
  return json::array({stamp.user, stamp.device.number, stamp.at_ms});
}

Stamp stamp_from_json(const json& item) {
  return {item.at(0).get<std::string>(), DeviceId{item.at(1).get<std::uint64_t>()},
          item.at(2).get<UnixMs>()};
}

json row_to_json(const Row& row) {
  json values = json::array();
  for (const auto& [field, value] : row.values) values.push_back(value_to_json(field, value));
  json versions = json::array();
  for (const auto& [lead, dot] : row.versions)
    versions.push_back(json::array({lead, dot.device.number, dot.seq}));
  return {{"table", row.type->table()},
          {"id", row.id.text()},
          {"values", values},
          {"versions", versions},
          {"created", stamp_to_json(row.created)},
          {"changed", stamp_to_json(row.changed)}};
}

Row row_from_json(const RecordCatalogue& records, const json& item) {
  const RecordType* type =
      records.find(std::string_view(item.at("table").get_ref<const std::string&>()));
  const auto id = Uuid::parse(item.at("id").get_ref<const std::string&>());
  if (!type || !id) throw json::other_error::create(501, "not a row", &item);
  Row row(*type, *id);
  for (const json& value : item.at("values"))
    row.values[value.at(0).get<FieldNumber>()] = value_from_json(value);
  for (const json& version : item.at("versions")) {
    row.versions[version.at(0).get<FieldNumber>()] = {DeviceId{version.at(1).get<std::uint64_t>()},
                                                      version.at(2).get<DevSeq>()};
  }
  row.created = stamp_from_json(item.at("created"));
  row.changed = stamp_from_json(item.at("changed"));
  return row;
}

json sheet_to_json(const CustomerSheet& sheet) {
  json out{{"customer", row_to_json(sheet.customer)}};
  if (sheet.contact) out["contact"] = row_to_json(*sheet.contact);
  if (sheet.billing) out["billing"] = row_to_json(*sheet.billing);
  if (sheet.shipping) out["shipping"] = row_to_json(*sheet.shipping);
  return out;
}

CustomerSheet sheet_from_json(const RecordCatalogue& records, const json& item) {
  const auto part = [&](const char* name) {
    return item.contains(name) ? std::optional(row_from_json(records, item.at(name)))
                               : std::nullopt;
  };
  return {row_from_json(records, item.at("customer")), part("contact"), part("billing"),
          part("shipping")};
}

}  // namespace

std::string encode_draft(const KeptDraft& kept) {
  json out{{"text", kept.draft.text},
           {"shipping_same_as_billing", kept.draft.shipping_same_as_billing},
           {"override_reason", kept.draft.override_reason},
           {"typed_by", kept.draft.typed_by},
           {"kept_ms", kept.kept_ms}};
  if (kept.seen) out["seen"] = sheet_to_json(*kept.seen);
  if (kept.saving_as) out["saving_as"] = kept.saving_as->text();
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<KeptDraft> decode_draft(const RecordCatalogue& records, std::string_view text) {
  try {
    const json parsed = json::parse(text);
    KeptDraft kept;
    kept.draft.text = parsed.at("text").get<std::map<std::string, std::string>>();
    kept.draft.shipping_same_as_billing = parsed.at("shipping_same_as_billing").get<bool>();
    kept.draft.override_reason = parsed.at("override_reason").get<std::string>();
    kept.draft.typed_by = parsed.at("typed_by").get<std::string>();
    kept.kept_ms = parsed.at("kept_ms").get<UnixMs>();
    if (parsed.contains("seen")) kept.seen = sheet_from_json(records, parsed.at("seen"));
    if (parsed.contains("saving_as"))
      kept.saving_as = Uuid::parse(parsed.at("saving_as").get_ref<const std::string&>());
    return kept;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

std::string encode_record_draft(const KeptRecordDraft& kept) {
  const json out{{"text", kept.draft.text},
                 {"override_reason", kept.draft.override_reason},
                 {"seen", row_to_json(kept.seen)},
                 {"kept_ms", kept.kept_ms}};
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<KeptRecordDraft> decode_record_draft(const RecordCatalogue& records,
                                                   std::string_view text) {
  try {
    const json parsed = json::parse(text);
    KeptRecordDraft kept{{}, row_from_json(records, parsed.at("seen")), 0};
    kept.draft.text = parsed.at("text").get<std::map<std::string, std::string>>();
    kept.draft.override_reason = parsed.at("override_reason").get<std::string>();
    kept.kept_ms = parsed.at("kept_ms").get<UnixMs>();
    return kept;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

}  // namespace cm
