// Which column of a file is which field: as given, as we head it, as others are known to head it,
// or as it most resembles.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/domain/exchange/column_alias.h"
#include "shared/domain/exchange/exchange_field.h"
#include "shared/record/finding.h"

namespace cm {

enum class FoundBy { Given, Label, Alias, Similarity, Nothing };

struct MappedColumn {
  std::string heading;
  std::string field;  // ExchangeField::name; "" = left out
  FoundBy found_by = FoundBy::Nothing;
  int score = 0;  // 0 to 100: how alike heading and field are
  Treat treat = Treat::Plain;
};

struct ColumnMap {
  std::vector<MappedColumn> columns;  // as in the file
  Findings findings;  // unknown, doubled or missing columns; with an error nothing is imported
};

enum class UnknownColumns { Refuse, LeaveOut };

struct MapOptions {
  // By heading (compared without regard to case, spaces and punctuation): a field's label or name;
  // "" leaves the column out.
  std::map<std::string, std::string> given;
  UnknownColumns unknown = UnknownColumns::Refuse;
};

ColumnMap map_columns(const RecordType& type, const std::vector<std::string>& header,
                      const MapOptions& options = {});

// How many of the cells are headings that we know for certain. The header is the row that has most.
std::size_t count_known_headings(const RecordType& type, const std::vector<std::string>& cells);

// The same for every file with these headings in this order: under it a caller keeps a mapping.
std::string header_fingerprint(const RecordType& type, const std::vector<std::string>& header);

// The row's cells by field name. What does not fit the header is a finding.
using CellsByField = std::map<std::string, std::string>;
CellsByField cells_by_field(const RecordType& type, const ColumnMap& map,
                            const std::vector<std::string>& cells, Findings& findings);

}  // namespace cm
