// What a territory, a sales person or a sales partner is to sell in a fiscal year, and how that
// spreads over its months. The twelve shares are fields of one merge unit: each has its column,
// box, file column and line of history by the machinery that every field has, and no merge mixes
// two spreads.
#pragma once

#include <array>
#include <optional>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/money.h"
#include "shared/domain/values/percent.h"
#include "shared/record/describe.h"

namespace cm {

// Codes are stored: never rename one; each is its record's table.
enum class TargetOwnerKind { Territory, SalesPerson, SalesPartner };
template <>
struct ChoicesOf<TargetOwnerKind> {
  static constexpr std::array values{Choice{"territory", "Territory"},
                                     Choice{"sales_person", "Sales Person"},
                                     Choice{"sales_partner", "Sales Partner"}};
};

inline constexpr std::int64_t kTargetQuantityMax = 1'000'000'000'000;
inline constexpr std::int64_t kTargetPaiseMax = 1'000'000'000'000'000;

struct Target {
  TargetId id;
  std::optional<TargetOwnerKind> owner_kind;  // required
  std::optional<TargetOwnerId> owner;       // required: a record of the table that owner_kind names
  std::optional<std::int64_t> fiscal_year;  // required: the calendar year in which it begins
  std::optional<ItemGroupId> item_group;    // blank: all items
  std::optional<std::int64_t> quantity;     // quantity, amount or both
  std::optional<Money> amount;
  // Of the fiscal year's first month to its last; all blank: evenly.
  std::optional<Percent> share_1;
  std::optional<Percent> share_2;
  std::optional<Percent> share_3;
  std::optional<Percent> share_4;
  std::optional<Percent> share_5;
  std::optional<Percent> share_6;
  std::optional<Percent> share_7;
  std::optional<Percent> share_8;
  std::optional<Percent> share_9;
  std::optional<Percent> share_10;
  std::optional<Percent> share_11;
  std::optional<Percent> share_12;

  explicit Target(TargetId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<Target> {
  static constexpr RecordTypeNumber number = 19;
  static constexpr std::string_view table = "target", label = "Target";
  static constexpr auto fields = std::tuple{
      field<1>("owner_kind", "Owner Kind", &Target::owner_kind, required, unit("owner")),
      field<2>("owner", "Owner", &Target::owner, required, unit("owner"), links_by("owner_kind")),
      field<3>("fiscal_year", "Fiscal Year", &Target::fiscal_year, required, range(2000, 2199)),
      field<4>("item_group", "Item Group", &Target::item_group, links_to("item_group")),
      field<5>("quantity", "Quantity", &Target::quantity, range(0, kTargetQuantityMax)),
      field<6>("amount", "Amount", &Target::amount, range(0, kTargetPaiseMax)),
      field<7>("share_1", "Month 1", &Target::share_1, unit("spread"), range(0, 100'00)),
      field<8>("share_2", "Month 2", &Target::share_2, unit("spread"), range(0, 100'00)),
      field<9>("share_3", "Month 3", &Target::share_3, unit("spread"), range(0, 100'00)),
      field<10>("share_4", "Month 4", &Target::share_4, unit("spread"), range(0, 100'00)),
      field<11>("share_5", "Month 5", &Target::share_5, unit("spread"), range(0, 100'00)),
      field<12>("share_6", "Month 6", &Target::share_6, unit("spread"), range(0, 100'00)),
      field<13>("share_7", "Month 7", &Target::share_7, unit("spread"), range(0, 100'00)),
      field<14>("share_8", "Month 8", &Target::share_8, unit("spread"), range(0, 100'00)),
      field<15>("share_9", "Month 9", &Target::share_9, unit("spread"), range(0, 100'00)),
      field<16>("share_10", "Month 10", &Target::share_10, unit("spread"), range(0, 100'00)),
      field<17>("share_11", "Month 11", &Target::share_11, unit("spread"), range(0, 100'00)),
      field<18>("share_12", "Month 12", &Target::share_12, unit("spread"), range(0, 100'00)),
  };
};

}  // namespace cm
