// A person (or desk) that we talk to. Linked to customers, suppliers, sales partners and companies.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/email.h"
#include "shared/domain/values/phone.h"
#include "shared/record/describe.h"

namespace cm {

struct Contact {
  ContactId id;
  std::string name;  // may be blank when there is a phone or an email: then the party's name is shown
  std::string designation;
  std::optional<Phone> phone;
  std::optional<Email> email;
  std::vector<Phone> other_phones;
  std::vector<Email> other_emails;
  bool is_primary = false;
  bool is_billing = false;
  bool active = true;

  explicit Contact(ContactId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<Contact> {
  static constexpr RecordTypeNumber number = 2;
  static constexpr std::string_view table = "contact", label = "Contact";
  static constexpr auto fields = std::tuple{
      field<1>("name", "Contact Person", &Contact::name, max_length(200)),
      field<2>("designation", "Designation", &Contact::designation, max_length(100)),
      field<3>("phone", "Phone", &Contact::phone),
      field<4>("email", "Email", &Contact::email),
      field<5>("other_phones", "Other Phones", &Contact::other_phones),
      field<6>("other_emails", "Other Emails", &Contact::other_emails),
      field<7>("is_primary", "Primary", &Contact::is_primary),
      field<8>("is_billing", "Billing", &Contact::is_billing),
      field<9>("active", "Active", &Contact::active),
  };
};

}  // namespace cm
