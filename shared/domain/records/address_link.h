// That an address belongs to a party. One address may belong to any number of them.
#pragma once

#include <optional>

#include "shared/domain/records/ids.h"
#include "shared/record/describe.h"

namespace cm {

struct AddressLink {
  AddressLinkId id;
  std::optional<AddressId> address;     // required
  std::optional<PartyKind> party_kind;  // required
  std::optional<PartyId> party;         // required: a record of the table that party_kind names

  explicit AddressLink(AddressLinkId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<AddressLink> {
  static constexpr RecordTypeNumber number = 5;
  static constexpr std::string_view table = "address_link", label = "Address Link";
  static constexpr auto fields = std::tuple{
      field<1>("address", "Address", &AddressLink::address, required, links_to("address")),
      field<2>("party_kind", "Party Kind", &AddressLink::party_kind, required, unit("party")),
      field<3>("party", "Party", &AddressLink::party, required, unit("party"),
               links_by("party_kind")),
  };
};

}  // namespace cm
