// What stands in a list's cells: a field as it is shown, a link as the title of what it leads to.
#pragma once

#include <map>
#include <string>

#include "client/app/context.h"

namespace cm {

// Made for one reading of rows: titles are looked up once.
class CellReader {
 public:
  explicit CellReader(AppContext& app) : app_(app) {}
  std::string text(const Row& row, const Field& field);

 private:
  AppContext& app_;
  std::map<RecordId, std::string> titles_;
};

}  // namespace cm
