// What the card "History" of an open record shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/app/record_state.h"
#include "shared/sync/messages.h"

namespace cm {

// One field of one record on two days.
struct PastDifference {
  std::string table;
  std::string row_name;
  FieldNumber field = 0;
  std::optional<Value> first, second;  // empty: not known here
};

// One change in words.
struct PastEntry {
  std::string key;     // stays the same while the list is read again
  std::string record;  // "Contact: Rajesh Patil"; empty for the open record itself
  std::string who;     // "asha, Asha's tablet"
  std::string how;     // "Import"; empty for a form
  UnixMs at_ms = 0;
  std::vector<std::string> lines;  // "City: Pune → Nagpur"
};

struct PastDifferenceWords {
  std::string label;  // "Contact: Rajesh Patil, City"
  std::string first, second;
};

enum class PastSource { Server, KeptCopy, ThisDevice };

struct PastState {
  RecordRef record;
  bool loading = false;
  std::string problem;
  PastSource source = PastSource::ThisDevice;
  std::optional<UnixMs> fetched_ms;
  std::vector<PastChange> changes;  // newest first
  std::size_t shown = 0;            // of them; "Show more" adds to it
  std::string first_date, second_date;  // as typed
  std::uint32_t dates_revision = 0;
  std::string dates_problem;
  std::optional<std::vector<PastDifferenceWords>> differences;  // empty: not compared
  std::vector<PastEntry> entries;  // the shown ones of `changes`, in words
};

}  // namespace cm
