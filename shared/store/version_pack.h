// Who wrote which field, as one small blob a row: units that the same operation wrote stand in one
// group. A row's versions are usually one or two groups, a few bytes each.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/record/value.h"
#include "shared/sync/merge.h"

namespace cm {

// The version of each unit of a row or an operation, by lead; in order of lead.
class VersionSet {
 public:
  struct Entry {
    FieldNumber lead = 0;
    Version version;
    friend bool operator==(const Entry&, const Entry&) = default;
  };

  const Version* find(FieldNumber lead) const;  // null when never written
  void set(FieldNumber lead, const Version& version);
  const std::vector<Entry>& entries() const { return entries_; }
  std::map<FieldNumber, Dot> dots() const;
  static VersionSet from_dots(const std::map<FieldNumber, Dot>& dots);
  friend bool operator==(const VersionSet&, const VersionSet&) = default;

 private:
  std::vector<Entry> entries_;
};

// Dots: a device knows nothing else. Full: with effective time and rank, as the master keeps them.
enum class PackVersions { Dots, Full };
std::string pack_versions(const VersionSet& versions, PackVersions what);
// Failure DatabaseUnreadable when the bytes are not what pack_versions made.
VersionSet unpack_versions(std::string_view bytes);

}  // namespace cm
