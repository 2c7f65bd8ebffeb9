// What every list shows of itself, the customers' and those of any other record type: what was asked
// for, and the boxes by which it is asked. Commands of all lists work on this.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shared/domain/list_filters.h"
#include "shared/record/row.h"
#include "shared/store/list_order.h"

namespace cm {

// What is asked of a list: what its URL says.
struct ListView {
  std::string search_text;
  FilterValues filters = {};
  std::string sort = {};  // a field's name; empty = best match, or by title
  SortOrder order = SortOrder::Ascending;
  friend bool operator==(const ListView&, const ListView&) = default;
};

// A list under a name.
struct SavedView {
  std::string name;
  ListView view;
  std::vector<std::string> columns;  // as ListSettings::chosen_columns
};

// What a person chose for the list of a type, kept on this device.
struct ListSettings {
  std::vector<std::string> chosen_columns;  // by name; empty = the type's own
  bool compact = false;                     // low rows, where a finger need not hit them
  std::vector<SavedView> saved_views;       // in order of name
};

// A filter that is set, in words.
struct FilterChip {
  std::string name;   // ListFilter::name
  std::string words;  // "Customer Group: Wholesale"
};

struct ListState : ListView, ListSettings {
  std::string settings_name;           // of the kept settings that were read; empty = none yet
  std::vector<const Field*> columns;   // shown; the first names the record
  std::int64_t total = 0;
  std::size_t first = 0;  // index of the first loaded row in the whole list
  std::vector<FilterChip> chips;
  std::set<RecordId> marked;               // selected rows; none, once something else is asked for
  std::optional<std::size_t> mark_anchor;  // place of the row from which a range is selected
};

// A filter as a box of choices.
struct FilterBox {
  std::string name;
  std::string label;
  std::vector<std::pair<std::string, std::string>> options;  // value, label; the first: not set
  std::string hint;
};

// The panel of filters of the list on the screen, while it is open. The list follows at once.
struct FilterPanelState {
  std::vector<FilterBox> boxes;
  ListView before;             // the list when it was opened: where Back leads
  std::uint32_t revision = 0;  // grows when the app sets the boxes
};

struct ColumnPanelState {
  std::vector<const Field*> known;  // the first is always shown
};

struct ViewPanelState {
  std::string name;            // in the box: of the view to be saved, or the new one
  std::string renaming;        // the view that gets that name; empty = none
  std::string problem;
  std::uint32_t revision = 0;  // grows when the app sets the box
};

}  // namespace cm
