// How one row becomes a save; one kind for customers with their parts, one for any other record
// type.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/domain/exchange/column_map.h"
#include "shared/domain/exchange/match_customer.h"
#include "shared/domain/exchange/record_directory.h"
#include "shared/domain/exchange/row_outcome.h"
#include "shared/domain/permissions.h"

namespace cm {

enum class ImportMode {
  Upsert,  // new ones are made, known ones changed
  Insert,  // new ones are made, known ones left as they are
  Update,  // known ones are changed, anything else is an error
};

struct RowRules {
  ImportMode mode = ImportMode::Upsert;
  MatchBy match_by = MatchBy::Any;
  std::string typed_by;  // sign-in name
  std::optional<Role> role =
      {};  // of whom what he may not write is refused; empty = all is permitted
};

struct RowReading {
  Outcome outcome = Outcome::Error;
  Findings findings;
  std::vector<Change> changes;  // of New and Update: one save
  bool waits = false;  // for a row that may come later in the file (a tree's parent): try it again
                       // at the end
};

class RowImporter {
 public:
  virtual ~RowImporter() = default;
  virtual RowReading read(const CellsByField& cells) = 0;
  // The changes of a dry run: later rows see them.
  virtual void remember(const std::vector<Change>& changes) = 0;
};

// All references must outlive it.
std::unique_ptr<RowImporter> make_row_importer(const RecordType& type,
                                               const Directories& directories, const Clock& clock,
                                               Random& random, RowRules rules);

}  // namespace cm
