// The trees: customer groups, territories, sales persons, item groups, and each company's accounts.
// One root each, no cycles, only groups have children, only the others can be chosen.
//
// Every row hangs in its tree whatever was written where: a row without a parent, or whose parent
// is hidden or unknown, hangs from the root; on a device whose own move is not yet on the master,
// so does a row that leads up to itself. Nothing is ever out of reach.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "shared/domain/record_lookup.h"
#include "shared/record/finding.h"

namespace cm {

// True when the type has a field `parent` that links to its own table.
bool is_tree(const RecordType& type);

// The row and those above it, the root last; stops where it would come round again.
std::vector<Row> path_to_root(const Row& row, const RecordLookup& records);

// True when `parent` is the row itself or stands below it.
bool makes_cycle(const RecordType& type, const RecordId& row, const RecordId& parent,
                 const RecordLookup& records);

// What is wrong with a row of a tree as it is about to be saved (`row.id` may be new).
Findings check_tree_row(const Row& row, const RecordLookup& records);

// Of any row: a field that must name a leaf names a group.
Findings check_leaves(const Row& row, const RecordLookup& records);

// All rows of one tree, parents before their children, siblings by name.
struct TreeLine {
  const Row* row = nullptr;
  std::size_t depth = 0;  // 0: the root, and what hangs nowhere when the root is not among the rows
};
std::vector<TreeLine> order_tree(std::span<const Row> rows);

}  // namespace cm
