#include "shared/store/filter_conditions.h"

#include <algorithm>

#include "shared/domain/known_ids.h"
#include "shared/domain/rules/tree.h"
#include "shared/store/record_table.h"
#include "shared/store/statement.h"

namespace cm {
namespace {

// Where records are named that wait to be sent, or that somebody must decide about.
struct Marks {
  std::string_view table, condition;
};
constexpr Marks kUnsent{"outbox", "x.acked_head IS NULL"};
constexpr Marks kConflict{"conflict", "1"};

std::string marked_ids(const Marks& marks) {
  return "SELECT x.row_id FROM " + std::string(marks.table) + " x WHERE " +
         std::string(marks.condition);
}

// Customers whose contact, address or link to one is marked.
std::string marked_parties(const Marks& marks) {
  std::string sql;
  for (const char* link : {"l.id = x.row_id", "l.contact = x.row_id"})
    sql.append(" UNION SELECT l.party FROM ").append(marks.table).append(" x JOIN contact_link l ON ")
        .append(link).append(" WHERE ").append(marks.condition);
  for (const char* link : {"l.id = x.row_id", "l.address = x.row_id"})
    sql.append(" UNION SELECT l.party FROM ").append(marks.table).append(" x JOIN address_link l ON ")
        .append(link).append(" WHERE ").append(marks.condition);
  return sql;
}

// A node of a tree, and all below it; of another type the record alone.
std::vector<RecordId> with_those_below(Database& database, const RecordType& type,
                                       const RecordId& id) {
  if (!is_tree(type)) return {id};
  std::vector<Row> rows;
  const RecordTable table(database, type);
  Statement statement(database, table.select_sql("WHERE deleted = 0"));
  while (statement.step()) rows.push_back(std::move(table.read(statement).row));
  std::vector<RecordId> found;
  std::size_t depth = 0;
  for (const TreeLine& line : order_tree(rows)) {
    const bool below = !found.empty() && line.depth > depth;
    if (!found.empty() && !below) break;
    if (!below && !(line.row->id == id)) continue;
    if (!below) depth = line.depth;
    found.push_back(line.row->id);
  }
  return found.empty() ? std::vector<RecordId>{id} : found;
}

class Conditions {
 public:
  Conditions(Database& database, const RecordType& type, SqlParameters& parameters)
      : database_(database), type_(type), parameters_(parameters) {}

  std::string of(const ListFilter& filter, const std::string& value) {
    return filter.field ? of_field(filter, value) : of_ready_made(filter, value);
  }

 private:
  std::string of_field(const ListFilter& filter, const std::string& value) {
    const std::string column = own(filter.field->name);
    if (value == kFilterNone) return column + " IS NULL";
    switch (filter.kind) {
      case FilterKind::YesNo: {
        const bool yes = value == kFilterYes, default_yes = blank_means_yes(type_, *filter.field);
        if (yes) return column + (default_yes ? " IS NOT 0" : " = 1");
        return column + (default_yes ? " = 0" : " IS NOT 1");
      }
      case FilterKind::Link:
        return of_link(filter, column, value);
      case FilterKind::State:
      case FilterKind::Choice:
        break;
    }
    return column + " = " + parameters_.add(value);
  }

  std::string of_link(const ListFilter& filter, const std::string& column,
                      const std::string& value) {
    const auto ids = ids_of(filter, value);
    std::string sql = column + " IN (" + listed(ids) + ")";
    const bool default_too = filter.link_table == "customer_group" &&
                             std::find(ids.begin(), ids.end(), default_customer_group().uuid()) !=
                                 ids.end();
    if (default_too && type_.table() == "customer") sql += " OR " + column + " IS NULL";
    return sql;
  }

  std::string of_ready_made(const ListFilter& filter, const std::string& value) {
    const bool yes = value == kFilterYes;
    switch (filter.ready) {
      case ReadyFilter::SalesPerson:
        return own("id") +
               " IN (SELECT m.customer FROM sales_team_member m WHERE m.deleted = 0 AND "
               "m.sales_person IN (" +
               listed(ids_of(filter, value)) + "))";
      case ReadyFilter::AddressState:
        return has_address("a.state = " + parameters_.add(value), true);
      case ReadyFilter::NotSent:
        return marked_in(kUnsent, yes);
      case ReadyFilter::InConflict:
        return marked_in(kConflict, yes);
      case ReadyFilter::NoGstin:
        return own("gstin") + (yes ? " IS NULL" : " IS NOT NULL");
      case ReadyFilter::GstinNotVerified: {
        const std::string typed = "ifnull(" + own("gstin_source") + ", 'typed') = 'typed'";
        return own("gstin") + " IS NOT NULL AND " + (yes ? typed : "NOT " + typed);
      }
      case ReadyFilter::NoShippingAddress:
        return has_address("(a.is_shipping = 1 OR a.address_type = 'shipping')", !yes);
      case ReadyFilter::NoCreditLimit:
        return own("credit_limit") + (yes ? " IS NULL" : " IS NOT NULL");
      case ReadyFilter::None:
        break;
    }
    return "1";
  }

  // Only a device has an outbox and a list of conflicts.
  std::string marked_in(const Marks& marks, bool yes) const {
    if (database_.kind() != DatabaseKind::Replica) return yes ? "0" : "1";
    std::string ids = marked_ids(marks);
    if (type_.table() == "customer") ids += marked_parties(marks);
    return own("id") + (yes ? " IN (" : " NOT IN (") + "SELECT row_id FROM (" + ids +
           ") WHERE row_id IS NOT NULL)";
  }

  std::string has_address(const std::string& which, bool yes) const {
    return own("id") + (yes ? " IN (" : " NOT IN (") +
           "SELECT l.party FROM address a JOIN address_link l ON l.address = a.id WHERE a.deleted = "
           "0 AND a.active IS NOT 0 AND l.deleted = 0 AND l.party IS NOT NULL AND " +
           which + ")";
  }

  std::vector<RecordId> ids_of(const ListFilter& filter, const std::string& value) const {
    return with_those_below(database_, database_.records().get(filter.link_table),
                            *Uuid::parse(value));
  }

  std::string listed(const std::vector<RecordId>& ids) {
    std::string names;
    for (const RecordId& id : ids) names += (names.empty() ? "" : ", ") + parameters_.add(id);
    return names;
  }

  std::string own(std::string_view column) const {
    return std::string(type_.table()) + "." + std::string(column);
  }

  Database& database_;
  const RecordType& type_;
  SqlParameters& parameters_;
};

}  // namespace

std::string filter_conditions(Database& database, const RecordType& type,
                              const FilterValues& filters, SqlParameters& parameters) {
  const std::vector<ListFilter> known = list_filters(type);
  Conditions conditions(database, type, parameters);
  std::string sql;
  for (const FilterValue& set : clean_filters(type, filters))
    sql += " AND (" + conditions.of(*find_filter(known, set.name), set.value) + ")";
  return sql;
}

}  // namespace cm
