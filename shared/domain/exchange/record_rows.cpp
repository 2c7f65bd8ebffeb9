#include "shared/domain/exchange/record_rows.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/domain/exchange/link_text.h"
#include "shared/domain/field_text.h"
#include "shared/domain/finding_catalogue.h"
#include "shared/domain/known_ids.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/new_record.h"
#include "shared/domain/rules/check_record.h"
#include "shared/domain/rules/tree.h"

namespace cm {
namespace {

constexpr std::string_view kCustomerKind = "customer";

std::string cell_of(const CellsByField& cells, std::string_view field) {
  const auto found = cells.find(std::string(field));
  return found == cells.end() ? std::string() : clean_text(found->second);
}

void add(Findings& to, const Findings& from) {
  to.insert(to.end(), from.begin(), from.end());
}

bool has_finding(const Findings& findings, std::string_view field) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& each) { return each.field == field; });
}

bool same_text(const Value& a, const Value& b) {
  const auto* left = std::get_if<std::string>(&a);
  const auto* right = std::get_if<std::string>(&b);
  return left && right ? name_key(*left) == name_key(*right) : a == b;
}

}  // namespace

RecordRows::RecordRows(const RecordType& type, const Directories& directories, const Clock& clock,
                       Random& random, RowRules rules)
    : type_(type),
      stored_(directories),
      clock_(clock),
      random_(random),
      rules_(std::move(rules)),
      memory_(directories.records) {}

RowReading RecordRows::read(const CellsByField& cells) {
  RowReading reading;
  const Party party = party_of(cells, reading);
  if (has_grade(reading.findings, Grade::Error)) return reading;
  const std::vector<Row> rows = fitting(cells, party, reading);
  if (reading.waits || has_grade(reading.findings, Grade::Error)) return reading;
  if (rows.size() > 1) {
    reading.findings.push_back(make_finding(FindingCode::RecordAmbiguous, "",
                                            {std::to_string(rows.size()), type_.label()}));
    return reading;
  }
  const Row* existing = rows.empty() ? nullptr : &rows.front();
  if (existing && rules_.mode == ImportMode::Insert) {
    reading.findings.push_back(make_finding(FindingCode::RowExists, ""));
    reading.outcome = Outcome::Unchanged;
    return reading;
  }
  if (!existing && rules_.mode == ImportMode::Update) {
    reading.findings.push_back(make_finding(FindingCode::RowNotFound, ""));
    return reading;
  }
  Row row = existing ? *existing : make_record(type_, Uuid::make_v7(clock_, random_));
  fill(row, existing, cells, reading);
  if (reading.waits || has_grade(reading.findings, Grade::Error)) return reading;
  Change change = diff_rows(existing, row);
  if (!change.fields.empty()) reading.changes.push_back(std::move(change));
  link_to(party, row.id, reading.changes);
  reading.outcome = reading.changes.empty() ? Outcome::Unchanged
                    : existing              ? Outcome::Update
                                            : Outcome::New;
  return reading;
}

void RecordRows::remember(const std::vector<Change>& changes) {
  for (const Change& change : changes) {
    auto row = memory_.find(*change.type, change.id);
    Row after = row ? std::move(*row) : Row(*change.type, change.id);
    for (const FieldValue& value : change.fields) after.values[value.field] = value.value;
    memory_.remember(std::move(after));
  }
}

RecordRows::Party RecordRows::party_of(const CellsByField& cells, RowReading& reading) const {
  const ExchangeField* party = find_exchange_field(type_, "party");
  if (!party || party->use != FieldUse::Party) return {};
  const std::string text = cell_of(cells, "party");
  if (text.empty()) return {};
  Party found{std::string(kCustomerKind), std::nullopt};
  if (const std::string kind = cell_of(cells, "party_kind"); !kind.empty()) {
    const FieldParse parsed = parse_field(*find_exchange_field(type_, "party_kind")->field, kind);
    add(reading.findings, parsed.findings);
    if (const auto* code = std::get_if<std::string>(&parsed.value)) found.kind = *code;
  }
  LinkFound link = find_link(*party->field, found.kind, text, directories());
  add(reading.findings, link.findings);
  found.id = link.id;
  return found;
}

std::vector<Row> RecordRows::fitting(const CellsByField& cells, const Party& party,
                                     RowReading& reading) const {
  const std::string id = cell_of(cells, "id");
  if (!id.empty()) {
    const auto uuid = Uuid::parse(id);
    if (auto row = find_shown(memory_, type_, uuid)) return {std::move(*row)};
    reading.findings.push_back(make_finding(FindingCode::RecordUnknown, "id", {type_.label(), id}));
    return {};
  }
  const std::vector<const Field*> key = natural_key(type_);
  if (rules_.match_by == MatchBy::Id) return {};
  if (key.empty()) return fitting_in_party(cells, party);
  Row wanted(type_, Uuid::from_bytes({}));
  for (const Field* field : key) {
    Findings ignored;  // told by fill(), which reads the cell again
    Value value = value_of(*field, cell_of(cells, field->name), wanted, ignored);
    if (is_blank(value) && field->required) return {};
    wanted.values[field->number] = std::move(value);
  }
  const Field& first = *key.front();
  const Value& begin = wanted.get(first.number);
  const auto* text = std::get_if<std::string>(&begin);
  std::vector<Row> rows = text && first.kind == FieldKind::Text
                              ? memory_.list_called(type_, first.name, *text)
                              : memory_.list_by(type_, first.name, begin);
  std::erase_if(rows, [&](const Row& row) {
    return std::any_of(key.begin() + 1, key.end(), [&](const Field* field) {
      return !same_text(row.get(field->number), wanted.get(field->number));
    });
  });
  return rows;
}

