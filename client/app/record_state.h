// What the generic screens of records show: the list (or tree) of one type, and the form of one
// record. All of it follows from the type's field table.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/app/list_state.h"
#include "client/app/text_revisions.h"
#include "shared/domain/record_draft.h"
#include "shared/store/record_query.h"

namespace cm {

// A record by its table and id: what a new record is made for, or where Back leads.
struct RecordRef {
  std::string table;
  RecordId id;
  friend bool operator==(const RecordRef&, const RecordRef&) = default;
};

struct RecordRow {
  RecordId id;
  std::string title;               // never empty
  std::vector<std::string> cells;  // shown values, by RecordListState::columns
  bool inactive = false;
  bool unsent = false;
  bool has_conflict = false;
  int depth = 0;  // in a tree
  bool has_children = false;
  bool expanded = false;
};

// A window of the list around what is visible, as the customers'. A tree is there as a whole.
struct RecordListState : ListState {
  const RecordType* type = nullptr;
  std::vector<RecordRow> rows;
  bool may_create = true;  // what the person's role permits (rights.h)
  bool may_change = true;
  bool is_tree = false;              // not while it is searched, filtered or sorted
  std::set<RecordId> collapsed;    // nodes of the tree
  std::optional<RecordId> moving;  // a node that was cut; "Put here" pastes it below another
  std::string moving_title;
};

struct LinkOption {
  RecordId id;
  std::string title;
};

// The combobox that is open: what was typed and what it finds.
struct LinkSearch {
  std::string field;
  std::string text;
  bool typed = false;  // else `text` is the title that stood there, and everything is offered
  std::vector<LinkOption> options;
};

// One record that belongs to the one on the form: a contact of a customer, a price of an item.
struct RelatedRow {
  RecordRef record;
  std::optional<RecordRef> link;  // what unlinking removes; empty = it belongs to this one alone
  std::string title;
  std::string details;
  bool inactive = false;
};

struct RelatedList {
  std::string table;      // "contact"
  std::string title;      // "Contacts"
  std::string new_label;  // "New Contact"
  std::vector<RelatedRow> rows;
  bool may_create = true;
  bool may_unlink = true;
};

enum class RecordStep { Editing, ConfirmingWarnings, ConfirmingDelete };

struct RecordEditorState {
  const RecordType* type = nullptr;
  std::optional<RecordId> id;         // empty = a new record
  Row before;                         // as stored when the editor was opened or last refreshed
  std::optional<RecordRef> made_for;  // a new record is linked to it; Back leads there
  std::string made_for_title;
  RecordDraft draft;
  Findings findings;
  Findings to_confirm;
  bool reason_needed = false;
  bool reason_missing = false;
  std::set<std::string> touched;  // fields left once: their findings are shown
  bool save_tried = false;        // then all are
  RecordStep step = RecordStep::Editing;
  std::string problem;  // a failed save or delete, in plain words
  bool dirty = false;
  std::optional<UnixMs> draft_saved_ms;
  bool draft_restored = false;
  bool changed_elsewhere = false;
  std::map<std::string, std::string> readonly;  // fields that this person may not change, and why
  bool may_save = true;                         // some field may be changed
  bool may_delete = true;
  TextRevisions revisions;
  std::string focus_field;
  std::uint32_t focus_request = 0;
  std::map<std::string, std::string> link_titles;  // of link fields, by name
  std::optional<LinkSearch> link_search;
  std::string title;  // of the stored record

  explicit RecordEditorState(const Row& row) : type(row.type), before(row) {}
};

}  // namespace cm
