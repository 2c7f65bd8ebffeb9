#include "shared/domain/exchange/column_alias.h"

#include <algorithm>
#include <map>
#include <utility>

#include "shared/base/utf8.h"
#include "shared/domain/exchange/customer_directory.h"

namespace cm {
namespace {

constexpr Treat kInverted = Treat::Inverted;
constexpr Treat kJoinSpace = Treat::JoinSpace;
constexpr Treat kJoinComma = Treat::JoinComma;
constexpr Treat kLeftOut = Treat::LeftOut;

// Headings as ERPNext's data export, Tally's ledger sheets and Zoho Books' contact files have them,
// and what stands at the top of sheets that people keep by hand.
constexpr ColumnAlias kAliases[] = {
    // Customer: who
    {"customer", "Customer Name", "name"},
    {"customer", "Display Name", "name"},
    {"customer", "Party Name", "name"},
    {"customer", "Party", "name"},
    {"customer", "Ledger Name", "name"},
    {"customer", "Account Name", "name"},
    {"customer", "Company Name", "name"},
    {"customer", "Firm Name", "name"},
    {"customer", "Business Name", "name"},
    {"customer", "Legal Name", "name"},
    {"customer", "Name of Customer", "name"},
    {"customer", "Customer", "name"},
    {"customer", "Client Name", "name"},
    {"customer", "Particulars", "name"},
    {"customer", "Alias", "trade_name"},
    {"customer", "Brand Name", "trade_name"},
    {"customer", "Customer Code", "code"},
    {"customer", "Party Code", "code"},
    {"customer", "Type", "customer_type"},
    {"customer", "Customer Sub Type", "customer_type"},
    {"customer", "Group Name", "customer_group"},
    {"customer", "Under", "customer_group"},
    {"customer", "Region", "territory"},
    {"customer", "Area", "territory"},
    {"customer", "Zone", "territory"},
    {"customer", "Price List", "default_price_list"},
    {"customer", "Web Site", "website"},
    // Customer: tax
    {"customer", "GSTIN / UIN", "gstin"},
    {"customer", "GST Identification Number (GSTIN)", "gstin"},
    {"customer", "Party GSTIN", "gstin"},
    {"customer", "GST No", "gstin"},
    {"customer", "GST Number", "gstin"},
    {"customer", "GSTIN No", "gstin"},
    {"customer", "GSTIN Number", "gstin"},
    {"customer", "GST Registration No", "gstin"},
    {"customer", "Tax ID", "gstin"},
    {"customer", "GST Treatment", "gst_category"},
    {"customer", "Registration Type", "gst_category"},
    {"customer", "GST Registration Type", "gst_category"},
    {"customer", "PAN No", "pan"},
    {"customer", "PAN Number", "pan"},
    {"customer", "PAN / IT No", "pan"},
    {"customer", "Income Tax Number", "pan"},
    // Customer: whom to write to
    {"customer", "Email Id", "email"},
    {"customer", "Email Address", "email"},
    {"customer", "E Mail Id", "email"},
    {"customer", "Mail Id", "email"},
    {"customer", "EMailID", "email"},
    {"customer", "Mobile No", "phone"},
    {"customer", "Mobile Number", "phone"},
    {"customer", "Mobile", "phone"},
    {"customer", "Mobile Phone", "phone"},
    {"customer", "MobilePhone", "phone"},
    {"customer", "Phone No", "phone"},
    {"customer", "Phone Number", "phone"},
    {"customer", "Contact No", "phone"},
    {"customer", "Contact Number", "phone"},
    {"customer", "Telephone", "phone"},
    {"customer", "Telephone No", "phone"},
    {"customer", "Contact Name", "contact_person"},
    {"customer", "Contact", "contact_person"},
    {"customer", "Primary Contact", "contact_person"},
    {"customer", "First Name", "contact_person", kJoinSpace},
    {"customer", "Last Name", "contact_person", kJoinSpace},
    {"customer", "Designation", "contact_designation"},
    // Customer: addresses
    {"customer", "Address", "billing_address"},
    {"customer", "Billing Street", "billing_address", kJoinComma},
    {"customer", "Billing Street2", "billing_address", kJoinComma},
    {"customer", "Address Line 1", "billing_address", kJoinComma},
    {"customer", "Address Line 2", "billing_address", kJoinComma},
    {"customer", "Billing Address Line 1", "billing_address", kJoinComma},
    {"customer", "Billing Address Line 2", "billing_address", kJoinComma},
    {"customer", "Address1", "billing_address", kJoinComma},
    {"customer", "Address2", "billing_address", kJoinComma},
    {"customer", "Address3", "billing_address", kJoinComma},
    {"customer", "City", "billing_city"},
    {"customer", "City/Town", "billing_city"},
    {"customer", "Town", "billing_city"},
    {"customer", "State", "billing_state"},
    {"customer", "State/Province", "billing_state"},
    {"customer", "State Name", "billing_state"},
    {"customer", "GST State", "billing_state"},
    {"customer", "Pincode", "billing_pincode"},
    {"customer", "Pin", "billing_pincode"},
    {"customer", "Postal Code", "billing_pincode"},
    {"customer", "Zip Code", "billing_pincode"},
    {"customer", "Zip", "billing_pincode"},
    {"customer", "Billing Code", "billing_pincode"},
    {"customer", "Billing Postal Code", "billing_pincode"},
    {"customer", "Country", "billing_country"},
    {"customer", "Shipping Street", "shipping_address", kJoinComma},
    {"customer", "Shipping Street2", "shipping_address", kJoinComma},
    {"customer", "Shipping Address Line 1", "shipping_address", kJoinComma},
    {"customer", "Shipping Address Line 2", "shipping_address", kJoinComma},
    {"customer", "Delivery Address", "shipping_address"},
    {"customer", "Shipping Code", "shipping_pincode"},
    {"customer", "Shipping Postal Code", "shipping_pincode"},
    // Customer: terms and the rest
    {"customer", "Credit Limit (Credit Limits)", "credit_limit"},
    {"customer", "Credit Limit Amount", "credit_limit"},
    {"customer", "Credit Period", "credit_days"},
    {"customer", "Default Credit Period", "credit_days"},
    {"customer", "Payment Terms Label", "payment_terms"},
    {"customer", "Default Payment Terms Template", "payment_terms"},
    {"customer", "Terms", "payment_terms"},
    {"customer", "Remarks", "notes"},
    {"customer", "Customer Details", "notes"},
    {"customer", "Status", "active"},
    {"customer", "Disabled", "active", kInverted},
    {"customer", "Inactive", "active", kInverted},
    {"customer", "Salutation", "", kLeftOut},
    {"customer", "Gender", "", kLeftOut},
    {"customer", "From Lead", "", kLeftOut},
    {"customer", "Account Manager", "", kLeftOut},
    {"customer", "Tax Category", "", kLeftOut},
    {"customer", "Print Language", "", kLeftOut},
    {"customer", "Market Segment", "", kLeftOut},
    {"customer", "Industry", "", kLeftOut},
    {"customer", "Loyalty Program", "", kLeftOut},
    {"customer", "Is Frozen", "", kLeftOut},
    {"customer", "Is Internal Customer", "", kLeftOut},
    {"customer", "Represents Company", "", kLeftOut},
    {"customer", "Billing Currency", "", kLeftOut},
    {"customer", "Currency Code", "", kLeftOut},
    {"customer", "Company (Credit Limits)", "", kLeftOut},
    // Contact
    {"contact", "First Name", "name", kJoinSpace},
    {"contact", "Middle Name", "name", kJoinSpace},
    {"contact", "Last Name", "name", kJoinSpace},
    {"contact", "Full Name", "name"},
    {"contact", "Name", "name"},
    {"contact", "Contact Name", "name"},
    {"contact", "Job Title", "designation"},
    {"contact", "Mobile No", "phone"},
    {"contact", "Mobile Number", "phone"},
    {"contact", "Mobile", "phone"},
    {"contact", "Phone Number", "phone"},
    {"contact", "Number (Contact Numbers)", "phone"},
    {"contact", "Email Address", "email"},
    {"contact", "Email Id", "email"},
    {"contact", "Email ID (Email IDs)", "email"},
    {"contact", "Is Primary Contact", "is_primary"},
    {"contact", "Is Billing Contact", "is_billing"},
    {"contact", "Customer", "party"},
    {"contact", "Customer Code", "party"},
    {"contact", "Customer Name", "party"},
    {"contact", "Company Name", "party"},
    {"contact", "Link Name (Links)", "party"},
    {"contact", "Link Document Type (Links)", "party_kind"},
    {"contact", "Salutation", "", kLeftOut},
    {"contact", "Gender", "", kLeftOut},
    {"contact", "Status", "", kLeftOut},
    {"contact", "Link Title (Links)", "", kLeftOut},
    // Address
    {"address", "Address Title", "title"},
    {"address", "Address", "line1"},
    {"address", "Street", "line1"},
    {"address", "City/Town", "city"},
    {"address", "Town", "city"},
    {"address", "State/Province", "state"},
    {"address", "GST State", "state"},
    {"address", "Postal Code", "pincode"},
    {"address", "Pin", "pincode"},
    {"address", "Zip", "pincode"},
    {"address", "Email Address", "email"},
    {"address", "GSTIN / UIN", "gstin"},
    {"address", "Preferred Billing Address", "is_primary"},
    {"address", "Preferred Shipping Address", "is_shipping"},
    {"address", "Disabled", "active", kInverted},
    {"address", "Customer", "party"},
    {"address", "Customer Code", "party"},
    {"address", "Customer Name", "party"},
    {"address", "Link Name (Links)", "party"},
    {"address", "Link Document Type (Links)", "party_kind"},
    {"address", "County", "", kLeftOut},
    {"address", "Fax", "", kLeftOut},
    {"address", "Link Title (Links)", "", kLeftOut},
    // Trees and lists, as ERPNext heads them
    {"customer_group", "Customer Group Name", "name"},
    {"customer_group", "Parent Customer Group", "parent"},
    {"territory", "Territory Name", "name"},
    {"territory", "Parent Territory", "parent"},
    {"sales_person", "Sales Person Name", "name"},
    {"sales_person", "Parent Sales Person", "parent"},
    {"item_group", "Item Group Name", "name"},
    {"item_group", "Parent Item Group", "parent"},
    {"supplier", "Supplier Name", "name"},
    {"supplier", "GSTIN / UIN", "gstin"},
    {"supplier", "Disabled", "active", kInverted},
    {"sales_partner", "Sales Partner Name", "name"},
    {"price_list", "Price List Name", "name"},
    {"item", "Item Code", "code"},
    {"item", "Item Name", "name"},
    {"item", "Default Unit of Measure", "unit_of_measure"},
    {"item", "UOM", "unit_of_measure"},
    {"item", "HSN/SAC", "hsn"},
    {"item", "HSN/SAC Code", "hsn"},
    {"item", "HSN Code", "hsn"},
    {"item", "Standard Selling Rate", "rate"},
    {"item", "Disabled", "active", kInverted},
    {"item_price", "Item Code", "item"},
    {"item_price", "Price List Rate", "rate"},
    {"item_price", "Valid Upto", "valid_to"},
    // Any
    {"", "Series", "", kLeftOut},
    {"", "Sr No", "", kLeftOut},
    {"", "S No", "", kLeftOut},
    {"", "Sl No", "", kLeftOut},
    {"", "Serial No", "", kLeftOut},
    {"", "Owner", "", kLeftOut},
    {"", "Created On", "", kLeftOut},
    {"", "Last Updated On", "", kLeftOut},
    {"", "Last Updated By", "", kLeftOut},
    {"", "Problem", "", kLeftOut},  // of the rejected rows that we write
};

struct Wording {
  std::string_view field;  // of the field table
  std::string_view text;
  std::string_view label;
};

constexpr Wording kWordings[] = {
    {"customer_type", "Company", "Business"},
    {"customer_type", "Partnership", "Business"},
    {"customer_type", "Proprietorship", "Business"},
    {"customer_type", "B2B", "Business"},
    {"customer_type", "Consumer", "Individual"},
    {"customer_type", "Person", "Individual"},
    {"customer_type", "B2C", "Individual"},
    {"gst_category", "business_registered_regular", "Registered Regular"},
    {"gst_category", "business_registered_composition", "Registered Composition"},
    {"gst_category", "business_unregistered", "Unregistered"},
    {"gst_category", "business_sez", "SEZ"},
    {"gst_category", "business_gst", "Registered Regular"},
    {"gst_category", "business_none", "Unregistered"},
    {"gst_category", "consumer", "Unregistered"},
    {"gst_category", "Regular", "Registered Regular"},
    {"gst_category", "Composition", "Registered Composition"},
    {"gst_category", "UIN Holders", "UIN Holder"},
    {"active", "Active", "Yes"},
    {"active", "Enabled", "Yes"},
    {"active", "Inactive", "No"},
    {"active", "Disabled", "No"},
};

using AliasKey = std::pair<std::string, std::string>;  // table, name_key of the heading

const std::map<AliasKey, const ColumnAlias*>& aliases_by_key() {
  static const std::map<AliasKey, const ColumnAlias*> kByKey = [] {
    std::map<AliasKey, const ColumnAlias*> by_key;
    for (const ColumnAlias& alias : kAliases)
      by_key.emplace(AliasKey(alias.table, name_key(alias.heading)), &alias);
    return by_key;
  }();
  return kByKey;
}

}  // namespace

std::span<const ColumnAlias> column_aliases() {
  return kAliases;
}

const ColumnAlias* find_column_alias(const RecordType& type, std::string_view heading_key) {
  for (const std::string_view table : {type.table(), std::string_view()}) {
    const auto found = aliases_by_key().find({std::string(table), std::string(heading_key)});
    if (found != aliases_by_key().end()) return found->second;
  }
  return nullptr;
}

std::string known_wording(const Field& field, std::string_view text) {
  if (field.kind != FieldKind::Choice && field.kind != FieldKind::Boolean) return std::string(text);
  const std::string key = name_key(text);
  for (const Wording& wording : kWordings) {
    if (wording.field == field.name && name_key(wording.text) == key)
      return std::string(wording.label);
  }
  return std::string(text);
}

}  // namespace cm
