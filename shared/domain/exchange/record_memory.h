// A directory in which the rows of a dry run stand over what is stored.
#pragma once

#include <map>
#include <set>
#include <string>

#include "shared/domain/exchange/record_directory.h"

namespace cm {

class RecordMemory final : public RecordDirectory {
 public:
  explicit RecordMemory(const RecordDirectory& stored) : stored_(stored) {}
  void remember(Row row);

  std::optional<Row> find(const RecordType& type, const RecordId& id) const override;
  std::vector<Row> list_by(const RecordType& type, std::string_view field,
                           const Value& value) const override;
  std::int64_t count_by(const RecordType& type, std::string_view field, const Value& value,
                        std::int64_t max) const override;
  std::vector<Row> list_called(const RecordType& type, std::string_view field,
                               std::string_view text) const override;

 private:
  std::vector<Row> with_remembered(std::vector<Row> stored, const std::string& key) const;

  const RecordDirectory& stored_;
  std::map<RecordId, Row> rows_;
  std::set<RecordTypeNumber> types_;  // of rows_; of any other, what is stored is the answer
  std::multimap<std::string, RecordId> ids_by_key_;  // key_of, and of texts the folded one
};

}  // namespace cm
