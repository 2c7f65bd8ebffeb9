// Judges a finished run: what was typed against what the master holds, and the master against the
// devices.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "shared/store/master.h"
#include "shared/store/replica.h"
#include "shared/sync/messages.h"
#include "tests/simulation/options.h"

namespace cm::simulation {

// Everything that people typed: what must come out again.
class EditLog {
 public:
  void add(DeviceId device, const std::vector<Operation>& ops);
  void add_decision(const std::string& conflict_id) { decisions_.insert(conflict_id); }
  bool has_decision(const std::string& conflict_id) const {
    return decisions_.count(conflict_id) > 0;
  }
  const std::map<Dot, Operation>& operations() const { return operations_; }
  const std::set<RecordId>& rows() const { return rows_; }

 private:
  std::map<Dot, Operation> operations_;
  std::set<RecordId> rows_;
  std::set<std::string> decisions_;  // conflicts that a person decided
};

// Each typed operation is in the master's history once, or was denied and stands in review; each
// unit's standing value and open losers are those of judge_unit; counted into `result`.
void judge_master(const EditLog& log, Database& database, const Master& master, Result& result);
// Each row on the device is the master's.
void judge_replica(const EditLog& log, Database& master, Database& replica, const std::string& user,
                   Result& result);

}  // namespace cm::simulation
