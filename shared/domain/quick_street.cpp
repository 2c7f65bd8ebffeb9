#include "shared/domain/quick_street.h"

#include <algorithm>

#include "shared/base/utf8.h"

namespace cm {
namespace {

constexpr std::string_view kJoint = ", ";

// "Plot 45,\nMIDC Phase II" → "Plot 45, MIDC Phase II".
std::string on_one_line(std::string_view text) {
  const std::string clean = clean_text(text, Lines::Keep);
  std::string joined;
  for (std::size_t start = 0; start < clean.size();) {
    const std::size_t end = std::min(clean.find('\n', start), clean.size());
    std::string line = clean.substr(start, end - start);
    const bool last = end == clean.size();
    while (!last && (line.ends_with(',') || line.ends_with(' '))) line.pop_back();
    if (!line.empty()) joined.append(joined.empty() ? "" : kJoint).append(line);
    start = end + 1;
  }
  return joined;
}

}  // namespace

std::string join_street(const StreetLines& lines) {
  if (lines.line1.empty() || lines.line2.empty()) return lines.line1 + lines.line2;
  return lines.line1 + std::string(kJoint) + lines.line2;
}

StreetLines split_street(std::string_view text, const StreetLines& before) {
  const std::string one = on_one_line(text);
  if (one == join_street(before)) return before;
  if (before.line1.empty() || before.line2.empty()) return {one, ""};
  const std::string tail = std::string(kJoint) + before.line2;
  if (one.size() > tail.size() && one.ends_with(tail))
    return {one.substr(0, one.size() - tail.size()), before.line2};
  const std::string head = before.line1 + std::string(kJoint);
  if (one.size() > head.size() && one.starts_with(head))
    return {before.line1, one.substr(head.size())};
  return {one, ""};
}

}  // namespace cm
