#include "shared/store/list_order.h"

#include "shared/domain/record_title.h"

namespace cm {
namespace {

// Many customers are alike in a type or a group.
const std::string kThenByName = ", customer.name_key, customer.n";

bool is_shown_with_customer(const RecordType& type, std::string_view name) {
  return type.table() == "customer" && (name == "phone" || name == "city");
}

// What rows are put in order by: the field, or the title of what it links to.
std::string order_expression(const RecordCatalogue& records, const RecordType& type,
                             const Field& field) {
  std::string own = std::string(type.table()) + "." + std::string(field.name);
  if (field.kind != FieldKind::Link) return own;
  const RecordType* linked = records.find(field.link_table);
  const Field* title = linked ? find_title_field(*linked) : nullptr;
  if (!title) return own;
  std::string sql = "(SELECT l.";
  sql.append(title->name).append(" FROM ").append(linked->table());
  return sql.append(" l WHERE l.id = ").append(own).append(")");
}

}  // namespace

bool can_sort_by(const RecordType& type, std::string_view name) {
  return type.find_field(name) != nullptr || is_shown_with_customer(type, name);
}

std::string list_order(const RecordCatalogue& records, const RecordType& type,
                       std::string_view sort, SortOrder order) {
  const std::string way = order == SortOrder::Descending ? " DESC" : "";
  if (is_shown_with_customer(type, sort)) {
    const std::string by =
        "nullif((SELECT t." + std::string(sort) + " FROM customer_text t WHERE t.n = customer.n), '')";
    return " ORDER BY " + by + " IS NULL, " + by + way + kThenByName;
  }
  const Field* field = sort.empty() ? find_title_field(type) : type.find_field(sort);
  if (!field) return " ORDER BY id" + way;
  if (type.table() == "customer" && field->name == "name")
    return " ORDER BY customer.name_key" + way + ", customer.n" + way;
  const std::string by = order_expression(records, type, *field);
  const std::string order_by = " ORDER BY " + by + " IS NULL, " + by + " COLLATE NOCASE" + way;
  return type.table() == "customer" ? order_by + kThenByName : order_by + ", id" + way;
}

}  // namespace cm
