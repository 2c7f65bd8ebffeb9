// The folder that --data names: where the master's file is, and who is using it.
#pragma once

#include <string>

namespace cm {

class MasterFolder {
 public:
  // Missing::Create makes the folder; Missing::Refuse wants the master's file to be there already.
  enum class Missing { Create, Refuse };
  // Failure when the folder cannot be used or there is no master in it.
  MasterFolder(const std::string& folder, Missing missing);
  ~MasterFolder();
  MasterFolder(const MasterFolder&) = delete;
  MasterFolder& operator=(const MasterFolder&) = delete;

  const std::string& master_path() const { return master_path_; }

  // Shared: the server, imports and exports side by side. Alone: nobody else (restore); Failure
  // DatabaseBusy when somebody is there. Held until this object ends, also when the process dies.
  enum class Use { Shared, Alone };
  void take(Use use);
  // One import at a time: two of one file would each find the other's customers missing. Waits.
  void take_import_turn();

 private:
  int open_lock(const char* name) const;

  std::string folder_;
  std::string master_path_;
  int lock_file_ = -1;
  int import_lock_file_ = -1;
};

}  // namespace cm
