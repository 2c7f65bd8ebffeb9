// Goal: files of other programs are understood without a hand, and nothing is guessed that cannot
// be told.
#include "shared/domain/exchange/column_map.h"

#include <doctest/doctest.h>

#include "shared/domain/records/address.h"
#include "shared/domain/records/contact.h"
#include "shared/domain/records/customer.h"

using namespace cm;

namespace {

std::string fields_of(const RecordType& type, const std::vector<std::string>& header,
                      const MapOptions& options = {}) {
  std::string fields;
  for (const MappedColumn& column : map_columns(type, header, options).columns)
    fields.append(fields.empty() ? "" : " ").append(column.field.empty() ? "-" : column.field);
  return fields;
}

const RecordType& customers() {
  return record_type_of<Customer>();
}

}  // namespace

TEST_CASE("column_map: ERPNext's, Tally's and Zoho's headings are known") {
  CHECK(fields_of(customers(),
                  {"ID", "Series", "Customer Name", "Customer Type", "Disabled", "GSTIN / UIN",
                   "GST Category", "Credit Limit (Credit Limits)", "Mobile No", "Email Id"}) ==
        "- - name customer_type active gstin gst_category credit_limit phone email");
  CHECK(fields_of(customers(), {"Ledger Name", "Address", "State Name", "Pincode", "PAN/IT No.",
                                "GST Registration Type", "Party GSTIN", "Default Credit Period"}) ==
        "name billing_address billing_state billing_pincode pan gst_category gstin credit_days");
  CHECK(fields_of(customers(), {"Display Name", "EmailID", "MobilePhone", "GST Treatment",
                                "GST Identification Number (GSTIN)", "Billing Street",
                                "Billing Street2", "Billing Code", "Shipping Street"}) ==
        "name email phone gst_category gstin billing_address billing_address billing_pincode "
        "shipping_address");
  CHECK(fields_of(record_type_of<Contact>(),
                  {"First Name", "Last Name", "Mobile No", "Is Primary Contact",
                   "Link Document Type (Links)", "Link Name (Links)"}) ==
        "name name phone is_primary party_kind party");
  CHECK(fields_of(record_type_of<Address>(),
                  {"Address Title", "Address Type", "Address Line 1", "City/Town", "State/Province",
                   "Postal Code", "Preferred Billing Address", "Customer"}) ==
        "title address_type line1 city state pincode is_primary party");
}

TEST_CASE("column_map: headings that resemble a field are read with a score, others are refused") {
  struct Case {
    std::string heading, field;
  };
  for (const auto& [heading, field] :
       {Case{"Custmer Name", "name"}, Case{"Mobile Nos.", "phone"},
        Case{"Bill City", "billing_city"}, Case{"Bilding Pincode", "billing_pincode"},
        Case{"Name of the Customer", "name"}, Case{"Credit Limits", "credit_limit"},
        Case{"Email-Address 1", "email"}, Case{"Shoe Size", "-"}, Case{"Opening Balance", "-"},
        Case{"To", "-"}, Case{"Billing", "-"}}) {
    CAPTURE(heading);
    const ColumnMap map = map_columns(customers(), {"Name Of Party x", heading});
    const MappedColumn& column = map.columns[1];
    CHECK((column.field.empty() ? "-" : column.field) == field);
    CHECK((column.found_by == FoundBy::Similarity) == (field != "-"));
    if (field != "-") CHECK(column.score >= 84);
  }
  MapOptions skip;
  skip.unknown = UnknownColumns::LeaveOut;
  CHECK(has_grade(map_columns(customers(), {"Name", "Shoe Size"}).findings, Grade::Error));
  CHECK(map_columns(customers(), {"Name", "Shoe Size"}, skip).findings.empty());
}

TEST_CASE("column_map: what is given stands above what is known") {
  MapOptions options;
  options.given = {{"shoe size", "Notes"}, {"Phone", ""}, {"Mobile No", "phone"}};
  CHECK(fields_of(customers(), {"Name", "Shoe Size", "Phone", "Mobile No"}, options) ==
        "name notes - phone");
}

TEST_CASE("column_map: several columns fill one field as they are meant to") {
  const std::vector<std::string> header = {
      "Name",           "Phone",           "Mobile No", "First Name", "Last Name",
      "Billing Street", "Billing Street2", "Disabled",  "Type"};
  const ColumnMap map = map_columns(customers(), header);
  Findings findings;
  CellsByField cells = cells_by_field(
      customers(), map, {"Asha", "", "98", "Anita", "Rao", "1 A Road", "B Nagar", "1", "Company"},
      findings);
  CHECK(cells["phone"] == "98");
  CHECK(cells["contact_person"] == "Anita Rao");
  CHECK(cells["billing_address"] == "1 A Road, B Nagar");
  CHECK(cells["active"] == "No");
  CHECK(cells["customer_type"] == "Business");
  cells = cells_by_field(customers(), map,
                         {"Asha", "97", "98", "", "Rao", "", "B Nagar", "0", "Individual", "x"},
                         findings);
  CHECK(cells["phone"] == "97");
  CHECK(cells["contact_person"] == "Rao");
  CHECK(cells["billing_address"] == "B Nagar");
  CHECK(cells["active"] == "Yes");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "row.too_many_cells");
}

TEST_CASE("column_map: the fingerprint is of the headings, not of how they are typed") {
  const std::string one = header_fingerprint(customers(), {"Name", "Mobile No."});
  CHECK(one.size() == 16);
  CHECK(one == header_fingerprint(customers(), {" name", "MOBILE  NO"}));
  CHECK(one != header_fingerprint(customers(), {"Mobile No.", "Name"}));
  CHECK(one != header_fingerprint(record_type_of<Contact>(), {"Name", "Mobile No."}));
}
