#include "client/app/finding_fix.h"

#include "shared/domain/field_text.h"

namespace cm {

FindingFix fix_of(const CustomerEditorState& editor, const Finding& finding) {
  const auto box = editor.draft.text.find(finding.field);
  const std::string typed = box == editor.draft.text.end() ? std::string() : box->second;
  const QuickField* quick = find_quick_field(finding.field);
  if (finding.code == "gstin.check_character" && quick != nullptr) {
    const FieldParse parsed = parse_field(field_of(*quick), typed);
    const auto* number = std::get_if<std::string>(&parsed.value);
    std::string text = number ? *number : typed;
    if (!text.empty()) text.back() = finding.expected.front();
    return {finding.field, text};
  }
  if (finding.code == "pincode.state") {  // the fix is the PIN's state, in the box beside it
    std::string state = finding.field;
    state.replace(state.rfind("pincode"), std::string_view("pincode").size(), "state");
    return {state, finding.expected};
  }
  return {finding.field, finding.expected};
}

}  // namespace cm
