#include "shared/domain/rules/check_item.h"

#include <algorithm>

#include "shared/domain/finding_catalogue.h"

namespace cm {
namespace {

bool is_hsn(const std::string& text) {
  const bool all_digits =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!all_digits) return false;
  if (text.starts_with("99")) return text.size() == 6;  // a service's SAC
  return text.size() == 4 || text.size() == 6 || text.size() == 8;
}

// A blank day is one before, or after, all others.
bool overlap(const ItemPrice& a, const ItemPrice& b) {
  const bool a_ends_before = a.valid_to && b.valid_from && *a.valid_to < *b.valid_from;
  const bool b_ends_before = b.valid_to && a.valid_from && *b.valid_to < *a.valid_from;
  return !a_ends_before && !b_ends_before;
}

std::string day_text(const std::optional<Date>& day, std::string_view open) {
  return day ? day->display() : std::string(open);
}

}  // namespace

Findings check_item(const Item& item) {
  if (item.hsn.empty() || is_hsn(item.hsn)) return {};
  return {make_finding(FindingCode::HsnShape, "hsn")};
}

Findings check_item_price(const ItemPrice& price, const RecordLookup& records) {
  if (price.valid_from && price.valid_to && *price.valid_to < *price.valid_from) {
    return {make_finding(FindingCode::ItemPricePeriod, "valid_to",
                         {price.valid_to->display(), price.valid_from->display()})};
  }
  if (!price.item) return {};
  for (const Row& row : records.list_by(record_type_of<ItemPrice>(), "item", price.item->uuid())) {
    const ItemPrice other = from_row<ItemPrice>(row).record;
    if (other.id == price.id || !(other.price_list == price.price_list) || !overlap(price, other))
      continue;
    return {make_finding(
        FindingCode::ItemPriceOverlap, "valid_from",
        {day_text(other.valid_from, "ever since"), day_text(other.valid_to, "further notice")})};
  }
  return {};
}

}  // namespace cm
