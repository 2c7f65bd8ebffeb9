#include "shared/domain/exchange/csv_dialect.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace cm {
namespace {

constexpr std::string_view kDelimiters = ",;\t|";  // the first wins when all else is equal
constexpr std::size_t kLinesMax = 50;
constexpr std::string_view kSeparatorWord = "sep=";

using Counts = std::array<std::size_t, 4>;  // of each delimiter in one line

std::vector<Counts> count_in_lines(std::string_view text) {
  std::vector<Counts> lines;
  Counts line{};
  bool quoted = false, filled = false;
  const auto end_line = [&] {
    if (filled) lines.push_back(line);
    line = {}, filled = false;
  };
  for (const char c : text) {
    if (lines.size() == kLinesMax) return lines;
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '\n' || c == '\r')) {
      end_line();
      continue;
    }
    filled = true;
    const std::size_t which = kDelimiters.find(c);
    if (!quoted && which != std::string_view::npos) ++line[which];
  }
  end_line();  // perhaps cut, but then it is one of many
  return lines;
}

// How many lines agree on a count that is not 0, and the count.
std::pair<std::size_t, std::size_t> agreement(const std::vector<Counts>& lines, std::size_t which) {
  std::map<std::size_t, std::size_t> lines_by_count;
  for (const Counts& line : lines) {
    if (line[which]) ++lines_by_count[line[which]];
  }
  std::pair<std::size_t, std::size_t> best{0, 0};
  for (const auto& [count, agreeing] : lines_by_count) best = std::max(best, {agreeing, count});
  return best;
}

}  // namespace

bool is_separator_line(std::string_view line) {
  return line.size() == kSeparatorWord.size() + 1 && line.starts_with(kSeparatorWord) &&
         kDelimiters.find(line.back()) != std::string_view::npos;
}

char guess_delimiter(std::string_view text) {
  const std::string_view first = text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
  if (is_separator_line(first)) return first.back();
  const std::vector<Counts> lines = count_in_lines(text);
  std::size_t best = 0;
  for (std::size_t which = 1; which < kDelimiters.size(); ++which) {
    if (agreement(lines, which) > agreement(lines, best)) best = which;
  }
  return kDelimiters[best];
}

std::optional<char> parse_delimiter(std::string_view name) {
  if (name == "comma") return ',';
  if (name == "semicolon") return ';';
  if (name == "tab" || name == "\\t") return '\t';
  if (name.size() == 1 && kDelimiters.find(name) != std::string_view::npos) return name.front();
  return std::nullopt;
}

}  // namespace cm
