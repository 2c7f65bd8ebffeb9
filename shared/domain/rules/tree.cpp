#include "shared/domain/rules/tree.h"

#include <algorithm>
#include <map>
#include <set>

#include "shared/base/utf8.h"
#include "shared/domain/finding_catalogue.h"
#include "shared/domain/known_ids.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/rules/row_values.h"

namespace cm {
namespace {

constexpr std::string_view kParent = "parent";

bool has_children(const Row& row, const RecordLookup& records) {
  return records.count_by(*row.type, kParent, row.id, 1) > 0;
}

// By a field that wants a leaf.
bool is_chosen(const Row& row, const RecordLookup& records) {
  for (const RecordType* type : record_catalogue().types()) {
    for (const Field& field : type->fields()) {
      if (field.leaf_only && field.link_table == row.type->table() &&
          records.count_by(*type, field.name, row.id, 1) > 0)
        return true;
    }
  }
  return false;
}

void check_group(const Row& row, const RecordLookup& records, Findings& findings) {
  const std::string name = text_in(row, "name");
  if (flag_in(row, "is_group")) {
    if (is_chosen(row, records))
      findings.push_back(make_finding(FindingCode::TreeChosen, "is_group", {name}));
  } else if (has_children(row, records)) {
    findings.push_back(make_finding(FindingCode::TreeHasChildren, "is_group", {name}));
  }
}

void check_siblings(const Row& row, const Row& parent, const RecordLookup& records,
                    Findings& findings) {
  const std::string name = text_in(row, "name");
  const std::string key = fold_text(name);
  for (const Row& sibling : records.list_by(*row.type, kParent, parent.id)) {
    if (sibling.id == row.id || fold_text(text_in(sibling, "name")) != key) continue;
    findings.push_back(
        make_finding(FindingCode::TreeSiblingName, "name", {name, text_in(parent, "name")}));
    return;
  }
}

void check_parent(const Row& row, const RecordLookup& records, Findings& findings) {
  const auto parent_id = link_in(row, kParent);
  const std::string name = text_in(row, "name");
  if (find_root(row) == std::optional(row.id)) {
    if (parent_id) findings.push_back(make_finding(FindingCode::TreeRoot, kParent, {name}));
    return;
  }
  if (!parent_id) {
    findings.push_back(make_finding(FindingCode::TreeParentMissing, kParent));
    return;
  }
  const auto parent = find_shown(records, *row.type, parent_id);
  if (!parent) {
    findings.push_back(
        make_finding(FindingCode::BadLink, kParent, {row.type->get_field(kParent).label}));
    return;
  }
  if (makes_cycle(*row.type, row.id, parent->id, records)) {
    findings.push_back(
        make_finding(FindingCode::TreeCycle, kParent, {text_in(*parent, "name"), name}));
  } else if (!flag_in(*parent, "is_group")) {
    findings.push_back(
        make_finding(FindingCode::TreeParentNotGroup, kParent, {text_in(*parent, "name")}));
  }
  check_siblings(row, *parent, records, findings);
}

// Children by parent, in order; a row whose parent is not among the rows is the root's child.
class TreeOrder {
 public:
  explicit TreeOrder(std::span<const Row> rows) {
    std::map<RecordId, const Row*> rows_by_id;
    for (const Row& row : rows) rows_by_id.emplace(row.id, &row);
    for (const Row& row : rows) {
      const auto parent = link_in(row, kParent);
      const bool hangs = parent && rows_by_id.count(*parent) > 0 && !(*parent == row.id);
      if (hangs)
        children_[*parent].push_back(&row);
      else if (find_root(row) == std::optional(row.id))
        roots_.insert(roots_.begin(), &row);
      else
        loose_.push_back(&row);
    }
    for (auto& [parent, children] : children_) sort_by_name(children);
    sort_by_name(loose_);
  }

  std::vector<TreeLine> lines(std::span<const Row> rows) {
    const bool one_root = roots_.size() == 1;
    for (const Row* root : roots_) {
      place(*root, 0);
      if (one_root)
        for (const Row* row : loose_) place(*row, 1);
    }
    if (!one_root)
      for (const Row* row : loose_) place(*row, 0);
    // What is left leads up to itself.
    for (const Row& row : rows) place(row, one_root ? 1 : 0);
    return std::move(lines_);
  }

 private:
  static void sort_by_name(std::vector<const Row*>& rows) {
    std::sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) {
      const std::string name_a = fold_text(text_in(*a, "name"));
      const std::string name_b = fold_text(text_in(*b, "name"));
      return name_a != name_b ? name_a < name_b : a->id < b->id;
    });
  }

  void place(const Row& row, std::size_t depth) {
    if (!placed_.insert(row.id).second) return;
    lines_.push_back({&row, depth});
    const auto found = children_.find(row.id);
    if (found == children_.end()) return;
    for (const Row* child : found->second) place(*child, depth + 1);
  }

  std::map<RecordId, std::vector<const Row*>> children_;
  std::vector<const Row*> roots_;
  std::vector<const Row*> loose_;
  std::set<RecordId> placed_;
  std::vector<TreeLine> lines_;
};

}  // namespace

bool is_tree(const RecordType& type) {
  const Field* parent = type.find_field(kParent);
  return parent && parent->link_table == type.table();
}

std::vector<Row> path_to_root(const Row& row, const RecordLookup& records) {
  std::vector<Row> path{row};
  std::set<RecordId> seen{row.id};
  const auto root = find_root(row);
  while (auto above = find_shown(records, *row.type, link_in(path.back(), kParent))) {
    if (!seen.insert(above->id).second) break;
    path.push_back(std::move(*above));
  }
  if (root && seen.count(*root) == 0) {
    if (auto top = find_shown(records, *row.type, root)) path.push_back(std::move(*top));
  }
  return path;
}

bool makes_cycle(const RecordType& type, const RecordId& row, const RecordId& parent,
                 const RecordLookup& records) {
  std::set<RecordId> seen;
  std::optional<RecordId> at = parent;
  while (at && seen.insert(*at).second) {
    if (*at == row) return true;
    const auto above = records.find(type, *at);
    at = above ? link_in(*above, kParent) : std::nullopt;
  }
  return false;
}

Findings check_tree_row(const Row& row, const RecordLookup& records) {
  Findings findings;
  check_parent(row, records, findings);
  check_group(row, records, findings);
  return findings;
}

Findings check_leaves(const Row& row, const RecordLookup& records) {
  Findings findings;
  for (const Field& field : row.type->fields()) {
    const auto link = field.leaf_only ? link_in(row, field.name) : std::nullopt;
    if (!link) continue;
    const auto node = records.find(record_catalogue().get(field.link_table), *link);
    if (node && flag_in(*node, "is_group"))
      findings.push_back(
          make_finding(FindingCode::TreeNotALeaf, field.name, {text_in(*node, "name")}));
  }
  return findings;
}

std::vector<TreeLine> order_tree(std::span<const Row> rows) {
  return TreeOrder(rows).lines(rows);
}

}  // namespace cm
