#include "shared/domain/acts/party_references.h"

#include <algorithm>
#include <array>

#include "shared/domain/rules/row_values.h"

namespace cm {
namespace {

// A dated change that came into effect tells the loser's past; one whose day is still to come was
// meant for whoever the customer is by then.
constexpr auto kReferences = std::to_array<PartyReference>({
    {"contact_link", "party", Beside::Unlike, "contact"},
    {"address_link", "party", Beside::Unlike, "address"},
    {"sales_team_member", "customer", Beside::Nothing},
    {"customer_company", "customer", Beside::Unlike, "company"},
    {"account", "customer", Beside::Unlike, "company"},
    {"sales_partner", "customer", Beside::Anything},
    {"assignment", "customer", Beside::Anything, "", "followed"},
});

bool stands_in_the_way(const PartyReference& reference, const Row& row, const Row& other) {
  if (other.deleted || other.type != row.type) return false;
  switch (reference.beside) {
    case Beside::Anything:
      return false;
    case Beside::Unlike:
      return other.get(reference.alike_in) == row.get(reference.alike_in);
    case Beside::Nothing:
      return true;
  }
  return true;
}

}  // namespace

std::span<const PartyReference> party_references() {
  return kReferences;
}

const PartyReference* find_party_reference(std::string_view table) {
  const auto found = std::find_if(kReferences.begin(), kReferences.end(),
                                  [&](const PartyReference& each) { return each.table == table; });
  return found == kReferences.end() ? nullptr : &*found;
}

std::vector<const Row*> list_movable(std::span<const Row> of_loser,
                                     std::span<const Row> of_survivor) {
  std::vector<const Row*> movable;
  for (const Row& row : of_loser) {
    const PartyReference* reference = find_party_reference(row.type->table());
    if (!reference || row.deleted) continue;
    if (!reference->unless_set.empty() && flag_in(row, reference->unless_set)) continue;
    const bool blocked = std::any_of(of_survivor.begin(), of_survivor.end(), [&](const Row& other) {
      return stands_in_the_way(*reference, row, other);
    });
    if (!blocked) movable.push_back(&row);
  }
  return movable;
}

Row pointed_to(const Row& reference, const RecordId& customer) {
  Row moved = reference;
  moved.set(find_party_reference(reference.type->table())->field, customer);
  return moved;
}

}  // namespace cm
