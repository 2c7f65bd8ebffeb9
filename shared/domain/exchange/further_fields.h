// The columns of a customer file that have no box on the one-page form: group and territory,
// website, the contact's designation, an address's country.
#pragma once

#include <vector>

#include "shared/domain/exchange/column_map.h"
#include "shared/domain/exchange/record_directory.h"
#include "shared/domain/quick_entry.h"

namespace cm {

class FurtherFields {
 public:
  // Parses the filled cells; what is wrong goes to `findings`.
  FurtherFields(const CellsByField& cells, const CustomerSheet* existing,
                const Directories& directories, Findings& findings);
  // Puts the values over the changes that the form's boxes made, and checks the customer once more.
  void add_to(std::vector<Change>& changes, const CustomerSheet* existing,
              Findings& findings) const;

 private:
  struct Typed {
    const ExchangeField* field;
    Value value;
  };
  std::vector<Typed> typed_;
};

}  // namespace cm
