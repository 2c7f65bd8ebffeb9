#include "shared/domain/exchange/column_map.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <rapidfuzz/fuzz.hpp>

#include "shared/base/utf8.h"
#include "shared/domain/exchange/customer_directory.h"
#include "shared/domain/finding_catalogue.h"

namespace cm {
namespace {

constexpr int kScoreMin =
    84;  // below, a resemblance is chance: "Billing City" and "Billing Code" have 75
constexpr int kScoreAhead = 3;            // of the next field, else nobody can tell
constexpr std::size_t kHeadingMax = 100;  // code units that are compared

MappedColumn column(std::string_view heading, std::string_view field, FoundBy found_by, int score,
                    Treat treat = Treat::Plain) {
  return {clean_text(heading), std::string(field), found_by, score, treat};
}

std::optional<MappedColumn> as_given(const RecordType& type, std::string_view heading,
                                     const MapOptions& options) {
  const std::string key = name_key(heading);
  for (const auto& [given_heading, text] : options.given) {
    if (name_key(given_heading) != key) continue;
    if (clean_text(text).empty()) return column(heading, "", FoundBy::Given, 100, Treat::LeftOut);
    if (const ExchangeField* field = find_exchange_field_called(type, text))
      return column(heading, field->name, FoundBy::Given, 100);
  }
  return std::nullopt;
}

std::optional<MappedColumn> as_known(const RecordType& type, std::string_view heading) {
  const std::string key = name_key(heading);
  if (key.empty()) return column(heading, "", FoundBy::Label, 100, Treat::LeftOut);
  if (const ExchangeField* field = find_exchange_field_called(type, heading))
    return column(heading, field->name, FoundBy::Label, 100);
  const ColumnAlias* alias = find_column_alias(type, key);
  if (!alias) return std::nullopt;
  // A field that this program does not have yet is left out, like one that it will never have.
  const bool there = alias->treat != Treat::LeftOut && find_exchange_field(type, alias->field);
  return column(heading, there ? alias->field : "", FoundBy::Alias, 100,
                there ? alias->treat : Treat::LeftOut);
}

// "Mobile No." → "mobile no": words, for comparing without regard to their order.
std::string words_of(std::string_view heading) {
  std::string words = fold_text(clean_text(heading));
  for (char& c : words) {
    if (static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'))
      c = ' ';
  }
  words = clean_text(words);
  return words.substr(0, kHeadingMax);
}

int resemblance(const std::string& a, const std::string& b) {
  const double in_order = rapidfuzz::fuzz::ratio(a, b);
  const double by_words = rapidfuzz::fuzz::token_sort_ratio(a, b);
  return static_cast<int>(std::max(in_order, by_words));
}

std::optional<MappedColumn> as_similar(const RecordType& type, std::string_view heading) {
  const std::string words = words_of(heading);
  if (words.size() < 4) return std::nullopt;  // "No", "To": like everything
  std::map<std::string_view, int> score_by_field;
  std::map<std::string_view, Treat> treat_by_field;
  const auto compare = [&](std::string_view field, std::string_view with, Treat treat) {
    const int score = resemblance(words, words_of(with));
    int& best = score_by_field[field];
    if (score > best) best = score, treat_by_field[field] = treat;
  };
  for (const ExchangeField& field : exchange_fields(type))
    compare(field.name, field.label, Treat::Plain);
  for (const ColumnAlias& alias : column_aliases()) {
    const bool is_of_type = alias.table == type.table() && find_exchange_field(type, alias.field);
    if (is_of_type)
      compare(find_exchange_field(type, alias.field)->name, alias.heading, alias.treat);
  }
  std::pair<int, std::string_view> best{0, ""}, next{0, ""};
  for (const auto& [field, score] : score_by_field) {
    const std::pair<int, std::string_view> one{score, field};
    if (one > best)
      next = best, best = one;
    else if (one > next)
      next = one;
  }
  if (best.first < kScoreMin || best.first - next.first < kScoreAhead) return std::nullopt;
  return column(heading, best.second, FoundBy::Similarity, best.first, treat_by_field[best.second]);
}

std::string labels_of(const RecordType& type) {
  std::string labels;
  for (const ExchangeField* field : default_columns(type))
    labels.append(labels.empty() ? "" : ", ").append(field->label);
  return labels;
}

void find_doubled(ColumnMap& map) {
  std::map<std::string, int> certain_by_field;
  for (const MappedColumn& each : map.columns) {
    const bool certain = each.found_by == FoundBy::Label || each.found_by == FoundBy::Given;
    if (certain && !each.field.empty() && ++certain_by_field[each.field] == 2)
      map.findings.push_back(make_finding(FindingCode::ColumnTwice, each.field, {each.heading}));
  }
}

// ERPNext's "ID" is the name or number that it gave; a UUID of ours never stands beside its
// "Customer Name".
void leave_out_foreign_id(const RecordType& type, ColumnMap& map) {
  const bool foreign =
      std::any_of(map.columns.begin(), map.columns.end(),
                  [](const MappedColumn& each) { return each.found_by == FoundBy::Alias; });
  const ExchangeField* code = find_exchange_field(type, "code");
  if (!foreign ||
      (code && std::any_of(map.columns.begin(), map.columns.end(), [](const auto& each) {
         return each.field == "code" && each.found_by == FoundBy::Label;
       })))
    return;
  for (MappedColumn& each : map.columns) {
    if (each.field == "id" && each.found_by == FoundBy::Label) {
      each.field.clear();
      each.found_by = FoundBy::Alias;
      each.treat = Treat::LeftOut;
    }
  }
}

// Without these no row can say which record it is about.
void find_missing(const RecordType& type, ColumnMap& map) {
  const auto has = [&](std::string_view field) {
    return std::any_of(map.columns.begin(), map.columns.end(),
                       [&](const MappedColumn& each) { return each.field == field; });
  };
  if (has("id") || (type.table() == "customer" && has("code"))) return;
  for (const Field* field : natural_key(type)) {
    if (field->required && !has(field->name))
      map.findings.push_back(make_finding(FindingCode::ColumnMissing, field->name, {field->label}));
  }
}

}  // namespace

ColumnMap map_columns(const RecordType& type, const std::vector<std::string>& header,
                      const MapOptions& options) {
  ColumnMap map;
  for (const std::string& heading : header) {
    auto found = as_given(type, heading, options);
    if (!found) found = as_known(type, heading);
    if (!found) found = as_similar(type, heading);
    if (!found) {
      found = column(heading, "", FoundBy::Nothing, 0, Treat::LeftOut);
      if (options.unknown == UnknownColumns::Refuse)
        map.findings.push_back(make_finding(FindingCode::ColumnUnknown, found->heading,
                                            {found->heading, labels_of(type)}));
    }
    map.columns.push_back(std::move(*found));
  }
  leave_out_foreign_id(type, map);
  find_doubled(map);
  find_missing(type, map);
  return map;
}

std::size_t count_known_headings(const RecordType& type, const std::vector<std::string>& cells) {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [&](const std::string& cell) {
        const auto known = as_known(type, cell);
        return known && !known->field.empty();
      }));
}

