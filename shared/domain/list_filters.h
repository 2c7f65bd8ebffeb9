// The filters of lists, of any record type: one for each field that has few values (a choice, yes or
// no, a state, a link to a list that is short), and the ready-made ones. One table: the store makes
// SQL of it, the screens boxes, URLs and saved views keep names and values.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/record/record_type.h"

namespace cm {

enum class FilterKind { Link, State, Choice, YesNo };

// What a ready-made filter asks; how, shared/store/filter_conditions.cpp says.
enum class ReadyFilter {
  None,  // it follows from a field
  SalesPerson,
  AddressState,
  NotSent,
  InConflict,
  NoGstin,
  GstinNotVerified,
  NoShippingAddress,
  NoCreditLimit,
};

struct ListFilter {
  std::string_view name;  // "customer_group", "not_sent": kept in URLs and saved views, never renamed
  std::string_view label;
  FilterKind kind = FilterKind::YesNo;
  ReadyFilter ready = ReadyFilter::None;
  const Field* field = nullptr;  // null: a ready-made one
  std::string_view link_table;   // of a Link; of a tree a node means itself and all below it
};

// A filter that is set. The value: a record's id, a state's or choice's code, "yes", "no"; of a field
// also "none": the field is blank.
struct FilterValue {
  std::string name;
  std::string value;
  friend bool operator==(const FilterValue&, const FilterValue&) = default;
};
using FilterValues = std::vector<FilterValue>;

inline constexpr std::string_view kFilterYes = "yes", kFilterNo = "no", kFilterNone = "none";

// In the order in which they are offered. All of a list's filters must be met.
std::vector<ListFilter> list_filters(const RecordType& type);
const ListFilter* find_filter(std::span<const ListFilter> filters, std::string_view name);

// Whether the filter can have this value; that a linked record exists is not asked.
bool is_filter_value(const ListFilter& filter, std::string_view value);
// What a list of this type can do with values from elsewhere (a URL, a kept view): the known ones,
// each filter once, in the order of list_filters.
FilterValues clean_filters(const RecordType& type, const FilterValues& values);

std::string find_filter_value(const FilterValues& values, std::string_view name);  // empty: not set
// An empty value takes the filter out.
void set_filter_value(FilterValues& values, std::string_view name, std::string_view value);

// "Customer Group: Wholesale", "Not Sent", "Active: No". `link_title` is the linked record's.
std::string filter_words(const ListFilter& filter, std::string_view value,
                         std::string_view link_title);

// True when the records of this table are few enough to be chosen from a box of choices.
bool is_short_list(std::string_view table);

// True when a yes-or-no field that is blank means yes ("Active").
bool blank_means_yes(const RecordType& type, const Field& field);

}  // namespace cm
