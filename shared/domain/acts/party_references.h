// Which records point to a customer, and which of them go with it when two customers become one.
// One table: a new kind of record that points to customers needs its line here (a test compares it
// with the field tables). Customers that point to customers (merged_into, supersedes) stay as they
// are: rules/survivor follows the chain.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "shared/record/row.h"

namespace cm {

// Which rows of the survivor keep a row of the loser where it is.
enum class Beside {
  Anything,  // none
  Unlike,    // those that agree with it in `alike_in`: a contact is linked once
  Nothing,   // any at all: a sales team totals 100 % and is taken whole
};

struct PartyReference {
  std::string_view table;
  std::string_view field;  // holds the customer
  Beside beside = Beside::Anything;
  std::string_view alike_in = {};    // of Beside::Unlike
  std::string_view unless_set = {};  // a flag: a row where it is set is the past, and stays
};

std::span<const PartyReference> party_references();
// Null: rows of this table point to no customer.
const PartyReference* find_party_reference(std::string_view table);

// Of the loser's rows (not deleted), those that can point to the survivor instead, next to what the
// survivor has. The others stay where they are.
std::vector<const Row*> list_movable(std::span<const Row> of_loser,
                                     std::span<const Row> of_survivor);
// The row as it is when it points to another customer.
Row pointed_to(const Row& reference, const RecordId& customer);

}  // namespace cm
