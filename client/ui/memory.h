// What the screens remember between frames and the app need not know.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "client/app/state.h"
#include "client/semantics/node.h"

namespace cm::ui {

struct Memory {
  // The list: the window last asked for (and what for), and the row that is the grid's tab
  // stop.
  std::size_t asked_first = 0, asked_count = 0;
  ListView asked_for;
  std::string search_seen;            // the box's text, as typed or as last set by the app
  std::uint32_t search_revision = 0;  // grows when the app sets it
  std::optional<std::size_t> roving_row;
  std::optional<std::size_t> row_to_focus;    // once it is drawn
  std::optional<RecordId> customer_to_focus;  // its row, once it is drawn: the editor was closed

  // The editor.
  bool editor_was_open = false;
  std::optional<RecordId> editor_was_of;
  std::uint32_t focus_request_done = 0;
  bool reason_was_missing = false;       // in the frame before
  std::string field_to_focus;            // once it is drawn
  std::string entered_field;             // Enter was pressed in it, in this frame
  std::vector<std::string> form_fields;  // the form's boxes in order, of this frame

  // The same of any record's list and form.
  std::size_t records_asked_first = 0, records_asked_count = 0;
  const RecordType* records_asked_type = nullptr;
  ListView records_asked_for;
  std::string records_search_seen;
  std::uint32_t records_search_revision = 0;
  const RecordType* records_type = nullptr;  // the list that was drawn last
  std::optional<std::size_t> roving_record;
  std::optional<std::size_t> record_row_to_focus;
  bool record_form_was_open = false;
  std::optional<RecordId> record_form_was_of;
  std::string open_link;        // the link field whose choices are open
  std::size_t link_choice = 0;  // the choice that Enter takes
  NodeId link_list = 0;         // the open choices, once they are drawn

  std::optional<Screen> screen_before;
};

}  // namespace cm::ui
