// A party who buys from us. Contacts and addresses are records of their own, linked to it; the
// email, phone and contact person of the customer form are those of its primary contact and are not
// kept here.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/date.h"
#include "shared/domain/values/gstin.h"
#include "shared/domain/values/money.h"
#include "shared/domain/values/pan.h"
#include "shared/domain/values/percent.h"
#include "shared/record/describe.h"

namespace cm {

enum class CustomerType { Business, Individual };
template <>
struct ChoicesOf<CustomerType> {
  static constexpr std::array values{Choice{"business", "Business"},
                                     Choice{"individual", "Individual"}};
};

// How we know that the GSTIN is right.
enum class GstinSource { Typed, CertificateSeen, Portal };
template <>
struct ChoicesOf<GstinSource> {
  static constexpr std::array values{Choice{"typed", "Typed"},
                                     Choice{"certificate_seen", "Certificate seen"},
                                     Choice{"portal", "Checked on the GST portal"}};
};

struct Customer {
  CustomerId id;
  std::string code;                           // human number, given by the server at the first sync
  std::string name;                           // legal name, as on the GST certificate
  std::optional<CustomerType> customer_type;  // required; never derived from the PAN
  std::optional<Gstin> gstin;
  std::optional<GstCategory> gst_category;
  std::optional<Pan> pan;
  std::optional<GstinSource> gstin_source;
  std::string gstin_source_by;                  // sign-in name
  std::optional<std::int64_t> gstin_source_at;  // Unix milliseconds
  std::string trade_name;
  std::string website;
  std::optional<CustomerGroupId> customer_group;  // blank = the default group
  std::optional<TerritoryId> territory;
  std::optional<PriceListId> default_price_list;
  std::optional<SalesPartnerId> sales_partner;
  std::optional<Percent> commission_rate;
  std::optional<Money> credit_limit;  // blank inherits, zero is no credit
  std::optional<std::int64_t> credit_days;
  std::string payment_terms;  // printed only; credit_days drive the due date
  bool on_hold = false;
  std::optional<Date> hold_until;
  std::string hold_reason;
  std::string notes;  // internal, never printed
  bool active = true;
  std::string inactive_reason;
  std::optional<CustomerId> supersedes;  // the record that stood for this customer before,
  std::string supersede_reason;          // why it does no longer,
  std::optional<Date> supersede_date;    // and from when
  std::optional<CustomerId> superseded_by;
  std::optional<CustomerId> merged_into;
  bool walk_in = false;         // the one generic walk-in customer of an outlet
  std::string override_reason;  // why a warning about identity or tax was accepted

  explicit Customer(CustomerId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<Customer> {
  static constexpr RecordTypeNumber number = 1;
  static constexpr std::string_view table = "customer", label = "Customer";
  static constexpr auto fields = std::tuple{
      field<1>("name", "Name", &Customer::name, required, max_length(200), office),
      field<2>("customer_type", "Customer Type", &Customer::customer_type, required, office),
      field<3>("gstin", "GSTIN", &Customer::gstin, office, unit("tax")),
      field<4>("gst_category", "GST Category", &Customer::gst_category, office, unit("tax")),
      field<5>("pan", "PAN", &Customer::pan, office, unit("tax")),
      field<6>("gstin_source", "GSTIN Source", &Customer::gstin_source, office, unit("tax")),
      field<7>("gstin_source_by", "GSTIN Source By", &Customer::gstin_source_by, office,
               unit("tax"), max_length(100)),
      field<8>("gstin_source_at", "GSTIN Source At", &Customer::gstin_source_at, office,
               unit("tax"), kind(FieldKind::Timestamp)),
      field<9>("trade_name", "Trade Name", &Customer::trade_name, max_length(200)),
      field<10>("website", "Website", &Customer::website, max_length(200)),
      field<11>("customer_group", "Customer Group", &Customer::customer_group,
                links_to("customer_group"), leaf),
      field<12>("territory", "Territory", &Customer::territory, links_to("territory"), leaf),
      field<13>("default_price_list", "Default Price List", &Customer::default_price_list,
                links_to("price_list")),
      field<14>("sales_partner", "Sales Partner", &Customer::sales_partner,
                links_to("sales_partner")),
      field<15>("commission_rate", "Commission Rate", &Customer::commission_rate, range(0, 100'00)),
      field<16>("credit_limit", "Credit Limit", &Customer::credit_limit,
                range(0, kCreditLimitPaiseMax), office),
      field<17>("credit_days", "Credit Days", &Customer::credit_days, range(0, kCreditDaysMax),
                office),
      field<18>("payment_terms", "Payment Terms", &Customer::payment_terms, max_length(500)),
      field<19>("on_hold", "On Hold", &Customer::on_hold, office, unit("hold")),
      field<20>("hold_until", "Hold Until", &Customer::hold_until, office, unit("hold")),
      field<21>("notes", "Notes", &Customer::notes, kind(FieldKind::LongText), max_length(4000)),
      field<22>("active", "Active", &Customer::active, office, unit("active")),
      field<23>("supersedes", "Supersedes", &Customer::supersedes, links_to("customer"), office,
                unit("supersedes")),
      field<24>("superseded_by", "Superseded By", &Customer::superseded_by, links_to("customer"),
                office),
      field<25>("merged_into", "Merged Into", &Customer::merged_into, links_to("customer"), office),
      field<26>("walk_in", "Walk-in", &Customer::walk_in, office),
      field<27>("override_reason", "Reason for Accepting Warnings", &Customer::override_reason,
                max_length(500)),
      field<28>("code", "Code", &Customer::code, server_only, office, max_length(40)),
      field<29>("hold_reason", "Reason for Hold", &Customer::hold_reason, office, unit("hold"),
                max_length(500)),
      field<30>("inactive_reason", "Reason for Being Inactive", &Customer::inactive_reason, office,
                unit("active"), max_length(500)),
      field<31>("supersede_reason", "Reason for the New Record", &Customer::supersede_reason,
                office, unit("supersedes"), max_length(500)),
      field<32>("supersede_date", "New Record From", &Customer::supersede_date, office,
                unit("supersedes")),
  };
};

}  // namespace cm
