// The master opened for one command, beside a server that may be running.
#pragma once

#include <optional>

#include "server/cli/master_folder.h"
#include "server/http/master_pool.h"
#include "server/identity/secure_random.h"
#include "server/system_clock.h"

namespace cm {

class OpenMaster {
 public:
  // Failure as MasterFolder and Database::open say.
  OpenMaster(const std::string& folder_path, MasterFolder::Missing missing)
      : folder_(folder_path, missing) {
    folder_.take(MasterFolder::Use::Shared);
    connection_.emplace(folder_.master_path(), clock, random);
  }
  MasterConnection* operator->() { return &*connection_; }

  SystemClock clock;
  SecureRandom random;

 private:
  MasterFolder folder_;
  std::optional<MasterConnection> connection_;
};

}  // namespace cm
