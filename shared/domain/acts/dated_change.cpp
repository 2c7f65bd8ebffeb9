#include "shared/domain/acts/dated_change.h"

#include <algorithm>

#include "shared/domain/finding_catalogue.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/sales_team_member.h"
#include "shared/domain/rules/row_values.h"

namespace cm {
namespace {

struct DatedFieldNames {
  std::string_view field;   // of the assignment, and of the customer
  std::string_view before;  // of the assignment
};

DatedFieldNames names_of(DatedField field) {
  switch (field) {
    case DatedField::CustomerGroup:
      return {"customer_group", "customer_group_before"};
    case DatedField::Territory:
      return {"territory", "territory_before"};
    case DatedField::SalesPerson:
      break;
  }
  return {"sales_person", "sales_person_before"};
}

std::vector<Row> list_team(const RecordId& customer, const RecordLookup& records) {
  return records.list_by(record_type_of<SalesTeamMember>(), "customer", customer);
}

const Row* find_member(const std::vector<Row>& team, const std::optional<RecordId>& person) {
  const auto found = std::find_if(team.begin(), team.end(), [&](const Row& member) {
    return person && link_in(member, "sales_person") == person;
  });
  return found == team.end() ? nullptr : &*found;
}

// What the newest statement of that day or before says; none: nullopt.
std::optional<RecordId> newest(std::span<const Assignment> assignments, DatedField field,
                               const Date& day) {
  std::optional<RecordId> value;
  for (const Assignment& one : assignments) {
    const auto said = link_in(to_row(one), names_of(field).field);
    if (said && one.from_date && !(day < *one.from_date)) value = said;
  }
  return value;
}

bool is_due(const Assignment& one, const Date& today) {
  return !one.followed && one.from_date && !(today < *one.from_date);
}

void follow_fields(const Row& customer, const Date& today, std::span<const Assignment> assignments,
                   std::vector<Change>& changes) {
  Row after = customer;
  for (const Assignment& one : assignments) {
    if (!is_due(one, today)) continue;
    for (const DatedField field : {DatedField::CustomerGroup, DatedField::Territory}) {
      const auto said = link_in(to_row(one), names_of(field).field);
      if (said && newest(assignments, field, today) == said)
        after.set(names_of(field).field, *said);
    }
  }
  Change change = diff_rows(&customer, after);
  if (!change.fields.empty()) changes.push_back(std::move(change));
}

// The new one takes over the share of the one who is replaced.
void follow_team(const Row& customer, const Date& today, std::span<const Assignment> assignments,
                 const RecordLookup& records, std::vector<Change>& changes) {
  const std::vector<Row> before = list_team(customer.id, records);
  std::vector<Row> team = before;
  for (const Assignment& one : assignments) {
    if (!is_due(one, today) || !one.sales_person || !one.sales_person_before) continue;
    if (find_member(team, one.sales_person->uuid())) continue;
    for (Row& member : team) {
      if (link_in(member, "sales_person") == std::optional(one.sales_person_before->uuid()))
        member.set("sales_person", one.sales_person->uuid());
    }
  }
  for (std::size_t i = 0; i < team.size(); ++i) {
    Change change = diff_rows(&before[i], team[i]);
    if (!change.fields.empty()) changes.push_back(std::move(change));
  }
}

void follow(const Row& customer, const Date& today, std::span<const Assignment> assignments,
            const RecordLookup& records, std::vector<Change>& changes) {
  follow_fields(customer, today, assignments, changes);
  follow_team(customer, today, assignments, records, changes);
}

void sort_assignments(std::vector<Assignment>& assignments) {
  std::sort(assignments.begin(), assignments.end(), [](const Assignment& a, const Assignment& b) {
    if (!(a.from_date == b.from_date)) return a.from_date < b.from_date;
    return a.id < b.id;
  });
}

Assignment statement_of(const Row& customer, const DatedChange& change, const Clock& clock,
                        Random& random) {
  const DatedFieldNames names = names_of(change.field);
  Assignment statement(AssignmentId(Uuid::make_v7(clock, random)));
  statement.customer = CustomerId(customer.id);
  statement.from_date = change.from;
  statement.reason = change.reason;
  Row row = to_row(statement);
  row.set(names.field, change.to);
  const auto before =
      change.field == DatedField::SalesPerson ? change.replaced : link_in(customer, names.field);
  if (before) row.set(names.before, *before);
  return from_row<Assignment>(row).record;
}

}  // namespace

Findings check_dated_change(const Row& customer, const DatedChange& change,
                            const RecordLookup& records) {
  const std::string_view field = names_of(change.field).field;
  const Field& link = record_type_of<Assignment>().get_field(field);
  const auto node = records.find(record_catalogue().get(link.link_table), change.to);
  if (!node || node->deleted) return {make_finding(FindingCode::BadLink, field, {link.label})};
  const std::string name = text_in(*node, "name");
  if (flag_in(*node, "is_group")) return {make_finding(FindingCode::TreeNotALeaf, field, {name})};
  const bool has_it = change.field == DatedField::SalesPerson
                          ? find_member(list_team(customer.id, records), change.to) != nullptr
                          : value_on(customer, change.field, change.from,
                                     list_assignments(customer.id, records)) == change.to;
  if (has_it) return {make_finding(FindingCode::DatedChangeNone, field, {name})};
  return {};
}

std::vector<Change> make_dated_change(const Row& customer, const DatedChange& change,
                                      const Date& today, const RecordLookup& records,
                                      const Clock& clock, Random& random) {
  Assignment statement = statement_of(customer, change, clock, random);
  std::vector<Change> changes;
  std::vector<Assignment> assignments = list_assignments(customer.id, records);
  assignments.push_back(statement);
  sort_assignments(assignments);
  const bool due = is_due(statement, today);
  statement.followed = due;
  changes.push_back(diff_rows(nullptr, to_row(statement)));
  if (!due) return changes;
  std::erase_if(assignments, [&](const Assignment& one) {
    return !(one.id == statement.id) && is_due(one, today);
  });
  follow(customer, today, assignments, records, changes);
  if (change.field == DatedField::SalesPerson && !change.replaced) {
    SalesTeamMember member(SalesTeamMemberId(Uuid::make_v7(clock, random)));
    member.customer = CustomerId(customer.id);
    member.sales_person = SalesPersonId(change.to);
    member.share = Percent::from_hundredths(100'00);
    changes.push_back(diff_rows(nullptr, to_row(member)));
  }
  return changes;
}

std::vector<Change> follow_assignments(const Row& customer, const Date& today,
                                       const RecordLookup& records) {
  const std::vector<Assignment> assignments = list_assignments(customer.id, records);
  std::vector<Change> changes;
  follow(customer, today, assignments, records, changes);
  for (const Assignment& one : assignments) {
    if (!is_due(one, today)) continue;
    const auto before = records.find(record_type_of<Assignment>(), one.id.uuid());
    Row after = *before;
    after.set("followed", std::int64_t{1});
    changes.push_back(diff_rows(&*before, after));
  }
  return changes;
}

std::optional<RecordId> value_on(const Row& customer, DatedField field, const Date& day,
                                 std::span<const Assignment> assignments) {
  const DatedFieldNames names = names_of(field);
  if (const auto value = newest(assignments, field, day)) return value;
  for (const Assignment& one : assignments) {
    const Row row = to_row(one);
    if (link_in(row, names.field)) return link_in(row, names.before);
  }
  return field == DatedField::SalesPerson ? std::nullopt : link_in(customer, names.field);
}

std::vector<Assignment> list_assignments(const RecordId& customer, const RecordLookup& records) {
  std::vector<Assignment> assignments;
  for (const Row& row : records.list_by(record_type_of<Assignment>(), "customer", customer))
    assignments.push_back(from_row<Assignment>(row).record);
  sort_assignments(assignments);
  return assignments;
}

}  // namespace cm
