// Lists of any record type, driven by its field table: filtered, sorted, in windows; and the titles
// of what they link to. Filtering reads the whole table: it is meant
// for the records beside the customers (thousands), which have a search of their own.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/list_filters.h"
#include "shared/record/row.h"
#include "shared/store/database.h"
#include "shared/store/list_order.h"

namespace cm {

struct RecordQuery {
  const RecordType* type = nullptr;
  std::string text;  // each word must stand in some field or linked title
  std::string sort;  // a field's name; empty = by title, else as created
  SortOrder order = SortOrder::Ascending;
  FilterValues filters = {};
  std::optional<FieldValue> only;  // only rows whose field equals this value
  std::size_t offset = 0;
  std::size_t max = 20;
};

struct RecordLine {
  Row row;
  bool unsent = false;        // on a device: changes of it wait to be sent
  bool has_conflict = false;  // … and somebody must decide about one
};

class RecordQueries {
 public:
  explicit RecordQueries(Database& database) : database_(database) {}

  // Deleted rows are left out everywhere.
  std::vector<RecordLine> find(const RecordQuery& query) const;
  std::int64_t count(const RecordQuery& query) const;

  // Empty when the record, or its type, is not known here.
  std::string title_of(std::string_view table, const RecordId& id) const;
  std::string title_of(const Row& row) const;
  // All rows, in order of title: what order_tree (domain/rules/tree.h) takes.
  std::vector<Row> list_all(const RecordType& type) const;
  // The row with what waits to be sent or decided about it.
  RecordLine marked(Row row) const;

  // The links between a contact or address and its parties that name this record, as either: they
  // go with it when it is hidden.
  std::vector<Row> list_links(const RecordType& type, const RecordId& id) const;

 private:
  bool exists(std::string_view sql, const RecordId& id) const;

  Database& database_;
};

}  // namespace cm
