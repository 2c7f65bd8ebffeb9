#include "server/cli/master_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>

#include "shared/base/failure.h"

namespace cm {

MasterFolder::MasterFolder(const std::string& folder, Missing missing)
    : folder_(folder), master_path_((std::filesystem::path(folder) / "master.db").string()) {
  std::error_code error;
  if (missing == Missing::Create) {
    std::filesystem::create_directories(folder, error);
    if (error)
      throw Failure(FailureCode::DiskError,
                    "Cannot make the folder " + folder + ": " + error.message() + ".");
  } else if (!std::filesystem::exists(master_path_, error)) {
    throw Failure(FailureCode::NotFound, "There is no master at " + master_path_ + ".");
  }
}

MasterFolder::~MasterFolder() {
  if (import_lock_file_ >= 0) ::close(import_lock_file_);
  if (lock_file_ >= 0) ::close(lock_file_);
}

int MasterFolder::open_lock(const char* name) const {
  const std::string path = (std::filesystem::path(folder_) / name).string();
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0)
    throw Failure(FailureCode::DiskError, "Cannot write in the folder " + folder_ + ".");
  return file;
}

void MasterFolder::take(Use use) {
  lock_file_ = open_lock("master.lock");
  if (::flock(lock_file_, (use == Use::Alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0) return;
  throw Failure(FailureCode::DatabaseBusy,
                use == Use::Alone
                    ? "The master in " + folder_ + " is in use. Stop the server first."
                    : "The master in " + folder_ + " is being restored.");
}

void MasterFolder::take_import_turn() {
  import_lock_file_ = open_lock("import.lock");
  if (::flock(import_lock_file_, LOCK_EX) != 0) {
    throw Failure(FailureCode::DiskError, "Cannot lock the folder " + folder_ + ".");
  }
}

}  // namespace cm
