// The WHERE of a list query: SQL from the field table, what was typed only ever bound.
#pragma once

#include <string>
#include <vector>

#include "shared/store/record_query.h"

namespace cm {

class RecordFilter {
 public:
  RecordFilter(const RecordCatalogue& records, const RecordQuery& query);

  const std::string& sql() const { return sql_; }               // "WHERE …"
  const std::vector<Value>& values() const { return values_; }  // of the parameters ?1, ?2, …
  std::string next_parameter(std::size_t after) const;  // the name of one that the caller adds

 private:
  std::string parameter(Value value);
  void add_word(const RecordCatalogue& records, const RecordType& type, const std::string& word);

  std::string sql_;
  std::vector<Value> values_;
};

}  // namespace cm
