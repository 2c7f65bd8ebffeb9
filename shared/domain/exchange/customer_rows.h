// A row of a customer file: the customer with its primary contact, its addresses and its terms.
#pragma once

#include "shared/domain/exchange/row_importer.h"

namespace cm {

// Boxes are read by the rules of the one-page form; further fields of customer, contact and
// addresses over what the form makes. A blank cell, and a missing column, leaves what stands.
// Warnings are accepted, those that need a reason with the reason "import".
class CustomerRows final : public RowImporter {
 public:
  CustomerRows(const Directories& directories, const Clock& clock, Random& random, RowRules rules)
      : directories_(directories), clock_(clock), random_(random), rules_(std::move(rules)) {}
  RowReading read(const CellsByField& cells) override;
  void remember(const std::vector<Change>& changes) override;

 private:
  void make_changes(const CellsByField& cells, const QuickDraft& draft,
                    const CustomerSheet* existing, RowReading& reading) const;

  Directories directories_;
  const Clock& clock_;
  Random& random_;
  RowRules rules_;
  RowMemory memory_;                       // of a dry run
  std::optional<CustomerSheet> existing_;  // of the row that was read last
};

}  // namespace cm