std::vector<Row> RecordRows::list_of_party(const RecordId& party) const {
  const RecordType& links = record_catalogue().get(std::string(type_.table()) + "_link");
  std::vector<Row> rows;
  for (const Row& link : memory_.list_by(links, "party", party)) {
    const auto* id = std::get_if<Uuid>(&link.get(type_.table()));
    if (auto row = id ? find_shown(memory_, type_, *id) : std::nullopt)
      rows.push_back(std::move(*row));
  }
  return rows;
}

// The party's own record that says the same as the row, in what each kind is known by.
std::vector<Row> RecordRows::fitting_in_party(const CellsByField& cells, const Party& party) const {
  if (!party.id) return {};
  const bool contact = type_.table() == "contact";
  const std::vector<std::string_view> known_by =
      contact ? std::vector<std::string_view>{"name", "phone", "email"}
              : std::vector<std::string_view>{"title", "line1", "pincode", "address_type"};
  std::vector<Row> rows = list_of_party(*party.id);
  bool any = false;
  for (const std::string_view name : known_by) {
    const Field& field = type_.get_field(name);
    Findings ignored;
    const Value value = value_of(field, cell_of(cells, name), Row(type_, *party.id), ignored);
    if (is_blank(value)) continue;
    std::vector<Row> agreeing = rows;
    std::erase_if(agreeing,
                  [&](const Row& row) { return !same_text(row.get(field.number), value); });
    // A contact is known by the first of name, phone and email that the row has; an address by all.
    if (contact) return agreeing;
    rows = std::move(agreeing);
    any = true;
  }
  return any ? rows : std::vector<Row>();
}

Value RecordRows::value_of(const Field& field, std::string_view text, const Row& row,
                           Findings& findings) const {
  if (field.kind != FieldKind::Link) {
    FieldParse parsed = parse_field(field, text);
    add(findings, parsed.findings);
    return std::move(parsed.value);
  }
  if (clean_text(text).empty()) {
    if (field.required)
      findings.push_back(make_finding(FindingCode::Required, field.name, {field.label}));
    return Blank{};
  }
  const LinkFound found = find_link(field, link_table_of(field, row), text, directories());
  add(findings, found.findings);
  return found.id ? Value(*found.id) : Value(Blank{});
}

void RecordRows::fill(Row& row, const Row* existing, const CellsByField& cells,
                      RowReading& reading) const {
  take_cells(row, existing, cells, reading);
  const bool unchanged = existing && diff_rows(existing, row).fields.empty();
  // What stands may break a rule that came later; a row that changes nothing is not refused for it.
  if (unchanged || reading.waits) return;
  if (!existing && is_tree(type_) && is_blank(row.get("parent"))) {
    // As a row made on the screen: what names no parent stands below the root.
    if (const auto root = find_root(row)) row.set("parent", *root);
  }
  for (const Field& field : type_.fields()) {
    if (field.required && is_blank(row.get(field.number)) &&
        !has_finding(reading.findings, field.name))
      reading.findings.push_back(make_finding(FindingCode::Required, field.name, {field.label}));
  }
  if (has_grade(reading.findings, Grade::Error)) return;
  for (const Finding& finding : check_record(row, memory_)) {
    const auto same = [&](const Finding& each) {
      return each.field == finding.field && each.code == finding.code;
    };
    if (std::none_of(reading.findings.begin(), reading.findings.end(), same))
      reading.findings.push_back(finding);
  }
}

void RecordRows::take_cells(Row& row, const Row* existing, const CellsByField& cells,
                            RowReading& reading) const {
  for (const Field& field : type_.fields()) {
    const std::string text = cell_of(cells, field.name);
    const Value& stands = row.get(field.number);
    if (text.empty()) continue;
    const bool link = field.kind == FieldKind::Link;
    if (existing) {  // what stands is not read anew
      const std::string shown = link ? link_text(link_table_of(field, row), stands, directories())
                                     : format_field(field, stands);
      if (text == clean_text(shown)) continue;
    }
    Findings findings;
    Value value = value_of(field, cells.at(std::string(field.name)), row, findings);
    if (link && is_blank(value) && field.link_table == type_.table() &&
        findings.front().code == finding_kind(FindingCode::LinkUnknown).name)
      reading.waits = true;  // its parent may stand further down
    add(reading.findings, findings);
    row.values[field.number] = std::move(value);
  }
}

void RecordRows::link_to(const Party& party, const RecordId& record,
                         std::vector<Change>& changes) const {
  if (!party.id) return;
  for (const Row& row : list_of_party(*party.id)) {
    if (row.id == record) return;
  }
  const RecordType& links = record_catalogue().get(std::string(type_.table()) + "_link");
  Row link = make_record(links, Uuid::make_v7(clock_, random_));
  link.set(type_.table(), record);
  link.set("party_kind", party.kind);
  link.set("party", *party.id);
  changes.push_back(diff_rows(nullptr, link));
}

}  // namespace cm
