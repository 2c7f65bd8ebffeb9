#include "shared/domain/rules/check_contact.h"

namespace cm {

Findings check_contact(const Row& contact) {
  for (const std::string_view field : {"name", "phone", "email", "other_phones", "other_emails"}) {
    if (!is_blank(contact.get(field))) return {};
  }
  return {make_finding(FindingCode::ContactEmpty, "name")};
}

}  // namespace cm
