#include "client/app/past_words.h"

#include <algorithm>
#include <array>

#include "shared/domain/field_text.h"
#include "shared/domain/record_title.h"
#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

// In the order of ChangeSource.
constexpr std::array<std::string_view, 5> kHow = {"", "Import", "Merge", "Conflict decision",
                                                  "By the server"};
constexpr std::string_view kArrow = " \xE2\x86\x92 ";
constexpr std::string_view kBlank = "blank";

class PastWords {
 public:
  PastWords(AppContext& app, const PastState& past) : app_(app), past_(past) {}

  PastEntry entry_of(const PastChange& change) {
    PastEntry entry;
    entry.key = change.row_id.text() + "." + std::to_string(change.stamp.device.number) + "." +
                std::to_string(change.stamp.at_ms);
    entry.record = record_words(change.table, change.row_id, change.row_name);
    entry.who = change.stamp.user;
    if (!change.device_name.empty()) entry.who += ", " + change.device_name;
    entry.how = kHow.at(static_cast<std::size_t>(change.source));
    entry.at_ms = change.stamp.at_ms;
    if (change.kind == ChangeKind::Delete) entry.lines.push_back("Deleted");
    for (const FieldValue& value : change.after) entry.lines.push_back(line_of(change, value));
    return entry;
  }

  PastDifferenceWords difference_of(const PastDifference& difference) {
    const RecordType* type = record_catalogue().find(std::string_view(difference.table));
    PastDifferenceWords words;
    words.label = label_of(type, difference.field);
    if (difference.table != past_.record.table)
      words.label = type_label(type, difference.table) + " " + difference.row_name + ", " + words.label;
    words.first = difference.first ? shown(type, difference.field, *difference.first) : "not known here";
    words.second =
        difference.second ? shown(type, difference.field, *difference.second) : "not known here";
    return words;
  }

 private:
  static std::string type_label(const RecordType* type, const std::string& table) {
    return type ? std::string(type->label()) : table;
  }
  static std::string label_of(const RecordType* type, FieldNumber number) {
    const Field* field = type ? type->find_field(number) : nullptr;
    return field ? std::string(field->label) : "Field " + std::to_string(number);
  }

  std::string record_words(const std::string& table, const RecordId& id, const std::string& name) {
    if (id == past_.record.id) return {};
    const RecordType* type = record_catalogue().find(std::string_view(table));
    return type_label(type, table) + (name.empty() ? "" : ": " + name);
  }

  std::string line_of(const PastChange& change, const FieldValue& value) {
    const RecordType* type = record_catalogue().find(std::string_view(change.table));
    const auto before =
        std::find_if(change.before.begin(), change.before.end(),
                     [&](const FieldValue& old) { return old.field == value.field; });
    const bool had = before != change.before.end() && !is_blank(before->value);
    std::string line = label_of(type, value.field) + ": ";
    if (had) line += shown(type, value.field, before->value) + std::string(kArrow);
    line += shown(type, value.field, value.value);
    const bool lost = std::find(change.lost.begin(), change.lost.end(), value.field) != change.lost.end();
    if (lost) line += " (another value counted)";
    return line;
  }

  std::string shown(const RecordType* type, FieldNumber number, const Value& value) {
    if (is_blank(value)) return std::string(kBlank);
    const Field* field = type ? type->find_field(number) : nullptr;
    if (!field) return "a value of a newer version";
    const auto* id = std::get_if<Uuid>(&value);
    if (!id) return display_field(*field, value);
    for (const RecordType* linked : record_catalogue().types()) {
      if (!field->link_table.empty() && linked->table() != field->link_table) continue;
      const std::string title = app_.queries.title_of(linked->table(), *id);
      if (!title.empty()) return title;
    }
    return "a record that is not on this device";
  }

  AppContext& app_;
  const PastState& past_;
};

}  // namespace

std::vector<PastEntry> describe_past(AppContext& app, const PastState& past) {
  PastWords words(app, past);
  std::vector<PastEntry> entries;
  const std::size_t end = std::min(past.shown, past.changes.size());
  for (std::size_t i = 0; i < end; ++i) entries.push_back(words.entry_of(past.changes[i]));
  return entries;
}

std::vector<PastDifferenceWords> describe_differences(AppContext& app, const PastState& past,
                                                      const std::vector<PastDifference>& of) {
  PastWords words(app, past);
  std::vector<PastDifferenceWords> described;
  for (const PastDifference& difference : of) described.push_back(words.difference_of(difference));
  return described;
}

}  // namespace cm