std::string header_fingerprint(const RecordType& type, const std::vector<std::string>& header) {
  // FNV-1a, 64 bits: stored, so it never changes.
  std::uint64_t hash = 14695981039346656037u;
  const auto add = [&](std::string_view text) {
    for (const char c : std::string(text) + '\x1f')
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  };
  add(type.table());
  for (const std::string& heading : header) add(name_key(heading));
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[hash >> shift & 15];
  return text;
}

CellsByField cells_by_field(const RecordType& type, const ColumnMap& map,
                            const std::vector<std::string>& cells, Findings& findings) {
  CellsByField by_field;
  // What is certain goes before what resembles: "Phone" is taken before "Mobile No", which fills it
  // when it is blank.
  for (const FoundBy found_by :
       {FoundBy::Given, FoundBy::Label, FoundBy::Alias, FoundBy::Similarity}) {
    for (std::size_t i = 0; i < map.columns.size() && i < cells.size(); ++i) {
      const MappedColumn& each = map.columns[i];
      if (each.found_by != found_by || each.field.empty()) continue;
      std::string& text = by_field[each.field];
      const Field* field = find_exchange_field(type, each.field)->field;
      std::string cell = field ? known_wording(*field, cells[i]) : cells[i];
      const bool blank = clean_text(cell).empty();
      const bool joined = each.treat == Treat::JoinSpace || each.treat == Treat::JoinComma;
      if (each.treat == Treat::Inverted && !blank) {
        const std::string folded = fold_text(clean_text(cell));
        const bool yes = folded == "1" || folded == "yes" || folded == "true" || folded == "y";
        const bool no = folded == "0" || folded == "no" || folded == "false" || folded == "n";
        if (yes || no) cell = yes ? "No" : "Yes";
      }
      if (clean_text(text).empty())
        text = cell;
      else if (joined && !blank)
        text.append(each.treat == Treat::JoinSpace ? " " : ", ").append(cell);
    }
  }
  const auto is_filled = [](const std::string& cell) { return !clean_text(cell).empty(); };
  const std::size_t known = std::min(map.columns.size(), cells.size());
  if (std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(known), cells.end(), is_filled)) {
    findings.push_back(
        make_finding(FindingCode::RowTooManyCells, "",
                     {std::to_string(cells.size()), std::to_string(map.columns.size())}));
  }
  return by_field;
}

}  // namespace cm
