// What an item costs in a price list, for a time.
#pragma once

#include <optional>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/date.h"
#include "shared/domain/values/money.h"
#include "shared/record/describe.h"

namespace cm {

struct ItemPrice {
  ItemPriceId id;
  std::optional<ItemId> item;             // required
  std::optional<PriceListId> price_list;  // required
  std::optional<Money> rate;              // required; before tax
  std::optional<Date> valid_from;         // blank: ever since
  std::optional<Date> valid_to;           // the last day; blank: until further notice

  explicit ItemPrice(ItemPriceId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<ItemPrice> {
  static constexpr RecordTypeNumber number = 18;
  static constexpr std::string_view table = "item_price", label = "Item Price";
  static constexpr auto fields = std::tuple{
      field<1>("item", "Item", &ItemPrice::item, required, office, unit("place"), links_to("item")),
      field<2>("price_list", "Price List", &ItemPrice::price_list, required, office, unit("place"),
               links_to("price_list")),
      field<3>("rate", "Rate", &ItemPrice::rate, required, office, range(0, kRatePaiseMax)),
      field<4>("valid_from", "Valid From", &ItemPrice::valid_from, office, unit("time")),
      field<5>("valid_to", "Valid To", &ItemPrice::valid_to, office, unit("time")),
  };
};

}  // namespace cm
