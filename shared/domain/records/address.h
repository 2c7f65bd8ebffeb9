// A place. Linked to customers, suppliers, sales partners and companies. One legal entity has one
// GSTIN per state, so a branch address may carry its own.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/email.h"
#include "shared/domain/values/gstin.h"
#include "shared/domain/values/phone.h"
#include "shared/domain/values/pincode.h"
#include "shared/domain/values/state_code.h"
#include "shared/record/describe.h"

namespace cm {

// In the order in which a default is looked for. Codes are stored: never rename one.
enum class AddressType { Billing, Shipping, Office, Plant, Warehouse, Shop, Other };
template <>
struct ChoicesOf<AddressType> {
  static constexpr std::array values{Choice{"billing", "Billing"}, Choice{"shipping", "Shipping"},
                                     Choice{"office", "Office"},   Choice{"plant", "Plant"},
                                     Choice{"warehouse", "Warehouse"}, Choice{"shop", "Shop"},
                                     Choice{"other", "Other"}};
};

struct Address {
  AddressId id;
  std::string title;
  std::optional<AddressType> address_type;  // required
  std::string line1;
  std::string line2;
  std::string city;
  std::optional<StateCode> state;
  std::optional<Pincode> pincode;
  std::string country = "India";
  std::optional<Phone> phone;
  std::optional<Email> email;
  std::optional<Gstin> gstin;
  std::optional<GstCategory> gst_category;
  bool is_primary = false;  // the billing address
  bool is_shipping = false;
  bool active = true;

  explicit Address(AddressId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<Address> {
  static constexpr RecordTypeNumber number = 3;
  static constexpr std::string_view table = "address", label = "Address";
  static constexpr auto fields = std::tuple{
      field<1>("title", "Title", &Address::title, max_length(200)),
      field<2>("address_type", "Address Type", &Address::address_type, required),
      field<3>("line1", "Address Line 1", &Address::line1, unit("street"), max_length(300)),
      field<4>("line2", "Address Line 2", &Address::line2, unit("street"), max_length(300)),
      field<5>("city", "City", &Address::city, unit("street"), max_length(100)),
      field<6>("state", "State", &Address::state, unit("street")),
      field<7>("pincode", "Pincode", &Address::pincode, unit("street")),
      field<8>("country", "Country", &Address::country, unit("street"), max_length(100)),
      field<9>("phone", "Phone", &Address::phone),
      field<10>("email", "Email", &Address::email),
      field<11>("gstin", "GSTIN", &Address::gstin, office, unit("tax")),
      field<12>("gst_category", "GST Category", &Address::gst_category, office, unit("tax")),
      field<13>("is_primary", "Billing", &Address::is_primary),
      field<14>("is_shipping", "Shipping", &Address::is_shipping),
      field<15>("active", "Active", &Address::active),
  };
};

}  // namespace cm
