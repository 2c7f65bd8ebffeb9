// The WHERE of a list query: SQL from the field table, what was typed only ever bound.
#pragma once

#include <string>
#include <vector>

#include "shared/store/record_query.h"
#include "shared/store/sql_parameters.h"

namespace cm {

class RecordFilter {
 public:
  RecordFilter(Database& database, const RecordQuery& query);

  const std::string& sql() const { return sql_; }  // "WHERE …"
  const SqlParameters& parameters() const { return parameters_; }

 private:
  void add_word(const RecordCatalogue& records, const RecordType& type, const std::string& word);

  std::string sql_;
  SqlParameters parameters_;
};

}  // namespace cm
