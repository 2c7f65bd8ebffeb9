#include "shared/store/parties.h"

#include "shared/store/statement.h"

namespace cm {
namespace {

constexpr std::string_view kPartiesOfContact = "SELECT party FROM contact_link WHERE contact = ?";
constexpr std::string_view kPartiesOfAddress = "SELECT party FROM address_link WHERE address = ?";
constexpr std::string_view kPartyOfContactLink = "SELECT party FROM contact_link WHERE id = ?";
constexpr std::string_view kPartyOfAddressLink = "SELECT party FROM address_link WHERE id = ?";

std::string_view parties_sql(const RecordType& type) {
  if (type.table() == "contact") return kPartiesOfContact;
  if (type.table() == "address") return kPartiesOfAddress;
  if (type.table() == "contact_link") return kPartyOfContactLink;
  if (type.table() == "address_link") return kPartyOfAddressLink;
  return {};
}

}  // namespace

std::vector<RecordId> list_parties_of(Database& database, const RecordType& type,
                                      const RecordId& row) {
  std::vector<RecordId> parties;
  const std::string_view sql = parties_sql(type);
  if (sql.empty()) return parties;
  Statement statement(database, sql);
  statement.bind(row);
  while (statement.step()) {
    if (!statement.is_null(0)) parties.push_back(statement.uuid(0));
  }
  return parties;
}

}  // namespace cm
