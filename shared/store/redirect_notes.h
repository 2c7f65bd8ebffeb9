// What the operations of one transaction of the master mean for customers that were merged into
// others: noted while they are applied, followed at the end (redirects.h).
#pragma once

#include <set>
#include <vector>

#include "shared/record/row.h"
#include "shared/store/database.h"
#include "shared/store/version_pack.h"
#include "shared/sync/messages.h"

namespace cm {

// A unit of a customer that was merged into another, written by somebody who did not know of it.
struct LateEdit {
  RecordId customer;
  FieldNumber lead = 0;
};

class RedirectNotes {
 public:
  explicit RedirectNotes(Database& database) : database_(database) {}

  // A row of any type was written.
  void note_row(const RecordType& type, const RecordId& id, std::int64_t n);
  // A customer that stood was written: its versions before and after, and the operation's dot.
  void note_customer(const Operation& op, const Dot& dot, const VersionSet& before,
                     const VersionSet& after);

  // Merged customers, themselves or what points to them written.
  const std::set<RecordId>& merged_customers() const { return merged_; }
  // Edits that the merge of their customer did not see, in order of arrival.
  const std::vector<LateEdit>& late_edits() const { return late_edits_; }
  // CustomerMerge rows.
  const std::set<RecordId>& merges() const { return merges_; }

 private:
  bool is_merged(const RecordId& customer) const;
  bool merges_away(const Operation& op) const;

  Database& database_;
  std::set<RecordId> merged_;
  std::vector<LateEdit> late_edits_;
  std::set<RecordId> merges_;
};

}  // namespace cm
