// A row of a file of any record type but customers: groups, territories, items, suppliers; contacts
// and addresses by themselves, with the party that they belong to.
#pragma once

#include "shared/domain/exchange/record_memory.h"
#include "shared/domain/exchange/row_importer.h"

namespace cm {

// A blank cell, and a missing column, leaves what stands.
class RecordRows final : public RowImporter {
 public:
  RecordRows(const RecordType& type, const Directories& directories, const Clock& clock,
             Random& random, RowRules rules);
  RowReading read(const CellsByField& cells) override;
  void remember(const std::vector<Change>& changes) override;

 private:
  struct Party {
    std::string kind;  // code; "" when the row names none
    std::optional<RecordId> id;
  };
  Directories directories() const { return {stored_.customers, memory_}; }
  Party party_of(const CellsByField& cells, RowReading& reading) const;
  std::vector<Row> fitting(const CellsByField& cells, const Party& party,
                           RowReading& reading) const;
  std::vector<Row> fitting_in_party(const CellsByField& cells, const Party& party) const;
  std::vector<Row> list_of_party(const RecordId& party) const;
  // The cell as it would be stored; Blank when it is blank or wrong.
  Value value_of(const Field& field, std::string_view text, const Row& row,
                 Findings& findings) const;
  void fill(Row& row, const Row* existing, const CellsByField& cells, RowReading& reading) const;
  void take_cells(Row& row, const Row* existing, const CellsByField& cells,
                  RowReading& reading) const;
  void link_to(const Party& party, const RecordId& record, std::vector<Change>& changes) const;

  const RecordType& type_;
  Directories stored_;
  const Clock& clock_;
  Random& random_;
  RowRules rules_;
  RecordMemory memory_;
};

}  // namespace cm
