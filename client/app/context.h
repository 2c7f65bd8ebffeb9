// What a command works with. Made once by App; commands keep nothing of it.
#pragma once

#include "client/app/requests.h"
#include "client/app/state.h"
#include "client/app/sync_driver.h"
#include "client/app/wakes.h"
#include "client/platform/platform.h"
#include "shared/store/database.h"
#include "shared/store/record_query.h"
#include "shared/store/record_store.h"
#include "shared/store/replica.h"
#include "shared/store/search.h"

namespace cm {

struct AppContext {
  Platform& platform;
  Database& database;
  Replica& replica;
  RecordStore& records;
  RecordQueries& queries;
  CustomerSearch& search;
  Requests& requests;
  Wakes& wakes;
  SyncDriver& sync;
  AppState& state;
  std::int64_t shown_revision = -1;      // of the database, when the views were last read
  bool draft_pending = false;            // the open form has changes that are not kept yet
  bool record_draft_pending = false;     // … the form of another record
  bool loading_conflicts_again = false;  // asked for while a fetch was under way
  bool asked_for_persistence = false;

  UnixMs now_ms() const { return platform.clock().now_ms(); }
};

}  // namespace cm
