#include "shared/domain/records/catalogue.h"

#include "shared/domain/records/account.h"
#include "shared/domain/records/address.h"
#include "shared/domain/records/address_link.h"
#include "shared/domain/records/assignment.h"
#include "shared/domain/records/company.h"
#include "shared/domain/records/contact.h"
#include "shared/domain/records/contact_link.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/records/customer_company.h"
#include "shared/domain/records/customer_group.h"
#include "shared/domain/records/duplicate_decision.h"
#include "shared/domain/records/item.h"
#include "shared/domain/records/item_group.h"
#include "shared/domain/records/item_price.h"
#include "shared/domain/records/price_list.h"
#include "shared/domain/records/sales_partner.h"
#include "shared/domain/records/sales_person.h"
#include "shared/domain/records/sales_team_member.h"
#include "shared/domain/records/supplier.h"
#include "shared/domain/records/target.h"
#include "shared/domain/records/territory.h"

namespace cm {

const RecordCatalogue& record_catalogue() {
  static const RecordCatalogue catalogue({
      &record_type_of<Customer>(),
      &record_type_of<Contact>(),
      &record_type_of<Address>(),
      &record_type_of<ContactLink>(),
      &record_type_of<AddressLink>(),
      &record_type_of<SalesTeamMember>(),
      &record_type_of<Company>(),
      &record_type_of<Account>(),
      &record_type_of<CustomerCompany>(),
      &record_type_of<CustomerGroup>(),
      &record_type_of<Territory>(),
      &record_type_of<SalesPerson>(),
      &record_type_of<ItemGroup>(),
      &record_type_of<Supplier>(),
      &record_type_of<SalesPartner>(),
      &record_type_of<PriceList>(),
      &record_type_of<Item>(),
      &record_type_of<ItemPrice>(),
      &record_type_of<Target>(),
      &record_type_of<Assignment>(),
      &record_type_of<DuplicateDecision>(),
  });
  return catalogue;
}

}  // namespace cm
