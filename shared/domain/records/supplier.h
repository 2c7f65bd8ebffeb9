// A party whom we buy from; here so that contacts and addresses can belong to suppliers too.
#pragma once

#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/gstin.h"
#include "shared/domain/values/pan.h"
#include "shared/record/describe.h"

namespace cm {

struct Supplier {
  SupplierId id;
  std::string name;  // required
  std::optional<Gstin> gstin;
  std::optional<Pan> pan;
  bool active = true;

  explicit Supplier(SupplierId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<Supplier> {
  static constexpr RecordTypeNumber number = 14;
  static constexpr std::string_view table = "supplier", label = "Supplier";
  static constexpr auto fields = std::tuple{
      field<1>("name", "Name", &Supplier::name, required, office, max_length(200)),
      field<2>("gstin", "GSTIN", &Supplier::gstin, office, unit("tax")),
      field<3>("pan", "PAN", &Supplier::pan, office, unit("tax")),
      field<4>("active", "Active", &Supplier::active, office),
  };
};

}  // namespace cm
