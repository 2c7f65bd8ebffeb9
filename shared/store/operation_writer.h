// Applies operations to the master's rows, one after the other, inside one transaction: merges each
// unit, writes row and history, opens and closes conflicts, gives new customers their code.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/store/change_log.h"
#include "shared/store/conflict_table.h"
#include "shared/store/history.h"
#include "shared/store/master.h"
#include "shared/store/record_table.h"
#include "shared/store/redirect_notes.h"
#include "shared/store/search_index.h"
#include "shared/sync/unit_ledger.h"

namespace cm {

class OperationWriter {
 public:
  // `server_last` = the newest operation of the master's own device.
  OperationWriter(Database& database, DeviceId server, DevSeq server_last, UnixMs now_ms)
      : database_(database),
        history_(database),
        conflicts_(database),
        index_(database),
        server_(server),
        server_last_(server_last),
        now_ms_(now_ms),
        redirects_(database) {}

  // What the judge objects to is kept for review, nothing else.
  OpResult apply(const Actor& author, const Operation& op, EffectiveTime clamped,
                 const Master::Judge& judge = {});
  // The same for the master's own device: the next of its sequence. `made`: when not now, for what
  // it writes in the name of somebody else.
  OpResult apply_own(const Change& change, ChangeSource source, const std::string& user, Role role,
                     std::optional<EffectiveTime> made = {});
  Dot newest_own() const { return {server_, server_last_}; }

  // The indexes of the customers touched; before the transaction ends.
  void write_index() { index_.write(); }
  // Rows written, each once, in order.
  const std::vector<ChangeLog::Touched>& touched() const { return touched_; }
  DevSeq server_last() const { return server_last_; }
  // Customers whose contacts or addresses were touched: their primary flags may need repair.
  const std::set<RecordId>& touched_parties() const { return parties_; }
  const RedirectNotes& redirect_notes() const { return redirects_; }
  UnixMs now_ms() const { return now_ms_; }

 private:
  struct UnitEdit;
  struct Merge;
  OpResult deny(const Actor& author, const RecordType* type, const Operation& op,
                const std::string& why);
  void create(const Actor& author, const RecordType& type, const Operation& op,
              EffectiveTime clamped);
  OpResult merge(const Actor& author, const RecordType& type, const Operation& op,
                 EffectiveTime clamped, const RowHead& head);
  void merge_unit_edit(Merge& merge, const UnitEdit& edit);
  void note_edits_after_delete(Merge& merge);
  void write_merged(Merge& merge);
  void give_code(StoredRow& customer);

  std::vector<UnitEdit> units_of(const RecordType& type, const Operation& op, Role role) const;
  std::optional<Version> find_base(const VersionSet* standing, const Dot& base,
                                   FieldNumber lead) const;
  std::string open_conflict(const Merge& merge, FieldNumber lead, const Dot& loser,
                            ConflictKind kind);
  void touch(const RecordType& type, const RecordId& row, std::int64_t n);
  void note_for_index(const RecordType& type, const RecordId& row, const RowUpdate& update);

  Database& database_;
  History history_;
  ConflictTable conflicts_;
  SearchIndex index_;
  DeviceId server_;
  DevSeq server_last_;
  UnixMs now_ms_;
  std::vector<ChangeLog::Touched> touched_;
  std::set<ChangeLog::Touched> touched_set_;
  std::set<RecordId> parties_;
  RedirectNotes redirects_;
};

}  // namespace cm
