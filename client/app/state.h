// Everything the screens show, as data: no ImGui, no SQL, no HTTP. Views read it; commands change
// it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "client/app/bulk_state.h"
#include "client/app/list_state.h"
#include "client/app/past_state.h"
#include "client/app/record_state.h"
#include "client/app/text_revisions.h"
#include "shared/domain/quick_entry.h"
#include "shared/store/search.h"
#include "shared/sync/client_engine.h"

namespace cm {

struct SignInState {
  std::string user;
  std::string password;
  bool busy = false;
  std::string problem;    // plain words; empty when none
  std::string return_to;  // URL that sign-in leads back to; empty = the customer list
};

// First start: the one-time link of the server makes the first administrator.
struct SetupState {
  std::string token;
  std::string user;
  std::string password;
  std::string password_again;
  bool busy = false;
  std::string problem;
};

// A line of the list with the columns that a person added.
struct CustomerRow : CustomerHit {
  std::vector<std::string> cells;  // by ListState::columns; empty when the hit has them all
  CustomerRow(CustomerHit hit) : CustomerHit(std::move(hit)) {}  // NOLINT: implicit on purpose
};

// A window of the list around what is visible; rows outside it are fetched when scrolled to.
struct CustomerListState : ListState {
  std::vector<CustomerRow> rows;
  std::optional<RecordId> selected;
};

enum class EditorStep { Editing, ConfirmingWarnings };

struct CustomerEditorState {
  std::optional<RecordId> id;             // empty = a new customer
  std::optional<CustomerSheet> existing;  // as stored, when the editor was opened or last refreshed
  QuickDraft draft;                       // raw text as typed, by quick-entry field name
  Findings findings;                      // all of them, live
  Findings to_confirm;            // ConfirmingWarnings: what the person accepts with "Save anyway"
  bool reason_needed = false;     // … some of it only with a reason (draft.override_reason)
  bool reason_missing = false;    // "Save anyway" was pressed without that reason
  std::set<std::string> touched;  // fields left once: their findings are shown
  bool save_tried = false;        // then all findings are shown
  EditorStep step = EditorStep::Editing;
  std::string problem;  // a failed save, in plain words
  bool dirty = false;   // differs from what is stored
  std::optional<UnixMs> draft_saved_ms;
  bool draft_restored = false;     // opened with a draft that was kept from before
  bool changed_elsewhere = false;  // a pull changed this customer while it was being edited
  std::map<std::string, std::string> readonly;  // boxes that this person may not change, and why
  TextRevisions revisions;                      // of the draft texts
  std::string focus_field;  // move the focus there once, each time focus_request grows
  std::uint32_t focus_request = 0;
};

struct ConflictsState {
  std::vector<Conflict> conflicts;
  bool loading = false;
  std::string problem;
  std::set<std::string> deciding;  // ids whose decision is on its way to the server
  std::optional<UnixMs> fetched_ms;
};

struct UnsentItem {
  std::string record_name;  // "Sai Engineering Works"
  std::string what;         // "Customer: Name, GSTIN"
  UnixMs at_ms = 0;
};

struct SyncScreenState {
  std::vector<UnsentItem> unsent;  // oldest first, capped
  std::int64_t customers = 0;
};

enum class Screen { Starting, SignIn, Setup, Customers, Records, Conflicts, Sync, More };

// The person at this device.
struct UserSession {
  std::string user;
  std::string display_name;
  std::string role;
};

// What that person may do here; which boxes of a form: CustomerEditorState::readonly.
struct Rights {
  bool write = true;  // anything at all
  bool create_customers = true;
  bool decide_conflicts = true;
};

struct Toast {
  std::string text;
  bool is_error = false;
  UnixMs until_ms = 0;  // 0 = until dismissed (errors)
  bool has_undo = false;  // of AppState::bulk_undo
};

struct AppState {
  Screen screen = Screen::Starting;
  std::optional<UserSession> session;
  Rights rights;
  SignInState sign_in;
  SetupState setup;
  CustomerListState customers;
  std::optional<CustomerEditorState> editor;  // beside or over the list
  RecordListState records;                    // Screen::Records: of which type
  std::optional<RecordEditorState> record_editor;
  std::optional<FilterPanelState> filter_panel;  // at most one panel, of the list on the screen
  std::optional<ColumnPanelState> column_panel;
  std::optional<ViewPanelState> view_panel;
  std::optional<BulkEditState> bulk_edit;
  std::optional<BulkUndoState> bulk_undo;  // the last one
  std::vector<RelatedList> related;  // of the record or customer that is open
  std::optional<PastState> past;     // … its history, once it was asked for
  ConflictsState conflicts;
  SyncScreenState sync_screen;
  SyncStatus sync;
  std::int64_t open_conflicts = 0;
  bool update_ready = false;  // a new version of the program waits
  std::optional<bool> storage_persisted;
  std::optional<Toast> toast;
  UnixMs now_ms = 0;  // of this frame
};

}  // namespace cm
