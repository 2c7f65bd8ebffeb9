#include "shared/domain/records/catalogue.h"

#include "shared/base/ensure.h"
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
#include "shared/domain/records/customer_merge.h"
#include "shared/domain/records/duplicate_decision.h"
#include "shared/domain/records/item.h"
#include "shared/domain/records/item_group.h"
#include "shared/domain/records/item_price.h"
#include "shared/domain/records/new_record.h"
#include "shared/domain/records/price_list.h"
#include "shared/domain/records/sales_partner.h"
#include "shared/domain/records/sales_person.h"
#include "shared/domain/records/sales_team_member.h"
#include "shared/domain/records/supplier.h"
#include "shared/domain/records/target.h"
#include "shared/domain/records/territory.h"

namespace cm {

namespace {

struct Entry {
  const RecordType* type;
  Row (*make)(const RecordId& id);
};

template <class... Records>
std::vector<Entry> entries_of() {
  return {{&record_type_of<Records>(),
           [](const RecordId& id) { return to_row(Records(decltype(Records::id)(id))); }}...};
}

const std::vector<Entry>& entries() {
  static const std::vector<Entry> all =
      entries_of<Customer, Contact, Address, ContactLink, AddressLink, SalesTeamMember, Company,
                 Account, CustomerCompany, CustomerGroup, Territory, SalesPerson, ItemGroup,
                 Supplier, SalesPartner, PriceList, Item, ItemPrice, Target, Assignment,
                 DuplicateDecision, CustomerMerge>();
  return all;
}

}  // namespace

const RecordCatalogue& record_catalogue() {
  static const RecordCatalogue catalogue([] {
    std::vector<const RecordType*> types;
    for (const Entry& entry : entries()) types.push_back(entry.type);
    return types;
  }());
  return catalogue;
}

Row make_record(const RecordType& type, const RecordId& id) {
  for (const Entry& entry : entries()) {
    if (entry.type == &type) return entry.make(id);
  }
  ENSURE(false, "the type stands in the catalogue");
  return Row(type, id);
}

}  // namespace cm
