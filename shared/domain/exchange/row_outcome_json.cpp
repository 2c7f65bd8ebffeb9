#include <nlohmann/json.hpp>

#include "shared/domain/exchange/row_outcome.h"

namespace cm {

std::string to_json(const RowOutcome& outcome) {
  using Json = nlohmann::ordered_json;
  Json findings = Json::array();
  for (const Finding& finding : outcome.findings) {
    findings.push_back({{"field", finding.field},
                        {"code", finding.code},
                        {"grade", grade_name(finding.grade)},
                        {"text", finding.text},
                        {"expected", finding.expected}});
  }
  const Json line{{"row", outcome.row},
                  {"outcome", outcome_name(outcome.outcome)},
                  {"findings", std::move(findings)}};
  // A cell quoted in a finding's text may hold bytes that are not UTF-8.
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace cm
