// What a person decided about two customers that look like one. One record per pair, with an id that follows from the
// pair, so that two devices that decide without knowing of each other write the same record.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/record/describe.h"

namespace cm {

using DuplicateDecisionId = Id<"duplicate_decision">;

// Codes are stored: never rename one.
enum class DuplicateVerdict { NotADuplicate, Branch };
template <>
struct ChoicesOf<DuplicateVerdict> {
  static constexpr std::array values{Choice{"not_a_duplicate", "Not a duplicate"},
                                     Choice{"branch", "Branch of the same legal entity"}};
};

struct DuplicateDecision {
  DuplicateDecisionId id;
  std::optional<CustomerId> customer_a;      // required; the smaller id of the two
  std::optional<CustomerId> customer_b;      // required
  std::optional<DuplicateVerdict> decision;  // required
  std::string reason;

  explicit DuplicateDecision(DuplicateDecisionId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<DuplicateDecision> {
  static constexpr RecordTypeNumber number = 21;
  static constexpr std::string_view table = "duplicate_decision", label = "Duplicate Decision";
  static constexpr auto fields = std::tuple{
      field<1>("customer_a", "Customer A", &DuplicateDecision::customer_a, required, links_to("customer"), unit("pair")),
      field<2>("customer_b", "Customer B", &DuplicateDecision::customer_b, required, links_to("customer"), unit("pair")),
      field<3>("decision", "Decision", &DuplicateDecision::decision, required, unit("decision")),
      field<4>("reason", "Reason", &DuplicateDecision::reason, max_length(500), unit("decision")),
  };
};

}  // namespace cm
