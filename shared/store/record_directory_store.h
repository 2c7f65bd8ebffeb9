// How exchange looks into this database for any record type: the RecordDirectory of
// shared/domain/exchange over RecordStore.
#pragma once

#include "shared/domain/exchange/record_directory.h"
#include "shared/store/record_store.h"

namespace cm {

class RecordDirectoryStore final : public RecordDirectory {
 public:
  explicit RecordDirectoryStore(Database& database) : database_(database), records_(database) {}

  std::optional<Row> find(const RecordType& type, const RecordId& id) const override;
  std::vector<Row> list_by(const RecordType& type, std::string_view field,
                           const Value& value) const override;
  std::int64_t count_by(const RecordType& type, std::string_view field, const Value& value,
                        std::int64_t max) const override;
  // By an index where records are named so (migration 0009); else it reads the table once.
  std::vector<Row> list_called(const RecordType& type, std::string_view field,
                               std::string_view text) const override;

 private:
  Database& database_;
  RecordStore records_;
};

}  // namespace cm
