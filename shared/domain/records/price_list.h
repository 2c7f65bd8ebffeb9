// A list of item prices, in rupees.
#pragma once

#include <string>

#include "shared/domain/records/ids.h"
#include "shared/record/describe.h"

namespace cm {

struct PriceList {
  PriceListId id;
  std::string name;  // required
  bool active = true;

  explicit PriceList(PriceListId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<PriceList> {
  static constexpr RecordTypeNumber number = 16;
  static constexpr std::string_view table = "price_list", label = "Price List";
  static constexpr auto fields = std::tuple{
      field<1>("name", "Name", &PriceList::name, required, office, max_length(200)),
      field<2>("active", "Active", &PriceList::active, office),
  };
};

}  // namespace cm
