#include "shared/domain/rules/check_party.h"

#include "shared/domain/finding_catalogue.h"

namespace cm {

Findings check_supplier(const Supplier& supplier) {
  const auto carried = supplier.gstin ? supplier.gstin->pan() : std::nullopt;
  if (!carried || !supplier.pan || *carried == *supplier.pan) return {};
  return {make_finding(FindingCode::PanDiffers, "pan", {carried->text()}, carried->text())};
}

Findings check_sales_partner(const SalesPartner& partner) {
  if (partner.customer) return {};
  return {make_finding(FindingCode::SalesPartnerBuys, "customer")};
}

Findings check_sales_person(const SalesPerson& person, const RecordLookup& records) {
  if (person.user.empty()) return {};
  for (const Row& row : records.list_by(record_type_of<SalesPerson>(), "user", person.user)) {
    if (row.id == person.id.uuid()) continue;
    const SalesPerson other = from_row<SalesPerson>(row).record;
    return {make_finding(FindingCode::SalesPersonUser, "user", {other.name, person.user})};
  }
  return {};
}

}  // namespace cm
