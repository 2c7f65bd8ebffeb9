#include "shared/record/finding.h"

#include <algorithm>

namespace cm {

std::string_view grade_name(Grade grade) {
  switch (grade) {
    case Grade::Note:
      return "note";
    case Grade::Warning:
      return "warning";
    case Grade::Error:
      break;
  }
  return "error";
}

bool has_grade(const Findings& findings, Grade grade) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& f) { return f.grade == grade; });
}

}  // namespace cm
