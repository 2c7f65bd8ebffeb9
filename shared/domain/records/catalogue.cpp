#include "shared/domain/records/catalogue.h"

#include "shared/domain/records/address.h"
#include "shared/domain/records/address_link.h"
#include "shared/domain/records/contact.h"
#include "shared/domain/records/contact_link.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/records/sales_team_member.h"

namespace cm {

const RecordCatalogue& record_catalogue() {
  static const RecordCatalogue catalogue(
      {&record_type_of<Customer>(), &record_type_of<Contact>(), &record_type_of<Address>(),
       &record_type_of<ContactLink>(), &record_type_of<AddressLink>(),
       &record_type_of<SalesTeamMember>()});
  return catalogue;
}

}  // namespace cm
