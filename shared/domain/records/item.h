// What we sell: goods or a service.
#pragma once

#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/money.h"
#include "shared/domain/values/percent.h"
#include "shared/record/describe.h"

namespace cm {

struct Item {
  ItemId id;
  std::string code;  // required; given by people
  std::string name;  // required
  std::optional<ItemGroupId> item_group;
  std::string unit_of_measure;  // "Nos", "Kg"
  std::string hsn;              // HSN of goods, SAC of services
  std::optional<Percent> gst_rate;
  std::optional<Money> rate;  // before tax; where no price list says otherwise
  bool active = true;

  explicit Item(ItemId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<Item> {
  static constexpr RecordTypeNumber number = 17;
  static constexpr std::string_view table = "item", label = "Item";
  static constexpr auto fields = std::tuple{
      field<1>("code", "Code", &Item::code, required, office, max_length(40)),
      field<2>("name", "Name", &Item::name, required, office, max_length(200)),
      field<3>("item_group", "Item Group", &Item::item_group, office, links_to("item_group"), leaf),
      field<4>("unit_of_measure", "Unit", &Item::unit_of_measure, office, max_length(20)),
      field<5>("hsn", "HSN", &Item::hsn, office, unit("tax"), max_length(8)),
      field<6>("gst_rate", "GST Rate", &Item::gst_rate, office, unit("tax"), range(0, 100'00)),
      field<7>("rate", "Rate", &Item::rate, office, range(0, kRatePaiseMax)),
      field<8>("active", "Active", &Item::active, office),
  };
};

}  // namespace cm
