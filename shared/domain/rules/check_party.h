// What is wrong with, or worth knowing about, suppliers, sales partners and sales persons. That a
// sales person stands rightly in the tree is check_tree_row's matter; ranges are the fields' own.
#pragma once

#include "shared/domain/record_lookup.h"
#include "shared/domain/records/sales_partner.h"
#include "shared/domain/records/sales_person.h"
#include "shared/domain/records/supplier.h"
#include "shared/record/finding.h"

namespace cm {

// PAN against GSTIN.
Findings check_supplier(const Supplier& supplier);
// A partner to whom we also sell must be a customer.
Findings check_sales_partner(const SalesPartner& partner);
// A user who stands for another sales person.
Findings check_sales_person(const SalesPerson& person, const RecordLookup& records);

}  // namespace cm
