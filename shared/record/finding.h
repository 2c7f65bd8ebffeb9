// A finding: something about what the user typed, at its field, in plain words with the fix. A value:
// all findings of a form or row are collected and shown at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cm {

enum class Grade {
  Note,     // for information
  Warning,  // saved when the person confirms
  Error,    // cannot be saved
};

struct Finding {
  std::string field;     // SQL name of the field, or the quick-entry name ("billing_pincode")
  std::string code;      // "gstin.check_character": stands in the finding catalogue
  Grade grade = Grade::Note;
  std::string text;      // plain words, with the fix
  std::string expected;  // machine-readable fix, when there is one ("R"); else empty
  bool needs_reason = false;  // a warning that touches identity or tax: accepted only with a reason
  friend bool operator==(const Finding&, const Finding&) = default;
};

using Findings = std::vector<Finding>;

std::string_view grade_name(Grade grade);  // "note", "warning", "error"
bool has_grade(const Findings& findings, Grade grade);

}  // namespace cm
