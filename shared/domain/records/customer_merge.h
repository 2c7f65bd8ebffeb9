// That two customers were made one, and what stood before: enough to undo it on any device.
#pragma once

#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/record/describe.h"

namespace cm {

using CustomerMergeId = Id<"customer_merge">;

struct CustomerMerge {
  CustomerMergeId id;
  std::optional<CustomerId> survivor;  // required
  std::optional<CustomerId> loser;     // required
  std::string reason;
  // Both in the words of acts/merge_memory.h: what the merge changed (required), and what the
  // master changed since because edits of the loser came late.
  std::string before;
  std::string redirected;
  bool undone = false;

  explicit CustomerMerge(CustomerMergeId of) : id(of) {}
};

// A text of the protocol is at most 64 KiB.
inline constexpr int kMergeMemoryLengthMax = 60'000;

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<CustomerMerge> {
  static constexpr RecordTypeNumber number = 22;
  static constexpr std::string_view table = "customer_merge", label = "Customer Merge";
  static constexpr auto fields = std::tuple{
      field<1>("survivor", "Survivor", &CustomerMerge::survivor, required, links_to("customer"),
               office, unit("merge")),
      field<2>("loser", "Merged Customer", &CustomerMerge::loser, required, links_to("customer"),
               office, unit("merge")),
      field<3>("reason", "Reason", &CustomerMerge::reason, max_length(500), office, unit("merge")),
      field<4>("before", "Before", &CustomerMerge::before, required, kind(FieldKind::LongText),
               max_length(kMergeMemoryLengthMax), office, unit("merge")),
      field<5>("undone", "Undone", &CustomerMerge::undone, office),
      field<6>("redirected", "Redirected", &CustomerMerge::redirected, server_only, office,
               kind(FieldKind::LongText), max_length(kMergeMemoryLengthMax)),
  };
};

}  // namespace cm
