// That a contact belongs to a party. One contact may belong to any number of them.
#pragma once

#include <optional>

#include "shared/domain/records/ids.h"
#include "shared/record/describe.h"

namespace cm {

struct ContactLink {
  ContactLinkId id;
  std::optional<ContactId> contact;     // required
  std::optional<PartyKind> party_kind;  // required
  std::optional<PartyId> party;         // required: a record of the table that party_kind names

  explicit ContactLink(ContactLinkId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<ContactLink> {
  static constexpr RecordTypeNumber number = 4;
  static constexpr std::string_view table = "contact_link", label = "Contact Link";
  static constexpr auto fields = std::tuple{
      field<1>("contact", "Contact", &ContactLink::contact, required, links_to("contact")),
      field<2>("party_kind", "Party Kind", &ContactLink::party_kind, required, unit("party")),
      field<3>("party", "Party", &ContactLink::party, required, unit("party"),
               links_by("party_kind")),
  };
};

}  // namespace cm
