#include "shared/store/record_filter.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/domain/field_text.h"
#include "shared/domain/record_title.h"
#include "shared/domain/values/state_code.h"
#include "shared/store/filter_conditions.h"

namespace cm {
namespace {

constexpr std::size_t kWordsMax = 8;  // more narrow nothing down

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  const std::string clean = clean_text(to_valid_utf8(text));
  for (std::size_t start = 0; start < clean.size() && words.size() < kWordsMax;) {
    const std::size_t end = std::min(clean.find(' ', start), clean.size());
    if (end > start) words.push_back(clean.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

std::string like_pattern(const std::string& word) {
  std::string pattern = "%";
  for (const char c : word) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern += '%';
}

bool is_text_column(FieldKind kind) {
  switch (kind) {
    case FieldKind::Choice:
    case FieldKind::Boolean:
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Percent:
    case FieldKind::Timestamp:
    case FieldKind::State:
    case FieldKind::Link:
      return false;
    default:
      return true;
  }
}

// The stored codes whose shown words have this word in them.
std::vector<std::string> codes_showing(const Field& field, const std::string& word) {
  std::vector<std::string> codes;
  const std::string folded = fold_text(word);
  const auto try_code = [&](std::string_view code, std::string_view shown) {
    if (fold_text(shown).find(folded) != std::string::npos) codes.emplace_back(code);
  };
  for (const Choice& choice : field.choices) try_code(choice.code, choice.label);
  if (field.kind == FieldKind::State) {
    for (const StateFact& fact : state_facts()) try_code(fact.code, fact.name);
  }
  return codes;
}

}  // namespace

RecordFilter::RecordFilter(Database& database, const RecordQuery& query)
    : sql_("WHERE deleted = 0") {
  if (query.only) {
    const Field* field = query.type->find_field(query.only->field);
    sql_ += field ? " AND " + std::string(field->name) + " IS " + parameters_.add(query.only->value)
                  : " AND 0";
  }
  sql_ += filter_conditions(database, *query.type, query.filters, parameters_);
  for (const std::string& word : words_of(query.text))
    add_word(database.records(), *query.type, word);
}

void RecordFilter::add_word(const RecordCatalogue& records, const RecordType& type,
                            const std::string& word) {
  const std::string pattern = parameters_.add(like_pattern(word));
  const std::string like = " LIKE " + pattern + " ESCAPE '\\'";
  std::string any = "0";
  for (const Field& field : type.fields()) {
    const std::string name(field.name);
    if (is_text_column(field.kind)) {
      any += " OR " + name + like;
      continue;
    }
    for (const std::string& code : codes_showing(field, word))
      any += " OR " + name + " = " + parameters_.add(code);
    const RecordType* linked =
        field.kind == FieldKind::Link ? records.find(field.link_table) : nullptr;
    const Field* title = linked ? find_title_field(*linked) : nullptr;
    if (!title) continue;
    any += " OR " + name + " IN (SELECT id FROM " + std::string(linked->table()) + " WHERE " +
           std::string(title->name) + like + ")";
  }
  sql_ += " AND (" + any + ")";
}

}  // namespace cm
