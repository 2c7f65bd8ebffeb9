#include "shared/store/record_table.h"

#include "shared/base/ensure.h"
#include "shared/base/failure.h"
#include "shared/domain/exchange/customer_directory.h"
#include "shared/sync/protocol_json.h"

namespace cm {
namespace {

constexpr std::string_view kStampColumns =
    "deleted, created_user, created_device, created_ms, changed_user, changed_device, changed_ms, "
    "versions, extra";
constexpr int kFixedColumns = 2;  // n, id

// Customers are listed, found and imported by their name's comparison key.
bool has_name_key(const RecordType& type) {
  return type.table() == "customer";
}

std::string name_key_of(const Value& name) {
  const auto* text = std::get_if<std::string>(&name);
  return text ? name_key(*text) : std::string();
}

std::string column_list(const RecordType& type) {
  std::string columns;
  for (const Field& field : type.fields()) columns.append(field.name).append(", ");
  return columns;
}

Stamp read_stamp(const Statement& statement, int column) {
  Stamp stamp;
  stamp.user = statement.text(column);
  stamp.device.number = static_cast<std::uint64_t>(statement.integer(column + 1));
  stamp.at_ms = statement.integer(column + 2);
  return stamp;
}

}  // namespace

std::optional<std::string> encode_unknown(const RecordType& type,
                                          const std::vector<UnknownField>& unknown) {
  if (unknown.empty()) return std::nullopt;
  return encode_values(type, {}, unknown);
}

std::vector<UnknownField> decode_unknown(const RecordType& type, std::string_view json) {
  if (json.empty()) return {};
  auto decoded = decode_values(&type, json);
  if (!decoded)
    throw Failure(FailureCode::DatabaseUnreadable, "The extra fields of a record cannot be read.");
  return std::move(decoded->unknown);
}

PackVersions RecordTable::pack() const {
  return database_.kind() == DatabaseKind::Master ? PackVersions::Full : PackVersions::Dots;
}

std::string RecordTable::select_sql(std::string_view rest) const {
  std::string sql = "SELECT n, id, " + column_list(type_);
  sql.append(kStampColumns).append(" FROM ").append(type_.table()).append(" ").append(rest);
  return sql;
}

StoredRow RecordTable::read(const Statement& statement) const {
  StoredRow stored{Row(type_, statement.uuid(1))};
  stored.n = statement.integer(0);
  int column = kFixedColumns;
  for (const Field& field : type_.fields()) {
    Value value = statement.value(column++, field.kind);
    if (!is_blank(value))
      stored.row.values.emplace_hint(stored.row.values.end(), field.number, std::move(value));
  }
  stored.row.deleted = statement.integer(column) != 0;
  stored.row.created = read_stamp(statement, column + 1);
  stored.row.changed = read_stamp(statement, column + 4);
  stored.versions = unpack_versions(statement.blob(column + 7));
  stored.row.versions = stored.versions.dots();
  stored.unknown = decode_unknown(type_, statement.text(column + 8));
  return stored;
}

std::optional<StoredRow> RecordTable::find(const RecordId& id) const {
  Statement statement(database_, select_sql("WHERE id = ?"));
  statement.bind(id);
  return statement.step() ? std::optional(read(statement)) : std::nullopt;
}

std::optional<StoredRow> RecordTable::find_at(std::int64_t n) const {
  Statement statement(database_, select_sql("WHERE n = ?"));
  statement.bind(n);
  return statement.step() ? std::optional(read(statement)) : std::nullopt;
}

std::optional<RowHead> RecordTable::find_head(const RecordId& id) const {
  std::string sql = "SELECT n, deleted, versions, extra FROM ";
  Statement statement(database_, sql.append(type_.table()).append(" WHERE id = ?"));
  statement.bind(id);
  if (!statement.step()) return std::nullopt;
  RowHead head;
  head.n = statement.integer(0);
  head.deleted = statement.integer(1) != 0;
  head.versions = unpack_versions(statement.blob(2));
  head.unknown = decode_unknown(type_, statement.text(3));
  return head;
}

std::vector<FieldValue> RecordTable::read_fields(std::int64_t n,
                                                 std::span<const FieldNumber> fields) const {
  std::string sql = "SELECT n";
  for (const FieldNumber number : fields) {
    const Field* field = type_.find_field(number);
    ENSURE(field, "only known fields have a column");
    sql.append(", ").append(field->name);
  }
  Statement statement(database_, sql.append(" FROM ").append(type_.table()).append(" WHERE n = ?"));
  statement.bind(n);
  std::vector<FieldValue> values;
  if (!statement.step()) return values;
  int column = 1;
  for (const FieldNumber number : fields) {
    values.push_back({number, statement.value(column++, type_.find_field(number)->kind)});
  }
  return values;
}

void RecordTable::bind_row(Statement& statement, const StoredRow& stored) const {
  const Row& row = stored.row;
  statement.bind(row.id);
  for (const Field& field : type_.fields()) statement.bind(row.get(field.number));
  statement.bind(row.deleted, row.created.user, row.created.device, row.created.at_ms,
                 row.changed.user, row.changed.device, row.changed.at_ms);
  statement.bind_blob(pack_versions(stored.versions, pack()))
      .bind(encode_unknown(type_, stored.unknown));
  if (has_name_key(type_)) statement.bind(name_key_of(row.get("name")));
}

std::int64_t RecordTable::insert(const StoredRow& stored) {
  const std::size_t parameters = type_.fields().size() + 10 + (has_name_key(type_) ? 1 : 0);
  std::string sql = "INSERT INTO ";
  sql.append(type_.table()).append("(id, ").append(column_list(type_)).append(kStampColumns);
  if (has_name_key(type_)) sql += ", name_key";
  sql += ") VALUES (?";
  for (std::size_t i = 1; i < parameters; ++i) sql += ", ?";
  Statement statement(database_, sql += ") RETURNING n");
  bind_row(statement, stored);
  ENSURE(statement.step(), "an insert returns its row");
  const std::int64_t n = statement.integer(0);
  statement.run();
  return n;
}

void RecordTable::replace(const StoredRow& stored) {
  std::string sql = "UPDATE ";
  sql.append(type_.table()).append(" SET id = ?");
  for (const Field& field : type_.fields()) sql.append(", ").append(field.name).append(" = ?");
  sql +=
      ", deleted = ?, created_user = ?, created_device = ?, created_ms = ?, changed_user = ?, "
      "changed_device = ?, "
      "changed_ms = ?, versions = ?, extra = ?";
  if (has_name_key(type_)) sql += ", name_key = ?";
  Statement statement(database_, sql += " WHERE n = ?");
  bind_row(statement, stored);
  statement.bind(stored.n).run();
}

void RecordTable::update(std::int64_t n, const RowUpdate& update) {
  std::string sql = "UPDATE ";
  sql.append(type_.table())
      .append(" SET changed_user = ?, changed_device = ?, changed_ms = ?, versions = ?");
  const Value* name = nullptr;
  for (const FieldValue& change : update.fields) {
    const Field* field = type_.find_field(change.field);
    ENSURE(field, "only known fields have a column");
    sql.append(", ").append(field->name).append(" = ?");
    if (has_name_key(type_) && field->name == "name") name = &change.value;
  }
  if (name) sql += ", name_key = ?";
  if (update.deleted) sql += ", deleted = ?";
  if (update.unknown) sql += ", extra = ?";
  Statement statement(database_, sql += " WHERE n = ?");
  statement.bind(update.changed.user, update.changed.device, update.changed.at_ms);
  statement.bind_blob(pack_versions(update.versions, pack()));
  for (const FieldValue& change : update.fields) statement.bind(change.value);
  if (name) statement.bind(name_key_of(*name));
  if (update.deleted) statement.bind(*update.deleted);
  if (update.unknown) statement.bind(encode_unknown(type_, *update.unknown));
  statement.bind(n).run();
}

void RecordTable::remove(const RecordId& id) {
  std::string sql = "DELETE FROM ";
  Statement(database_, sql.append(type_.table()).append(" WHERE id = ?")).bind(id).run();
}

void RecordTable::adopt_unknown_fields() {
  std::vector<std::pair<std::int64_t, std::string>> rows;
  std::string sql = "SELECT n, extra FROM ";
  Statement select(database_, sql.append(type_.table()).append(" WHERE extra IS NOT NULL"));
  while (select.step()) rows.emplace_back(select.integer(0), std::string(select.text(1)));
  for (const auto& [n, json] : rows) {
    const auto decoded = decode_values(&type_, json);
    if (!decoded || decoded->values.empty()) continue;
    std::string update_sql = "UPDATE ";
    update_sql.append(type_.table()).append(" SET extra = ?");
    for (const FieldValue& value : decoded->values) {
      update_sql.append(", ").append(type_.find_field(value.field)->name).append(" = ?");
    }
    Statement update(database_, update_sql += " WHERE n = ?");
    update.bind(encode_unknown(type_, decoded->unknown));
    for (const FieldValue& value : decoded->values) update.bind(value.value);
    update.bind(n).run();
  }
}

}  // namespace cm
